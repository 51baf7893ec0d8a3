package reprise.simulation.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import reprise.market.Aggressor;
import reprise.message.EventPublisher;
import reprise.message.Outlet;
import reprise.simulation.RecordedEvents;
import reprise.simulation.TestMarket;

class RecordedFeedTest {
    private static final long T0 = 1_000_000_000L;

    /** Keeps what is told, as it is told. */
    private static final class Told implements Outlet {
        final List<byte[]> records = new ArrayList<>();
        private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[MAX_MESSAGE_LENGTH_BYTES]);

        @Override
        public MutableDirectBuffer claim() {
            return buffer;
        }

        @Override
        public void end(final int lengthBytes) {
            final byte[] record = new byte[lengthBytes];
            buffer.getBytes(0, record);
            records.add(record);
        }
    }

    @Test
    void shouldTellTradesOfThePastAsSuch() {
        final Told recorded = new Told();
        final EventPublisher run = new EventPublisher(recorded).at(T0);
        run.onInstrumentDefined(TestMarket.INSTRUMENTS.get(0));
        run.onTradesInterrupted(0, T0);
        run.onHistoricalTrade(0, T0 + 1, 40_000_00, 5, Aggressor.SELLER);
        run.onTradesResumed(0, T0 + 2);

        final Told told = new Told();
        try (RecordedFeed feed = new RecordedFeed(new MarketRecords(
                new MemoryReader(RecordedEvents.reader(recorded.records)), TestMarket.INSTRUMENTS, "test"))) {
            assertThat(feed.tellHistory(new EventPublisher(told).at(T0))).isZero();
            while (feed.next()) {
                feed.deliverTo(null);
            }
        }

        assertThat(told.records).hasSize(3).containsExactlyElementsOf(recorded.records.subList(1, 4));
    }
}
