package reprise.app.output;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import reprise.exit.ExitReason;
import reprise.exit.FreshnessLevel;
import reprise.guard.GuardCheck;
import reprise.guard.Verdict;
import reprise.order.OrderIds;
import reprise.risk.TradingState;

/** Says what an integer of the state means where its name tells: a time, a span, an order, a state. Everything else stays a number. */
final class StateValues {
    private static final String NEVER = "never";
    private static final String NONE = "-";

    /** No span of the engine is longer, no time earlier: the year 2000 less a day for every time zone. */
    private static final long EARLIEST_TIME_NS = 630_720_000_000_000_000L;

    private static final Map<String, Enum<?>[]> NAMES = new HashMap<>();

    static {
        NAMES.put("tradingState", TradingState.values());
        NAMES.put("freshness", FreshnessLevel.values());
        NAMES.put("closingReason", ExitReason.values());
        Arrays.stream(GuardCheck.values()).forEach(check -> NAMES.put(check.name(), Verdict.values()));
    }

    private StateValues() {}

    static Object shown(final String field, final long value) {
        if (NAMES.containsKey(field)) {
            final Enum<?>[] names = NAMES.get(field);
            return value < 0 || value >= names.length ? NONE : names[(int) value].name();
        }
        if (field.equals("orderId") || field.endsWith("OrderId")) {
            return value == OrderIds.NULL_ORDER_ID ? NONE : OrderIds.format(value);
        }
        if (value == Long.MAX_VALUE || value == Long.MIN_VALUE) {
            return field.endsWith("Ns") && value > 0 ? NEVER : NONE;
        }
        if (!field.endsWith("Ns") || value <= 0) {
            return value;
        }
        return value >= EARLIEST_TIME_NS ? Render.time(value) : Render.span(Duration.ofNanos(value));
    }

    /** Sections that are about one order are named after it. */
    static String key(final String section, final long key) {
        final boolean isOrder = section.equals("order") || section.equals("protectiveStop");
        return isOrder ? OrderIds.format(key) : Long.toString(key);
    }
}
