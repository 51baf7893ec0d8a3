package reprise.simulation.data;

import reprise.calendar.SessionCalendar;

/** Looks at the step from one bar to the next that do not meet: counts gaps and overlaps, and refuses them if that is asked for. */
final class BarSteps {
    private final BarBounds bounds;
    private final LocalClock clock;
    private final BadRows badRows;
    private final DataQuality quality;
    private final BarPeriod period;
    private final SessionCalendar sessions;

    /**
     * Steps of one file.
     *
     * @param sessions outside of which nothing is missing; null for a market that never closes
     */
    BarSteps(
            final BarBounds bounds,
            final LocalClock clock,
            final BadRows badRows,
            final DataQuality quality,
            final BarPeriod period,
            final SessionCalendar sessions) {
        this.bounds = bounds;
        this.clock = clock;
        this.badRows = badRows;
        this.quality = quality;
        this.period = period;
        this.sessions = sessions;
    }

    /** Takes the end of a bar and the beginning of the next one, which stands at a position of the file. */
    void check(final long endNs, final long beginNs, final long position) {
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
