package reprise.simulation.data;

import java.nio.charset.StandardCharsets;

/**
 * One row split into fields: positions in a byte array that belongs to the row's source. Valid until the source moves on.
 *
 * <p>A field that the row lacks altogether (possible in JSON objects) has start -1.
 */
final class Fields {

    /** Columns beyond this are counted but cannot be addressed. */
    static final int MAX_COLUMNS = 512;

    private static final int SHOWN_CHARS = 40;

    byte[] bytes = new byte[0];
    final int[] starts = new int[MAX_COLUMNS];
    final int[] ends = new int[MAX_COLUMNS];
    int count;
    /** Line number in a text file, record number in JSON; from 1. */
    long position;

    int start(final int column) {
        return starts[column];
    }

    int end(final int column) {
        return ends[column];
    }

    boolean has(final int column) {
        return column < count && starts[column] >= 0;
    }

    boolean isEmpty(final int column) {
        return !has(column) || starts[column] == ends[column];
    }

    /** The text of a field, empty if the row lacks it. Allocates. */
    String text(final int column) {
        return has(column)
                ? new String(bytes, starts[column], ends[column] - starts[column], StandardCharsets.UTF_8)
                : "";
    }

    /** The text of a field, shortened for a message. Allocates. */
    String shown(final int column) {
        final String text = text(column);
        return text.length() <= SHOWN_CHARS ? text : text.substring(0, SHOWN_CHARS) + "...";
    }
}
