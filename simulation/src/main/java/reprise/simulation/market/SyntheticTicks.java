package reprise.simulation.market;

import reprise.market.Aggressor;
import reprise.market.InstrumentDefinition;
import reprise.market.InstrumentStatus;
import reprise.order.Side;

/**
 * A made-up order book of one instrument, told in quotes and trades, or level by level: a few levels on each side whose sizes change, are
 * traded away and cancelled, around a price that wanders, sometimes jumps, and is now and then halted. What is told is consistent: trades
 * happen at the best price and come off its size. The same parameters give the same ticks on every JDK.
 *
 * <p>Single-threaded; allocates nothing per tick.
 */
public final class SyntheticTicks implements TickSource {
    private static final Kind[] KINDS = Kind.values();
    private static final int LEVELS = 5;
    private static final int MAX_LEVEL_LOTS = 50;
    private static final int QUEUE = 4 * LEVELS + 4;
    private static final int MIN_PRICE_TICKS = 4 * LEVELS;

    private final SplitMix random;
    private final boolean byLevel;
    private final long tickSize;
    private final long lotSize;
    private final long meanGapNs;
    private final long haltEvery;
    private final long count;
    private final long[] bidQuantities = new long[LEVELS];
    private final long[] askQuantities = new long[LEVELS];

    /** What one change of the book is told in: kind, side, price, quantity, waiting to be read. */
    private final long[][] queue = new long[QUEUE][4];

    private final long[] shownBids = new long[LEVELS];
    private final long[] shownAsks = new long[LEVELS];
    private long shownBest = Long.MIN_VALUE;
    private int queued;
    private int read;
    private long best;
    private long told;
    private long changes;
    private long timeNs;
    private boolean halted;

    /**
     * A market.
     *
     * @param definition whose ticks and lots it keeps to.
     * @param seed of everything random.
     * @param startPrice around which it moves, in price units.
     * @param startTimeNs when it begins, nanoseconds since the epoch.
     * @param meanGapNs mean time between changes, nanoseconds.
     * @param count of ticks.
     * @param byLevel whether the book is told level by level, else as quotes.
     * @param haltEvery after how many changes it is halted for some; 0 for never.
     */
    public SyntheticTicks(
            final InstrumentDefinition definition,
            final long seed,
            final long startPrice,
            final long startTimeNs,
            final long meanGapNs,
            final long count,
            final boolean byLevel,
            final long haltEvery) {
        random = new SplitMix(seed);
        this.byLevel = byLevel;
        this.haltEvery = haltEvery;
        this.count = count;
        this.meanGapNs = meanGapNs;
        tickSize = definition.tickSize();
        lotSize = definition.lotSize();
        timeNs = startTimeNs;
        best = Math.max(startPrice / tickSize, MIN_PRICE_TICKS);
        refill(bidQuantities);
        refill(askQuantities);
    }

    private void refill(final long[] quantities) {
        for (int i = 0; i < LEVELS; i++) {
            quantities[i] = lots();
        }
    }

    private long lots() {
        return (1 + below(MAX_LEVEL_LOTS)) * lotSize;
    }

    private int below(final int bound) {
        return (int) (random.nextUnit() * bound);
    }

    @Override
    public boolean next() {
        if (told == count) {
            return false;
        }
        told++;
        read++;
        while (read >= queued) {
            read = 0;
            queued = 0;
            change();
        }
        return true;
    }

    private void change() {
        timeNs += Math.max(1, (long) (meanGapNs * 2 * random.nextUnit()));
        changes++;
        if (haltEvery > 0 && changes % haltEvery == 0) {
            halted = !halted;
            tell(Kind.STATUS, Side.BUY, halted ? 1 : 0, 0);
        } else if (changes == 1) {
            tellBook();
        } else {
            happen(below(20));
        }
    }

    private void happen(final int what) {
        if (what < 8 && !halted) {
            trade(what < 4 ? Side.BUY : Side.SELL);
        } else if (what < 17) {
            final long[] quantities = what % 2 == 0 ? bidQuantities : askQuantities;
            quantities[below(LEVELS)] = lots();
        } else if (what < 19) {
            move(what == 17 ? 1 : -1);
        } else {
            for (int i = below(4); i >= 0; i--) {
                move(changes % 2 == 0 ? 1 : -1);
            }
        }
        tellBook();
    }

    /** Others take from the best level of a side; a level that is empty moves the price. */
    private void trade(final Side taker) {
        final long[] quantities = taker == Side.BUY ? askQuantities : bidQuantities;
        final long quantity = Math.min(quantities[0], lots());
        tell(Kind.TRADE, taker, best + (taker == Side.BUY ? 1 : 0), quantity);
        quantities[0] -= quantity;
        if (quantities[0] == 0) {
            move(taker.sign());
            quantities[0] = quantities[0] == 0 ? lots() : quantities[0];
        }
    }

    private void move(final int direction) {
        if (direction < 0 && best <= MIN_PRICE_TICKS) {
            return;
        }
        best += direction;
        shift(bidQuantities, direction > 0);
        shift(askQuantities, direction < 0);
    }

    /** Levels keep their prices while the best price moves: a side that gains a level shows a new one in front. */
    private void shift(final long[] quantities, final boolean gains) {
        if (gains) {
            System.arraycopy(quantities, 0, quantities, 1, LEVELS - 1);
            quantities[0] = lots();
        } else {
            System.arraycopy(quantities, 1, quantities, 0, LEVELS - 1);
            quantities[LEVELS - 1] = lots();
        }
        if (quantities[0] == 0) {
            quantities[0] = lots();
        }
    }

    private void tellBook() {
        if (!byLevel) {
            tell(Kind.QUOTE, Side.BUY, 0, 0);
            return;
        }
        tellSide(Side.BUY, bidQuantities, shownBids);
        tellSide(Side.SELL, askQuantities, shownAsks);
        shownBest = best;
        System.arraycopy(bidQuantities, 0, shownBids, 0, LEVELS);
        System.arraycopy(askQuantities, 0, shownAsks, 0, LEVELS);
    }

    private void tellSide(final Side side, final long[] quantities, final long[] shown) {
        for (int i = 0; i < LEVELS && shownBest != Long.MIN_VALUE; i++) {
            final long price = priceAt(side, shownBest, i);
            if (quantityAt(side, quantities, price) == 0) {
                tell(Kind.LEVEL, side, price, 0);
            }
        }
        for (int i = 0; i < LEVELS; i++) {
            final long price = priceAt(side, best, i);
            final long before = shownBest == Long.MIN_VALUE ? 0 : shownAt(side, shown, price);
            if (before != quantities[i]) {
                tell(Kind.LEVEL, side, price, quantities[i]);
            }
        }
    }

    private static long priceAt(final Side side, final long bestBid, final int level) {
        return side == Side.BUY ? bestBid - level : bestBid + 1 + level;
    }

    private long quantityAt(final Side side, final long[] quantities, final long price) {
        final long level = side == Side.BUY ? best - price : price - best - 1;
        return level >= 0 && level < LEVELS ? quantities[(int) level] : 0;
    }

    private long shownAt(final Side side, final long[] shown, final long price) {
        final long level = side == Side.BUY ? shownBest - price : price - shownBest - 1;
        return level >= 0 && level < LEVELS ? shown[(int) level] : 0;
    }

    private void tell(final Kind kind, final Side side, final long price, final long quantity) {
        final long[] tick = queue[queued++];
        tick[0] = kind.ordinal();
        tick[1] = side.ordinal();
        tick[2] = price;
        tick[3] = quantity;
    }

    @Override
    public Kind kind() {
        return KINDS[(int) queue[read][0]];
    }

    @Override
    public long timeNs() {
        return timeNs;
    }

    @Override
    public long bidPrice() {
        return best * tickSize;
    }

    @Override
    public long bidQuantity() {
        return bidQuantities[0];
    }

    @Override
    public long askPrice() {
        return (best + 1) * tickSize;
    }

    @Override
    public long askQuantity() {
        return askQuantities[0];
    }

    @Override
    public long price() {
        return queue[read][2] * tickSize;
    }

    @Override
    public long quantity() {
        return queue[read][3];
    }

    @Override
    public Side side() {
        return Side.of((int) queue[read][1]);
    }

    @Override
    public Aggressor aggressor() {
        return side() == Side.BUY ? Aggressor.BUYER : Aggressor.SELLER;
    }

    @Override
    public InstrumentStatus status() {
        return queue[read][2] == 1 ? InstrumentStatus.HALTED : InstrumentStatus.TRADING;
    }

    @Override
    public void close() {
        // nothing to release
    }
}
