package reprise.simulation.lookahead;

import java.util.SplittableRandom;
import reprise.simulation.market.BarSource;

/**
 * Bars of which nothing is true that nobody could know at a moment: of a bar that is forming then the open alone, of later ones nothing.
 */
final class CutBars implements BarSource {
    /** Later bars that garbage consists of: more would be the same. */
    private static final int GARBAGE_BARS = 64;

    private final BarSource bars;
    private final long cutTimeNs;
    private final Future future;
    private final SplittableRandom random;
    private int garbage;
    private long open;
    private long high;
    private long low;
    private long close;
    private long volume;

    /**
     * Bars before the first.
     *
     * @param bars that are cut; closed with this.
     * @param cutTimeNs the moment.
     * @param future what comes after it.
     * @param seed of garbage.
     */
    CutBars(final BarSource bars, final long cutTimeNs, final Future future, final long seed) {
        this.bars = bars;
        this.cutTimeNs = cutTimeNs;
        this.future = future;
        random = new SplittableRandom(seed);
    }

    @Override
    public boolean next() {
        if (!bars.next()) {
            return false;
        }
        open = bars.openPrice();
        if (bars.closeTimeNs() <= cutTimeNs) {
            high = bars.highPrice();
            low = bars.lowPrice();
            close = bars.closePrice();
            volume = bars.volume();
            return true;
        }
        if (bars.openTimeNs() >= cutTimeNs) {
            if (future == Future.REMOVED || garbage++ == GARBAGE_BARS) {
                return false;
            }
            open = wild(open);
        }
        close = wild(open);
        high = Math.max(open, wild(Math.max(open, close)));
        high = Math.max(high, close);
        low = Math.min(open, close);
        volume = wild(Math.max(1, bars.volume()));
        return true;
    }

    /** Between half and twice as much. */
    private long wild(final long value) {
        return Math.max(1, (long) (value * (0.5 + 1.5 * random.nextDouble())));
    }

    @Override
    public long openTimeNs() {
        return bars.openTimeNs();
    }

    @Override
    public long closeTimeNs() {
        return bars.closeTimeNs();
    }

    @Override
    public long periodNs() {
        return bars.periodNs();
    }

    @Override
    public long openPrice() {
        return open;
    }

    @Override
    public long highPrice() {
        return high;
    }

    @Override
    public long lowPrice() {
        return low;
    }

    @Override
    public long closePrice() {
        return close;
    }

    @Override
    public long volume() {
        return volume;
    }

    @Override
    public void close() {
        bars.close();
    }
}
