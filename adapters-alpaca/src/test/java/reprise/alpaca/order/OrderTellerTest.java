package reprise.alpaca.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import reprise.alpaca.wire.TradeUpdate;
import reprise.alpaca.wire.TradingReader;
import reprise.alpaca.wire.TradingReaderTest;
import reprise.alpaca.wire.UpdateEvent;
import reprise.market.InstrumentDefinition;
import reprise.message.EventPublisher;
import reprise.message.Outlet;
import reprise.testkit.Allocation;
import reprise.testkit.RandomCases;

/** Every event of the stream, and what of it is told in which order. Prices in cents, whole shares. */
class OrderTellerTest {
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
            asked.add("trim " + order.orderId + " to " + quantity);
        }

        @Override
        public void identify(final String venueOrderId) {
            asked.add("identify " + venueOrderId);
        }

        @Override
        public void notice(final String text) {
            asked.add("notice " + text);
        }
    }

    private static String order(
            final String id, final String name, final String status, final int quantity, final int filled) {
        return "{\"id\":\"" + id + "\",\"client_order_id\":\"" + name
                + "\",\"symbol\":\"AAPL\",\"side\":\"buy\",\"qty\":\""
                + quantity + "\",\"filled_qty\":\"" + filled + "\",\"limit_price\":\"10.5\",\"status\":\"" + status
                + "\",\"legs\":null%s}";
    }

    private void hear(final String event, final String fields, final String order, final String orderFields) {
        final byte[] bytes = ("{\"stream\":\"trade_updates\",\"data\":{\"event\":\"" + event
                        + "\",\"timestamp\":\"2026-02-23T15:30:00.1Z\"," + fields + "\"order\":"
                        + order.replace("%s", orderFields) + "}}")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(reader.readUpdate(bytes, bytes.length, update)).isTrue();
        synchronized (book) {
            teller.onUpdate(update, events);
        }
    }

    private void hear(final String event, final String order) {
        hear(event, "", order, "");
    }

    private void fill(final String event, final String execution, final int quantity, final String order) {
        hear(
                event,
                "\"execution_id\":\"" + execution + "\",\"price\":\"10.49\",\"qty\":\"" + quantity + "\",",
                order,
                "");
    }

    private static String plain(final String status, final int filled) {
        return order("A", "run-1", status, 100, filled);
    }

    @Test
    void shouldAcceptOnceWhateverWordItComesIn() {
        hear("pending_new", plain("pending_new", 0));
        hear("accepted", plain("accepted", 0));
        hear("new", plain("new", 0));

        assertThat(ears.take()).containsExactly("accepted 1");
        assertThat(asked).isEmpty();
    }

    @Test
    void shouldTellEachFillOnceWhenItIsRepeated() {
        hear("new", plain("new", 0));
        fill("partial_fill", "e1", 40, plain("partially_filled", 40));
        fill("partial_fill", "e1", 40, plain("partially_filled", 40));
        fill("fill", "e2", 60, plain("filled", 100));
        fill("partial_fill", "e1", 40, plain("partially_filled", 40));

        assertThat(ears.take()).containsExactly("accepted 1", "part 1 40@1049", "filled 1 60@1049");
        assertThat(asked).isEmpty();
    }

    @Test
    void shouldTellAFillThatComesBeforeNew() {
        fill("fill", "e1", 100, plain("filled", 100));
        hear("new", plain("new", 0));

        assertThat(ears.take()).containsExactly("filled 1 100@1049");
    }

    @Test
    void shouldAskForWhatIsMissingWhenAFillLeavesAHole() {
        hear("new", plain("new", 0));
        ears.take();
        fill("partial_fill", "e2", 10, plain("partially_filled", 50));
        fill("partial_fill", "e3", 10, plain("partially_filled", 60));

        assertThat(ears.take()).isEmpty();
        assertThat(asked).contains("refresh 1");
    }

    @Test
    void shouldNotEndAnOrderWhoseLastFillIsMissing() {
        fill("partial_fill", "e1", 40, plain("partially_filled", 40));
        hear("canceled", plain("canceled", 70));

        assertThat(ears.take()).containsExactly("part 1 40@1049");
        assertThat(asked).contains("refresh 1");
    }

    @Test
    void shouldTellEachEndOnce() {
        hear("canceled", order("A", "run-1", "canceled", 100, 0));
        hear("canceled", order("A", "run-1", "canceled", 100, 0));
        hear("expired", order("B", "run-2", "expired", 100, 0));
        hear("rejected", order("C", "run-3", "rejected", 100, 0));

        assertThat(ears.take())
                .containsExactly(
                        "accepted 1",
                        "cancelled 1",
                        "accepted 2",
                        "expired 2",
                        "rejected 3 VENUE_OTHER rejected by the venue after it was taken");
    }

    @Test
    void shouldKeepAnEndWhenAnOlderStatusComesLate() {
        hear("canceled", plain("canceled", 0));
        hear("pending_cancel", plain("pending_cancel", 0));
        hear("new", plain("new", 0));

        assertThat(ears.take()).containsExactly("accepted 1", "cancelled 1");
    }

    @Test
    void shouldTellTheNewTermsWhenTheOldOrderIsReplaced() {
        fill("partial_fill", "e1", 40, plain("partially_filled", 40));
        final LiveOrder order = book.find(1);
        order.replaceAsked = true;
        order.askedQuantity = 90;
        hear("pending_new", "", order("B", "run-1.1", "pending_new", 50, 0), ",\"replaces\":\"A\"");
        hear("replaced", "", plain("replaced", 40), ",\"replaced_by\":\"B\"");
        hear("new", "", order("B", "run-1.1", "new", 50, 0), ",\"replaces\":\"A\"");
        fill("fill", "e2", 50, order("B", "run-1.1", "filled", 50, 50));

        assertThat(ears.take()).containsExactly("part 1 40@1049", "replaced 1 90@1050/0", "filled 1 50@1049");
        assertThat(asked).isEmpty();
    }

    @Test
    void shouldTrimWhenTheOldOrderTradedWhileItWasReplaced() {
        fill("partial_fill", "e1", 40, plain("partially_filled", 40));
        final LiveOrder order = book.find(1);
        order.replaceAsked = true;
        order.askedQuantity = 100;
        fill("partial_fill", "e2", 10, plain("pending_replace", 50));
        hear("pending_new", "", order("B", "run-1.1", "pending_new", 60, 0), ",\"replaces\":\"A\"");
        hear("replaced", "", plain("replaced", 50), ",\"replaced_by\":\"B\"");

        assertThat(ears.take()).containsExactly("part 1 40@1049", "part 1 10@1049", "replaced 1 110@1050/0");
        assertThat(asked).containsExactly("trim 1 to 100");
    }

    @Test
    void shouldAskWhenTheNewOrderIsNotKnown() {
        hear("replaced", "", plain("replaced", 0), ",\"replaced_by\":\"B\"");

        assertThat(ears.take()).containsExactly("accepted 1");
        assertThat(asked).containsExactly("refresh 1");
    }

    @Test
    void shouldSayThatNothingChangedWhenTheVenueRefusesAChange() {
        hear("new", plain("new", 0));
        book.find(1).replaceAsked = true;
        hear("order_replace_rejected", plain("new", 0));
        hear("order_replace_rejected", plain("new", 0));
        hear("order_cancel_rejected", plain("new", 0));

        assertThat(ears.take())
                .containsExactly("accepted 1", "replace-rejected 1 VENUE_OTHER", "cancel-rejected 1 VENUE_OTHER");
    }

    @Test
    void shouldTakeAFillBackAndBookItAnew() {
        fill("partial_fill", "e1", 40, plain("partially_filled", 40));
        fill("partial_fill", "e2", 10, plain("partially_filled", 50));
        hear(
                "trade_correct",
                "\"execution_id\":\"e3\",\"previous_execution_id\":\"e1\",\"price\":\"10.4\",\"qty\":\"40\",",
                plain("partially_filled", 50),
                "");
        hear(
                "trade_bust",
                "\"execution_id\":\"e4\",\"previous_execution_id\":\"e2\",\"price\":\"10.49\",\"qty\":\"10\",",
                plain("partially_filled", 40),
                "");

        assertThat(ears.take())
                .containsExactly(
                        "part 1 40@1049", "part 1 10@1049", "busted 1 40@1049", "part 1 40@1040", "busted 1 10@1049");
        assertThat(ears.book(1).filled()).isEqualTo(40);
        assertThat(asked).isEmpty();
    }

    @Test
    void shouldAskWhenAFillIsTakenBackThatIsNotKnown() {
        hear("new", plain("new", 0));
        hear("trade_bust", "\"execution_id\":\"e4\",\"previous_execution_id\":\"e2\",", plain("new", 0), "");

        assertThat(asked).containsExactly("refresh 1");
    }

    @Test
    void shouldReadAgainWhenTheVenueRestatedAnOrder() {
        hear("restated", plain("new", 0));

        assertThat(asked).containsExactly("refresh 1");
    }

    @Test
    void shouldTellNothingOfWhatIsInformationOnly() {
        hear("new", plain("new", 0));
        ears.take();
        for (final String event :
                List.of("pending_cancel", "pending_replace", "stopped", "suspended", "calculated", "done_for_day")) {
            hear(event, plain(event, 0));
        }

        assertThat(ears.take()).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void shouldLeaveAloneWhatIsNotOurs() {
        hear("new", order("X", "somebody-1", "new", 100, 0));
        hear("new", order("X", "run-01", "new", 100, 0));
        hear("new", order("X", "run-1x", "new", 100, 0));

        assertThat(ears.take()).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void shouldFindOutWhoseOrderItIsWhenTheMessageDoesNotSay() {
        hear("new", order("X", "", "new", 100, 0));
        hear("new", plain("new", 0));
        hear("canceled", order("A", "", "canceled", 100, 0));

        assertThat(asked).containsExactly("identify X");
        assertThat(ears.take()).containsExactly("accepted 1", "cancelled 1");
    }

    @Test
    void shouldAskForTheRowWhenTheFirstThatIsHeardIsAReplacement() {
        hear("new", "", order("B", "run-1.1", "new", 60, 0), ",\"replaces\":\"A\"");

        assertThat(ears.take()).isEmpty();
        assertThat(asked).containsExactly("refresh 1");
    }

    @Test
    void shouldGiveAnExecutionTheSameNumberWhereverItIsHeardOf() {
        assertThat(ExecutionIds.of(ExecutionIds.key("A"), 40, 0))
                .isEqualTo(ExecutionIds.of(ExecutionIds.key(new StringBuilder("A")), 40, 0))
                .isNotEqualTo(ExecutionIds.of(ExecutionIds.key("A"), 50, 0))
                .isNotEqualTo(ExecutionIds.of(ExecutionIds.key("A"), 40, 1))
                .isNotEqualTo(ExecutionIds.of(ExecutionIds.key("B"), 40, 0));
    }

    @Test
    void shouldSurviveWhateverComes() {
        final String[] messages = {
            plain("new", 0), plain("partially_filled", 40), plain("replaced", 40), plain("filled", 100)
        };
        RandomCases.check(200, random -> {
            for (int i = 0; i < 100; i++) {
                final String text = "{\"stream\":\"trade_updates\",\"data\":{\"event\":\""
                        + UpdateEvent.values()[random.nextInt(UpdateEvent.values().length)]
                                .name()
                                .toLowerCase(Locale.ROOT)
                        + "\",\"execution_id\":\"e" + random.nextInt(5)
                        + "\",\"price\":\"10.49\",\"qty\":\"40\",\"timestamp\":\"2026-02-23T15:30:00.1Z\",\"order\":"
                        + messages[random.nextInt(messages.length)]
                                .replace("run-1", "run-" + random.nextInt(1, 50))
                                .replace("%s", "")
                        + "}}";
                final byte[] bytes = TradingReaderTest.mutated(text, random);
                if (reader.readUpdate(bytes, bytes.length, update)) {
                    hearUnlessImpossible();
                }
            }
        });
        assertThat(ears.lines()).noneMatch(line -> line.startsWith("UNSOUND"));
    }

    /** As the stream does: a number that cannot be is refused as a whole. */
    private void hearUnlessImpossible() {
        try {
            synchronized (book) {
                teller.onUpdate(update, events);
            }
        } catch (final ArithmeticException impossible) {
            assertThat(impossible).hasMessageNotContaining("null");
        }
    }

    @Test
    void shouldAllocateNothingForAnUpdateOfAKnownOrder() {
        final byte[] bytes =
                ("{\"stream\":\"trade_updates\",\"data\":{\"event\":\"partial_fill\",\"execution_id\":\"e\","
                                + "\"price\":\"10.49\",\"qty\":\"1\",\"timestamp\":\"2026-02-23T15:30:00.1Z\",\"order\":"
                                + order("A", "run-1", "partially_filled", 99_999_999, 10_000_000)
                                        .replace("%s", "") + "}}")
                        .getBytes(StandardCharsets.UTF_8);
        final int at = new String(bytes, StandardCharsets.UTF_8).indexOf("10000000");
        final EventPublisher silent = new EventPublisher(new Silent());
        hear("new", order("A", "run-1", "new", 99_999_999, 0));
        book.find(1).current().filledTold = 10_000_000;
        book.find(1).current().reserve(60_000);
        final int[] filled = {10_000_000};

        final long allocated = Allocation.leastBytes(20, () -> {
            for (int i = 0; i < 1_000; i++) {
                write(bytes, at, ++filled[0]);
                reader.readUpdate(bytes, bytes.length, update);
                teller.onUpdate(update, silent);
            }
        });

        assertThat(allocated).isZero();
        assertThat(book.find(1).filledTold()).isEqualTo(filled[0]);
        assertThat(asked).isEmpty();
    }

    private static void write(final byte[] bytes, final int at, final int number) {
        int rest = number;
        for (int i = at + 7; i >= at; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /** Takes what is published and does nothing. */
    private static final class Silent implements Outlet {
        private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[MAX_MESSAGE_LENGTH_BYTES]);
        private int length;

        @Override
        public MutableDirectBuffer claim() {
            return buffer;
        }

        @Override
        public void end(final int lengthBytes) {
            length = lengthBytes;
        }
    }
}
