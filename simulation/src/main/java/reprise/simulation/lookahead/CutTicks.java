package reprise.simulation.lookahead;

import java.util.SplittableRandom;
import reprise.market.Aggressor;
import reprise.market.InstrumentStatus;
import reprise.order.Side;
import reprise.simulation.market.TickSource;

/**
 * Ticks of which nothing is true that nobody could know at a moment. A bar that closes then is told before what happens at that very moment, so
 * ticks of the moment itself are the future's.
 */
final class CutTicks implements TickSource {
    /** Later ticks that garbage consists of: more would be the same. */
    private static final int GARBAGE_TICKS = 256;

    private final TickSource ticks;
    private final long cutTimeNs;
    private final Future future;
    private final SplittableRandom random;
    private int garbage;
    private long bidPrice;
    private long bidQuantity;
    private long askPrice;
    private long askQuantity;
    private long price;
    private long quantity;

    /**
     * Ticks before the first.
     *
     * @param ticks that are cut; closed with this.
     * @param cutTimeNs the moment.
     * @param future what comes after it.
     * @param seed of garbage.
     */
    CutTicks(final TickSource ticks, final long cutTimeNs, final Future future, final long seed) {
        this.ticks = ticks;
        this.cutTimeNs = cutTimeNs;
        this.future = future;
        random = new SplittableRandom(seed);
    }

    @Override
    public boolean next() {
        if (!ticks.next()) {
            return false;
        }
        final boolean isPast = ticks.timeNs() < cutTimeNs;
        if (!isPast && (future == Future.REMOVED || garbage++ == GARBAGE_TICKS)) {
            return false;
        }
        switch (ticks.kind()) {
            case QUOTE -> quote(isPast);
            case TRADE, LEVEL -> {
                price = isPast ? ticks.price() : wild(ticks.price());
                quantity = isPast ? ticks.quantity() : wild(ticks.quantity());
            }
            default -> {
                // nothing but that it happens
            }
        }
        return true;
    }

    private void quote(final boolean isPast) {
        bidPrice = ticks.bidPrice();
        askPrice = ticks.askPrice();
        bidQuantity = ticks.bidQuantity();
        askQuantity = ticks.askQuantity();
        if (!isPast) {
            bidPrice = wild(bidPrice);
            askPrice = askPrice == 0 ? 0 : Math.max(bidPrice + 1, wild(askPrice));
            bidQuantity = wild(bidQuantity);
            askQuantity = wild(askQuantity);
        }
    }

    /** Between half and twice as much; what is not there stays away. */
    private long wild(final long value) {
        return value == 0 ? 0 : Math.max(1, (long) (value * (0.5 + 1.5 * random.nextDouble())));
    }

    @Override
    public long bidPrice() {
        return bidPrice;
    }

    @Override
    public long bidQuantity() {
        return bidQuantity;
    }

    @Override
    public long askPrice() {
        return askPrice;
    }

    @Override
    public long askQuantity() {
        return askQuantity;
    }

    @Override
    public long price() {
        return price;
    }

    @Override
    public long quantity() {
        return quantity;
    }

    @Override
    public Kind kind() {
        return ticks.kind();
    }

    @Override
    public long timeNs() {
        return ticks.timeNs();
    }

    @Override
    public Side side() {
        return ticks.side();
    }

    @Override
    public Aggressor aggressor() {
        return ticks.aggressor();
    }

    @Override
    public InstrumentStatus status() {
        return ticks.status();
    }

    @Override
    public void close() {
        ticks.close();
    }
}
