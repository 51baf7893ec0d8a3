package reprise.indicator;

import reprise.state.StateExchange;

/** Wilder's moving average: {@code p += (x - p) / n}, seeded by the mean of the first {@code n} values. Exact, in constant time. */
final class WilderAverage extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("rma", "Wilder's moving average")
            .input("x", "close")
            .period("period", 14, 1)
            .formula("p += (x-p)/n; first value: mean of the first n", "Wilder 1978")
            .warmUp(a -> a.integer("period"))
            .memory(a -> a.integer("period") + IndicatorSpec.fade(1 - 1.0 / a.integer("period")))
            .computedBy((in, a) -> new WilderAverage(in[0], a.integer("period")));

    private final Line x;
    private final int period;
    private final double weight;
    private int seen;
    private double seedSum;

    WilderAverage(final Line x, final int period) {
        this.x = x;
        this.period = period;
        this.weight = 1.0 / period;
    }

    @Override
    protected void update() {
        final double input = x.value();
        if (Double.isNaN(input)) {
            return;
        }
        if (seen == period) {
            final double average = last();
            emit(average + weight * (input - average));
        } else {
            seed(input);
        }
    }

    private void seed(final double input) {
        seedSum += input;
        seen++;
        if (seen == period) {
            emit(seedSum / period);
        }
    }

    @Override
    protected void state(final StateExchange state) {
        seen = state.field("seen", seen);
        seedSum = state.field("seedSum", seedSum);
    }
}
