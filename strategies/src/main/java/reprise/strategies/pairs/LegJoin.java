package reprise.strategies.pairs;

import reprise.state.StateExchange;

/**
 * Brings together the closes of two legs that belong to the same time. What one leg has and the other has not is left out and counted.
 * Allocates nothing.
 */
final class LegJoin {
    private final long maxAgeNs;
    private final long[] timeNs = {Long.MIN_VALUE, Long.MIN_VALUE};
    private final double[] price = {Double.NaN, Double.NaN};
    private long joinedNs = Long.MIN_VALUE;
    private long missing;

    /**
     * Before the first bar.
     *
     * @param maxAgeNs a leg that is this much behind the other is not too old yet, nanoseconds.
     */
    LegJoin(final long maxAgeNs) {
        this.maxAgeNs = maxAgeNs;
    }

    /**
     * A leg closed a bar.
     *
     * @param leg 0 or 1.
     * @param closeTimeNs of the bar.
     * @param close of the bar.
     * @return whether both legs have one of that time now.
     */
    boolean add(final int leg, final long closeTimeNs, final double close) {
        if (timeNs[leg] > joinedNs && timeNs[1 - leg] != Long.MIN_VALUE) {
            missing++;
        }
        timeNs[leg] = closeTimeNs;
        price[leg] = close;
        if (timeNs[0] != timeNs[1]) {
            return false;
        }
        joinedNs = closeTimeNs;
        return true;
    }

    /** How far one leg is behind the other, nanoseconds; 0 before both have begun. */
    long ageNs() {
        final boolean begun = timeNs[0] != Long.MIN_VALUE && timeNs[1] != Long.MIN_VALUE;
        return begun ? Math.abs(timeNs[0] - timeNs[1]) : 0;
    }

    /** Whether a leg is too far behind the other for what was last computed of both to mean anything. */
    boolean isStale() {
        return ageNs() > maxAgeNs;
    }

    double price(final int leg) {
        return price[leg];
    }

    /** The later of both legs. */
    long timeNs() {
        return Math.max(timeNs[0], timeNs[1]);
    }

    /** How many bars had no counterpart since both legs began. */
    long missing() {
        return missing;
    }

    void exchange(final StateExchange state) {
        timeNs[0] = state.field("timeNs1", timeNs[0]);
        timeNs[1] = state.field("timeNs2", timeNs[1]);
        state.field("price", price);
        joinedNs = state.field("joinedNs", joinedNs);
        missing = state.field("missing", missing);
    }
}
