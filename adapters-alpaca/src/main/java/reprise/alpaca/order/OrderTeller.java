package reprise.alpaca.order;

import reprise.alpaca.json.Decimal;
import reprise.alpaca.wire.FillActivity;
import reprise.alpaca.wire.OrderMessage;
import reprise.alpaca.wire.TradeUpdate;
import reprise.alpaca.wire.UpdateEvent;
import reprise.alpaca.wire.VenueStatus;
import reprise.market.InstrumentDefinition;
import reprise.message.EventPublisher;
import reprise.number.Rounding;
import reprise.order.RejectReason;

/**
 * Tells the engine what becomes of our orders, each thing once and in an order that can be, whatever order it is heard in: a fill may come
 * before the answer to the order, twice, or not at all; {@code replaced} is about the old order; an end may overtake the last fill. Fills are
 * told only without a gap: where what has traded shows that one was missed, nothing more is told of the order until the venue was asked for
 * its executions.
 *
 * <p>Fees are {@link CryptoFees}. Whether an order waited or took is not known.
 *
 * <p>Exits of a bracket have names that the venue makes; answers show whose they are, and the stream is understood by Alpaca's ids from then
 * on.
 *
 * <p>To be called under the lock of the book, on any thread, with that thread's publisher. Allocates nothing for an update of a known order.
 */
public final class OrderTeller {
    private final OrderBook book;
    private final ExecutionTeller executions;
    private final OrderFollowUp followUp;

    OrderTeller(final OrderBook book, final CryptoFees fees, final OrderFollowUp followUp) {
        this.book = book;
        executions = new ExecutionTeller(fees);
        this.followUp = followUp;
    }

    /** A message of the stream. */
    void onUpdate(final TradeUpdate update, final EventPublisher events) {
        final OrderMessage message = update.order();
        final LiveOrder order = book.orderOf(message);
        if (message.id().isEmpty()) {
            followUp.notice("a trade update without an order was left out");
            return;
        }
        if (order == null) {
            book.stranger(message);
            if (message.clientOrderId().isEmpty()) {
                followUp.identify(message.id().toString());
            }
            return;
        }
        final boolean isFirst = !order.isSeen();
        final VenueOrder venueOrder = book.venueOrder(order, message);
        if (isFirst && !message.replaces().isEmpty()) {
            // Of the orders before it nothing is known here.
            order.rowUnknown = true;
            order.stale = true;
        }
        venueOrder.hear(message, order.instrument);
        switch (update.event()) {
            case FILL, PARTIAL_FILL -> onFill(order, venueOrder, update, events);
            case TRADE_BUST, TRADE_CORRECT -> onCorrection(order, venueOrder, update, events);
            case RESTATED -> order.stale = true;
            case CANCEL_REJECTED -> {
                if (!order.isOver()) {
                    events.at(update.timeNs())
                            .onCancelRejected(order.orderId, update.timeNs(), RejectReason.VENUE_OTHER);
                }
            }
            case REPLACE_REJECTED -> replaceRefused(order, update.timeNs(), RejectReason.VENUE_OTHER, events);
            case UNKNOWN -> followUp.notice("a trade update of an unknown kind was left out");
            default -> {}
        }
        settle(order, update.timeNs(), events);
    }

    private void onFill(
            final LiveOrder order, final VenueOrder venueOrder, final TradeUpdate update, final EventPublisher events) {
        final int decimals = order.instrument.quantityDecimals();
        final Decimal filled = update.order().filledQuantity();
        final boolean isReadable =
                update.quantity().isExact(decimals) && filled.isExact(decimals) && isPrice(update.price());
        if (!isReadable) {
            order.stale = true;
            return;
        }
        final long cumulative = filled.toScale(decimals, Rounding.FLOOR);
        final long quantity = update.quantity().toScale(decimals, Rounding.FLOOR);
        if (isHeardBefore(venueOrder, update, cumulative)
                || order.stale
                || order.chain.indexOf(venueOrder) > order.current) {
            // Repeated, or of an order whose place in the row is not known yet.
            return;
        }
        if (quantity > 0 && cumulative - quantity == venueOrder.filledTold) {
            final long nameKey = ExecutionIds.key(update.executionId());
            tellFill(order, venueOrder, nameKey, price(order, update.price()), quantity, update.timeNs(), events);
        } else if (cumulative > venueOrder.filledTold) {
            order.stale = true;
        } else if (!venueOrder.isOld(update.order()) && !update.executionId().isEmpty()) {
            // News, and yet no more than was told: something that was told has been taken back, and we have not heard
            // of it.
            order.correctionMissed = true;
            order.stale = true;
        }
    }

    /** Nothing trades for nothing, or for less. */
    private static boolean isPrice(final Decimal price) {
        return price.isPresent() && !price.isNegative() && !price.isZero();
    }

    /**
     * Whether a fill was told already, and perhaps taken back since: by its name, and, where one was taken back, by the time, because names in
     * the stream and in answers need not be equal. A fill that is wrongly taken for old is missing, and so asked for.
     */
    private static boolean isHeardBefore(final VenueOrder venueOrder, final TradeUpdate update, final long cumulative) {
        if (venueOrder.takenBack == 0 && cumulative > venueOrder.filledTold) {
            return false;
        }
        return !update.executionId().isEmpty() && venueOrder.find(ExecutionIds.key(update.executionId())) >= 0
                || venueOrder.takenBack > 0 && venueOrder.isOld(update.order());
    }

    private long price(final LiveOrder order, final Decimal price) {
        final int decimals = order.instrument.priceDecimals();
        if (!price.isExact(decimals)) {
            followUp.notice(order.instrument.symbol() + " traded at " + price
                    + ", which was rounded: its priceDecimals are " + decimals);
        }
        return price.toScale(decimals, Rounding.HALF_EVEN);
    }

    private void tellFill(
            final LiveOrder order,
            final VenueOrder venueOrder,
            final long nameKey,
            final long price,
            final long quantity,
            final long timeNs,
            final EventPublisher events) {
        venueOrder.filledTold += quantity;
        venueOrder.filledSeen = Math.max(venueOrder.filledSeen, venueOrder.filledTold);
        venueOrder.lastFillNs = Math.max(venueOrder.lastFillNs, timeNs);
        final long id = ExecutionIds.of(venueOrder.key, venueOrder.filledTold, venueOrder.takenBack);
        venueOrder.told(nameKey, id, price, quantity, timeNs);
        order.acceptedTold = true;
        executions.tell(order, venueOrder, venueOrder.executionCount() - 1, events);
    }

    private void onCorrection(
            final LiveOrder order, final VenueOrder venueOrder, final TradeUpdate update, final EventPublisher events) {
        final boolean isCorrection = update.event() == UpdateEvent.TRADE_CORRECT;
        final boolean isApplied = correct(
                order,
                venueOrder,
                ExecutionIds.key(update.previousExecutionId()),
                ExecutionIds.key(update.executionId()),
                isCorrection ? update.price() : null,
                update.quantity(),
                update.timeNs(),
                events);
        if (!isApplied) {
            order.correctionMissed = true;
            order.stale = true;
        }
    }

    /** Takes a fill back and, if there is a price, books it anew. Returns false if the fill is not known. */
    private boolean correct(
            final LiveOrder order,
            final VenueOrder venueOrder,
            final long previousKey,
            final long nameKey,
            final Decimal newPrice,
            final Decimal newQuantity,
            final long timeNs,
            final EventPublisher events) {
        if (venueOrder.find(nameKey) >= 0) {
            return true;
        }
        final int index = venueOrder.find(previousKey);
        final int decimals = order.instrument.quantityDecimals();
        if (index < 0 || newPrice != null && !(newQuantity.isExact(decimals) && isPrice(newPrice))) {
            return false;
        }
        final long id = venueOrder.executionId(index);
        final long traded = venueOrder.traded(index);
        final long price = venueOrder.price(index);
        if (traded == 0) {
            return false;
        }
        venueOrder.takeBack(index);
        executions.tellBust(order, id, price, traded, timeNs, events);
        if (newPrice == null) {
            venueOrder.told(nameKey, id, price, 0, timeNs);
        } else {
            final long quantity = newQuantity.toScale(decimals, Rounding.FLOOR);
            tellFill(order, venueOrder, nameKey, price(order, newPrice), quantity, timeNs, events);
        }
        return true;
    }

    /** A replacement was refused. */
    void replaceRefused(
            final LiveOrder order, final long timeNs, final RejectReason reason, final EventPublisher events) {
        if (order.replaceAsked) {
            order.replaceAsked = false;
            events.at(timeNs).onReplaceRejected(order.orderId, timeNs, reason);
        }
    }

    /** Tells what follows from what is known by now. What cannot be told asks for more. */
    void settle(final LiveOrder order, final long timeNs, final EventPublisher events) {
        if (!order.stale && !order.acceptedTold && isAccepted(order)) {
            order.acceptedTold = true;
            events.at(timeNs).onOrderAccepted(order.orderId, timeNs);
        }
        if (!order.stale && order.isSeen() && order.current().status == VenueStatus.REPLACED) {
            follow(order, timeNs, events);
        }
        if (!order.stale && order.isOver() && !order.endTold) {
            if (order.isBehind()) {
                order.stale = true;
            } else {
                end(order, timeNs, events);
            }
        }
        if (order.stale || order.isBehind() || isAheadOfUs(order)) {
            followUp.refresh(order, order.stale);
        }
    }

    private static boolean isAccepted(final LiveOrder order) {
        return order.isSeen()
                && order.chain.get(0).status != VenueStatus.REJECTED
                && order.chain.get(0).status != VenueStatus.UNKNOWN;
    }

    /** An order that is to take the place of the present one trades, and we have not heard that it did. */
    static boolean isAheadOfUs(final LiveOrder order) {
        for (int i = order.current + 1; i < order.chain.size(); i++) {
            final VenueOrder next = order.chain.get(i);
            if (next.filledSeen > 0 || next.status == VenueStatus.NEW) {
                return true;
            }
        }
        return false;
    }

    /** Goes to the last of the row, which alone is told of: those in between have no fills that were not told. */
    private void follow(final LiveOrder order, final long timeNs, final EventPublisher events) {
        VenueOrder last = order.current();
        while (last.status == VenueStatus.REPLACED && order.successor(last) != null) {
            last = order.successor(last);
        }
        if (last.status == VenueStatus.REPLACED || order.isBehind()) {
            order.stale = true;
            return;
        }
        order.current = order.chain.indexOf(last);
        order.replaceAsked = false;
        final long asked = order.askedQuantity;
        order.askedQuantity = 0;
        events.at(timeNs)
                .onOrderReplaced(order.orderId, timeNs, order.totalQuantity(), last.limitPrice, last.stopPrice);
        if (asked > 0 && order.totalQuantity() > asked) {
            // What traded of the old order after the new one was asked for would trade twice.
            followUp.trim(order, asked);
        }
    }

    private void end(final LiveOrder order, final long timeNs, final EventPublisher events) {
        order.endTold = true;
        book.ended(order);
        events.at(timeNs);
        switch (order.current().status) {
            case CANCELED -> events.onOrderCancelled(order.orderId, timeNs);
            case EXPIRED -> events.onOrderExpired(order.orderId, timeNs);
            case REJECTED ->
                events.onOrderRejected(
                        order.orderId, timeNs, RejectReason.VENUE_OTHER, "rejected by the venue after it was taken");
            default -> {
                if (order.current().restatedTold != order.current().quantity()) {
                    executions.restate(order, order.current(), timeNs, events);
                }
            }
        }
        if (order.replaceAsked) {
            replaceRefused(order, timeNs, RejectReason.TOO_LATE, events);
        }
    }

    /** An order of an answer; its executions are not told by it. */
    VenueOrder hear(final LiveOrder order, final OrderMessage message) {
        final boolean isOurs = order.isSeen() || order.type != null;
        final VenueOrder venueOrder = book.venueOrder(order, message);
        if (isOurs && venueOrder.isNews(message, order.instrument)) {
            followUp.onShown();
        }
        // The venue has taken back what was told, and the message of that was missed.
        order.correctionMissed |= venueOrder.isLessThanTold(message, order.instrument);
        venueOrder.hear(message, order.instrument);
        return venueOrder;
    }

    /** The exits that an answer shows inside of an order of ours. */
    void hearLegs(final LiveOrder first, final OrderMessage message, final long timeNs, final EventPublisher events) {
        for (final OrderMessage leg : message.legs()) {
            final LiveOrder order = book.leg(first, message, leg);
            hear(order, leg);
            settle(order, leg.updatedNs() > 0 ? leg.updatedNs() : timeNs, events);
        }
    }

    /** A fill of the account's activities, in their order; told if it is the next one. */
    void onActivity(
            final LiveOrder order, final VenueOrder venueOrder, final FillActivity fill, final EventPublisher events) {
        final InstrumentDefinition instrument = order.instrument;
        final int decimals = instrument.quantityDecimals();
        if (!fill.quantity().isExact(decimals) || !isPrice(fill.price())) {
            return;
        }
        final long nameKey = ExecutionIds.key(fill);
        if (fill.type().is("trade_bust") || fill.type().is("trade_correct")) {
            final Decimal price = fill.type().is("trade_bust") ? null : fill.price();
            final long previous = ExecutionIds.key(fill.previousId());
            correct(order, venueOrder, previous, nameKey, price, fill.quantity(), fill.timeNs(), events);
            return;
        }
        final long quantity = fill.quantity().toScale(decimals, Rounding.FLOOR);
        final long cumulative = fill.cumulative().isExact(decimals)
                ? fill.cumulative().toScale(decimals, Rounding.FLOOR)
                : venueOrder.filledTold + quantity;
        final boolean isNext = quantity > 0 && cumulative - quantity == venueOrder.filledTold;
        if (isNext && venueOrder.find(nameKey) < 0) {
            tellFill(order, venueOrder, nameKey, price(order, fill.price()), quantity, fill.timeNs(), events);
        }
    }

    /** Whether an activity is news to us. */
    static boolean isKnown(final VenueOrder venueOrder, final FillActivity fill) {
        return venueOrder.find(ExecutionIds.key(fill)) >= 0;
    }

    /** Tells every execution of an order again that was not taken back. */
    void repeatExecutions(final LiveOrder order, final EventPublisher events) {
        for (final VenueOrder venueOrder : order.chain) {
            for (int i = 0; i < venueOrder.executionCount(); i++) {
                if (venueOrder.traded(i) > 0) {
                    executions.tell(order, venueOrder, i, events);
                }
            }
        }
    }

    /** Says where an order is, after its executions. */
    void report(final LiveOrder order, final long timeNs, final EventPublisher events) {
        final VenueOrder present = order.current();
        events.at(timeNs)
                .onOrderReported(
                        order.orderId,
                        timeNs,
                        present.status.reported(),
                        order.totalQuantity(),
                        present.limitPrice,
                        order.filledTold());
    }
}
