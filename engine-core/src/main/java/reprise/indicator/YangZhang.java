package reprise.indicator;

import reprise.state.StateExchange;

/** Volatility per year by Yang and Zhang: the variance between bars, within bars and by range, weighed. Amortised constant time. */
final class YangZhang extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("rv_yang_zhang", "Yang-Zhang volatility")
            .needs("open", "high", "low", "close")
            .period("period", 20, 2)
            .real("per_year", 252, 1, 1e9)
            .formula(
                    "sqrt(P (var ln(o/c1) + k var ln(c/o) + (1-k) RS)), k = 0.34/(1.34+(n+1)/(n-1))",
                    "Yang, Zhang 2000")
            .warmUp(a -> a.integer("period") + 1)
            .computedBy((in, a) -> new YangZhang(in, a.integer("period"), a.real("per_year")));

    private final Line[] prices;
    private final int period;
    private final double periodsPerYear;
    private final double weight;
    private final RollingMoments overnight;
    private final RollingMoments openToClose;
    private final RollingSum range;
    private double previousClose = Double.NaN;

    YangZhang(final Line[] prices, final int period, final double periodsPerYear) {
        this.prices = prices;
        this.period = period;
        this.periodsPerYear = periodsPerYear;
        weight = 0.34 / (1.34 + (period + 1.0) / (period - 1.0));
        overnight = new RollingMoments(period);
        openToClose = new RollingMoments(period);
        range = new RollingSum(period);
    }

    @Override
    protected void update() {
        final double open = prices[0].value();
        final double close = prices[3].value();
        if (!Double.isNaN(previousClose)) {
            overnight.add(Log.ofRatio(open, previousClose));
            openToClose.add(Log.ofRatio(close, open));
            range.add(RangeVolatility.Measure.ROGERS_SATCHELL.of(open, prices[1].value(), prices[2].value(), close));
            final double within = weight * openToClose.deviations() / (period - 1);
            final double variance =
                    overnight.deviations() / (period - 1) + within + (1 - weight) * Math.max(0, range.value()) / period;
            emit(Math.sqrt(periodsPerYear * variance));
        }
        previousClose = close;
    }

    @Override
    protected void state(final StateExchange state) {
        overnight.state(state);
        openToClose.state(state);
        range.state(state);
        previousClose = state.field("previousClose", previousClose);
    }
}
