package reprise.app.output;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reprise.number.Money;
import reprise.research.performance.BenchmarkComparison;
import reprise.research.performance.Drawdown;
import reprise.research.performance.EquityCurve;
import reprise.research.performance.MonthReturn;
import reprise.research.performance.Performance;
import reprise.research.performance.ReturnStatistics;
import reprise.research.performance.SharpeInference;
import reprise.research.performance.TradeOutcomes;
import reprise.research.performance.ValueAtRisk;
import reprise.simulation.results.BarDensity;
import reprise.simulation.results.Breakdown;
import reprise.simulation.results.BreakdownRow;
import reprise.simulation.results.CostMeasures;
import reprise.simulation.results.DrawdownSpan;
import reprise.simulation.results.MetricConventions;
import reprise.simulation.results.Metrics;
import reprise.simulation.results.RunMeasures;
import reprise.simulation.results.RunResult;
import reprise.simulation.results.RunStatistics;
import reprise.simulation.results.TradeMeasures;
import reprise.simulation.results.WholeFile;

/** The measures of a run as JSON: the usual ones first, from bars; then those from days, of trades and of costs, each under its name. */
public final class MetricsJson {
    /** Of the file in the results. */
    public static final String FILE_NAME = "metrics.json";

    private static final int DRAWDOWNS = 10;
    private static final double NS_PER_HOUR = 3.6e12;
    private static final double NS_PER_DAY = 86_400e9;

    private MetricsJson() {}

    /**
     * All measures, without the daily series.
     *
     * @param result of a run.
     * @return fields for {@link Json}.
     */
    public static Map<String, Object> of(final RunResult result) {
        final RunMeasures measures = result.statistics().measures();
        final Map<String, Object> fields = usual(result.statistics().metrics());
        fields.put("barTimesPerYear", BarDensity.of(result.statistics()).perYear());
        fields.put("maxDrawdownSpan", span(result.statistics()));
        fields.put("returnsPer", "bar");
        fields.put("daily", daily(measures.daily()));
        fields.put("drawdowns", drawdowns(measures.daily()));
        fields.put("months", months(measures));
        fields.put("benchmark", benchmark(measures.benchmark(), measures.comparison()));
        fields.put("trades", trades(measures.trades()));
        fields.put("costs", costs(result, measures.costs()));
        fields.put(
                "breakdown", breakdown(measures.breakdown().named(result.facts().strategies())));
        fields.put("conventions", MetricConventions.sentences(result));
        return fields;
    }

    /**
     * Writes metrics.json: all measures and the daily series.
     *
     * @param directory that exists.
     * @param result of a run.
     * @throws java.io.UncheckedIOException if it cannot be written; there is none of a part of it.
     */
    public static void write(final Path directory, final RunResult result) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("runId", result.facts().runId());
        fields.put("currency", result.facts().currency());
        fields.putAll(of(result));
        fields.put("series", series(result.statistics().measures()));
        WholeFile.write(directory.resolve(FILE_NAME), Json.pretty(fields) + "\n");
    }

    private static Map<String, Object> usual(final Metrics metrics) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("totalReturn", metrics.totalReturn());
        fields.put("cagr", metrics.cagr());
        fields.put("annualVolatility", metrics.annualVolatility());
        fields.put("sharpe", metrics.sharpe());
        fields.put("sharpeDaily", metrics.sharpeDaily());
        fields.put("sortino", metrics.sortino());
        fields.put("calmar", metrics.calmar());
        fields.put("maxDrawdown", metrics.maxDrawdown());
        fields.put("winRate", metrics.winRate());
        fields.put("profitFactor", metrics.profitFactor());
        fields.put("exposure", metrics.exposure());
        fields.put("averageBarsHeld", metrics.averageBarsHeld());
        fields.put("periodsPerYear", metrics.periodsPerYear());
        return fields;
    }

    /** Null without a drawdown. */
    private static Map<String, Object> span(final RunStatistics statistics) {
        final DrawdownSpan span = statistics.metrics().maxDrawdownSpan();
        if (span.equals(DrawdownSpan.NONE)) {
            return null;
        }
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("peak", Render.time(span.startNs()));
        fields.put("valley", Render.time(span.troughNs()));
        fields.put("recovered", span.isRecovered() ? Render.time(span.endNs()) : null);
        fields.put("days", span.lengthNs(statistics.lastTimeNs()) / NS_PER_DAY);
        return fields;
    }

    private static Map<String, Object> daily(final Performance days) {
        final ReturnStatistics returns = days.returns();
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("returnsPer", "UTC day");
        fields.put("days", returns.count());
        fields.put("periodsPerYear", returns.periodsPerYear());
        fields.put("mean", returns.moments().mean());
        fields.put("median", returns.median());
        fields.put("best", returns.best());
        fields.put("worst", returns.worst());
        fields.put("positiveShare", returns.positiveShare());
        fields.put("annualVolatility", returns.annualVolatility());
        fields.put("sharpe", returns.sharpe());
        fields.put("sortino", returns.sortino());
        fields.put("calmar", days.calmar());
        fields.put("omega", returns.omega());
        fields.put("maxDrawdown", days.drawdowns().maxDepth());
        fields.put("averageDrawdown", days.drawdowns().averageDepth());
        fields.put("ulcer", days.drawdowns().ulcer());
        fields.put("martin", days.martin());
        fields.put("skew", returns.moments().adjustedSkew());
        fields.put("excessKurtosis", returns.moments().adjustedExcessKurtosis());
        fields.put("tailRatio", returns.tailRatio());
        fields.put("stability", days.stability());
        fields.put("var95", risk(days.valueAtRisk(0.95)));
        fields.put("var99", risk(days.valueAtRisk(0.99)));
        fields.put("inference", inference(days.inference()));
        return fields;
    }

    private static Map<String, Object> risk(final ValueAtRisk risk) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("historical", risk.historical());
        fields.put("historicalCvar", risk.historicalTail());
        fields.put("normal", risk.normal());
        fields.put("normalCvar", risk.normalTail());
        fields.put("cornishFisher", risk.isCornishFisherValid() ? risk.cornishFisher() : Double.NaN);
        return fields;
    }

    private static Map<String, Object> inference(final SharpeInference inference) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("sharpePerDay", inference.sharpe());
        fields.put("standardError", inference.standardError());
        fields.put("probabilisticSharpe", inference.probabilityAbove(0));
        final Map<String, Object> deflated = new LinkedHashMap<>();
        for (final int trials : RunMeasures.TRIALS) {
            deflated.put(String.valueOf(trials), inference.deflated(trials));
        }
        fields.put("deflatedSharpeByTrials", deflated);
        fields.put("minimumDays95", inference.minimumReturns(0, RunMeasures.CONFIDENCE));
        return fields;
    }

    private static List<Object> drawdowns(final Performance days) {
        final List<Object> all = new ArrayList<>();
        for (final Drawdown each : days.drawdowns().top(DRAWDOWNS)) {
            final Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("depth", each.depth());
            fields.put("peak", Render.time(each.peakNs()));
            fields.put("valley", Render.time(each.valleyNs()));
            fields.put("recovered", each.isRecovered() ? Render.time(each.endNs()) : null);
            fields.put("days", each.days());
            all.add(fields);
        }
        return all;
    }

    private static Map<String, Object> months(final RunMeasures measures) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        for (final MonthReturn month : measures.months()) {
            fields.put(month.month().toString(), month.value());
        }
        return fields;
    }

    private static Map<String, Object> benchmark(final Performance benchmark, final BenchmarkComparison comparison) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("totalReturn", benchmark.curve().totalReturn());
        fields.put("cagr", benchmark.curve().cagr());
        fields.put("annualVolatility", benchmark.returns().annualVolatility());
        fields.put("sharpe", benchmark.returns().sharpe());
        fields.put("maxDrawdown", benchmark.drawdowns().maxDepth());
        fields.put("alpha", comparison.alpha());
        fields.put("beta", comparison.beta());
        fields.put("correlation", comparison.correlation());
        fields.put("trackingError", comparison.trackingError());
        fields.put("informationRatio", comparison.informationRatio());
        return fields;
    }

    private static Map<String, Object> trades(final TradeMeasures trades) {
        final TradeOutcomes outcomes = trades.outcomes();
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("ended", outcomes.count());
        fields.put("wins", outcomes.wins());
        fields.put("losses", outcomes.losses());
        fields.put("winRate", outcomes.winRate());
        fields.put("expectancy", outcomes.expectancy());
        fields.put("expectancyPerLoss", outcomes.expectancyPerLoss());
        fields.put("averageWin", outcomes.averageWin());
        fields.put("averageLoss", outcomes.averageLoss());
        fields.put("best", outcomes.best());
        fields.put("worst", outcomes.worst());
        fields.put("profitFactor", outcomes.profitFactor());
        fields.put("payoff", outcomes.payoff());
        fields.put("sqn", outcomes.sqn());
        fields.put("sqnOfHundred", outcomes.sqnOfHundred());
        fields.put("kelly", outcomes.kelly());
        fields.put("longestWinStreak", outcomes.longestWinStreak());
        fields.put("longestLossStreak", outcomes.longestLossStreak());
        fields.put("longestHoldHours", trades.longestHoldNs() / NS_PER_HOUR);
        fields.put("averageMae", trades.averageAdverse());
        fields.put("averageMfe", trades.averageFavourable());
        fields.put("worstMae", money(trades.deepestAdverse()));
        fields.put("bestMfe", money(trades.highestFavourable()));
        return fields;
    }

    private static Map<String, Object> costs(final RunResult result, final CostMeasures costs) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("fees", money(result.statistics().fees()));
        fields.put("slippage", money(costs.slippage().total()));
        fields.put("slippageOfMarketOrders", money(costs.slippage().market()));
        fields.put("slippageOfStops", money(costs.slippage().stop()));
        fields.put("slippageOfLimitOrders", money(costs.slippage().limit()));
        fields.put("fillsWithoutSlippage", costs.slippage().unmeasuredFills());
        fields.put("turnover", money(result.statistics().turnover()));
        fields.put("turnoverPerYear", costs.turnoverPerYear());
        fields.put("meanEquity", costs.meanEquity());
        fields.put("averageExposure", costs.averageExposure());
        fields.put("largestExposure", costs.largestExposure());
        return fields;
    }

    private static Map<String, Object> breakdown(final Breakdown breakdown) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("strategies", rows(breakdown.strategies(), "strategy"));
        fields.put("instruments", rows(breakdown.instruments(), "instrument"));
        fields.put("strategyInstruments", rows(breakdown.strategyInstruments(), "strategy", "instrument"));
        fields.put("months", rows(breakdown.months(), "month"));
        fields.put("hours", rows(breakdown.hours(), "hour"));
        return fields;
    }

    private static List<Object> rows(final List<BreakdownRow> rows, final String... keys) {
        final List<Object> all = new ArrayList<>();
        for (final BreakdownRow row : rows) {
            final Map<String, Object> fields = new LinkedHashMap<>();
            for (int i = 0; i < keys.length; i++) {
                fields.put(keys[i], row.names().get(i));
            }
            fields.put("trades", row.trades());
            fields.put("wins", row.wins());
            fields.put("pnl", money(row.pnl()));
            fields.put("fees", money(row.fees()));
            all.add(fields);
        }
        return all;
    }

    /** Columns, because rows would repeat their names every day. */
    private static Map<String, Object> series(final RunMeasures measures) {
        final EquityCurve equity = measures.daily().curve();
        final double[] rolling = measures.rollingSharpe();
        final List<Object> times = new ArrayList<>();
        final List<Object> values = new ArrayList<>();
        final List<Object> held = new ArrayList<>();
        final List<Object> sharpe = new ArrayList<>();
        for (int i = 0; i < equity.size(); i++) {
            times.add(Render.time(equity.timeNs(i)));
            values.add(equity.equity(i));
            held.add(measures.benchmark().curve().equity(i));
            sharpe.add(i == 0 ? Double.NaN : rolling[i - 1]);
        }
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("rollingDays", measures.rollingDays());
        fields.put("time", times);
        fields.put("equity", values);
        fields.put("benchmark", held);
        fields.put("rollingSharpe", sharpe);
        return fields;
    }

    private static BigDecimal money(final long amount) {
        return BigDecimal.valueOf(amount, Money.DECIMALS);
    }
}
