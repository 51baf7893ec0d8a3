package reprise.simulation.alpaca;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import reprise.simulation.alpaca.account.Venue;
import reprise.simulation.alpaca.fault.Faults;
import reprise.simulation.alpaca.market.Asset;
import reprise.simulation.alpaca.market.Bar;
import reprise.simulation.alpaca.market.Market;
import reprise.simulation.alpaca.stream.Streams;

/**
 * Moves the venue's market, by hand or by a playback. Each call first waits until every request that was answered has had its effects, then
 * does all that follows from it: fills, reports, messages in the queues of whoever listens. So a test that drives it knows what comes before
 * what. Thread-safe.
 */
public final class AlpacaMarket {
    private static final long PARK_NS = 100_000;
    private static final long SETTLE_LIMIT_NS = 30_000_000_000L;
    private static final BigDecimal SIZE = new BigDecimal("100");
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final long MINUTE_NS = 60_000_000_000L;

    private final Venue venue;
    private final Market market;
    private final Streams streams;
    private final Faults faults;
    private final BooleanSupplier settled;

    AlpacaMarket(final Venue venue, final Streams streams, final Faults faults, final BooleanSupplier settled) {
        this.venue = venue;
        this.market = venue.market();
        this.streams = streams;
        this.faults = faults;
        this.settled = settled;
    }

    /**
     * Does several things of the market as one, so that streams send them in one message.
     *
     * @param work calls this object.
     * @throws IllegalStateException if a request does not come to its end.
     */
    public void together(final Runnable work) {
        final long startNanoTime = System.nanoTime();
        while (!settled.getAsBoolean()) {
            if (System.nanoTime() - startNanoTime > SETTLE_LIMIT_NS) {
                throw new IllegalStateException("a request has no end");
            }
            LockSupport.parkNanos(PARK_NS);
        }
        venue.locked(() -> {
            work.run();
            faults.reached(market.steps());
            streams.flush();
        });
    }

    /** The same as part of what the calling thread is doing already, or alone. */
    void step(final Runnable work) {
        if (venue.isLockedByMe()) {
            work.run();
        } else {
            together(work);
        }
    }

    private Asset asset(final String symbol) {
        return market.asset(symbol)
                .orElseThrow(() -> new IllegalArgumentException("the venue does not trade " + symbol));
    }

    /**
     * Somebody trades now.
     *
     * @param symbol what.
     * @param price at which.
     * @param size how much.
     */
    public void trade(final String symbol, final String price, final String size) {
        trade(asset(symbol), new BigDecimal(price), new BigDecimal(size));
    }

    void trade(final Asset asset, final BigDecimal price, final BigDecimal size) {
        step(() -> venue.trade(asset, price, size));
    }

    /**
     * The best prices are these now, a hundred at each.
     *
     * @param symbol of what.
     * @param bid best bid.
     * @param ask best offer.
     */
    public void quote(final String symbol, final String bid, final String ask) {
        quote(asset(symbol), new BigDecimal(bid), new BigDecimal(ask), SIZE);
    }

    void quote(final Asset asset, final BigDecimal bid, final BigDecimal ask, final BigDecimal size) {
        step(() -> venue.quote(asset, bid, size, ask, size));
    }

    /**
     * The minute that ends now, or ended last, had these prices.
     *
     * @param symbol of what.
     * @param open first price.
     * @param high highest price.
     * @param low lowest price.
     * @param close last price.
     * @param volume of the minute.
     */
    public void bar(
            final String symbol,
            final String open,
            final String high,
            final String low,
            final String close,
            final String volume) {
        final BigDecimal last = new BigDecimal(close);
        step(() -> {
            final long endNs = market.nowNs() - Math.floorMod(market.nowNs(), MINUTE_NS);
            bar(
                    asset(symbol),
                    new Bar(
                            endNs - MINUTE_NS,
                            new BigDecimal(open),
                            new BigDecimal(high),
                            new BigDecimal(low),
                            last,
                            new BigDecimal(volume),
                            1,
                            last));
        });
    }

    void bar(final Asset asset, final Bar bar) {
        step(() -> market.bar(asset, bar));
    }

    /**
     * A minute was, before anybody listened: for history only.
     *
     * @param symbol of what.
     * @param bar the minute.
     */
    public void history(final String symbol, final Bar bar) {
        step(() -> market.recordHistory(asset(symbol), bar));
    }

    /**
     * Moves the time, with all that is due until then.
     *
     * @param by how far.
     */
    public void advance(final Duration by) {
        step(() -> venue.advanceTo(market.nowNs() + by.toNanos()));
    }

    /**
     * The same to a time.
     *
     * @param time an earlier one than now changes nothing.
     */
    public void advanceTo(final Instant time) {
        advanceTo(Duration.between(Instant.EPOCH, time).toNanos());
    }

    void advanceTo(final long timeNs) {
        step(() -> venue.advanceTo(timeNs));
    }

    /**
     * What time it is.
     *
     * @return the market's time.
     */
    public Instant now() {
        return venue.locked(() -> Instant.ofEpochSecond(0, market.nowNs()));
    }

    /**
     * Trading halts or goes on.
     *
     * @param symbol in what.
     * @param halted whether it halts.
     */
    public void halt(final String symbol, final boolean halted) {
        step(() -> market.status(asset(symbol), halted));
    }

    /**
     * Prices may lie between these from now on.
     *
     * @param symbol of what.
     * @param up highest.
     * @param down lowest.
     */
    public void band(final String symbol, final String up, final String down) {
        step(() -> market.band(asset(symbol), new BigDecimal(up), new BigDecimal(down)));
    }

    /**
     * The last trade was another, or none.
     *
     * @param symbol in what.
     * @param price what it was at; null if it never was.
     */
    public void correctLastTrade(final String symbol, final String price) {
        step(() -> market.correctLastTrade(asset(symbol), price == null ? null : new BigDecimal(price)));
    }

    /**
     * A late trade at the close changes the last minute.
     *
     * @param symbol of what.
     * @param size of the trade.
     */
    public void lateTrade(final String symbol, final String size) {
        step(() -> lateTrade(asset(symbol), new BigDecimal(size)));
    }

    private void lateTrade(final Asset asset, final BigDecimal size) {
        final int count = market.tape(asset).minutes().size();
        if (count == 0) {
            return;
        }
        final Bar last = market.tape(asset).minutes().get(count - 1);
        final BigDecimal close = last.close();
        market.updateBar(asset, last.and(new Bar(last.startNs(), close, close, close, close, size, 1, close)));
    }

    /** What the venue does by itself for a fault of an asset's market: of the first asset, unless the fault names one. */
    void disturb(final String symbol, final Disturbance disturbance) {
        step(() -> {
            final Asset asset = symbol.isEmpty() ? market.assets().get(0) : asset(symbol);
            final BigDecimal last = market.tape(asset).lastPrice();
            if (last == null) {
                return;
            }
            switch (disturbance) {
                case CORRECTION -> market.correctLastTrade(asset, last.add(CENT));
                case CANCEL -> market.correctLastTrade(asset, null);
                case LATE_TRADE -> lateTrade(asset, BigDecimal.ONE);
                case BAND -> market.band(asset, last.add(last.multiply(TENTH)), last.subtract(last.multiply(TENTH)));
                default -> market.status(asset, disturbance == Disturbance.HALT);
            }
        });
    }

    /** What can be wrong with an asset's market. */
    enum Disturbance {
        CORRECTION,
        CANCEL,
        LATE_TRADE,
        BAND,
        HALT,
        RESUME
    }
}
