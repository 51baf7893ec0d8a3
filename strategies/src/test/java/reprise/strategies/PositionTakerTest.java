package reprise.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.number.Money;
import reprise.order.Order;
import reprise.order.OrderState;
import reprise.order.OrderType;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.order.TimeInForce;

class PositionTakerTest {
    private static final long PRICE = 50_000_00;
    private static final long LOTS = 2_000;

    private final TestDesk desk = new TestDesk();
    private final PositionTaker taker = new PositionTaker(desk, desk.instrument(), 1_000 * Money.ONE);

    @BeforeEach
    void listen() {
        desk.tell(taker::onOrder);
        desk.barAt(PRICE);
    }

    private Order enter(final Direction direction) {
        taker.pursue(direction);
        return desk.lastOrder();
    }

    @Test
    void shouldEnterAtMarketWithWhatTheNotionalBuys() {
        final Order entry = enter(Direction.LONG);

        assertThat(entry.side()).isEqualTo(Side.BUY);
        assertThat(entry.type()).isEqualTo(OrderType.MARKET);
        assertThat(entry.timeInForce()).isEqualTo(TimeInForce.GTC);
        assertThat(entry.quantity()).isEqualTo(LOTS);
        assertThat(taker.direction()).isEqualTo(Direction.LONG);
    }

    @Test
    void shouldEnterOnceHoweverOftenTheBarsSaySo() {
        final Order entry = enter(Direction.LONG);
        taker.pursue(Direction.LONG);
        desk.accept(entry);
        desk.fill(entry, 500);
        taker.pursue(Direction.LONG);
        desk.fill(entry, 1_500);
        taker.pursue(Direction.LONG);

        assertThat(desk.submits()).isEqualTo(1);
        assertThat(desk.held()).isEqualTo(LOTS);
    }

    @Test
    void shouldNotAddToAPartWhenTheRestOfTheEntryWasCancelled() {
        final Order entry = enter(Direction.LONG);
        desk.fill(entry, 500);
        desk.cancelled(entry);
        taker.pursue(Direction.LONG);

        assertThat(desk.submits()).isEqualTo(1);
        assertThat(taker.direction()).isEqualTo(Direction.LONG);
    }

    @Test
    void shouldNotEnterBetweenBarsWhenTheEntryWasCancelledByOthers() {
        final Order entry = enter(Direction.LONG);
        taker.pursue(Direction.LONG);
        desk.cancelled(entry);

        assertThat(desk.submits()).isEqualTo(1);
        assertThat(taker.direction()).isEqualTo(Direction.FLAT);
    }

    @Test
    void shouldCloseExactlyWhatIsHeld() {
        enter(Direction.SHORT);
        desk.fillAll();
        desk.barAt(PRICE / 2);
        taker.pursue(Direction.FLAT);

        assertThat(desk.lastOrder().side()).isEqualTo(Side.BUY);
        assertThat(desk.lastOrder().quantity()).isEqualTo(LOTS);
        desk.fillAll();
        taker.pursue(Direction.FLAT);
        assertThat(desk.held()).isZero();
        assertThat(desk.submits()).isEqualTo(2);
    }

    @Test
    void shouldCancelWorkingEntryAndCloseItsPartWhenSignalFlips() {
        final Order entry = enter(Direction.LONG);
        desk.fill(entry, 500);
        taker.pursue(Direction.FLAT);

        // Nothing is closed beside an order that may still fill.
        assertThat(entry.state()).isEqualTo(OrderState.PENDING_CANCEL);
        assertThat(desk.submits()).isEqualTo(1);
        assertThat(taker.direction()).isEqualTo(Direction.FLAT);

        desk.fill(entry, 100);
        desk.cancelled(entry);
        assertThat(desk.lastOrder().side()).isEqualTo(Side.SELL);
        assertThat(desk.lastOrder().quantity()).isEqualTo(600);
        desk.fillAll();
        assertThat(desk.held()).isZero();
    }

    @Test
    void shouldCloseWhatFilledInsteadOfBeingCancelled() {
        final Order entry = enter(Direction.LONG);
        taker.pursue(Direction.FLAT);
        desk.fill(entry, LOTS);

        assertThat(desk.lastOrder().side()).isEqualTo(Side.SELL);
        assertThat(desk.lastOrder().quantity()).isEqualTo(LOTS);
    }

    @Test
    void shouldCloseLateFillWhileClosingAndAfterBeingFlat() {
        final Order entry = enter(Direction.LONG);
        desk.fill(entry, 500);
        taker.pursue(Direction.FLAT);
        desk.cancelled(entry);
        final Order firstExit = desk.lastOrder();

        desk.fill(entry, 40);
        assertThat(desk.openCount()).isEqualTo(1);
        desk.fill(firstExit, 500);
        assertThat(desk.lastOrder().quantity()).isEqualTo(40);
        desk.fillAll();
        assertThat(desk.held()).isZero();

        desk.fill(entry, 7);
        assertThat(desk.lastOrder().quantity()).isEqualTo(7);
        desk.fillAll();
        assertThat(desk.held()).isZero();
        assertThat(desk.submits()).isEqualTo(4);
    }

    @Test
    void shouldOnlyCancelWhenNothingOfTheEntryFilled() {
        final Order entry = enter(Direction.LONG);
        taker.pursue(Direction.FLAT);
        desk.cancelled(entry);

        assertThat(desk.submits()).isEqualTo(1);
        assertThat(desk.held()).isZero();
    }

    @Test
    void shouldTurnOverByClosingFirst() {
        enter(Direction.LONG);
        desk.fillAll();
        taker.pursue(Direction.SHORT);
        final Order exit = desk.lastOrder();
        assertThat(exit.quantity()).isEqualTo(LOTS);
        assertThat(desk.openCount()).isEqualTo(1);

        desk.fill(exit, LOTS);
        assertThat(desk.lastOrder()).isNotSameAs(exit);
        assertThat(desk.lastOrder().side()).isEqualTo(Side.SELL);
        assertThat(taker.direction()).isEqualTo(Direction.SHORT);
        desk.fillAll();
        assertThat(desk.held()).isEqualTo(-LOTS);
    }

    @Test
    void shouldNotTurnOverWhenAnotherBarNoLongerSaysSo() {
        enter(Direction.LONG);
        desk.fillAll();
        taker.pursue(Direction.SHORT);
        taker.pursue(Direction.FLAT);
        desk.fillAll();

        assertThat(desk.held()).isZero();
        assertThat(desk.submits()).isEqualTo(2);
    }

    @Test
    void shouldFinishLeavingBeforeEnteringTheSameWayAgain() {
        enter(Direction.LONG);
        desk.fillAll();
        taker.pursue(Direction.FLAT);
        final Order exit = desk.lastOrder();
        desk.fill(exit, 500);
        taker.pursue(Direction.LONG);
        assertThat(desk.openCount()).isEqualTo(1);

        desk.fill(exit, 1_500);
        assertThat(desk.lastOrder().side()).isEqualTo(Side.BUY);
        desk.fillAll();
        assertThat(desk.held()).isEqualTo(LOTS);
    }

    @Test
    void shouldTryEntryAgainOnNextBarThatSaysSoWhenRefused() {
        desk.refuseWith(RejectReason.TRADING_HALTED);
        taker.pursue(Direction.LONG);
        assertThat(taker.direction()).isEqualTo(Direction.FLAT);

        desk.refuseWith(RejectReason.NONE);
        taker.pursue(Direction.FLAT);
        assertThat(desk.submits()).isZero();
        taker.pursue(Direction.LONG);
        assertThat(desk.submits()).isEqualTo(1);
    }

    @Test
    void shouldTryEntryAgainOnNextBarThatSaysSoWhenRejected() {
        desk.reject(enter(Direction.LONG));
        assertThat(desk.submits()).isEqualTo(1);
        assertThat(taker.direction()).isEqualTo(Direction.FLAT);

        taker.pursue(Direction.LONG);
        assertThat(desk.submits()).isEqualTo(2);
    }

    @Test
    void shouldTryExitOncePerBarUntilFlatWhenRefused() {
        final Order entry = enter(Direction.LONG);
        desk.fillAll();
        desk.refuseWith(RejectReason.VENUE_DISCONNECTED);
        taker.pursue(Direction.FLAT);
        taker.onOrder(entry);
        assertThat(desk.submitTries()).isEqualTo(2);

        taker.pursue(Direction.FLAT);
        assertThat(desk.submitTries()).isEqualTo(3);
        desk.refuseWith(RejectReason.NONE);
        taker.pursue(Direction.FLAT);
        desk.fillAll();
        assertThat(desk.held()).isZero();
    }

    @Test
    void shouldTryExitOncePerBarUntilFlatWhenRejectedOrCancelled() {
        enter(Direction.LONG);
        desk.fillAll();
        taker.pursue(Direction.FLAT);
        desk.reject(desk.lastOrder());
        assertThat(desk.submits()).isEqualTo(2);

        taker.pursue(Direction.FLAT);
        final Order exit = desk.lastOrder();
        desk.fill(exit, 500);
        desk.cancelled(exit);
        assertThat(desk.submits()).isEqualTo(3);

        taker.pursue(Direction.FLAT);
        assertThat(desk.lastOrder().quantity()).isEqualTo(1_500);
    }

    @Test
    void shouldAskToCancelOncePerBarWhenVenueRefuses() {
        final Order entry = enter(Direction.LONG);
        taker.pursue(Direction.FLAT);
        desk.cancelRejected(entry);
        assertThat(desk.cancels()).isEqualTo(1);

        desk.refuseCancelsWith(RejectReason.TOO_LATE);
        taker.pursue(Direction.FLAT);
        desk.accept(entry);
        assertThat(desk.cancels()).isEqualTo(2);

        desk.refuseCancelsWith(RejectReason.NONE);
        taker.pursue(Direction.FLAT);
        desk.cancelled(entry);
        assertThat(desk.cancels()).isEqualTo(3);
        assertThat(desk.openCount()).isZero();
    }

    @Test
    void shouldNotOrderLessThanALot() {
        desk.barAt(200_000_000_00L);
        taker.pursue(Direction.LONG);

        assertThat(desk.submitTries()).isZero();
        assertThat(taker.direction()).isEqualTo(Direction.FLAT);
    }

    @Test
    void shouldLetAnEntrySettleALateFillOfTheOtherSide() {
        final Order first = enter(Direction.LONG);
        desk.fill(first, 500);
        taker.pursue(Direction.SHORT);
        desk.cancelled(first);
        desk.fill(desk.lastOrder(), 500);
        final Order second = desk.lastOrder();
        desk.fill(first, 40);

        assertThat(taker.direction()).isEqualTo(Direction.SHORT);
        taker.pursue(Direction.SHORT);
        desk.fillAll();
        assertThat(desk.lastOrder()).isSameAs(second);
        assertThat(desk.held()).isEqualTo(40 - LOTS);
    }

    @Test
    void shouldHoldAPositionThatItFinds() {
        desk.portfolio().fill(TestDesk.STRATEGY_ID, 0, 300, desk.instrument().notional(PRICE, 300), 0);

        assertThat(taker.direction()).isEqualTo(Direction.LONG);
        taker.pursue(Direction.LONG);
        assertThat(desk.submits()).isZero();
        taker.pursue(Direction.FLAT);
        assertThat(desk.lastOrder().quantity()).isEqualTo(300);
    }

    @Test
    void shouldEnterAnewWhenSomebodyElseClosedThePosition() {
        enter(Direction.LONG);
        desk.fillAll();
        desk.portfolio().fill(TestDesk.STRATEGY_ID, 0, -LOTS, desk.instrument().notional(PRICE, -LOTS), 0);

        assertThat(taker.direction()).isEqualTo(Direction.FLAT);
        taker.pursue(Direction.LONG);
        assertThat(desk.submits()).isEqualTo(2);
    }

    /** Whatever the venue does: one open order at most, entries only when flat, exits of exactly what is held, and flat in the end. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldStayInOrderWhateverTheVenueDoes(final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final Direction[] directions = Direction.values();
        final int[] entriesAndExits = new int[2];
        desk.inspect(request -> {
            final boolean opens = desk.held() == 0;
            assertThat(desk.openCount()).as("open orders, seed %d", seed).isZero();
            assertThat(request.signedQuantity())
                    .as("seed %d", seed)
                    .isEqualTo(opens ? request.side().sign() * LOTS : -desk.held());
            entriesAndExits[opens ? 0 : 1]++;
        });
        for (int i = 0; i < 20_000; i++) {
            if (desk.openCount() == 0 || random.nextInt(4) == 0) {
                desk.refuseWith(random.nextInt(5) == 0 ? RejectReason.TRADING_HALTED : RejectReason.NONE);
                taker.pursue(directions[random.nextInt(directions.length)]);
            } else {
                answer(random, desk.lastOrder());
            }
        }
        desk.refuseWith(RejectReason.NONE);
        for (int i = 0; i < 3; i++) {
            taker.pursue(Direction.FLAT);
            desk.fillAll();
        }
        assertThat(desk.held()).as("seed %d", seed).isZero();
        assertThat(entriesAndExits[0]).isGreaterThan(500);
        assertThat(entriesAndExits[1]).isGreaterThan(500);
        desk.portfolio().audit();
    }

    /** One answer of a venue; after an end, sometimes a fill that was still under way. */
    private void answer(final SplittableRandom random, final Order order) {
        switch (random.nextInt(5)) {
            case 0 -> desk.accept(order);
            case 1 -> desk.fill(order, order.leavesQuantity());
            case 2 -> desk.fill(order, 1 + random.nextLong(order.leavesQuantity()));
            case 3 -> desk.reject(order);
            default -> {
                if (order.state() == OrderState.PENDING_CANCEL && random.nextBoolean()) {
                    desk.cancelRejected(order);
                } else {
                    final long leaves = order.leavesQuantity();
                    desk.cancelled(order);
                    if (random.nextInt(3) == 0) {
                        desk.fill(order, 1 + random.nextLong(leaves));
                    }
                }
            }
        }
    }
}
