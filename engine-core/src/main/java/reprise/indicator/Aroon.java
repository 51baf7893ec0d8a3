package reprise.indicator;

import reprise.state.StateExchange;

/** How long ago the extremes of the last {@code n + 1} bars were; of equal ones the newest counts. Amortised constant time. */
final class Aroon extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("aroon", "Aroon")
            .period("period", 14, 1)
            .needs("high", "low")
            .outputs("up", "down", "osc")
            .formula(
                    "up = 100 (n - bars since the high of n+1 bars) / n, down likewise, osc = up - down",
                    "Chande 1995; TA-Lib AROON")
            .warmUp(a -> a.integer("period") + 1)
            .computedBy((in, a) -> new Aroon(in[0], in[1], a.integer("period")));

    private final Line high;
    private final Line low;
    private final int period;
    private final RollingExtreme highest;
    private final RollingExtreme lowest;

    Aroon(final Line high, final Line low, final int period) {
        super(3);
        this.high = high;
        this.low = low;
        this.period = period;
        highest = RollingExtreme.largest(period + 1);
        lowest = RollingExtreme.smallest(period + 1);
    }

    @Override
    protected void update() {
        highest.add(high.value());
        lowest.add(low.value());
        if (highest.isDefined() && lowest.isDefined()) {
            final double up = 100.0 * (period - highest.age()) / period;
            final double down = 100.0 * (period - lowest.age()) / period;
            emit(up);
            emit(1, down);
            emit(2, up - down);
        }
    }

    @Override
    protected void state(final StateExchange state) {
        highest.state(state);
        lowest.state(state);
    }
}
