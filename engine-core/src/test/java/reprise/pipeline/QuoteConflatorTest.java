package reprise.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reprise.market.Aggressor;
import reprise.message.Envelope;
import reprise.message.EventPublisher;
import reprise.message.Templates;
import reprise.port.EventLog;
import reprise.testing.Definitions;
import reprise.testing.RecordedLog;
import reprise.testkit.RandomCases;

/** What becomes of quotes when the ring is crowded, and of everything else: nothing. Each tick carries its number as the venue's time. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class QuoteConflatorTest {
    private static final int INSTRUMENTS = 3;

    private final RecordedLog log = new RecordedLog();

    private static RingPipeline pipeline(final Layout layout, final int ringSize, final EventLog log) {
        return new RingPipeline(
                Session.parts(List.of(), log, new RecordedLog(), TimeSource.OF_THE_DATA, new LateVenue()),
                new PipelineConfig(layout, WaitPolicy.BLOCKING, ringSize, 64, true));
    }

    private static EventPublisher define(final RingPipeline pipeline, final int instruments) {
        final EventPublisher publisher = new EventPublisher(pipeline.newOutlet());
        for (int id = 0; id < instruments; id++) {
            publisher.onInstrumentDefined(
                    Definitions.anInstrument().withId(id).withSymbol("I" + id).define());
        }
        return publisher;
    }

    private static void quote(final EventPublisher publisher, final int instrumentId, final long number) {
        publisher.onQuote(instrumentId, number, 99, 1, 101, 1);
    }

    private static void trade(final EventPublisher publisher, final int instrumentId, final long number) {
        publisher.onTrade(instrumentId, number, 100, 1, Aggressor.UNKNOWN);
    }

    /** Such as "Q0:17", the quote of instrument 0 that is number 17; other messages by their name. */
    private static String told(final byte[] record) {
        final DirectBuffer buffer = new UnsafeBuffer(record);
        final String name = Templates.name(Envelope.templateId(buffer, 0));
        final int instrumentId = Templates.tickInstrumentId(buffer, 0);
        return instrumentId < 0
                ? name
                : name.charAt(0) + "" + instrumentId + ":"
                        + buffer.getLong(Envelope.LENGTH_BYTES, ByteOrder.LITTLE_ENDIAN);
    }

    private List<String> told() {
        return log.records().stream().map(QuoteConflatorTest::told).toList();
    }

    @Test
    void shouldKeepTheNewestQuoteOfEachInstrumentWhileTheRingIsCrowded() {
        try (RingPipeline pipeline = pipeline(Layout.PIPELINED, 16, log)) {
            final EventPublisher publisher = define(pipeline, 2);
            for (int number = 0; number < 100; number++) {
                quote(publisher, number % 2, number);
            }
            trade(publisher, 1, 100);
            pipeline.start();
            pipeline.awaitIdle();

            assertThat(pipeline.load().conflatedQuotes()).isEqualTo(100 - 9);
        }
        assertThat(told())
                .containsExactly(
                        "InstrumentDefined",
                        "InstrumentDefined",
                        "Q0:0",
                        "Q1:1",
                        "Q0:2",
                        "Q1:3",
                        "Q0:4",
                        "Q1:5",
                        "Q0:6",
                        "Q1:99",
                        "T1:100",
                        "Q0:98");
    }

    @Test
    void shouldPublishWhatItKeepsBeforeWhatIsNotOfOneInstrument() {
        try (RingPipeline pipeline = pipeline(Layout.PIPELINED, 16, log)) {
            final EventPublisher publisher = define(pipeline, 2);
            for (int number = 0; number < 20; number++) {
                quote(publisher, number % 2, number);
            }
            publisher.onClockTicked();
            pipeline.start();
        }
        assertThat(told()).endsWith("Q1:19", "Q0:18", "ClockTicked").hasSize(2 + 7 + 2 + 1);
    }

    @Test
    void shouldPublishTheLastQuoteOfAPublisherThatFallsSilent() {
        try (RingPipeline pipeline = pipeline(Layout.FUSED, 16, log)) {
            final EventPublisher publisher = define(pipeline, 1);
            for (int number = 0; number < 20; number++) {
                quote(publisher, 0, number);
            }
            pipeline.start();
            while (log.flushed() < 1 + 4 + 1) {
                // Nobody publishes or waits for the pipeline: the watch does it.
                Thread.onSpinWait();
            }
        }
        assertThat(told()).endsWith("Q0:19");
    }

    @Test
    void shouldConflateNothingWhileThereIsRoom() {
        try (RingPipeline pipeline = pipeline(Layout.PIPELINED, 64, log)) {
            final EventPublisher publisher = define(pipeline, 1);
            for (int number = 0; number < 30; number++) {
                quote(publisher, 0, number);
            }
            pipeline.start();
            pipeline.awaitIdle();

            assertThat(pipeline.load().conflatedQuotes()).isZero();
        }
        assertThat(told()).hasSize(31);
    }

    @Test
    void shouldKeepOrderAndLastQuotesAndEverythingElseUnderAnyLoad() {
        final AtomicLong conflated = new AtomicLong();
        RandomCases.check(60, random -> conflated.addAndGet(runUnderLoad(random)));

        assertThat(conflated.get()).as("quotes conflated in all cases").isPositive();
    }

    private static long runUnderLoad(final SplittableRandom random) {
        final RecordedLog recorded = new RecordedLog();
        final SlowLog slow = new SlowLog(recorded, random.split());
        final Layout layout = random.nextBoolean() ? Layout.FUSED : Layout.PIPELINED;
        final List<String> published = new ArrayList<>();
        try (RingPipeline pipeline = pipeline(layout, 1 << random.nextInt(1, 7), slow)) {
            pipeline.start();
            final EventPublisher publisher = define(pipeline, INSTRUMENTS);
            for (int number = 0; number < 2_000; number++) {
                publish(publisher, random.nextInt(20), random.nextInt(INSTRUMENTS), number, published);
            }
            pipeline.awaitIdle();
            final List<String> arrived = recorded.records().stream()
                    .map(QuoteConflatorTest::told)
                    .skip(INSTRUMENTS)
                    .toList();
            assertThat(arrived)
                    .hasSize((int) (published.size() - pipeline.load().conflatedQuotes()));
            for (int id = 0; id < INSTRUMENTS; id++) {
                checkInstrument(of(id, arrived), of(id, published));
            }
            assertThat(arrived.stream().filter(told -> !told.startsWith("Q")).toList())
                    .isEqualTo(published.stream()
                            .filter(told -> !told.startsWith("Q"))
                            .toList());
            return pipeline.load().conflatedQuotes();
        }
    }

    private static void publish(
            final EventPublisher publisher,
            final int kind,
            final int instrumentId,
            final long number,
            final List<String> published) {
        if (kind == 0) {
            publisher.onClockTicked();
            published.add("ClockTicked");
        } else if (kind == 1) {
            trade(publisher, instrumentId, number);
            published.add("T" + instrumentId + ":" + number);
        } else {
            quote(publisher, instrumentId, number);
            published.add("Q" + instrumentId + ":" + number);
        }
    }

    private static List<String> of(final int instrumentId, final List<String> told) {
        return told.stream()
                .filter(tick -> tick.length() > 1 && tick.charAt(1) == '0' + instrumentId)
                .toList();
    }

    /** What arrived is what was published, less quotes that another quote followed before anything else of the instrument. */
    private static void checkInstrument(final List<String> arrived, final List<String> published) {
        int next = 0;
        for (final String tick : published) {
            if (next < arrived.size() && arrived.get(next).equals(tick)) {
                next++;
            } else {
                assertThat(tick).startsWith("Q");
            }
        }
        assertThat(next).as("all that arrived was published, in that order").isEqualTo(arrived.size());
        for (int i = 0; i < published.size(); i++) {
            final boolean isNewest =
                    i + 1 == published.size() || !published.get(i + 1).startsWith("Q");
            if (isNewest) {
                assertThat(arrived).contains(published.get(i));
            }
        }
    }

    /** A log that now and then takes its time, so that the ring fills. */
    private record SlowLog(RecordedLog log, SplittableRandom random) implements EventLog {
        @Override
        public void append(final DirectBuffer buffer, final int offset, final int lengthBytes) {
            log.append(buffer, offset, lengthBytes);
            if (random.nextInt(50) == 0) {
                for (int i = random.nextInt(20_000); i > 0; i--) {
                    Thread.onSpinWait();
                }
            }
        }

        @Override
        public void flush() {
            log.flush();
        }

        @Override
        public void close() {
            log.close();
        }
    }
}
