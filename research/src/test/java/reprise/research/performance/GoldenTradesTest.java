package reprise.research.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static reprise.research.performance.Near.assertNear;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.research.GoldenJson;

/** Trades against reference values, real ones and degenerate ones. */
class GoldenTradesTest {
    private static final double STAKE = 1000;

    /** What the file has of holding times and commissions is a plain mean, maximum and sum of a column, and not of this class. */
    private static final List<String> OF_COLUMNS = List.of("avg_hold_bars", "max_hold_bars", "total_commission");

    private static Map<String, Double> measured(final double[] pnl, final double[] fractions) {
        final TradeOutcomes money = TradeOutcomes.of(pnl);
        final TradeOutcomes shares = TradeOutcomes.of(fractions);
        return Map.ofEntries(
                Map.entry("trades", (double) money.count()),
                Map.entry("wins", (double) money.wins()),
                Map.entry("losses", (double) money.losses()),
                Map.entry("breakeven", (double) (money.count() - money.wins() - money.losses())),
                Map.entry("win_rate", money.winRate()),
                Map.entry("net_pnl", money.net()),
                Map.entry("gross_profit", money.grossProfit()),
                Map.entry("gross_loss", money.grossLoss()),
                Map.entry("profit_factor_money", money.profitFactor()),
                Map.entry("profit_factor_pct_backtestingpy", shares.profitFactor()),
                Map.entry("avg_win", money.averageWin()),
                Map.entry("avg_loss", money.averageLoss()),
                Map.entry("payoff_ratio", money.payoff()),
                Map.entry("expectancy_money", money.expectancy()),
                Map.entry("expectancy_pct", shares.expectancy()),
                Map.entry("expectancy_R", money.expectancyPerLoss()),
                Map.entry("sqn", money.sqn()),
                Map.entry("sqn_tharp_cap100", money.sqnOfHundred()),
                Map.entry("kelly", money.kelly()),
                Map.entry("half_kelly", money.kelly() / 2),
                Map.entry("geometric_mean_trade_pct", TradeOutcomes.geometricMean(fractions)),
                Map.entry("max_consecutive_wins", (double) money.longestWinStreak()),
                Map.entry("max_consecutive_losses", (double) money.longestLossStreak()));
    }

    private static void assertAll(final GoldenJson golden, final String path, final Map<String, Double> measured) {
        for (final String key : golden.below(path)) {
            if (!OF_COLUMNS.contains(key)) {
                assertThat(measured).containsKey(key);
                assertNear(measured.get(key), golden.number(path + "/" + key), path + "/" + key);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"goog_sma10_30", "pairs_bch_doge_1h"})
    void shouldMeasureTrades(final String name) {
        final GoldenJson golden = new GoldenJson("perf/" + name + ".json");
        final List<String[]> rows = GoldenInputs.rows("trades/" + name + ".csv");
        final double[] pnl = GoldenInputs.column(rows, 9);
        final Map<String, Double> measured = measured(pnl, GoldenInputs.column(rows, 10));

        assertThat(golden.below("trade_metrics"))
                .hasSameElementsAs(Stream.concat(measured.keySet().stream(), OF_COLUMNS.stream())
                        .toList());
        assertAll(golden, "trade_metrics", measured);
        assertThat(TradeOutcomes.of(pnl).best())
                .isEqualTo(Arrays.stream(pnl).max().orElseThrow());
        assertThat(TradeOutcomes.of(pnl).worst())
                .isEqualTo(Arrays.stream(pnl).min().orElseThrow());
    }

    @Test
    void shouldLeaveUndefinedWhatDegenerateTradesDoNotSay() {
        final GoldenJson golden = new GoldenJson("perf/_edge_cases.json");
        final List<String> cases = golden.elements("trade_cases", "name");

        assertThat(cases).hasSize(9);
        for (final String path : cases) {
            final double[] pnl = golden.array(path + "/pnl");
            final double[] fractions =
                    Arrays.stream(pnl).map(amount -> amount / STAKE).toArray();
            final Map<String, Double> measured = measured(pnl, fractions);
            assertAll(golden, path + "/expected", measured);
            if (pnl.length > 0) {
                // What the reference leaves out is undefined, but for -1 average losses where all lost.
                measured.forEach((key, value) -> {
                    if (!golden.has(path + "/expected/" + key) && !(key.equals("expectancy_R") && value == -1)) {
                        assertThat(value)
                                .as(golden.text(path + "/name") + ": " + key)
                                .isNaN();
                    }
                });
            }
        }
    }

    @Test
    void shouldBeUndefinedWithoutTrades() {
        final TradeOutcomes none = TradeOutcomes.of(new double[0]);

        assertThat(none.count()).isZero();
        assertThat(none.net()).isZero();
        assertThat(List.of(none.winRate(), none.expectancy(), none.best(), none.sqn(), none.profitFactor()))
                .containsOnly(Double.NaN);
    }

    @Test
    void shouldTakeRoundingForNoDeviation() {
        assertThat(TradeOutcomes.of(new double[] {0.1, Math.nextUp(0.1), 0.1}).sqn())
                .isNaN();
    }

    @Test
    void shouldCountTharpsHundredTradesAtMost() {
        final double[] pnl = new double[400];
        Arrays.setAll(pnl, i -> i % 2 == 0 ? 3 : -1);
        final TradeOutcomes trades = TradeOutcomes.of(pnl);

        assertNear(trades.sqnOfHundred(), trades.sqn() / 2, "quality of a hundred trades");
    }
}
