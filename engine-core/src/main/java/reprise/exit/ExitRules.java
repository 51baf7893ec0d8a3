package reprise.exit;

import reprise.number.Decimals;
import reprise.number.Rounding;
import reprise.order.OrderIds;

/**
 * Asks the rules of a position in their order and sends what the first one that holds wants. Owned by the {@link ExitEngine}; without state
 * of its own.
 *
 * <p>Once a rule closes a position altogether, its reason stands: whatever is not yet on the way out is sent again with every price until
 * nothing is left, wherever the price has gone. So does what a target took and an order did not sell.
 */
final class ExitRules {
    private final ExitListener listener;

    ExitRules(final ExitListener listener) {
        this.listener = listener;
    }

    /** One price, all rules. */
    void ask(final ExitPosition position, final long signedPrice, final boolean fresh, final long nowNs) {
        if (!mustClose(position, signedPrice) && !(fresh && priceActs(position, signedPrice))) {
            askClock(position, signedPrice, fresh, nowNs);
        }
    }

    /** What comes before everything: an order from outside, or the rest of what was begun. */
    boolean mustClose(final ExitPosition position, final long signedPrice) {
        if (position.isClosing()) {
            send(position, position.closingReason, position.closingTrigger, signedPrice, position.freeQuantity());
            return true;
        }
        return position.flattened && close(position, ExitReason.FLATTEN, 0, signedPrice);
    }

    /** Stops and targets at a price at which there was a trade: it fills at that price. */
    boolean priceActs(final ExitPosition position, final long signedPrice) {
        final ExitReason reason = position.levels.reachedBy(signedPrice, position.restsStop(), position.restsTrail());
        if (reason != null) {
            return close(position, reason, position.levels.stop(reason), signedPrice);
        }
        final boolean owed = sendOwed(position, signedPrice);
        return takeTargets(position, signedPrice, false) || owed;
    }

    /** Stops on the way to the adverse extreme of a bar: the first one on the way acts, at its own level. */
    void falls(final ExitPosition position, final long signedExtreme) {
        final ExitReason reason = position.levels.metBy(signedExtreme, position.restsStop(), position.restsTrail());
        if (reason != null && !position.isClosing()) {
            final long level = position.levels.stop(reason);
            close(position, reason, level, level);
        }
    }

    /** Targets on the way to the favourable extreme of a bar, each at its own level. */
    void rises(final ExitPosition position, final long signedExtreme) {
        if (!position.isClosing()) {
            takeTargets(position, signedExtreme, true);
        }
    }

    /** Time, stagnation, session end, signal. A stale price keeps only those from acting that are about the price or at will. */
    void askClock(final ExitPosition position, final long signedPrice, final boolean fresh, final long nowNs) {
        if (position.isClosing()) {
            return;
        }
        if (position.isHeldTooLong(nowNs)) {
            close(position, ExitReason.MAX_HOLD, 0, signedPrice);
        } else if (fresh && position.isStagnant()) {
            close(position, ExitReason.STAGNATION, 0, signedPrice);
        } else if (position.sessionClosing) {
            close(position, ExitReason.SESSION_CLOSE, 0, signedPrice);
        } else if (fresh && position.signalled) {
            close(position, ExitReason.SIGNAL, 0, signedPrice);
        }
    }

    private boolean close(
            final ExitPosition position, final ExitReason reason, final long signedTrigger, final long signedPrice) {
        position.closingReason = reason;
        position.closingTrigger = signedTrigger;
        position.owedQuantity = 0;
        if (position.entryOpen) {
            listener.onCancelEntry(position.strategyId, position.instrumentId, position.entryOrderId);
        }
        send(position, reason, signedTrigger, signedPrice, position.freeQuantity());
        return true;
    }

    private boolean takeTargets(final ExitPosition position, final long signedPrice, final boolean atLevel) {
        boolean taken = false;
        while (!position.isClosing()
                && position.nextTarget < position.plan.targets().size()
                && signedPrice >= position.levels.target(position.nextTarget)) {
            final long level = position.levels.target(position.nextTarget);
            takeTarget(position, level, atLevel ? level : signedPrice);
            taken = true;
        }
        return taken;
    }

    private void takeTarget(final ExitPosition position, final long level, final long signedPrice) {
        final int index = position.nextTarget++;
        final ExitPlan plan = position.plan;
        if (index == plan.targets().size() - 1 && plan.sellsAllAtTargets()) {
            close(position, ExitReason.TARGET, level, signedPrice);
            return;
        }
        final long wanted = quantityOf(position, plan.targets().get(index));
        final long quantity = Math.min(wanted, position.freeQuantity());
        if (!send(position, ExitReason.TARGET, level, signedPrice, quantity)) {
            position.owedQuantity += quantity;
            position.owedTrigger = level;
        }
        if (index + 1 == plan.breakevenAfterTarget()) {
            position.levels.raiseToBreakeven();
        }
    }

    private static long quantityOf(final ExitPosition position, final ExitTarget target) {
        final long quantity =
                Decimals.multiplyDivide(position.entryQuantity(), target.fraction(), ExitDistance.ONE, Rounding.FLOOR);
        return quantity - quantity % position.lotSize;
    }

    /** Returns whether an order was sent: what only waits must not keep the clock's rules from acting. */
    private boolean sendOwed(final ExitPosition position, final long signedPrice) {
        final long owed = Math.min(position.owedQuantity, position.freeQuantity());
        final long quantity = owed - owed % position.lotSize;
        if (quantity > 0 && send(position, ExitReason.TARGET, position.owedTrigger, signedPrice, quantity)) {
            position.owedQuantity -= quantity;
            return true;
        }
        return false;
    }

    /** Returns whether nothing of the quantity is left to send. */
    private boolean send(
            final ExitPosition position,
            final ExitReason reason,
            final long signedTrigger,
            final long signedPrice,
            final long quantity) {
        if (quantity == 0) {
            return true;
        }
        if (position.inFlight.isFull()) {
            return false;
        }
        final long orderId = listener.onExit(
                position.strategyId,
                position.instrumentId,
                position.entryOrderId,
                reason,
                position.sign * signedTrigger,
                position.sign * signedPrice,
                quantity);
        if (orderId == OrderIds.NULL_ORDER_ID) {
            return false;
        }
        position.inFlight.add(orderId, quantity);
        return true;
    }
}
