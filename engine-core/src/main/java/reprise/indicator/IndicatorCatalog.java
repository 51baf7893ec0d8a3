package reprise.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All indicators that can be demanded, by name: an explicit list, so that one search shows where an indicator comes from. Immutable; for
 * start-up.
 */
public final class IndicatorCatalog {
    /** Those with a class of their own; {@link Compositions#ALL} need none. */
    private static final List<IndicatorSpec> COMPUTED = List.of(
            PriceMean.HL2,
            PriceMean.TYPICAL,
            PriceMean.OHLC4,
            Sum.SMA,
            Ema.SPEC,
            Ema.FIRST_VALUE,
            Ema.FROM,
            AdjustedEma.SPEC,
            WilderAverage.SPEC,
            Wma.SPEC,
            WeightedSum.DEMA,
            WeightedSum.TEMA,
            Kama.SPEC,
            Rsi.SPEC,
            Rsi.FIRST_VALUE,
            RangePosition.STOCH_K,
            RangePosition.OF_LINE,
            RangePosition.WILLR,
            Cci.SPEC,
            Mfi.SPEC,
            Change.MOM,
            Change.ROC,
            Change.ROCP,
            Change.LOGRET,
            Change.SLOPE,
            Change.LAG,
            TrueRange.SPEC,
            DirectionalMovement.SPEC,
            DirectionalIndex.PLUS_DI,
            DirectionalIndex.MINUS_DI,
            DirectionalIndex.DX,
            Extreme.MAX,
            Extreme.MIN,
            Sum.SUM,
            Moments.SPEC,
            ZScore.SPEC,
            Quantile.SPEC,
            Quantile.MEDIAN,
            Shape.SPEC,
            Bands.BOLLINGER,
            Bands.KELTNER,
            LinearRegression.SPEC,
            Regression.SPEC,
            Scaled.VOLATILITY,
            RangeVolatility.PARKINSON,
            RangeVolatility.GARMAN_KLASS,
            RangeVolatility.ROGERS_SATCHELL,
            YangZhang.SPEC,
            EwmaVolatility.SPEC,
            Obv.SPEC,
            Obv.FROM_ZERO,
            MoneyFlowVolume.SPEC,
            Cumulative.SPEC,
            AnchoredVwap.SPEC,
            RelativeVolume.SPEC,
            ParabolicSar.SPEC,
            SuperTrend.SPEC,
            Aroon.SPEC,
            Pivots.SPEC,
            SessionRange.SO_FAR,
            SessionRange.PRIOR,
            SessionRange.OPENING,
            SwingPoint.HIGH,
            SwingPoint.LOW,
            HeikinAshi.SPEC,
            BodyFraction.SPEC,
            Hurst.SPEC,
            HalfLife.SPEC,
            Cross.SPEC,
            WithinLast.SPEC,
            Since.SPEC,
            Log.SPEC,
            WeightedSum.ADD,
            WeightedSum.SUB,
            WeightedSum.MID,
            Quotient.MULT,
            Quotient.DIV);

    private static final IndicatorCatalog SHIPPED = new IndicatorCatalog(
            Stream.concat(COMPUTED.stream(), Compositions.ALL.stream()).toList());

    private final List<IndicatorSpec> specs;

    private IndicatorCatalog(final List<IndicatorSpec> specs) {
        this.specs = List.copyOf(specs);
        for (final IndicatorSpec spec : specs) {
            final long same = specs.stream()
                    .filter(other -> other.name().equals(spec.name()))
                    .count();
            if (same > 1 || BarLines.NAMES.contains(spec.name())) {
                throw new IllegalArgumentException("the name is taken: " + spec.name());
            }
        }
    }

    /**
     * What ships.
     *
     * @return the catalog.
     */
    public static IndicatorCatalog shipped() {
        return SHIPPED;
    }

    /**
     * The same with one more.
     *
     * @param spec of an indicator whose name is not taken.
     * @return a new catalog.
     */
    public IndicatorCatalog with(final IndicatorSpec spec) {
        final List<IndicatorSpec> more = new ArrayList<>(specs);
        more.add(spec);
        return new IndicatorCatalog(more);
    }

    /**
     * All indicators.
     *
     * @return in the order of the catalog.
     */
    public List<IndicatorSpec> all() {
        return specs;
    }

    /**
     * An indicator by name.
     *
     * @param name exact.
     * @return its declaration.
     * @throws IllegalArgumentException if there is none; the message suggests the nearest.
     */
    public IndicatorSpec get(final String name) {
        for (final IndicatorSpec spec : specs) {
            if (spec.name().equals(name)) {
                return spec;
            }
        }
        throw new IllegalArgumentException(
                "no indicator '" + name + "'; did you mean '" + nearest(name) + "'? './reprise indicators' lists all");
    }

    private String nearest(final String name) {
        final List<String> names =
                new ArrayList<>(specs.stream().map(IndicatorSpec::name).toList());
        names.addAll(BarLines.NAMES);
        return NearestName.within(Integer.MAX_VALUE, name, names);
    }
}
