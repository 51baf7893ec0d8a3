package reprise.simulation.data;

import java.nio.charset.StandardCharsets;
import java.util.List;
import reprise.market.Aggressor;
import reprise.simulation.data.StreamMessage.Part;

/**
 * Recordings of Coinbase's streams as cryptofeed writes them: a line is the recorder's time in seconds, a colon and the JSON as it came, or
 * {@code wss://...} and what the recorder sent. Matches, snapshots of the book and changes of it. The last match before the recording is
 * history, and tickers tell no sizes: neither is used.
 */
final class CoinbaseStreams implements StreamFormat {
    private static final int TYPE = 0;
    private static final int PRODUCT = 1;
    private static final int TIME = 2;
    private static final int PRICE = 3;
    private static final int SIZE = 4;
    private static final int SIDE = 5;
    private static final int TRADE_ID = 6;
    private static final int BIDS = 7;
    private static final int ASKS = 8;
    private static final int CHANGES = 9;
    private static final byte[] MATCH = text("match");
    private static final byte[] SNAPSHOT = text("snapshot");
    private static final byte[] UPDATE = text("l2update");
    private static final int NANO_DECIMALS = 9;

    private final JsonFields fields = new JsonFields(
            "type", "product_id", "time", "price", "size", "side", "trade_id", "bids", "asks", "changes");
    private final CalendarText time = new CalendarText();
    private final DecimalParser seconds = new DecimalParser();

    private static byte[] text(final String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String name() {
        return "recording of Coinbase streams";
    }

    @Override
    public String timeForm() {
        return "ISO times of the venue, of snapshots the recorder's epoch seconds";
    }

    @Override
    public List<TickKind> kinds() {
        return List.of(TickKind.TRADES, TickKind.BOOK);
    }

    @Override
    public boolean snapshotReplaces() {
        return true;
    }

    @Override
    public StreamFormat fresh() {
        return new CoinbaseStreams();
    }

    @Override
    public boolean read(final Fields line, final StreamMessage message) {
        final byte[] bytes = line.bytes;
        final int to = line.end(0);
        message.clear(bytes);
        int json = line.start(0);
        if (bytes[json] == 'w') {
            return true;
        }
        while (json < to && bytes[json] != ':') {
            json++;
        }
        message.heardNs = seconds.parse(bytes, line.start(0), json) ? Math.max(0, seconds.fixed(NANO_DECIMALS)) : 0;
        if (message.heardNs == 0 || !fields.scan(bytes, Math.min(json + 1, to), to)) {
            return false;
        }
        return sort(message);
    }

    private boolean sort(final StreamMessage message) {
        final byte[] bytes = message.bytes;
        message.put(Part.SYMBOL, fields, PRODUCT);
        if (fields.is(bytes, TYPE, MATCH)) {
            trade(message);
        } else if (fields.is(bytes, TYPE, SNAPSHOT)) {
            message.kind = StreamMessage.Kind.SNAPSHOT;
            message.put(Part.BIDS, fields, BIDS);
            message.put(Part.ASKS, fields, ASKS);
        } else if (fields.is(bytes, TYPE, UPDATE)) {
            message.kind = StreamMessage.Kind.CHANGES;
            message.put(Part.CHANGES, fields, CHANGES);
        }
        if (message.kind == StreamMessage.Kind.OTHER || !fields.has(TIME)) {
            return true;
        }
        final boolean isTime = time.parse(bytes, fields.start(TIME), fields.end(TIME));
        message.timeNs = isTime ? time.localNs() - time.offsetNs() : 0;
        return isTime;
    }

    /** The side is that of the order that waited. */
    private void trade(final StreamMessage message) {
        message.kind = StreamMessage.Kind.TRADE;
        message.tradeId = fields.number(message.bytes, TRADE_ID);
        message.put(Part.PRICE, fields, PRICE);
        message.put(Part.QUANTITY, fields, SIZE);
        if (fields.has(SIDE)) {
            message.aggressor = message.bytes[fields.start(SIDE)] == 's' ? Aggressor.BUYER : Aggressor.SELLER;
        }
    }
}
