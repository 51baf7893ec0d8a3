package reprise.strategies.momentum;

import reprise.state.StateExchange;

/**
 * A one-sided cumulative sum of standardised volumes: rises while they are larger than expected, never falls below 0 (Page 1954). For
 * independent standard normal values, a drift of 0.5 and an alarm of 5, false alarms come about every 930 values.
 */
final class VolumeSum {
    private final double drift;
    private double sum;
    private double highest;

    VolumeSum(final double drift) {
        this.drift = drift;
    }

    void add(final double z) {
        sum = Math.max(0, sum + z - drift);
        highest = Math.max(highest, sum);
    }

    double sum() {
        return sum;
    }

    void reset() {
        sum = 0;
    }

    /** The highest sum since the last call. */
    double takeHighest() {
        final double taken = highest;
        highest = sum;
        return taken;
    }

    void state(final StateExchange state) {
        sum = state.field("sum", sum);
        highest = state.field("highest", highest);
    }
}
