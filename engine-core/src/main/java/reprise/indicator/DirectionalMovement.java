package reprise.indicator;

import reprise.state.StateExchange;

/**
 * Wilder's sums of directional movement and true range: of a bar's move up (high over previous high) and down (previous low over low) only
 * the larger positive one counts, and neither when they are equal. The sums start with {@code n - 1} terms, then {@code s = s - s / n + x}.
 *
 * <p>Beyond TA-Lib, moves are equal when they differ by no more than 1e-10 of the price: prices are decimal, and without this the noise of
 * their binary form decides between two moves of the same number of ticks, which shifts the ADX by points. Constant time.
 */
final class DirectionalMovement extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("dm", "Sums of directional movement")
            .needs("high", "low", "close")
            .period("period", 14, 2)
            .outputs("plus", "minus", "range")
            .formula(
                    "s = s - s/n + x of +DM, -DM and true range, begun with the sum of n-1 terms",
                    "Wilder 1978; TA-Lib")
            .warmUp(a -> a.integer("period") + 1)
            .memory(a -> a.integer("period") + 1 + IndicatorSpec.fade(1 - 1.0 / a.integer("period")))
            .computedBy((in, a) -> new DirectionalMovement(in[0], in[1], in[2], a.integer("period")));

    static final double TIE_TOLERANCE = 1e-10;

    private final Line high;
    private final Line low;
    private final Line close;
    private final int period;
    private final double share;
    private int bars;
    private double previousHigh;
    private double previousLow;
    private double previousClose;
    private double plus;
    private double minus;
    private double range;

    DirectionalMovement(final Line high, final Line low, final Line close, final int period) {
        super(3);
        this.high = high;
        this.low = low;
        this.close = close;
        this.period = period;
        this.share = 1.0 / period;
    }

    @Override
    protected void update() {
        final double h = high.value();
        final double l = low.value();
        final double c = close.value();
        if (bars > 0) {
            add(h, l, c);
        }
        if (bars <= period) {
            bars++;
        }
        if (bars > period) {
            emit(plus);
            emit(1, minus);
            emit(2, range);
        }
        previousHigh = h;
        previousLow = l;
        previousClose = c;
    }

    private void add(final double h, final double l, final double c) {
        final double up = h - previousHigh;
        final double down = previousLow - l;
        final double tolerance = TIE_TOLERANCE * Math.abs(c);
        plus = decayed(plus) + ifAhead(tolerance - (up - down), up);
        minus = decayed(minus) + ifAhead(tolerance + (up - down), down);
        range = decayed(range) + (Math.max(h, previousClose) - Math.min(l, previousClose));
    }

    /**
     * The move where it is positive and lacks less than nothing to be the larger one, else 0. By the bits of the signs: whether a market goes up
     * or down is what no processor predicts, and a branch taken wrongly costs more than all the rest.
     */
    private static double ifAhead(final double lacks, final double move) {
        final long ahead = Double.doubleToRawLongBits(lacks) >> 63;
        final long negative = Double.doubleToRawLongBits(move) >> 63;
        return Double.longBitsToDouble(Double.doubleToRawLongBits(move) & ahead & ~negative);
    }

    private double decayed(final double sum) {
        if (bars < period) {
            return sum;
        }
        // Thousands of bars without any move would leave a few subnormal bits, whose ratios mean nothing.
        final double rest = sum - sum * share;
        return rest < Double.MIN_NORMAL ? 0 : rest;
    }

    @Override
    protected void state(final StateExchange state) {
        bars = state.field("bars", bars);
        previousHigh = state.field("previousHigh", previousHigh);
        previousLow = state.field("previousLow", previousLow);
        previousClose = state.field("previousClose", previousClose);
        plus = state.field("plus", plus);
        minus = state.field("minus", minus);
        range = state.field("range", range);
    }
}
