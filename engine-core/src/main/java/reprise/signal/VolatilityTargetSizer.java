package reprise.signal;

import reprise.number.Money;
import reprise.number.Rounding;

/**
 * A position whose expected volatility is a stated part of equity: {@code equity * target / volatility}, up to a stated leverage. The
 * quotient is a statistic; it is floored to 1e-8 and then multiplied exactly. Without a volatility, nothing.
 */
public final class VolatilityTargetSizer implements Sizer {
    private final double target;
    private final long maxLeverage;

    /**
     * A sizer.
     *
     * @param target volatility of the position as a fraction of equity, over the same time as the volatility that it is given.
     * @param maxLeverage the most that the position may be worth, as a part of equity, in units of 1e-8, up to ten times the equity.
     */
    public VolatilityTargetSizer(final double target, final long maxLeverage) {
        if (!(target > 0 && target <= 10)) {
            throw new IllegalArgumentException("target must be above 0 and at most 10: " + target);
        }
        this.target = target;
        this.maxLeverage = Rates.require("maxLeverage", maxLeverage, 10 * Money.ONE);
    }

    @Override
    public void size(final SizingInput input, final Sizing sizing) {
        if (!(input.volatility() > 0)) {
            sizing.beginWithNothing(input, SizeCap.NO_VOLATILITY);
            return;
        }
        final double leverage = target / input.volatility();
        final long rate = Rates.floor(leverage, 1_000 * Money.ONE);
        // More than the cap is never multiplied: it might not fit.
        final long used = Math.min(rate, maxLeverage);
        final long amount = Money.fraction(input.equity(), used, Rounding.FLOOR);
        sizing.beginWithNotional(input, amount);
        if (rate > maxLeverage) {
            sizing.bind(SizeCap.MAX_LEVERAGE);
        }
    }
}
