package reprise.indicator;

import java.util.Arrays;
import java.util.SplittableRandom;
import reprise.market.Instrument;

/** Hourly bars for tests, as an engine gets them and as arrays for definitions by heart. */
final class Bars {
    static final long HOUR_NS = 3_600_000_000_000L;

    final int count;
    final double[] open;
    final double[] high;
    final double[] low;
    final double[] close;
    final double[] volume;
    private final long[][] units;
    private final Instrument instrument;

    private Bars(final Instrument instrument, final long[][] units) {
        this.instrument = instrument;
        this.units = units;
        count = units.length;
        open = new double[count];
        high = new double[count];
        low = new double[count];
        close = new double[count];
        volume = new double[count];
        for (int i = 0; i < count; i++) {
            open[i] = instrument.toDouble(units[i][0]);
            high[i] = instrument.toDouble(units[i][1]);
            low[i] = instrument.toDouble(units[i][2]);
            close[i] = instrument.toDouble(units[i][3]);
            volume[i] = instrument.quantityToDouble(units[i][4]);
        }
    }

    /** A random walk in cents, with some bars that do not move. */
    static Bars walk(final long seed, final int count) {
        final SplittableRandom random = new SplittableRandom(seed);
        final long[][] units = new long[count][];
        long price = 10_000;
        for (int i = 0; i < count; i++) {
            final boolean still = random.nextInt(10) == 0;
            final long open = still ? price : Math.max(2_000, price + random.nextLong(-5, 6));
            final long close = still ? price : Math.max(2_000, open + random.nextLong(-40, 41));
            final long up = still ? 0 : random.nextLong(15);
            final long down = still ? 0 : random.nextLong(15);
            units[i] = new long[] {
                open, Math.max(open, close) + up, Math.min(open, close) - down, close, random.nextLong(1, 1_000)
            };
            price = close;
        }
        return new Bars(Fixture.INSTRUMENT, units);
    }

    static Bars flat(final int count, final long volume) {
        final long[][] units = new long[count][];
        for (int i = 0; i < count; i++) {
            units[i] = new long[] {10_000, 10_000, 10_000, 10_000, volume};
        }
        return new Bars(Fixture.INSTRUMENT, units);
    }

    /** Real ones. */
    static Bars of(final GoldenBars golden) {
        final long[][] units = new long[golden.count()][];
        for (int i = 0; i < units.length; i++) {
            units[i] = golden.units(i);
        }
        return new Bars(golden.instrument(), units);
    }

    /** The same with all prices, or all volumes, times a whole number. */
    Bars scaled(final long price, final long quantity) {
        final long[][] scaled = new long[count][];
        for (int i = 0; i < count; i++) {
            final long[] bar = units[i];
            scaled[i] = new long[] {bar[0] * price, bar[1] * price, bar[2] * price, bar[3] * price, bar[4] * quantity};
        }
        return new Bars(instrument, scaled);
    }

    /** The same in whole ticks and lots: all prices and volumes are integers. */
    Bars inUnits() {
        return new Bars(Fixture.whole(), units);
    }

    /** The first ones. */
    Bars first(final int length) {
        return new Bars(instrument, Arrays.copyOf(units, length));
    }

    /** The same with all prices higher. */
    Bars raised(final long price) {
        final long[][] raised = new long[count][];
        for (int i = 0; i < count; i++) {
            final long[] bar = units[i];
            raised[i] = new long[] {bar[0] + price, bar[1] + price, bar[2] + price, bar[3] + price, bar[4]};
        }
        return new Bars(instrument, raised);
    }

    Instrument instrument() {
        return instrument;
    }

    /** A bar closes: the first one at one o'clock of the first day. Later rounds go on in time. */
    void tell(final Indicators indicators, final int index, final int round) {
        final long[] bar = units[index];
        final long closeTimeNs = (index + 1L + (long) round * count) * HOUR_NS;
        indicators.onHistoricalBar(instrument.id(), closeTimeNs, HOUR_NS, bar[0], bar[1], bar[2], bar[3], bar[4]);
    }

    /** All values of an expression, NaN where there is none. */
    double[] values(final String expression) {
        return values(expression, 0);
    }

    /** The same for a calculation that sees the bars from one on only. */
    double[] values(final String expression, final int from) {
        final Indicators indicators = Fixture.indicators();
        final Line line = indicators.demand(instrument, expression);
        final double[] values = new double[count];
        for (int i = from; i < count; i++) {
            tell(indicators, i, 0);
            values[i] = line.raw();
        }
        return values;
    }
}
