package reprise.alpaca.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reprise.alpaca.rest.FakeClock;
import reprise.alpaca.rest.RestClient;
import reprise.alpaca.wire.TradeUpdate;
import reprise.alpaca.wire.TradingReader;
import reprise.market.InstrumentDefinition;
import reprise.message.EventPublisher;

/** What is told of the feed of past events, against a server that says what it is told to. Prices in cents, whole shares. */
@Timeout(60)
class MissedEventsTest {
    private static final InstrumentDefinition AAPL =
            new InstrumentDefinition(0, 0, "AAPL", "AAPL", "USD", 2, 0, 1, 1, 0);

    private final MockWebServer server = new MockWebServer();
    private final EngineEars ears = new EngineEars();
    private final EventPublisher events = ears.newPublisher();
    private final OrderBook book = new OrderBook(new ClientIds("run"), new AlpacaInstruments(0, List.of(AAPL)));
    private final OrderTeller teller = new OrderTeller(book, new CryptoFees(0), new NothingMore());
    private final FakeClock clock = new FakeClock();
    private final TradingReader reader = new TradingReader();
    private RestClient client;
    private MissedEvents missed;

    private static final class NothingMore implements OrderFollowUp {
        @Override
        public void refresh(final LiveOrder order, final boolean atOnce) {
            // not here
        }

        @Override
        public void trim(final LiveOrder order, final long quantity) {
            // not here
        }

        @Override
        public void identify(final String venueOrderId) {
            // not here
        }

        @Override
        public void notice(final String text) {
            // not here
        }
    }

    @BeforeEach
    void start() throws IOException {
        server.start();
        client = new RestClient(
                new RestClient.Settings("KEY", "SECRET", Duration.ofSeconds(30), 200), clock, new Random(1));
        final OrderThread thread = new OrderThread(events, null, null);
        missed = new MissedEvents(
                book,
                teller,
                client.service(server.url("").uri()),
                new OrderCommands.WorkParts(() -> thread, null, clock, new Notices(ears)));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private static String event(final String id, final String event, final String status, final int filled) {
        return "{\"event_id\":\"" + id + "\",\"event\":\"" + event + "\",\"timestamp\":\"2025-11-24T16:00:00.5Z\","
                + "\"execution_id\":\"e" + id + "\",\"price\":\"10.49\",\"qty\":\"10\",\"order\":{\"id\":\"A\","
                + "\"client_order_id\":\"run-1\",\"symbol\":\"AAPL\",\"side\":\"buy\",\"qty\":\"100\",\"filled_qty\":\""
                + filled + "\",\"status\":\"" + status + "\"}}";
    }

    /** The stream tells. */
    private void tell(final String event) {
        final byte[] bytes = ("{\"stream\":\"trade_updates\",\"data\":" + event + "}").getBytes(StandardCharsets.UTF_8);
        final TradeUpdate update = new TradeUpdate();
        assertThat(reader.readUpdate(bytes, bytes.length, update)).isTrue();
        synchronized (book) {
            missed.onUpdate(update);
            teller.onUpdate(update, events);
        }
    }

    private MockResponse.Builder past(final String... events) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "text/event-stream")
                .body(": hello\n\n" + "data: " + String.join("\n\ndata: ", events) + "\n\n");
    }

    @Test
    void shouldTellWhatWasMissedAndNothingTwice() throws InterruptedException {
        tell(event("01A", "new", "new", 0));
        tell(event("01B", "partial_fill", "partially_filled", 10));
        missed.onListening();
        tell(event("01E", "partial_fill", "partially_filled", 40));
        ears.take();
        server.enqueue(past(
                        event("01B", "partial_fill", "partially_filled", 10),
                        event("01C", "order_cancel_rejected", "partially_filled", 10),
                        event("01E", "order_cancel_rejected", "partially_filled", 40))
                .build());
        missed.replay();

        assertThat(ears.take()).containsExactly("cancel-rejected 1 VENUE_OTHER");
        assertThat(server.takeRequest(10, TimeUnit.SECONDS).getTarget())
                .isEqualTo("/v2/events/trades?since=2025-11-24T16%3A00%3A00.500Z&until=2025-11-24T16%3A00%3A01.500Z");

        server.enqueue(past(event("01C", "order_cancel_rejected", "partially_filled", 10))
                .build());
        missed.replay();
        assertThat(ears.take()).isEmpty();
    }

    @Test
    void shouldNotAskWhenThereIsNoIdToGoOnFrom() {
        missed.onListening();
        missed.replay();

        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void shouldDoWithoutWhereItIsNotOffered() {
        tell(event("01A", "new", "new", 0));
        missed.onListening();
        server.enqueue(new MockResponse.Builder().code(404).body("{}").build());
        missed.replay();
        missed.onListening();
        missed.replay();

        assertThat(server.getRequestCount()).isEqualTo(1);
        assertThat(ears.notices())
                .containsExactly("alpaca: past events cannot be read (404): gaps are closed without them");
    }

    @Test
    void shouldAskAgainAtTheNextGapWhenTheServerFailed() {
        tell(event("01A", "new", "new", 0));
        missed.onListening();
        server.enqueue(new MockResponse.Builder().code(500).build());
        missed.replay();
        server.enqueue(past(event("01B", "canceled", "canceled", 0)).build());
        missed.onListening();
        missed.replay();

        assertThat(ears.take()).containsExactly("accepted 1", "cancelled 1");
    }

    @Test
    void shouldEndWithAFeedThatSaysNoMore() {
        tell(event("01A", "new", "new", 0));
        missed.onListening();
        final String first = event("01B", "canceled", "canceled", 0);
        final MockResponse.Builder slow = past(first, "{}");
        // All of the first event, and then nothing for a minute.
        server.enqueue(slow.throttleBody(": hello\n\ndata: \n".length() + first.length(), 1, TimeUnit.MINUTES)
                .build());
        missed.replay();

        assertThat(ears.take()).containsExactly("accepted 1", "cancelled 1");
        assertThat(ears.notices()).isEmpty();
    }

    @Test
    void shouldLeaveOutWhatIsNoEvent() {
        tell(event("01A", "new", "new", 0));
        missed.onListening();
        server.enqueue(
                past("{\"event", "[]", event("01C", "canceled", "canceled", 0)).build());
        missed.replay();

        assertThat(ears.take()).containsExactly("accepted 1", "cancelled 1");
        assertThat(ears.notices()).containsExactly("alpaca: a past event could not be read");
    }
}
