package reprise.bar;

import reprise.market.Bar;

/** A bar as a value. */
record BuiltBar(
        long openTimeNs, long closeTimeNs, long open, long high, long low, long close, long volume, long inputs) {
    static BuiltBar of(final BarSeries series) {
        final Bar bar = series.bar();
        return new BuiltBar(
                bar.closeTimeNs() - bar.periodNs(),
                bar.closeTimeNs(),
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                bar.volume(),
                series.inputCount());
    }
}
