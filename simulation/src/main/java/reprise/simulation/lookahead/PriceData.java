package reprise.simulation.lookahead;

import java.util.function.Supplier;
import reprise.bar.BarInput;
import reprise.simulation.market.BarSource;
import reprise.simulation.market.TickSource;

/** What a source says of one instrument's market, to be read as often as anybody likes, from any thread. */
public sealed interface PriceData {
    /**
     * Whose market it is.
     *
     * @return dense id.
     */
    int instrumentId();

    /**
     * What of it can be known at a moment, and a future.
     *
     * @param cutTimeNs the moment.
     * @param future what comes after it.
     * @return another market.
     */
    PriceData cut(long cutTimeNs, Future future);

    /** Garbage of one moment and instrument is always the same. */
    private static long seed(final long cutTimeNs, final int instrumentId) {
        return cutTimeNs + instrumentId;
    }

    /**
     * Bars.
     *
     * @param instrumentId dense id.
     * @param bars opens them before the first.
     */
    record Bars(int instrumentId, Supplier<BarSource> bars) implements PriceData {
        @Override
        public PriceData cut(final long cutTimeNs, final Future future) {
            final long seed = seed(cutTimeNs, instrumentId);
            return new Bars(instrumentId, () -> new CutBars(bars.get(), cutTimeNs, future, seed));
        }

        /** Those that open at a moment or later. */
        Bars from(final long fromTimeNs) {
            return new Bars(instrumentId, () -> new LaterBars(bars.get(), fromTimeNs));
        }
    }

    /**
     * Trades, quotes or levels of a book; an instrument may have several sources of these.
     *
     * @param instrumentId dense id.
     * @param forms of what the instrument's bars form: TRADES if these are its trades.
     * @param ticks opens them before the first.
     */
    record Ticks(int instrumentId, BarInput forms, Supplier<TickSource> ticks) implements PriceData {
        @Override
        public PriceData cut(final long cutTimeNs, final Future future) {
            final long seed = seed(cutTimeNs, instrumentId);
            return new Ticks(instrumentId, forms, () -> new CutTicks(ticks.get(), cutTimeNs, future, seed));
        }
    }
}
