package reprise.simulation.alpaca.wire;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reprise.simulation.alpaca.account.Activity;
import reprise.simulation.alpaca.account.Execution;
import reprise.simulation.alpaca.account.Numbers;
import reprise.simulation.alpaca.account.Order;
import reprise.simulation.alpaca.account.OrderStatus;

/** Orders, their events and their fills as messages have them: numbers as texts, null for what is not. Stateless. */
public final class OrderWire {
    private OrderWire() {}

    /**
     * An order.
     *
     * @param order as it is now.
     * @param nested whether its legs are inside.
     * @return every field.
     */
    public static Map<String, Object> order(final Order order, final boolean nested) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", order.id().toString());
        fields.put("client_order_id", order.clientOrderId());
        putTimes(fields, order);
        fields.put("replaced_by", idOf(order.replacedBy()));
        fields.put("replaces", idOf(order.replaces()));
        fields.put("asset_id", order.asset().id().toString());
        fields.put("symbol", order.asset().symbol());
        fields.put("asset_class", order.asset().assetClass().wireName());
        fields.put("notional", text(order.request().notional()));
        fields.put("qty", text(order.quantity()));
        fields.put("filled_qty", text(order.filled()));
        fields.put("filled_avg_price", text(order.averagePrice()));
        fields.put("order_class", order.request().orderClass().answerName());
        fields.put("order_type", order.type().wireName());
        fields.put("type", order.type().wireName());
        fields.put("side", order.side().wireName());
        fields.put("time_in_force", order.request().timeInForce().wireName());
        fields.put("limit_price", text(order.prices().limit()));
        fields.put("stop_price", text(order.prices().stop()));
        fields.put("status", order.status().wireName());
        fields.put("extended_hours", order.request().extendedHours());
        fields.put("legs", legs(order, nested));
        fields.put("trail_percent", text(order.prices().trailPercent()));
        fields.put("trail_price", text(order.prices().trailPrice()));
        fields.put("hwm", text(order.highWaterMark()));
        fields.put("position_intent", order.request().positionIntent());
        fields.put("subtag", null);
        fields.put("source", null);
        return fields;
    }

    private static void putTimes(final Map<String, Object> fields, final Order order) {
        fields.put("created_at", Stamps.utc(order.createdNs()));
        fields.put("updated_at", Stamps.utc(order.updatedNs()));
        fields.put("submitted_at", Stamps.utc(order.createdNs()));
        fields.put("filled_at", time(order, OrderStatus.FILLED));
        fields.put("expired_at", time(order, OrderStatus.EXPIRED));
        fields.put(
                "cancel_requested_at", order.cancelRequestedNs() == 0 ? null : Stamps.utc(order.cancelRequestedNs()));
        fields.put("canceled_at", time(order, OrderStatus.CANCELED));
        fields.put("failed_at", time(order, OrderStatus.REJECTED));
        fields.put("replaced_at", time(order, OrderStatus.REPLACED));
    }

    private static String time(final Order order, final OrderStatus status) {
        final Long timeNs = order.timeOf(status);
        return timeNs == null ? null : Stamps.utc(timeNs);
    }

    private static String idOf(final Order order) {
        return order == null ? null : order.id().toString();
    }

    private static List<Object> legs(final Order order, final boolean nested) {
        if (!nested || order.legs().isEmpty()) {
            return null;
        }
        return order.legs().stream().<Object>map(leg -> order(leg, true)).toList();
    }

    /**
     * A decimal as the trading interface has it.
     *
     * @param value any, or null.
     * @return its text, or null.
     */
    public static String text(final BigDecimal value) {
        return value == null ? null : Numbers.plain(value);
    }

    /**
     * What happened to an order, for the stream.
     *
     * @param event what.
     * @param order as it is afterwards.
     * @param execution of a fill, or null.
     * @param previous what it corrects, or null.
     * @param timeNs when.
     * @param eventId sortable.
     * @return the event without its envelope.
     */
    public static Map<String, Object> update(
            final String event,
            final Order order,
            final Execution execution,
            final Execution previous,
            final long timeNs,
            final String eventId) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("at", Stamps.utc(timeNs));
        fields.put("event", event);
        fields.put("event_id", eventId);
        fields.put("timestamp", Stamps.utc(execution == null ? order.updatedNs() : execution.timeNs()));
        if (execution != null) {
            fields.put("execution_id", execution.id().toString());
            fields.put("price", text(execution.price()));
            fields.put("qty", text(execution.quantity()));
            fields.put("position_qty", text(execution.positionQuantity()));
        }
        if (previous != null) {
            fields.put("previous_execution_id", previous.id().toString());
        }
        fields.put("order", order(order, true));
        return fields;
    }

    /**
     * A fill among the account's activities.
     *
     * @param activity fill, bust or correction.
     * @return every field.
     */
    public static Map<String, Object> activity(final Activity activity) {
        final Execution execution = activity.execution();
        final Order order = execution.order();
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("activity_type", "FILL");
        fields.put("id", activityId(activity));
        fields.put("transaction_time", Stamps.utc(execution.timeNs()));
        fields.put("type", activity.type());
        fields.put("price", text(execution.price()));
        fields.put("qty", text(execution.quantity()));
        fields.put("side", order.side().wireName());
        fields.put("symbol", order.asset().symbol());
        // Of a value nobody knows which quantity is left.
        fields.put("leaves_qty", order.isByValue() ? null : text(execution.leaves()));
        fields.put("order_id", order.id().toString());
        fields.put("cum_qty", text(execution.cumulative()));
        fields.put("order_status", activity.orderStatus().wireName());
        if (activity.previous() != null) {
            fields.put("previous_id", activity.previous().id().toString());
        }
        return fields;
    }

    /**
     * The id of an activity: its time to the millisecond and the execution, so that ids are in order.
     *
     * @param activity any.
     * @return such as 20220202135509981::2d7be4ff-d1f3-43e9-856a-0f5cf5c5088e.
     */
    public static String activityId(final Activity activity) {
        final long timeNs = activity.execution().timeNs();
        final String digits =
                Stamps.utc(timeNs - Math.floorMod(timeNs, 1_000_000_000L)).replaceAll("[^0-9]", "");
        final String millis =
                Long.toString(1_000 + Math.floorMod(timeNs / 1_000_000, 1_000L)).substring(1);
        return digits + millis + "::" + activity.execution().id();
    }
}
