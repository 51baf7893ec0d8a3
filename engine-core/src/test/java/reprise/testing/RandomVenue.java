package reprise.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import reprise.message.EngineCommands;
import reprise.message.EngineEvents;
import reprise.order.FeeAsset;
import reprise.order.GroupTerms;
import reprise.order.Liquidity;
import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.order.RejectReason;
import reprise.order.ReportedStatus;

/**
 * A venue that answers at once, by chance: accepts, rejects, fills in parts, repeats itself, lets fills overtake cancels. Never fills more
 * than was ordered.
 */
public final class RandomVenue implements EngineCommands {
    /** Answers of hundreds of lines would fill the small rings of the tests. */
    private static final int MOST_REPORTED = 20;

    private final SplittableRandom random;
    private final EngineEvents events;
    private final Map<Long, Long> totals = new HashMap<>();
    private final Map<Long, Long> leaves = new TreeMap<>();
    private final Map<Long, Long> filled = new HashMap<>();
    private final Map<Long, Long> limits = new HashMap<>();
    private long executionId;

    /**
     * A venue.
     *
     * @param random its chance.
     * @param events where it answers.
     */
    public RandomVenue(final SplittableRandom random, final EngineEvents events) {
        this.random = random;
        this.events = events;
    }

    private long price() {
        return 95 + random.nextInt(10);
    }

    private void fill(final long orderId, final long quantity) {
        final long left = leaves.merge(orderId, -quantity, Long::sum);
        filled.merge(orderId, quantity, Long::sum);
        final long id = ++executionId;
        final long price = price();
        final int times = random.nextInt(10) == 0 ? 2 : 1;
        for (int i = 0; i < times; i++) {
            if (left == 0) {
                events.onOrderFilled(orderId, id, id, price, quantity, 3, FeeAsset.QUOTE, Liquidity.UNKNOWN);
            } else {
                events.onOrderPartiallyFilled(orderId, id, id, price, quantity, 3, FeeAsset.QUOTE, Liquidity.UNKNOWN);
            }
        }
        leaves.computeIfPresent(orderId, (ignored, rest) -> rest == 0 ? null : rest);
    }

    private void fillPart(final long orderId) {
        fill(orderId, random.nextLong(1, leaves.get(orderId) + 1));
    }

    @Override
    public void submitOrder(final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        if (random.nextInt(10) == 0) {
            events.onOrderRejected(orderId, 1, RejectReason.VENUE_OTHER, "no");
            return;
        }
        final long quantity = terms.quantity();
        leaves.put(orderId, quantity);
        totals.put(orderId, quantity);
        limits.put(orderId, terms.limitPrice());
        if (random.nextInt(10) > 0) {
            events.onOrderAccepted(orderId, 1);
        }
        if (random.nextInt(20) == 0) {
            events.onOrderOutcomeUnknown(orderId, 1);
        }
        switch (terms.type() == OrderType.MARKET ? 0 : random.nextInt(6)) {
            case 0, 1 -> fill(orderId, quantity);
            case 2, 3 -> fillPart(orderId);
            case 4 -> {
                leaves.remove(orderId);
                events.onOrderExpired(orderId, 1);
            }
            default -> {
                // works
            }
        }
    }

    @Override
    public void submitCashOrder(
            final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        if (random.nextInt(10) == 0) {
            events.onOrderRejected(orderId, 1, RejectReason.VENUE_OTHER, "no");
            return;
        }
        // Less than was reckoned, so that it does not cost more than the amount at the highest price.
        final long quantity = Math.max(1, terms.quantity() * 4 / 5);
        work(orderId, new OrderTerms().set(terms).quantity(quantity));
        if (random.nextInt(2) == 0) {
            fillPart(orderId);
        }
        events.onOrderRestated(orderId, 1, quantity);
        if (leaves.containsKey(orderId)) {
            fill(orderId, leaves.get(orderId));
        }
    }

    @Override
    public void submitGroup(final int instrumentId, final int strategyId, final GroupTerms group) {
        final OrderTerms exit = new OrderTerms();
        if (random.nextInt(10) == 0) {
            events.onOrderRejected(group.firstOrderId(), 1, RejectReason.VENUE_OTHER, "no");
            return;
        }
        if (group.targetPrice() != 0) {
            group.targetTo(exit);
            work(group.targetOrderId(), exit);
        }
        if (group.stopPrice() != 0) {
            group.stopTo(exit);
            work(group.stopOrderId(), exit);
        }
        if (group.hasEntry()) {
            submitOrder(group.firstOrderId(), instrumentId, strategyId, group.entry());
        }
        if (random.nextInt(4) == 0 && leaves.containsKey(group.stopOrderId())) {
            fillPart(group.stopOrderId());
        }
    }

    private void work(final long orderId, final OrderTerms terms) {
        leaves.put(orderId, terms.quantity());
        totals.put(orderId, terms.quantity());
        limits.put(orderId, terms.limitPrice());
        if (random.nextInt(10) > 0) {
            events.onOrderAccepted(orderId, 1);
        }
    }

    @Override
    public void cancelOrder(final long orderId, final int instrumentId) {
        if (leaves.containsKey(orderId) && random.nextInt(3) == 0) {
            fillPart(orderId);
        }
        if (leaves.containsKey(orderId) && random.nextInt(4) > 0) {
            leaves.remove(orderId);
            events.onOrderCancelled(orderId, 1);
        } else {
            events.onCancelRejected(orderId, 1, RejectReason.TOO_LATE);
        }
    }

    @Override
    public void replaceOrder(
            final long orderId,
            final int instrumentId,
            final int revision,
            final long quantity,
            final long limitPrice,
            final long stopPrice) {
        if (leaves.containsKey(orderId) && random.nextInt(3) == 0) {
            fillPart(orderId);
        }
        final long traded = filled.getOrDefault(orderId, 0L);
        if (leaves.containsKey(orderId) && quantity > traded && random.nextInt(4) > 0) {
            totals.put(orderId, quantity);
            leaves.put(orderId, quantity - traded);
            limits.put(orderId, limitPrice);
            events.onOrderReplaced(orderId, 1, quantity, limitPrice, stopPrice);
        } else {
            events.onReplaceRejected(orderId, 1, RejectReason.VENUE_OTHER);
        }
    }

    /** Answers three questions of four, and truly. */
    @Override
    public void queryOrder(final long orderId, final int instrumentId) {
        if (random.nextInt(4) == 0) {
            return;
        }
        if (!totals.containsKey(orderId)) {
            events.onOrderNotFound(orderId, 1);
            return;
        }
        final long total = totals.get(orderId);
        final long traded = filled.getOrDefault(orderId, 0L);
        final ReportedStatus ended = traded == total ? ReportedStatus.FILLED : ReportedStatus.CANCELED;
        final ReportedStatus status = leaves.containsKey(orderId) ? ReportedStatus.WORKING : ended;
        events.onOrderReported(orderId, 1, status, total, limits.get(orderId), traded);
    }

    @Override
    public void requestReconciliation(final int venueId, final long sinceNs) {
        if (random.nextInt(4) == 0 || leaves.size() > MOST_REPORTED) {
            events.onAccountReported(venueId, random.nextLong(1L << 50), "USD");
            return;
        }
        events.onReconciliationBegan(venueId, sinceNs);
        for (final long orderId : leaves.keySet()) {
            if (random.nextInt(10) > 0) {
                final long total = totals.get(orderId);
                final long limit = limits.get(orderId);
                events.onOrderReported(
                        orderId, 1, ReportedStatus.WORKING, total, limit, filled.getOrDefault(orderId, 0L));
            }
        }
        // Somebody else trades in this account too.
        events.onPositionReported(venueId, 0, random.nextLong(-3, 4), 100);
        events.onAccountReported(venueId, random.nextLong(1L << 50), "USD");
        if (random.nextInt(10) > 0) {
            events.onReconciliationEnded(venueId);
        }
    }
}
