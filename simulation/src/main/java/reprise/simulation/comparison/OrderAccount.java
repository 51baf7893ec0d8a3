package reprise.simulation.comparison;

import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Int2ObjectHashMap;
import org.agrona.collections.Long2ObjectHashMap;
import org.agrona.collections.MutableLong;

/** What the fills of one order came to. Sums are signed as in {@link TrailFill}. */
final class OrderAccount {
    /** Of an order that has no fill. */
    static final OrderAccount EMPTY = new OrderAccount();

    private final List<TrailFill> fills = new ArrayList<>();
    private long quantity;
    private long notional;
    private long fees;
    private long markValue;

    /** A quantity of an order with what was paid for it, and what the market asked for it then. */
    record Slice(long notional, long reference) {}

    /**
     * The accounts of all orders of a run. What a fill is worth at the last price is what it changed in the value of the position, so that
     * the values of all fills add up to the value of the position, rounding included.
     */
    static Long2ObjectHashMap<OrderAccount> of(final FillTrail trail) {
        final Long2ObjectHashMap<OrderAccount> accounts = new Long2ObjectHashMap<>();
        final Int2ObjectHashMap<MutableLong> positions = new Int2ObjectHashMap<>();
        for (final TrailFill fill : trail.fills()) {
            final MutableLong position = positions.computeIfAbsent(fill.instrumentId(), id -> new MutableLong());
            final long before = trail.valueOf(fill.instrumentId(), position.get());
            position.addAndGet(fill.quantity());
            final long after = trail.valueOf(fill.instrumentId(), position.get());
            accounts.computeIfAbsent(fill.orderId(), id -> new OrderAccount()).add(fill, after - before);
        }
        return accounts;
    }

    private void add(final TrailFill fill, final long valueChange) {
        fills.add(fill);
        quantity += fill.quantity();
        notional += fill.notional();
        fees += fill.fee();
        markValue += valueChange;
    }

    /** Positive for a buy. */
    long quantity() {
        return quantity;
    }

    long notional() {
        return notional;
    }

    long fees() {
        return fees;
    }

    /** What the fills are worth at the last price. */
    long markValue() {
        return markValue;
    }

    long pnl() {
        return markValue - notional - fees;
    }

    /** The first so much of what was filled. */
    Slice first(final long signedQuantity) {
        long left = signedQuantity;
        long sliceNotional = 0;
        long sliceReference = 0;
        for (int i = 0; i < fills.size() && left != 0; i++) {
            final TrailFill fill = fills.get(i);
            final long part = Math.abs(fill.quantity()) < Math.abs(left) ? fill.quantity() : left;
            sliceNotional += fill.share(fill.notional(), part);
            sliceReference += fill.share(fill.reference(), part);
            left -= part;
        }
        return new Slice(sliceNotional, sliceReference);
    }
}
