package reprise.simulation.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds the values of some names in a JSON object, in place: nothing is copied, nothing is made. For lines of recordings, where most of a
 * line is passed over. Strings are given without their quotes, escapes in them as they stand.
 */
final class JsonFields {
    private final byte[][] names;
    private final int[] starts;
    private final int[] ends;

    JsonFields(final String... names) {
        this.names = Arrays.stream(names)
                .map(name -> name.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        starts = new int[names.length];
        ends = new int[names.length];
    }

    /** Looks through an object that fills the range. Returns false if it is none. */
    boolean scan(final byte[] bytes, final int from, final int to) {
        Arrays.fill(starts, -1);
        Arrays.fill(ends, -1);
        int p = JsonText.skipSpace(bytes, from, to);
        if (p >= to || bytes[p] != '{') {
            return false;
        }
        p = JsonText.skipSpace(bytes, p + 1, to);
        while (p < to && bytes[p] == '"') {
            final int keyEnd = JsonText.endOfValue(bytes, p, to);
            final int colon = keyEnd < 0 ? to : JsonText.skipSpace(bytes, keyEnd, to);
            if (colon >= to || bytes[colon] != ':') {
                return false;
            }
            final int value = JsonText.skipSpace(bytes, colon + 1, to);
            final int valueEnd = JsonText.endOfValue(bytes, value, to);
            if (valueEnd < 0) {
                return false;
            }
            keep(bytes, p + 1, keyEnd - 1, value, valueEnd);
            p = JsonText.skipSpace(bytes, valueEnd, to);
            if (p < to && bytes[p] == ',') {
                p = JsonText.skipSpace(bytes, p + 1, to);
            }
        }
        return p < to && bytes[p] == '}' && JsonText.skipSpace(bytes, p + 1, to) == to;
    }

    private void keep(final byte[] bytes, final int keyFrom, final int keyTo, final int from, final int to) {
        for (int i = 0; i < names.length; i++) {
            if (Arrays.equals(names[i], 0, names[i].length, bytes, keyFrom, keyTo)) {
                final boolean isText = bytes[from] == '"';
                starts[i] = isText ? from + 1 : from;
                ends[i] = isText ? to - 1 : to;
                return;
            }
        }
    }

    boolean has(final int name) {
        return starts[name] >= 0;
    }

    int start(final int name) {
        return starts[name];
    }

    int end(final int name) {
        return ends[name];
    }

    /** Whether a value is this text. */
    boolean is(final byte[] bytes, final int name, final byte[] text) {
        return has(name) && Arrays.equals(text, 0, text.length, bytes, starts[name], ends[name]);
    }

    /** A value that is a whole number; -1 if it is not there or none. */
    long number(final byte[] bytes, final int name) {
        return has(name) ? JsonText.number(bytes, starts[name], ends[name]) : -1;
    }
}
