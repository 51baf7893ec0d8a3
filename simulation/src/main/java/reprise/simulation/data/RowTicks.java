package reprise.simulation.data;

/**
 * Ticks of a file with one to a row. What a row says is read by the subclass; here is what all rows share: as many columns as there should
 * be, a time, a mark of the source. Allocates nothing for a good row.
 */
abstract class RowTicks implements TickDecoder {
    private final RowSource rows;
    private final TickColumns columns;
    private final StampParser stamps;
    private final TickNumbers numbers;
    private final BadRows badRows;
    private final TickQuality quality;

    RowTicks(
            final RowSource rows,
            final TickColumns columns,
            final LocalClock clock,
            final TickNumbers numbers,
            final BadRows badRows,
            final TickQuality quality) {
        this.rows = rows;
        this.columns = columns;
        this.stamps = columns.stampForm().newParser(clock, quality.ofRows());
        this.numbers = numbers;
        this.badRows = badRows;
        this.quality = quality;
    }

    @Override
    public final boolean next(final TickRow row) {
        while (rows.next()) {
            quality.ofRows().row();
            final Fields fields = rows.fields();
            row.position = fields.position;
            if (hasItsColumns(fields) && !isMarked(fields) && hasTime(fields, row) && decode(fields, row)) {
                return true;
            }
        }
        return false;
    }

    /** Reads the rest of a row. Returns false if it is to be left out; it is counted then. */
    abstract boolean decode(Fields fields, TickRow row);

    final TickQuality quality() {
        return quality;
    }

    final TickColumns columns() {
        return columns;
    }

    private boolean hasItsColumns(final Fields fields) {
        final int expected = columns.count();
        if (fields.count == expected || fields.count == expected + 1 && fields.isEmpty(expected)) {
            return true;
        }
        badRows.refuseRow(
                RowFault.UNREADABLE,
                fields.position,
                "has " + fields.count + " columns, expected " + expected + ": " + String.join(",", columns.names()));
        return false;
    }

    private boolean isMarked(final Fields fields) {
        final int column = columns.marked();
        final boolean marked = column >= 0 && !fields.isEmpty(column) && fields.bytes[fields.start(column)] != '0';
        if (marked) {
            quality.markedTick();
        }
        return marked;
    }

    private boolean hasTime(final Fields fields, final TickRow row) {
        final long stampNs = stamps.parse(fields);
        if (stampNs == StampParser.INVALID) {
            refuse(
                    RowFault.UNREADABLE,
                    fields,
                    columns.stampForm().column(),
                    stamps.problem(),
                    "a " + columns.stampForm().kind().expected());
            return false;
        }
        row.timeNs = stampNs + columns.delayNs();
        return true;
    }

    final long price(final Fields fields, final int column) {
        return checked(fields, column, numbers.price(fields.bytes, fields.start(column), fields.end(column)));
    }

    final long priceOrNone(final Fields fields, final int column) {
        return checked(fields, column, numbers.priceOrNone(fields.bytes, fields.start(column), fields.end(column)));
    }

    final long quantity(final Fields fields, final int column) {
        return checked(fields, column, numbers.quantity(fields.bytes, fields.start(column), fields.end(column)));
    }

    final long quantityOrNone(final Fields fields, final int column) {
        return checked(fields, column, numbers.quantityOrNone(fields.bytes, fields.start(column), fields.end(column)));
    }

    private long checked(final Fields fields, final int column, final long value) {
        if (value == TickNumbers.REFUSED) {
            refuse(numbers.fault(), fields, column, numbers.problem(), numbers.expected());
        }
        return value;
    }

    final void refuse(
            final RowFault fault, final Fields fields, final int column, final String problem, final String expected) {
        final String text = badRows.wantsMessage() ? fields.shown(column) : "";
        badRows.refuse(fault, fields.position, columns.names().get(column), text, problem, expected);
    }

    final void refuseRow(final RowFault fault, final Fields fields, final String problem) {
        badRows.refuseRow(fault, fields.position, problem);
    }

    final boolean wantsMessage() {
        return badRows.wantsMessage();
    }

    @Override
    public final void close() {
        rows.close();
    }
}
