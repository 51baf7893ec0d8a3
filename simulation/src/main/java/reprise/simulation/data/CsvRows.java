package reprise.simulation.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Splits a text file into rows and fields on its own byte buffer; allocates nothing per row.
 *
 * <p>A field may stand in double quotes; the quotes are taken off, doubled quotes inside stay as they are (they only occur in
 * columns nobody reads numbers from). A row never spans lines. Line ends are LF or CR LF.
 */
final class CsvRows implements RowSource {

    private static final int BUFFER_BYTES = 1 << 18;
    private static final int MAX_LINE_BYTES = 1 << 22;

    private final SourceFile source;
    private final InputStream in;
    private final byte delimiter;
    private final Fields fields = new Fields();
    private byte[] buffer;
    private int position;
    private int limit;
    private int lineStart;
    private boolean ended;
    private long line;

    CsvRows(final SourceFile source, final char delimiter) {
        this(source, delimiter, BUFFER_BYTES);
    }

    CsvRows(final SourceFile source, final char delimiter, final int bufferBytes) {
        this.source = source;
        this.in = source.open();
        this.delimiter = (byte) delimiter;
        this.buffer = new byte[bufferBytes];
        this.fields.bytes = buffer;
        skipByteOrderMark();
    }

    @Override
    public boolean next() {
        do {
            lineStart = position;
            fields.count = 0;
            if (position == limit && !refill()) {
                return false;
            }
            line++;
            fields.position = line;
            splitLine();
        } while (isBlank());
        return true;
    }

    @Override
    public Fields fields() {
        return fields;
    }

    @Override
    public String positionName() {
        return "line";
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (final IOException e) {
            throw source.unreadable(e);
        }
    }

    private void splitLine() {
        boolean more = true;
        while (more) {
            final boolean quoted = (position < limit || refill()) && buffer[position] == '"';
            more = quoted ? quotedField() : plainField();
        }
    }

    /** Reads to the next delimiter or line end; returns whether the line goes on. */
    private boolean plainField() {
        int start = position;
        int scan = start;
        while (true) {
            final byte[] bytes = buffer;
            final int end = limit;
            for (; scan < end; scan++) {
                final byte b = bytes[scan];
                if (b == delimiter) {
                    addField(start, scan);
                    position = scan + 1;
                    return true;
                }
                if (b == '\n') {
                    addField(start, withoutCarriageReturn(start, scan));
                    position = scan + 1;
                    return false;
                }
            }
            position = scan;
            final int before = lineStart;
            final boolean more = refill();
            start -= before - lineStart;
            scan = position;
            if (!more) {
                addField(start, withoutCarriageReturn(start, limit));
                return false;
            }
        }
    }

    /** Reads a field in quotes, then whatever follows up to the delimiter. */
    private boolean quotedField() {
        int start = position + 1;
        int scan = start;
        int closing = -1;
        while (true) {
            for (; scan < limit; scan++) {
                final byte b = buffer[scan];
                if (b == '\n' || (b == delimiter && closing >= 0)) {
                    addField(start, closing >= 0 ? closing : withoutCarriageReturn(start, scan));
                    position = scan + 1;
                    return b != '\n';
                }
                if (b == '"') {
                    closing = closing == scan - 1 ? -1 : scan;
                }
            }
            position = scan;
            final int before = lineStart;
            final boolean more = refill();
            final int shift = before - lineStart;
            start -= shift;
            closing = closing >= 0 ? closing - shift : -1;
            scan = position;
            if (!more) {
                addField(start, closing >= 0 ? closing : withoutCarriageReturn(start, limit));
                return false;
            }
        }
    }

    private void addField(final int start, final int end) {
        final int column = fields.count++;
        if (column < Fields.MAX_COLUMNS) {
            fields.starts[column] = start;
            fields.ends[column] = end;
        }
    }

    private int withoutCarriageReturn(final int start, final int end) {
        return end > start && buffer[end - 1] == '\r' ? end - 1 : end;
    }

    private boolean isBlank() {
        return fields.count == 1 && fields.starts[0] == fields.ends[0];
    }

    /**
     * Gets more bytes behind {@code limit}. The current line moves to the front of the buffer, and with it {@code lineStart},
     * {@code position} and the fields found so far.
     *
     * @return false at the end of the input
     */
    private boolean refill() {
        if (ended) {
            return false;
        }
        moveToFront(lineStart);
        if (limit == buffer.length) {
            grow();
        }
        try {
            final int read = in.read(buffer, limit, buffer.length - limit);
            ended = read < 0;
            limit += Math.max(read, 0);
            return !ended;
        } catch (final IOException e) {
            throw source.unreadable(e);
        }
    }

    private void moveToFront(final int from) {
        System.arraycopy(buffer, from, buffer, 0, limit - from);
        for (int column = Math.min(fields.count, Fields.MAX_COLUMNS) - 1; column >= 0; column--) {
            fields.starts[column] -= from;
            fields.ends[column] -= from;
        }
        limit -= from;
        position -= from;
        lineStart -= from;
    }

    private void grow() {
        if (buffer.length >= MAX_LINE_BYTES) {
            throw new DataException(source + ", line " + line + ": longer than " + MAX_LINE_BYTES
                    + " bytes; this is not a table of bars");
        }
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
        fields.bytes = buffer;
    }

    private void skipByteOrderMark() {
        while (limit < 3 && refill()) {
            // a compressed stream may hand out its first bytes one by one
        }
        if (limit >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF) {
            position = 3;
        }
    }
}
