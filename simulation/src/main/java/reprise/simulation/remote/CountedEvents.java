package reprise.simulation.remote;

import org.agrona.DirectBuffer;
import reprise.message.Envelope;
import reprise.port.RecordSource;

/**
 * Counts what of a record is of the market, because the venue has to tell the rest.
 *
 * @param events of the record.
 * @param counts which they are added to.
 * @param countedUpTo sequence of the last event that is counted already.
 */
record CountedEvents(RecordSource events, EventCounts counts, long countedUpTo) implements RecordSource {
    @Override
    public boolean next() {
        final boolean isThere = events.next();
        if (isThere && Envelope.sequence(events.buffer(), events.offset()) > countedUpTo) {
            counts.count(Envelope.templateId(events.buffer(), events.offset()));
        }
        return isThere;
    }

    @Override
    public DirectBuffer buffer() {
        return events.buffer();
    }

    @Override
    public int offset() {
        return events.offset();
    }

    @Override
    public int lengthBytes() {
        return events.lengthBytes();
    }
}
