package reprise.indicator;

import reprise.state.StateExchange;

/**
 * Volatility per year from what each of the last {@code n} bars shows of its own range. Garman-Klass and Rogers-Satchell assume that nothing
 * happens between bars. Amortised constant time, by a {@link RollingSum}.
 */
final class RangeVolatility extends Indicator {
    static final IndicatorSpec PARKINSON = spec(
            "rv_parkinson",
            "Parkinson volatility",
            "sqrt(P/(4 n ln2) sum ln(h/l)^2)",
            "Parkinson 1980",
            Measure.PARKINSON);
    static final IndicatorSpec GARMAN_KLASS = spec(
            "rv_garman_klass",
            "Garman-Klass volatility",
            "sqrt(P/n sum(ln(h/l)^2/2 - (2 ln2 - 1) ln(c/o)^2))",
            "Garman, Klass 1980",
            Measure.GARMAN_KLASS);
    static final IndicatorSpec ROGERS_SATCHELL = spec(
            "rv_rogers_satchell",
            "Rogers-Satchell volatility",
            "sqrt(P/n sum(ln(h/c) ln(h/o) + ln(l/c) ln(l/o)))",
            "Rogers, Satchell 1991",
            Measure.ROGERS_SATCHELL);

    /** What one bar says of the variance. */
    enum Measure {
        PARKINSON,
        GARMAN_KLASS,
        ROGERS_SATCHELL;

        private static final double LN_2 = 0.6931471805599453;

        double of(final double open, final double high, final double low, final double close) {
            return switch (this) {
                case PARKINSON -> square(Log.ofRatio(high, low)) / (4 * LN_2);
                case GARMAN_KLASS ->
                    square(Log.ofRatio(high, low)) / 2 - (2 * LN_2 - 1) * square(Log.ofRatio(close, open));
                case ROGERS_SATCHELL ->
                    Log.ofRatio(high, close) * Log.ofRatio(high, open)
                            + Log.ofRatio(low, close) * Log.ofRatio(low, open);
            };
        }

        private static double square(final double x) {
            return x * x;
        }
    }

    private final Line[] prices;
    private final Measure measure;
    private final RollingSum sum;
    private final double scale;

    RangeVolatility(final Line[] prices, final Measure measure, final int period, final double periodsPerYear) {
        this.prices = prices;
        this.measure = measure;
        sum = new RollingSum(period);
        scale = periodsPerYear / period;
    }

    private static IndicatorSpec spec(
            final String name, final String title, final String formula, final String source, final Measure measure) {
        return IndicatorSpec.named(name, title)
                .needs("open", "high", "low", "close")
                .period("period", 20, 1)
                .real("per_year", 252, 1, 1e9)
                .formula(formula, source)
                .warmUp(a -> a.integer("period"))
                .computedBy((in, a) -> new RangeVolatility(in, measure, a.integer("period"), a.real("per_year")));
    }

    @Override
    protected void update() {
        sum.add(measure.of(prices[0].value(), prices[1].value(), prices[2].value(), prices[3].value()));
        // A sum of terms that are not negative can come out a last digit below 0.
        emit(sum.isFull() ? Math.sqrt(scale * Math.max(0, sum.value())) : Double.NaN);
    }

    @Override
    protected void state(final StateExchange state) {
        sum.state(state);
    }
}
