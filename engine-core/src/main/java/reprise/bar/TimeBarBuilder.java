package reprise.bar;

import reprise.state.StateExchange;

/**
 * Bars of equal spans of time, aligned to UTC or to sessions. A span in which nothing came has no bar: it has no prices, and carrying the
 * last one on would invent them.
 *
 * <p>The deadline is the bar's end and the delay of the specification after it. A bar whose deadline is past when it begins, because it is
 * history or its only trade was slow to arrive, closes with the first input beyond it, or when nothing came for a second.
 */
final class TimeBarBuilder extends BarBuilder {
    private static final long PAST_PATIENCE_NS = 1_000_000_000L;

    private final BarIntervals intervals;
    private final long closeDelayNs;
    private long startNs;
    private long endNs;
    private long closedUntilNs = Long.MIN_VALUE;
    private long deadlineNs = Long.MAX_VALUE;

    TimeBarBuilder(final BarSeries series) {
        super(series);
        intervals = new BarIntervals(series.spec());
        closeDelayNs = series.spec().closeDelayNs();
    }

    @Override
    public boolean endBefore(final long timeNs) {
        if (forming().isEmpty() || timeNs < endNs) {
            return false;
        }
        closedUntilNs = endNs;
        deadlineNs = Long.MAX_VALUE;
        return close(endNs, endNs - startNs);
    }

    @Override
    boolean prepare(final long nowNs, final long timeNs) {
        if (!forming().isEmpty() && timeNs >= startNs) {
            extendDeadline(nowNs);
            return true;
        }
        if (!intervals.isInSession(timeNs)) {
            return false;
        }
        final boolean late = !forming().isEmpty() || timeNs < closedUntilNs;
        if (late && !admitLate()) {
            return false;
        }
        if (forming().isEmpty()) {
            return begin(nowNs, late ? closedUntilNs : timeNs);
        }
        extendDeadline(nowNs);
        return true;
    }

    private boolean begin(final long nowNs, final long timeNs) {
        if (!intervals.find(timeNs)) {
            // The session that a late trade belonged to is over.
            return false;
        }
        startNs = intervals.startNs();
        endNs = intervals.endNs();
        deadlineNs = endNs + closeDelayNs;
        extendDeadline(nowNs);
        return true;
    }

    private void extendDeadline(final long nowNs) {
        if (endNs + closeDelayNs <= nowNs) {
            deadlineNs = nowNs + PAST_PATIENCE_NS;
        }
    }

    @Override
    boolean completedBy(final long timeNs, final long price, final long volume) {
        return false;
    }

    @Override
    public long deadlineNs() {
        return deadlineNs;
    }

    @Override
    public void exchange(final StateExchange state) {
        super.exchange(state);
        closedUntilNs = state.field("closedUntilNs", closedUntilNs);
        if (!forming().isEmpty()) {
            startNs = state.field("startNs", startNs);
            endNs = state.field("endNs", endNs);
            deadlineNs = state.field("deadlineNs", deadlineNs);
        }
    }
}
