package reprise.indicator;

import reprise.state.StateExchange;

/**
 * Wilder's relative strength index: the share of rises in all moves, each averaged as Wilder does. Undefined, not 0, where nothing has moved
 * yet. Constant time.
 */
final class Rsi extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("rsi", "Relative strength index")
            .input("x", "close")
            .period("period", 14, 1)
            .formula("100 G/(G+L), G and L: rma of rises and falls", "Wilder 1978; TA-Lib RSI")
            .warmUp(a -> a.integer("period") + 1)
            .memory(Rsi::memory)
            .computedBy((in, a) -> new Rsi(in[0], a.integer("period"), false));

    static final IndicatorSpec FIRST_VALUE = IndicatorSpec.named("rsi_first", "RSI seeded by the first change")
            .input("x", "close")
            .period("period", 14, 1)
            .formula("100 G/(G+L), averages seeded by the first change", "pandas ewm(alpha=1/n, adjust=False)")
            .warmUp(a -> a.integer("period") + 1)
            .memory(Rsi::memory)
            .computedBy((in, a) -> new Rsi(in[0], a.integer("period"), true));

    private final Line x;
    private final int period;
    private final double weight;
    private final boolean seededByFirst;
    private double previous = Double.NaN;
    private int changes;
    private double rise;
    private double fall;

    Rsi(final Line x, final int period, final boolean seededByFirst) {
        this.x = x;
        this.period = period;
        this.weight = 1.0 / period;
        this.seededByFirst = seededByFirst;
    }

    private static int memory(final Arguments arguments) {
        final int period = arguments.integer("period");
        return period + 1 + IndicatorSpec.fade(1 - 1.0 / period);
    }

    @Override
    protected void update() {
        final double input = x.value();
        if (Double.isNaN(input)) {
            return;
        }
        if (!Double.isNaN(previous)) {
            add(input - previous);
        }
        previous = input;
    }

    private void add(final double change) {
        final double up = Math.max(change, 0);
        final double down = Math.max(-change, 0);
        if (changes >= period || seededByFirst && changes > 0) {
            rise += weight * (up - rise);
            fall += weight * (down - fall);
        } else {
            final double share = seededByFirst ? 1 : weight;
            rise += share * up;
            fall += share * down;
        }
        if (changes < period) {
            changes++;
        }
        final double moves = rise + fall;
        // Averages that have faded beyond the numbers say nothing new; before the first move there is nothing to say.
        if (changes == period && moves >= Double.MIN_NORMAL) {
            emit(100 * (rise / moves));
        }
    }

    @Override
    protected void state(final StateExchange state) {
        previous = state.field("previous", previous);
        changes = state.field("changes", changes);
        rise = state.field("rise", rise);
        fall = state.field("fall", fall);
    }
}
