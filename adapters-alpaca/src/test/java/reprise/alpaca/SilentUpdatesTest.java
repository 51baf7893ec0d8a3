package reprise.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reprise.alpaca.order.EngineEars;
import reprise.alpaca.rest.RestClock;
import reprise.order.Side;
import reprise.simulation.alpaca.account.AccountTerms;
import reprise.simulation.alpaca.fault.Fault;
import reprise.simulation.alpaca.fault.FaultKind;

/** A stream of trade updates that stays connected, answers pings, and says nothing more. */
class SilentUpdatesTest {
    private static final Duration STALE = Duration.ofMillis(400);

    private OrdersHarness harness;
    private EngineEars ears;

    @BeforeEach
    void start() {
        harness = new OrdersHarness(
                AccountTerms.plain(new BigDecimal("1000000")), Duration.ofSeconds(10), RestClock.SYSTEM, STALE);
        ears = harness.ears;
        harness.connected();
    }

    @AfterEach
    void stop() {
        harness.close();
    }

    private void fallSilent() {
        harness.server.faults().set(Fault.once(FaultKind.SILENT).at("/stream"));
    }

    private void awaitNewConnection() {
        ears.awaitLine("disconnected");
        ears.awaitLine("connected");
        assertThat(ears.notices().toString()).contains("s while something was expected; connecting again");
    }

    @Test
    void shouldNoticeThatAFillOfAnOpenOrderIsNotTold() {
        harness.submit(1, Side.BUY, 10, "90");
        harness.submit(2, Side.BUY, 10, "60");
        ears.awaitLine("accepted 1");
        ears.awaitLine("accepted 2");
        harness.server.market().together(this::fallSilent);
        harness.server.market().quote("AAPL", "70", "80");
        ears.awaitLine("filled 1 1000@800000");
        awaitNewConnection();
        harness.orders.cancelOrder(2, 0);
        ears.awaitLine("cancelled 2");

        assertThat(ears.book(1).filled()).isEqualTo(1000);
    }

    @Test
    void shouldNoticeThatWhatTheEngineAsksForIsNotTold() {
        fallSilent();
        harness.submit(1, Side.BUY, 10, null);
        ears.awaitLine("accepted 1");
        harness.orders.queryOrder(1, 0);
        ears.awaitLine("filled 1");
        awaitNewConnection();

        assertThat(ears.book(1).filled()).isEqualTo(1000);
    }
}
