package reprise.simulation.backtest;

import java.util.Arrays;
import reprise.message.EngineEvents;
import reprise.simulation.market.BarSource;

/**
 * The bars of one source that are history, the newest of them if there is a limit. Kept in memory, 64 bytes a bar, because the moment at which
 * history is told is known only at its end.
 */
final class BarHistory {
    private static final int FIELDS = 7;
    private static final int FIRST_CAPACITY = 256;

    private final int instrumentId;
    private final int limit;
    private long[] fields;
    private long count;

    /** An empty one. A limit of 0 is none. */
    BarHistory(final int instrumentId, final int limit) {
        this.instrumentId = instrumentId;
        this.limit = limit == 0 ? Integer.MAX_VALUE / FIELDS : limit;
        fields = new long[FIELDS * Math.min(this.limit, FIRST_CAPACITY)];
    }

    int instrumentId() {
        return instrumentId;
    }

    /** How many were added, those included that have been let go. */
    long added() {
        return count;
    }

    int kept() {
        return (int) Math.min(count, limit);
    }

    long closeTimeNs(final int index) {
        return fields[place(index)];
    }

    void add(final BarSource bar) {
        if (count < limit && FIELDS * count == fields.length) {
            fields = Arrays.copyOf(fields, (int) Math.min(2L * fields.length, (long) FIELDS * limit));
        }
        int at = (int) (count % limit) * FIELDS;
        count++;
        fields[at++] = bar.closeTimeNs();
        fields[at++] = bar.periodNs();
        fields[at++] = bar.openPrice();
        fields[at++] = bar.highPrice();
        fields[at++] = bar.lowPrice();
        fields[at++] = bar.closePrice();
        fields[at] = bar.volume();
    }

    private int place(final int index) {
        return (int) ((count - kept() + index) % limit) * FIELDS;
    }

    void tell(final int index, final EngineEvents events) {
        final int at = place(index);
        events.onHistoricalBar(
                instrumentId,
                fields[at],
                fields[at + 1],
                fields[at + 2],
                fields[at + 3],
                fields[at + 4],
                fields[at + 5],
                fields[at + 6]);
    }
}
