package reprise.simulation.data;

import reprise.order.Side;
import reprise.simulation.data.StreamMessage.Part;
import reprise.simulation.market.TickSource;

/**
 * The order book of a recording, level by level. It begins with a snapshot: changes from before it wait, and those that are newer than it are
 * applied after it. Where changes are missing, or one cannot be read, the book is cleared, and nothing is told of it until the next snapshot.
 */
final class RecordedBook implements TickDecoder {
    private final RecordingLines lines;
    private final StreamFormat format;
    private final TickNumbers numbers;
    private final BadRows badRows;
    private final TickQuality quality;
    private final BookSequence sequence = new BookSequence();
    private final PendingLines pending = new PendingLines();
    private final StreamMessage pendingMessage = new StreamMessage();
    private final LevelList levels = new LevelList();
    private StreamMessage message;
    private Part part;
    private boolean removing;
    private boolean replaying;
    private long position;
    private long timeNs;
    private long brokenLines;

    RecordedBook(
            final RecordingLines lines,
            final StreamFormat format,
            final TickNumbers numbers,
            final BadRows badRows,
            final TickQuality quality) {
        this.lines = lines;
        this.format = format;
        this.numbers = numbers;
        this.badRows = badRows;
        this.quality = quality;
        quality.awaitsSnapshot(true);
    }

    @Override
    public boolean next(final TickRow row) {
        while (part != null || nextMessage()) {
            row.position = position;
            row.timeNs = timeNs;
            if (part == null ? begin(row) : nextLevel(row)) {
                return true;
            }
        }
        return false;
    }

    /** Moves to the next message: one that waited, else one of the file. */
    private boolean nextMessage() {
        final Fields waiting = replaying ? pending.next() : null;
        replaying = waiting != null;
        if (replaying) {
            format.read(waiting, pendingMessage);
            message = pendingMessage;
            position = waiting.position;
        } else if (lines.next(TickKind.BOOK)) {
            message = lines.message();
            position = lines.position();
        } else {
            leftOut(pending.clear());
            return false;
        }
        timeNs = lines.timeNs(message);
        return true;
    }

    /** Looks at a message. Returns whether it tells at once that the book is cleared. */
    private boolean begin(final TickRow row) {
        if (lines.broken() > brokenLines) {
            brokenLines = lines.broken();
            if (sequence.isLive() && message.lastId == StreamMessage.NONE) {
                keep();
                return lose(row);
            }
        }
        return message.kind == StreamMessage.Kind.SNAPSHOT ? beginSnapshot(row) : beginChanges(row);
    }

    private boolean beginSnapshot(final TickRow row) {
        if (sequence.isLive() && !format.snapshotReplaces()) {
            return false;
        }
        sequence.snapshot(message);
        quality.snapshot();
        quality.awaitsSnapshot(false);
        beginLevels();
        replaying = true;
        return cleared(row);
    }

    private boolean beginChanges(final TickRow row) {
        switch (sequence.changes(message)) {
            case APPLY -> beginLevels();
            case OLD -> quality.changeLeftOut();
            case AWAITING -> keep();
            case GAP -> {
                quality.sequenceGap();
                if (badRows.isStrict()) {
                    badRows.refuseRow(RowFault.UNREADABLE, position, sequence.problem(message));
                }
                badRows.note(position, sequence.problem(message));
                keep();
                return lose(row);
            }
            default -> throw new IllegalStateException("no such verdict");
        }
        return false;
    }

    /** Lets changes wait for a snapshot; those without a number could not be told from older ones. */
    private void keep() {
        if (message.kind != StreamMessage.Kind.CHANGES || message.lastId == StreamMessage.NONE || replaying) {
            leftOut(1);
        } else {
            leftOut(pending.add(lines.fields()));
        }
    }

    private void leftOut(final int count) {
        for (int i = 0; i < count; i++) {
            quality.changeLeftOut();
        }
    }

    private boolean lose(final TickRow row) {
        sequence.lose();
        quality.awaitsSnapshot(true);
        part = null;
        return cleared(row);
    }

    private boolean cleared(final TickRow row) {
        quality.clearedBook();
        row.kind = TickSource.Kind.CLEARED;
        return true;
    }

    /** Of changes, levels that are gone come first, lest the new ones of one side meet the old ones of the other. */
    private void beginLevels() {
        removing = message.kind == StreamMessage.Kind.CHANGES;
        begin(firstPart());
    }

    private Part firstPart() {
        return message.start(Part.CHANGES) >= 0 ? Part.CHANGES : Part.BIDS;
    }

    private void begin(final Part next) {
        part = next;
        levels.begin(message.bytes, message.start(next), message.end(next));
    }

    /** Reads the next level of a message. Returns false where it is not its turn, or none is left, and the message may be done. */
    private boolean nextLevel(final TickRow row) {
        if (levels.next()) {
            return isItsTurn() && (isLevel(row) || lose(row));
        }
        if (levels.isBroken()) {
            badRows.refuseRow(RowFault.UNREADABLE, position, "has " + part.label() + " that are no list of levels");
            return lose(row);
        }
        nextPart();
        return false;
    }

    private void nextPart() {
        if (part == Part.BIDS) {
            begin(Part.ASKS);
        } else if (removing) {
            removing = false;
            begin(firstPart());
        } else {
            part = null;
        }
    }

    private boolean isItsTurn() {
        return message.kind == StreamMessage.Kind.SNAPSHOT || levels.isGone() == removing;
    }

    private boolean isLevel(final TickRow row) {
        final int first = levels.count() - 2;
        final byte[] bytes = levels.bytes();
        row.kind = TickSource.Kind.LEVEL;
        row.side = part == Part.CHANGES ? sideOf(bytes[levels.start(0)]) : part == Part.BIDS ? Side.BUY : Side.SELL;
        row.price = checked(first, numbers.price(bytes, levels.start(first), levels.end(first)));
        row.quantity = row.price < 0
                ? row.price
                : checked(first + 1, numbers.quantity(bytes, levels.start(first + 1), levels.end(first + 1)));
        return row.quantity != TickNumbers.REFUSED;
    }

    private static Side sideOf(final byte first) {
        return first == 'b' ? Side.BUY : Side.SELL;
    }

    private long checked(final int value, final long number) {
        if (number == TickNumbers.REFUSED) {
            badRows.refuse(
                    numbers.fault(),
                    position,
                    part.label(),
                    badRows.wantsMessage() ? levels.text(value) : "",
                    numbers.problem(),
                    numbers.expected());
        }
        return number;
    }

    @Override
    public void close() {
        lines.close();
    }
}
