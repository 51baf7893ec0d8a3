package reprise.app.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reprise.simulation.comparison.OrderParity;
import reprise.simulation.comparison.PnlParts;
import reprise.simulation.comparison.TrailOrder;

/** A recorded run against its simulation, as machines read it. */
public final class ParityJson {
    private ParityJson() {}

    /**
     * All fields in order.
     *
     * @param report of a comparison.
     * @param limit the most orders that are listed, those that make the largest differences.
     * @return fields for {@link Json}.
     */
    public static Map<String, Object> of(final ParityReport report, final int limit) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "parity");
        fields.put("currency", report.config().account().currency());
        fields.put("recordedPnl", ResultJson.money(report.parity().livePnl()));
        fields.put("simulatedPnl", ResultJson.money(report.parity().simulatedPnl()));
        fields.put("difference", ResultJson.money(report.parity().parts().sum()));
        fields.put("parts", parts(report.parity().parts()));
        fields.put("residual", ResultJson.money(report.parity().residual()));
        fields.put("ordersInBoth", report.both());
        fields.put("ordersOnlyRecorded", report.onlyLive());
        fields.put("ordersOnlySimulated", report.onlySimulated());
        fields.put("ordersDifferent", report.different());
        fields.put("simulatedCommandHash", report.simulatedCommandHash());
        final List<Object> orders = new ArrayList<>();
        ParityText.largest(report, limit).forEach(order -> orders.add(order(order, report)));
        fields.put("orders", orders);
        return fields;
    }

    private static Map<String, Object> parts(final PnlParts parts) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("price", ResultJson.money(parts.price()));
        fields.put("latency", ResultJson.money(parts.latency()));
        fields.put("fee", ResultJson.money(parts.fee()));
        fields.put("missing", ResultJson.money(parts.missing()));
        fields.put("extra", ResultJson.money(parts.extra()));
        fields.put("reject", ResultJson.money(parts.reject()));
        return fields;
    }

    private static Map<String, Object> order(final OrderParity order, final ParityReport report) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("time", Render.time(order.any().timeNs()));
        fields.put("recordedOrderId", id(order.live()));
        fields.put("simulatedOrderId", id(order.simulated()));
        fields.put("strategy", report.strategy(order));
        fields.put("instrument", report.symbol(order));
        fields.put("side", order.any().side());
        fields.put("recordedPnl", ResultJson.money(order.livePnl()));
        fields.put("simulatedPnl", ResultJson.money(order.simulatedPnl()));
        fields.put("parts", parts(order.parts()));
        return fields;
    }

    private static Long id(final TrailOrder order) {
        return order == null ? null : order.orderId();
    }
}
