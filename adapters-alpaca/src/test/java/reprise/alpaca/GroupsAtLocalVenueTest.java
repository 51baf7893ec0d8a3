package reprise.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reprise.order.GroupTerms;
import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.simulation.alpaca.account.AccountTerms;
import reprise.simulation.alpaca.fault.Fault;
import reprise.simulation.alpaca.fault.FaultKind;

/** Brackets and pairs that Alpaca keeps: each order has the id that the engine gave it, whatever the venue calls it. */
class GroupsAtLocalVenueTest extends AtLocalVenue {
    private static final int SHARE = 100;

    private static OrderTerms entry(final String limit, final TimeInForce time) {
        final OrderTerms terms =
                new OrderTerms().set(Side.BUY, limit == null ? OrderType.MARKET : OrderType.LIMIT, time, 10 * SHARE);
        return limit == null ? terms : terms.limitPrice(OrdersHarness.price(limit));
    }

    /** Ten shares, from order 1 on; without a limit at the market. */
    private static GroupTerms bracket(final String limit) {
        return new GroupTerms()
                .entry(1, entry(limit, TimeInForce.GTC))
                .target(OrdersHarness.price("105"))
                .stop(OrdersHarness.price("95"), 0);
    }

    private void submit(final GroupTerms group) {
        harness.orders.submitGroup(0, 1, group);
    }

    private void market(final String bid, final String ask) {
        harness.server.market().quote("AAPL", bid, ask);
        harness.server.market().trade("AAPL", bid, "1");
    }

    private void awaitAccepted(final int count) {
        for (int orderId = 1; orderId <= count; orderId++) {
            ears.awaitLine("accepted " + orderId);
        }
    }

    @Test
    void shouldTellOfEachExitUnderItsOwnId() {
        harness.connected();
        submit(bracket(null));
        awaitAccepted(3);
        ears.awaitLine("filled 1 1000@1000100");
        market("105.10", "105.20");
        ears.awaitLine("filled 2");
        ears.awaitLine("cancelled 3");

        assertThat(ears.lines())
                .containsExactlyInAnyOrder(
                        "accepted 1",
                        "accepted 2",
                        "accepted 3",
                        "filled 1 1000@1000100",
                        "filled 2 1000@1051000",
                        "cancelled 3");
        assertThat(harness.server.tally().orders())
                .as("its exits are no requests")
                .isLessThanOrEqualTo(3);
    }

    @Test
    void shouldPlaceAnEntryWithOneExit() {
        harness.connected();
        submit(new GroupTerms().entry(1, entry(null, TimeInForce.GTC)).stop(OrdersHarness.price("95"), 0));
        awaitAccepted(2);
        ears.awaitLine("filled 1");
        market("94", "94.10");
        ears.awaitLine("filled 2");

        assertThat(ears.lines()).noneMatch(line -> line.contains(" 3"));
    }

    @Test
    void shouldPlaceAPairOfWhichOneCancelsTheOther() {
        harness.connected();
        harness.submit(1, Side.BUY, 10, null);
        ears.awaitLine("filled 1");
        submit(new GroupTerms()
                .exits(2, Side.SELL, TimeInForce.GTC, 10 * SHARE, 1)
                .target(OrdersHarness.price("105"))
                .stop(OrdersHarness.price("95"), OrdersHarness.price("94")));
        ears.awaitLine("accepted 2");
        ears.awaitLine("accepted 3");
        market("105.10", "105.20");
        ears.awaitLine("filled 2");
        ears.awaitLine("cancelled 3");
    }

    @Test
    void shouldEndTheExitsWithTheirEntry() {
        harness.connected();
        submit(bracket("97"));
        awaitAccepted(3);
        harness.orders.cancelOrder(1, 0);
        ears.awaitLine("cancelled 1");
        ears.awaitLine("cancelled 2");
        ears.awaitLine("cancelled 3");
    }

    @Test
    void shouldCancelAnExitByItsId() {
        harness.connected();
        submit(bracket(null));
        awaitAccepted(3);
        ears.awaitLine("filled 1");
        harness.orders.cancelOrder(3, 0);
        ears.awaitLine("cancelled 3");
        ears.awaitLine("cancelled 2");
    }

    @Test
    void shouldReplaceAnExitByItsId() {
        harness.connected();
        submit(bracket(null));
        awaitAccepted(3);
        ears.awaitLine("filled 1");
        harness.orders.replaceOrder(3, 0, 1, 10 * SHARE, 0, OrdersHarness.price("96"));
        ears.awaitLine("replaced 3 1000@0/960000");
        market("95.90", "95.95");
        ears.awaitLine("filled 3");
        ears.awaitLine("cancelled 2");
    }

    @Test
    void shouldEndWhatAPartOfAnEntryBoughtWithoutExits() {
        harness.close();
        harness = new OrdersHarness(
                AccountTerms.plain(new BigDecimal("1000000")).withPartialFills(1, 1), Duration.ofSeconds(1));
        ears = harness.ears;
        harness.connected();
        submit(bracket("100.01"));
        awaitAccepted(3);
        ears.awaitLine("part 1");
        harness.orders.cancelOrder(1, 0);
        ears.awaitLine("cancelled 1");
        ears.awaitLine("cancelled 2");
        ears.awaitLine("cancelled 3");
    }

    @Test
    void shouldSayWhyOfTheFirstWhenTheVenueOrWeRefuse() {
        harness.connected();
        final GroupTerms tooMuch = new GroupTerms()
                .entry(1, entry(null, TimeInForce.GTC).quantity(1_000_000L * SHARE))
                .target(OrdersHarness.price("105"));
        submit(tooMuch);
        ears.awaitLine("rejected 1 INSUFFICIENT_FUNDS 40310000");
        submit(new GroupTerms().entry(11, entry(null, TimeInForce.IOC)).target(OrdersHarness.price("105")));
        ears.awaitLine("rejected 11 TIME_IN_FORCE_NOT_SUPPORTED not sent");
        submit(new GroupTerms().entry(21, entry("100", TimeInForce.DAY)).stop(OrdersHarness.price("99.9950"), 0));
        ears.awaitLine("rejected 21 BAD_STOP_PRICE not sent");
        submit(new GroupTerms()
                .entry(31, entry(null, TimeInForce.DAY).quantity(150))
                .target(OrdersHarness.price("105")));
        ears.awaitLine("rejected 31 QUANTITY_NOT_ON_LOT not sent");
        submit(new GroupTerms()
                .entry(41, entry(null, TimeInForce.DAY))
                .stop(OrdersHarness.price("99.99"), 0)
                .target(OrdersHarness.price("99")));
        ears.awaitLine("rejected 41 BAD_STOP_PRICE not sent");
        harness.orders.submitGroup(
                1, 1, new GroupTerms().entry(51, entry(null, TimeInForce.GTC)).target(7_000_000));
        ears.awaitLine("rejected 51 ORDER_TYPE_NOT_SUPPORTED not sent");

        assertThat(ears.lines()).hasSize(6);
    }

    @Test
    void shouldSayThatSharesAreReservedByAnotherOrder() {
        harness.connected();
        submit(bracket(null));
        awaitAccepted(3);
        ears.awaitLine("filled 1");
        harness.submit(9, Side.SELL, 10, "104");
        ears.awaitLine("rejected 9 SHORT_NOT_ALLOWED 40310000 insufficient qty available for order");
    }

    @ParameterizedTest
    @EnumSource(names = {"ERROR_AFTER_ACCEPT", "LOST_ANSWER"})
    void shouldFindEveryOrderWhenTheAnswerIsLost(final FaultKind kind) {
        harness.connected();
        harness.server.faults().set(Fault.once(kind));
        submit(bracket("97"));
        ears.await("something of it", heard -> !heard.lines().isEmpty());
        harness.orders.queryOrder(1, 0);
        ears.awaitLine("reported 1 WORKING 1000@970000 filled 0");
        ears.awaitLine("reported 2 WORKING 1000@1050000 filled 0");
        ears.awaitLine("reported 3 WORKING 1000@0 filled 0");
        harness.orders.cancelOrder(3, 0);
        ears.awaitLine("cancelled 3");
    }

    @Test
    void shouldKnowTheExitsOfAnotherProcess() {
        harness.connected();
        submit(bracket(null));
        awaitAccepted(3);
        ears.awaitLine("filled 1");
        harness.disconnect();

        harness.connect("KEY", "SECRET");
        ears = harness.ears;
        ears.awaitLine("connected");
        harness.orders.requestReconciliation(0, 0);
        ears.awaitLine("reported 3 WORKING 1000@0 filled 0");
        ears.awaitLine("reported 2 WORKING 1000@1050000 filled 0");
        assertThat(ears.lines()).noneMatch(line -> line.startsWith("foreign"));
        market("94", "94.10");
        ears.awaitLine("filled 3");
        ears.awaitLine("cancelled 2");
    }

    @Test
    void shouldBeToldOfTheExitsOfAnotherProcessWhoAsksForTheirEntry() {
        harness.connected();
        submit(bracket(null));
        awaitAccepted(3);
        ears.awaitLine("filled 1");
        harness.disconnect();
        market("94", "94.10");

        harness.connect("KEY", "SECRET");
        ears = harness.ears;
        ears.awaitLine("connected");
        harness.orders.queryOrder(1, 0);
        ears.awaitLine("reported 1 FILLED 1000@0 filled 1000");
        ears.awaitLine("reported 3 FILLED 1000@0 filled 1000");
        ears.awaitLine("reported 2 CANCELED 1000@1050000 filled 0");
    }
}
