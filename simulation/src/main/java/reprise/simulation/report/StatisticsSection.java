package reprise.simulation.report;

import static reprise.simulation.results.Figures.UNDEFINED;
import static reprise.simulation.results.Figures.count;
import static reprise.simulation.results.Figures.duration;
import static reprise.simulation.results.Figures.money;
import static reprise.simulation.results.Figures.percent;
import static reprise.simulation.results.Figures.ratio;

import java.util.Map;
import java.util.stream.Collectors;
import reprise.order.RejectReason;
import reprise.research.performance.BenchmarkComparison;
import reprise.research.performance.Performance;
import reprise.research.performance.ReturnStatistics;
import reprise.research.performance.SharpeInference;
import reprise.research.performance.TradeOutcomes;
import reprise.research.performance.ValueAtRisk;
import reprise.simulation.results.CostMeasures;
import reprise.simulation.results.DrawdownSpan;
import reprise.simulation.results.Metrics;
import reprise.simulation.results.OrderCounts;
import reprise.simulation.results.PairStatistics;
import reprise.simulation.results.RunMeasures;
import reprise.simulation.results.RunResult;
import reprise.simulation.results.RunStatistics;
import reprise.simulation.results.TradeMeasures;

/** All figures of a run, in groups. Nothing is computed here. */
final class StatisticsSection {
    private static final double TAIL_LEVEL = 0.95;

    private final Html html = new Html();
    private final PageTime time = new PageTime();
    private final RunStatistics statistics;
    private final Metrics metrics;
    private final RunMeasures measures;
    private final String currency;

    private StatisticsSection(final RunResult result) {
        statistics = result.statistics();
        metrics = statistics.metrics();
        measures = statistics.measures();
        currency = result.facts().currency();
    }

    /** Lists of names and figures. */
    static String of(final RunResult result) {
        final StatisticsSection section = new StatisticsSection(result);
        section.growth();
        section.risk();
        section.belief();
        section.benchmark();
        section.trades();
        section.orders(result.statistics().orders());
        section.costs();
        if (result.statistics().pairs() != null) {
            section.pairs(result.statistics().pairs());
        }
        return section.html.toString();
    }

    private void begin(final String title) {
        html.raw("<section class=\"group\">").element("h3", title).raw("<dl>");
    }

    private void end() {
        html.raw("</dl></section>\n");
    }

    private void row(final String name, final String figure) {
        html.raw("<div>").element("dt", name).element("dd", figure).raw("</div>");
    }

    private void growth() {
        final ReturnStatistics days = measures.daily().returns();
        begin("Growth");
        row("Equity at start", money(statistics.equityStart()) + " " + currency);
        row("Equity at end", money(statistics.equityFinal()) + " " + currency);
        row("Total return", percent(metrics.totalReturn()));
        row("CAGR", percent(metrics.cagr()));
        row("Best day", percent(days.best()));
        row("Worst day", percent(days.worst()));
        row("Mean day", percent(days.moments().mean()));
        row("Median day", percent(days.median()));
        row("Gaining days", percent(days.positiveShare()));
        row("Straightness, R²", ratio(measures.daily().stability()));
        end();
    }

    private void risk() {
        final Performance days = measures.daily();
        final ValueAtRisk tail = days.valueAtRisk(TAIL_LEVEL);
        begin("Risk");
        row("Volatility, year, from bars", percent(metrics.annualVolatility()));
        row("Volatility, year, from days", percent(days.returns().annualVolatility()));
        row("Max drawdown", percent(metrics.maxDrawdown()));
        drawdown(metrics.maxDrawdownSpan());
        row("Sharpe, from bars", ratio(metrics.sharpe()));
        row("Sharpe, from days", ratio(metrics.sharpeDaily()));
        row("Sortino, from bars", ratio(metrics.sortino()));
        row("Sortino, from days", ratio(days.returns().sortino()));
        row("Calmar", ratio(metrics.calmar()));
        row("Omega", ratio(days.returns().omega()));
        row("Ulcer index", percent(days.drawdowns().ulcer()));
        row("VaR 95 %, one day", percent(tail.historical()));
        row("CVaR 95 %, one day", percent(tail.historicalTail()));
        row("Skew", ratio(days.returns().moments().adjustedSkew()));
        row("Excess kurtosis", ratio(days.returns().moments().adjustedExcessKurtosis()));
        end();
    }

    private void drawdown(final DrawdownSpan span) {
        if (!span.equals(DrawdownSpan.NONE)) {
            row("  its peak", time.of(span.startNs()));
            row("  its valley", time.of(span.troughNs()));
            row("  recovered", span.isRecovered() ? time.of(span.endNs()) : "not yet");
        }
    }

    private void belief() {
        final SharpeInference inference = measures.daily().inference();
        begin("Skill or luck");
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
        end();
    }

    private void benchmark() {
        final BenchmarkComparison comparison = measures.comparison();
        begin("Beside buy and hold");
        row("Its total return", percent(measures.benchmark().curve().totalReturn()));
        row("Its Sharpe, from days", ratio(measures.benchmark().returns().sharpe()));
        row("Its max drawdown", percent(measures.benchmark().drawdowns().maxDepth()));
        row("Alpha, year", percent(comparison.alpha()));
        row("Beta", ratio(comparison.beta()));
        row("Correlation", ratio(comparison.correlation()));
        row("Information ratio", ratio(comparison.informationRatio()));
        end();
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
        row("Average win / loss", ratio(outcomes.averageWin()) + " / " + ratio(outcomes.averageLoss()));
        row("Best / worst", ratio(outcomes.best()) + " / " + ratio(outcomes.worst()));
        row(
                "Most in a row, won / lost",
                count(outcomes.longestWinStreak()) + " / " + count(outcomes.longestLossStreak()));
        row("SQN", ratio(outcomes.sqn()));
        row("Kelly fraction", ratio(outcomes.kelly()));
        row("Average hold", duration(metrics.averageHoldNs()));
        row("Average bars held", ratio(metrics.averageBarsHeld()));
        row("Average MAE / MFE", ratio(trades.averageAdverse()) + " / " + ratio(trades.averageFavourable()));
        row("Worst MAE, best MFE", money(trades.deepestAdverse()) + " / " + money(trades.highestFavourable()));
        end();
    }

    private void orders(final OrderCounts orders) {
        begin("Orders");
        row("Submitted", count(orders.submitted()));
        row("Fills", count(orders.fills()));
        row("Filled", count(orders.filled()));
        row("Cancelled", count(orders.cancelled()));
        row("Expired", count(orders.expired()));
        row("Rejected by the venue", count(orders.rejected()));
        reasons(orders.rejections());
        row("Refused by our gate", count(orders.refused()));
        reasons(orders.refusals());
        row("Still open", count(orders.open()));
        end();
    }

    private void reasons(final Map<RejectReason, Long> counts) {
        if (!counts.isEmpty()) {
            row(
                    "  for",
                    counts.entrySet().stream()
                            .map(entry -> entry.getKey() + " " + count(entry.getValue()))
                            .collect(Collectors.joining(", ")));
        }
    }

    private void costs() {
        final CostMeasures costs = measures.costs();
        begin("Costs and exposure");
        row("Realised, before fees", money(statistics.realisedPnl()));
        row("Unrealised", money(statistics.unrealisedPnl()));
        row("Fees", money(statistics.fees()));
        row("Slippage, in the prices", money(costs.slippage().total()));
        row("Turnover", money(statistics.turnover()));
        row("Turnover a year, times equity", ratio(costs.turnoverPerYear()));
        row("Time in the market", percent(metrics.exposure()));
        row("Positions over equity, mean", percent(costs.averageExposure()));
        row("  at most", percent(costs.largestExposure()));
        row("Cash at the end", money(statistics.cash()));
        end();
    }

    private void pairs(final PairStatistics pairs) {
        begin("Pairs");
        row("Trades", count(pairs.trades()) + " (" + count(pairs.wins()) + " won)");
        row("Openings failed", count(pairs.failures()));
        row("Win rate", percent(pairs.winRate()));
        row("Profit factor", ratio(pairs.profitFactor()));
        row("P&L", money(pairs.pnl()));
        row("Average hold", duration(pairs.averageHoldNs()));
        row("Without hedge", count(pairs.unhedgedTimes()) + " times, at most " + money(pairs.maxUnhedged()));
        end();
    }
}
