package reprise.simulation.data;

import reprise.simulation.market.TickSource;

/**
 * Quotes, one to a row. Where a row tells one side only, the other side stays what it was, and the quote is told with both: one without its
 * second side until that came.
 */
final class RowQuotes extends RowTicks {
    private long bidPrice;
    private long bidQuantity;
    private long askPrice;
    private long askQuantity;

    RowQuotes(
            final RowSource rows,
            final TickColumns columns,
            final LocalClock clock,
            final TickNumbers numbers,
            final BadRows badRows,
            final TickQuality quality) {
        super(rows, columns, clock, numbers, badRows, quality);
    }

    @Override
    boolean decode(final Fields fields, final TickRow row) {
        final long bid = priceOrNone(fields, columns().bid());
        final long bidSize = bid == TickNumbers.REFUSED
                ? bid
                : quantityOrNone(fields, columns().bidQuantity());
        final long ask = bidSize == TickNumbers.REFUSED
                ? bidSize
                : priceOrNone(fields, columns().ask());
        final long askSize = ask == TickNumbers.REFUSED
                ? ask
                : quantityOrNone(fields, columns().askQuantity());
        if (askSize == TickNumbers.REFUSED) {
            return false;
        }
        if (bid == 0 && ask == 0) {
            refuseRow(RowFault.NOT_POSITIVE, fields, "has neither a bid nor an ask; expected one of them at least");
            return false;
        }
        if (bid > 0 || !columns().oneSided()) {
            bidPrice = bid;
            bidQuantity = bidSize;
        }
        if (ask > 0 || !columns().oneSided()) {
            askPrice = ask;
            askQuantity = askSize;
        }
        if (bid > 0 && bidSize == 0 || ask > 0 && askSize == 0) {
            quality().zeroQuantity();
        }
        fill(row);
        return true;
    }

    private void fill(final TickRow row) {
        row.kind = TickSource.Kind.QUOTE;
        row.bidPrice = bidPrice;
        row.bidQuantity = bidQuantity;
        row.askPrice = askPrice;
        row.askQuantity = askQuantity;
    }
}
