package reprise.signal;

import reprise.number.Money;
import reprise.number.Rounding;

/** As much as loses a stated part of equity when the stop is hit: {@code risk * equity / stopDistance}. Without a stop, nothing. */
public final class RiskPerTradeSizer implements Sizer {
    private final long risk;

    /**
     * A sizer.
     *
     * @param risk part of equity that one stop may cost, in units of 1e-8, at most all.
     */
    public RiskPerTradeSizer(final long risk) {
        this.risk = Rates.require("risk", risk, Money.ONE);
    }

    @Override
    public void size(final SizingInput input, final Sizing sizing) {
        if (input.stopDistance() <= 0) {
            sizing.beginWithNothing(input, SizeCap.NO_STOP);
        } else {
            final long loss = Money.fraction(input.equity(), risk, Rounding.FLOOR);
            sizing.beginWithRisk(input, loss);
        }
    }
}
