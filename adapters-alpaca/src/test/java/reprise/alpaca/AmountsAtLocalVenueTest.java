package reprise.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reprise.order.TimeInForce;
import reprise.simulation.alpaca.account.AccountTerms;
import reprise.simulation.alpaca.fault.Fault;
import reprise.simulation.alpaca.fault.FaultKind;

/** Orders of amounts of money: what they come to is told before their last fill, however it is learned of. */
class AmountsAtLocalVenueTest extends AtLocalVenue {
    /** A thousand dollars at 100.01. */
    private static final String ALL = "9999000099";

    private static final int VTI = OrdersHarness.VTI.instrumentId();

    private void offer(final String ask) {
        harness.server.market().quote("VTI", "50", ask);
    }

    private void fault(final FaultKind kind) {
        harness.server.faults().set(Fault.once(kind));
    }

    private void startWithPartialFills() {
        harness.close();
        harness = new OrdersHarness(
                AccountTerms.plain(new BigDecimal("1000000")).withPartialFills(0.8, 5), Duration.ofSeconds(1));
        ears = harness.ears;
    }

    /** Another process begins. */
    private void restart() {
        harness.disconnect();
        harness.connect("KEY", "SECRET");
        ears = harness.ears;
        ears.awaitLine("connected");
    }

    @Test
    void shouldTellWhatAnAmountCameToBeforeItsFill() {
        offer("100.01");
        harness.connected();
        harness.submitAmount(1, "1000");
        ears.awaitLine("filled 1");

        assertThat(ears.take()).containsExactly("accepted 1", "restated 1 " + ALL, "filled 1 " + ALL + "@1000100");
        assertThat(harness.serverOrder("run-1"))
                .containsEntry("notional", "1000")
                .containsEntry("time_in_force", "day")
                .doesNotContainKey("qty");
    }

    @Test
    void shouldBuyAPairForAnAmount() {
        harness.connected();
        harness.orders.submitCashOrder(1, 1, 1, OrdersHarness.amount("600.10", TimeInForce.GTC));
        ears.awaitLine("filled 1");

        assertThat(ears.take()).containsExactly("accepted 1", "restated 1 10000000", "filled 1 10000000@6001000");
        assertThat(harness.serverOrder("run-1")).containsEntry("time_in_force", "gtc");
    }

    @Test
    void shouldSpendWholeCentsOfAnAmount() {
        harness.connected();
        harness.submitAmount(1, "10.01999999");
        ears.awaitLine("accepted 1");

        assertThat(harness.serverOrder("run-1")).containsEntry("notional", "10.01");
    }

    @Test
    void shouldTellOfEachPartAndWhatAllCameToBeforeTheLast() {
        startWithPartialFills();
        offer("100.01");
        harness.connected();
        harness.submitAmount(1, "1000");
        ears.awaitLine("part 1");
        for (int i = 0; i < 200 && ears.lines().stream().noneMatch(line -> line.startsWith("filled")); i++) {
            offer("100.01");
        }
        ears.awaitLine("filled 1");

        final List<String> lines = ears.take();
        assertThat(lines).filteredOn(line -> line.startsWith("part 1")).isNotEmpty();
        assertThat(lines.subList(lines.size() - 2, lines.size()).get(0)).startsWith("restated 1 ");
        assertThat(lines).filteredOn(line -> line.startsWith("restated")).hasSize(1);
        assertThat(ears.book(1).filled()).isEqualTo(ears.book(1).quantity());
        assertThat(ears.book(1).end()).isEqualTo("filled");
    }

    @Test
    void shouldSayWhyWhenTheVenueOrWeRefuse() {
        harness.connected();
        harness.submitAmount(1, "0.99999999");
        ears.awaitLine("rejected 1 BELOW_MIN_NOTIONAL not sent");
        harness.orders.submitCashOrder(2, VTI, 1, OrdersHarness.amount("50", TimeInForce.IOC));
        ears.awaitLine("rejected 2 TIME_IN_FORCE_NOT_SUPPORTED not sent");
        harness.orders.submitCashOrder(3, 1, 1, OrdersHarness.amount("50", TimeInForce.DAY));
        ears.awaitLine("rejected 3 TIME_IN_FORCE_NOT_SUPPORTED not sent");
        harness.submitAmount(4, "100000000");
        ears.awaitLine("rejected 4 INSUFFICIENT_FUNDS 40310000 insufficient buying power");

        assertThat(ears.lines()).hasSize(4);
    }

    @Test
    void shouldReportAnAmountThatWaitsWithoutAQuantityAndCancelIt() {
        harness.connected();
        harness.submitAmount(1, "1000");
        ears.awaitLine("accepted 1");
        harness.orders.queryOrder(1, VTI);
        ears.awaitLine("reported 1 WORKING 0@0 filled 0");
        ears.take();
        harness.orders.requestReconciliation(0, 0);
        ears.awaitLine("ended");
        assertThat(ears.lines())
                .contains("reported 1 WORKING 0@0 filled 0")
                .noneMatch(line -> line.startsWith("foreign"));
        harness.orders.cancelOrder(1, VTI);
        ears.awaitLine("cancelled 1");
    }

    @Test
    void shouldEndAnAmountThatIsSpentInPartWithThatPart() {
        startWithPartialFills();
        offer("100.01");
        harness.connected();
        harness.submitAmount(1, "1000");
        ears.awaitLine("part 1");
        harness.orders.cancelOrder(1, VTI);
        ears.awaitLine("cancelled 1");
        harness.orders.queryOrder(1, VTI);
        ears.awaitLine("reported 1 CANCELED 0@0 filled");

        assertThat(ears.lines()).noneMatch(line -> line.startsWith("restated"));
    }

    @Test
    void shouldTellOfAnAmountThatIsSpentWhileItIsCancelled() {
        harness.connected();
        harness.submitAmount(1, "1000");
        ears.awaitLine("accepted 1");
        harness.server.market().quote("VTI", "50", "100.01");
        ears.awaitLine("filled 1");
        harness.orders.cancelOrder(1, VTI);
        ears.awaitLine("cancel-rejected 1 TOO_LATE");
    }

    @ParameterizedTest
    @EnumSource(names = {"ERROR_AFTER_ACCEPT", "LOST_ANSWER"})
    void shouldFindWhatAnAmountCameToWhenTheAnswerIsLost(final FaultKind kind) {
        offer("100.01");
        harness.connected();
        fault(kind);
        harness.submitAmount(1, "1000");
        ears.await("something of it", heard -> !heard.lines().isEmpty());
        harness.orders.queryOrder(1, VTI);
        ears.awaitLine("reported 1 FILLED " + ALL + "@0 filled " + ALL);

        assertThat(ears.lines()).containsSubsequence("restated 1 " + ALL, "filled 1 " + ALL + "@1000100");
        assertThat(harness.server.tally().orders()).isEqualTo(1);
    }

    @Test
    void shouldTellWhatCameBeforeTheAnswer() {
        offer("100.01");
        harness.connected();
        fault(FaultKind.FILL_FIRST);
        harness.submitAmount(1, "1000");
        ears.awaitLine("filled 1");

        assertThat(ears.lines()).containsSubsequence("restated 1 " + ALL, "filled 1 " + ALL + "@1000100");
    }

    @Test
    void shouldFindAFillOfWhichTheStreamDoesNotTell() {
        harness.connected();
        harness.submitAmount(1, "1000");
        ears.awaitLine("accepted 1");
        fault(FaultKind.LOST_UPDATE);
        offer("100.01");
        harness.orders.queryOrder(1, VTI);
        ears.awaitLine("reported 1 FILLED " + ALL + "@0 filled " + ALL);

        assertThat(ears.lines()).containsSubsequence("restated 1 " + ALL, "filled 1 " + ALL + "@1000100");
    }

    @Test
    void shouldTellAnotherProcessWhatAnAmountCameTo() {
        harness.connected();
        harness.submitAmount(1, "1000");
        ears.awaitLine("accepted 1");
        harness.disconnect();
        offer("100.01");

        restart();
        harness.orders.queryOrder(1, VTI);
        ears.awaitLine("reported 1 FILLED " + ALL + "@0 filled " + ALL);

        assertThat(ears.lines()).containsSubsequence("restated 1 " + ALL, "filled 1 " + ALL + "@1000100");
    }

    @Test
    void shouldLetAnotherProcessHearOfAnAmountThatWaits() {
        harness.connected();
        harness.submitAmount(1, "1000");
        ears.awaitLine("accepted 1");

        restart();
        harness.orders.requestReconciliation(0, 0);
        ears.awaitLine("reported 1 WORKING 0@0 filled 0");
        offer("100.01");
        ears.awaitLine("filled 1");

        assertThat(ears.lines()).containsSubsequence("restated 1 " + ALL, "filled 1 " + ALL + "@1000100");
    }

    @Test
    void shouldTellOfAFillThatIsTakenBackOrCorrected() {
        offer("100.01");
        harness.connected();
        harness.submitAmount(1, "1000");
        ears.awaitLine("filled 1");
        fault(FaultKind.CORRECT);
        harness.server.market().advance(Duration.ofMillis(1));
        ears.awaitLine("busted 1 " + ALL + "@1000100");
        ears.await("the corrected fill", heard -> heard.book(1).filled() > 0);
        harness.orders.queryOrder(1, VTI);
        ears.awaitLine("reported 1 FILLED " + ALL + "@0 filled " + ALL);
        fault(FaultKind.BUST);
        harness.server.market().advance(Duration.ofMillis(1));
        ears.await("the end of the corrected fill", heard -> heard.book(1).filled() == 0);
    }
}
