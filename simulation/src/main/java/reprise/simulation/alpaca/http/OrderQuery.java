package reprise.simulation.alpaca.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import reprise.simulation.alpaca.account.Order;
import reprise.simulation.alpaca.account.Refusal;

/** Which orders a client wants to see. Immutable. */
final class OrderQuery {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 500;
    private static final Set<String> STATUSES = Set.of("open", "closed", "all");

    private final Predicate<Order> filter;
    private final boolean ascending;
    private final int limit;
    private final String beforeId;
    private final String afterId;

    OrderQuery(final Request request) {
        final String status = request.query("status", "open");
        if (!STATUSES.contains(status)) {
            throw Refusal.unprocessable("invalid status: " + status);
        }
        final long afterNs = request.time("after", Long.MIN_VALUE);
        final long untilNs = request.time("until", Long.MAX_VALUE);
        final List<String> symbols = request.list("symbols");
        final List<String> classes = request.list("asset_class");
        final String side = request.query("side", null);
        final boolean nested = request.isTrue("nested");
        filter = order -> (status.equals("all") || order.status().isOpen() == status.equals("open"))
                && order.createdNs() > afterNs
                && order.createdNs() < untilNs
                && (symbols.isEmpty()
                        || symbols.contains(order.asset().symbol())
                        || symbols.contains(order.asset().positionSymbol()))
                && (classes.isEmpty()
                        || classes.contains(order.asset().assetClass().wireName()))
                && (side == null || order.side().wireName().equals(side))
                && !(nested && order.isLeg());
        ascending = "asc".equals(request.query("direction", "desc"));
        limit = request.whole("limit", DEFAULT_LIMIT, MOST);
        beforeId = request.query("before_order_id", null);
        afterId = request.query("after_order_id", null);
    }

    /** Those of a list in the order of their coming. */
    List<Order> select(final List<Order> all) {
        final int from = afterId == null ? 0 : indexOf(all, afterId) + 1;
        final int to = beforeId == null ? all.size() : indexOf(all, beforeId);
        final List<Order> selected = new ArrayList<>(
                all.subList(from, Math.max(from, to)).stream().filter(filter).toList());
        if (!ascending) {
            Collections.reverse(selected);
        }
        return selected.subList(0, Math.min(limit, selected.size()));
    }

    private static int indexOf(final List<Order> all, final String id) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().toString().equals(id)) {
                return i;
            }
        }
        throw Refusal.unprocessable("no such order: " + id);
    }
}
