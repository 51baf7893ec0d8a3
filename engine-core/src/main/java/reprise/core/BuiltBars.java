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
 * <p>Owned by the core; allocates nothing but when a series is subscribed to; part of replayed state.
 */
final class BuiltBars {
    /** Owner of the timers by which bars close in silence; strategies begin at 1. */
    static final int TIMER_OWNER = 0;

    /** A venue's time further ahead of the engine's than clocks may differ is not believed: one bad stamp would stop bars until then. */
    private static final long MAX_AHEAD_NS = 10_000_000_000L;

    private static final BarStream[] NONE = {};

    private final Indicators indicators;
    private final EngineClock clock;
    private final Timers timers;
    private BarStream[][] byInstrument = {};
    private BarStream[] byId = NONE;

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
        }
        final BarStream stream = new BarStream(builder);
        byId = with(byId, stream);
        byInstrument[instrumentId] = with(byInstrument[instrumentId], stream);
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
        if (of(instrument) != NONE) {
            add(
                    instrument,
                    BarInput.TRADES,
                    timeOf(venueTimeNs),
                    instrument.lastTradePrice(),
                    instrument.lastTradeQuantity());
        }
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
        return bar && stream.closed();
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
            anyClosed |= closed(stream, stream.builder.onDeadline(deadlineNs));
        }
        schedule(due);
        if (anyClosed) {
            tellClosed(instrument);
        }
    }

    private void schedule(final BarStream stream) {
        final long deadlineNs = stream.builder.deadlineNs();
        if (deadlineNs < stream.timerDeadlineNs) {
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
