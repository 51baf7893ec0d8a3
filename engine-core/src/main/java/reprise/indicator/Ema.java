package reprise.indicator;

import reprise.state.StateExchange;

/**
 * Exponential moving average: {@code p += 2 / (n + 1) * (x - p)}. Exact and in constant time, so it cannot drift. It begins with the mean of
 * some values, as TA-Lib does, or with the first, as pandas does; which of the two no longer matters after about ten times {@code n} bars.
 */
final class Ema extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("ema", "Exponential moving average")
            .input("x", "close")
            .period("period", 20, 1)
            .formula("p += 2/(n+1) (x-p); first value: mean of the first n", "TA-Lib EMA")
            .warmUp(a -> a.integer("period"))
            .memory(a -> a.integer("period") + fade(a))
            .computedBy((in, a) -> new Ema(in[0], a.integer("period"), 0, a.integer("period")));

    static final IndicatorSpec FIRST_VALUE = IndicatorSpec.named("ema_first", "EMA seeded by the first value")
            .input("x", "close")
            .period("period", 20, 1)
            .formula("p += 2/(n+1) (x-p); first value: x", "pandas ewm(span=n, adjust=False)")
            .memory(a -> 1 + fade(a))
            .computedBy((in, a) -> new Ema(in[0], a.integer("period"), 0, 1));

    static final IndicatorSpec FROM = IndicatorSpec.named("ema_from", "EMA whose first value comes with a given bar")
            .input("x", "close")
            .period("period", 12, 1)
            .period("first", 26, 1)
            .formula("ema, seeded by the mean of the n bars up to bar 'first' (at least n)", "TA-Lib MACD's fast line")
            .warmUp(a -> first(a))
            .memory(a -> first(a) + fade(a))
            .computedBy((in, a) ->
                    new Ema(in[0], a.integer("period"), first(a) - a.integer("period"), a.integer("period")));

    private final Line x;
    private final double weight;
    private final int seedLength;
    private int wait;
    private int seen;
    private double seedSum;

    Ema(final Line x, final int period, final int skipped, final int seedLength) {
        this.x = x;
        this.weight = 2.0 / (period + 1.0);
        this.wait = skipped;
        this.seedLength = seedLength;
    }

    private static int first(final Arguments arguments) {
        return Math.max(arguments.integer("first"), arguments.integer("period"));
    }

    private static int fade(final Arguments arguments) {
        final int period = arguments.integer("period");
        return IndicatorSpec.fade((period - 1.0) / (period + 1.0));
    }

    @Override
    protected void update() {
        final double input = x.value();
        if (seen == seedLength) {
            final double average = last();
            // NaN is no observation.
            if (!Double.isNaN(input)) {
                emit(average + weight * (input - average));
            }
        } else if (wait > 0) {
            wait--;
        } else if (!Double.isNaN(input)) {
            seed(input);
        }
    }

    private void seed(final double input) {
        seedSum += input;
        seen++;
        if (seen == seedLength) {
            emit(seedSum / seedLength);
        }
    }

    @Override
    protected void state(final StateExchange state) {
        wait = state.field("wait", wait);
        seen = state.field("seen", seen);
        seedSum = state.field("seedSum", seedSum);
    }
}
