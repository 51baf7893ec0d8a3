package reprise.indicator;

import reprise.state.StateExchange;

/**
 * What Wilder reads from the sums of directional movement: the share of moves one way in the true range (DI, 0 without any range), and how
 * one-sided the moves are (DX, which keeps its value, at first 0, where there are none). Constant time.
 */
final class DirectionalIndex extends Indicator {
    static final IndicatorSpec PLUS_DI = IndicatorSpec.named("plus_di", "Plus directional indicator")
            .period("period", 14, 2)
            .needs("dm(period).plus", "dm(period).range")
            .formula("100 +DM / TR; 0 where TR = 0", "Wilder 1978; TA-Lib PLUS_DI")
            .computedBy((in, a) -> new DirectionalIndex(in[0], in[1], false));

    static final IndicatorSpec MINUS_DI = IndicatorSpec.named("minus_di", "Minus directional indicator")
            .period("period", 14, 2)
            .needs("dm(period).minus", "dm(period).range")
            .formula("100 -DM / TR; 0 where TR = 0", "Wilder 1978; TA-Lib MINUS_DI")
            .computedBy((in, a) -> new DirectionalIndex(in[0], in[1], false));

    static final IndicatorSpec DX = IndicatorSpec.named("dx", "Directional index")
            .period("period", 14, 2)
            .needs("dm(period).plus", "dm(period).minus")
            .formula("100 |+DI - -DI| / (+DI + -DI); the previous value where the sum is 0", "Wilder 1978; TA-Lib DX")
            .computedBy((in, a) -> new DirectionalIndex(in[0], in[1], true));

    private final Line first;
    private final Line second;
    private final boolean oneSided;

    DirectionalIndex(final Line first, final Line second, final boolean oneSided) {
        this.first = first;
        this.second = second;
        this.oneSided = oneSided;
    }

    @Override
    protected void update() {
        final double a = first.value();
        final double b = second.value();
        if (!oneSided) {
            emit(b > 0 ? 100 * (a / b) : 0);
        } else if (a + b > 0) {
            // The true range divides both and so drops out of their relation.
            emit(100 * (Math.abs(a - b) / (a + b)));
        } else if (Double.isNaN(last())) {
            emit(0);
        }
    }

    @Override
    protected void state(final StateExchange state) {
        // Remembers its output only.
    }
}
