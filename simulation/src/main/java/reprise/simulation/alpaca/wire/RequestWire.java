package reprise.simulation.alpaca.wire;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import reprise.simulation.alpaca.account.OrderClass;
import reprise.simulation.alpaca.account.OrderPrices;
import reprise.simulation.alpaca.account.OrderRequest;
import reprise.simulation.alpaca.account.OrderType;
import reprise.simulation.alpaca.account.Refusal;
import reprise.simulation.alpaca.account.ReplaceRequest;
import reprise.simulation.alpaca.account.Side;
import reprise.simulation.alpaca.account.TimeInForce;
import reprise.simulation.alpaca.account.WireNamed;

/** What clients ask for. Stateless; refuses what it cannot read. */
public final class RequestWire {
    private static final Set<String> INTENTS = Set.of("buy_to_open", "buy_to_close", "sell_to_open", "sell_to_close");

    private RequestWire() {}

    /**
     * Reads a new order.
     *
     * @param body of the request.
     * @return what it asks for.
     * @throws Refusal if a field is missing or cannot be read.
     */
    public static OrderRequest order(final Map<String, Object> body) {
        final OrderClass orderClass = orderClass(body);
        final BigDecimal takeProfit = decimal(object(body, "take_profit"), "limit_price");
        BigDecimal limit = decimal(body, "limit_price");
        if (orderClass == OrderClass.OCO && limit == null) {
            limit = takeProfit;
        }
        return new OrderRequest(
                required(body, "symbol"),
                named(Side.values(), required(body, "side"), "side"),
                named(OrderType.values(), required(body, "type"), "type"),
                named(TimeInForce.values(), required(body, "time_in_force"), "time_in_force"),
                decimal(body, "qty"),
                decimal(body, "notional"),
                new OrderPrices(
                        limit,
                        decimal(body, "stop_price"),
                        decimal(body, "trail_price"),
                        decimal(body, "trail_percent")),
                Boolean.TRUE.equals(body.get("extended_hours")),
                clientOrderId(body),
                orderClass,
                takeProfit,
                decimal(object(body, "stop_loss"), "stop_price"),
                decimal(object(body, "stop_loss"), "limit_price"),
                intent(body));
    }

    private static OrderClass orderClass(final Map<String, Object> body) {
        final String text = text(body, "order_class");
        return text == null || text.isEmpty() ? OrderClass.SIMPLE : named(OrderClass.values(), text, "order_class");
    }

    private static String intent(final Map<String, Object> body) {
        final String intent = text(body, "position_intent");
        if (intent != null && !INTENTS.contains(intent)) {
            throw Refusal.unprocessable("invalid position_intent: " + intent);
        }
        return intent;
    }

    /**
     * Reads a change of an order.
     *
     * @param body of the request.
     * @return what it asks for.
     * @throws Refusal if a field cannot be read.
     */
    public static ReplaceRequest replace(final Map<String, Object> body) {
        final String time = text(body, "time_in_force");
        return new ReplaceRequest(
                decimal(body, "qty"),
                time == null ? null : named(TimeInForce.values(), time, "time_in_force"),
                decimal(body, "limit_price"),
                decimal(body, "stop_price"),
                decimal(body, "trail"),
                clientOrderId(body));
    }

    private static String clientOrderId(final Map<String, Object> body) {
        final String id = text(body, "client_order_id");
        return id == null || id.isEmpty() ? null : id;
    }

    private static <T extends WireNamed> T named(final T[] values, final String text, final String name) {
        return WireNamed.find(values, text).orElseThrow(() -> Refusal.unprocessable("invalid " + name + ": " + text));
    }

    private static String required(final Map<String, Object> body, final String name) {
        final String text = text(body, name);
        if (text == null || text.isEmpty()) {
            throw Refusal.unprocessable(name + " is required");
        }
        return text;
    }

    private static String text(final Map<String, Object> body, final String name) {
        final Object value = body.get(name);
        if (value != null && !(value instanceof String)) {
            throw Refusal.invalidBody("request body format is invalid: " + name + " must be a string");
        }
        return (String) value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(final Map<String, Object> body, final String name) {
        final Object value = body.get(name);
        if (value != null && !(value instanceof Map)) {
            throw Refusal.invalidBody("request body format is invalid: " + name + " must be an object");
        }
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    /**
     * Reads a decimal from a text or a number.
     *
     * @param body of the request.
     * @param name of the field.
     * @return null if it is missing or null.
     * @throws Refusal if it is no decimal.
     */
    public static BigDecimal decimal(final Map<String, Object> body, final String name) {
        final Object value = body.get(name);
        if (value == null || value instanceof BigDecimal) {
            return (BigDecimal) value;
        }
        final String text = value.toString();
        if (!(value instanceof String) || !text.matches("[+-]?[0-9]{1,18}(\\.[0-9]{0,18})?")) {
            throw Refusal.unprocessable("invalid " + name + ": " + value);
        }
        return new BigDecimal(text);
    }
}
