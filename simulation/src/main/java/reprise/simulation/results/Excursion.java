package reprise.simulation.results;

/**
 * How far a trade went against us and for us while it was open. Between two fills the result of a trade goes one way with the price, so that
 * the lowest and the highest price since the last fill tell both; they are valued when the position changes.
 */
final class Excursion {
    private long lowest;
    private long highest;
    private long adverse;
    private long favourable;

    /** A trade begins, at the price of its first fill. */
    void begin(final long price) {
        adverse = 0;
        favourable = 0;
        restart(price);
    }

    /** The position has changed at a price. */
    void restart(final long price) {
        lowest = price;
        highest = price;
    }

    /** Prices were seen. */
    void see(final long low, final long high) {
        lowest = Math.min(lowest, low);
        highest = Math.max(highest, high);
    }

    long lowest() {
        return lowest;
    }

    long highest() {
        return highest;
    }

    /** What the trade was worth at one of the two. */
    void weigh(final long pnl) {
        adverse = Math.min(adverse, pnl);
        favourable = Math.max(favourable, pnl);
    }

    /** Money, 0 or negative. */
    long adverse() {
        return adverse;
    }

    /** Money, 0 or positive. */
    long favourable() {
        return favourable;
    }
}
