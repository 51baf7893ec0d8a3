package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;
import static reprise.core.SupervisedEngine.MINUTE;
import static reprise.core.SupervisedEngine.protectedBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reprise.exit.ExitDistance;
import reprise.exit.ExitPlan;
import reprise.exit.ExitPolicy;
import reprise.order.OrderIds;
import reprise.order.OrderType;
import reprise.testing.Definitions;

/** A split under a protected position: every level follows it, and the stop that rests is the new one. */
class SplitExitTest {
    private static final ExitDistance ONE_PERCENT = ExitDistance.rate(1_000_000);

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
    void shouldFollowASplitWithEveryLevel() {
        start(plan().stop(ONE_PERCENT));
        desk.holds(desk.first, 10, 101_00);

        desk.engine.events().onSplit(0, desk.timeNs, 2, 1);
        desk.bar(50_20);
        assertThat(desk.engine.commands()).isEmpty();
        desk.bar(50_00);

        // 1 % below 101.00 is 99.99; half of it, rounded to be tighter, 50.00.
        final long exit = desk.engine.lastOrderId();
        assertThat(desk.engine.commands()).containsExactly("submit " + OrderIds.format(exit) + " s1 SELL 20 I0 market");
        fillLast(20, 50_00);
        assertThat(held()).isZero();
    }

    @Test
    void shouldPlaceTheStopAtTheVenueAnewAfterASplit() {
        start(plan().stop(ONE_PERCENT).natively(true, false));
        desk.holds(desk.first, 10, 100_00);
        final long stop = desk.engine.lastOrderId();
        desk.engine.events().onOrderAccepted(stop, desk.timeNs);
        desk.engine.commands();

        desk.engine.events().onSplit(0, desk.timeNs, 4, 1);
        assertThat(desk.engine.commands()).containsExactly("cancel " + OrderIds.format(stop));
        desk.engine.events().onOrderCancelled(stop, desk.timeNs);

        final long renewed = desk.engine.lastOrderId();
        assertThat(desk.engine.commands())
                .containsExactly("submit " + OrderIds.format(renewed) + " s1 SELL 40 I0 stop 2475");
        desk.engine.events().onOrderAccepted(renewed, desk.timeNs);
        desk.bar(25_00);
        assertThat(desk.engine.commands()).isEmpty();
    }

    @Test
    void shouldMoveTheStopThatTheEngineHoldsOnceAtASplit() {
        start(
                plan().stop(ONE_PERCENT).natively(true, false),
                Definitions.anInstrument().withAbilities(1 << OrderType.MARKET.ordinal(), -1));
        desk.holds(desk.first, 10, 100_00);

        desk.engine.events().onSplit(0, desk.timeNs, 4, 1);
        desk.bar(24_80);
        assertThat(desk.engine.commands()).isEmpty();
        desk.bar(24_75);

        assertThat(desk.engine.commands()).singleElement().asString().contains("SELL 40 I0 market");
    }
}
