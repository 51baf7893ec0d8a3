package reprise.simulation.results;

import static reprise.simulation.results.Figures.UNDEFINED;
import static reprise.simulation.results.Figures.basisPoints;
import static reprise.simulation.results.Figures.count;
import static reprise.simulation.results.Figures.duration;
import static reprise.simulation.results.Figures.money;
import static reprise.simulation.results.Figures.number;
import static reprise.simulation.results.Figures.percent;
import static reprise.simulation.results.Figures.ratio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import reprise.market.InstrumentDefinition;
import reprise.number.Decimals;
import reprise.pipeline.PipelineLoad;
import reprise.research.performance.AnnualReturn;
import reprise.simulation.backtest.SessionSummary;
import reprise.simulation.venue.MarketFill;
import reprise.simulation.venue.StopFill;
import reprise.simulation.venue.VenueConfig;

/** Renders a result as the table that a trader expects: aligned, thousands separated, times in UTC, '-' for what is undefined. */
public final class ResultTable {
    private static final int LABEL_WIDTH = 18;
    private static final double NS_PER_SECOND = 1e9;
    private static final double NS_PER_DAY = 86_400e9;
    private static final double NS_PER_MILLISECOND = 1e6;
    private static final int PERCENT_DECIMALS = 6;

    private final RunResult result;
    private final UtcTime time = new UtcTime();
    private final List<String> lines = new ArrayList<>();

    private ResultTable(final RunResult result) {
        this.result = result;
    }

    /**
     * The whole table.
     *
     * @param result of a run.
     * @return lines, each ended by a line feed.
     */
    public static String render(final RunResult result) {
        return new ResultTable(result).render();
    }

    private String render() {
        final RunStatistics statistics = result.statistics();
        run(result.facts(), result.session());
        data(result.facts(), result.session(), statistics);
        results(statistics, statistics.metrics());
        trades(statistics, statistics.metrics());
        strategies(statistics.strategies());
        if (statistics.pairs() != null) {
            pairs(statistics.pairs(), statistics.metrics());
        }
        if (statistics.signals().offered() > 0) {
            signals(statistics.signals());
        }
        orders(statistics.orders());
        costs(result.facts().venue(), statistics);
        load(result.session().load());
        hashes(result.session());
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private void run(final RunFacts facts, final SessionSummary session) {
        section("Run");
        row("Id", facts.runId() + (session.stopped() ? " (stopped before its data ended)" : ""));
        row("Strategies", String.join(", ", facts.strategies()));
        row(
                "Instruments",
                facts.instruments().stream().map(InstrumentDefinition::symbol).collect(Collectors.joining(", ")));
        row(
                "Time taken",
                seconds(session.elapsedNs()) + ", " + count(Math.round(session.barsPerSecond())) + " bars/s, "
                        + count(Math.round(session.eventsPerSecond())) + " events/s");
    }

    private void data(final RunFacts facts, final SessionSummary session, final RunStatistics statistics) {
        section("Data");
        facts.data().forEach(source -> row("Source", source));
        row("From", statistics.bars() == 0 ? UNDEFINED : time.of(statistics.firstTimeNs()));
        row("To", statistics.bars() == 0 ? UNDEFINED : time.of(statistics.lastTimeNs()));
        row("Bars", count(statistics.bars()) + " of " + duration(statistics.periodNs()));
        if (session.historicalBars() > 0) {
            row("Warm-up", count(session.historicalBars()) + " bars before them, nothing traded");
        }
    }

    private void results(final RunStatistics statistics, final Metrics metrics) {
        final String currency = " " + result.facts().currency();
        section("Results");
        row("Equity at start", money(statistics.equityStart()) + currency);
        row("Equity at end", money(statistics.equityFinal()) + currency);
        row("Total return", percent(metrics.totalReturn()));
        row("CAGR", percent(metrics.cagr()) + shortness(statistics));
        row("Volatility, year", percent(metrics.annualVolatility()));
        row("Sharpe", ratio(metrics.sharpe()) + "   from days " + ratio(metrics.sharpeDaily()));
        row("Sortino", ratio(metrics.sortino()));
        row("Calmar", ratio(metrics.calmar()));
        row("Max drawdown", percent(metrics.maxDrawdown()) + drawdownSpan(metrics.maxDrawdownSpan()));
        row("Exposure", percent(metrics.exposure()) + " of bar times");
        row(
                "Periods a year",
                number(metrics.periodsPerYear()) + " (" + result.facts().venue().calendar() + ")");
        final BarDensity density = BarDensity.of(statistics);
        if (density.isSparse()) {
            row(
                    "Sparse bars",
                    count(Math.round(density.perYear()))
                            + " bar times a year: volatility, Sharpe and Sortino per bar are "
                            + ratio(density.inflation()) + " times too high; those from days are not");
        }
    }

    private static String shortness(final RunStatistics statistics) {
        final double days = (statistics.lastTimeNs() - statistics.firstTimeNs()) / NS_PER_DAY;
        return AnnualReturn.isDefined(days) ? "" : "   none of less than " + AnnualReturn.LEAST_DAYS + " days";
    }

    private String drawdownSpan(final DrawdownSpan span) {
        if (span.equals(DrawdownSpan.NONE)) {
            return "";
        }
        final String end = span.isRecovered() ? "recovered " + time.of(span.endNs()) : "not recovered";
        return "   from " + time.of(span.startNs()) + ", lowest " + time.of(span.troughNs()) + ", " + end;
    }

    private void trades(final RunStatistics statistics, final Metrics metrics) {
        section("Trades");
        row(
                "Ended",
                count(statistics.trades()) + " (" + count(statistics.wins()) + " won, " + count(statistics.losses())
                        + " lost)");
        row("Open at end", count(statistics.openTrades().size()));
        row("Win rate", percent(metrics.winRate()));
        row("Profit factor", ratio(metrics.profitFactor()));
        row("Won / lost", money(statistics.grossProfit()) + " / " + money(statistics.grossLoss()));
        row("Average hold", duration(metrics.averageHoldNs()) + ", " + ratio(metrics.averageBarsHeld()) + " bars");
    }

    /** One strategy is the whole: nothing to compare. */
    private void strategies(final StrategyComparison comparison) {
        if (comparison.strategies().size() > 1) {
            section("Strategies, with open positions, Sharpe of daily P&L");
            lines.addAll(new StrategyTable(comparison, result.facts().strategies()).lines());
        }
    }

    private void pairs(final PairStatistics pairs, final Metrics metrics) {
        section("Pairs");
        row(
                "Trades",
                count(pairs.trades()) + " (" + count(pairs.wins()) + " won), " + count(pairs.failures())
                        + " openings failed");
        row("Win rate", percent(pairs.winRate()));
        row("Profit factor", ratio(pairs.profitFactor()));
        row("P&L", money(pairs.pnl()) + " " + result.facts().currency());
        row("Average hold", duration(pairs.averageHoldNs()));
        row("Kelly fraction", ratio(pairs.kellyFraction()));
        row(
                "Without hedge",
                count(pairs.unhedgedTimes()) + " times, at most " + money(pairs.maxUnhedged()) + " for "
                        + duration(pairs.longestUnhedgedNs()));
        row(
                "Gate",
                (pairs.passes(metrics) ? "passed" : "not passed")
                        + ": Sharpe > 0.5, win rate > 45 %, max drawdown < 15 %");
    }

    private void signals(final SignalCounts signals) {
        section("Signals");
        row("Offered", count(signals.offered()));
        final String last = signals.accepted() == 0 ? "" : ", the last " + time.of(signals.lastAcceptedNs());
        row("Accepted", count(signals.accepted()) + last);
        reasons("Not accepted", signals.refusals());
        reasons("Without size", signals.withoutSize());
    }

    private void orders(final OrderCounts orders) {
        section("Orders");
        row("Submitted", count(orders.submitted()) + ", " + count(orders.fills()) + " fills");
        row(
                "Ended",
                count(orders.filled()) + " filled, " + count(orders.cancelled()) + " cancelled, "
                        + count(orders.expired()) + " expired, " + count(orders.rejected()) + " rejected; "
                        + count(orders.open()) + " still open");
        reasons("Rejected", orders.rejections());
        reasons("Refused by gate", orders.refusals());
    }

    private void reasons(final String label, final Map<? extends Enum<?>, Long> counts) {
        if (!counts.isEmpty()) {
            row(
                    label,
                    counts.entrySet().stream()
                            .map(entry -> entry.getKey() + " " + count(entry.getValue()))
                            .collect(Collectors.joining(", ")));
        }
    }

    private void costs(final VenueConfig venue, final RunStatistics statistics) {
        section("Costs");
        row("Fees", money(statistics.fees()) + " " + result.facts().currency());
        row("Turnover", money(statistics.turnover()) + " " + result.facts().currency());
        row(
                "Fee rates",
                "maker " + basisPoints(venue.fees().makerE8()) + " bp, taker "
                        + basisPoints(venue.fees().takerE8()) + " bp");
        row("Slippage", basisPoints(venue.slippageE8()) + " bp on market orders");
        if (venue.matching().marketFill() == MarketFill.SAME_CLOSE) {
            row(
                    "Market orders",
                    "fill at the close that they answer: OPTIMISTIC, nothing trades at a close that is known");
        }
        if (venue.matching().stopFill() == StopFill.WORST_IN_BAR) {
            row("Stops", "fill at the worst price of the bar");
        }
        if (venue.matching().spreadE8() > 0) {
            row("Spread", basisPoints(venue.matching().spreadE8()) + " bp around the prices of bars");
        }
        row("Limit fills", venue.limitFillRule().name());
        row(
                "Participation",
                venue.maxParticipationE8() == 0
                        ? "not limited"
                        : Decimals.formatShort(venue.maxParticipationE8(), PERCENT_DECIMALS) + " % of a bar's volume");
    }

    private void load(final PipelineLoad load) {
        if (load.equals(PipelineLoad.NONE)) {
            return;
        }
        section("Load");
        row("Market data", waits(load.marketData(), "input ring"));
        row("Orders", waits(load.orders(), "input ring"));
        row("Operator", waits(load.operator(), "input ring"));
        row("Core", waits(load.output(), "output ring"));
        row(
                "Most at once",
                count(load.deepest().eventLog()) + " for the event log, "
                        + count(load.deepest().core()) + " for the core, "
                        + count(load.deepest().commandLog()) + " for the command log, "
                        + count(load.deepest().venues()) + " for venues");
        row(
                "Longest flush",
                "event log " + milliseconds(load.eventFlushNsMax()) + ", command log "
                        + milliseconds(load.commandFlushNsMax()));
        row("Conflated", count(load.conflatedQuotes()) + " quotes");
    }

    private static String waits(final PipelineLoad.Waits waits, final String ring) {
        return waits.count() == 0
                ? "never waited for room in the " + ring
                : "waited for room in the " + ring + " " + count(waits.count()) + " times, "
                        + milliseconds(waits.totalNs()) + " in all, " + milliseconds(waits.longestNs()) + " at most";
    }

    private static String milliseconds(final long ns) {
        return String.format(Locale.ROOT, "%,.2f ms", ns / NS_PER_MILLISECOND);
    }

    private void hashes(final SessionSummary session) {
        section("Hashes");
        row("Commands", commandHash(session) + " (" + count(session.commands()) + ")");
        row("State", session.stateHash() + " (" + count(session.events()) + " events)");
    }

    private static String commandHash(final SessionSummary session) {
        return session.commandHash().isEmpty() ? "not all were read; replay tells" : session.commandHash();
    }

    private void section(final String name) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(name);
    }

    private void row(final String label, final String value) {
        lines.add("  " + label + " ".repeat(Math.max(1, LABEL_WIDTH - label.length())) + value);
    }

    private static String seconds(final long elapsedNs) {
        return String.format(Locale.ROOT, "%,.2f s", elapsedNs / NS_PER_SECOND);
    }
}
