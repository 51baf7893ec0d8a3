package reprise.simulation.data;

import java.nio.charset.StandardCharsets;
import java.util.List;
import reprise.simulation.data.StreamMessage.Part;

/** Order books as Bybit publishes them for download, one JSON message to a line: a snapshot, then changes numbered one by one. */
final class BybitBooks implements StreamFormat {
    private static final int TYPE = 0;
    private static final int SENT_TIME = 1;
    private static final int MATCHED_TIME = 2;
    private static final int DATA = 3;
    private static final int SYMBOL = 0;
    private static final int BIDS = 1;
    private static final int ASKS = 2;
    private static final int NUMBER = 3;
    private static final byte[] SNAPSHOT = "snapshot".getBytes(StandardCharsets.UTF_8);
    private static final byte[] DELTA = "delta".getBytes(StandardCharsets.UTF_8);

    private final JsonFields wrapper = new JsonFields("type", "ts", "cts", "data");
    private final JsonFields fields = new JsonFields("s", "b", "a", "u");

    @Override
    public String name() {
        return "Bybit order books";
    }

    @Override
    public String timeForm() {
        return "epoch milliseconds of the venue";
    }

    @Override
    public List<TickKind> kinds() {
        return List.of(TickKind.BOOK);
    }

    @Override
    public boolean snapshotReplaces() {
        return true;
    }

    @Override
    public StreamFormat fresh() {
        return new BybitBooks();
    }

    @Override
    public boolean read(final Fields line, final StreamMessage message) {
        final byte[] bytes = line.bytes;
        message.clear(bytes);
        if (!wrapper.scan(bytes, line.start(0), line.end(0))
                || wrapper.has(DATA) && !fields.scan(bytes, wrapper.start(DATA), wrapper.end(DATA))) {
            return false;
        }
        final boolean isSnapshot = wrapper.is(bytes, TYPE, SNAPSHOT);
        if (!wrapper.has(DATA) || !isSnapshot && !wrapper.is(bytes, TYPE, DELTA)) {
            return true;
        }
        message.kind = isSnapshot ? StreamMessage.Kind.SNAPSHOT : StreamMessage.Kind.CHANGES;
        final long time = wrapper.number(bytes, wrapper.has(MATCHED_TIME) ? MATCHED_TIME : SENT_TIME);
        message.timeNs = time < EpochStampParser.SMALLEST ? 0 : time * EpochStampParser.unitNsOf(time);
        message.firstId = fields.number(bytes, NUMBER);
        message.lastId = message.firstId;
        message.put(Part.SYMBOL, fields, SYMBOL);
        message.put(Part.BIDS, fields, BIDS);
        message.put(Part.ASKS, fields, ASKS);
        return message.timeNs > 0;
    }
}
