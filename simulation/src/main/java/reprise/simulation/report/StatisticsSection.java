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
import reprise.research.performance.Drawdown;
import reprise.research.performance.Performance;
import reprise.research.performance.ReturnStatistics;
import reprise.research.performance.SharpeInference;
import reprise.research.performance.TradeOutcomes;
import reprise.research.performance.ValueAtRisk;
import reprise.simulation.results.DrawdownSpan;
import reprise.simulation.results.Metrics;
import reprise.simulation.results.OrderCounts;
import reprise.simulation.results.PairStatistics;
import reprise.simulation.results.RunResult;
import reprise.simulation.results.RunStatistics;

/** All figures of a run, in groups. Nothing is computed here. */
final class StatisticsSection {
    private static final double TAIL_LEVEL = 0.95;

    private final Html html = new Html();
    private final PageTime time = new PageTime();
    private final RunStatistics statistics;
    private final Metrics metrics;
    private final String currency;

    private StatisticsSection(final RunResult result) {
        statistics = result.statistics();
        metrics = statistics.metrics();
        currency = result.facts().currency();
    }

    /** Lists of names and figures; the analysis and the outcomes may be null. */
    static String of(final RunResult result, final Analysis analysis, final TradeOutcomes outcomes) {
        final StatisticsSection section = new StatisticsSection(result);
        section.growth(analysis);
        section.risk(analysis);
        if (analysis != null) {
            section.belief(analysis);
        }
        section.trades(outcomes);
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

    private void growth(final Analysis analysis) {
        begin("Growth");
        row("Equity at start", money(statistics.equityStart()) + " " + currency);
        row("Equity at end", money(statistics.equityFinal()) + " " + currency);
        row("Total return", percent(metrics.totalReturn()));
        row("CAGR", percent(metrics.cagr()));
        if (analysis != null) {
            final ReturnStatistics returns = analysis.performance().returns();
            final String period = analysis.periodName();
            row("Buy and hold", percent(analysis.benchmark().totalReturn()));
            row("Best " + period, percent(returns.best()));
            row("Worst " + period, percent(returns.worst()));
            row("Median " + period, percent(returns.median()));
            row("Gaining " + period + "s", percent(returns.positiveShare()));
        }
        row("Time in the market", percent(metrics.exposure()));
        end();
    }

    private void risk(final Analysis analysis) {
        begin("Risk");
        row("Volatility, year", percent(metrics.annualVolatility()));
        row("Max drawdown", percent(metrics.maxDrawdown()));
        drawdown(metrics.maxDrawdownSpan());
        row("Sharpe, from bars", ratio(metrics.sharpe()));
        row("Sharpe, from days", ratio(metrics.sharpeDaily()));
        row("Sortino", ratio(metrics.sortino()));
        row("Calmar", ratio(metrics.calmar()));
        if (analysis != null) {
            final Performance performance = analysis.performance();
            final String period = analysis.periodName();
            final ValueAtRisk tail = performance.valueAtRisk(TAIL_LEVEL);
            row("Omega, from " + period + "s", ratio(performance.returns().omega()));
            row("Ulcer index", percent(performance.drawdowns().ulcer()));
            row("VaR 95 %, one " + period, percent(tail.historical()));
            row("CVaR 95 %, one " + period, percent(tail.historicalTail()));
            row("Skewness", ratio(performance.returns().moments().skew()));
            row("Excess kurtosis", ratio(performance.returns().moments().excessKurtosis()));
        }
        end();
    }

    private void drawdown(final DrawdownSpan span) {
        if (!span.equals(DrawdownSpan.NONE)) {
            row("  its peak", time.of(span.startNs()));
            row("  its valley", time.of(span.troughNs()));
            row("  recovered", span.isRecovered() ? time.of(span.endNs()) : "not yet");
        }
    }

    private void belief(final Analysis analysis) {
        final SharpeInference inference = analysis.performance().inference();
        final BenchmarkComparison comparison = analysis.comparison();
        begin("Skill or luck");
        row("Probability of Sharpe > 0", percent(inference.probabilityAbove(0)));
        final double needed = inference.minimumReturns(0, TAIL_LEVEL);
        row(
                "Record needed for 95 %",
                Double.isNaN(needed)
                        ? UNDEFINED
                        : count((long) Math.ceil(needed)) + " " + analysis.periodName() + "s of "
                                + count(inference.count()));
        row("Alpha, year", percent(comparison.alpha()));
        row("Beta to buy and hold", ratio(comparison.beta()));
        row("Correlation with it", ratio(comparison.correlation()));
        row("Information ratio", ratio(comparison.informationRatio()));
        row("Straightness of growth, R²", ratio(analysis.performance().stability()));
        end();
    }

    private void trades(final TradeOutcomes outcomes) {
        begin("Trades");
        row("Ended", count(statistics.trades()));
        row("Won / lost", count(statistics.wins()) + " / " + count(statistics.losses()));
        row("Open at the end", count(statistics.openTrades().size()));
        row("Win rate", percent(metrics.winRate()));
        row("Profit factor", ratio(metrics.profitFactor()));
        row("Gross profit", money(statistics.grossProfit()));
        row("Gross loss", money(statistics.grossLoss()));
        if (outcomes != null) {
            row("Expectancy", ratio(outcomes.expectancy()));
            row("Average win / loss", ratio(outcomes.averageWin()) + " / " + ratio(outcomes.averageLoss()));
            row("Best / worst", ratio(outcomes.best()) + " / " + ratio(outcomes.worst()));
            row("Most in a row, won / lost", outcomes.longestWinStreak() + " / " + outcomes.longestLossStreak());
            row("SQN", ratio(outcomes.sqn()));
            row("Kelly share", percent(outcomes.kelly()));
        }
        row("Average hold", duration(metrics.averageHoldNs()));
        row("Average bars held", ratio(metrics.averageBarsHeld()));
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
        begin("Money");
        row("Realised, before fees", money(statistics.realisedPnl()));
        row("Unrealised", money(statistics.unrealisedPnl()));
        row("Fees", money(statistics.fees()));
        row("Turnover", money(statistics.turnover()));
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

    /** The worst few drawdowns of the account, as rows of a table. */
    static String drawdowns(final Analysis analysis, final int most) {
        final Html rows = new Html();
        final PageTime time = new PageTime();
        for (final Drawdown each : analysis.performance().drawdowns().top(most)) {
            rows.raw("<tr>")
                    .element("td", "num loss", percent(each.depth()))
                    .element("td", time.of(each.peakNs()))
                    .element("td", time.of(each.valleyNs()))
                    .element("td", each.isRecovered() ? time.of(each.endNs()) : "not yet")
                    .number(duration(each.endNs() - each.peakNs()))
                    .raw("</tr>\n");
        }
        return rows.toString();
    }
}
