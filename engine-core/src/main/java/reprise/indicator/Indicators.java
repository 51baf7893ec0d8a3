package reprise.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import reprise.bar.BarSeries;
import reprise.market.Bar;
import reprise.market.Instrument;
import reprise.market.Instruments;
import reprise.state.StateExchange;

/**
 * All indicators of the engine: each that is demanded is computed once per instrument and kind of bars, whoever demands it, and what nobody
 * demands does not exist. Brought up to date by the core before strategies are told of a bar.
 *
 * <p>Single-threaded, owned by the core; allocates only while something is demanded; part of replayed state.
 */
public final class Indicators {
    private final Instruments instruments;
    private final Wiring wiring;
    private final Set<Demand> demands = new LinkedHashSet<>();
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
        final Line line = wiring.demand(Expression.parse(expression), source(instrument));
        demands.add(new Demand(instrument.id(), Demand.NO_SERIES, expression));
        return line;
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
        final Line line = wiring.demand(Expression.parse(expression), source(series));
        demands.add(new Demand(series.instrument().id(), series.id(), expression));
        return line;
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

    /**
     * How many different demands there were.
     *
     * @return count; it grows with a demand that was never made before.
     */
    public int demandCount() {
        return demands.size();
    }

    /**
     * Carries what was demanded, in that order, and then what has been computed. Restoring demands it anew, so that all bars before seem to
     * have been seen; nothing may have been demanded yet but the same, in the same order.
     *
     * @param state takes each field and gives its value from now on.
     * @param seriesById finds the series that the engine builds by their ids.
     */
    public void exchange(final StateExchange state, final IntFunction<BarSeries> seriesById) {
        final int count = state.count("indicatorDemands", demands.size(), Integer.MAX_VALUE);
        if (state.isRestoring()) {
            for (int i = 0; i < count; i++) {
                demand(Demand.NONE.exchange(state), seriesById);
            }
        } else {
            demands.forEach(demand -> demand.exchange(state));
        }
        state.section("indicators", all.size());
        all.forEach(set -> set.exchange(state));
    }

    private void demand(final Demand demand, final IntFunction<BarSeries> seriesById) {
        if (demands.contains(demand)) {
            return;
        }
        if (demand.isOfSeries()) {
            demand(seriesById.apply(demand.seriesId()), demand.expression());
        } else {
            demand(instruments.get(demand.instrumentId()), demand.expression());
        }
    }
}
