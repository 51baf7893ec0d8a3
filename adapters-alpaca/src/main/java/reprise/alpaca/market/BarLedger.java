package reprise.alpaca.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import reprise.message.EventPublisher;

/**
 * Which bars were told: never two of one close, never one that is older than the last. While a gap is being filled with bars of the past, new ones
 * wait. Any thread; each brings the publisher that is its own.
 */
public final class BarLedger {
    /** Stands for no bar at all. */
    static final long NOTHING = Long.MIN_VALUE;

    private final long[] lastCloseNs;
    private final List<ClosedBar> waiting = new ArrayList<>();
    private long newestCloseNs = NOTHING;
    private int fills;
    private long repeated;

    /**
     * Nothing was told.
     *
     * @param instruments how many there are; their ids are dense.
     */
    public BarLedger(final int instruments) {
        lastCloseNs = new long[instruments];
        Arrays.fill(lastCloseNs, NOTHING);
    }

    /**
     * A bar was told elsewhere.
     *
     * @param instrumentId of the bar.
     * @param closeNs when it closed, in nanoseconds since the epoch.
     */
    public synchronized void known(final int instrumentId, final long closeNs) {
        advance(instrumentId, closeNs);
    }

    /**
     * Whether anything was told.
     *
     * @return false if no bar is known, and nothing was heard.
     */
    public synchronized boolean knowsAny() {
        return newestCloseNs != NOTHING;
    }

    /** The stream is heard from here on, in the venue's time; what was before is not missed. */
    synchronized void heardFrom(final long timeNs) {
        newestCloseNs = Math.max(newestCloseNs, timeNs);
    }

    /**
     * The newest close of all instruments.
     *
     * @return nanoseconds since the epoch, or {@link #NOTHING}.
     */
    synchronized long newestCloseNs() {
        return newestCloseNs;
    }

    /** Whether a bar is newer than the last one of its instrument; then it is the last one now. */
    synchronized boolean advance(final int instrumentId, final long closeNs) {
        if (closeNs <= lastCloseNs[instrumentId]) {
            repeated++;
            return false;
        }
        lastCloseNs[instrumentId] = closeNs;
        newestCloseNs = Math.max(newestCloseNs, closeNs);
        return true;
    }

    /** Whether new bars must wait. To be asked and acted upon while holding this ledger's monitor. */
    synchronized boolean isFilling() {
        return fills > 0;
    }

    /** From now on new bars wait, until as many fills ended as began. */
    synchronized void beginFill() {
        fills++;
    }

    /** A new bar waits. */
    synchronized void hold(final ClosedBar bar) {
        waiting.add(bar);
    }

    /** Tells bars of the past, as far as they are newer than what was told; says how many were. */
    synchronized int tellPast(final List<ClosedBar> bars, final EventPublisher publisher) {
        int told = 0;
        for (final ClosedBar b : bars) {
            if (advance(b.instrumentId(), b.closeNs())) {
                publisher
                        .at(b.closeNs())
                        .onHistoricalBar(
                                b.instrumentId(),
                                b.closeNs(),
                                b.periodNs(),
                                b.open(),
                                b.high(),
                                b.low(),
                                b.close(),
                                b.volume());
                told++;
            }
        }
        return told;
    }

    /** A gap is filled, as well as it can be: the bars that waited are told, if they are newer. */
    synchronized void endFill(final EventPublisher publisher) {
        fills--;
        if (fills > 0) {
            return;
        }
        for (final ClosedBar b : waiting) {
            if (advance(b.instrumentId(), b.closeNs())) {
                publisher
                        .at(b.closeNs())
                        .onBar(
                                b.instrumentId(),
                                b.closeNs(),
                                b.periodNs(),
                                b.open(),
                                b.high(),
                                b.low(),
                                b.close(),
                                b.volume());
            }
        }
        waiting.clear();
    }

    /**
     * Bars that were not told, because one of the same or a later close was.
     *
     * @return count since the beginning.
     */
    synchronized long repeated() {
        return repeated;
    }
}
