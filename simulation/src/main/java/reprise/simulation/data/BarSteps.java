package reprise.simulation.data;

import reprise.calendar.SessionCalendar;
import reprise.guard.GuardLimits;
import reprise.number.Decimals;

/** Looks at the step from one bar to the next: counts gaps, overlaps and jumps, and refuses them if that is asked for. */
final class BarSteps {
    /** What the data guard takes for a failure, unless it is configured otherwise; of opens too, because orders trade at these. */
    private static final int JUMP_BPS = GuardLimits.forBars(BarPeriod.DAY_NS).jumpFailBps();

    private static final int BPS_OF_ALL = 10_000;

    private final BarBounds bounds;
    private final LocalClock clock;
    private final BadRows badRows;
    private final DataQuality quality;
    private final BarPeriod period;
    private final ReadOptions options;
    private final SessionCalendar sessions;

    /**
     * Steps of one file.
     *
     * @param options whose decimals and sessions are used; outside of sessions nothing is missing
     */
    BarSteps(
            final BarBounds bounds,
            final LocalClock clock,
            final BadRows badRows,
            final DataQuality quality,
            final BarPeriod period,
            final ReadOptions options) {
        this.bounds = bounds;
        this.clock = clock;
        this.badRows = badRows;
        this.quality = quality;
        this.period = period;
        this.options = options;
        this.sessions = options.closingSessions();
    }

    /** Takes the last price of a bar and the next one. */
    void checkPrices(final long lastClose, final BarRow row) {
        if (isJump(lastClose, row.open)) {
            jump("open", lastClose, row.open, row.position);
        } else if (isJump(lastClose, row.close)) {
            jump("close", lastClose, row.close, row.position);
        }
    }

    private static boolean isJump(final long from, final long to) {
        return Math.abs(to - from) * (double) BPS_OF_ALL > from * (double) JUMP_BPS;
    }

    private void jump(final String what, final long from, final long to, final long position) {
        quality.jump(() -> badRows.place(position) + ", " + what + " from " + text(from) + " to " + text(to));
        if (badRows.isStrict()) {
            badRows.refuseRow(
                    RowFault.DISORDER,
                    position,
                    "the " + what + " jumps from " + text(from) + " to " + text(to)
                            + "; expected an open and a close within " + 100 * JUMP_BPS / BPS_OF_ALL
                            + " % of the close before");
        }
    }

    private String text(final long price) {
        return Decimals.formatShort(price, options.priceDecimals());
    }

    /** Takes the end of a bar and the beginning of the next one, which stands at a position of the file, if they do not meet. */
    void checkTimes(final long endNs, final long beginNs, final long position) {
        if (beginNs < endNs) {
            overlap(endNs, beginNs, position);
            return;
        }
        final long missing =
                sessions == null ? bounds.barsBetween(endNs, beginNs) : bounds.barsBetween(endNs, beginNs, sessions);
        if (missing > 0) {
            gap(endNs, beginNs, missing, position);
        }
    }

    private void overlap(final long endNs, final long beginNs, final long position) {
        quality.overlap();
        if (badRows.isStrict()) {
            badRows.refuseRow(
                    RowFault.DISORDER,
                    position,
                    "the bar begins at " + UtcText.of(beginNs) + ", before the one before it ends at "
                            + UtcText.of(endNs) + "; expected steps of " + period);
        }
    }

    private void gap(final long endNs, final long beginNs, final long missing, final long position) {
        final long lengthNs = sessions == null ? beginNs - endNs : missing * period.nominalNs();
        quality.gap(endNs, lengthNs, missing, clock.localDay(endNs) == clock.localDay(beginNs));
        if (badRows.isStrict()) {
            badRows.refuseRow(
                    RowFault.DISORDER,
                    position,
                    "gap of " + missing + " bars from " + UtcText.of(endNs) + " to " + UtcText.of(beginNs)
                            + "; expected a bar every " + period
                            + (sessions == null
                                    ? " around the clock (of a market that closes, give the calendar)"
                                    : " in sessions of " + sessions.name()));
        }
    }
}
