package reprise.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.simulation.alpaca.account.AccountStanding;
import reprise.simulation.alpaca.account.AccountTerms;
import reprise.simulation.alpaca.fault.Fault;
import reprise.simulation.alpaca.fault.FaultKind;

/** What the engine hears of its orders when all goes well, and when each thing goes wrong that can. */
class OrdersAtLocalVenueTest extends AtLocalVenue {
    private void fault(final FaultKind kind) {
        harness.server.faults().set(Fault.once(kind));
    }

    private void fault(final FaultKind kind, final String place) {
        harness.server.faults().set(Fault.once(kind).at(place));
    }

    private void offer(final String ask) {
        harness.server.market().quote("AAPL", "50", ask);
    }

    @Test
    void shouldBringTheAccountAndThenConnect() {
        ears.awaitLine("connected");

        assertThat(ears.lines()).containsExactly("began", "cash 100000000000000 USD", "ended", "connected");
    }

    @Test
    void shouldTellWhatBecomesOfAnOrder() {
        harness.connected();
        harness.submit(1, Side.BUY, 10, "90");
        ears.awaitLine("accepted 1");
        harness.submit(2, Side.BUY, 5, null);
        ears.awaitLine("filled 2");
        harness.orders.cancelOrder(1, 0);
        ears.awaitLine("cancelled 1");

        assertThat(ears.take()).containsExactly("accepted 1", "accepted 2", "filled 2 500@1000100", "cancelled 1");
        assertThat(harness.serverOrder("run-1")).containsEntry("status", "canceled");
    }

    @Test
    void shouldSayWhyWhenTheVenueOrWeRefuse() {
        harness.connected();
        harness.submit(1, Side.BUY, 1_000_000, "90");
        harness.submit(2, Side.BUY, 1, "90.001");
        harness.orders.submitOrder(
                3,
                0,
                1,
                new OrderTerms()
                        .set(Side.BUY, OrderType.LIMIT_MAKER, TimeInForce.DAY, 100)
                        .limitPrice(10_000));
        ears.awaitLine("rejected 1");
        ears.awaitLine("rejected 2");
        ears.awaitLine("rejected 3");

        assertThat(ears.take())
                .containsExactlyInAnyOrder(
                        "rejected 1 INSUFFICIENT_FUNDS 40310000 insufficient buying power",
                        "rejected 2 PRICE_NOT_ON_TICK not sent: PRICE_NOT_ON_TICK",
                        "rejected 3 ORDER_TYPE_NOT_SUPPORTED not sent: ORDER_TYPE_NOT_SUPPORTED");
        assertThat(harness.server.tally().orders()).isZero();
    }

    @Test
    void shouldTellAFillThatComesBeforeTheAnswer() {
        harness.connected();
        fault(FaultKind.FILL_FIRST);
        harness.submit(1, Side.BUY, 10, "101");
        ears.awaitLine("filled 1");

        assertThat(ears.book(1).filled()).isEqualTo(1000);
        assertThat(ears.take()).filteredOn(line -> line.startsWith("filled")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"ERROR_AFTER_ACCEPT", "LOST_ANSWER"})
    void shouldFindTheOrderWhenItsAnswerIsLost(final FaultKind kind) {
        harness.connected();
        fault(kind);
        harness.submit(1, Side.BUY, 10, "90");
        ears.await("the order is there", heard -> !heard.lines().isEmpty());
        harness.orders.queryOrder(1, 0);
        ears.awaitLine("reported 1 WORKING 1000@900000 filled 0");

        assertThat(harness.server.tally().orders()).isEqualTo(1);
        assertThat(ears.book(1).end()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET", "HTML"})
    void shouldNotFindTheOrderUntilItCannotBeUnderWayAnyMore(final FaultKind kind) {
        harness.connected();
        fault(kind, "POST");
        harness.submit(1, Side.BUY, 10, "90");
        ears.awaitLine("unknown 1");
        final long unknownNs = System.nanoTime();
        harness.orders.queryOrder(1, 0);
        ears.awaitLine("not-found 1");

        assertThat(System.nanoTime() - unknownNs)
                .as("twice the time of a request")
                .isGreaterThan(900_000_000L);
        assertThat(harness.server.tally().orders()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"TOO_MANY_BARE"})
    void shouldSendAgainWhatWasRefusedForTheRate(final FaultKind kind) {
        harness.connected();
        fault(kind, "POST");
        harness.submit(1, Side.BUY, 10, "90");
        ears.awaitLine("accepted 1");

        assertThat(harness.server.tally().orders()).isEqualTo(1);
    }

    @Test
    void shouldRecogniseAnOrderThatIsThereAlready() {
        harness.connected();
        harness.submit(1, Side.BUY, 10, "90");
        ears.awaitLine("accepted 1");
        harness.submit(1, Side.BUY, 10, "90");
        harness.orders.queryOrder(1, 0);
        ears.awaitLine("reported 1");

        assertThat(ears.take())
                .contains("accepted 1", "reported 1 WORKING 1000@900000 filled 0")
                .noneMatch(line -> line.startsWith("rejected"));
        assertThat(harness.server.tally().orders()).isEqualTo(1);
        assertThat(harness.server.tally().repeatedOrders()).isEqualTo(1);
    }

    @Test
    void shouldReadWhatWasMissedWhenAFillIsLost() {
        harness.connected();
        fault(FaultKind.LOST_UPDATE, "fill");
        harness.submit(1, Side.BUY, 10, "101");
        ears.awaitLine("accepted 1");
        // The order is answered before it trades.
        harness.server.market().together(() -> {});
        harness.orders.cancelOrder(1, 0);
        ears.awaitLine("filled 1");

        ears.awaitLine("cancel-rejected 1 TOO_LATE");
        assertThat(ears.book(1).filled()).isEqualTo(1000);
    }

    @Test
    void shouldTellTheFillWhenACancelComesTooLate() {
        harness.connected();
        harness.submit(1, Side.BUY, 10, "90");
        ears.awaitLine("accepted 1");
        fault(FaultKind.CANCEL_FILLS);
        harness.orders.cancelOrder(1, 0);
        ears.awaitLine("filled 1");

        assertThat(ears.book(1).end()).isEqualTo("filled");
    }

    @Test
    void shouldReplaceUnderANewName() {
        harness.connected();
        harness.submit(1, Side.BUY, 10, "90");
        ears.awaitLine("accepted 1");
        // An order on its way to an exchange cannot be changed.
        harness.server.market().together(() -> {});
        harness.orders.replaceOrder(1, 0, 1, 2000, OrdersHarness.price("91"), 0);
        ears.awaitLine("replaced 1 2000@910000/0");
        harness.orders.replaceOrder(1, 0, 2, 500, OrdersHarness.price("91.001"), 0);
        ears.awaitLine("replace-rejected 1 PRICE_NOT_ON_TICK");
        offer("80");
        ears.awaitLine("filled 1");

        assertThat(ears.book(1).filled()).isEqualTo(2000);
        assertThat(harness.serverOrder("run-1.1")).containsEntry("status", "filled");
    }

    @Test
    void shouldFindOutThatItWasReplacedWhenTheAnswerIsAnError() {
        harness.connected();
        harness.submit(1, Side.BUY, 10, "90");
        ears.awaitLine("accepted 1");
        fault(FaultKind.PATCH_ERROR);
        // An order on its way to an exchange cannot be changed.
        harness.server.market().together(() -> {});
        harness.orders.replaceOrder(1, 0, 1, 2000, OrdersHarness.price("91"), 0);
        ears.awaitLine("replaced 1 2000@910000/0");
        harness.orders.queryOrder(1, 0);
        ears.awaitLine("reported 1 WORKING 2000@910000 filled 0");
    }

    /** Of an order for a hundred shares. */
    private void beFilledInPart() {
        harness.close();
        harness = new OrdersHarness(
                AccountTerms.plain(new BigDecimal("1000000")).withPartialFills(1, 1), Duration.ofSeconds(2));
        ears = harness.ears;
        harness.connected();
        harness.submit(1, Side.BUY, 100, "101");
        ears.awaitLine("part 1");
    }

    @Test
    void shouldNotTradeMoreThanAskedForWhenTheOldOrderTradesWhileItIsReplaced() {
        beFilledInPart();
        harness.server.faults().set(Fault.once(FaultKind.SLOW).at("PATCH").lasting(300));
        harness.orders.replaceOrder(1, 0, 1, 30_000, OrdersHarness.price("90"), 0);
        ears.take();
        offer("100");
        ears.awaitLine("part 1");
        ears.awaitLine("replaced 1 30000@900000/0");

        // Usually by a correction; not if the second fill was heard of before the change was sent.
        final boolean isCorrected = harness.serverOrder("run-1.1.1") != null;
        final Map<String, String> last = harness.serverOrder(isCorrected ? "run-1.1.1" : "run-1.1");
        assertThat(last).containsEntry("status", "new");
        assertThat(new BigDecimal(last.get("qty"))
                        .add(new BigDecimal(harness.serverOrder("run-1").get("filled_qty"))))
                .isEqualByComparingTo("300");
    }

    /** The rest that is wanted is less than what was filled: the new order's fills count from nothing. */
    @Test
    void shouldReplaceTheRestOfAnOrderThatIsMostlyFilled() {
        beFilledInPart();
        final long filled = ears.book(1).filled();
        final long rest = Math.max(100, (filled / 2 - 1) / 100 * 100);
        ears.take();

        harness.orders.replaceOrder(1, 0, 1, filled + rest, OrdersHarness.price("90"), 0);
        ears.awaitLine("replaced 1 " + (filled + rest) + "@900000/0");

        assertThat(harness.serverOrder("run-1.1"))
                .containsEntry("status", "new")
                .containsEntry("qty", Long.toString(rest / 100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"trading-blocked", "account-blocked", "suspended", "ONBOARDING"})
    void shouldEndTheRunOfAnAccountThatMayNotTrade(final String standing) {
        harness.close();
        harness = new OrdersHarness(
                AccountTerms.plain(new BigDecimal("1000000")).in(AccountStanding.parse(standing)),
                Duration.ofSeconds(2));
        ears = harness.ears;
        ears.await("the end", heard -> !heard.fatal().isEmpty());

        assertThat(ears.fatal()).singleElement().asString().startsWith("alpaca: ");
    }

    @Test
    void shouldTakeBackAndCorrectFills() {
        harness.connected();
        harness.submit(1, Side.BUY, 10, null);
        ears.awaitLine("filled 1");
        harness.server.faults().set(Fault.once(FaultKind.CORRECT));
        ears.awaitLine("busted 1");
        ears.await("the corrected fill", heard -> heard.book(1).filled() == 1000);
        harness.server.faults().set(Fault.once(FaultKind.BUST));
        ears.await("the bust", heard -> heard.book(1).filled() == 0);

        assertThat(ears.lines()).contains("busted 1 1000@1000100", "busted 1 1000@1000200");
    }

    @Test
    void shouldHearOfFillsThatCameWhileDisconnected() {
        harness.connected();
        harness.submit(1, Side.BUY, 10, "90");
        harness.submit(2, Side.BUY, 10, "60");
        ears.awaitLine("accepted 1");
        ears.awaitLine("accepted 2");
        harness.server.market().together(() -> {
            harness.server.faults().set(Fault.once(FaultKind.DROP).at("/stream"));
            harness.server.market().quote("AAPL", "50", "80");
        });
        ears.awaitLine("disconnected");
        ears.awaitLine("connected");

        assertThat(ears.book(1).end()).isEqualTo("filled");
        assertThat(ears.book(2).end()).isEmpty();
        final int filled = ears.lines().indexOf("filled 1 1000@800000");
        assertThat(filled).isNotNegative().isLessThan(ears.lines().lastIndexOf("connected"));
    }

    @Test
    void shouldSendNoOrderBlindly() {
        harness.connected();
        harness.server.faults().set(Fault.once(FaultKind.TOO_MANY).at("UPGRADE").times(20));
        harness.server.faults().set(Fault.once(FaultKind.DROP).at("/stream"));
        ears.awaitLine("disconnected");
        harness.submit(1, Side.BUY, 10, "90");
        ears.awaitLine("rejected 1 VENUE_DISCONNECTED");

        assertThat(harness.server.tally().orders()).isZero();
    }

    @Test
    void shouldGiveUpWhenTheKeysAreWrong() {
        harness.connected();
        harness.disconnect();
        harness.connect("KEY", "WRONG");
        harness.ears.await("fatal", heard -> !heard.fatal().isEmpty());

        assertThat(harness.ears.fatal().toString())
                .contains("does not accept the keys")
                .doesNotContain("WRONG");
    }

    @Test
    void shouldTellTheWholeView() {
        harness.connected();
        harness.submit(1, Side.BUY, 10, null);
        ears.awaitLine("filled 1");
        harness.submit(2, Side.SELL, 4, "200");
        ears.awaitLine("accepted 2");
        final byte[] foreign =
                "{\"symbol\":\"BTC/USD\",\"side\":\"buy\",\"type\":\"market\",\"time_in_force\":\"gtc\",\"qty\":\"0.5\"}"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(harness.rest
                        .trading()
                        .post("/v2/orders", foreign, foreign.length)
                        .isDone())
                .isTrue();
        final byte[] resting =
                "{\"symbol\":\"AAPL\",\"side\":\"buy\",\"type\":\"limit\",\"limit_price\":\"70\",\"time_in_force\":\"day\",\"qty\":\"3\"}"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(harness.rest
                        .trading()
                        .post("/v2/orders", resting, resting.length)
                        .isDone())
                .isTrue();
        harness.server.market().quote("BTC/USD", "60000", "60010");
        ears.take();
        harness.orders.requestReconciliation(0, 0);
        ears.awaitLine("ended");

        assertThat(ears.take())
                .containsExactly(
                        "began",
                        "filled 1 1000@1000100",
                        "reported 2 WORKING 400@2000000 filled 0",
                        "foreign 0 BUY 300@700000",
                        "position 0 1000@1000100",
                        "position 1 500000000@6001000",
                        "cash 96899490000000 USD",
                        "ended");
    }

    @Test
    void shouldKnowTheOrdersOfTheProcessBeforeIt() {
        harness.connected();
        harness.submit(1, Side.BUY, 10, "90");
        ears.awaitLine("accepted 1");
        harness.submit(2, Side.BUY, 10, null);
        ears.awaitLine("filled 2");
        // An order on its way to an exchange cannot be changed.
        harness.server.market().together(() -> {});
        harness.orders.replaceOrder(1, 0, 1, 2000, OrdersHarness.price("91"), 0);
        ears.awaitLine("replaced 1");
        harness.disconnect();
        harness.connect("KEY", "SECRET");
        harness.connected();
        harness.orders.queryOrder(1, 0);
        harness.orders.queryOrder(2, 0);
        harness.orders.queryOrder(3, 0);
        harness.ears.awaitLine("reported 1 WORKING 2000@910000 filled 0");
        harness.ears.awaitLine("reported 2 FILLED 1000@0 filled 1000");
        harness.ears.awaitLine("not-found 3");
        harness.submit(1, Side.BUY, 10, "90");
        harness.orders.cancelOrder(1, 0);
        harness.ears.awaitLine("cancelled 1");

        assertThat(harness.ears.lines()).noneMatch(line -> line.startsWith("rejected") || line.startsWith("replaced"));
        assertThat(harness.server.tally().orders()).isEqualTo(3);
    }
}
