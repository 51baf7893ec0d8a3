package reprise.alpaca.market;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import reprise.alpaca.stream.StreamTime;
import reprise.market.InstrumentDefinition;
import reprise.message.EventPublisher;
import reprise.port.VenueLink;

/**
 * Fetches the minutes that a stream missed while it was away, and tells them as bars of the past before the stream's own new ones; and the
 * trades that it missed. Two threads of its own, so that no bars wait for trades; asked from any.
 */
public final class GapFiller implements AutoCloseable {
    private static final long MINUTE_NS = TimeUnit.MINUTES.toNanos(1);

    /** Bars of one minute do not all come at the same moment, so the last two minutes before the newest bar are asked for again. */
    private static final long OVERLAP_NS = 2 * MINUTE_NS;

    /** A minute is in the history some seconds after it is over. */
    private static final long SETTLED_NS = TimeUnit.SECONDS.toNanos(5);

    private final BarHistory history;
    private final TradeFiller trades;
    private final long delayNs;
    private final boolean isLocal;
    private final VenueLink link;
    private final StreamTime time;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService barWorker = worker("alpaca-gaps");
    private final ExecutorService tradeWorker = worker("alpaca-past-trades");
    private EventPublisher publisher;
    private EventPublisher tradePublisher;

    /** What a worker does; ends early when interrupted. */
    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }

    /**
     * A filler that has nothing to do.
     *
     * @param history where the bars come from.
     * @param tradeHistory where the trades come from.
     * @param delayNs by how much the stream is late, in nanoseconds.
     * @param isLocal whether the venue is on this machine, and its time may run faster.
     * @param link to the engine.
     * @param time now.
     */
    public GapFiller(
            final BarHistory history,
            final TradeHistory tradeHistory,
            final long delayNs,
            final boolean isLocal,
            final VenueLink link,
            final StreamTime time) {
        this.history = history;
        final TradeFiller.Pauses pauses =
                isLocal ? TradeFiller.Pauses.OF_A_LOCAL_VENUE : TradeFiller.Pauses.OF_THE_WORLD;
        trades = new TradeFiller(tradeHistory, pauses, link, time, closed);
        this.delayNs = delayNs;
        this.isLocal = isLocal;
        this.link = link;
        this.time = time;
    }

    /**
     * A stream delivers again. Returns at once; from now on its new bars wait in the ledger until what it missed is told.
     *
     * @param stream its name.
     * @param instruments of it.
     * @param ledger of their bars.
     * @param missed of their trades.
     */
    public void fill(
            final String stream,
            final List<InstrumentDefinition> instruments,
            final BarLedger ledger,
            final MissedTrades missed) {
        final long backNs = time.epochNs() - delayNs;
        final MissedTrades.Gap gap = missed.gap(isLocal ? Long.MAX_VALUE : backNs);
        ledger.beginFill();
        // Of now: what is heard from here on is not missed, but says nothing of what was before.
        final long newestNs = ledger.newestCloseNs();
        execute(barWorker, stream, () -> {
            if (publisher == null) {
                publisher = link.newPublisher();
            }
            fetch(stream, instruments, ledger, newestNs);
            if (closed.getCount() > 0) {
                ledger.endFill(publisher);
            }
        });
        if (gap != null) {
            execute(tradeWorker, stream, () -> {
                if (tradePublisher == null) {
                    tradePublisher = link.newPublisher();
                }
                trades.fill(stream, missed, gap, backNs, tradePublisher);
            });
        }
    }

    private static ExecutorService worker(final String name) {
        return Executors.newSingleThreadExecutor(task -> {
            final Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    private void execute(final ExecutorService worker, final String stream, final Work work) {
        worker.execute(() -> {
            try {
                work.run();
            } catch (final InterruptedException closing) {
                Thread.currentThread().interrupt();
            } catch (final RuntimeException e) {
                if (closed.getCount() > 0) {
                    link.onFatal(stream + ": " + e);
                }
            }
        });
    }

    private void fetch(
            final String stream,
            final List<InstrumentDefinition> instruments,
            final BarLedger ledger,
            final long newestNs)
            throws InterruptedException {
        final long intoMinuteNs = Math.floorMod(time.epochNs(), MINUTE_NS);
        if (newestNs == BarLedger.NOTHING
                || intoMinuteNs < SETTLED_NS && time.await(closed, SETTLED_NS - intoMinuteNs)) {
            return;
        }
        final long lastStartNs = lastStartNs(newestNs);
        final long firstStartNs = newestNs - OVERLAP_NS - MINUTE_NS;
        if (lastStartNs < firstStartNs) {
            return;
        }
        final String span = "from " + instant(newestNs) + " on";
        try {
            final List<ClosedBar> bars = read(instruments, firstStartNs, lastStartNs);
            final int told = ledger.tellPast(bars, publisher);
            link.onNotice(stream + ": " + told + " bars " + span + " read from history after the interruption");
        } catch (final HistoryException e) {
            if (closed.getCount() > 0) {
                link.onNotice(stream + ": bars " + span + " may be missing after the interruption: " + e.getMessage());
            }
        }
    }

    /** The last minute that is over; all that there is, if the venue's time is not that of this machine. */
    private long lastStartNs(final long newestNs) {
        final long nowNs = time.epochNs() - delayNs;
        final long lastNs = newestNs > nowNs + MINUTE_NS ? newestNs + TimeUnit.DAYS.toNanos(1) : nowNs;
        return lastNs - Math.floorMod(lastNs, MINUTE_NS) - MINUTE_NS;
    }

    /** Closed bars, by time, then by instrument. */
    private List<ClosedBar> read(
            final List<InstrumentDefinition> instruments, final long firstStartNs, final long lastStartNs)
            throws HistoryException {
        final Map<String, InstrumentDefinition> bySymbol = new HashMap<>();
        instruments.forEach(instrument -> bySymbol.put(instrument.symbol(), instrument));
        final List<ClosedBar> bars = new ArrayList<>();
        final BarRequest request =
                new BarRequest(List.copyOf(bySymbol.keySet()), Timeframe.MINUTE, firstStartNs, lastStartNs);
        history.fetch(
                request,
                bar -> {
                    final InstrumentDefinition instrument = bySymbol.get(bar.symbol());
                    if (instrument != null && bar.startNs() >= firstStartNs && bar.startNs() <= lastStartNs) {
                        add(bars, bar, instrument);
                    }
                },
                (count, symbol, startNs) -> {});
        bars.sort(Comparator.comparingLong(ClosedBar::closeNs).thenComparingInt(ClosedBar::instrumentId));
        return bars;
    }

    private static void add(final List<ClosedBar> bars, final PastBar bar, final InstrumentDefinition instrument) {
        final int decimals = instrument.priceDecimals();
        final ClosedBar closed = new ClosedBar(
                instrument.instrumentId(),
                bar.closeNs(),
                bar.lengthNs(),
                bar.open(decimals),
                bar.high(decimals),
                bar.low(decimals),
                bar.close(decimals),
                bar.volume(instrument.quantityDecimals()));
        // what is less than half a unit, or does not fit, is no price
        if (closed.open() > 0 && closed.high() > 0 && closed.low() > 0 && closed.close() > 0 && closed.volume() >= 0) {
            bars.add(closed);
        }
    }

    private static Instant instant(final long ns) {
        return Instant.ofEpochSecond(ns / 1_000_000_000, ns % 1_000_000_000);
    }

    /** Ends what is under way, in bounded time; bars that wait are not told any more. */
    @Override
    public void close() {
        closed.countDown();
        barWorker.shutdownNow();
        tradeWorker.shutdownNow();
        end(barWorker, "alpaca-gaps");
        end(tradeWorker, "alpaca-past-trades");
    }

    private void end(final ExecutorService worker, final String name) {
        try {
            if (!worker.awaitTermination(2, TimeUnit.SECONDS)) {
                link.onNotice(name + ": the thread is still busy, and is left behind");
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
