package reprise.simulation.backtest;

import java.util.List;
import reprise.market.Aggressor;
import reprise.market.InstrumentStatus;
import reprise.order.Side;
import reprise.simulation.market.TickSource;

/** Trades, quotes and levels in memory. */
final class TickList implements TickSource {
    private final List<Tick> ticks;
    private int index = -1;

    TickList(final Tick... ticks) {
        this.ticks = List.of(ticks);
    }

    /** One of them: a trade has a price and a quantity, a quote a bid and an ask, a level a side, a price and a quantity. */
    record Tick(Kind kind, long timeNs, Side side, long a, long b) {}

    static Tick trade(final long timeNs, final long price, final long quantity) {
        return new Tick(Kind.TRADE, timeNs, null, price, quantity);
    }

    static Tick quote(final long timeNs, final long bid, final long ask) {
        return new Tick(Kind.QUOTE, timeNs, null, bid, ask);
    }

    static Tick level(final long timeNs, final Side side, final long price, final long quantity) {
        return new Tick(Kind.LEVEL, timeNs, side, price, quantity);
    }

    private Tick tick() {
        return ticks.get(index);
    }

    @Override
    public boolean next() {
        return ++index < ticks.size();
    }

    @Override
    public Kind kind() {
        return tick().kind();
    }

    @Override
    public long timeNs() {
        return tick().timeNs();
    }

    @Override
    public long bidPrice() {
        return tick().a();
    }

    @Override
    public long bidQuantity() {
        return 1_000_000;
    }

    @Override
    public long askPrice() {
        return tick().b();
    }

    @Override
    public long askQuantity() {
        return 1_000_000;
    }

    @Override
    public long price() {
        return tick().a();
    }

    @Override
    public long quantity() {
        return tick().b();
    }

    @Override
    public Side side() {
        return tick().side();
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
