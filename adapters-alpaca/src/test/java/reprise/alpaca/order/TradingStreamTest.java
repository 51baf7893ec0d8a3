package reprise.alpaca.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.alpaca.stream.StreamConnection;
import reprise.market.InstrumentDefinition;

/** What the stream of trade updates says and hears, bad messages among it. */
class TradingStreamTest {
    private static final InstrumentDefinition AAPL =
            new InstrumentDefinition(0, 0, "AAPL", "AAPL", "USD", 2, 0, 1, 1, 0);
    private static final String FILL = """
            {"stream":"trade_updates","data":{"event":"fill","execution_id":"e1","price":"10.49","qty":"100",\
            "timestamp":"2026-02-23T15:30:00.1Z","order":{"id":"A","client_order_id":"run-1","symbol":"AAPL",\
            "side":"buy","qty":"100","filled_qty":"100","limit_price":"10.5","status":"filled","legs":null}}}""";

    private final EngineEars ears = new EngineEars();
    private final List<String> said = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final Socket socket = new Socket();
    private final OrderBook book = new OrderBook(new ClientIds("run"), new AlpacaInstruments(0, List.of(AAPL)));
    private final Notices notices = new Notices(ears);
    private final OrderTeller teller = new OrderTeller(book, new CryptoFees(0), new Asked());
    private final MissedEvents missed =
            new MissedEvents(book, teller, null, new OrderCommands.WorkParts(null, null, null, notices));
    private final TradingStream stream = new TradingStream(
            "KEY", "SECRET", ears, book, teller, new TradingStream.Hearing(null, new UpdateWatch(), missed), notices);

    /** Notes what is said. */
    private final class Socket implements StreamConnection {
        @Override
        public void send(final String text) {
            said.add(text);
        }

        @Override
        public void established() {
            said.add("established");
        }

        @Override
        public void retryLater(final String why) {
            said.add("retry: " + why);
        }

        @Override
        public void stop(final String why) {
            said.add("stop: " + why);
        }
    }

    /** Notes what would be asked of the venue. */
    private final class Asked implements OrderFollowUp {
        @Override
        public void refresh(final LiveOrder order, final boolean atOnce) {
            asked.add("refresh " + order.orderId);
        }

        @Override
        public void trim(final LiveOrder order, final long quantity) {
            asked.add("trim " + order.orderId);
        }

        @Override
        public void identify(final String venueOrderId) {
            asked.add("identify " + venueOrderId);
        }

        @Override
        public void notice(final String text) {
            ears.onNotice(text);
        }
    }

    private void hear(final String message) {
        final byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        stream.onFrame(socket, bytes, bytes.length);
    }

    private List<String> fills() {
        return ears.lines().stream()
                .filter(line -> line.startsWith("filled") || line.startsWith("part"))
                .toList();
    }

    @Test
    void shouldSayWhoItIsAndThenWhatItWantsToHear() {
        stream.onOpened(socket);
        hear("{\"stream\":\"authorization\",\"data\":{\"status\":\"authorized\",\"action\":\"authenticate\"}}");
        hear("{\"stream\":\"listening\",\"data\":{\"streams\":[]}}");

        assertThat(said)
                .containsExactly(
                        "{\"action\":\"authenticate\",\"data\":{\"key_id\":\"KEY\",\"secret_key\":\"SECRET\"}}",
                        "{\"action\":\"listen\",\"data\":{\"streams\":[\"trade_updates\"]}}",
                        "retry: the venue does not offer trade updates now");
    }

    @Test
    void shouldStopWhenTheKeysAreNotAccepted() {
        hear("{\"stream\":\"authorization\",\"data\":{\"status\":\"unauthorized\",\"action\":\"authenticate\"}}");

        assertThat(said)
                .singleElement()
                .asString()
                .startsWith("stop: Alpaca does not accept the keys for")
                .doesNotContain("KEY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'stream':7}",
                "{'stream':'surprise','data':{}}",
                "{'stream':'trade_updates','data':[]}",
                "{'stream':'trade_updates','data':{'event':'fill','order':7}}",
            })
    void shouldTellOfWhatItDoesNotKnowAndGoOn(final String message) {
        hear(message.replace('\'', '"'));

        assertThat(ears.notices()).hasSize(1);
        assertThat(ears.lines()).isEmpty();
        hear(FILL);
        assertThat(fills()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "not json", "[]"})
    void shouldCountAndTellWhatIsNoMessage(final String message) {
        hear(message);

        assertThat(stream.unreadable()).isEqualTo(1);
        assertThat(ears.notices()).singleElement().asString().contains("trade updates could not be read");
        hear(FILL);
        assertThat(fills()).hasSize(1);
    }

    @Test
    void shouldBeCountedAndToldWhereverAMessageIsCutOff() {
        for (int length = 1; length < FILL.length(); length++) {
            hear(FILL.substring(0, length));
        }

        assertThat(stream.unreadable()).isEqualTo(FILL.length() - 1);
        assertThat(fills()).isEmpty();
        hear(FILL);
        assertThat(fills()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"price\":\"1e400\"",
                "\"price\":\"-10.49\"",
                "\"price\":\"0\"",
                "\"price\":\"99999999999999999999\"",
                "\"price\":\"ten\"",
                "\"price\":true",
                "\"price\":{}",
                "\"price\":null",
            })
    void shouldBookNoFillAtAPriceThatCannotBe(final String price) {
        hear(FILL.replace("\"price\":\"10.49\"", price));

        assertThat(fills()).as(ears.notices().toString()).isEmpty();
        assertThat(asked).as("the venue is asked what it was").containsExactly("refresh 1");
    }
}
