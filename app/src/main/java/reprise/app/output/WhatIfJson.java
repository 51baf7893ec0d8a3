package reprise.app.output;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import reprise.market.InstrumentDefinition;
import reprise.number.Money;
import reprise.simulation.comparison.OrderDifference;
import reprise.simulation.comparison.TrailOrder;
import reprise.simulation.results.RunResult;
import reprise.simulation.results.RunStatistics;

/** What would have been, as machines read it. */
public final class WhatIfJson {
    private WhatIfJson() {}

    /**
     * All fields in order.
     *
     * @param report of it.
     * @param limit the most differences that are listed; 0 for none.
     * @return fields for {@link Json}.
     */
    public static Map<String, Object> of(final WhatIfReport report, final int limit) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "what-if");
        fields.put("configurationChanged", report.isChanged());
        fields.put("asRecorded", report.isAsRecorded());
        fields.put("before", run(report.before()));
        fields.put("after", run(report.after()));
        fields.put("ordersSame", report.orders().same());
        fields.put("ordersChanged", report.orders().changed());
        fields.put("ordersNoMore", report.orders().onlyBefore());
        fields.put("ordersNew", report.orders().onlyAfter());
        final List<Object> differences = new ArrayList<>();
        report.orders().differences().stream()
                .limit(limit)
                .forEach(difference -> differences.add(difference(difference, report)));
        fields.put("differences", differences);
        return fields;
    }

    private static Map<String, Object> run(final RunResult result) {
        final RunStatistics statistics = result.statistics();
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("configHash", result.facts().configHash());
        fields.put("commandHash", result.session().commandHash());
        fields.put("stateHash", result.session().stateHash());
        fields.put("equityStart", money(statistics.equityStart()));
        fields.put("equityFinal", money(statistics.equityFinal()));
        fields.put("fees", money(statistics.fees()));
        fields.put("orders", statistics.orders().submitted());
        fields.put("fills", statistics.orders().fills());
        fields.put("trades", statistics.trades());
        fields.put("maxDrawdown", statistics.metrics().maxDrawdown());
        return fields;
    }

    private static BigDecimal money(final long amount) {
        return BigDecimal.valueOf(amount, Money.DECIMALS);
    }

    private static Map<String, Object> difference(final OrderDifference difference, final WhatIfReport report) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("time", Render.time(difference.timeNs()));
        fields.put("before", order(difference.before(), report.before()));
        fields.put("after", order(difference.after(), report.after()));
        fields.put(
                "differsIn",
                difference.differs().stream()
                        .map(part -> part.name().toLowerCase(Locale.ROOT))
                        .toList());
        return fields;
    }

    private static Map<String, Object> order(final TrailOrder order, final RunResult result) {
        if (order == null) {
            return null;
        }
        final InstrumentDefinition instrument = result.facts().instruments().get(order.instrumentId());
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("orderId", order.orderId());
        fields.put("time", Render.time(order.timeNs()));
        fields.put(
                "strategy",
                order.strategyId() == 0
                        ? "operator"
                        : result.facts().strategies().get(order.strategyId() - 1));
        fields.put("instrument", instrument.symbol());
        fields.put("side", order.side());
        fields.put("type", order.type());
        fields.put("timeInForce", order.timeInForce());
        fields.put("purpose", order.purpose());
        fields.put("quantity", instrument.formatQuantity(order.quantity()));
        fields.put("limitPrice", order.limitPrice() == 0 ? null : instrument.formatPrice(order.limitPrice()));
        fields.put("stopPrice", order.stopPrice() == 0 ? null : instrument.formatPrice(order.stopPrice()));
        fields.put("changes", order.revision());
        return fields;
    }
}
