package reprise.simulation.venue;

/** What the account has traded today and on the 29 days before, by UTC days: what fee tiers look at. Allocates nothing. */
final class TradedVolume {
    private static final int DAYS = 30;
    private static final long DAY_NS = 86_400_000_000_000L;

    private final long[] byDay = new long[DAYS];
    private long day = Long.MIN_VALUE;
    private long total;

    /** Counts a fill that came after those counted before. */
    void add(final long timeNs, final long notional) {
        moveTo(timeNs);
        byDay[slot(day)] += notional;
        total += notional;
    }

    /** The money traded up to a time. */
    long upTo(final long timeNs) {
        moveTo(timeNs);
        return total;
    }

    private void moveTo(final long timeNs) {
        final long today = Math.floorDiv(timeNs, DAY_NS);
        if (today <= day) {
            return;
        }
        final long first = Math.max(day == Long.MIN_VALUE ? today : day + 1, today - DAYS + 1);
        for (long passed = first; passed <= today; passed++) {
            total -= byDay[slot(passed)];
            byDay[slot(passed)] = 0;
        }
        day = today;
    }

    private static int slot(final long day) {
        return (int) Math.floorMod(day, (long) DAYS);
    }
}
