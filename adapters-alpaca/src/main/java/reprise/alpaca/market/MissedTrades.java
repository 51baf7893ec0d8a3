package reprise.alpaca.market;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import reprise.alpaca.market.PastTrade.Key;
import reprise.market.InstrumentDefinition;
import reprise.message.EventPublisher;

/**
 * Which trades of one stream were heard lately, and whether some were missed. Tells the engine when it begins to miss trades, what they were,
 * and when it misses none any more. Any thread; each brings the publisher that is its own.
 */
public final class MissedTrades implements TradeIdListener {
    /** Trades do not come strictly in the order of their times: so much before the interruption is asked for again. */
    static final long OVERLAP_NS = TimeUnit.MILLISECONDS.toNanos(2_500);

    /** So many trades are known again: of some seconds of the busiest stream, of hours or days of others. */
    private static final int ROOM = 1 << 17;

    /** Stands for no trade at all. */
    public static final long NOTHING = Long.MIN_VALUE;

    private final List<InstrumentDefinition> instruments;
    private final int[] instrumentIds;
    private final int[] exchanges;
    private final long[] ids;
    private final long[] timesNs;
    private long heard;
    private long firstNs;
    private long sinceNs = NOTHING;
    private long completeNs = NOTHING;
    private boolean isMissing;
    private long interruptions;

    /**
     * A time without a stream, which is over.
     *
     * @param number of the interruption.
     * @param sinceNs what the stream told last before it, in the venue's time.
     */
    record Gap(long number, long sinceNs) {}

    /**
     * Nothing was heard.
     *
     * @param instruments whose trades are wanted, and can be fetched when they were missed; may be empty.
     */
    public MissedTrades(final List<InstrumentDefinition> instruments) {
        this(instruments, NOTHING);
    }

    /**
     * Nothing was heard since another process heard something.
     *
     * @param instruments whose trades are wanted, and can be fetched when they were missed; may be empty.
     * @param knownNs the time of the last trade that the engine has; {@link #NOTHING} for none.
     */
    public MissedTrades(final List<InstrumentDefinition> instruments, final long knownNs) {
        this.instruments = List.copyOf(instruments);
        completeNs = knownNs;
        final int room = instruments.isEmpty() ? 0 : ROOM;
        instrumentIds = new int[room];
        exchanges = new int[room];
        ids = new long[room];
        timesNs = new long[room];
    }

    List<InstrumentDefinition> instruments() {
        return instruments;
    }

    @Override
    public synchronized void onTradeId(final int instrumentId, final long timeNs, final int exchange, final long id) {
        if (ids.length > 0) {
            firstNs = heard == 0 ? timeNs : firstNs;
            final int at = (int) (heard++ % ids.length);
            instrumentIds[at] = instrumentId;
            exchanges[at] = exchange;
            ids[at] = id;
            timesNs[at] = timeNs;
        }
    }

    /** The stream delivers for the first time: what happened since the engine heard the last trade, if it ever did, was missed. */
    synchronized void began(final EventPublisher publisher) {
        if (completeNs != NOTHING) {
            interrupted(completeNs, publisher);
        }
    }

    /** The stream is lost; the last that it told was of this time. */
    synchronized void interrupted(final long timeNs, final EventPublisher publisher) {
        interruptions++;
        sinceNs = timeNs;
        if (isMissing || instruments.isEmpty()) {
            return;
        }
        isMissing = true;
        for (final InstrumentDefinition instrument : instruments) {
            publisher.at(timeNs).onTradesInterrupted(instrument.instrumentId(), timeNs);
        }
    }

    /**
     * Whether trades are missing.
     *
     * @return true from an interruption on, until what was missed is told.
     */
    public synchronized boolean isMissing() {
        return isMissing;
    }

    /** The stream is back, not before some time: what is missing until now; null if nothing is. */
    synchronized Gap gap(final long backNs) {
        return isMissing ? new Gap(interruptions, Math.min(sinceNs, backNs)) : null;
    }

    /** From when on trades are known again; before that, too many came since. */
    synchronized long knownFromNs() {
        return heard > ids.length ? timesNs[(int) (heard % ids.length)] : NOTHING;
    }

    /** The first time that must be fetched: a little before the interruption, unless nothing was heard so early or all of it was fetched. */
    synchronized long fetchFromNs(final Gap gap) {
        final boolean isLater = heard == 0 || firstNs >= gap.sinceNs();
        final long overlapNs = isLater ? gap.sinceNs() : Math.max(gap.sinceNs() - OVERLAP_NS, firstNs + 1);
        final long fromNs = Math.max(overlapNs, knownFromNs());
        return Math.max(fromNs, completeNs == NOTHING ? fromNs : completeNs + 1);
    }

    /** Of trades that were fetched, in order of time, those that were not heard, each once. */
    synchronized List<PastTrade> missedOf(final List<PastTrade> fetched, final Gap gap) {
        final Set<Key> known = new HashSet<>();
        for (int at = 0; at < Math.min(heard, ids.length); at++) {
            known.add(Key.of(instrumentIds[at], exchanges[at], ids[at], timesNs[at]));
        }
        final List<PastTrade> missed = new ArrayList<>();
        for (final PastTrade trade : fetched) {
            // One that is corrected was heard as it was at first, if it was heard; and corrections move nothing.
            final boolean wasHeard = trade.corrects() && trade.timeNs() <= gap.sinceNs();
            if (known.add(trade.key()) && !wasHeard) {
                missed.add(trade);
            }
        }
        return missed;
    }

    /** Tells them. */
    void tell(final List<PastTrade> missed, final EventPublisher publisher) {
        for (final PastTrade trade : missed) {
            publisher
                    .at(trade.timeNs())
                    .onHistoricalTrade(
                            trade.instrumentId(), trade.timeNs(), trade.price(), trade.quantity(), trade.aggressor());
        }
    }

    /** A gap is filled up to a time, as well as it can be; unless the stream was lost again meanwhile, nothing is missing any more. */
    synchronized void filled(final Gap gap, final long untilNs, final EventPublisher publisher) {
        completeNs = Math.max(completeNs, untilNs);
        if (gap.number() == interruptions) {
            isMissing = false;
            for (final InstrumentDefinition instrument : instruments) {
                publisher.at(untilNs).onTradesResumed(instrument.instrumentId(), untilNs);
            }
        }
    }
}
