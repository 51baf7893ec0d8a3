package reprise.simulation.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;
import reprise.number.Decimals;
import reprise.number.Money;
import reprise.order.Order;
import reprise.order.OrderRequest;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.research.performance.EquityCurve;
import reprise.simulation.BarList;
import reprise.simulation.TestMarket;
import reprise.simulation.backtest.BarFeed;
import reprise.simulation.backtest.InstrumentBars;
import reprise.simulation.backtest.SessionLogs;
import reprise.simulation.backtest.SessionPlan;
import reprise.simulation.backtest.SessionProgress;
import reprise.simulation.backtest.SimulatedSession;
import reprise.simulation.venue.FeeSchedule;
import reprise.simulation.venue.TradingCalendar;
import reprise.simulation.venue.VenueConfig;
import reprise.state.StateExchange;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;

/** A run over nine years of daily bars whose trades and equity were computed elsewhere: ordered at the close, filled at the next open. */
class GoldenRunTest {
    private static final InstrumentDefinition GOOG =
            new InstrumentDefinition(0, 1, "GOOG", "GOOG", "USD", 2, 0, 1, 1, 0);
    private static final VenueConfig VENUE = VenueConfig.PLAIN
            .withFees(FeeSchedule.ofBasisPoints("10", "10"))
            .withShortsAndLeverageE8(2 * Money.ONE)
            .withCalendar(TradingCalendar.US_EQUITIES);

    private final Map<Long, Long> equityByCloseNs = new HashMap<>();
    private final List<Trade> trades = new ArrayList<>();

    @Test
    void shouldGiveTheExpectedTradesAndEquity() throws IOException {
        final Path golden = Golden.directory();
        final List<String> bars = Golden.lines(golden.resolve("inputs/bars/goog_daily.csv"));
        final List<String> expectedTrades = Golden.lines(golden.resolve("inputs/trades/goog_sma10_30.csv"));
        final List<String> expectedEquity = Golden.lines(golden.resolve("inputs/equity/goog_sma10_30.csv"));

        final RunStatistics statistics = run(bars, expectedTrades);

        // The last trade is closed at the last close there, and stays open here.
        final int ended = expectedTrades.size() - 2;
        assertThat(statistics.trades()).isEqualTo(ended);
        assertThat(statistics.openTrades()).hasSize(1);
        for (int i = 0; i < ended; i++) {
            assertTrade(trades.get(i), expectedTrades.get(i + 1).split(","));
        }
        long equity = Money.parse("100000");
        for (int i = 1; i < expectedEquity.size() - 1; i++) {
            final String[] fields = expectedEquity.get(i).split(",");
            equity = equityByCloseNs.getOrDefault(openNs(fields[0]) + TestMarket.DAY_NS, equity);
            assertThat(Money.toDouble(equity))
                    .as(fields[0])
                    .isCloseTo(Double.parseDouble(fields[1]), Offset.offset(1e-6));
        }
    }

    /** The curve there begins with the first close, ours with what the account had at the open before. */
    @Test
    void shouldHoldTheBenchmarkAsTheReferenceDoes() throws IOException {
        final Path golden = Golden.directory();
        final List<String> bars = Golden.lines(golden.resolve("inputs/bars/goog_daily.csv"));
        final List<String> expected = Golden.lines(golden.resolve("inputs/equity/goog_buyhold.csv"));

        final EquityCurve held =
                run(bars, List.of("header")).measures().benchmark().curve();

        assertThat(held.size()).isEqualTo(expected.size());
        for (int i = 1; i < held.size(); i++) {
            final double equity = Double.parseDouble(expected.get(i).split(",")[1]);
            assertThat(held.equity(i)).as(expected.get(i)).isCloseTo(equity, Offset.offset(1e-10 * equity));
        }
        final Map<String, String> values = Golden.json(golden.resolve("perf/goog_buyhold.json"));
        final double total = Double.parseDouble(values.get("metrics/total_return"));
        assertThat(held.totalReturn()).isCloseTo(total, Offset.offset(1e-10 * total));
    }

    private static void assertTrade(final Trade trade, final String[] fields) {
        assertThat(trade.quantity()).isEqualTo(Long.parseLong(fields[5]));
        assertThat(trade.entryPrice()).isEqualTo(Decimals.parse(fields[6], 2));
        assertThat(trade.exitPrice()).isEqualTo(Decimals.parse(fields[7], 2));
        assertThat(trade.entryTimeNs()).isEqualTo(openNs(fields[2]));
        assertThat(trade.exitTimeNs()).isEqualTo(openNs(fields[3]));
        assertThat(trade.barsHeld()).isEqualTo(Long.parseLong(fields[1]) - Long.parseLong(fields[0]));
        assertThat(Money.toDouble(trade.fees())).isCloseTo(Double.parseDouble(fields[8]), Offset.offset(1e-6));
        assertThat(Money.toDouble(trade.pnl())).isCloseTo(Double.parseDouble(fields[9]), Offset.offset(1e-6));
    }

    private static long openNs(final String date) {
        return LocalDate.parse(date).toEpochDay() * TestMarket.DAY_NS;
    }

    private RunStatistics run(final List<String> lines, final List<String> orders) {
        final BarList bars = new BarList(TestMarket.DAY_NS);
        for (final String line : lines.subList(1, lines.size())) {
            final String[] fields = line.split(",");
            bars.bar(
                    openNs(fields[0]),
                    Decimals.parse(fields[1], 2),
                    Decimals.parse(fields[2], 2),
                    Decimals.parse(fields[3], 2),
                    Decimals.parse(fields[4], 2),
                    Decimals.parse(fields[5], 0));
        }
        final SessionPlan plan = new SessionPlan(
                "golden",
                "build",
                "config",
                TestMarket.core(),
                () -> List.<Strategy>of(new TableTrader(orders)),
                List.of(GOOG),
                VENUE,
                Money.parse("100000"),
                "USD");
        final RunRecorder recorder = new RunRecorder(new Collector());
        try (SimulatedSession session = SimulatedSession.inline(plan, SessionLogs.none(), recorder);
                BarFeed feed = new BarFeed(List.of(new InstrumentBars(0, bars)))) {
            recorder.attach(session.core());
            session.run(feed, SessionProgress.SILENT);
        }
        return recorder.finish(VENUE.calendar());
    }

    private final class Collector implements ResultSink {
        @Override
        public void onEquity(
                final long timeNs, final long equity, final long cash, final long exposure, final double drawdown) {
            equityByCloseNs.put(timeNs, equity);
        }

        @Override
        public void onTrade(final Trade trade) {
            trades.add(trade);
        }

        @Override
        public void onOrder(final Order order, final String symbol, final long timeNs) {
            // not of interest
        }
    }

    /** Orders at the close of the bar before each fill of the table. */
    private static final class TableTrader implements Strategy {
        private final Map<Integer, Long> quantityByBar = new HashMap<>();
        private final OrderRequest request = new OrderRequest();
        private StrategyContext context;
        private int bar;

        TableTrader(final List<String> lines) {
            for (final String line : lines.subList(1, lines.size())) {
                final String[] fields = line.split(",");
                quantityByBar.put(Integer.parseInt(fields[0]) - 1, Long.parseLong(fields[5]));
                quantityByBar.put(Integer.parseInt(fields[1]) - 1, -Long.parseLong(fields[5]));
            }
            if (lines.size() == 1) {
                return;
            }
            // The last exit is at a close, which no order can have.
            quantityByBar.remove(Integer.parseInt(lines.get(lines.size() - 1).split(",")[1]) - 1);
        }

        @Override
        public void onStart(final StrategyContext newContext) {
            context = newContext;
            context.subscribe(context.instrument("GOOG"));
        }

        @Override
        public void onBar(final Instrument instrument) {
            final Long quantity = quantityByBar.get(bar++);
            if (quantity != null) {
                final Side side = quantity > 0 ? Side.BUY : Side.SELL;
                context.submit(request.market(instrument, side, Math.abs(quantity), TimeInForce.DAY));
            }
        }

        @Override
        public void onRestore(final StrategyContext newContext) {
            onStart(newContext);
        }

        @Override
        public void exchange(final StateExchange state) {
            bar = state.field("bar", bar);
        }
    }
}
