package reprise.simulation.peer;

import java.util.Iterator;
import java.util.List;
import reprise.market.Aggressor;
import reprise.market.InstrumentStatus;
import reprise.order.Side;
import reprise.simulation.market.TickSource;

/** Quotes and trades in memory. */
final class PeerTicks implements TickSource {
    /** More than anybody here orders. */
    private static final long DEEP = 1_000_000;

    private final Iterator<Tick> ticks;
    private Tick tick;

    PeerTicks(final List<Tick> ticks) {
        this.ticks = ticks.iterator();
    }

    /** A trade, or a quote if it has a quantity of 0. */
    record Tick(long timeNs, long bid, long ask, long price, long quantity) {}

    /** A quote that is deep enough for all. */
    static Tick quote(final long timeNs, final long bid, final long ask) {
        return new Tick(timeNs, bid, ask, 0, 0);
    }

    static Tick trade(final long timeNs, final long price, final long quantity) {
        return new Tick(timeNs, 0, 0, price, quantity);
    }

    @Override
    public boolean next() {
        tick = ticks.hasNext() ? ticks.next() : null;
        return tick != null;
    }

    @Override
    public Kind kind() {
        return tick.quantity == 0 ? Kind.QUOTE : Kind.TRADE;
    }

    @Override
    public long timeNs() {
        return tick.timeNs;
    }

    @Override
    public long bidPrice() {
        return tick.bid;
    }

    @Override
    public long bidQuantity() {
        return DEEP;
    }

    @Override
    public long askPrice() {
        return tick.ask;
    }

    @Override
    public long askQuantity() {
        return DEEP;
    }

    @Override
    public long price() {
        return tick.price;
    }

    @Override
    public long quantity() {
        return tick.quantity;
    }

    @Override
    public Side side() {
        throw new UnsupportedOperationException("there are no levels");
    }

    @Override
    public Aggressor aggressor() {
        return Aggressor.UNKNOWN;
    }

    @Override
    public InstrumentStatus status() {
        throw new UnsupportedOperationException("trading is not halted");
    }

    @Override
    public void close() {
        // nothing to release
    }
}
