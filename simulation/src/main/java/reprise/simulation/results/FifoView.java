package reprise.simulation.results;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import reprise.market.Instrument;
import reprise.number.Decimals;
import reprise.number.Rounding;

/**
 * The account as a tax office sees it: what is closed is what was opened first, over all books, whichever strategy and whichever entry an exit
 * belongs to. Fed with the fills of a run outside the core, in their order; no decision depends on it. Allocates; single-threaded.
 */
public final class FifoView {
    private final Map<Integer, Deque<Lot>> lots = new HashMap<>();
    private final Consumer<Disposal> disposals;

    /**
     * A view of no fills yet.
     *
     * @param disposals takes each closed lot as it comes about.
     */
    public FifoView(final Consumer<Disposal> disposals) {
        this.disposals = disposals;
    }

    /**
     * A closed lot, or a part of one.
     *
     * @param instrumentId what was traded.
     * @param openedTimeNs when it was opened.
     * @param closedTimeNs when it was closed.
     * @param signedQuantity with the sign of what was opened.
     * @param cost what it had cost, money with the sign of the quantity.
     * @param proceeds what it brought, money with the sign of the quantity.
     */
    public record Disposal(
            int instrumentId, long openedTimeNs, long closedTimeNs, long signedQuantity, long cost, long proceeds) {
        /**
         * What it has earned, without fees.
         *
         * @return money.
         */
        public long pnl() {
            return proceeds - cost;
        }
    }

    private static final class Lot {
        private final long timeNs;
        private long quantity;
        private long cost;

        private Lot(final long timeNs, final long quantity, final long cost) {
            this.timeNs = timeNs;
            this.quantity = quantity;
            this.cost = cost;
        }
    }

    /**
     * The next fill.
     *
     * @param instrument that was traded.
     * @param signedQuantity positive for a buy.
     * @param price of the fill.
     * @param timeNs of the fill.
     */
    public void onFill(final Instrument instrument, final long signedQuantity, final long price, final long timeNs) {
        final Deque<Lot> open = lots.computeIfAbsent(instrument.id(), id -> new ArrayDeque<>());
        long quantity = signedQuantity;
        long notional = instrument.notional(price, signedQuantity);
        while (quantity != 0 && !open.isEmpty() && (open.peekFirst().quantity ^ quantity) < 0) {
            final Lot oldest = open.peekFirst();
            final long closed = Math.min(Math.abs(quantity), Math.abs(oldest.quantity));
            final long cost = share(oldest.cost, closed, Math.abs(oldest.quantity));
            final long value = share(notional, closed, Math.abs(quantity));
            final long signed = oldest.quantity < 0 ? -closed : closed;
            disposals.accept(new Disposal(instrument.id(), oldest.timeNs, timeNs, signed, cost, -value));
            oldest.quantity -= signed;
            oldest.cost -= cost;
            quantity += signed;
            notional -= value;
            if (oldest.quantity == 0) {
                open.removeFirst();
            }
        }
        if (quantity != 0) {
            open.addLast(new Lot(timeNs, quantity, notional));
        }
    }

    /** All of the units take all of the amount with them. */
    private static long share(final long amount, final long part, final long whole) {
        return Decimals.multiplyDivide(amount, part, whole, Rounding.HALF_EVEN);
    }

    /**
     * What is still open.
     *
     * @param instrumentId of what.
     * @return its cost, money with the sign of the quantity.
     */
    public long openCost(final int instrumentId) {
        return lots.getOrDefault(instrumentId, new ArrayDeque<>()).stream()
                .mapToLong(lot -> lot.cost)
                .sum();
    }
}
