package reprise.simulation.data;

import java.util.Arrays;
import reprise.simulation.data.StreamMessage.Part;

/** The messages of one instrument in a recording, in the order of the file, each with a time. Allocates nothing per line. */
final class RecordingLines implements AutoCloseable {
    private final RowSource rows;
    private final StreamFormat format;
    private final byte[] symbol;
    private final boolean onlySymbol;
    private final BadRows badRows;
    private final TickQuality quality;
    private final StreamMessage message = new StreamMessage();
    private long latestNs;
    private long broken;

    /**
     * Before the first line.
     *
     * @param symbol of the messages that are wanted; null if messages name none
     * @param onlySymbol whether messages that name none are of this one
     */
    RecordingLines(
            final RowSource rows,
            final StreamFormat format,
            final byte[] symbol,
            final boolean onlySymbol,
            final BadRows badRows,
            final TickQuality quality) {
        this.rows = rows;
        this.format = format;
        this.symbol = symbol;
        this.onlySymbol = onlySymbol;
        this.badRows = badRows;
        this.quality = quality;
    }

    /** Moves to the next message of a kind. */
    boolean next(final TickKind kind) {
        while (rows.next()) {
            quality.ofRows().row();
            if (!format.read(rows.fields(), message)) {
                broken++;
                badRows.refuseRow(
                        RowFault.UNREADABLE, rows.fields().position, "cannot be read; expected " + format.name());
                continue;
            }
            latestNs = Math.max(latestNs, message.timeNs);
            if (message.tickKind() == kind && isOurs()) {
                return true;
            }
            quality.otherLine();
        }
        return false;
    }

    private boolean isOurs() {
        final int from = message.start(Part.SYMBOL);
        return symbol == null
                || from < 0 && onlySymbol
                || from >= 0 && Arrays.equals(symbol, 0, symbol.length, message.bytes, from, message.end(Part.SYMBOL));
    }

    StreamMessage message() {
        return message;
    }

    /** The row of the message; changes with the next. */
    Fields fields() {
        return rows.fields();
    }

    long position() {
        return rows.fields().position;
    }

    /** How many lines could not be read so far. */
    long broken() {
        return broken;
    }

    /** The venue's time of a message; where it has none the latest that a line before it has, else when it was heard. */
    long timeNs(final StreamMessage any) {
        if (any.timeNs > 0) {
            return any.timeNs;
        }
        return latestNs > 0 ? latestNs : any.heardNs;
    }

    @Override
    public void close() {
        rows.close();
    }
}
