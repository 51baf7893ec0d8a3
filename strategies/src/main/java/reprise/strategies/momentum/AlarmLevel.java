package reprise.strategies.momentum;

import java.util.Arrays;
import reprise.state.StateExchange;

/**
 * How high the volume sum of a symbol must be to be an alarm. At the end of each session it is set so high that over the last 20 sessions of
 * all symbols no more alarms would have come than are wanted, and never below the configured level: volume is autocorrelated, so that the
 * level for independent values would be reached too often. Costs a sort once a session; fixed memory.
 */
final class AlarmLevel {
    private final double least;
    private final double share;
    private final double[] highest;
    private final double[] sorted;
    private final int capacity;
    private long count;
    private double level;

    /** For so many symbols; the share is of symbols and session. */
    AlarmLevel(final double least, final double alarmsPerThousand, final int symbols) {
        this.least = least;
        share = alarmsPerThousand / 1_000;
        capacity = SymbolDays.SESSIONS * symbols;
        highest = new double[capacity];
        sorted = new double[capacity];
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
        System.arraycopy(highest, 0, sorted, 0, size);
        Arrays.sort(sorted, 0, size);
        final int allowed = (int) (share * size);
        final int index = size - 1 - allowed;
        level = index < 0 ? least : Math.max(least, Math.nextUp(sorted[index]));
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
