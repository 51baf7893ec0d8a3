package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;
import static reprise.testing.Definitions.anInstrument;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reprise.market.Aggressor;
import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;
import reprise.market.InstrumentStatus;
import reprise.order.FeeAsset;
import reprise.order.Liquidity;
import reprise.order.OrderRequest;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;
import reprise.state.StateHash;
import reprise.state.StateSink;
import reprise.strategy.StrategyContext;
import reprise.testing.ScriptedStrategy;

/** The state hash must notice anything that a later decision could depend on. */
class StateHashTest extends CoreFixture {
    private static Arguments change(final String what, final Consumer<StateHashTest> change) {
        return Arguments.of(what, change);
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("time", t -> t.engine.events().at(999).onClockTicked()),
                change("a bar", t -> t.engine.events().onBar(1, 1, 1, 1, 1, 1, 1, 1)),
                change("a bar's volume", t -> t.engine.events().onBar(0, 1, 1, 100, 100, 100, 100, 2)),
                change("a quote's size", t -> t.engine.events().onQuote(0, 0, 99, 5, 101, 6)),
                change("the last trade", t -> t.engine.trade(0, 101)),
                change("the state of an order", t -> t.engine.events().onOrderCancelled(t.orderId, 0)),
                change("a fill", t -> t.engine.partialFill(t.orderId, 1, 100)),
                change(
                        "a fee",
                        t -> t.engine
                                .events()
                                .onOrderPartiallyFilled(
                                        t.orderId, 55, 0, 100, 1, 1, FeeAsset.QUOTE, Liquidity.UNKNOWN)),
                change("terms", t -> t.engine.events().onOrderReplaced(t.orderId, 0, 11, 100, 0)),
                change("a new limit", t -> t.engine.events().onOrderReplaced(t.orderId, 0, 10, 101, 0)),
                change("cash", t -> t.engine.events().onAccountReported(1, 5, "USD")),
                change("a position", t -> t.engine.events().onPositionReported(1, 1, 1, 1)),
                change("the price of a position", t -> t.engine.events().onPositionReported(1, 1, 1, 2)),
                change("a connection", t -> t.engine.events().onVenueDisconnected(1)),
                change("another connection", t -> t.engine.events().onVenueConnected(2)),
                change("a process that is being stopped", t -> t.engine.events().onStopRequested(0)),
                change("a stopped strategy", t -> t.engine.events().onStopRequested(2)),
                change(
                        "a halt",
                        t -> t.engine.events().onTradingStateRequested(TradingScope.ENGINE, 0, TradingState.HALTED)),
                change(
                        "a halted strategy",
                        t -> t.engine.events().onTradingStateRequested(TradingScope.STRATEGY, 1, TradingState.HALTED)),
                change(
                        "another that reduces",
                        t -> t.engine
                                .events()
                                .onTradingStateRequested(TradingScope.STRATEGY, 2, TradingState.REDUCING)),
                change(
                        "an instrument that reduces",
                        t -> t.engine
                                .events()
                                .onTradingStateRequested(TradingScope.INSTRUMENT, 1, TradingState.REDUCING)),
                change(
                        "an instrument's status",
                        t -> t.engine.events().onInstrumentStatus(0, 0, InstrumentStatus.HALTED)),
                change("what can be borrowed", t -> t.engine.events().onBorrowReported(0, 0, 5, 6)),
                change("what borrowing costs", t -> t.engine.events().onBorrowReported(0, 0, 5, 7)),
                change("a split", t -> t.engine.events().onSplit(0, 0, 2, 1)),
                change("cash in another currency", t -> t.engine.events().onAccountReported(1, 5, "EUR")),
                change(
                        "a fee in the base asset",
                        t -> t.engine
                                .events()
                                .onOrderPartiallyFilled(t.orderId, 57, 0, 100, 2, 1, FeeAsset.BASE, Liquidity.UNKNOWN)),
                change("a liquidation that waits", t -> t.engine.events().onClosePositionRequested(0)),
                change("a stray report", t -> t.engine.events().onOrderAccepted(12345, 0)),
                change(
                        "an execution id",
                        t -> t.engine
                                .events()
                                .onOrderPartiallyFilled(
                                        t.orderId, 56, 0, 100, 1, 1, FeeAsset.QUOTE, Liquidity.UNKNOWN)),
                change(
                        "another instrument",
                        t -> t.engine
                                .events()
                                .onInstrumentDefined(anInstrument().withId(2).define())),
                change("a subscription", t -> t.act(t.first, c -> c.subscribe(t.engine.instrument(1)))),
                change("a timer", t -> t.act(t.first, c -> c.schedule(1000, 1))),
                change("a timer's token", t -> t.act(t.first, c -> c.schedule(1000, 2))),
                change("a timer's deadline", t -> t.act(t.first, c -> c.schedule(1001, 1))),
                change("a timer's owner", t -> t.act(t.second, c -> c.schedule(1000, 1))),
                change("a cancel that is pending", t -> t.act(t.first, c -> c.cancel(t.orderId))),
                change("a replacement that is pending", t -> t.act(t.first, c -> c.replace(t.orderId, 20, 100))),
                change("its limit", t -> t.act(t.first, c -> c.replace(t.orderId, 20, 101))),
                change("an unknown outcome", t -> t.engine.events().onOrderOutcomeUnknown(t.orderId, 0)),
                change("a stop that was reached", t -> t.engine.events().onOrderTriggered(t.orderId, 0)),
                change(
                        "a fill that was taken back unseen",
                        t -> t.engine.events().onExecutionBusted(t.orderId, 57, 0, 100, 1, 1, FeeAsset.QUOTE)),
                change("the end of an order", t -> t.engine.events().onOrderExpired(t.orderId, 0)),
                change("a held stop", t -> t.act(t.first, c -> c.submit(t.heldStop(95)))),
                change("its stop price", t -> t.act(t.first, c -> c.submit(t.heldStop(94)))),
                change("a stop", t -> t.act(t.first, c -> c.submit(t.stop(95)))),
                change("a bracket", t -> t.act(t.first, c -> c.submitBracket(t.buy(2), 95, 110))),
                change("a bracket's stop", t -> t.act(t.first, c -> c.submitBracket(t.buy(2), 94, 110))),
                change("a bracket's target", t -> t.act(t.first, c -> c.submitBracket(t.buy(2), 95, 111))),
                change("a pair", t -> t.act(t.first, c -> c.submitOneCancelsOther(t.stop(95), t.heldStop(95)))),
                change("an order", t -> t.act(t.first, c -> c.submit(t.buy(1)))),
                change("whose order", t -> t.act(t.second, c -> c.submit(t.buy(1)))));
    }

    private final long orderId;

    StateHashTest() {
        orderId = workingOrder(10);
        engine.events().onBar(0, 1, 1, 100, 100, 100, 100, 1);
        engine.events().onQuote(0, 0, 99, 5, 101, 5);
    }

    private OrderRequest stop(final long stopPrice) {
        return new OrderRequest().stop(engine.instrument(0), Side.SELL, 1, stopPrice, TimeInForce.GTC);
    }

    private OrderRequest heldStop(final long stopPrice) {
        return stop(stopPrice).heldByEngine();
    }

    /** All actions happen at the same event, so that only what they do makes the difference. */
    private void act(final ScriptedStrategy strategy, final Consumer<StrategyContext> action) {
        strategy.next(action);
        engine.events().onQuote(0, 0, 99, 5, 101, 5);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void shouldNotice(final String what, final Consumer<StateHashTest> change) {
        final String nothingDone = tickedHash();

        change.accept(this);

        assertThat(hashWithoutSequence()).isNotEqualTo(nothingDone);
    }

    @Test
    void shouldTellAllThoseChangesApart() {
        final Map<String, String> changeByHash = new HashMap<>();
        changes().forEach(arguments -> {
            final StateHashTest test = new StateHashTest();
            @SuppressWarnings("unchecked")
            final Consumer<StateHashTest> change =
                    (Consumer<StateHashTest>) arguments.get()[1];
            change.accept(test);
            assertThat(changeByHash.put(
                            test.hashWithoutSequence(), (String) arguments.get()[0]))
                    .isNull();
        });
    }

    @Test
    void shouldNotChangeByWhatIsForTheRecordOnly() {
        engine.events().onBarRevised(0, 1, 1, 100, 103, 99, 102, 9);
        engine.events().onTradeRevised(0, 0, 100, 1, 0, 0);
        engine.events().onPriceBandReported(0, 0, 90, 110);
        // Nothing is built of trades here, so whatever else they moved would show.
        engine.events().onTradesInterrupted(0, 0);
        engine.events().onHistoricalTrade(0, 1, 500, 7, Aggressor.BUYER);
        engine.events().onTradesResumed(0, 1);
        final StateHashTest other = new StateHashTest();
        for (int i = 0; i < 6; i++) {
            other.engine.events().onBookCleared(0, 0);
        }

        assertThat(engine.core().stateHash()).isEqualTo(other.engine.core().stateHash());
    }

    @Test
    void shouldBeEqualForEqualHistories() {
        final StateHashTest other = new StateHashTest();

        assertThat(other.engine.core().stateHash())
                .isEqualTo(engine.core().stateHash())
                .matches("[0-9a-f]{64}");
    }

    private String tickedHash() {
        final StateHashTest other = new StateHashTest();
        return other.hashWithoutSequence();
    }

    /** The sequence differs after any event; what else differs is the question. */
    private String hashWithoutSequence() {
        return hash(sink -> engine.core().snapshotTo(new WithoutSequence(sink)));
    }

    private static String hash(final Consumer<StateSink> state) {
        final StateHash hash = new StateHash();
        state.accept(hash);
        return hash.hex();
    }

    private record WithoutSequence(StateSink sink) implements StateSink {
        @Override
        public void section(final String name, final long key) {
            sink.section(name, name.equals("core") ? 0 : key);
        }

        @Override
        public void field(final String name, final long value) {
            sink.field(name, value);
        }

        @Override
        public void field(final String name, final double value) {
            sink.field(name, value);
        }

        @Override
        public void field(final String name, final CharSequence value) {
            sink.field(name, value);
        }
    }

    @Test
    void shouldNoticeEveryFactOfAnInstrument() {
        final List<InstrumentDefinition> different = List.of(
                anInstrument().define(),
                anInstrument().withId(1).withSymbol("I0").define(),
                anInstrument().onVenue(2).define(),
                anInstrument().withSymbol("X").define(),
                anInstrument().withDecimals(3, 0).define(),
                anInstrument().withDecimals(2, 1).define(),
                anInstrument().withSteps(2, 1).define(),
                anInstrument().withSteps(1, 2).define(),
                anInstrument().withMaxQuantity(1).define(),
                anInstrument().notShortable().define(),
                anInstrument().withMinNotional(1).define());

        assertThat(different.stream().map(definition -> StateHash.of(new Instrument(definition))))
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldTellNamesValuesAndTheirBordersApart() {
        assertThat(Stream.<Consumer<StateSink>>of(
                                sink -> sink.field("a", 1),
                                sink -> sink.field("b", 1),
                                sink -> sink.field("a", 2),
                                sink -> sink.field("a", 1.0),
                                sink -> sink.field("a", -0.0),
                                sink -> sink.field("a", 0.0),
                                sink -> sink.field("a", 0),
                                sink -> sink.field("a", "1"),
                                sink -> sink.field("a1", ""),
                                sink -> sink.section("a", 1),
                                sink -> {
                                    sink.field("a", "x");
                                    sink.field("b", "y");
                                },
                                sink -> {
                                    sink.field("b", "y");
                                    sink.field("a", "x");
                                },
                                sink -> sink.field("a", "xs\u0000\u0000b"))
                        .map(StateHashTest::hash))
                .doesNotHaveDuplicates();
        assertThat(hash(sink -> sink.field("a", true))).isEqualTo(hash(sink -> sink.field("a", 1L)));
    }
}
