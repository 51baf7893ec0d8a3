package reprise.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reprise.alpaca.order.EngineEars;
import reprise.order.Side;
import reprise.simulation.alpaca.account.AccountTerms;
import reprise.simulation.alpaca.fault.Fault;
import reprise.simulation.alpaca.fault.FaultKind;

/** Changes of orders that have been taken and are not at an exchange yet, which Alpaca refuses. */
class EarlyChangesTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private OrdersHarness harness;
    private EngineEars ears;

    private void start(final Duration request) {
        harness = new OrdersHarness(AccountTerms.plain(new BigDecimal("1000000")), request);
        ears = harness.ears;
        harness.connected();
    }

    @AfterEach
    void stop() {
        harness.close();
    }

    /** An order of after the close: it waits for the next session. */
    private void submitAtNight() {
        harness.server.market().advance(Duration.ofHours(10));
        harness.submit(1, Side.BUY, 10, "90");
        ears.awaitLine("accepted 1");
        assertThat(harness.serverOrder("run-1")).containsEntry("status", "accepted");
    }

    private void replace() {
        harness.orders.replaceOrder(1, 0, 1, 2000, OrdersHarness.price("91"), 0);
    }

    @Test
    void shouldWaitWithAChangeUntilTheOrderIsAtAnExchange() {
        start(LONG);
        submitAtNight();
        replace();
        harness.server.market().advance(Duration.ofHours(14));
        ears.awaitLine("replaced 1 2000@910000/0");

        assertThat(ears.take()).noneMatch(line -> line.startsWith("replace-rejected"));
        assertThat(harness.serverOrder("run-1.1")).containsEntry("status", "new");
    }

    @Test
    void shouldSayThatTheMarketIsClosedWhenItStaysSo() {
        start(Duration.ofMillis(500));
        submitAtNight();
        replace();
        ears.awaitLine("replace-rejected 1");

        assertThat(ears.take()).containsExactly("accepted 1", "replace-rejected 1 MARKET_CLOSED");
        assertThat(ears.notices())
                .contains("alpaca: a change of an order was refused: 42210000 cannot replace order in accepted status");
        assertThat(harness.serverOrder("run-1")).containsEntry("status", "accepted");
    }

    @Test
    void shouldCancelAtOnceWhileAChangeWaits() {
        start(LONG);
        submitAtNight();
        replace();
        harness.orders.cancelOrder(1, 0);
        ears.awaitLine("replace-rejected 1");

        assertThat(ears.take()).containsExactly("accepted 1", "cancelled 1", "replace-rejected 1 TOO_LATE");
        assertThat(harness.serverOrder("run-1.1")).isNull();
    }

    @Test
    void shouldAskWhenTheWordThatItIsThereWasLost() {
        start(LONG);
        harness.server.faults().set(Fault.once(FaultKind.LOST_UPDATE).at("new"));
        harness.submit(1, Side.BUY, 10, "90");
        ears.awaitLine("accepted 1");
        replace();
        ears.awaitLine("replaced 1 2000@910000/0");

        assertThat(harness.serverOrder("run-1.1")).containsEntry("status", "new");
    }

    @Test
    void shouldNotSendAChangeThatWaitedIntoALostConnection() {
        start(LONG);
        submitAtNight();
        replace();
        harness.server.faults().set(Fault.once(FaultKind.TOO_MANY).at("UPGRADE").times(20));
        harness.server.faults().set(Fault.once(FaultKind.DROP).at("/stream"));
        ears.awaitLine("replace-rejected 1 VENUE_DISCONNECTED");

        assertThat(harness.serverOrder("run-1.1")).isNull();
    }
}
