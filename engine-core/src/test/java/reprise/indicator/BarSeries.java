package reprise.indicator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import reprise.market.Bar;
import reprise.market.Instrument;
import reprise.state.Snapshotable;

/** An indicator that is fed with bars, as the tests of all of them see it, and the reference column of each. */
record BarSeries(Feed feed, DoubleSupplier output, Snapshotable state) {
    /** Takes the last bar of an instrument. */
    interface Feed {
        void update(Instrument instrument);
    }

    double next(final Instrument instrument) {
        feed.update(instrument);
        return output.getAsDouble();
    }

    /** Reference column to a fresh indicator, per family. */
    static Map<String, Supplier<BarSeries>> averages() {
        final Map<String, Supplier<BarSeries>> columns = new LinkedHashMap<>();
        for (final int period : new int[] {12, 13, 15, 20, 26, 100, 150}) {
            columns.put("ema_" + period, () -> of(Ema.seededByMean(period)));
        }
        for (final int period : new int[] {13, 15, 100, 150}) {
            columns.put("ema_" + period + "_first", () -> of(Ema.seededByFirst(period)));
        }
        columns.put("rma_14", () -> {
            final WilderAverage average = new WilderAverage(14);
            return new BarSeries(i -> average.update(i.toDouble(i.bar().close())), average::value, average);
        });
        return columns;
    }

    static Map<String, Supplier<BarSeries>> trends() {
        final Map<String, Supplier<BarSeries>> columns = new LinkedHashMap<>();
        for (final int period : new int[] {7, 14}) {
            columns.put(
                    "plus_di_" + period,
                    () -> of(new Adx(period), adx -> adx.movement().plusDi()));
            columns.put(
                    "minus_di_" + period,
                    () -> of(new Adx(period), adx -> adx.movement().minusDi()));
            columns.put(
                    "dx_" + period,
                    () -> of(new Adx(period), adx -> adx.movement().dx()));
            columns.put("adx_" + period, () -> of(new Adx(period), Adx::value));
        }
        columns.put("body_frac", BarSeries::bodyFraction);
        return columns;
    }

    private static BarSeries of(final Ema ema) {
        return new BarSeries(i -> ema.update(i.toDouble(i.bar().close())), ema::value, ema);
    }

    private static BarSeries of(final Adx adx, final ToDoubleFunction<Adx> output) {
        return new BarSeries(i -> update(adx, i), () -> output.applyAsDouble(adx), adx);
    }

    private static void update(final Adx adx, final Instrument instrument) {
        final Bar bar = instrument.bar();
        adx.update(instrument.toDouble(bar.high()), instrument.toDouble(bar.low()), instrument.toDouble(bar.close()));
    }

    private static BarSeries bodyFraction() {
        final double[] last = {Double.NaN};
        return new BarSeries(i -> last[0] = BarShape.bodyFraction(i.bar()), () -> last[0], sink -> {});
    }
}
