package reprise.simulation.results;

import static reprise.simulation.results.Figures.UNDEFINED;
import static reprise.simulation.results.Figures.count;
import static reprise.simulation.results.Figures.duration;
import static reprise.simulation.results.Figures.money;
import static reprise.simulation.results.Figures.number;
import static reprise.simulation.results.Figures.percent;
import static reprise.simulation.results.Figures.ratio;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import reprise.research.performance.BenchmarkComparison;
import reprise.research.performance.Performance;
import reprise.research.performance.ReturnStatistics;
import reprise.research.performance.SharpeInference;
import reprise.research.performance.TradeOutcomes;
import reprise.research.performance.ValueAtRisk;

/**
 * Every measure of a run as people read it: what {@code --metrics} prints and what the page of the run shows, in one place, so that neither
 * can lack what the other has. Nothing is computed here.
 */
public final class MeasureGroups {
    private static final double[] LEVELS = {0.95, 0.99};

    private final RunStatistics statistics;
    private final Metrics metrics;
    private final RunMeasures measures;
    private final String currency;
    private final LongFunction<String> time;
    private final Map<String, Map<String, String>> groups = new LinkedHashMap<>();
    private Map<String, String> group;

    private MeasureGroups(final RunResult result, final LongFunction<String> time) {
        statistics = result.statistics();
        metrics = statistics.metrics();
        measures = statistics.measures();
        currency = result.facts().currency();
        this.time = time;
    }

    /**
     * All measures.
     *
     * @param result of a run.
     * @param time how moments are written, from nanoseconds since the epoch.
     * @return of each group, by its name, the figures by theirs, in order. Names that begin with blanks belong to the one before.
     */
    public static Map<String, Map<String, String>> of(final RunResult result, final LongFunction<String> time) {
        final MeasureGroups all = new MeasureGroups(result, time);
        all.growth();
        all.risk();
        all.valueAtRisk();
        all.belief(all.measures.daily().inference());
        all.benchmark();
        all.trades();
        all.costs();
        return all.groups;
    }

    private void begin(final String name) {
        group = new LinkedHashMap<>();
        groups.put(name, group);
    }

    private void row(final String name, final String figure) {
        group.put(name, figure);
    }

    private void growth() {
        final ReturnStatistics days = measures.daily().returns();
        begin("Growth");
        row("Equity at start", money(statistics.equityStart()) + " " + currency);
        row("Equity at end", money(statistics.equityFinal()) + " " + currency);
        row("Total return", percent(metrics.totalReturn()));
        row("CAGR", percent(metrics.cagr()));
        row("Days", count(days.count()));
        row("Gaining days", percent(days.positiveShare()));
        row("Best day", percent(days.best()));
        row("Worst day", percent(days.worst()));
        row("Mean day", percent(days.moments().mean()));
        row("Median day", percent(days.median()));
        row("Straightness, R2", ratio(measures.daily().stability()));
    }

    private void risk() {
        final Performance daily = measures.daily();
        final ReturnStatistics days = daily.returns();
        begin("Risk");
        row("Volatility, year, from bars", percent(metrics.annualVolatility()));
        row("Volatility, year, from days", percent(days.annualVolatility()));
        row("Sharpe, from bars", ratio(metrics.sharpe()));
        row("Sharpe, from days", ratio(days.sharpe()));
        row("Sortino, from bars", ratio(metrics.sortino()));
        row("Sortino, from days", ratio(days.sortino()));
        row("Max drawdown, from bars", percent(metrics.maxDrawdown()));
        drawdown(metrics.maxDrawdownSpan());
        row("Max drawdown, from days", percent(daily.drawdowns().maxDepth()));
        row("Average drawdown, from days", percent(daily.drawdowns().averageDepth()));
        row("Calmar, from bars", ratio(metrics.calmar()));
        row("Calmar, from days", ratio(daily.calmar()));
        row("Ulcer index", percent(daily.drawdowns().ulcer()));
        row("Martin ratio", ratio(daily.martin()));
        row("Omega", ratio(days.omega()));
        row("Skew", ratio(days.moments().adjustedSkew()));
        row("Excess kurtosis", ratio(days.moments().adjustedExcessKurtosis()));
        row("Tail ratio", ratio(days.tailRatio()));
        row("Bars a year", number(metrics.periodsPerYear()));
        row("  that came", number(BarDensity.of(statistics).perYear()));
        row("Days a year", number(days.periodsPerYear()));
    }

    private void drawdown(final DrawdownSpan span) {
        if (!span.equals(DrawdownSpan.NONE)) {
            row("  its peak", time.apply(span.startNs()));
            row("  its valley", time.apply(span.troughNs()));
            row("  recovered", span.isRecovered() ? time.apply(span.endNs()) : "not yet");
            row("  lasted", duration(span.lengthNs(statistics.lastTimeNs())) + (span.isRecovered() ? "" : " so far"));
        }
    }

    private void valueAtRisk() {
        begin("Value at risk, one day");
        for (final double level : LEVELS) {
            final ValueAtRisk risk = measures.daily().valueAtRisk(level);
            final String at = String.format(Locale.ROOT, "VaR %.0f %%", 100 * level);
            row(at, percent(risk.historical()));
            row("C" + at, percent(risk.historicalTail()));
            row(at + ", normal", percent(risk.normal()));
            row("C" + at + ", normal", percent(risk.normalTail()));
            row(at + ", Cornish-Fisher", risk.isCornishFisherValid() ? percent(risk.cornishFisher()) : UNDEFINED);
        }
    }

    private void belief(final SharpeInference inference) {
        begin("Skill or luck");
        row("Sharpe of one day", ratio(inference.sharpe()));
        row("  its standard error", ratio(inference.standardError()));
        row("Probability of Sharpe > 0", percent(inference.probabilityAbove(0)));
        for (final int trials : RunMeasures.TRIALS) {
            row("  the best of " + count(trials) + " trials", percent(inference.deflated(trials)));
        }
        final double needed = inference.minimumReturns(0, RunMeasures.CONFIDENCE);
        row(
                "Days needed for 95 %",
                Double.isNaN(needed)
                        ? UNDEFINED
                        : count((long) Math.ceil(needed)) + ", there are " + count(inference.count()));
    }

    private void benchmark() {
        final Performance held = measures.benchmark();
        final BenchmarkComparison comparison = measures.comparison();
        begin("Beside buy and hold");
        row("Its total return", percent(held.curve().totalReturn()));
        row("Its CAGR", percent(held.curve().cagr()));
        row("Its volatility, year", percent(held.returns().annualVolatility()));
        row("Its Sharpe, from days", ratio(held.returns().sharpe()));
        row("Its max drawdown, from days", percent(held.drawdowns().maxDepth()));
        row("Alpha, year", percent(comparison.alpha()));
        row("Beta", ratio(comparison.beta()));
        row("Correlation", ratio(comparison.correlation()));
        row("Tracking error, year", percent(comparison.trackingError()));
        row("Information ratio", ratio(comparison.informationRatio()));
    }

    private void trades() {
        final TradeMeasures trades = measures.trades();
        final TradeOutcomes outcomes = trades.outcomes();
        begin("Trades");
        row("Ended", count(statistics.trades()));
        row("Won / lost", count(statistics.wins()) + " / " + count(statistics.losses()));
        row("Open at the end", count(statistics.openTrades().size()));
        row("Win rate", percent(metrics.winRate()));
        row("Profit factor", ratio(metrics.profitFactor()));
        row("Gross profit", money(statistics.grossProfit()));
        row("Gross loss", money(statistics.grossLoss()));
        row("Expectancy", ratio(outcomes.expectancy()));
        row("  in average losses", ratio(outcomes.expectancyPerLoss()));
        row("Average win / loss", ratio(outcomes.averageWin()) + " / " + ratio(outcomes.averageLoss()));
        row("Payoff ratio", ratio(outcomes.payoff()));
        row("Best / worst", ratio(outcomes.best()) + " / " + ratio(outcomes.worst()));
        row(
                "Most in a row, won / lost",
                count(outcomes.longestWinStreak()) + " / " + count(outcomes.longestLossStreak()));
        row("SQN", ratio(outcomes.sqn()));
        row("  of at most 100 trades", ratio(outcomes.sqnOfHundred()));
        row("Kelly fraction", ratio(outcomes.kelly()));
        row("Average hold", duration(metrics.averageHoldNs()));
        row("Longest hold", duration(outcomes.count() == 0 ? Double.NaN : trades.longestHoldNs()));
        row("Average bars held", ratio(metrics.averageBarsHeld()));
        row("Average MAE / MFE", ratio(trades.averageAdverse()) + " / " + ratio(trades.averageFavourable()));
        row("Worst MAE, best MFE", money(trades.deepestAdverse()) + " / " + money(trades.highestFavourable()));
    }

    private void costs() {
        final CostMeasures costs = measures.costs();
        final Slippage slippage = costs.slippage();
        begin("Costs and exposure");
        row("Realised, before fees", money(statistics.realisedPnl()));
        row("Unrealised", money(statistics.unrealisedPnl()));
        row("Fees", money(statistics.fees()) + perTurnover(statistics.fees()));
        row("Slippage, in the prices", money(slippage.total()) + perTurnover(slippage.total()));
        row("  of market orders", money(slippage.market()));
        row("  of stops", money(slippage.stop()));
        row("  of limit orders", money(slippage.limit()));
        row("  fills not measured", count(slippage.unmeasuredFills()));
        row("Turnover", money(statistics.turnover()));
        row("Turnover a year, times equity", ratio(costs.turnoverPerYear()));
        row("Mean equity", ratio(costs.meanEquity()));
        row("Time in the market", percent(metrics.exposure()));
        row("Positions over equity, mean", percent(costs.averageExposure()));
        row("  at most", percent(costs.largestExposure()));
        row("Cash at the end", money(statistics.cash()));
    }

    private String perTurnover(final long amount) {
        return statistics.turnover() == 0 ? "" : ", " + ratio(1e4 * amount / statistics.turnover()) + " bp of turnover";
    }
}
