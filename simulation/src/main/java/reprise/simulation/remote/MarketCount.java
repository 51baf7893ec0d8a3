package reprise.simulation.remote;

import org.agrona.DirectBuffer;
import reprise.message.Envelope;
import reprise.message.Templates;
import reprise.port.RecordSource;

/** Counts what records say of the market while somebody reads them. */
final class MarketCount implements RecordSource {
    private final RecordSource records;
    private long count;

    MarketCount(final RecordSource records) {
        this.records = records;
    }

    long count() {
        return count;
    }

    @Override
    public boolean next() {
        final boolean there = records.next();
        if (there && Templates.isMarketEvent(Envelope.templateId(records.buffer(), records.offset()))) {
            count++;
        }
        return there;
    }

    @Override
    public DirectBuffer buffer() {
        return records.buffer();
    }

    @Override
    public int offset() {
        return records.offset();
    }

    @Override
    public int lengthBytes() {
        return records.lengthBytes();
    }
}
