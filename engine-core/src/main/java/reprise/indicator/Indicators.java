package reprise.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import reprise.market.Bar;
import reprise.market.Instrument;
import reprise.market.Instruments;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;
import reprise.state.StateSink;
import reprise.state.StateTape;

/**
 * All indicators of the engine: each that is demanded is computed once per instrument and bar length, whoever demands it, and what nobody
 * demands does not exist. Brought up to date by the core before strategies are told of a bar.
 *
 * <p>Single-threaded, owned by the core; allocates only while something is demanded; part of replayed state.
 */
public final class Indicators implements Snapshotable {
    /** Said of a demand that takes bars of every length as they come. */
    public static final long ANY_PERIOD = 0;

    private static final IndicatorSet[] NONE = {};

    private final Instruments instruments;
    private final Wiring wiring;
    private final List<IndicatorSet> all = new ArrayList<>();
    private IndicatorSet[][] byInstrument = {};

    /**
     * Nothing is demanded yet.
     *
     * @param instruments among which demands find others by symbol.
     * @param catalog what can be demanded.
     */
    public Indicators(final Instruments instruments, final IndicatorCatalog catalog) {
        this.instruments = instruments;
        wiring = new Wiring(catalog, this);
    }

    /**
     * Demands an indicator of an instrument's bars; for start-up. From now on it is computed on every bar; demanded again it is the same.
     *
     * @param instrument whose bars are meant.
     * @param expression such as {@code ema:15} or {@code ema(close, 15)}; see docs/indicators.md.
     * @return its line, one object for the life of the engine.
     * @throws IllegalArgumentException if the expression cannot be understood; the message says what would be right.
     */
    public Line demand(final Instrument instrument, final String expression) {
        return demand(instrument, ANY_PERIOD, expression);
    }

    /**
     * Demands an indicator of an instrument's bars of one length; for start-up.
     *
     * @param instrument whose bars are meant.
     * @param periodNs length of the bars, in nanoseconds; other bars are passed over.
     * @param expression such as {@code ema:15}.
     * @return its line, one object for the life of the engine.
     * @throws IllegalArgumentException if the expression cannot be understood; the message says what would be right.
     */
    public Line demand(final Instrument instrument, final long periodNs, final String expression) {
        return wiring.demand(Expression.parse(expression), source(instrument, periodNs));
    }

    /** The set of another instrument's bars of the same length. */
    IndicatorSet source(final String symbol, final long periodNs) {
        return source(instruments.get(symbol), periodNs);
    }

    private IndicatorSet source(final Instrument instrument, final long periodNs) {
        final int id = instrument.id();
        if (id >= byInstrument.length) {
            final int known = byInstrument.length;
            byInstrument = Arrays.copyOf(byInstrument, id + 1);
            Arrays.fill(byInstrument, known, id + 1, NONE);
        }
        for (final IndicatorSet set : byInstrument[id]) {
            if (set.periodNs() == periodNs) {
                return set;
            }
        }
        final String name = instrument.symbol() + (periodNs == ANY_PERIOD ? "" : "/" + periodNs + "ns");
        final IndicatorSet set = new IndicatorSet(name, periodNs, new BarLines(instrument));
        byInstrument[id] = Arrays.copyOf(byInstrument[id], byInstrument[id].length + 1);
        byInstrument[id][byInstrument[id].length - 1] = set;
        all.add(set);
        return set;
    }

    /** The set on the bars that several sets share. */
    IndicatorSet joint(final List<IndicatorSet> members) {
        final String name =
                String.join("&", members.stream().map(IndicatorSet::source).toList());
        for (final IndicatorSet set : all) {
            if (set.source().equals(name)) {
                return set;
            }
        }
        final IndicatorSet set = new IndicatorSet(name, members.toArray(IndicatorSet[]::new));
        all.add(set);
        return set;
    }

    /**
     * An instrument's {@link Instrument#bar()} is new.
     *
     * @param instrument whose bar closed.
     */
    public void onBar(final Instrument instrument) {
        final Bar bar = instrument.bar();
        onBar(
                instrument.id(),
                bar.closeTimeNs(),
                bar.periodNs(),
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                bar.volume());
    }

    /**
     * A bar closed, now or in the past. Bars must come in the order of their time: one that is not later than the last is passed over.
     *
     * @param instrumentId whose bar it is.
     * @param closeTimeNs when it closed.
     * @param periodNs how long it was.
     * @param open first price.
     * @param high highest price.
     * @param low lowest price.
     * @param close last price.
     * @param volume traded quantity.
     */
    public void onBar(
            final int instrumentId,
            final long closeTimeNs,
            final long periodNs,
            final long open,
            final long high,
            final long low,
            final long close,
            final long volume) {
        if (instrumentId >= byInstrument.length) {
            return;
        }
        for (final IndicatorSet set : byInstrument[instrumentId]) {
            if (set.periodNs() == ANY_PERIOD || set.periodNs() == periodNs) {
                set.onBar(closeTimeNs, open, high, low, close, volume);
            }
        }
    }

    /**
     * How many calculations are made, for tests and reports.
     *
     * @return over all instruments, each counted once.
     */
    public int size() {
        return all.stream().mapToInt(IndicatorSet::size).sum();
    }

    @Override
    public void snapshotTo(final StateSink sink) {
        sink.section("indicators", all.size());
        final StateExchange saving = StateExchange.saving(sink);
        all.forEach(set -> set.exchange(saving));
    }

    /**
     * Goes on from a recorded state, as if all bars before it had been seen.
     *
     * @param tape recorded by {@link #snapshotTo} of indicators of which the same was demanded in the same order.
     * @throws IllegalStateException if something else was demanded.
     */
    public void restore(final StateTape tape) {
        final StateTape.Reader reader = tape.reader();
        reader.field("indicators", all.size());
        all.forEach(set -> set.exchange(reader));
    }
}
