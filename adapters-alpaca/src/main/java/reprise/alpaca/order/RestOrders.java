package reprise.alpaca.order;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import reprise.alpaca.rest.Priority;
import reprise.alpaca.rest.RestAnswer;
import reprise.alpaca.rest.RestService;
import reprise.alpaca.wire.FillActivity;
import reprise.alpaca.wire.OrderMessage;
import reprise.alpaca.wire.TradingReader;

/** Reads orders and executions by REST, page by page to the last: a part of a list is none. One per thread. */
final class RestOrders {
    private static final int ORDERS_PER_PAGE = 500;
    private static final int FILLS_PER_PAGE = 100;
    private static final int MAX_PAGES = 200;

    /** Times of the venue's own parts may differ by so much. */
    private static final long OVERLAP_NS = 1_000_000_000L;

    private final RestService trading;
    private final TradingReader reader = new TradingReader();

    RestOrders(final RestService trading) {
        this.trading = trading;
    }

    /** What a question about orders came to. */
    enum Found {
        /** Answered. */
        YES,
        /** The venue says that there is no such order. */
        NO,
        /** No answer that says anything. */
        UNKNOWN
    }

    /** Reads one of Alpaca's orders. */
    Found order(final String venueOrderId, final OrderMessage order) {
        return read(trading.get("/v2/orders/" + escaped(venueOrderId) + "?nested=true", Priority.ORDERS), order);
    }

    /** Reads an order by our name for it. */
    Found orderByName(final String clientOrderId, final OrderMessage order) {
        final String path = "/v2/orders:by_client_order_id?client_order_id=" + escaped(clientOrderId);
        final Found found = read(trading.get(path, Priority.ORDERS), order);
        // Of an order of a group the exits are wanted too, which only the other question is sure to bring.
        return found == Found.YES && order.isOfGroup() ? order(order.id().toString(), order) : found;
    }

    private Found read(final RestAnswer answer, final OrderMessage order) {
        if (answer.isNotFound()) {
            return Found.NO;
        }
        return answer.isDone() && reader.readOrder(answer.body(), order) ? Found.YES : Found.UNKNOWN;
    }

    /** Reads the order of an answer; returns false if there is none. */
    boolean readOrder(final RestAnswer answer, final OrderMessage order) {
        return reader.readOrder(answer.body(), order);
    }

    /** Gives each open order, those that belong to others one by one as well. Returns false if the list is not whole. */
    boolean openOrders(final Consumer<OrderMessage> orders) {
        final Set<String> seen = new HashSet<>();
        final Instant[] last = new Instant[1];
        for (int page = 0; page < MAX_PAGES; page++) {
            final String after = last[0] == null ? "" : "&after=" + escaped(last[0].toString());
            final String path = "/v2/orders?status=open&direction=asc&limit=" + ORDERS_PER_PAGE + after;
            final RestAnswer answer = trading.get(path, Priority.ORDERS);
            final int before = seen.size();
            final int count = !answer.isDone()
                    ? -1
                    : reader.readOrders(answer.body(), order -> {
                        if (seen.add(order.id().toString())) {
                            orders.accept(order);
                        }
                        if (order.createdNs() > 0) {
                            last[0] = instant(order.createdNs() - OVERLAP_NS / 1000);
                        }
                    });
            if (count < ORDERS_PER_PAGE) {
                return count >= 0;
            }
            if (seen.size() == before) {
                return false;
            }
        }
        return false;
    }

    /** Gives the latest orders of a symbol, open or not, with their exits inside. Returns false if there was no answer. */
    boolean groups(final String symbol, final Consumer<OrderMessage> orders) {
        final String path = "/v2/orders?status=all&nested=true&direction=desc&limit=" + ORDERS_PER_PAGE + "&symbols="
                + escaped(symbol);
        final RestAnswer answer = trading.get(path, Priority.ORDERS);
        return answer.isDone() && reader.readOrders(answer.body(), orders) >= 0;
    }

    /** Gives each fill since a time, the oldest first. Returns false if the list is not whole. */
    boolean fills(final long sinceNs, final Consumer<FillActivity> fills) {
        final String since =
                "&after=" + escaped(instant(Math.max(0, sinceNs - OVERLAP_NS)).toString());
        final String[] last = new String[1];
        for (int page = 0; page < MAX_PAGES; page++) {
            final String token = last[0] == null ? "" : "&page_token=" + escaped(last[0]);
            final String path = "/v2/account/activities/FILL?direction=asc&page_size=" + FILLS_PER_PAGE + since + token;
            final RestAnswer answer = trading.get(path, Priority.ORDERS);
            final String before = last[0];
            final int count = !answer.isDone()
                    ? -1
                    : reader.readFills(answer.body(), fill -> {
                        last[0] = fill.id().toString();
                        fills.accept(fill);
                    });
            if (count < FILLS_PER_PAGE) {
                return count >= 0;
            }
            if (last[0].equals(before)) {
                return false;
            }
        }
        return false;
    }

    /**
     * Gives an order and those that took its place, one after the other.
     *
     * @param first Alpaca's name of the first, or null.
     * @param firstName our name of the first, if Alpaca's is not known.
     * @param row takes them.
     * @return NO if there is no first one.
     */
    Found row(final String first, final String firstName, final List<OrderMessage> row) {
        OrderMessage order = new OrderMessage();
        Found found = first == null ? orderByName(firstName, order) : order(first, order);
        final List<String> seen = new ArrayList<>();
        while (found == Found.YES) {
            row.add(order);
            seen.add(order.id().toString());
            final String next = order.replacedBy().toString();
            if (next.isEmpty() || seen.contains(next)) {
                return Found.YES;
            }
            order = new OrderMessage();
            found = order(next, order) == Found.YES ? Found.YES : Found.UNKNOWN;
        }
        return found;
    }

    static Instant instant(final long epochNs) {
        return Instant.ofEpochSecond(Math.floorDiv(epochNs, 1_000_000_000L), Math.floorMod(epochNs, 1_000_000_000L));
    }

    static String escaped(final String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
