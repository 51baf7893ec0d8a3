package reprise.app.output;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reprise.number.Money;
import reprise.pipeline.PipelineLoad;
import reprise.simulation.results.Metrics;
import reprise.simulation.results.OrderCounts;
import reprise.simulation.results.PairStatistics;
import reprise.simulation.results.RunResult;
import reprise.simulation.results.RunStatistics;
import reprise.simulation.results.SignalCounts;
import reprise.simulation.results.StrategyStatistics;

/** The results of a run as one JSON object. Amounts are exact decimals, measures are fractions, what is undefined is null. */
public final class ResultJson {
    private static final double NS_PER_HOUR = 3.6e12;

    private ResultJson() {}

    /**
     * All fields in order.
     *
     * @param command that ran.
     * @param result of it.
     * @return fields for {@link Json}.
     */
    public static Map<String, Object> of(final String command, final RunResult result) {
        final RunStatistics statistics = result.statistics();
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", command);
        fields.put("runId", result.facts().runId());
        fields.put("buildHash", result.facts().buildHash());
        fields.put("configHash", result.facts().configHash());
        fields.put("data", result.facts().data());
        fields.put("bars", statistics.bars());
        fields.put("historicalBars", result.session().historicalBars());
        fields.put("first", Render.time(statistics.firstTimeNs()));
        fields.put("last", Render.time(statistics.lastTimeNs()));
        fields.put("events", result.session().events());
        fields.put("commands", result.session().commands());
        fields.put("orders", statistics.orders().submitted());
        fields.put("fills", statistics.orders().fills());
        fields.put("trades", statistics.trades());
        fields.put("openTrades", statistics.openTrades().size());
        fields.put("commandHash", result.session().commandHash());
        fields.put("stateHash", result.session().stateHash());
        fields.put("outcomeHash", result.session().outcomeHash());
        fields.put("elapsedNs", result.session().elapsedNs());
        fields.put("eventsPerSecond", Math.round(result.session().eventsPerSecond()));
        fields.put("barsPerSecond", Math.round(result.session().barsPerSecond()));
        fields.put("stopped", result.session().stopped());
        fields.put("currency", result.facts().currency());
        fields.put("equityStart", money(statistics.equityStart()));
        fields.put("equityFinal", money(statistics.equityFinal()));
        fields.put("realisedPnl", money(statistics.realisedPnl()));
        fields.put("unrealisedPnl", money(statistics.unrealisedPnl()));
        fields.put("fees", money(statistics.fees()));
        fields.put("turnover", money(statistics.turnover()));
        fields.put("metrics", MetricsJson.of(result));
        fields.put("strategies", strategies(result));
        fields.put("entryOverlap", statistics.strategies().overlap());
        fields.put("dailyCorrelation", statistics.strategies().correlation());
        if (statistics.pairs() != null) {
            fields.put("pairs", pairs(statistics.pairs(), statistics.metrics()));
        }
        fields.put("signalCounts", signals(statistics.signals()));
        fields.put("orderCounts", orders(statistics.orders()));
        fields.put("load", load(result.session().load()));
        return fields;
    }

    /** An amount with all its decimals. */
    static BigDecimal money(final long amount) {
        return BigDecimal.valueOf(amount, Money.DECIMALS);
    }

    private static List<Object> strategies(final RunResult result) {
        final List<Object> all = new ArrayList<>();
        for (final StrategyStatistics each : result.statistics().strategies().strategies()) {
            final Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("name", result.facts().strategies().get(each.strategyId() - 1));
            fields.put("pnl", money(each.pnl()));
            fields.put("fees", money(each.fees()));
            fields.put("turnover", money(each.turnover()));
            fields.put("entries", each.entries());
            fields.put("trades", each.trades());
            fields.put("hitRate", each.hitRate());
            fields.put("exposure", each.exposure());
            fields.put("sharpeDaily", each.sharpeDaily());
            all.add(fields);
        }
        return all;
    }

    private static Map<String, Object> pairs(final PairStatistics pairs, final Metrics metrics) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("trades", pairs.trades());
        fields.put("wins", pairs.wins());
        fields.put("failures", pairs.failures());
        fields.put("pnl", money(pairs.pnl()));
        fields.put("winRate", pairs.winRate());
        fields.put("profitFactor", pairs.profitFactor());
        fields.put("averageHoldHours", pairs.averageHoldNs() / NS_PER_HOUR);
        fields.put("kellyFraction", pairs.kellyFraction());
        fields.put("maxUnhedged", money(pairs.maxUnhedged()));
        fields.put("longestUnhedgedNs", pairs.longestUnhedgedNs());
        fields.put("unhedgedTimes", pairs.unhedgedTimes());
        fields.put("gatePassed", pairs.passes(metrics));
        return fields;
    }

    private static Map<String, Object> load(final PipelineLoad load) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("marketDataWaits", waits(load.marketData()));
        fields.put("orderWaits", waits(load.orders()));
        fields.put("operatorWaits", waits(load.operator()));
        fields.put("coreWaits", waits(load.output()));
        fields.put("deepestEventLog", load.deepest().eventLog());
        fields.put("deepestCore", load.deepest().core());
        fields.put("deepestCommandLog", load.deepest().commandLog());
        fields.put("deepestVenues", load.deepest().venues());
        fields.put("eventFlushNsMax", load.eventFlushNsMax());
        fields.put("commandFlushNsMax", load.commandFlushNsMax());
        fields.put("conflatedQuotes", load.conflatedQuotes());
        return fields;
    }

    private static Map<String, Object> waits(final PipelineLoad.Waits waits) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("count", waits.count());
        fields.put("totalNs", waits.totalNs());
        fields.put("longestNs", waits.longestNs());
        return fields;
    }

    private static Map<String, Object> signals(final SignalCounts counts) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("offered", counts.offered());
        fields.put("accepted", counts.accepted());
        fields.put("lastAccepted", counts.accepted() == 0 ? null : Render.time(counts.lastAcceptedNs()));
        fields.put("refusals", counts.refusals());
        fields.put("withoutSize", counts.withoutSize());
        return fields;
    }

    private static Map<String, Object> orders(final OrderCounts counts) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("submitted", counts.submitted());
        fields.put("filled", counts.filled());
        fields.put("cancelled", counts.cancelled());
        fields.put("expired", counts.expired());
        fields.put("rejected", counts.rejected());
        fields.put("open", counts.open());
        fields.put("rejections", counts.rejections());
        fields.put("refusals", counts.refusals());
        return fields;
    }
}
