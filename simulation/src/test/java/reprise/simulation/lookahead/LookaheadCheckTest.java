package reprise.simulation.lookahead;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.core.CoreObserver;
import reprise.market.Instrument;
import reprise.number.Money;
import reprise.order.OrderRequest;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.simulation.RandomTrader;
import reprise.simulation.TestMarket;
import reprise.simulation.backtest.BarFeed;
import reprise.simulation.backtest.InstrumentBars;
import reprise.simulation.backtest.MarketFeed;
import reprise.simulation.backtest.SessionLogs;
import reprise.simulation.backtest.SessionPlan;
import reprise.simulation.backtest.SimulatedSession;
import reprise.simulation.market.BarSource;
import reprise.simulation.venue.VenueConfig;
import reprise.state.StateExchange;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;

class LookaheadCheckTest {
    private static final int BARS = 80;
    private static final int THREADS = 2;

    /** Makes the strategy of a run, of what may be known of the market. */
    interface Maker {
        Strategy of(List<PriceData> data);
    }

    static Experiment experiment(final Maker maker, final UnaryOperator<BarSource> reading) {
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
                        TestMarket.INSTRUMENTS,
                        VenueConfig.PLAIN,
                        Money.parse("100000"),
                        "USDT");
                return SimulatedSession.inline(plan, logs, observer);
            }

            @Override
            public MarketFeed feed(final List<PriceData> data) {
                return new BarFeed(data.stream()
                        .map(one -> new InstrumentBars(
                                one.instrumentId(),
                                reading.apply(((PriceData.Bars) one).bars().get())))
                        .toList());
            }
        };
    }

    static List<PriceData.Bars> data(final long seed, final int bars) {
        final List<PriceData.Bars> data = new ArrayList<>();
        for (int i = 0; i < TestMarket.INSTRUMENTS.size(); i++) {
            final int index = i;
            data.add(new PriceData.Bars(
                    i, () -> TestMarket.bars(seed, bars).get(index).source()));
        }
        return data;
    }

    private static LookaheadResult check(final Experiment experiment, final int maxCuts) throws InterruptedException {
        return new LookaheadCheck(experiment, data(7, BARS)).run(maxCuts, THREADS, (done, count) -> {});
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void shouldFindNothingInARunThatHearsOfTheMarketThroughTheFeedAlone(final long seed) throws InterruptedException {
        final LookaheadResult result = check(
                experiment(
                        data -> new RandomTrader(seed, List.of("BTCUSDT", "DOGEUSDT"), 10_000),
                        UnaryOperator.identity()),
                Integer.MAX_VALUE);

        assertThat(result.leaks()).isEmpty();
        assertThat(result.isClean()).isTrue();
        assertThat(result.moments()).isEqualTo(BARS);
        assertThat(result.cuts()).as("every one").isEqualTo(BARS);
        assertThat(result.cutsAtDecisions()).isGreaterThan(10);
    }

    @Test
    void shouldNameTheOrderOfAStrategyThatHasReadTheWholeDataBefore() throws InterruptedException {
        final LookaheadResult result = check(
                experiment(data -> new Prophet((PriceData.Bars) data.get(0)), UnaryOperator.identity()),
                Integer.MAX_VALUE);

        assertThat(result.isClean()).isFalse();
        assertThat(result.leaks()).hasSize(2);
        for (final Leak leak : result.leaks()) {
            assertThat(leak.isCommand()).isTrue();
            assertThat(leak.expected() + leak.actual()).contains("SubmitOrder").contains("strategyId=1");
            assertThat(leak.cutTimeNs()).isGreaterThanOrEqualTo(leak.timeNs());
        }
    }

    @Test
    void shouldFindTheCheatAmongFewCutsBecauseHalfOfThemAreWhereItDecides() throws InterruptedException {
        final LookaheadResult result =
                check(experiment(data -> new Prophet((PriceData.Bars) data.get(0)), UnaryOperator.identity()), 20);

        assertThat(result.cuts()).isBetween(11, 20);
        assertThat(result.cutsAtDecisions()).isGreaterThanOrEqualTo(10);
        assertThat(result.leakingCuts()).isGreaterThan(5);
    }

    @Test
    void shouldNameTheBarOfDataThatWasShiftedTowardsThePast() throws InterruptedException {
        final LookaheadResult result = check(
                experiment(data -> new RandomTrader(1, List.of("BTCUSDT", "DOGEUSDT"), 10_000), Shifted::new),
                Integer.MAX_VALUE);

        assertThat(result.leakingCuts())
                .as("all but the last, which has no next")
                .isEqualTo(BARS - 1);
        assertThat(result.leaks().get(0).isCommand()).isFalse();
        assertThat(result.leaks().get(0).expected()).startsWith("BarClosed");
    }

    @Test
    void shouldComeToTheSameWithAnyNumberOfThreads() throws InterruptedException {
        final Experiment experiment =
                experiment(data -> new Prophet((PriceData.Bars) data.get(0)), UnaryOperator.identity());
        assertThat(new LookaheadCheck(experiment, data(3, BARS)).run(20, 1, (done, count) -> {}))
                .isEqualTo(new LookaheadCheck(experiment, data(3, BARS)).run(20, 4, (done, count) -> {}));
    }

    /** Knows the next close of an instrument, as a strategy does that has prepared its signals of whole columns. */
    private static final class Prophet implements Strategy {
        private final List<Long> closes = new ArrayList<>();
        private final OrderRequest request = new OrderRequest();
        private StrategyContext context;
        private int bars;

        Prophet(final PriceData.Bars data) {
            try (BarSource bars = data.bars().get()) {
                while (bars.next()) {
                    closes.add(bars.closePrice());
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
            bars++;
            final boolean rises =
                    bars < closes.size() && closes.get(bars) > instrument.bar().close() * 1.0001;
            if (rises == context.position(instrument).isFlat()) {
                context.submit(request.market(instrument, rises ? Side.BUY : Side.SELL, 1_000, TimeInForce.GTC));
            }
        }

        @Override
        public void onRestore(final StrategyContext newContext) {
            onStart(newContext);
        }

        @Override
        public void exchange(final StateExchange state) {
            bars = state.field("bars", bars);
        }
    }

    /** Each bar has the volume of the next one. */
    private static final class Shifted implements BarSource {
        private final BarSource bars;
        private final long[] now = new long[7];
        private boolean hasNext;

        Shifted(final BarSource bars) {
            this.bars = bars;
            hasNext = bars.next();
        }

        @Override
        public boolean next() {
            if (!hasNext) {
                return false;
            }
            now[0] = bars.openTimeNs();
            now[1] = bars.closeTimeNs();
            now[2] = bars.openPrice();
            now[3] = bars.highPrice();
            now[4] = bars.lowPrice();
            now[5] = bars.closePrice();
            hasNext = bars.next();
            now[6] = hasNext ? bars.volume() : 0;
            return true;
        }

        @Override
        public long openTimeNs() {
            return now[0];
        }

        @Override
        public long closeTimeNs() {
            return now[1];
        }

        @Override
        public long periodNs() {
            return bars.periodNs();
        }

        @Override
        public long openPrice() {
            return now[2];
        }

        @Override
        public long highPrice() {
            return now[3];
        }

        @Override
        public long lowPrice() {
            return now[4];
        }

        @Override
        public long closePrice() {
            return now[5];
        }

        @Override
        public long volume() {
            return now[6];
        }

        @Override
        public void close() {
            bars.close();
        }
    }
}
