package reprise.simulation.data;

import reprise.simulation.data.StreamMessage.Part;
import reprise.simulation.market.TickSource;

/** Trades or quotes of a recording, one to a message. */
final class RecordedMessages implements TickDecoder {
    private final RecordingLines lines;
    private final TickKind kind;
    private final TickNumbers numbers;
    private final BadRows badRows;
    private final TickQuality quality;
    private final TradeIds ids;

    RecordedMessages(
            final RecordingLines lines,
            final TickKind kind,
            final TickNumbers numbers,
            final BadRows badRows,
            final TickQuality quality) {
        this.lines = lines;
        this.kind = kind;
        this.numbers = numbers;
        this.badRows = badRows;
        this.quality = quality;
        ids = new TradeIds(quality);
    }

    @Override
    public boolean next(final TickRow row) {
        while (lines.next(kind)) {
            row.position = lines.position();
            row.timeNs = lines.timeNs(lines.message());
            if (kind == TickKind.TRADES ? isTrade(row) : isQuote(row)) {
                return true;
            }
        }
        return false;
    }

    private boolean isTrade(final TickRow row) {
        final StreamMessage message = lines.message();
        if (message.marked) {
            quality.markedTick();
            return false;
        }
        row.kind = TickSource.Kind.TRADE;
        row.aggressor = message.aggressor;
        row.quantity = checked(Part.QUANTITY, quantity(Part.QUANTITY));
        if (row.quantity == TickNumbers.REFUSED) {
            return false;
        }
        if (row.quantity == 0) {
            quality.zeroQuantity();
            return false;
        }
        row.price =
                checked(Part.PRICE, numbers.price(message.bytes, message.start(Part.PRICE), message.end(Part.PRICE)));
        return row.price != TickNumbers.REFUSED && isNew(message.tradeId);
    }

    private boolean isNew(final long id) {
        if (ids.isNew(id)) {
            return true;
        }
        badRows.refuseRow(RowFault.DUPLICATE, lines.position(), badRows.wantsMessage() ? ids.problem(id) : "");
        return false;
    }

    private boolean isQuote(final TickRow row) {
        row.kind = TickSource.Kind.QUOTE;
        row.bidPrice = priceOrNone(Part.BID_PRICE);
        row.bidQuantity = row.bidPrice < 0 ? row.bidPrice : checked(Part.BID_QUANTITY, quantity(Part.BID_QUANTITY));
        row.askPrice = row.bidQuantity < 0 ? row.bidQuantity : priceOrNone(Part.ASK_PRICE);
        row.askQuantity = row.askPrice < 0 ? row.askPrice : checked(Part.ASK_QUANTITY, quantity(Part.ASK_QUANTITY));
        if (row.askQuantity == TickNumbers.REFUSED) {
            return false;
        }
        if (row.bidPrice > 0 && row.bidQuantity == 0 || row.askPrice > 0 && row.askQuantity == 0) {
            quality.zeroQuantity();
        }
        return true;
    }

    private long priceOrNone(final Part part) {
        final StreamMessage message = lines.message();
        return checked(part, numbers.priceOrNone(message.bytes, message.start(part), message.end(part)));
    }

    private long quantity(final Part part) {
        final StreamMessage message = lines.message();
        return numbers.quantity(message.bytes, message.start(part), message.end(part));
    }

    private long checked(final Part part, final long value) {
        if (value == TickNumbers.REFUSED) {
            badRows.refuse(
                    numbers.fault(),
                    lines.position(),
                    part.label(),
                    badRows.wantsMessage() ? lines.message().text(part) : "",
                    numbers.problem(),
                    numbers.expected());
        }
        return value;
    }

    @Override
    public void close() {
        lines.close();
    }
}
