package reprise.simulation.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.market.Instrument;
import reprise.number.Money;
import reprise.order.Order;
import reprise.order.OrderPurpose;
import reprise.order.Side;
import reprise.simulation.TestMarket;

class TradeStatisticsTest {
    private static Trade trade(final long pnl, final long barsHeld) {
        return new Trade(1, 1, 0, "X", Side.BUY, 1, 0, 1, 60, 1, pnl, 0, barsHeld, false, "STRATEGY", "TARGET", 0, 0);
    }

    private static void assertClose(final double actual, final String expected) {
        if (expected == null || "NaN".equals(expected)) {
            assertThat(actual).isNaN();
        } else {
            assertThat(actual).isCloseTo(Double.parseDouble(expected), Offset.offset(1e-10));
        }
    }

    @Test
    void shouldAgreeWithTheExpectedEdgeCases() throws IOException {
        final Map<String, String> golden = Golden.json(Golden.directory().resolve("perf/_edge_cases.json"));
        int cases = 0;
        while (golden.containsKey("trade_cases/" + cases + "/name")) {
            final String prefix = "trade_cases/" + cases + "/";
            final TradeStatistics actual = new TradeStatistics(ResultSink.NONE);
            for (int i = 0; golden.containsKey(prefix + "pnl/" + i); i++) {
                actual.ended(trade(Money.parse(golden.get(prefix + "pnl/" + i)), 1));
            }

            assertThat(actual.count()).isEqualTo(Long.parseLong(golden.get(prefix + "expected/trades")));
            assertClose(actual.winRate(), golden.get(prefix + "expected/win_rate"));
            assertClose(actual.profitFactor(), golden.get(prefix + "expected/profit_factor_money"));
            assertClose(actual.averageBarsHeld(), golden.get(prefix + "expected/avg_hold_bars"));
            cases++;
        }
        assertThat(cases).isGreaterThan(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"goog_sma10_30", "pairs_bch_doge_1h"})
    void shouldAgreeWithTheExpectedMetrics(final String name) throws IOException {
        final Path golden = Golden.directory();
        final Map<String, String> expected = Golden.json(golden.resolve("perf/" + name + ".json"));
        final List<String> lines = Golden.lines(golden.resolve("inputs/trades/" + name + ".csv"));
        final TradeStatistics actual = new TradeStatistics(ResultSink.NONE);
        for (final String line : lines.subList(1, lines.size())) {
            final String[] fields = line.split(",");
            final long pnl = new BigDecimal(fields[9]).movePointRight(8).longValue();
            actual.ended(trade(pnl, Long.parseLong(fields[1]) - Long.parseLong(fields[0])));
        }

        assertThat(actual.wins()).isEqualTo(Long.parseLong(expected.get("trade_metrics/wins")));
        assertThat(actual.losses()).isEqualTo(Long.parseLong(expected.get("trade_metrics/losses")));
        assertClose(actual.winRate(), expected.get("trade_metrics/win_rate"));
        assertClose(actual.profitFactor(), expected.get("trade_metrics/profit_factor_money"));
        assertClose(actual.averageBarsHeld(), expected.get("trade_metrics/avg_hold_bars"));
    }

    @Test
    void shouldSplitAFillThatTurnsThePositionOver() {
        final List<Trade> ended = new ArrayList<>();
        final TradeStatistics statistics = new TradeStatistics(collector(ended));
        final Instrument instrument = new Instrument(TestMarket.BTC);
        final RoundTrip roundTrip = new RoundTrip(1, instrument);
        final long one = 100_000;

        final TestOrders orders = new TestOrders(instrument);
        roundTrip.fill(orders.of(2 * one), 100_00, 2 * one, Money.parse("0.2"), 10, 3, statistics);
        roundTrip.fill(orders.of(one), 130_00, one, Money.parse("0.1"), 20, 4, statistics);
        final Order target = orders.of(OrderPurpose.TARGET, -4 * one);
        roundTrip.fill(target, 120_00, 4 * one, Money.parse("0.4"), 30, 9, statistics);
        final Order stop = orders.of(OrderPurpose.HARD_STOP, one);
        roundTrip.fill(stop, 110_00, one, Money.parse("0.1"), 40, 10, statistics);

        assertThat(ended).hasSize(2);
        final Trade first = ended.get(0);
        assertThat(first.side()).isEqualTo(Side.BUY);
        assertThat(first.quantity()).isEqualTo(3 * one);
        assertThat(first.entryPrice()).isEqualTo(110_00);
        assertThat(first.exitPrice()).isEqualTo(120_00);
        assertThat(first.fees()).isEqualTo(Money.parse("0.6"));
        assertThat(first.pnl()).isEqualTo(Money.parse("29.4"));
        assertThat(first.barsHeld()).isEqualTo(6);
        assertThat(first.holdNs()).isEqualTo(20);
        assertThat(first.entryReason()).isEqualTo("STRATEGY");
        assertThat(first.exitReason()).isEqualTo("TARGET");
        final Trade second = ended.get(1);
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.side()).isEqualTo(Side.SELL);
        assertThat(second.quantity()).isEqualTo(one);
        assertThat(second.pnl()).isEqualTo(Money.parse("9.8"));
        assertThat(second.entryTimeNs()).isEqualTo(30);
        assertThat(second.entryReason()).isEqualTo("TARGET");
        assertThat(second.exitReason()).isEqualTo("HARD_STOP");
        assertThat(roundTrip.isFlat()).isTrue();
    }

    @Test
    void shouldMarkWhatIsStillOpenAtTheLastPrice() {
        final Instrument instrument = new Instrument(TestMarket.BTC);
        instrument.onTrade(150_00, 0);
        final TestOrders orders = new TestOrders(instrument);
        final RoundTrip roundTrip = new RoundTrip(1, instrument);
        roundTrip.fill(
                orders.of(-200_000), 120_00, 200_000, Money.parse("0.2"), 10, 0, new TradeStatistics(ResultSink.NONE));
        roundTrip.fill(
                orders.of(100_000), 110_00, 100_000, Money.parse("0.1"), 20, 1, new TradeStatistics(ResultSink.NONE));

        final Trade trade = roundTrip.marked(5, 99, 7);

        assertThat(trade.isOpen()).isTrue();
        assertThat(trade.pnl()).isEqualTo(Money.parse("-20.3"));
        assertThat(trade.exitPrice()).isEqualTo(130_00);
        assertThat(trade.barsHeld()).isEqualTo(7);
        assertThat(roundTrip.marked(5, 99, 7)).isEqualTo(trade);
    }

    /** Keeps trades. */
    static ResultSink collector(final List<Trade> trades) {
        return new ResultSink() {
            @Override
            public void onEquity(
                    final long timeNs, final long equity, final long cash, final long exposure, final double drawdown) {
                // not of interest
            }

            @Override
            public void onTrade(final Trade trade) {
                trades.add(trade);
            }

            @Override
            public void onOrder(final Order order, final String symbol, final long timeNs) {
                // not of interest
            }
        };
    }
}
