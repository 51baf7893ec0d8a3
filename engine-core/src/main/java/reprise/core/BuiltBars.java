package reprise.core;

import java.util.Arrays;
import reprise.bar.BarBuilder;
import reprise.bar.BarInput;
import reprise.bar.BarSeries;
import reprise.bar.BarSpec;
import reprise.indicator.Indicators;
import reprise.market.Bar;
import reprise.market.Instrument;
import reprise.market.Instruments;
import reprise.market.Quote;
import reprise.state.StateExchange;
import reprise.time.EngineClock;
import reprise.time.Timers;

/**
 * All series that the engine builds. An input first closes the bars that ended before it, of which strategies are told, and is then added;
 * the bars that it completed are closed, and told of by {@link #tellClosed} after strategies have heard of the input itself. Bars of an
 * instrument that close together are all up to date before the first strategy is told.
 *
 * <p>While trades of an instrument are interrupted, what is built of them stands still: trades of the stream wait, and no such bar is closed by
 * time. Trades of the past are then added in order, each after those that waited and happened before it; when they are all there, so are the
 * others. Of the bars that this completes strategies are not told. So bars of trades are what they would have been without the interruption.
 *
 * <p>Owned by the core; allocates nothing but when a series is subscribed to; part of replayed state.
 */
final class BuiltBars {
    /** Owner of the timers by which bars close in silence; strategies begin at 1. */
    static final int TIMER_OWNER = 0;

    /** A venue's time further ahead of the engine's than clocks may differ is not believed: one bad stamp would stop bars until then. */
    private static final long MAX_AHEAD_NS = 10_000_000_000L;

    /** The section of state that builds before it had not. */
    static final String AWAITED = "awaitedTrades";

    private static final BarStream[] NONE = {};

    private final Indicators indicators;
    private final EngineClock clock;
    private final Timers timers;
    private BarStream[][] byInstrument = {};
    private BarStream[] byId = NONE;

    /** By instrument; null where nothing is built of trades. */
    private AwaitedTrades[] awaited = {};

    BuiltBars(final EngineClock clock, final Timers timers, final Indicators indicators) {
        this.indicators = indicators;
        this.clock = clock;
        this.timers = timers;
    }

    BarSeries subscribe(final Instrument instrument, final BarSpec spec, final StrategyHost host) {
        BarStream stream = find(instrument, spec);
        if (stream == null) {
            stream = add(BarBuilder.of(byId.length, instrument, spec));
        }
        stream.add(host);
        return stream.builder.series();
    }

    private BarStream add(final BarBuilder builder) {
        final int instrumentId = builder.series().instrument().id();
        if (instrumentId >= byInstrument.length) {
            final int oldLength = byInstrument.length;
            byInstrument = Arrays.copyOf(byInstrument, instrumentId + 1);
            Arrays.fill(byInstrument, oldLength, byInstrument.length, NONE);
            awaited = Arrays.copyOf(awaited, byInstrument.length);
        }
        final BarStream stream = new BarStream(builder);
        byId = with(byId, stream);
        byInstrument[instrumentId] = with(byInstrument[instrumentId], stream);
        if (takes(stream, BarInput.TRADES) && awaited[instrumentId] == null) {
            awaited[instrumentId] = new AwaitedTrades();
        }
        return stream;
    }

    private BarStream find(final Instrument instrument, final BarSpec spec) {
        for (final BarStream stream : of(instrument)) {
            if (stream.builder.series().spec().equals(spec)) {
                return stream;
            }
        }
        return null;
    }

    private static BarStream[] with(final BarStream[] streams, final BarStream added) {
        final BarStream[] grown = Arrays.copyOf(streams, streams.length + 1);
        grown[streams.length] = added;
        return grown;
    }

    /** Others traded; the instrument knows. */
    void onTrade(final Instrument instrument, final long venueTimeNs) {
        final AwaitedTrades waiting = awaited(instrument);
        if (waiting == null) {
            return;
        }
        final long timeNs = timeOf(venueTimeNs);
        waiting.heard(timeNs);
        if (!waiting.isOpen()) {
            add(instrument, BarInput.TRADES, timeNs, instrument.lastTradePrice(), instrument.lastTradeQuantity());
            return;
        }
        if (waiting.isFull()) {
            addOldest(instrument, waiting);
        }
        waiting.add(timeNs, instrument.lastTradePrice(), instrument.lastTradeQuantity());
    }

    /** From here on trades may be missing. */
    void onTradesInterrupted(final Instrument instrument) {
        final AwaitedTrades waiting = awaited(instrument);
        if (waiting != null) {
            waiting.open();
        }
    }

    /** A trade that was missed. */
    void onHistoricalTrade(final Instrument instrument, final long venueTimeNs, final long price, final long quantity) {
        final AwaitedTrades waiting = awaited(instrument);
        if (waiting == null || !waiting.isOpen()) {
            return;
        }
        final long timeNs = timeOf(venueTimeNs);
        waiting.heard(timeNs);
        while (!waiting.isEmpty() && waiting.timeNs() < timeNs) {
            addOldest(instrument, waiting);
        }
        add(instrument, BarInput.TRADES, timeNs, price, quantity);
    }

    private void addOldest(final Instrument instrument, final AwaitedTrades waiting) {
        add(instrument, BarInput.TRADES, waiting.timeNs(), waiting.price(), waiting.quantity());
        waiting.removeOldest();
    }

    /** Nothing more is missing: those that waited are added, and what is over by now is closed, without telling of it. */
    void onTradesResumed(final Instrument instrument) {
        final AwaitedTrades waiting = awaited(instrument);
        if (waiting == null || !waiting.isOpen()) {
            return;
        }
        while (!waiting.isEmpty()) {
            addOldest(instrument, waiting);
        }
        for (final BarStream stream : of(instrument)) {
            if (takes(stream, BarInput.TRADES)) {
                closed(
                        stream,
                        stream.builder.endBefore(
                                clock.timeNs() - stream.builder.series().spec().closeDelayNs()));
                stream.historyUntil(clock.timeNs());
            }
        }
        waiting.close();
        for (final BarStream stream : of(instrument)) {
            schedule(stream);
        }
    }

    /** Another process took over, which will not tell the trades that this one waited for. */
    void onProcessChanged() {
        for (final BarStream stream : byId) {
            onTradesResumed(stream.builder.series().instrument());
        }
    }

    private AwaitedTrades awaited(final Instrument instrument) {
        return instrument.id() < awaited.length ? awaited[instrument.id()] : null;
    }

    /** Whether a series stands still, for trades are missing. */
    private boolean isHeld(final BarStream stream) {
        return takes(stream, BarInput.TRADES)
                && awaited(stream.builder.series().instrument()).isOpen();
    }

    /** The newest trade of which something was built or is to be; 0 for none, and where nothing is built of trades. */
    long lastTradeNs(final Instrument instrument) {
        final AwaitedTrades waiting = awaited(instrument);
        return waiting == null ? 0 : waiting.newestNs();
    }

    /** The best bid or offer changed; the instrument knows. */
    void onQuote(final Instrument instrument, final long venueTimeNs) {
        final Quote quote = instrument.quote();
        if (of(instrument) != NONE && quote.isSane()) {
            add(instrument, BarInput.QUOTES, timeOf(venueTimeNs), instrument.markPrice(), 0);
        }
    }

    private void add(
            final Instrument instrument,
            final BarInput input,
            final long timeNs,
            final long price,
            final long quantity) {
        endBefore(instrument, input, timeNs, true);
        for (final BarStream stream : of(instrument)) {
            if (takes(stream, input)) {
                closed(stream, stream.builder.add(clock.timeNs(), timeNs, price, quantity));
                schedule(stream);
            }
        }
    }

    /** The venue delivered a bar; the instrument knows. It belongs to the bar that it closes in. */
    void onBar(final Instrument instrument) {
        if (of(instrument) != NONE) {
            add(instrument, instrument.bar());
        }
    }

    /**
     * A bar of the venue's from the past: it is added as it would have been then. Of what it completes strategies are not told, and neither
     * of a bar that was over by now, whenever it is closed.
     */
    void onHistoricalBar(final Instrument instrument, final Bar bar) {
        if (of(instrument) != NONE) {
            for (final BarStream stream : of(instrument)) {
                if (takes(stream, BarInput.BARS)) {
                    stream.historyUntil(clock.timeNs());
                }
            }
            add(instrument, bar);
        }
    }

    private void add(final Instrument instrument, final Bar bar) {
        final long closeTimeNs = timeOf(bar.closeTimeNs());
        final long lastNs = closeTimeNs - 1;
        endBefore(instrument, BarInput.BARS, lastNs, true);
        for (final BarStream stream : of(instrument)) {
            if (takes(stream, BarInput.BARS)) {
                add(stream, bar, lastNs);
            }
        }
        endBefore(instrument, BarInput.BARS, closeTimeNs, false);
    }

    private void add(final BarStream stream, final Bar bar, final long lastNs) {
        final BarBuilder builder = stream.builder;
        if (builder.series().spec().canHold(bar.periodNs())) {
            closed(
                    stream,
                    builder.add(clock.timeNs(), lastNs, bar.open(), bar.high(), bar.low(), bar.close(), bar.volume()));
            schedule(stream);
        } else {
            builder.drop();
        }
    }

    private void endBefore(
            final Instrument instrument, final BarInput input, final long timeNs, final boolean tellAtOnce) {
        boolean anyClosed = false;
        for (final BarStream stream : of(instrument)) {
            if (takes(stream, input)) {
                anyClosed |= closed(stream, stream.builder.endBefore(timeNs));
            }
        }
        if (anyClosed && tellAtOnce) {
            tellClosed(instrument);
        }
    }

    /** The one place that every closed bar passes, before any strategy is told: what is computed from bars is brought up to date here. */
    private boolean closed(final BarStream stream, final boolean bar) {
        if (bar) {
            indicators.onBar(stream.builder.series());
        }
        return bar && !isHeld(stream) && stream.closed();
    }

    /** Tells strategies of the bars that closed and that they have not been told of. */
    void tellClosed(final Instrument instrument) {
        for (final BarStream stream : of(instrument)) {
            stream.tellIfClosed();
        }
    }

    /** A timer of a series is due: closes whatever of its instrument is due, so that bars that end together are told of together. */
    void onTimer(final long deadlineNs, final int seriesId) {
        final BarStream due = byId[seriesId];
        if (due.timerDeadlineNs == deadlineNs) {
            due.timerDeadlineNs = Long.MAX_VALUE;
        }
        final Instrument instrument = due.builder.series().instrument();
        boolean anyClosed = false;
        for (final BarStream stream : of(instrument)) {
            anyClosed |= !isHeld(stream) && closed(stream, stream.builder.onDeadline(deadlineNs));
        }
        schedule(due);
        if (anyClosed) {
            tellClosed(instrument);
        }
    }

    private void schedule(final BarStream stream) {
        final long deadlineNs = stream.builder.deadlineNs();
        if (deadlineNs < stream.timerDeadlineNs && !isHeld(stream)) {
            stream.timerDeadlineNs = deadlineNs;
            timers.schedule(deadlineNs, TIMER_OWNER, stream.builder.series().id());
        }
    }

    private static boolean takes(final BarStream stream, final BarInput input) {
        return stream.builder.series().spec().input() == input;
    }

    private BarStream[] of(final Instrument instrument) {
        return instrument.id() < byInstrument.length ? byInstrument[instrument.id()] : NONE;
    }

    private long timeOf(final long venueTimeNs) {
        final long nowNs = clock.timeNs();
        return venueTimeNs <= 0 || venueTimeNs > nowNs + MAX_AHEAD_NS ? nowNs : venueTimeNs;
    }

    /** Carries all series; all is an array of all hosts, in order of their ids. */
    void exchange(final StateExchange state, final Instruments instruments, final StrategyHost[] all) {
        final int count = state.count("builtSeries", byId.length, Integer.MAX_VALUE);
        for (int id = 0; id < count; id++) {
            final BarBuilder present = state.isRestoring() ? null : byId[id].builder;
            final BarBuilder builder = BarBuilder.exchange(state, present, instruments, id);
            if (state.isRestoring()) {
                add(builder);
            }
            byId[id].exchange(state, all);
        }
        for (int id = 0; id < awaited.length; id++) {
            if (awaited[id] != null) {
                state.section(AWAITED, id);
                awaited[id].exchange(state);
            }
        }
    }

    BarSeries series(final int seriesId) {
        return byId[seriesId].builder.series();
    }

    /** How often any host has subscribed to a series that it had not subscribed to before. */
    int subscriptionCount() {
        int count = 0;
        for (final BarStream stream : byId) {
            count += stream.hostCount();
        }
        return count;
    }
}
