package reprise.alpaca.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reprise.alpaca.wire.FillActivity;
import reprise.alpaca.wire.OrderMessage;
import reprise.alpaca.wire.TradeUpdate;
import reprise.alpaca.wire.TradingReader;
import reprise.market.InstrumentDefinition;
import reprise.message.EventPublisher;
import reprise.order.OrderType;

/** Fills that the venue takes back or changes, when the messages of it are late, lost or repeated. Prices in cents, whole shares. */
class OrderCorrectionTest {
    private static final InstrumentDefinition AAPL =
            new InstrumentDefinition(0, 0, "AAPL", "AAPL", "USD", 2, 0, 1, 1, 0);

    private final EngineEars ears = new EngineEars();
    private final EventPublisher events = ears.newPublisher();
    private final List<String> asked = new ArrayList<>();
    private final OrderBook book = new OrderBook(new ClientIds("run"), new AlpacaInstruments(0, List.of(AAPL)));
    private final OrderTeller teller = new OrderTeller(book, new CryptoFees(0), new Asked());
    private final TradingReader reader = new TradingReader();
    private final TradeUpdate update = new TradeUpdate();

    /** Notes what would be asked of the venue. */
    private final class Asked implements OrderFollowUp {
        @Override
        public void refresh(final LiveOrder order, final boolean atOnce) {
            asked.add("refresh " + order.orderId + (atOnce ? "" : " later"));
        }

        @Override
        public void trim(final LiveOrder order, final long quantity) {
            asked.add("trim");
        }

        @Override
        public void identify(final String venueOrderId) {
            asked.add("identify");
        }

        @Override
        public void onShown() {
            asked.add("shown");
        }

        @Override
        public void notice(final String text) {
            asked.add(text);
        }
    }

    private static byte[] bytes(final String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The order at a second of the minute. */
    private static String order(final int second, final String status, final int filled) {
        return "{\"id\":\"A\",\"client_order_id\":\"run-1\",\"symbol\":\"AAPL\",\"side\":\"buy\",\"qty\":\"100\",\"filled_qty\":\""
                + filled + "\",\"status\":\"" + status + "\",\"updated_at\":\"2026-02-23T15:30:" + (10 + second)
                + "Z\"}";
    }

    private void hear(final String event, final String execution, final int quantity, final String order) {
        final String[] names = execution.split(" of ");
        final String previous = names.length == 1 ? "" : "\"previous_execution_id\":\"" + names[1] + "\",";
        final byte[] text = bytes("{\"stream\":\"trade_updates\",\"data\":{\"event\":\"" + event
                + "\",\"execution_id\":\"" + names[0] + "\"," + previous + "\"price\":\"10.49\",\"qty\":\"" + quantity
                + "\",\"timestamp\":\"2026-02-23T15:30:10Z\",\"order\":" + order + "}}");
        assertThat(reader.readUpdate(text, text.length, update)).isTrue();
        synchronized (book) {
            teller.onUpdate(update, events);
        }
    }

    /** What a question about the order brings: the order, then the account's activities. */
    private void answer(final String order, final String... activities) {
        final OrderMessage message = new OrderMessage();
        assertThat(reader.readOrder(bytes(order), message)).isTrue();
        final VenueOrder venueOrder = teller.hear(book.find(1), message);
        final List<FillActivity> fills = new ArrayList<>();
        reader.readFills(bytes("[" + String.join(",", activities) + "]"), fills::add);
        fills.forEach(fill -> teller.onActivity(book.find(1), venueOrder, fill, events));
        book.find(1).stale = false;
        teller.settle(book.find(1), 0, events);
    }

    private static String activity(final String type, final String execution, final int quantity, final int filled) {
        final String[] names = execution.split(" of ");
        final String previous = names.length == 1 ? "" : ",\"previous_id\":\"" + names[1] + "\"";
        return "{\"id\":\"1::" + names[0] + "\",\"order_id\":\"A\",\"type\":\"" + type
                + "\",\"price\":\"10.49\",\"qty\":\"" + quantity + "\",\"cum_qty\":\"" + filled + "\"" + previous + "}";
    }

    @Test
    void shouldNotTellAFillThatWasTakenBackWhenItsMessageComesLate() {
        hear("new", "", 0, order(0, "new", 0));
        answer(order(2, "new", 0), activity("partial_fill", "e1", 40, 40), activity("trade_bust", "e2 of e1", 40, 0));
        ears.take();
        hear("partial_fill", "e1", 40, order(1, "partially_filled", 40));
        hear("trade_bust", "e2 of e1", 40, order(2, "partially_filled", 0));

        assertThat(ears.take()).isEmpty();
        assertThat(ears.book(1).filled()).isZero();
        assertThat(asked).isEmpty();
    }

    @Test
    void shouldNotTellItEvenIfTheStreamNamesItOtherwise() {
        hear("new", "", 0, order(0, "new", 0));
        answer(order(2, "new", 0), activity("partial_fill", "e1", 40, 40), activity("trade_bust", "e2 of e1", 40, 0));
        hear("partial_fill", "another-name", 40, order(1, "partially_filled", 40));

        assertThat(ears.book(1).filled()).isZero();
        assertThat(book.find(1).isBehind()).isFalse();
    }

    @Test
    void shouldTellWhatTradesAfterAFillWasTakenBack() {
        hear("partial_fill", "e1", 40, order(1, "partially_filled", 40));
        hear("trade_bust", "e2 of e1", 40, order(2, "partially_filled", 0));
        hear("partial_fill", "e3", 40, order(3, "partially_filled", 40));
        hear("partial_fill", "e3", 40, order(3, "partially_filled", 40));

        assertThat(ears.take()).containsExactly("part 1 40@1049", "busted 1 40@1049", "part 1 40@1049");
        assertThat(ears.book(1).filled()).isEqualTo(40);
        assertThat(asked).isEmpty();
    }

    @Test
    void shouldAskWhenANewFillIsNoMoreThanWasTold() {
        hear("partial_fill", "e1", 40, order(1, "partially_filled", 40));
        // A message is lost: that e1 was taken back.
        hear("partial_fill", "e3", 40, order(3, "partially_filled", 40));

        assertThat(asked).containsExactly("refresh 1");
        assertThat(book.find(1).correctionMissed).isTrue();

        answer(
                order(3, "partially_filled", 40),
                activity("partial_fill", "e1", 40, 40),
                activity("trade_bust", "e2 of e1", 40, 0),
                activity("partial_fill", "e3", 40, 40));

        assertThat(ears.take()).containsExactly("part 1 40@1049", "busted 1 40@1049", "part 1 40@1049");
    }

    @Test
    void shouldBelieveTheVenueRatherThanWhatIsLeftOfWhatWasTold() {
        hear("partial_fill", "e1", 40, order(1, "partially_filled", 40));
        // A message is lost: e2 over 10. What is taken back now is e1, so that e2 alone stands.
        hear("trade_bust", "e3 of e1", 40, order(3, "partially_filled", 10));

        assertThat(ears.book(1).filled()).isZero();
        assertThat(book.find(1).isBehind()).as("e2 is missing").isTrue();
        assertThat(asked).containsExactly("refresh 1 later");
    }

    @Test
    void shouldTakeBackOnlyWhatStands() {
        hear("partial_fill", "e1", 40, order(1, "partially_filled", 40));
        hear("trade_bust", "e2 of e1", 40, order(2, "partially_filled", 0));
        hear("trade_bust", "e3 of e1", 40, order(3, "partially_filled", 0));

        assertThat(ears.take()).containsExactly("part 1 40@1049", "busted 1 40@1049");
        assertThat(asked).containsExactly("refresh 1");
    }

    @Test
    void shouldNotRepeatWhatWasTakenBack() {
        hear("partial_fill", "e1", 40, order(1, "partially_filled", 40));
        hear("partial_fill", "e2", 10, order(2, "partially_filled", 50));
        hear("trade_correct", "e3 of e2", 10, order(3, "partially_filled", 50));
        hear("trade_bust", "e4 of e1", 40, order(4, "partially_filled", 10));
        ears.take();
        teller.repeatExecutions(book.find(1), events);
        teller.report(book.find(1), 0, events);

        assertThat(ears.take()).containsExactly("part 1 10@1049", "reported 1 WORKING 100@0 filled 10");
    }

    @Test
    void shouldNotGoBackToAnOlderStatus() {
        hear("pending_replace", "", 0, order(2, "pending_replace", 0));
        hear("new", "", 0, order(1, "new", 0));

        assertThat(book.find(1).current()).hasToString("A PENDING_REPLACE, 0 of 100 filled");
    }

    @Test
    void shouldNoticeWhatAnAnswerShowsAndTheStreamHasNotTold() {
        hear("new", "", 0, order(1, "new", 0));
        answer(order(1, "new", 0));
        answer(order(2, "pending_cancel", 0));
        assertThat(asked).isEmpty();

        answer(order(3, "partially_filled", 40), activity("partial_fill", "e1", 40, 40));
        assertThat(asked).containsExactly("shown");
        answer(order(3, "partially_filled", 40));
        answer(order(4, "canceled", 40));
        answer(order(4, "canceled", 40));

        assertThat(asked).containsExactly("shown", "shown");
    }

    @Test
    void shouldNotExpectTheStreamToTellOfWhatAProcessBeforeDid() {
        book.open(1, AAPL);
        answer(order(1, "filled", 100), activity("fill", "e1", 100, 100));
        assertThat(asked).isEmpty();

        book.open(2, AAPL).type = OrderType.LIMIT;
        final OrderMessage message = new OrderMessage();
        reader.readOrder(bytes(order(1, "new", 0).replace("run-1", "run-2").replace("\"A\"", "\"B\"")), message);
        teller.hear(book.find(2), message);

        assertThat(asked).containsExactly("shown");
    }

    @Test
    void shouldKnowWhetherTheStreamOwesSomething() {
        final UpdateWatch watch = new UpdateWatch();
        assertThat(watch.isOwed()).isFalse();
        assertThat(watch.wasQuiet()).isTrue();

        watch.onShown();
        assertThat(watch.isOwed()).isTrue();
        watch.onUpdate();
        assertThat(watch.isOwed()).isFalse();
        assertThat(watch.wasQuiet()).isFalse();
        assertThat(watch.wasQuiet()).isTrue();

        watch.onShown();
        watch.forgive();
        assertThat(watch.isOwed()).isFalse();
    }
}
