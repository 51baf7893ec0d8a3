package reprise.simulation.results;

import static reprise.simulation.results.Figures.UNDEFINED;
import static reprise.simulation.results.Figures.count;
import static reprise.simulation.results.Figures.duration;
import static reprise.simulation.results.Figures.money;
import static reprise.simulation.results.Figures.percent;
import static reprise.simulation.results.Figures.ratio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import reprise.number.Money;
import reprise.research.performance.Drawdown;
import reprise.research.performance.MonthReturn;
import reprise.research.performance.Performance;
import reprise.research.performance.ReturnStatistics;
import reprise.research.performance.SharpeInference;
import reprise.research.performance.TradeOutcomes;
import reprise.research.performance.ValueAtRisk;

/** Renders every measure of a run, trades by what they have in common, and how all that was taken. */
public final class MetricsTable {
    private static final int LABEL_WIDTH = 20;
    private static final int CELL = 14;
    private static final int DRAWDOWNS = 5;
    private static final int TEXT_WIDTH = 110;
    private static final int MONTHS_PER_YEAR = 12;
    private static final int MONTH_CELL = 8;
    private static final double[] LEVELS = {0.95, 0.99};

    private final RunResult result;
    private final RunMeasures measures;
    private final UtcTime time = new UtcTime();
    private final List<String> lines = new ArrayList<>();

    private MetricsTable(final RunResult result) {
        this.result = result;
        measures = result.statistics().measures();
    }

    /**
     * The whole table.
     *
     * @param result of a run.
     * @return lines, each ended by a line feed.
     */
    public static String render(final RunResult result) {
        return new MetricsTable(result).render();
    }

    private String render() {
        growth(result.statistics().metrics(), measures.daily());
        days(measures.daily());
        belief(measures.daily().inference());
        benchmark(measures.benchmark());
        trades(measures.trades());
        costs(measures.costs());
        drawdowns(measures.daily());
        months();
        breakdown(measures.breakdown().named(result.facts().strategies()));
        section("How these were taken");
        MetricConventions.sentences(result).forEach(this::wrapped);
        return lines.stream().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining());
    }

    private void growth(final Metrics bars, final Performance days) {
        final ReturnStatistics returns = days.returns();
        section("Growth and risk");
        cells("", "per bar", "per day");
        cells("Periods a year", ratio(bars.periodsPerYear()), ratio(returns.periodsPerYear()));
        cells("Volatility, year", percent(bars.annualVolatility()), percent(returns.annualVolatility()));
        cells("Sharpe", ratio(bars.sharpe()), ratio(returns.sharpe()));
        cells("Sortino", ratio(bars.sortino()), ratio(returns.sortino()));
        cells("Calmar", ratio(bars.calmar()), ratio(days.calmar()));
        cells(
                "Max drawdown",
                percent(bars.maxDrawdown()),
                percent(days.drawdowns().maxDepth()));
    }

    private void days(final Performance days) {
        final ReturnStatistics returns = days.returns();
        section("Days");
        row("Days", count(returns.count()) + ", " + percent(returns.positiveShare()) + " of them positive");
        row("Mean, median", percent(returns.moments().mean()) + ", " + percent(returns.median()));
        row("Best, worst", percent(returns.best()) + ", " + percent(returns.worst()));
        row("Omega", ratio(returns.omega()));
        row("Ulcer index", percent(days.drawdowns().ulcer()) + "   growth over it " + ratio(days.martin()));
        row("Average drawdown", percent(days.drawdowns().averageDepth()));
        row(
                "Skew, kurtosis",
                ratio(returns.moments().adjustedSkew()) + ", "
                        + ratio(returns.moments().adjustedExcessKurtosis()));
        for (final double level : LEVELS) {
            final ValueAtRisk risk = days.valueAtRisk(level);
            row(
                    String.format(Locale.ROOT, "VaR %.0f %%, CVaR", 100 * level),
                    percent(risk.historical()) + ", " + percent(risk.historicalTail()) + "   normal "
                            + percent(risk.normal()) + ", " + percent(risk.normalTail()) + "   Cornish-Fisher "
                            + (risk.isCornishFisherValid() ? percent(risk.cornishFisher()) : UNDEFINED));
        }
    }

    private void belief(final SharpeInference inference) {
        section("How far the Sharpe ratio can be believed");
        row("Probabilistic", percent(inference.probabilityAbove(0)));
        final List<String> deflated = new ArrayList<>();
        for (final int trials : RunMeasures.TRIALS) {
            deflated.add(percent(inference.deflated(trials)) + " of " + count(trials));
        }
        row("Deflated, trials", String.join(", ", deflated));
        row("Days needed", ratio(inference.minimumReturns(0, RunMeasures.CONFIDENCE)) + " for 95 %");
    }

    private void benchmark(final Performance benchmark) {
        section("Benchmark: buy and hold");
        row(
                "Total return, CAGR",
                percent(benchmark.curve().totalReturn()) + ", "
                        + percent(benchmark.curve().cagr()));
        row("Sharpe", ratio(benchmark.returns().sharpe()));
        row("Max drawdown", percent(benchmark.drawdowns().maxDepth()));
        row("Alpha, year", percent(measures.comparison().alpha()));
        row(
                "Beta, correlation",
                ratio(measures.comparison().beta()) + ", "
                        + ratio(measures.comparison().correlation()));
        row("Information ratio", ratio(measures.comparison().informationRatio()));
    }

    private void trades(final TradeMeasures trades) {
        final TradeOutcomes outcomes = trades.outcomes();
        section("Trades");
        row(
                "Ended",
                count(outcomes.count()) + ", " + percent(outcomes.winRate()) + " won, at most "
                        + count(outcomes.longestWinStreak()) + " in a row; lost "
                        + count(outcomes.longestLossStreak()) + " in a row");
        row("Expectancy", ratio(outcomes.expectancy()) + ", in average losses " + ratio(outcomes.expectancyPerLoss()));
        row("Average won, lost", ratio(outcomes.averageWin()) + ", " + ratio(outcomes.averageLoss()));
        row("Best, worst", ratio(outcomes.best()) + ", " + ratio(outcomes.worst()));
        row("Profit factor", ratio(outcomes.profitFactor()));
        row("Payoff", ratio(outcomes.payoff()));
        row("SQN", ratio(outcomes.sqn()));
        row("Kelly fraction", ratio(outcomes.kelly()));
        row(
                "Hold",
                duration(result.statistics().metrics().averageHoldNs()) + " on average, "
                        + duration(outcomes.count() == 0 ? Double.NaN : trades.longestHoldNs()) + " at most");
        row("MAE", ratio(trades.averageAdverse()) + " on average, " + money(trades.deepestAdverse()) + " at most");
        row(
                "MFE",
                ratio(trades.averageFavourable()) + " on average, " + money(trades.highestFavourable()) + " at most");
    }

    private void costs(final CostMeasures costs) {
        final RunStatistics statistics = result.statistics();
        final Slippage slippage = costs.slippage();
        section("Costs and exposure");
        row("Fees", money(statistics.fees()) + perTurnover(statistics.fees(), statistics.turnover()));
        row("Slippage", money(slippage.total()) + perTurnover(slippage.total(), statistics.turnover()));
        row(
                "  by orders",
                "market " + money(slippage.market()) + ", stop " + money(slippage.stop()) + ", limit "
                        + money(slippage.limit())
                        + (slippage.unmeasuredFills() == 0
                                ? ""
                                : "; " + count(slippage.unmeasuredFills()) + " fills not measured"));
        row(
                "Turnover",
                money(statistics.turnover()) + ", " + ratio(costs.turnoverPerYear()) + " times the account a year");
        row("Time in the market", percent(statistics.metrics().exposure()) + " of bar times");
        row(
                "Positions / equity",
                percent(costs.averageExposure()) + " on average, " + percent(costs.largestExposure()) + " at most");
    }

    private static String perTurnover(final long amount, final long turnover) {
        return turnover == 0 ? "" : ", " + ratio(1e4 * amount / turnover) + " bp of turnover";
    }

    private void drawdowns(final Performance days) {
        final List<Drawdown> worst = days.drawdowns().top(DRAWDOWNS);
        if (worst.isEmpty()) {
            return;
        }
        section("Deepest drawdowns, by days");
        cells("", "depth", "days", "from", "lowest", "recovered");
        for (int i = 0; i < worst.size(); i++) {
            final Drawdown each = worst.get(i);
            cells(
                    String.valueOf(i + 1),
                    percent(each.depth()),
                    String.format(Locale.ROOT, "%,.1f", each.days()),
                    day(each.peakNs()),
                    day(each.valleyNs()),
                    each.isRecovered() ? day(each.endNs()) : "no");
        }
    }

    /** A day ends at its midnight, which is written as the next day. */
    private String day(final long endNs) {
        return time.of(endNs - 1).substring(0, "2024-01-01".length());
    }

    private void months() {
        final List<MonthReturn> months = measures.months();
        if (months.isEmpty()) {
            return;
        }
        section("Months, %");
        final StringBuilder header = new StringBuilder("  year");
        for (int month = 1; month <= MONTHS_PER_YEAR; month++) {
            header.append(right(String.valueOf(month), MONTH_CELL));
        }
        lines.add(header.append(right("year", MONTH_CELL + 1)).toString());
        months.stream().map(month -> month.month().getYear()).distinct().forEach(year -> lines.add(year(year, months)));
    }

    private static String year(final int year, final List<MonthReturn> months) {
        final String[] cells = new String[MONTHS_PER_YEAR];
        Arrays.fill(cells, "");
        double growth = 1;
        for (final MonthReturn each : months) {
            if (each.month().getYear() == year) {
                cells[each.month().getMonthValue() - 1] = hundredths(each.value());
                growth *= 1 + each.value();
            }
        }
        final StringBuilder line = new StringBuilder("  ").append(year);
        for (final String cell : cells) {
            line.append(right(cell, MONTH_CELL));
        }
        return line.append(right(hundredths(growth - 1), MONTH_CELL + 1)).toString();
    }

    private static String hundredths(final double fraction) {
        return Double.isNaN(fraction) ? UNDEFINED : String.format(Locale.ROOT, "%,.2f", 100 * fraction);
    }

    private void breakdown(final Breakdown breakdown) {
        table("By strategy", breakdown.strategies());
        table("By instrument", breakdown.instruments());
        table("By strategy and instrument", breakdown.strategyInstruments());
        table("By month of exit, UTC", breakdown.months());
        table("By hour of entry, UTC", breakdown.hours());
    }

    private void table(final String title, final List<BreakdownRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        section(title);
        cells("", "trades", "won", "P&L", "fees", "P&L a trade");
        for (final BreakdownRow row : rows) {
            cells(
                    row.name(),
                    count(row.trades()),
                    percent(row.winRate()),
                    money(row.pnl()),
                    money(row.fees()),
                    ratio(Money.toDouble(row.pnl()) / row.trades()));
        }
    }

    private void section(final String name) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(name);
    }

    private void row(final String label, final String value) {
        lines.add("  " + left(label) + value);
    }

    private void cells(final String label, final String... values) {
        final StringBuilder line = new StringBuilder("  ").append(left(label));
        for (final String value : values) {
            line.append(right(value, CELL));
        }
        lines.add(line.toString());
    }

    private static String left(final String text) {
        return text + " ".repeat(Math.max(1, LABEL_WIDTH - text.length()));
    }

    private static String right(final String text, final int width) {
        return " ".repeat(Math.max(1, width - text.length())) + text;
    }

    private void wrapped(final String sentence) {
        StringBuilder line = new StringBuilder("  -");
        for (final String word : sentence.split(" ")) {
            if (line.length() + 1 + word.length() > TEXT_WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder("   ");
            }
            line.append(' ').append(word);
        }
        lines.add(line.toString());
    }
}
