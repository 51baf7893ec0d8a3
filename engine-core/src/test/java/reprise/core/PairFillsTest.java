package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;
import static reprise.core.Pairing.SECOND;
import static reprise.testing.Definitions.anInstrument;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import reprise.execution.PairAction;
import reprise.execution.PairState;
import reprise.market.Instrument;
import reprise.order.FeeAsset;
import reprise.order.Liquidity;
import reprise.order.Order;
import reprise.order.Side;
import reprise.strategy.PairTrade;
import reprise.testing.Definitions;
import reprise.testing.TestEngine;

/** A pair has of its legs what the account has of its orders, whatever a fill costs and however late it comes; I0 at 100 against I1 at 50. */
class PairFillsTest {
    private final Pairing strategy = new Pairing();
    private TestEngine engine;
    private long timeNs = SECOND;
    private long executionId = 1_000;

    private void begin(final Definitions i0) {
        engine = new TestEngine(CoreConfig.with(TestEngine.WIDE_LIMITS), CoreObserver.NONE, i0, strategy);
        engine.trade(0, 100_00);
        engine.trade(1, 50_00);
        engine.commands();
    }

    private List<String> when(final Consumer<PairTrade> action) {
        strategy.next = action;
        timeNs += SECOND;
        engine.events().at(timeNs).onQuote(0, 0, 99_99 - timeNs / SECOND % 2, 1, 100_01, 1);
        return engine.commands();
    }

    private List<String> open(final long quantity1, final long quantity2) {
        return when(
                pair -> assertThat(pair.open(Side.BUY, quantity1, quantity2)).isTrue());
    }

    private List<String> pass(final long seconds) {
        timeNs += seconds * SECOND;
        engine.events().at(timeNs).onClockTicked();
        return engine.commands();
    }

    private void fillForFeeInBase(final long orderId, final long quantity, final long price, final long fee) {
        engine.events()
                .onOrderFilled(orderId, ++executionId, 0, price, quantity, fee, FeeAsset.BASE, Liquidity.UNKNOWN);
    }

    private long book(final Instrument instrument) {
        return engine.core().portfolio().book(1, instrument.id()).quantity();
    }

    private void requireThatThePairHoldsTheBook() {
        final int sign = strategy.pair.round().side(0).sign();
        assertThat(sign * strategy.pair.held(0)).isEqualTo(book(engine.instrument(0)));
        assertThat(-sign * strategy.pair.held(1)).isEqualTo(book(engine.instrument(1)));
    }

    @Test
    void shouldHoldWhatAFeeInTheBaseAssetLeavesAndTakeBackWhatIsWithoutCounterpart() {
        begin(anInstrument());
        open(1_000, 2_000);
        engine.commands();

        fillForFeeInBase(1, 1_000, 100_00, 10);
        engine.fill(2, 2_000, 50_00);

        assertThat(strategy.pair.held(0)).isEqualTo(990);
        assertThat(engine.commands()).containsExactly("submit 3 s1 BUY 20 I1 market");
        engine.fill(3, 20, 50_00);
        assertThat(strategy.heard)
                .containsExactly(
                        "1 FLAT OPENING OPEN_REQUESTED",
                        "1 OPENING OPEN OPENED",
                        "1 OPEN ONE_LEGGED LATE_FILL",
                        "1 ONE_LEGGED OPEN UNWOUND");
        requireThatThePairHoldsTheBook();
        engine.close();
    }

    @Test
    void shouldLeaveNothingBehindThatAnOrderCouldSell() {
        begin(anInstrument().withSteps(1, 100).notShortable());
        open(1_000, 2_000);
        fillForFeeInBase(1, 1_000, 100_00, 1);
        engine.fill(2, 2_000, 50_00);
        assertThat(strategy.pair.state()).isEqualTo(PairState.ONE_LEGGED);
        engine.commands();
        pass(60);
        engine.fill(3, 200, 50_00);
        engine.commands();

        assertThat(when(PairTrade::close))
                .as("999 are held")
                .containsExactly("submit 4 s1 SELL 900 I0 market", "submit 5 s1 BUY 1800 I1 market");
        engine.fill(4, 900, 100_00);
        engine.fill(5, 1_800, 50_00);

        assertThat(strategy.pair.state()).isEqualTo(PairState.FLAT);
        requireThatThePairHoldsTheBook();
        engine.close();
    }

    @Test
    void shouldSellWhatWasLeftOfLotsOnceItIsALot() {
        begin(anInstrument().withSteps(1, 100));

        assertThat(List.of(roundWithARebateOf40(), roundWithARebateOf40(), roundWithARebateOf40()))
                .as("left after each")
                .containsExactly(40L, 80L, 20L);
        engine.close();
    }

    /** Returns what is left of the first leg. */
    private long roundWithARebateOf40() {
        open(100, 200);
        fillForFeeInBase(engine.core().lastOrderId() - 1, 100, 100_00, -40);
        engine.fill(engine.core().lastOrderId(), 200, 50_00);
        when(PairTrade::close);
        while (strategy.pair.state() != PairState.FLAT) {
            final Order order = engine.core().orders().openAt(0);
            engine.fill(order.orderId(), order.quantity(), 100_00);
        }
        requireThatThePairHoldsTheBook();
        return strategy.pair.held(0);
    }

    @Test
    void shouldTakeBackAFillHoweverLateItComes() {
        begin(anInstrument());
        long orderId = 1;
        for (int i = 0; i < 4; i++) {
            open(10, 20);
            engine.events().onOrderCancelled(orderId, 0);
            engine.events().onOrderCancelled(orderId + 1, 0);
            assertThat(strategy.pair.state()).isEqualTo(PairState.FLAT);
            orderId += 2;
        }
        engine.commands();

        engine.fill(1, 10, 100_00);

        assertThat(strategy.pair.held(0)).isEqualTo(10);
        assertThat(engine.commands()).containsExactly("submit " + orderId + " s1 SELL 10 I0 market");
        engine.fill(orderId, 10, 100_00);
        assertThat(strategy.pair.state()).isEqualTo(PairState.FLAT);
        requireThatThePairHoldsTheBook();
        engine.close();
    }

    @Test
    void shouldTakeBackTheOtherLegWhenAFillOfAnOldOrderIsBusted() {
        begin(anInstrument());
        open(10, 20);
        engine.fill(1, 4, 100_00);
        engine.events().onOrderCancelled(1, 0);
        engine.fill(2, 20, 50_00);
        engine.fill(3, 12, 50_00);
        assertThat(strategy.pair.held(1)).isEqualTo(8);
        engine.commands();

        engine.events().onExecutionBusted(1, 1, 0, 100_00, 4, 0, FeeAsset.QUOTE);

        assertThat(strategy.pair.held(0)).isZero();
        assertThat(engine.commands()).containsExactly("submit 4 s1 BUY 8 I1 market");
        engine.fill(4, 8, 50_00);
        assertThat(strategy.pair.state()).isEqualTo(PairState.FLAT);
        requireThatThePairHoldsTheBook();
        engine.close();
    }

    @Test
    void shouldSayThatAnEmergencyHasComeWhileItWasLeaving() {
        begin(anInstrument());
        open(10, 20);
        engine.fill(1, 10, 100_00);
        engine.fill(2, 20, 50_00);
        when(PairTrade::close);
        strategy.heard.clear();

        engine.events().onPairRequested(1, 1, PairAction.EMERGENCY_STOP);

        assertThat(strategy.heard).containsExactly("1 CLOSING CLOSING EMERGENCY");
        assertThat(engine.commands()).isEmpty();
        engine.close();
    }
}
