package reprise.simulation.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import reprise.order.Side;

/**
 * Says which orders of two runs on the same market go together. Each strategy and instrument by itself: first orders that were decided at the
 * same time, the n-th with the n-th; then, between two such times, the n-th that is left to buy with the n-th to buy, and the same with those
 * to sell: these are orders that one run decided at another time. What is left then only one run has.
 */
public final class OrderAlignment {
    private final List<OrderDifference> pairs = new ArrayList<>();
    private final ToLongFunction<TrailOrder> moment;

    private OrderAlignment(final ToLongFunction<TrailOrder> moment) {
        this.moment = moment;
    }

    /**
     * Aligns the orders of two runs.
     *
     * @param before of the one, in the order of their decision.
     * @param after of the other, in the order of their decision.
     * @param moment when an order was decided: {@link TrailOrder#timeNs}, or {@link TrailOrder#barsBefore} where two runs have clocks of
     *     their own.
     * @return what is the same and what is not.
     */
    public static OrderAlignment of(
            final List<TrailOrder> before, final List<TrailOrder> after, final ToLongFunction<TrailOrder> moment) {
        final OrderAlignment alignment = new OrderAlignment(moment);
        final Map<Lane, List<TrailOrder>> beforeByLane = byLane(before);
        final Map<Lane, List<TrailOrder>> afterByLane = byLane(after);
        beforeByLane.forEach((lane, orders) -> alignment.align(orders, afterByLane.getOrDefault(lane, List.of())));
        afterByLane.forEach((lane, orders) -> {
            if (!beforeByLane.containsKey(lane)) {
                alignment.align(List.of(), orders);
            }
        });
        alignment.pairs.sort(Comparator.comparingLong(OrderDifference::timeNs));
        return alignment;
    }

    /** Whose orders are compared with one another. */
    private record Lane(int strategyId, int instrumentId) {}

    private static Map<Lane, List<TrailOrder>> byLane(final List<TrailOrder> orders) {
        final Map<Lane, List<TrailOrder>> lanes = new LinkedHashMap<>();
        for (final TrailOrder order : orders) {
            lanes.computeIfAbsent(new Lane(order.strategyId(), order.instrumentId()), lane -> new ArrayList<>())
                    .add(order);
        }
        return lanes;
    }

    private void align(final List<TrailOrder> before, final List<TrailOrder> after) {
        final List<TrailOrder> leftBefore = new ArrayList<>();
        final List<TrailOrder> leftAfter = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            final int order = compare(before, i, after, j);
            if (order < 0) {
                leftBefore.add(before.get(i++));
            } else if (order > 0) {
                leftAfter.add(after.get(j++));
            } else {
                pairTheLeft(leftBefore, leftAfter);
                pairs.add(OrderDifference.between(before.get(i++), after.get(j++)));
            }
        }
        pairTheLeft(leftBefore, leftAfter);
    }

    private int compare(final List<TrailOrder> before, final int i, final List<TrailOrder> after, final int j) {
        if (i == before.size()) {
            return 1;
        }
        return j == after.size()
                ? -1
                : Long.compare(moment.applyAsLong(before.get(i)), moment.applyAsLong(after.get(j)));
    }

    private void pairTheLeft(final List<TrailOrder> before, final List<TrailOrder> after) {
        for (final Side side : Side.values()) {
            final List<TrailOrder> ours = of(side, before);
            final List<TrailOrder> theirs = of(side, after);
            for (int i = 0; i < Math.max(ours.size(), theirs.size()); i++) {
                if (i >= theirs.size()) {
                    pairs.add(OrderDifference.onlyBefore(ours.get(i)));
                } else if (i >= ours.size()) {
                    pairs.add(OrderDifference.onlyAfter(theirs.get(i)));
                } else {
                    pairs.add(OrderDifference.between(ours.get(i), theirs.get(i)));
                }
            }
        }
        before.clear();
        after.clear();
    }

    private static List<TrailOrder> of(final Side side, final List<TrailOrder> orders) {
        return orders.stream().filter(order -> order.side() == side).toList();
    }

    /**
     * All orders of both runs, those that go together side by side.
     *
     * @return in order of time.
     */
    public List<OrderDifference> pairs() {
        return List.copyOf(pairs);
    }

    /**
     * Orders that are not the same.
     *
     * @return in order of time.
     */
    public List<OrderDifference> differences() {
        return pairs.stream().filter(pair -> !pair.isNone()).toList();
    }

    /**
     * How many orders are the same in both runs.
     *
     * @return count.
     */
    public long same() {
        return pairs.stream().filter(OrderDifference::isNone).count();
    }

    /**
     * How many orders both runs have, but not the same.
     *
     * @return count.
     */
    public long changed() {
        return pairs.size() - same() - onlyBefore() - onlyAfter();
    }

    /**
     * How many orders only the first run has.
     *
     * @return count.
     */
    public long onlyBefore() {
        return pairs.stream()
                .map(OrderDifference::after)
                .filter(Objects::isNull)
                .count();
    }

    /**
     * How many orders only the other run has.
     *
     * @return count.
     */
    public long onlyAfter() {
        return pairs.stream()
                .map(OrderDifference::before)
                .filter(Objects::isNull)
                .count();
    }
}
