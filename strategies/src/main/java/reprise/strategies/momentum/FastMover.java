package reprise.strategies.momentum;

import reprise.state.StateExchange;

/**
 * Whether one symbol moves fast: by more than a fixed least move and by more than some times its usual move, in one of the windows, on more
 * than its usual volume. Constant time a bar; allocates nothing.
 */
final class FastMover {
    /** Lengths of the windows in minutes. */
    static final int[] WINDOWS = {1, 3, 5, 15};

    static final int LONGEST = 15;
    private static final double[] LEAST_MOVES = {0.01, 0.02, 0.03, 0.05};
    private static final double LN2 = StrictMath.log(2);
    private static final long MINUTE_NS = 60_000_000_000L;

    /** Nothing has ended yet. */
    private static final long NEVER = Long.MIN_VALUE;

    private final DetectionSettings.Fast settings;
    private final double scale;
    private boolean active;
    private int window;
    private int direction;
    private double score;
    private long sinceNs;
    private long fadingSinceNs = NEVER;
    private long endedNs = NEVER;

    private int seenWindow;
    private int seenDirection;
    private double seenScore;
    private double seenReturn;
    private double seenThreshold;
    private double seenRelativeVolume;
    private double seenValue;

    FastMover(final DetectionSettings detection) {
        settings = detection.fast();
        scale = settings.leastMoves() * detection.market().scale();
    }

    /** What a bar ends: the prices of the session, the usual of this minute, and the volume of the session against the usual. */
    record Moment(MinuteRing ring, SessionVolume usual, SymbolDays days, TimeProfile profile, int sessionMinutes) {}

    /**
     * Looks at all windows that are not shorter than the bars.
     *
     * @param moment at its end.
     * @param bucket of that time of day.
     * @param minute of the session.
     * @param volumeSoFar of the session.
     * @param barNs length of the bars.
     * @return whether one moves fast; the longest such is remembered as seen.
     */
    boolean look(
            final Moment moment, final int bucket, final double minute, final double volumeSoFar, final long barNs) {
        seenWindow = 0;
        for (int i = 0; i < WINDOWS.length; i++) {
            if (WINDOWS[i] * MINUTE_NS >= barNs && moment.ring.covers(WINDOWS[i])) {
                look(moment, i, bucket, minute, volumeSoFar);
            }
        }
        return seenWindow > 0;
    }

    private void look(final Moment moment, final int index, final int bucket, final double minute, final double soFar) {
        final int minutes = WINDOWS[index];
        final double move = moment.ring.returnOver(minutes);
        if (Math.abs(move) < scale * LEAST_MOVES[index]) {
            // Most windows of most bars end here.
            return;
        }
        final double threshold = threshold(moment, index, bucket);
        final double relative = moment.ring.volumeOver(minutes) / moment.usual.within(minute, minutes);
        final double value = moment.ring.valueOver(minutes);
        final boolean moves =
                Math.abs(move) >= threshold && relative >= settings.relativeVolume() && value >= settings.minValue();
        if (moves) {
            final double relativeSoFar = soFar / moment.usual.until(minute);
            seenWindow = minutes;
            seenDirection = move > 0 ? 1 : -1;
            seenScore = Math.abs(move) / threshold * StrictMath.log1p(relativeSoFar) / LN2;
            seenReturn = move;
            seenThreshold = threshold;
            seenRelativeVolume = relative;
            seenValue = value;
        }
    }

    /** The least move that counts; NaN, which nothing reaches, while the usual one is unknown. */
    private double threshold(final Moment moment, final int index, final int bucket) {
        final double sigma = moment.profile.shape(bucket)
                * moment.days.sigma()
                * Math.sqrt((double) WINDOWS[index] / moment.sessionMinutes);
        return Math.max(scale * LEAST_MOVES[index], settings.sigmas() * sigma);
    }

    /** Whether what was seen may be detected now: not too soon after the last, unless over a longer window. */
    boolean mayStart(final long nowNs) {
        return endedNs == NEVER || nowNs - endedNs >= settings.cooldown() || seenWindow > window;
    }

    void start(final long nowNs) {
        active = true;
        sinceNs = nowNs;
        fadingSinceNs = NEVER;
        take();
    }

    private void take() {
        window = seenWindow;
        direction = seenDirection;
        score = seenScore;
    }

    /** While active: takes a longer window that was seen. Its time begins anew. */
    boolean upgrade(final long nowNs) {
        if (seenWindow <= window) {
            return false;
        }
        start(nowNs);
        return true;
    }

    boolean isExpired(final long nowNs) {
        return nowNs - sinceNs >= settings.timeToLive();
    }

    /** While active, with every bar: whether the move has been small for long enough. */
    boolean hasFaded(final Moment moment, final int bucket, final long nowNs) {
        final int index = indexOf(window);
        final double threshold = threshold(moment, index, bucket);
        final boolean small = !moment.ring.covers(window) || Math.abs(moment.ring.returnOver(window)) < threshold / 2;
        if (!small) {
            fadingSinceNs = NEVER;
            return false;
        }
        if (fadingSinceNs == NEVER) {
            fadingSinceNs = nowNs;
        }
        return nowNs - fadingSinceNs >= settings.fade();
    }

    private static int indexOf(final int minutes) {
        int index = 0;
        while (WINDOWS[index] != minutes) {
            index++;
        }
        return index;
    }

    void end(final long nowNs) {
        active = false;
        endedNs = nowNs;
    }

    boolean isActive() {
        return active;
    }

    int window() {
        return window;
    }

    int direction() {
        return direction;
    }

    double score() {
        return score;
    }

    double seenScore() {
        return seenScore;
    }

    double seenReturn() {
        return seenReturn;
    }

    double seenThreshold() {
        return seenThreshold;
    }

    double seenRelativeVolume() {
        return seenRelativeVolume;
    }

    double seenValue() {
        return seenValue;
    }

    void state(final StateExchange state) {
        active = state.field("active", active);
        window = state.field("window", window);
        direction = state.field("direction", direction);
        score = state.field("score", score);
        sinceNs = state.field("sinceNs", sinceNs);
        fadingSinceNs = state.field("fadingSinceNs", fadingSinceNs);
        endedNs = state.field("endedNs", endedNs);
    }
}
