package reprise.simulation.data;

import java.nio.charset.StandardCharsets;

/**
 * Steps through a JSON list of levels, such as {@code [["61800.20","2.909"],...]} or {@code [["sell","0.5762","335.0"]]}, in place.
 */
final class LevelList {
    private static final int MOST_VALUES = 3;

    private final int[] starts = new int[MOST_VALUES];
    private final int[] ends = new int[MOST_VALUES];
    private byte[] bytes;
    private int position;
    private int end;
    private int count;
    private boolean broken;

    /** Begins a list that fills the range; without one, for a position below 0, there are no levels. */
    void begin(final byte[] text, final int from, final int to) {
        bytes = text;
        end = to;
        broken = from >= 0 && (from >= to || text[from] != '[');
        position = from < 0 ? to : from + 1;
    }

    /** Moves to the next level. Returns false at the end, or where the list is {@link #isBroken() broken}. */
    boolean next() {
        position = JsonText.skipSpace(bytes, position, end);
        if (position < end && bytes[position] == ',') {
            position = JsonText.skipSpace(bytes, position + 1, end);
        }
        if (broken || position >= end || bytes[position] == ']') {
            return false;
        }
        final int levelEnd = bytes[position] == '[' ? JsonText.endOfValue(bytes, position, end) : -1;
        broken = levelEnd < 0 || !split(position + 1, levelEnd - 1);
        position = levelEnd;
        return !broken;
    }

    private boolean split(final int from, final int to) {
        count = 0;
        int p = JsonText.skipSpace(bytes, from, to);
        while (p < to && count < MOST_VALUES) {
            final int valueEnd = JsonText.endOfValue(bytes, p, to);
            if (valueEnd < 0) {
                return false;
            }
            final boolean isText = bytes[p] == '"';
            starts[count] = isText ? p + 1 : p;
            ends[count] = isText ? valueEnd - 1 : valueEnd;
            count++;
            p = JsonText.skipSpace(bytes, valueEnd, to);
            if (p < to && bytes[p] == ',') {
                p = JsonText.skipSpace(bytes, p + 1, to);
            }
        }
        return count >= 2;
    }

    boolean isBroken() {
        return broken;
    }

    byte[] bytes() {
        return bytes;
    }

    /** How many values the level has, two or three. */
    int count() {
        return count;
    }

    /** Whether the last value, the quantity, is zero. */
    boolean isGone() {
        for (int p = starts[count - 1]; p < ends[count - 1]; p++) {
            if (bytes[p] != '0' && bytes[p] != '.') {
                return false;
            }
        }
        return true;
    }

    /** The text of a value. Allocates. */
    String text(final int value) {
        return new String(bytes, starts[value], ends[value] - starts[value], StandardCharsets.UTF_8);
    }

    int start(final int value) {
        return starts[value];
    }

    int end(final int value) {
        return ends[value];
    }
}
