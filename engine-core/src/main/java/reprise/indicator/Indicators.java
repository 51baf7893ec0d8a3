package reprise.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import reprise.bar.BarSeries;
import reprise.market.Bar;
import reprise.market.Instrument;
import reprise.market.Instruments;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;
import reprise.state.StateSink;
import reprise.state.StateTape;

/**
 * All indicators of the engine: each that is demanded is computed once per instrument and kind of bars, whoever demands it, and what nobody
 * demands does not exist. Brought up to date by the core before strategies are told of a bar.
 *
 * <p>Single-threaded, owned by the core; allocates only while something is demanded; part of replayed state.
 */
public final class Indicators implements Snapshotable {
    private final Instruments instruments;
    private final Wiring wiring;
    private final List<IndicatorSet> all = new ArrayList<>();
    private IndicatorSet[] byInstrument = {};
    private IndicatorSet[] bySeries = {};

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
     * Demands an indicator of the bars that the venue delivers for an instrument; for start-up. From now on it is computed on every bar;
     * demanded again it is the same.
     *
     * @param instrument whose bars are meant.
     * @param expression such as {@code ema:15} or {@code ema(close, 15)}; see docs/indicators.md.
     * @return its line, one object for the life of the engine.
     * @throws IllegalArgumentException if the expression cannot be understood; the message says what would be right.
     */
    public Line demand(final Instrument instrument, final String expression) {
        return wiring.demand(Expression.parse(expression), source(instrument));
    }

    /**
     * Demands an indicator of bars that the engine builds; for start-up.
     *
     * @param series of the bars.
     * @param expression such as {@code ema:15}. Other instruments in it mean their series of the same specification, of which something must
     *     have been demanded before.
     * @return its line, one object for the life of the engine.
     * @throws IllegalArgumentException if the expression cannot be understood; the message says what would be right.
     */
    public Line demand(final BarSeries series, final String expression) {
        return wiring.demand(Expression.parse(expression), source(series));
    }

    /** The set of another instrument's bars of the same kind. */
    IndicatorSet source(final String symbol, final BarSeries like) {
        if (like == null) {
            return source(instruments.get(symbol));
        }
        for (final IndicatorSet set : bySeries) {
            if (set != null && isLike(set.bars().series(), symbol, like)) {
                return set;
            }
        }
        throw new IllegalArgumentException(
                "demand something of " + symbol + "'s own bars of this kind first: " + like.spec());
    }

    private static boolean isLike(final BarSeries series, final String symbol, final BarSeries like) {
        return series.instrument().symbol().equals(symbol) && series.spec().equals(like.spec());
    }

    private IndicatorSet source(final Instrument instrument) {
        final int id = instrument.id();
        byInstrument = Arrays.copyOf(byInstrument, Math.max(byInstrument.length, id + 1));
        if (byInstrument[id] == null) {
            byInstrument[id] = added(new IndicatorSet(instrument.symbol(), new BarLines(instrument)));
        }
        return byInstrument[id];
    }

    private IndicatorSet source(final BarSeries series) {
        final int id = series.id();
        bySeries = Arrays.copyOf(bySeries, Math.max(bySeries.length, id + 1));
        if (bySeries[id] == null) {
            final String name = series.instrument().symbol() + "/series" + id;
            bySeries[id] = added(new IndicatorSet(name, new BarLines(series)));
        }
        return bySeries[id];
    }

    private IndicatorSet added(final IndicatorSet set) {
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
        return added(new IndicatorSet(name, members.toArray(IndicatorSet[]::new)));
    }

    /**
     * The venue delivered a bar: an instrument's {@link Instrument#bar()} is new. Bars must come in the order of their time: one that is not
     * later than the last is passed over.
     *
     * @param instrument whose bar closed.
     */
    public void onBar(final Instrument instrument) {
        if (instrument.id() < byInstrument.length) {
            update(byInstrument[instrument.id()], instrument.bar());
        }
    }

    /**
     * A bar that the engine builds closed.
     *
     * @param series whose {@link BarSeries#bar()} is new.
     */
    public void onBar(final BarSeries series) {
        if (series.id() < bySeries.length) {
            update(bySeries[series.id()], series.bar());
        }
    }

    private static void update(final IndicatorSet set, final Bar bar) {
        if (set != null) {
            set.onBar(bar.closeTimeNs(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
        }
    }

    /**
     * A bar of the past is told. It is one of the venue's bars, unless something is demanded of the instrument's time bars of trades or quotes
     * of just that length: these are not built of bars, so it is one of theirs. Bars that are built of bars come by {@link #onBar(BarSeries)}.
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
    public void onHistoricalBar(
            final int instrumentId,
            final long closeTimeNs,
            final long periodNs,
            final long open,
            final long high,
            final long low,
            final long close,
            final long volume) {
        boolean taken = false;
        for (final IndicatorSet set : bySeries) {
            if (set != null && set.bars().takesHistory(instrumentId, periodNs)) {
                set.onBar(closeTimeNs, open, high, low, close, volume);
                taken = true;
            }
        }
        if (!taken && instrumentId < byInstrument.length && byInstrument[instrumentId] != null) {
            byInstrument[instrumentId].onBar(closeTimeNs, open, high, low, close, volume);
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
