package reprise.simulation.lookahead;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.bar.BarInput;
import reprise.core.CoreObserver;
import reprise.market.Instrument;
import reprise.number.Money;
import reprise.order.OrderRequest;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.simulation.RandomTrader;
import reprise.simulation.TestMarket;
import reprise.simulation.backtest.InstrumentTicks;
import reprise.simulation.backtest.MarketFeed;
import reprise.simulation.backtest.SessionLogs;
import reprise.simulation.backtest.SessionPlan;
import reprise.simulation.backtest.SimulatedSession;
import reprise.simulation.backtest.TickBarFeed;
import reprise.simulation.backtest.TickFeed;
import reprise.simulation.market.SyntheticTicks;
import reprise.simulation.market.TickSource;
import reprise.simulation.market.TickTable;
import reprise.simulation.venue.VenueConfig;
import reprise.state.StateExchange;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;

/** Ticks of one instrument told as quotes and trades, of another level by level; bars of five seconds form of them. */
class LookaheadTicksTest {
    private static final long MS = 1_000_000;
    private static final long BAR_NS = 5_000 * MS;
    private static final int TICKS = 3_000;
    private static final int THREADS = 2;

    private static List<PriceData.Ticks> data() {
        final TickTable quotes = TickTable.readFrom(
                new SyntheticTicks(TestMarket.BTC, 3, 42_000_00, TestMarket.START_NS, 50 * MS, TICKS, false, 500));
        final TickTable book = TickTable.readFrom(
                new SyntheticTicks(TestMarket.ETH, 4, 2_300_00, TestMarket.START_NS, 70 * MS, 3 * TICKS, true, 0));
        return List.of(
                new PriceData.Ticks(0, BarInput.QUOTES, quotes::cursor),
                new PriceData.Ticks(1, BarInput.QUOTES, book::cursor));
    }

    /** Makes the strategy of a run, of what may be known of the market. */
    private interface Maker {
        Strategy of(List<PriceData> data);
    }

    private static Experiment experiment(final Maker maker) {
        return new Experiment() {
            @Override
            public SimulatedSession begin(
                    final List<PriceData> data, final SessionLogs logs, final CoreObserver observer) {
                final SessionPlan plan = new SessionPlan(
                        "run",
                        "build",
                        "config",
                        TestMarket.core(),
                        () -> List.of(maker.of(data)),
                        List.of(TestMarket.BTC, TestMarket.ETH),
                        VenueConfig.PLAIN.withShortsAndLeverageE8(3 * Money.ONE),
                        Money.parse("100000"),
                        "USDT");
                return SimulatedSession.inline(plan, logs, observer);
            }

            @Override
            public MarketFeed feed(final List<PriceData> data) {
                final List<InstrumentTicks> sources = new ArrayList<>();
                for (final PriceData one : data) {
                    sources.add(new InstrumentTicks(
                            one.instrumentId(), ((PriceData.Ticks) one).ticks().get()));
                }
                return new TickBarFeed(new TickFeed(sources), List.of(BarInput.QUOTES, BarInput.QUOTES), BAR_NS);
            }
        };
    }

    private static LookaheadResult check(final Maker maker, final int maxCuts) throws InterruptedException {
        return new LookaheadCheck(experiment(maker), data()).run(maxCuts, THREADS, (done, count) -> {});
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void shouldFindNothingInARunThatHearsOfTheMarketThroughTheFeedAlone(final long seed) throws InterruptedException {
        final LookaheadResult result =
                check(data -> new RandomTrader(seed, List.of("BTCUSDT", "ETHUSDT"), 10_000), Integer.MAX_VALUE);

        assertThat(result.leaks()).isEmpty();
        assertThat(result.moments()).isGreaterThan(20);
        assertThat(result.cuts()).as("every one").isEqualTo(result.moments());
        assertThat(result.cutsAtDecisions()).isGreaterThan(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void shouldNameTheOrderOfAStrategyThatKnowsAPriceOfTheFuture(final int instrumentId) throws InterruptedException {
        final LookaheadResult result = check(data -> new Prophet((PriceData.Ticks) data.get(instrumentId)), 40);

        assertThat(result.isClean()).isFalse();
        assertThat(result.leaks()).hasSize(2);
        for (final Leak leak : result.leaks()) {
            assertThat(leak.isCommand()).isTrue();
            assertThat(leak.expected() + leak.actual()).contains("SubmitOrder");
            assertThat(leak.cutTimeNs()).isGreaterThanOrEqualTo(leak.timeNs());
        }
    }

    @Test
    void shouldKnowNothingOfTheMomentOfTheCutButTheBarThatClosesThen() {
        final PriceData.Ticks quotes = data().get(0);
        final long cutNs = TestMarket.START_NS + 2 * BAR_NS;
        int past = 0;
        try (TickSource whole = quotes.ticks().get();
                TickSource removed = ticks(quotes.cut(cutNs, Future.REMOVED));
                TickSource garbage = ticks(quotes.cut(cutNs, Future.GARBAGE))) {
            while (removed.next()) {
                assertThat(whole.next() && garbage.next()).isTrue();
                assertThat(removed.timeNs()).isLessThan(cutNs);
                for (final TickSource cut : List.of(removed, garbage)) {
                    assertThat(cut.timeNs()).isEqualTo(whole.timeNs());
                    assertThat(told(cut)).isEqualTo(told(whole));
                }
                past++;
            }
            int changed = 0;
            int future = 0;
            while (garbage.next()) {
                whole.next();
                assertThat(garbage.timeNs()).isEqualTo(whole.timeNs()).isGreaterThanOrEqualTo(cutNs);
                changed += told(garbage).equals(told(whole)) ? 0 : 1;
                future++;
            }
            assertThat(future).isEqualTo(256);
            assertThat(changed).as("all but changes of status").isGreaterThan(250);
        }
        assertThat(past).isGreaterThan(100);
    }

    private static TickSource ticks(final PriceData data) {
        return ((PriceData.Ticks) data).ticks().get();
    }

    private static List<Long> told(final TickSource tick) {
        return switch (tick.kind()) {
            case QUOTE -> List.of(tick.bidPrice(), tick.bidQuantity(), tick.askPrice(), tick.askQuantity());
            case TRADE, LEVEL -> List.of(tick.price(), tick.quantity());
            case CLEARED -> List.of();
            case STATUS -> List.of((long) tick.status().ordinal());
        };
    }

    /** Knows whether prices rise in the ten seconds to come, as a strategy does that has prepared its signals of a whole file. */
    private static final class Prophet implements Strategy {
        private final List<Long> times = new ArrayList<>();
        private final List<Long> prices = new ArrayList<>();
        private final OrderRequest request = new OrderRequest();
        private StrategyContext context;

        Prophet(final PriceData.Ticks data) {
            try (TickSource ticks = data.ticks().get()) {
                while (ticks.next()) {
                    if (ticks.kind() == TickSource.Kind.TRADE) {
                        times.add(ticks.timeNs());
                        prices.add(ticks.price());
                    }
                }
            }
        }

        @Override
        public void onStart(final StrategyContext newContext) {
            context = newContext;
            context.subscribe(context.instrument("BTCUSDT"));
        }

        @Override
        public void onBar(final Instrument instrument) {
            final long later = priceAt(context.timeNs() + 2 * BAR_NS);
            final boolean rises = later > priceAt(context.timeNs());
            if (rises == context.position(instrument).isFlat()) {
                context.submit(request.market(instrument, rises ? Side.BUY : Side.SELL, 1_000, TimeInForce.GTC));
            }
        }

        private long priceAt(final long timeNs) {
            long price = 0;
            for (int i = 0; i < times.size() && times.get(i) <= timeNs; i++) {
                price = prices.get(i);
            }
            return price;
        }

        @Override
        public void onRestore(final StrategyContext newContext) {
            onStart(newContext);
        }

        @Override
        public void exchange(final StateExchange state) {
            // it looks at the file alone
        }
    }
}
