package reprise.simulation.data;

import java.nio.charset.StandardCharsets;
import java.util.List;
import reprise.market.Aggressor;
import reprise.simulation.data.StreamMessage.Part;

/**
 * Recordings of Binance's streams, spot and futures: a line is the recorder's time in nanoseconds, if there is one, and the JSON as it came,
 * with or without the name of its stream. Trades, aggregate trades, the best bid and offer, changes of the depth, and snapshots of it that
 * were asked for.
 */
final class BinanceStreams implements StreamFormat {
    private static final int DATA = 0;
    private static final String[] NAMES = {
        "e",
        "E",
        "T",
        "s",
        "U",
        "u",
        "pu",
        "b",
        "B",
        "a",
        "A",
        "p",
        "q",
        "t",
        "m",
        "X",
        "lastUpdateId",
        "bids",
        "asks",
        "symbol"
    };
    private static final int EVENT = 0;
    private static final int EVENT_TIME = 1;
    private static final int TIME = 2;
    private static final int SYMBOL = 3;
    private static final int FIRST_ID = 4;
    private static final int LAST_ID = 5;
    private static final int PREVIOUS_ID = 6;
    private static final int BID = 7;
    private static final int BID_QUANTITY = 8;
    private static final int ASK = 9;
    private static final int ASK_QUANTITY = 10;
    private static final int PRICE = 11;
    private static final int QUANTITY = 12;
    private static final int TRADE_ID = 13;
    private static final int BUYER_MADE = 14;
    private static final int ORDER_TYPE = 15;
    private static final int SNAPSHOT_ID = 16;
    private static final int BIDS = 17;
    private static final int ASKS = 18;
    private static final int SNAPSHOT_SYMBOL = 19;
    private static final byte[] DEPTH_UPDATE = text("depthUpdate");
    private static final byte[] TRADE = text("trade");
    private static final byte[] AGGREGATE_TRADE = text("aggTrade");
    private static final byte[] BOOK_TICKER = text("bookTicker");
    private static final byte[] MARKET = text("MARKET");

    private final JsonFields wrapper = new JsonFields("data");
    private final JsonFields fields = new JsonFields(NAMES);

    private static byte[] text(final String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String name() {
        return "recording of Binance streams";
    }

    @Override
    public String timeForm() {
        return "epoch milliseconds of the venue";
    }

    @Override
    public List<TickKind> kinds() {
        return List.of(TickKind.values());
    }

    @Override
    public boolean snapshotReplaces() {
        return false;
    }

    @Override
    public StreamFormat fresh() {
        return new BinanceStreams();
    }

    @Override
    public boolean read(final Fields line, final StreamMessage message) {
        final byte[] bytes = line.bytes;
        final int to = line.end(0);
        message.clear(bytes);
        int json = line.start(0);
        if (json < to && bytes[json] != '{') {
            while (json < to && bytes[json] > ' ') {
                json++;
            }
            message.heardNs = Math.max(0, JsonText.number(bytes, line.start(0), json));
            json = JsonText.skipSpace(bytes, json, to);
        }
        if (!wrapper.scan(bytes, json, to)) {
            return false;
        }
        final boolean wrapped = wrapper.has(DATA);
        if (!fields.scan(bytes, wrapped ? wrapper.start(DATA) : json, wrapped ? wrapper.end(DATA) : to)) {
            return false;
        }
        sort(message);
        return true;
    }

    private void sort(final StreamMessage message) {
        final byte[] bytes = message.bytes;
        message.timeNs = timeNs(bytes);
        message.put(Part.SYMBOL, fields, fields.has(SYMBOL) ? SYMBOL : SNAPSHOT_SYMBOL);
        if (fields.is(bytes, EVENT, DEPTH_UPDATE)) {
            changes(message);
        } else if (fields.is(bytes, EVENT, TRADE)) {
            trade(message, TRADE_ID);
        } else if (fields.is(bytes, EVENT, AGGREGATE_TRADE)) {
            trade(message, ASK);
        } else if (fields.has(SNAPSHOT_ID) && fields.has(BIDS)) {
            snapshot(message);
        } else if (fields.is(bytes, EVENT, BOOK_TICKER) || !fields.has(EVENT) && fields.has(BID_QUANTITY)) {
            quote(message);
        }
    }

    /** When it happened; where that is not said, when it was told. */
    private long timeNs(final byte[] bytes) {
        final long time = fields.number(bytes, fields.has(TIME) ? TIME : EVENT_TIME);
        return time < EpochStampParser.SMALLEST ? 0 : time * EpochStampParser.unitNsOf(time);
    }

    private void changes(final StreamMessage message) {
        message.kind = StreamMessage.Kind.CHANGES;
        message.firstId = fields.number(message.bytes, FIRST_ID);
        message.lastId = fields.number(message.bytes, LAST_ID);
        message.previousId = fields.number(message.bytes, PREVIOUS_ID);
        message.put(Part.BIDS, fields, BID);
        message.put(Part.ASKS, fields, ASK);
    }

    private void snapshot(final StreamMessage message) {
        message.kind = StreamMessage.Kind.SNAPSHOT;
        message.lastId = fields.number(message.bytes, SNAPSHOT_ID);
        message.put(Part.BIDS, fields, BIDS);
        message.put(Part.ASKS, fields, ASKS);
    }

    private void quote(final StreamMessage message) {
        message.kind = StreamMessage.Kind.QUOTE;
        message.put(Part.BID_PRICE, fields, BID);
        message.put(Part.BID_QUANTITY, fields, BID_QUANTITY);
        message.put(Part.ASK_PRICE, fields, ASK);
        message.put(Part.ASK_QUANTITY, fields, ASK_QUANTITY);
    }

    private void trade(final StreamMessage message, final int idName) {
        final byte[] bytes = message.bytes;
        message.kind = StreamMessage.Kind.TRADE;
        message.tradeId = fields.number(bytes, idName);
        message.marked = fields.has(ORDER_TYPE) && !fields.is(bytes, ORDER_TYPE, MARKET);
        message.put(Part.PRICE, fields, PRICE);
        message.put(Part.QUANTITY, fields, QUANTITY);
        if (fields.has(BUYER_MADE)) {
            message.aggressor = bytes[fields.start(BUYER_MADE)] == 't' ? Aggressor.SELLER : Aggressor.BUYER;
        }
    }
}
