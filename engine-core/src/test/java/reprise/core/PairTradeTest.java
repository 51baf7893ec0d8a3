package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reprise.core.Pairing.SECOND;
import static reprise.core.Pairing.SETTINGS;
import static reprise.testing.Definitions.anInstrument;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import reprise.execution.PairAction;
import reprise.execution.PairState;
import reprise.number.Money;
import reprise.order.Side;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;
import reprise.strategy.PairTrade;
import reprise.testing.Definitions;
import reprise.testing.TestEngine;

/** A strategy trades two legs as one thing; I0 at 100 against I1 at 50. */
class PairTradeTest {

    private final Pairing strategy = new Pairing();
    private TestEngine engine;
    private DecisionLines decisions;
    private long timeNs = SECOND;

    private void begin(final Definitions i0) {
        engine = new TestEngine(CoreConfig.with(TestEngine.WIDE_LIMITS), CoreObserver.NONE, i0, strategy);
        decisions = new DecisionLines(engine);
        engine.trade(0, 100_00);
        engine.trade(1, 50_00);
        engine.commands();
    }

    private void begin() {
        begin(anInstrument());
    }

    private List<String> when(final Consumer<PairTrade> action) {
        strategy.next = action;
        engine.events().at(timeNs).onQuote(0, 0, 99_99 - timeNs / SECOND % 2, 1, 100_01, 1);
        return engine.commands();
    }

    private List<String> open(final PairTrade pair, final Side side, final long quantity1, final long quantity2) {
        return when(unused -> assertThat(pair.open(side, quantity1, quantity2)).isTrue());
    }

    private List<String> pass(final long seconds) {
        timeNs += seconds * SECOND;
        engine.events().at(timeNs).onClockTicked();
        return engine.commands();
    }

    private List<String> heard() {
        final List<String> taken = List.copyOf(strategy.heard);
        strategy.heard.clear();
        return taken;
    }

    private void holdBoth() {
        open(strategy.pair, Side.BUY, 10, 20);
        engine.fill(1, 10, 100_00);
        engine.fill(2, 20, 50_00);
        engine.commands();
        heard();
    }

    @Test
    void shouldOpenAndLeaveBothLegsAndSayWhatItCameTo() {
        begin();

        assertThat(open(strategy.pair, Side.BUY, 10, 20))
                .containsExactly("submit 1 s1 BUY 10 I0 market", "submit 2 s1 SELL 20 I1 market");
        engine.fill(1, 10, 100_00);
        engine.fill(2, 20, 50_00);
        assertThat(heard()).containsExactly("1 FLAT OPENING OPEN_REQUESTED", "1 OPENING OPEN OPENED");
        assertThat(when(PairTrade::close))
                .containsExactly("submit 3 s1 SELL 10 I0 market", "submit 4 s1 BUY 20 I1 market");
        timeNs += SECOND;
        engine.events().at(timeNs);
        engine.fill(3, 10, 103_00);
        engine.fill(4, 20, 49_50);

        assertThat(heard()).containsExactly("1 OPEN CLOSING CLOSE_REQUESTED", "1 CLOSING FLAT CLOSED");
        assertThat(strategy.pair.round().pnl()).isEqualTo(Money.parse("40"));
        assertThat(decisions.take("pairLegTraded"))
                .containsExactly(
                        "pairLegTraded 1 1 0 BUY 10 10000 10300 " + Money.parse("30"),
                        "pairLegTraded 1 1 1 SELL 20 5000 4950 " + Money.parse("10"));
        engine.close();
    }

    @Test
    void shouldSendNeitherLegIfOneMayNotBeSoldShort() {
        begin(anInstrument().notShortable());

        assertThat(when(pair -> assertThat(pair.open(Side.SELL, 10, 20)).isFalse()))
                .isEmpty();

        assertThat(strategy.pair.state()).isEqualTo(PairState.FLAT);
        assertThat(decisions.take("executionDecided", "pairStateChanged"))
                .containsExactly(
                        "executionDecided 1 0 REFUSED SHORT_NOT_ALLOWED 0 10 0 9999",
                        "pairStateChanged 1 1 0 1 FLAT CHECK_REFUSED 0 0");
        engine.close();
    }

    @Test
    void shouldTakeBackTheOtherLegIfOneIsNotFilledInTime() {
        begin();
        open(strategy.pair, Side.BUY, 10, 20);
        engine.fill(1, 10, 100_00);
        engine.events().onOrderAccepted(2, 0);

        assertThat(pass(9)).isEmpty();
        assertThat(pass(1)).containsExactly("cancel 2");
        engine.events().onOrderCancelled(2, 0);
        assertThat(engine.commands()).containsExactly("submit 3 s1 SELL 10 I0 market");
        engine.events().at(timeNs + SECOND);
        engine.fill(3, 10, 99_00);

        assertThat(heard())
                .containsExactly(
                        "1 FLAT OPENING OPEN_REQUESTED",
                        "1 OPENING ONE_LEGGED LEG_TIMEOUT",
                        "1 ONE_LEGGED FLAT UNWOUND");
        assertThat(decisions.take("pairHedged"))
                .containsExactly("pairHedged 1 1 0 1 " + Money.parse("999.9") + " " + 11 * SECOND);
        assertThat(strategy.pair.round().wasOpen()).isFalse();
        engine.close();
    }

    @Test
    void shouldGoByItsOwnOrdersWhereAnotherPairHoldsTheSame() {
        begin();
        holdBoth();

        open(strategy.other, Side.BUY, 20, 10);
        engine.fill(3, 20, 50_00);
        engine.fill(4, 10, 100_00);

        assertThat(strategy.pair.held(0)).isEqualTo(10);
        assertThat(strategy.other.held(0)).isEqualTo(20);
        assertThat(engine.net(0).isFlat()).isTrue();
        assertThat(when(PairTrade::close))
                .containsExactly("submit 5 s1 SELL 10 I0 market", "submit 6 s1 BUY 20 I1 market");
        engine.fill(5, 10, 100_00);
        engine.fill(6, 20, 50_00);
        assertThat(strategy.pair.state()).isEqualTo(PairState.FLAT);
        assertThat(strategy.other.state()).isEqualTo(PairState.OPEN);
        assertThat(engine.net(0).quantity()).isEqualTo(-10);
        engine.close();
    }

    @Test
    void shouldLeaveTheOtherLegIfTheOperatorClosesOne() {
        begin();
        holdBoth();

        engine.events().onClosePositionRequested(0);

        assertThat(engine.commands())
                .containsExactlyInAnyOrder("submit 3 s1 BUY 20 I1 market", "submit 4 s1 SELL 10 I0 market");
        engine.fill(4, 10, 99_00);
        engine.fill(3, 20, 50_00);
        assertThat(heard()).containsExactly("1 OPEN CLOSING LEG_TAKEN", "1 CLOSING FLAT CLOSED");
        assertThat(strategy.pair.round().pnl()).isEqualTo(Money.parse("-10"));
        assertThat(open(strategy.pair, Side.SELL, 1, 2)).hasSize(2);
        engine.close();
    }

    @Test
    void shouldEndFlatWhenEverythingIsFlattenedAndSendNothingItself() {
        begin();
        holdBoth();

        engine.events().onFlattenAllRequested();

        assertThat(engine.commands()).containsExactly("submit 3 s1 SELL 10 I0 market", "submit 4 s1 BUY 20 I1 market");
        engine.fill(3, 10, 100_00);
        engine.fill(4, 20, 50_00);
        pass(100);
        assertThat(engine.commands()).isEmpty();
        assertThat(heard()).containsExactly("1 OPEN CLOSING LEG_TAKEN", "1 CLOSING FLAT CLOSED");
        engine.close();
    }

    @Test
    void shouldEndFlatWhenWhatIsFlattenedMeetsItsOppositeInAnotherPair() {
        begin();
        holdBoth();
        open(strategy.other, Side.BUY, 16, 8);
        engine.fill(3, 16, 50_00);
        engine.fill(4, 8, 100_00);
        engine.commands();

        engine.events().onFlattenAllRequested();
        assertThat(engine.commands()).containsExactly("submit 5 s1 SELL 2 I0 market", "submit 6 s1 BUY 4 I1 market");
        engine.fill(5, 2, 101_00);
        engine.fill(6, 4, 50_00);

        assertThat(strategy.pair.state()).isEqualTo(PairState.FLAT);
        assertThat(strategy.other.state()).isEqualTo(PairState.FLAT);
        assertThat(strategy.pair.held(0) + strategy.pair.held(1) + strategy.other.held(0))
                .isZero();
        engine.close();
    }

    @Test
    void shouldTrimTheOtherLegWhenTheOperatorSellsAPartOfOne() {
        begin();
        holdBoth();

        engine.events()
                .onOrderRequested(
                        1,
                        0,
                        new reprise.order.OrderTerms()
                                .set(Side.SELL, reprise.order.OrderType.MARKET, reprise.order.TimeInForce.GTC, 4));
        engine.fill(3, 4, 100_00);

        assertThat(engine.commands()).containsExactly("submit 3 s1 SELL 4 I0 market", "submit 4 s1 BUY 8 I1 market");
        engine.fill(4, 8, 50_00);
        assertThat(heard()).containsExactly("1 OPEN ONE_LEGGED LEG_TAKEN", "1 ONE_LEGGED OPEN UNWOUND");
        assertThat(strategy.pair.held(0)).isEqualTo(6);
        assertThat(strategy.pair.held(1)).isEqualTo(12);
        engine.close();
    }

    @Test
    void shouldTakeBackAnOpeningWhenTheStrategyIsStopped() {
        begin();
        open(strategy.pair, Side.BUY, 10, 20);
        engine.fill(1, 10, 100_00);

        engine.events().onStopRequested(1);
        assertThat(engine.commands()).containsExactly("cancel 2");
        engine.events().onOrderCancelled(2, 0);
        assertThat(engine.commands()).containsExactly("submit 3 s1 SELL 10 I0 market");
        engine.fill(3, 10, 100_00);
        assertThat(when(pair -> assertThat(pair.open(Side.BUY, 1, 2)).isFalse()))
                .isEmpty();
        engine.events().onStartRequested(1);

        assertThat(open(strategy.pair, Side.BUY, 1, 2)).hasSize(2);
        engine.close();
    }

    @Test
    void shouldStopStartAndLeaveOnePairByCommand() {
        begin();
        holdBoth();

        engine.events().onPairRequested(1, 2, PairAction.STOP);
        assertThat(when(unused ->
                        assertThat(strategy.other.open(Side.BUY, 1, 2)).isFalse()))
                .isEmpty();
        engine.events().onPairRequested(1, 1, PairAction.CLOSE);
        assertThat(engine.commands()).hasSize(2);
        engine.fill(3, 10, 100_00);
        engine.fill(4, 20, 50_00);
        assertThat(strategy.pair.isStarted()).isTrue();
        assertThat(strategy.other.isStarted()).isFalse();

        engine.events().onStopRequested(1);
        engine.events().onStartRequested(1);
        assertThat(strategy.other.isStarted()).isFalse();
        engine.events().onPairRequested(1, 2, PairAction.START);
        assertThat(strategy.other.isStarted()).isTrue();
        engine.close();
    }

    @Test
    void shouldLeaveAllPairsInAnEmergency() {
        begin();
        holdBoth();

        engine.events().onPairRequested(1, 0, PairAction.EMERGENCY_STOP);

        assertThat(engine.commands()).containsExactly("submit 3 s1 SELL 10 I0 market", "submit 4 s1 BUY 20 I1 market");
        assertThat(heard()).containsExactly("1 OPEN CLOSING EMERGENCY");
        assertThat(strategy.other.isStarted()).isFalse();
        engine.close();
    }

    @Test
    void shouldWaitWithAClosingWhileTradingIsHalted() {
        begin();
        holdBoth();
        engine.events().onTradingStateRequested(TradingScope.ENGINE, 0, TradingState.HALTED);

        assertThat(when(PairTrade::close)).isEmpty();
        assertThat(pass(3600)).isEmpty();
        assertThat(decisions.take("orderRefused")).isEmpty();
        engine.events().onTradingStateRequested(TradingScope.ENGINE, 0, TradingState.ACTIVE);
        assertThat(when(unused -> {})).hasSize(2);
        engine.close();
    }

    @Test
    void shouldKeepTheRatioWhenALegSplits() {
        begin();
        holdBoth();

        engine.events().onSplit(0, 0, 2, 1);
        when(unused -> {});

        assertThat(strategy.pair.state()).isEqualTo(PairState.OPEN);
        assertThat(strategy.pair.held(0)).isEqualTo(20);
        assertThat(when(PairTrade::close))
                .containsExactly("submit 3 s1 SELL 20 I0 market", "submit 4 s1 BUY 20 I1 market");
        engine.close();
    }

    @Test
    void shouldRefuseALegThatIsBothLegsAndCallsFromOutside() {
        begin();

        assertThatThrownBy(() -> strategy.pair.close())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("legal only during a callback");
        when(unused -> assertThatThrownBy(
                        () -> strategy.context.pair(engine.instrument(0), engine.instrument(0), SETTINGS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two instruments: I0"));
        engine.close();
    }
}
