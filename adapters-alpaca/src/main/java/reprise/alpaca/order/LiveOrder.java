package reprise.alpaca.order;

import java.util.ArrayList;
import java.util.List;
import reprise.alpaca.json.Chars;
import reprise.alpaca.wire.VenueStatus;
import reprise.market.InstrumentDefinition;
import reprise.order.OrderIds;
import reprise.order.OrderType;
import reprise.order.Side;

/** One of our orders, as a row of Alpaca's: each took the place of the one before. Guarded by the lock of the book. */
final class LiveOrder {
    final long orderId;
    final InstrumentDefinition instrument;
    final List<VenueOrder> chain = new ArrayList<>(2);

    /** Of the terms that this process sent; null if another did. */
    OrderType type;

    /** The order by whose name the venue knows the group of this one; 0 for an order that has a name of its own. */
    long firstOrderId;

    /** As the venue says; the venue is heard before anything trades. */
    Side side = Side.BUY;

    /** Which of the chain the engine was told of last. */
    int current;

    boolean acceptedTold;
    boolean endTold;

    /** Something was missed: nothing more is told until the venue has been asked. */
    boolean stale;

    /** The first that was heard of it is about a replacement: what was before is not known here. */
    boolean rowUnknown;

    /** A fill was taken back that is not known here. */
    boolean correctionMissed;

    boolean refreshPlanned;
    boolean refreshPlannedNow;

    /** A replacement was asked for that is neither confirmed nor refused. */
    boolean replaceAsked;

    long askedQuantity;
    int askedRevision;
    int corrections;

    /** Until when a request to place it may still arrive although nobody answered, by the clock of spans. */
    long underWayUntilNs;

    LiveOrder(final long orderId, final InstrumentDefinition instrument) {
        this.orderId = orderId;
        this.instrument = instrument;
    }

    /** Work on orders that belong together is done one after the other. */
    long strand() {
        return firstOrderId == OrderIds.NULL_ORDER_ID ? orderId : firstOrderId;
    }

    VenueOrder find(final Chars id) {
        for (int i = 0; i < chain.size(); i++) {
            if (id.is(chain.get(i).idBytes)) {
                return chain.get(i);
            }
        }
        return null;
    }

    VenueOrder find(final long key) {
        for (int i = 0; i < chain.size(); i++) {
            if (chain.get(i).key == key) {
                return chain.get(i);
            }
        }
        return null;
    }

    /** The venue's order that the engine knows of; null if there is none yet. */
    VenueOrder current() {
        return chain.isEmpty() ? null : chain.get(current);
    }

    /** The venue's order that took the place of another; null if none did, or we do not know it. */
    VenueOrder successor(final VenueOrder replaced) {
        for (int i = 0; i < chain.size(); i++) {
            if (chain.get(i).id.equals(replaced.replacedBy)) {
                return chain.get(i);
            }
        }
        return null;
    }

    /** Where questions about it begin: the first of the row that something may still be heard of; null if the row is not known. */
    VenueOrder firstUnsettled() {
        if (rowUnknown || chain.isEmpty()) {
            return null;
        }
        for (int i = 0; i < chain.size() - 1; i++) {
            if (!chain.get(i).status.isFinal() || chain.get(i).isBehind()) {
                return chain.get(i);
            }
        }
        return chain.get(chain.size() - 1);
    }

    /** Takes over what the venue says of the row, from one of its members on. */
    void arrange(final VenueOrder from, final List<VenueOrder> row) {
        final VenueOrder present = acceptedTold ? current() : null;
        final int at = from == null ? 0 : Math.max(0, chain.indexOf(from));
        chain.removeAll(row);
        chain.addAll(Math.min(at, chain.size()), row);
        current = present == null ? 0 : chain.indexOf(present);
        rowUnknown = false;
    }

    /** Is where it is, without the engine being told how it came there: it knows, or is about to be told as a whole. */
    void adopt() {
        acceptedTold = true;
        while (successor(current()) != null) {
            current = chain.indexOf(successor(current()));
        }
    }

    long filledTold() {
        long filled = 0;
        for (int i = 0; i < chain.size(); i++) {
            filled += chain.get(i).filledTold;
        }
        return filled;
    }

    /** All that is ordered: what traded of the orders before the present one, and all of that; 0 for an amount that is not spent. */
    long totalQuantity() {
        return filledTold() - current().filledTold + current().quantity();
    }

    /** Whether more has traded than the engine was told. */
    boolean isBehind() {
        for (int i = 0; i < chain.size(); i++) {
            if (chain.get(i).isBehind()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the venue has said that it is over, whatever the engine was told. */
    boolean isOver() {
        final VenueOrder present = current();
        return present != null && present.status.isFinal() && present.status != VenueStatus.REPLACED;
    }

    boolean isSeen() {
        return !chain.isEmpty();
    }

    @Override
    public String toString() {
        return "order " + orderId + " of " + instrument.symbol() + " " + chain;
    }
}
