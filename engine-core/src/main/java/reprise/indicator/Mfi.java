package reprise.indicator;

import reprise.state.StateExchange;

/**
 * Money flow index: the share of volume times typical price that traded on bars with a higher typical price. Typical prices are equal when
 * they differ by no more than 1e-10 of the price: thirds of decimal prices differ by noise, which would decide the sign of a whole bar's
 * flow. Amortised constant time.
 */
final class Mfi extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("mfi", "Money flow index")
            .needs("typical", "volume")
            .period("period", 14, 1)
            .formula(
                    "100 pos/(pos+neg) of tp*v by the sign of the change of tp, over n bars",
                    "Quong, Soudack 1989; TA-Lib MFI")
            .warmUp(a -> a.integer("period") + 1)
            .computedBy((in, a) -> new Mfi(in[0], in[1], a.integer("period")));

    private final Line typical;
    private final Line volume;
    private final RollingSum positive;
    private final RollingSum negative;
    private double previous = Double.NaN;

    Mfi(final Line typical, final Line volume, final int period) {
        this.typical = typical;
        this.volume = volume;
        positive = new RollingSum(period);
        negative = new RollingSum(period);
    }

    @Override
    protected void update() {
        final double price = typical.value();
        if (!Double.isNaN(previous)) {
            final double change = price - previous;
            final boolean tie = Math.abs(change) <= DirectionalMovement.TIE_TOLERANCE * Math.abs(price);
            final double flow = tie ? 0 : price * volume.value();
            positive.add(change > 0 ? flow : 0);
            negative.add(change < 0 ? flow : 0);
            emit(share());
        }
        previous = price;
    }

    private double share() {
        final double all = positive.value() + negative.value();
        return positive.isFull() && all > 0 ? 100 * (positive.value() / all) : Double.NaN;
    }

    @Override
    protected void state(final StateExchange state) {
        positive.state(state);
        negative.state(state);
        previous = state.field("previous", previous);
    }
}
