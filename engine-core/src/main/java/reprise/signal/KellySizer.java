package reprise.signal;

import reprise.number.Money;
import reprise.number.Rounding;

/**
 * Kelly sizing with a bootstrap phase, per leg of a pair: while there are fewer than {@code fullFrom} closed trades a fixed part of equity;
 * from then on half of Kelly's fraction, shared by two legs. Never more than the hard cap; no trade at all where Kelly's fraction is zero or
 * negative.
 *
 * <pre>
 *   kelly   = winRate - (1 - winRate) / (mean win / mean loss)
 *   per leg = min(kelly / 2 * equity / 2, hardCap * equity)      shares = floor(per leg / price)
 * </pre>
 */
public final class KellySizer implements Sizer {
    /** Half of Kelly's fraction, on each of two legs. */
    private static final int PARTS = 4;

    private final int fullFrom;
    private final long bootstrapRate;
    private final long hardCap;

    /**
     * A sizer.
     *
     * @param fullFrom closed trades from which Kelly's rule is used.
     * @param bootstrapRate part of equity per leg before, in units of 1e-8, at most the hard cap.
     * @param hardCap the most per leg, as a part of equity, in units of 1e-8, at most all.
     */
    public KellySizer(final int fullFrom, final long bootstrapRate, final long hardCap) {
        if (fullFrom < 1) {
            throw new IllegalArgumentException("fullFrom must be at least 1: " + fullFrom);
        }
        this.fullFrom = fullFrom;
        this.hardCap = Rates.require("hardCap", hardCap, Money.ONE);
        this.bootstrapRate = Rates.require("bootstrapRate", bootstrapRate, hardCap);
    }

    /**
     * The sizer of the pairs specification: 20 trades, 2 % before, 10 % at most.
     *
     * @return a sizer.
     */
    public static KellySizer standard() {
        return new KellySizer(20, 2_000_000, 10_000_000);
    }

    @Override
    public void size(final SizingInput input, final Sizing sizing) {
        if (input.closedTrades() < fullFrom) {
            sizing.beginWithNotional(input, Money.fraction(input.equity(), bootstrapRate, Rounding.FLOOR));
            return;
        }
        final long fraction = Kelly.fraction(input.winRate(), input.payoff());
        if (fraction == 0) {
            sizing.beginWithNothing(input, SizeCap.NO_EDGE);
            return;
        }
        final long wanted = Kelly.part(input.equity(), fraction, PARTS);
        final long most = Money.fraction(input.equity(), hardCap, Rounding.FLOOR);
        sizing.beginWithNotional(input, Math.min(wanted, most));
        if (wanted > most) {
            sizing.bind(SizeCap.HARD_CAP);
        }
    }
}
