package reprise.strategies;

import reprise.bar.BarSeries;
import reprise.bar.BarSpec;
import reprise.indicator.Line;
import reprise.market.Bar;
import reprise.market.Instrument;
import reprise.strategy.StrategyContext;

/** The bars of one instrument that a strategy looks at: the venue's own, or those that the engine builds of them. For one strategy. */
final class WatchedBars {
    private final StrategyContext context;
    private final Instrument instrument;
    private final BarSeries series;

    /**
     * Subscribes to them; during start or restore.
     *
     * @param context of the strategy.
     * @param symbol of the instrument.
     * @param spec what bars; null for the venue's own.
     */
    WatchedBars(final StrategyContext context, final String symbol, final BarSpec spec) {
        this.context = context;
        instrument = context.instrument(symbol);
        if (spec == null) {
            context.subscribe(instrument);
            series = null;
        } else {
            series = context.subscribe(instrument, spec);
        }
    }

    /** Demands an indicator of them. */
    Line indicator(final String expression) {
        return series == null ? context.indicator(instrument, expression) : context.indicator(series, expression);
    }

    /** Whether a bar of the venue is meant. */
    boolean isOf(final Instrument barOf) {
        return series == null && barOf == instrument;
    }

    /** Whether a built bar is meant. */
    boolean isOf(final BarSeries barOf) {
        return series != null && barOf == series;
    }

    Instrument instrument() {
        return instrument;
    }

    /** The one that closed last. */
    Bar bar() {
        return series == null ? instrument.bar() : series.bar();
    }
}
