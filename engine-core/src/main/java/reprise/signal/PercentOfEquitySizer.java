package reprise.signal;

import reprise.number.Money;
import reprise.number.Rounding;

/** A part of equity per position. */
public final class PercentOfEquitySizer implements Sizer {
    private final long rate;

    /**
     * A sizer.
     *
     * @param rate part of equity, in units of 1e-8, up to ten times the equity.
     */
    public PercentOfEquitySizer(final long rate) {
        this.rate = Rates.require("rate", rate, 10 * Money.ONE);
    }

    @Override
    public void size(final SizingInput input, final Sizing sizing) {
        sizing.beginWithNotional(input, Money.fraction(input.equity(), rate, Rounding.FLOOR));
    }
}
