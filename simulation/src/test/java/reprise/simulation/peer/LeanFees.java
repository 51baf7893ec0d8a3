package reprise.simulation.peer;

import reprise.number.Money;
import reprise.simulation.venue.FeeSchedule;
import reprise.simulation.venue.VenueConfig;

/** LEAN's account of a broker: half a cent a share, at least a unit of money, at most half a percent of the value. */
final class LeanFees {
    private static final long FREE_E8 = Money.ONE / 400;
    private static final long PER_SHARE = Money.ONE / 200;

    /** What it may carry is more than it ever does: the price of a fill may be above that by which the order was sized. */
    static final VenueConfig VENUE = VenueConfig.PLAIN
            .withShortsAndLeverageE8(2 * Money.ONE)
            .withFees(new FeeSchedule(0, 0, PER_SHARE, Money.ONE).withMaxPerOrderE8(50 * FeeSchedule.BASIS_POINT_E8));

    private LeanFees() {}

    /** The most shares that equity buys, a quarter of a percent of it kept free, with their fee. */
    static long sharesFor(final long equity, final long priceOfOne) {
        final long target = equity - Money.fraction(equity, FREE_E8, reprise.number.Rounding.CEILING);
        long shares = target / priceOfOne;
        while (shares * priceOfOne + Math.max(Money.ONE, shares * PER_SHARE) > target) {
            shares--;
        }
        return shares;
    }
}
