package reprise.simulation.report;

import java.util.Arrays;

/** What ended trades earned, in order of their ends, up to a limit above which nothing is said about them. */
final class TradeAmounts {
    private static final int FIRST_SIZE = 256;

    private final int limit;
    private double[] amounts = new double[FIRST_SIZE];
    private long count;

    TradeAmounts(final int limit) {
        this.limit = limit;
    }

    void add(final double amount) {
        if (count < limit) {
            if (count == amounts.length) {
                amounts = Arrays.copyOf(amounts, Math.min(limit, 2 * amounts.length));
            }
            amounts[(int) count] = amount;
        }
        count++;
    }

    /** Whether there are all of them. */
    boolean isComplete() {
        return count <= limit;
    }

    double[] toArray() {
        return Arrays.copyOf(amounts, (int) Math.min(count, limit));
    }
}
