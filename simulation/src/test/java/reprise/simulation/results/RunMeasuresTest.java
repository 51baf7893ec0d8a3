package reprise.simulation.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reprise.number.Money;
import reprise.research.performance.EquityCurve;
import reprise.research.performance.ReturnStatistics;
import reprise.research.performance.TradeOutcomes;
import reprise.simulation.BarList;
import reprise.simulation.PatientTrader;
import reprise.simulation.RandomTrader;
import reprise.simulation.TestMarket;
import reprise.simulation.backtest.InstrumentBars;
import reprise.strategy.Strategy;

/** The full measures of runs: by hand of a small one, and of a long one again from the files that it left. */
class RunMeasuresTest {
    @TempDir
    private Path directory;

    private RunResult run(final List<Strategy> strategies, final List<InstrumentBars> bars) {
        return MeasuredRun.in(directory, strategies, bars);
    }

    /** Buys at 1000, sells at 1100, buys again at 1200 and is left with that at 1300; decides at 1050, 1150 and 1250. */
    private RunResult smallRun() {
        final BarList bars = new BarList(TestMarket.MINUTE_NS);
        for (int i = 0; i < 7; i++) {
            final long open = 900_00 + i * 50_00;
            bars.bar(
                    TestMarket.START_NS + i * TestMarket.MINUTE_NS,
                    open,
                    open + 100_00,
                    open - 20_00,
                    open + 100_00,
                    1_000_000);
        }
        return run(List.of(new PatientTrader("BTCUSDT", 2)), List.of(new InstrumentBars(0, bars)));
    }

    private RunResult longRun() {
        return run(
                List.of(
                        new RandomTrader(4, List.of("BTCUSDT", "DOGEUSDT"), 5_000),
                        new RandomTrader(5, List.of("BTCUSDT"), 5_000)),
                TestMarket.bars(4, 2 * 1440 + 300));
    }

    private List<String[]> rows(final String file) throws IOException {
        return Files.readAllLines(directory.resolve(file)).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static long money(final double value) {
        return Math.round(value * Money.ONE);
    }

    @Test
    void shouldMeasureWhatDecisionsLostToTheMarket() {
        final CostMeasures costs = smallRun().statistics().measures().costs();

        // 0.01 BTC: bought 50 below the price that was seen, sold 50 below it, bought 50 below it.
        assertThat(costs.slippage()).isEqualTo(new Slippage(Money.parse("-0.5"), 0, 0, 0));
        assertThat(costs.averageExposure()).isCloseTo((11.0 + 11.5 + 13) / 7 / 100_000, within(1e-8));
        assertThat(costs.largestExposure()).isCloseTo(13 / 100_001.967, within(1e-15));
    }

    @Test
    void shouldMeasureHowFarATradeWentBothWays() {
        final RunStatistics statistics = smallRun().statistics();

        // In at 1000 in a bar from 980 to 1100, one bar from 1030 to 1150, out at 1100.
        assertThat(statistics.measures().trades().deepestAdverse()).isEqualTo(Money.parse("-0.2"));
        assertThat(statistics.measures().trades().highestFavourable()).isEqualTo(Money.parse("1.5"));
        assertThat(statistics.openTrades().get(0).adverse()).isEqualTo(Money.parse("-0.2"));
        assertThat(statistics.openTrades().get(0).favourable()).isEqualTo(Money.parse("1"));
    }

    @Test
    void shouldHoldTheBenchmarkFromItsFirstClose() {
        final RunMeasures measures = smallRun().statistics().measures();

        // Three instruments, one of them with bars: from 1000 to 1300.
        assertThat(measures.benchmark().curve().totalReturn()).isCloseTo(0.3 / 3, within(1e-12));
        assertThat(measures.daily().returns().count()).isEqualTo(1);
    }

    @Test
    void shouldBreakTradesDown() {
        final Breakdown breakdown =
                smallRun().statistics().measures().breakdown().named(List.of("patient"));
        final BreakdownRow all = new BreakdownRow(List.of(), 1, 1, Money.parse("0.979"), Money.parse("0.021"));

        assertThat(breakdown.strategies()).containsExactly(all.named(List.of("patient")));
        assertThat(breakdown.instruments()).containsExactly(all.named(List.of("BTCUSDT")));
        assertThat(breakdown.months()).containsExactly(all.named(List.of("2024-01")));
        assertThat(breakdown.hours()).containsExactly(all.named(List.of("00:00")));
        assertThat(breakdown.strategyInstruments()).as("the whole again").isEmpty();
    }

    @Test
    void shouldMeasureTradesAsTheFileHasThem() throws IOException {
        final RunMeasures measures = longRun().statistics().measures();
        final List<String[]> ended = rows("trades.csv").stream()
                .filter(row -> row[12].equals("false"))
                .toList();
        final double[] pnl =
                ended.stream().mapToDouble(row -> Double.parseDouble(row[9])).toArray();

        assertThat(ended).hasSizeGreaterThan(100);
        assertThat(measures.trades().outcomes()).isEqualTo(TradeOutcomes.of(pnl));
        assertThat(measures.trades().averageAdverse())
                .isCloseTo(
                        ended.stream()
                                .mapToDouble(row -> Double.parseDouble(row[15]))
                                .average()
                                .orElseThrow(),
                        within(1e-9));
        assertThat(measures.trades().highestFavourable())
                .isEqualTo(money(ended.stream()
                        .mapToDouble(row -> Double.parseDouble(row[16]))
                        .max()
                        .orElseThrow()));
        assertThat(ended).allSatisfy(row -> {
            // Without its fees a trade cannot have ended better or worse than it ever was.
            final double gross = Double.parseDouble(row[9]) + Double.parseDouble(row[10]);
            assertThat(gross).isBetween(Double.parseDouble(row[15]) - 1e-7, Double.parseDouble(row[16]) + 1e-7);
        });
    }

    @Test
    void shouldBreakTradesDownAsTheFileHasThem() throws IOException {
        final Breakdown breakdown = longRun().statistics().measures().breakdown();
        final List<String[]> ended = rows("trades.csv").stream()
                .filter(row -> row[12].equals("false"))
                .toList();

        assertThat(sums(breakdown.strategies())).isEqualTo(sums(ended, 1, 0, 1)).hasSize(2);
        assertThat(sums(breakdown.instruments()))
                .isEqualTo(sums(ended, 2, 0, 9))
                .hasSize(2);
        assertThat(sums(breakdown.strategyInstruments()))
                .isEqualTo(ended.stream()
                        .collect(Collectors.toMap(
                                row -> row[1] + " " + row[2],
                                row -> money(Double.parseDouble(row[9])),
                                Long::sum,
                                TreeMap::new)))
                .hasSize(3);
        assertThat(sums(breakdown.months())).isEqualTo(sums(ended, 7, 0, 7));
        assertThat(sums(breakdown.hours())).isEqualTo(sums(ended, 5, 11, 13)).hasSizeGreaterThan(12);
    }

    private Breakdown breakdown(final List<String> ofFirst, final List<String> ofSecond) {
        return run(
                        List.of(new RandomTrader(4, ofFirst, 50), new RandomTrader(5, ofSecond, 50)),
                        TestMarket.bars(4, 1440))
                .statistics()
                .measures()
                .breakdown()
                .named(List.of("first", "second"));
    }

    private static BreakdownRow sum(final String name, final List<BreakdownRow> rows, final int part) {
        final List<BreakdownRow> parts = rows.stream()
                .filter(row -> part < 0 || row.names().get(part).equals(name))
                .toList();
        return new BreakdownRow(
                List.of(name),
                parts.stream().mapToLong(BreakdownRow::trades).sum(),
                parts.stream().mapToLong(BreakdownRow::wins).sum(),
                parts.stream().mapToLong(BreakdownRow::pnl).sum(),
                parts.stream().mapToLong(BreakdownRow::fees).sum());
    }

    @Test
    void shouldBreakStrategiesDownByInstrumentsSoThatThePartsAreTheWhole() {
        final List<String> both = List.of("BTCUSDT", "ETHUSDT");
        final Breakdown breakdown = breakdown(both, both);
        final List<BreakdownRow> parts = breakdown.strategyInstruments();

        assertThat(parts.stream().map(BreakdownRow::name))
                .containsExactly("first BTCUSDT", "first ETHUSDT", "second BTCUSDT", "second ETHUSDT");
        assertThat(parts).allMatch(row -> row.trades() > 1 && row.pnl() != 0 && row.fees() > 0);
        assertThat(breakdown.strategies())
                .hasSize(2)
                .allSatisfy(row -> assertThat(sum(row.name(), parts, 0)).isEqualTo(row));
        assertThat(breakdown.instruments())
                .hasSize(2)
                .allSatisfy(row -> assertThat(sum(row.name(), parts, 1)).isEqualTo(row));
        assertThat(sum("all", parts, -1)).isEqualTo(sum("all", breakdown.hours(), -1));
    }

    @Test
    void shouldNotRepeatTheTableOfStrategiesOrOfInstruments() {
        final List<String> both = List.of("BTCUSDT", "ETHUSDT");

        final Breakdown oneInstrument = breakdown(both.subList(0, 1), both.subList(0, 1));
        assertThat(oneInstrument.strategies()).hasSize(2);
        assertThat(oneInstrument.strategyInstruments()).isEmpty();
        final Breakdown oneStrategy = breakdown(both, List.of());
        assertThat(oneStrategy.instruments()).hasSize(2);
        assertThat(oneStrategy.strategyInstruments()).isEmpty();
    }

    /** Result by name. */
    private static Map<String, Long> sums(final List<BreakdownRow> rows) {
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> row.name().replace(":00", ""), BreakdownRow::pnl, Long::sum, TreeMap::new));
    }

    private static Map<String, Long> sums(final List<String[]> trades, final int column, final int from, final int to) {
        return trades.stream()
                .collect(Collectors.toMap(
                        row -> row[column].substring(from, Math.min(to, row[column].length())),
                        row -> money(Double.parseDouble(row[9])),
                        Long::sum,
                        TreeMap::new));
    }

    @Test
    void shouldKeepTheEquityOfEachDay() throws IOException {
        final EquityCurve daily = longRun().statistics().measures().daily().curve();
        final Map<String, Double> lastOfDay = new TreeMap<>();
        final UtcTime time = new UtcTime();
        rows("equity.csv")
                .forEach(row -> lastOfDay.put(
                        // A bar that closes at midnight belongs to the day before.
                        row[0].endsWith("T00:00:00Z") ? row[0] : row[0].substring(0, "2024-01-01".length()),
                        Double.parseDouble(row[1])));

        assertThat(daily.size()).isEqualTo(1 + 3);
        for (int i = 0; i < daily.size(); i++) {
            final String at = time.of(daily.timeNs(i));
            final String key = at.endsWith("T00:00:00Z") ? at : at.substring(0, "2024-01-01".length());
            assertThat(daily.equity(i)).as(at).isEqualTo(lastOfDay.get(key));
        }
    }

    @Test
    void shouldShowNoReturnAYearOfAShortRunAndSayWhy() {
        final RunResult result = longRun();

        assertThat(MetricsTable.render(result).lines())
                .anyMatch(line -> line.matches("  Calmar, from bars +-"))
                .anyMatch(line -> line.matches("  Calmar, from days +-"))
                .anyMatch(line -> line.matches("  Martin ratio +-"))
                .anyMatch(line -> line.matches("  Its CAGR +-"))
                .anyMatch(line -> line.matches("  Alpha, year +-"))
                .anyMatch(line -> line.matches("  Sharpe, from bars +-?[0-9.]+"))
                .anyMatch(line -> line.matches("  Sharpe, from days +-?[0-9.]+"));
        assertThat(MetricConventions.sentences(result))
                .anyMatch(sentence -> sentence.contains("is given of 30 days or more and undefined of fewer"));
        assertThat(ResultTable.render(result).lines())
                .contains("  CAGR              -   none of less than 30 days", "  Calmar            -");
    }

    @Test
    void shouldSayThatStrategiesHaveOpenPositionsAndABreakdownHasNot() {
        final RunResult result = longRun();

        assertThat(ResultTable.render(result)).contains("\nStrategies, with open positions, Sharpe of daily P&L\n");
        assertThat(MetricsTable.render(result)).contains("\nBy strategy, ended trades\n");
        assertThat(MetricConventions.sentences(result)).contains(MetricConventions.OF_STRATEGIES);
    }

    /** The moments that are shown are not those in the formulas, and somebody who checks these must know. */
    @Test
    void shouldSayThatFormulasTakeUncorrectedMoments() {
        final RunResult result = longRun();
        final ReturnStatistics days = result.statistics().measures().daily().returns();

        assertThat(days.moments().adjustedSkew()).isNotEqualTo(days.moments().skew());
        assertThat(result.statistics().measures().daily().inference().skew())
                .isEqualTo(days.moments().skew());
        assertThat(MetricConventions.sentences(result))
                .anyMatch(sentence -> sentence.contains("probabilistic Sharpe ratio take them uncorrected"));
    }

    @Test
    void shouldWriteDaysWithoutAFractionWhereThereIsNone() {
        final RunResult result = longRun();
        final double days = result.statistics()
                .measures()
                .daily()
                .drawdowns()
                .deepest()
                .orElseThrow()
                .days();

        assertThat(MetricsTable.render(result).lines())
                .anyMatch(line -> line.matches("  1 +-[0-9.]+ % +" + Figures.number(days) + " +20[0-9]{2}-.*"));
        assertThat(Figures.number(118)).isEqualTo("118");
        assertThat(Figures.number(1_234.5)).isEqualTo("1,234.50");
        assertThat(Figures.number(Double.NaN)).isEqualTo("-");
    }

    @Test
    void shouldRenderEveryMeasureWithoutTrailingBlanksAndWithDashesForWhatIsUndefined() {
        final String table = MetricsTable.render(longRun());

        assertThat(table.lines()).noneMatch(line -> line.endsWith(" ") || line.contains("NaN") || line.length() > 120);
        assertThat(table)
                .contains(
                        "Growth\n",
                        "Beside buy and hold\n",
                        "By hour of entry, UTC, ended trades\n",
                        "  Average MAE / MFE  ")
                .containsPattern("By strategy and instrument, ended trades\n.*\n  RandomTrader BTCUSDT +[0-9]+ ")
                .contains("525,600 bars of 1 min and 365 days: 365 days around the clock.");
        assertThat(MetricsTable.render(run(List.of(new PatientTrader("BTCUSDT", 2)), List.of()))
                        .lines())
                .noneMatch(line -> line.contains("NaN") || line.contains("Infinity"))
                .anyMatch(line -> line.matches("  Omega +-"));
    }
}
