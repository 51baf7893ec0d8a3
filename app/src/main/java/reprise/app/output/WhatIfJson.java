package reprise.app.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import reprise.market.InstrumentDefinition;
import reprise.order.OrderTerms;
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
        fields.put("equityStart", ResultJson.money(statistics.equityStart()));
        fields.put("equityFinal", ResultJson.money(statistics.equityFinal()));
        fields.put("fees", ResultJson.money(statistics.fees()));
        fields.put("orders", statistics.orders().submitted());
        fields.put("fills", statistics.orders().fills());
        fields.put("trades", statistics.trades());
        fields.put("maxDrawdown", statistics.metrics().maxDrawdown());
        return fields;
    }

    private static Map<String, Object> difference(final OrderDifference difference, final WhatIfReport report) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("time", Render.time(difference.timeNs()));
        fields.put("before", order(difference.before(), report));
        fields.put("after", order(difference.after(), report));
        fields.put(
                "differsIn",
                difference.differs().stream()
                        .map(part -> part.name().toLowerCase(Locale.ROOT))
                        .toList());
        return fields;
    }

    private static Map<String, Object> order(final TrailOrder order, final WhatIfReport report) {
        if (order == null) {
            return null;
        }
        final InstrumentDefinition instrument = report.instrument(order);
        final OrderTerms terms = order.terms();
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("orderId", order.orderId());
        fields.put("time", Render.time(order.timeNs()));
        fields.put("strategy", report.strategy(order));
        fields.put("instrument", instrument.symbol());
        fields.put("side", terms.side());
        fields.put("type", terms.type());
        fields.put("timeInForce", terms.timeInForce());
        fields.put("purpose", order.purpose());
        fields.put("quantity", instrument.formatQuantity(terms.quantity()));
        fields.put("limitPrice", terms.limitPrice() == 0 ? null : instrument.formatPrice(terms.limitPrice()));
        fields.put("stopPrice", terms.stopPrice() == 0 ? null : instrument.formatPrice(terms.stopPrice()));
        fields.put("changes", order.revision());
        return fields;
    }
}
