package reprise.exit;

import reprise.market.Instrument;
import reprise.order.Side;

/**
 * The entries that are watched, and how entries, exits and their ends change them: the part of the {@link ExitEngine} that hears of orders.
 */
public abstract class ProtectedEntries {
    /** Stands for an entry that has no plan. */
    public static final int NO_PLAN = -1;

    final ExitPlan[] plans;
    final ExitListener listener;
    final ExitWatch watch;
    final OpenExits exits = new OpenExits();
    long unprotectedCount;

    ProtectedEntries(final ExitListener listener, final ExitPlan... plans) {
        this.listener = listener;
        this.plans = plans.clone();
        this.watch = new ExitWatch(listener);
    }

    /**
     * An entry order was sent, or begins to trade, that will have to be left one day; without effect if it is watched already.
     *
     * @param strategyId in whose book.
     * @param instrument of what.
     * @param side of the entry.
     * @param entryOrderId of the entry.
     * @param planId index of the plan, or {@link #NO_PLAN}.
     * @param atr average true range now, in price units; 0 if no distance of the plan needs it.
     * @throws IllegalArgumentException if there is no such plan, or it needs an average true range.
     */
    public void protect(
            final int strategyId,
            final Instrument instrument,
            final Side side,
            final long entryOrderId,
            final int planId,
            final long atr) {
        if (exits.find(instrument.id(), entryOrderId) != null) {
            return;
        }
        if (planId == NO_PLAN) {
            unprotectedCount++;
            listener.onUnprotected(strategyId, instrument.id(), entryOrderId);
            return;
        }
        if (planId < 0 || planId >= plans.length) {
            throw new IllegalArgumentException("no such exit plan: " + planId + " of " + plans.length);
        }
        if (atr < 0 || atr == 0 && plans[planId].needsAtr()) {
            throw new IllegalArgumentException("exit plan " + planId + " needs an average true range above 0: " + atr);
        }
        final ExitPosition position = exits.add();
        position.open(strategyId, instrument, entryOrderId, side.sign());
        position.plan(plans[planId], planId, atr);
        exits.link(position);
    }

    /**
     * A part of an entry traded.
     *
     * @param instrumentId of what.
     * @param entryOrderId of the entry; without effect if it is not protected.
     * @param price of the fill.
     * @param quantity of the fill, net of fees taken in the instrument itself, positive.
     * @param timeNs when; a bar that opened before is believed to have been better before it.
     */
    public void onEntryFill(
            final int instrumentId, final long entryOrderId, final long price, final long quantity, final long timeNs) {
        final ExitPosition position = exits.find(instrumentId, entryOrderId);
        if (position != null && quantity > 0) {
            position.onEntryFill(price, quantity, timeNs);
            watch.tellStop(position);
        }
    }

    /**
     * An entry order will not trade any more.
     *
     * @param instrumentId of what.
     * @param entryOrderId of the entry.
     */
    public void onEntryEnded(final int instrumentId, final long entryOrderId) {
        final ExitPosition position = exits.find(instrumentId, entryOrderId);
        if (position != null) {
            position.entryOpen = false;
            endIfOver(position);
        }
    }

    /**
     * A part of an exit traded.
     *
     * @param instrumentId of what.
     * @param entryOrderId of the entry that is left; without effect if that is not protected or over.
     * @param orderId of the exit; fills of an order that is believed dead count all the same.
     * @param quantity of the fill, positive.
     */
    public void onExitFill(final int instrumentId, final long entryOrderId, final long orderId, final long quantity) {
        final ExitPosition position = exits.find(instrumentId, entryOrderId);
        if (position == null || quantity <= 0) {
            return;
        }
        final long heldBefore = Math.max(position.remainingQuantity(), 0);
        position.inFlight.fill(orderId, quantity);
        position.exitedQuantity += quantity;
        if (quantity > heldBefore) {
            listener.onOverExit(
                    position.strategyId, position.instrumentId, position.entryOrderId, quantity - heldBefore);
        }
        watch.tellStop(position);
        endIfOver(position);
    }

    /**
     * An exit order was rejected, cancelled, expired or filled. What it did not sell is sent again with the next price.
     *
     * @param instrumentId of what.
     * @param entryOrderId of the entry that is left.
     * @param orderId of the exit.
     */
    public void onExitEnded(final int instrumentId, final long entryOrderId, final long orderId) {
        final ExitPosition position = exits.find(instrumentId, entryOrderId);
        if (position != null) {
            final long rest = position.inFlight.end(orderId);
            position.owedQuantity += position.isClosing() ? 0 : rest;
            endIfOver(position);
        }
    }

    /**
     * A fill of an exit was taken back: what it had left is held again.
     *
     * @param instrumentId of what.
     * @param entryOrderId of the entry; without effect if that is over: what is held again is the strategy's own to leave.
     * @param quantity taken back, positive.
     */
    public void onExitBusted(final int instrumentId, final long entryOrderId, final long quantity) {
        final ExitPosition position = exits.find(instrumentId, entryOrderId);
        if (position != null) {
            position.exitedQuantity -= quantity;
            watch.tellStop(position);
        }
    }

    /**
     * A fill of an entry was taken back: it is not held any more. The average price stays that of all fills.
     *
     * @param instrumentId of what.
     * @param entryOrderId of the entry; without effect if that is not protected or over.
     * @param quantity taken back, positive.
     */
    public void onEntryBusted(final int instrumentId, final long entryOrderId, final long quantity) {
        final ExitPosition position = exits.find(instrumentId, entryOrderId);
        if (position != null) {
            position.exitedQuantity += quantity;
            watch.tellStop(position);
            endIfOver(position);
        }
    }

    /**
     * Whether exits of a strategy in an instrument are under way.
     *
     * @param strategyId whose.
     * @param instrumentId of what.
     * @return whether any exit order may still trade.
     */
    public boolean isLeaving(final int strategyId, final int instrumentId) {
        ExitPosition position = exits.first(instrumentId);
        while (position != null) {
            if (position.strategyId == strategyId && !position.inFlight.isEmpty()) {
                return true;
            }
            position = position.nextOfInstrument;
        }
        return false;
    }

    private void endIfOver(final ExitPosition position) {
        if (position.isOver()) {
            exits.remove(position);
            listener.onEnded(
                    position.strategyId,
                    position.instrumentId,
                    position.entryOrderId,
                    position.exitedQuantity,
                    Math.max(position.remainingQuantity(), 0));
        }
    }

    /** How many entries had no plan. */
    public long unprotectedCount() {
        return unprotectedCount;
    }
}
