package reprise.strategies.momentum;

import reprise.state.StateExchange;

/**
 * How high the volume sum of a symbol must be to be an alarm. At the end of each session it is set so high that over the last 20 sessions of
 * all symbols no more alarms would have come than are wanted, and never below the configured level: volume is autocorrelated, so that the
 * level for independent values would be reached too often. Costs a few passes once a session; fixed memory; allocates nothing.
 */
final class AlarmLevel {
    private final double least;
    private final double share;
    private final double[] highest;
    private final double[] scratch;
    private final int capacity;
    private long count;
    private double level;

    /** For so many symbols; the share is of symbols and session. */
    AlarmLevel(final double least, final double alarmsPerThousand, final int symbols) {
        this.least = least;
        share = alarmsPerThousand / 1_000;
        capacity = SymbolDays.SESSIONS * symbols;
        highest = new double[capacity];
        scratch = new double[capacity];
        level = least;
    }

    double level() {
        return level;
    }

    /** The highest sum of one symbol in a session that is over. */
    void add(final double sum) {
        highest[(int) (count % capacity)] = sum;
        count++;
    }

    /** The session is over for all symbols. */
    void settle() {
        final int size = (int) Math.min(count, capacity);
        final int allowed = (int) (share * size);
        final int rank = size - 1 - allowed;
        level = rank < 0 ? least : Math.max(least, Math.nextUp(ranked(rank, size)));
    }

    /** The value that would have a rank from below if all were sorted (FIND, Hoare 1961). A library's sort would allocate where it finds runs. */
    private double ranked(final int rank, final int size) {
        System.arraycopy(highest, 0, scratch, 0, size);
        int from = 0;
        int to = size - 1;
        while (from < to) {
            final double pivot = scratch[rank];
            int low = from;
            int high = to;
            while (low <= high) {
                while (scratch[low] < pivot) {
                    low++;
                }
                while (scratch[high] > pivot) {
                    high--;
                }
                if (low <= high) {
                    final double swapped = scratch[low];
                    scratch[low++] = scratch[high];
                    scratch[high--] = swapped;
                }
            }
            from = high < rank ? low : from;
            to = low > rank ? high : to;
        }
        return scratch[rank];
    }

    void state(final StateExchange state) {
        count = state.field("highestCount", count);
        level = state.field("alarmLevel", level);
        final int size = (int) Math.min(count, capacity);
        for (int i = 0; i < size; i++) {
            highest[i] = state.field("highest", highest[i]);
        }
    }
}
