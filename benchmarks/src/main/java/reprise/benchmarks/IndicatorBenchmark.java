package reprise.benchmarks;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MInteger;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.EMAIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.Num;
import reprise.indicator.IndicatorCatalog;
import reprise.indicator.Indicators;
import reprise.indicator.Line;
import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;
import reprise.market.Instruments;

/**
 * What does an indicator cost per bar, behind the set that strategies share, against a loop written by hand over arrays (the least it can
 * cost), an incremental object behind an interface, TA-Lib's batch functions on the same arrays, and ta4j? The set alone turns integer bars
 * into lines and takes care of drift, ties and undefined values. {@code six} is all of them at once, as strategies have them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@OperationsPerInvocation(IndicatorBenchmark.BARS)
public class IndicatorBenchmark {
    static final int BARS = 10_000;

    private static final String[] SIX = {"ema15", "ema100", "adx14", "rsi14", "atr14", "std20"};

    /** Which. */
    @Param({"ema15", "ema100", "adx14", "rsi14", "atr14", "std20", "six"})
    public String indicator;

    private final long[][] units = new long[BARS][];
    private final double[] high = new double[BARS];
    private final double[] low = new double[BARS];
    private final double[] close = new double[BARS];
    private final double[] output = new double[BARS];
    private final Core talib = new Core();
    private final MInteger begin = new MInteger();
    private final MInteger length = new MInteger();
    private String[] names;
    private Instrument instrument;
    private Indicators indicators;
    private Line[] lines;
    private IncrementalObject[] objects;
    private BarSeries series;
    private long timeNs;

    /** Makes the bars and everything that is fed with them. */
    @Setup
    public void setUp() {
        names = indicator.equals("six") ? SIX : new String[] {indicator};
        final Instruments instruments = new Instruments();
        instrument = instruments.define(new InstrumentDefinition(0, 0, "X", "X", "USD", 2, 0, 1, 1, 0));
        walk();
        indicators = new Indicators(instruments, IndicatorCatalog.shipped());
        lines = Arrays.stream(names)
                .map(name -> indicators.demand(instrument, expression(name)))
                .toArray(Line[]::new);
        objects = Arrays.stream(names).map(IncrementalObject::of).toArray(IncrementalObject[]::new);
        series = new BaseBarSeriesBuilder().withNumTypeOf(DoubleNum.class).build();
        final ZonedDateTime first = ZonedDateTime.of(2024, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
        for (int i = 0; i < BARS; i++) {
            series.addBar(Duration.ofMinutes(1), first.plusMinutes(i), close[i], high[i], low[i], close[i], 1.0);
        }
    }

    private void walk() {
        final SplittableRandom random = new SplittableRandom(1);
        long price = 100_000;
        for (int i = 0; i < BARS; i++) {
            final long open = price;
            price = Math.max(10_000, price + random.nextLong(-50, 51));
            final long top = Math.max(open, price) + random.nextLong(30);
            final long bottom = Math.min(open, price) - random.nextLong(30);
            units[i] = new long[] {open, top, bottom, price, 1};
            high[i] = instrument.toDouble(top);
            low[i] = instrument.toDouble(bottom);
            close[i] = instrument.toDouble(price);
        }
    }

    private static String expression(final String name) {
        return switch (name) {
            case "ema15" -> "ema:15";
            case "ema100" -> "ema:100";
            case "adx14" -> "adx:14";
            case "rsi14" -> "rsi:14";
            case "atr14" -> "atr:14";
            default -> "stddev:20";
        };
    }

    /**
     * Ours.
     *
     * @return the sum of what was read.
     */
    @Benchmark
    public double set() {
        double sum = 0;
        for (final long[] bar : units) {
            timeNs++;
            instrument.onBar(timeNs, 1, bar[0], bar[1], bar[2], bar[3], bar[4]);
            indicators.onBar(instrument);
            for (final Line line : lines) {
                sum += line.isDefined() ? line.value() : 0;
            }
        }
        return sum;
    }

    /**
     * Objects behind an interface.
     *
     * @return the sum of what they gave.
     */
    @Benchmark
    public double objects() {
        double sum = 0;
        for (int i = 0; i < BARS; i++) {
            for (final IncrementalObject object : objects) {
                sum += object.update(high[i], low[i], close[i]);
            }
        }
        return sum;
    }

    /**
     * By hand.
     *
     * @return what it gave.
     */
    @Benchmark
    public double loop() {
        double sum = 0;
        for (final String name : names) {
            sum += switch (name) {
                case "ema15" -> HandLoops.ema(close, 15);
                case "ema100" -> HandLoops.ema(close, 100);
                case "adx14" -> HandLoops.adx(high, low, close, 14);
                case "rsi14" -> HandLoops.rsi(close, 14);
                case "atr14" -> HandLoops.atr(high, low, close, 14);
                default -> HandLoops.deviation(close, 20);
            };
        }
        return sum;
    }

    /**
     * TA-Lib.
     *
     * @return the output of the last.
     */
    @Benchmark
    public double[] talib() {
        final int last = BARS - 1;
        for (final String name : names) {
            switch (name) {
                case "ema15" -> talib.ema(0, last, close, 15, begin, length, output);
                case "ema100" -> talib.ema(0, last, close, 100, begin, length, output);
                case "adx14" -> talib.adx(0, last, high, low, close, 14, begin, length, output);
                case "rsi14" -> talib.rsi(0, last, close, 14, begin, length, output);
                case "atr14" -> talib.atr(0, last, high, low, close, 14, begin, length, output);
                default -> talib.stdDev(0, last, close, 20, 1.0, begin, length, output);
            }
        }
        return output;
    }

    /**
     * The series is there already; the indicators are new each time, because they remember their values.
     *
     * @return the sum of what they gave.
     */
    @Benchmark
    public double ta4j() {
        double sum = 0;
        for (final String name : names) {
            final Indicator<Num> ta4j = ta4j(name);
            for (int i = 0; i < BARS; i++) {
                sum += ta4j.getValue(i).doubleValue();
            }
        }
        return sum;
    }

    private Indicator<Num> ta4j(final String name) {
        final ClosePriceIndicator closes = new ClosePriceIndicator(series);
        return switch (name) {
            case "ema15" -> new EMAIndicator(closes, 15);
            case "ema100" -> new EMAIndicator(closes, 100);
            case "adx14" -> new ADXIndicator(series, 14);
            case "rsi14" -> new RSIIndicator(closes, 14);
            case "atr14" -> new ATRIndicator(series, 14);
            default -> new StandardDeviationIndicator(closes, 20);
        };
    }
}
