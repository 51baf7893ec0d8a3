package reprise.simulation.alpaca;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import reprise.simulation.alpaca.market.Asset;
import reprise.simulation.alpaca.market.Bar;
import reprise.simulation.alpaca.market.Trade;
import reprise.simulation.backtest.Pace;
import reprise.simulation.backtest.SessionProgress;
import reprise.simulation.market.BarSource;

/**
 * Drives a venue's market with bars: each becomes a few trades with a quote around each, and what traded within a minute becomes its minute
 * bar. A minute without trades has none. The market stands still until a client listens; at full speed it never runs further ahead of the
 * slowest client than its queue. Runs on the calling thread.
 */
public final class MarketPlayback {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long MAX_PARK_NS = 5_000_000;
    private static final long PROGRESS_STEPS = 256;
    private static final int MOST_BEHIND = 64;
    private static final BigDecimal LOT = new BigDecimal("100");

    private final AlpacaServer server;
    private final AlpacaMarket market;
    private final Pace pace;
    private final List<BarPath> paths = new ArrayList<>();
    private final Map<Asset, Bar> minutes = new HashMap<>();
    private volatile boolean stopRequested;
    private long bars;

    /**
     * A playback that has not begun.
     *
     * @param server whose market it drives.
     * @param pace how fast.
     */
    public MarketPlayback(final AlpacaServer server, final Pace pace) {
        this.server = server;
        this.market = server.market();
        this.pace = pace;
    }

    /**
     * Adds an asset's bars; what comes before is history at once.
     *
     * @param asset of the venue's.
     * @param source before its first bar; not closed.
     * @param priceDecimals of its prices.
     * @param quantityDecimals of its volumes.
     * @param historyUntilNs bars that end then or before are history, nanoseconds since the epoch.
     */
    public void add(
            final Asset asset,
            final BarSource source,
            final int priceDecimals,
            final int quantityDecimals,
            final long historyUntilNs) {
        final BigDecimal tick = asset.priceIncrement();
        while (source.next()) {
            if (source.closeTimeNs() > historyUntilNs) {
                paths.add(new BarPath(asset, new Repeating(source), priceDecimals, quantityDecimals, tick));
                return;
            }
            market.history(asset.symbol(), historicalBar(source, priceDecimals, quantityDecimals));
        }
    }

    private static Bar historicalBar(final BarSource source, final int priceDecimals, final int quantityDecimals) {
        final BigDecimal close = BigDecimal.valueOf(source.closePrice(), priceDecimals);
        return new Bar(
                source.openTimeNs(),
                BigDecimal.valueOf(source.openPrice(), priceDecimals),
                BigDecimal.valueOf(source.highPrice(), priceDecimals),
                BigDecimal.valueOf(source.lowPrice(), priceDecimals),
                close,
                BigDecimal.valueOf(source.volume(), quantityDecimals),
                1,
                close);
    }

    /** Asks {@link #run} to end soon; from any thread. */
    public void stop() {
        stopRequested = true;
    }

    /**
     * Waits for a client and runs until the data ends. To be called once.
     *
     * @param progress is told how far it is.
     * @return whether it was stopped before.
     */
    public boolean run(final SessionProgress progress) {
        paths.removeIf(path -> !path.next());
        while (!stopRequested && !server.hasSubscriber()) {
            LockSupport.parkNanos(MAX_PARK_NS);
        }
        pace.begin(paths.stream().mapToLong(BarPath::timeNs).min().orElse(0));
        long steps = 0;
        while (!paths.isEmpty() && await(nextTimeNs())) {
            step();
            if (++steps % PROGRESS_STEPS == 0) {
                progress.onProgress(bars, nextTimeNs());
            }
        }
        closeMinutes(Long.MAX_VALUE);
        return stopRequested;
    }

    private long nextTimeNs() {
        return paths.stream().mapToLong(BarPath::timeNs).min().orElse(Long.MAX_VALUE);
    }

    /** Returns false if it is to stop. */
    private boolean await(final long timeNs) {
        for (long waitNs = pace.waitNs(timeNs); waitNs > 0 && !stopRequested; waitNs = pace.waitNs(timeNs)) {
            final long nowNs = pace.timeSource().timeNs(0);
            closeMinutes(nowNs);
            market.advanceTo(nowNs);
            LockSupport.parkNanos(Math.min(waitNs, MAX_PARK_NS));
        }
        while (pace == Pace.OF_THE_DATA && server.streams().backlog() > MOST_BEHIND && !stopRequested) {
            LockSupport.parkNanos(MAX_PARK_NS / 10);
        }
        return !stopRequested;
    }

    private void step() {
        final long timeNs = nextTimeNs();
        closeMinutes(timeNs);
        market.advanceTo(timeNs);
        for (final BarPath path : List.copyOf(paths)) {
            if (path.timeNs() == timeNs) {
                trade(path);
                if (!path.next()) {
                    paths.remove(path);
                }
            }
        }
    }

    private void trade(final BarPath path) {
        final BigDecimal price = path.price();
        final BigDecimal size = path.size();
        market.together(() -> {
            market.quote(path.asset(), price.subtract(path.tick()), price.add(path.tick()), quoteSize(path.asset()));
            market.trade(path.asset(), price, size);
        });
        final long timeNs = path.timeNs();
        final Bar traded = Bar.of(timeNs - Math.floorMod(timeNs, MINUTE_NS), new Trade(0, price, size, true, timeNs));
        minutes.merge(path.asset(), traded, Bar::and);
    }

    private static BigDecimal quoteSize(final Asset asset) {
        return asset.isCrypto() ? BigDecimal.ONE : LOT;
    }

    /** Minutes that are over by a time become bars at their end, all of one minute at once. */
    private void closeMinutes(final long untilNs) {
        while (true) {
            final long endNs =
                    minutes.values().stream().mapToLong(Bar::startNs).min().orElse(Long.MAX_VALUE - MINUTE_NS)
                            + MINUTE_NS;
            if (minutes.isEmpty() || endNs > untilNs) {
                return;
            }
            market.advanceTo(endNs);
            market.together(() -> publishMinutes(endNs));
        }
    }

    private void publishMinutes(final long endNs) {
        for (final Asset asset : List.copyOf(minutes.keySet())) {
            if (minutes.get(asset).startNs() + MINUTE_NS == endNs) {
                market.bar(asset, minutes.remove(asset));
                bars++;
            }
        }
    }

    /** A source whose present bar is told once more. */
    private static final class Repeating implements BarSource {
        private final BarSource source;
        private boolean repeated;

        Repeating(final BarSource source) {
            this.source = source;
        }

        @Override
        public boolean next() {
            if (!repeated) {
                repeated = true;
                return true;
            }
            return source.next();
        }

        @Override
        public long openTimeNs() {
            return source.openTimeNs();
        }

        @Override
        public long closeTimeNs() {
            return source.closeTimeNs();
        }

        @Override
        public long periodNs() {
            return source.periodNs();
        }

        @Override
        public long openPrice() {
            return source.openPrice();
        }

        @Override
        public long highPrice() {
            return source.highPrice();
        }

        @Override
        public long lowPrice() {
            return source.lowPrice();
        }

        @Override
        public long closePrice() {
            return source.closePrice();
        }

        @Override
        public long volume() {
            return source.volume();
        }

        @Override
        public void close() {
            source.close();
        }
    }
}
