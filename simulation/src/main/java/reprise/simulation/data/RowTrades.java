package reprise.simulation.data;

import reprise.market.Aggressor;
import reprise.simulation.market.TickSource;

/** Trades, one to a row. */
final class RowTrades extends RowTicks {
    private final TradeIds ids;

    RowTrades(
            final RowSource rows,
            final TickColumns columns,
            final LocalClock clock,
            final TickNumbers numbers,
            final BadRows badRows,
            final TickQuality quality) {
        super(rows, columns, clock, numbers, badRows, quality);
        ids = new TradeIds(quality);
    }

    @Override
    boolean decode(final Fields fields, final TickRow row) {
        row.kind = TickSource.Kind.TRADE;
        row.quantity = quantity(fields, columns().quantity());
        if (row.quantity == TickNumbers.REFUSED) {
            return false;
        }
        if (row.quantity == 0) {
            quality().zeroQuantity();
            return false;
        }
        row.price = price(fields, columns().price());
        return row.price != TickNumbers.REFUSED && hasSide(fields, row) && isNew(fields);
    }

    private boolean hasSide(final Fields fields, final TickRow row) {
        final int column = columns().side();
        row.aggressor = Aggressor.UNKNOWN;
        if (column < 0 || fields.isEmpty(column)) {
            return true;
        }
        if (begins(fields, column, 'b', 'u') || begins(fields, column, 's', 'e')) {
            row.aggressor = begins(fields, column, 'b', 'u') ? Aggressor.BUYER : Aggressor.SELLER;
            return true;
        }
        final int first = lower(fields.bytes[fields.start(column)]);
        if (first == 'u' || first == 'n') {
            return true;
        }
        refuse(RowFault.UNREADABLE, fields, column, "is no side", "buy or sell, of who took the liquidity, or nothing");
        return false;
    }

    /** Whether a field begins with two letters, or is the first of them. A bid is no buyer: it may be he who was sold to. */
    private static boolean begins(final Fields fields, final int column, final char first, final char second) {
        final int start = fields.start(column);
        return lower(fields.bytes[start]) == first
                && (fields.end(column) == start + 1 || lower(fields.bytes[start + 1]) == second);
    }

    private static int lower(final byte letter) {
        return letter | 0x20;
    }

    private boolean isNew(final Fields fields) {
        final int column = columns().id();
        if (column < 0 || fields.isEmpty(column)) {
            return true;
        }
        final long id = JsonText.number(fields.bytes, fields.start(column), fields.end(column));
        if (ids.isNew(id)) {
            return true;
        }
        refuseRow(RowFault.DUPLICATE, fields, wantsMessage() ? ids.problem(id) : "");
        return false;
    }
}
