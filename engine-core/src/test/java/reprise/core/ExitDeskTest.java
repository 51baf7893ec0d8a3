package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;
import static reprise.core.SupervisedEngine.MINUTE;
import static reprise.core.SupervisedEngine.T0;
import static reprise.core.SupervisedEngine.protectedBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reprise.exit.ExitDistance;
import reprise.exit.ExitFreshness;
import reprise.exit.ExitPlan;
import reprise.exit.ExitPolicy;
import reprise.market.InstrumentStatus;
import reprise.order.FeeAsset;
import reprise.order.Liquidity;
import reprise.order.OrderIds;
import reprise.order.OrderRequest;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.testing.Definitions;

/** Exits by configuration, through the engine: decided on prices, sent as orders that name their entry, repeated until they are done. */
class ExitDeskTest {
    private static final ExitDistance ONE_PERCENT = ExitDistance.rate(1_000_000);
    private static final ExitDistance TWO_PERCENT = ExitDistance.rate(2_000_000);
    private static final long HALF = 50_000_000;

    private SupervisedEngine desk;

    private static ExitPlan.Builder plan() {
        return ExitPlan.builder();
    }

    private void start(final ExitPlan.Builder plan) {
        start(plan, Definitions.anInstrument());
    }

    private void start(final ExitPlan.Builder plan, final Definitions instrument) {
        desk = protectedBy(new ExitPolicy(plan.build(), 3, 5 * MINUTE), instrument);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private long held() {
        return desk.engine.net(0).quantity();
    }

    private void fillLast(final long quantity, final long price) {
        final long orderId = desk.engine.lastOrderId();
        desk.engine.events().onOrderAccepted(orderId, desk.timeNs);
        desk.engine.fill(orderId, quantity, price);
    }

    @Test
    void shouldSellWhatWasBoughtWhenTheStopIsReached() {
        start(plan().stop(ONE_PERCENT));
        final long entry = desk.holds(desk.first, 10, 100_00);

        desk.bar(99_50);
        assertThat(desk.engine.commands()).isEmpty();
        desk.bar(99_50, 99_60, 98_90, 99_20);

        final long exit = desk.engine.lastOrderId();
        assertThat(desk.engine.commands()).containsExactly("submit " + OrderIds.format(exit) + " s1 SELL 10 I0 market");
        assertThat(desk.engine.core().orders().find(exit).terms().entryOrderId())
                .isEqualTo(entry);
        assertThat(desk.decisions("exitDecided"))
                .containsExactly("exitDecided [1, 0, " + entry + ", HARD_STOP, 9900, 9900, 10]");
        fillLast(10, 98_95);
        assertThat(held()).isZero();
        assertThat(desk.decisions("exitNoted")).containsExactly("exitNoted [1, 0, " + entry + ", ENDED, 0]");
    }

    @Test
    void shouldBuyBackAShortAtItsStop() {
        start(plan().stop(ONE_PERCENT));
        desk.holds(desk.first, -10, 100_00);

        desk.bar(101_50);

        assertThat(desk.engine.commands()).singleElement().asString().endsWith("s1 BUY 10 I0 market");
    }

    @Test
    void shouldFollowTheBestPriceOnceItIsFarEnough() {
        start(plan().trail(ONE_PERCENT, ONE_PERCENT));
        desk.holds(desk.first, 10, 100_00);
        desk.bar(102_00);

        desk.bar(100_90);

        assertThat(desk.decisions("exitDecided"))
                .singleElement()
                .asString()
                .contains("TRAILING_STOP, 10098, 10090, 10]");
    }

    @Test
    void shouldSellAPartAtEachTarget() {
        start(plan().target(ONE_PERCENT, HALF).target(TWO_PERCENT, HALF));
        desk.holds(desk.first, 10, 100_00);

        desk.bar(101_10);
        fillLast(5, 101_10);
        assertThat(held()).isEqualTo(5);
        desk.bar(102_10);
        fillLast(5, 102_10);

        assertThat(held()).isZero();
        assertThat(desk.decisions("exitDecided"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("TARGET"));
    }

    @Test
    void shouldLeaveAfterTheLongestHoldByItsOwnTimer() {
        start(plan().maxHoldNs(10 * MINUTE));
        desk.holds(desk.first, 10, 100_00);

        desk.clock(desk.timeNs + 9 * MINUTE);
        assertThat(desk.engine.commands()).isEmpty();
        desk.clock(desk.timeNs + MINUTE);

        assertThat(desk.decisions("exitDecided")).singleElement().asString().contains("MAX_HOLD");
    }

    @Test
    void shouldLeaveAfterTheLongestHoldThoughAPartIsStillOwed() {
        start(plan().target(ONE_PERCENT, HALF).maxHoldNs(10 * MINUTE));
        desk.holds(desk.first, 10, 100_00);
        assertThat(desk.order(desk.first, Side.SELL, 10, 100_00)).isEqualTo(RejectReason.NONE);
        final long own = desk.engine.lastOrderId();
        desk.bar(101_50);

        desk.clock(desk.timeNs + 10 * MINUTE);
        desk.engine.events().onOrderCancelled(own, 0);
        desk.bar(100_00);

        assertThat(desk.decisions("exitDecided")).singleElement().asString().contains("MAX_HOLD");
    }

    @Test
    void shouldBeFlatBeforeTheSessionEnds() {
        start(plan().sessionFlat(), Definitions.anInstrument().onCalendar("us-equities"));
        desk.holds(desk.first, 10, 100_00);
        final long closeNs = T0 + 390 * MINUTE;

        desk.clock(closeNs - 5 * MINUTE - 1);
        assertThat(desk.engine.commands()).isEmpty();
        desk.clock(closeNs - 5 * MINUTE);

        assertThat(desk.engine.commands()).singleElement().asString().endsWith("s1 SELL 10 I0 market");
        assertThat(desk.decisions("exitDecided")).singleElement().asString().contains("SESSION_CLOSE");
    }

    @Test
    void shouldLeaveAtOnceWhatWasEnteredInTheLastMinutesOfTheSession() {
        start(plan().sessionFlat(), Definitions.anInstrument().onCalendar("us-equities"));
        desk.clock(T0 + 386 * MINUTE);
        desk.holds(desk.first, 10, 100_00);

        desk.clock(desk.timeNs + 1);

        assertThat(desk.decisions("exitDecided")).singleElement().asString().contains("SESSION_CLOSE");
    }

    @Test
    void shouldSendARejectedExitAgain() {
        start(plan().stop(ONE_PERCENT));
        desk.holds(desk.first, 10, 100_00);
        desk.bar(98_00);
        desk.engine.events().onOrderRejected(desk.engine.lastOrderId(), 0, RejectReason.VENUE_OTHER, "");
        desk.engine.commands();

        desk.bar(99_90);

        assertThat(desk.engine.commands()).singleElement().asString().endsWith("s1 SELL 10 I0 market");
        fillLast(10, 99_90);
        assertThat(held()).isZero();
    }

    @Test
    void shouldSendAgainTheRestOfACancelledExit() {
        start(plan().stop(ONE_PERCENT));
        desk.holds(desk.first, 10, 100_00);
        desk.bar(98_00);
        final long exit = desk.engine.lastOrderId();
        desk.engine.partialFill(exit, 4, 98_00);
        desk.engine.events().onOrderCancelled(exit, 0);
        desk.engine.commands();

        desk.bar(98_00);

        assertThat(desk.engine.commands()).singleElement().asString().endsWith("s1 SELL 6 I0 market");
    }

    @Test
    void shouldProtectOnlyWhatTheStrategyHasNotSoldItself() {
        start(plan().stop(ONE_PERCENT));
        desk.holds(desk.first, 10, 100_00);
        desk.holds(desk.first, -4, 100_00);

        desk.bar(98_00);

        assertThat(desk.engine.commands()).singleElement().asString().endsWith("s1 SELL 6 I0 market");
    }

    @Test
    void shouldNotSellTwiceWhatTheStrategyIsSelling() {
        start(plan().stop(ONE_PERCENT));
        desk.holds(desk.first, 10, 100_00);
        assertThat(desk.order(desk.first, Side.SELL, 10, 100_00)).isEqualTo(RejectReason.NONE);
        desk.engine.events().onOrderAccepted(desk.engine.lastOrderId(), 0);
        desk.engine.commands();

        desk.bar(98_00);

        assertThat(desk.engine.commands()).isEmpty();
    }

    @Test
    void shouldRefuseTheStrategysExitWhileItsOwnIsUnderWay() {
        start(plan().stop(ONE_PERCENT));
        desk.holds(desk.first, 10, 100_00);

        assertThat(desk.order(desk.first, Side.SELL, 10, 98_00)).isEqualTo(RejectReason.REDUCE_ONLY);
        assertThat(desk.engine.commands()).singleElement().asString().endsWith("s1 SELL 10 I0 market");
    }

    @Test
    void shouldLetAStrategySellTheRestWhileAPartIsLeft() {
        start(plan().target(ONE_PERCENT, HALF));
        desk.holds(desk.first, 10, 100_00);
        desk.bar(101_50);

        assertThat(desk.order(desk.first, Side.SELL, 6, 101_50)).isEqualTo(RejectReason.REDUCE_ONLY);
        assertThat(desk.order(desk.first, Side.SELL, 5, 101_50)).isEqualTo(RejectReason.NONE);
    }

    @Test
    void shouldLeaveOtherStrategiesAlone() {
        start(plan().stop(ONE_PERCENT));
        desk.holds(desk.second, 10, 100_00);

        desk.bar(90_00);

        assertThat(desk.engine.commands()).isEmpty();
    }

    @Test
    void shouldHearTheStrategysSignal() {
        start(plan().exitSignal());
        desk.holds(desk.first, 10, 100_00);
        desk.first.next(context -> context.exit(desk.engine.instrument(0)));

        desk.bar(100_00);

        assertThat(desk.decisions("exitDecided")).singleElement().asString().contains("SIGNAL");
    }

    @Test
    void shouldProtectAgainWhatWasTakenBack() {
        start(plan().stop(ONE_PERCENT));
        desk.holds(desk.first, 10, 100_00);
        desk.bar(98_00);
        final long exit = desk.engine.lastOrderId();
        desk.engine.events().onOrderAccepted(exit, 0);
        desk.engine.events().onOrderPartiallyFilled(exit, 77, 0, 98_00, 4, 0, FeeAsset.QUOTE, Liquidity.UNKNOWN);
        desk.engine.events().onExecutionBusted(exit, 77, 0, 98_00, 4, 0, FeeAsset.QUOTE);
        desk.engine.events().onOrderCancelled(exit, 0);
        desk.engine.commands();

        desk.bar(98_00);

        assertThat(desk.engine.commands()).singleElement().asString().endsWith("s1 SELL 10 I0 market");
    }

    @Test
    void shouldNotStopTheEngineWhenAHaltEndsAfterThePriceHasAged() {
        start(plan().stop(ONE_PERCENT).freshness(ExitFreshness.of(2_000_000_000L)));
        desk.holds(desk.first, 10, 100_00);
        desk.engine.events().onInstrumentStatus(0, 0, InstrumentStatus.HALTED);
        desk.clock(desk.timeNs + 60 * MINUTE);
        desk.engine.events().onInstrumentStatus(0, 0, InstrumentStatus.TRADING);

        desk.clock(desk.timeNs + 1);

        assertThat(desk.decisions("exitNoted"))
                .anySatisfy(line -> assertThat(line).contains("PRICE_LOST"));
    }

    @Test
    void shouldHoldAllOfItInTheState() {
        start(plan().stop(ONE_PERCENT).target(TWO_PERCENT, HALF));
        desk.holds(desk.first, 10, 100_00);
        final String before = desk.engine.core().stateHash();
        desk.bar(100_00);
        final String same = desk.engine.core().stateHash();

        assertThat(same).isNotEqualTo(before);
    }

    @Test
    void shouldRestItsStopAtTheVenueAndMoveIt() {
        start(plan().stop(ONE_PERCENT).trail(ONE_PERCENT, ONE_PERCENT).natively(true, true));
        desk.first.next(context ->
                context.submit(new OrderRequest().market(desk.engine.instrument(0), Side.BUY, 10, TimeInForce.GTC)));
        desk.bar(100_00);
        final long entry = desk.engine.lastOrderId();
        desk.engine.commands();
        desk.engine.fill(entry, 10, 100_00);

        final long stop = desk.engine.lastOrderId();
        assertThat(desk.engine.commands())
                .containsExactly("submit " + OrderIds.format(stop) + " s1 SELL 10 I0 stop 9900");
        desk.engine.events().onOrderAccepted(stop, 0);
        desk.bar(102_00);
        assertThat(desk.engine.commands())
                .containsExactly("replace " + OrderIds.format(stop) + " 10 limit 0 stop 10098");

        // A venue that will not move it is not asked for ever.
        desk.engine.events().onReplaceRejected(stop, 0, RejectReason.VENUE_OTHER);
        assertThat(desk.engine.commands()).isEmpty();
        desk.bar(103_00);
        assertThat(desk.engine.commands())
                .containsExactly("replace " + OrderIds.format(stop) + " 10 limit 0 stop 10197");
    }

    @Test
    void shouldLetTheRestingStopGiveWayToAnotherExit() {
        start(plan().stop(ONE_PERCENT).target(ONE_PERCENT, HALF).natively(true, false));
        desk.holds(desk.first, 10, 100_00);
        final long stop = desk.engine.lastOrderId();
        desk.engine.events().onOrderAccepted(stop, 0);

        desk.bar(101_20);
        assertThat(desk.engine.commands()).containsExactly("cancel " + OrderIds.format(stop));
        desk.engine.events().onOrderCancelled(stop, 0);
        final long target = desk.engine.lastOrderId();
        assertThat(desk.engine.commands())
                .containsExactly("submit " + OrderIds.format(target) + " s1 SELL 5 I0 market");
        desk.engine.fill(target, 5, 101_20);

        assertThat(desk.engine.commands()).singleElement().asString().endsWith("s1 SELL 5 I0 stop 9900");
    }

    @Test
    void shouldWithdrawTheStopWhenTheStrategyHasSoldEverything() {
        start(plan().stop(ONE_PERCENT).natively(true, false));
        desk.holds(desk.first, 10, 100_00);
        final long stop = desk.engine.lastOrderId();
        desk.engine.events().onOrderAccepted(stop, 0);

        desk.order(desk.first, Side.SELL, 10, 100_00);
        desk.engine.commands();
        desk.engine.fill(desk.engine.lastOrderId(), 10, 100_00);

        assertThat(desk.engine.commands()).contains("cancel " + OrderIds.format(stop));
        assertThat(held()).isZero();
    }
}
