package reprise.simulation.lookahead;

import java.util.Arrays;

/** What two logs had come to at each moment at which the data can be cut: 40 bytes a moment. */
final class Moments {
    private static final int FIELDS = 5;

    private long[] fields = new long[FIELDS << 10];
    private int count;

    void add(final long timeNs, final Fingerprint events, final Fingerprint commands) {
        if (count * FIELDS == fields.length) {
            fields = Arrays.copyOf(fields, Math.multiplyExact(2, fields.length));
        }
        final int at = count++ * FIELDS;
        fields[at] = timeNs;
        fields[at + 1] = events.count();
        fields[at + 2] = events.hash();
        fields[at + 3] = commands.count();
        fields[at + 4] = commands.hash();
    }

    int count() {
        return count;
    }

    long timeNs(final int index) {
        return fields[index * FIELDS];
    }

    /** Whether anything was decided after the moment before, up to this one. */
    boolean isDecision(final int index) {
        return commands(index) > (index == 0 ? 0 : commands(index - 1));
    }

    private long commands(final int index) {
        return fields[index * FIELDS + 3];
    }

    /** Whether both logs are the same up to this moment and the last one of another run. */
    boolean isEqual(final int index, final Moments other) {
        final int at = index * FIELDS;
        final int end = (other.count - 1) * FIELDS;
        return other.count > 0 && Arrays.equals(fields, at, at + FIELDS, other.fields, end, end + FIELDS);
    }
}
