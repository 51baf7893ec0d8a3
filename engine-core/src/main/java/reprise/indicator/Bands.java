package reprise.indicator;

import reprise.state.StateExchange;

/** Bands around a middle line at a multiple of a spread, and where a line stands in them. Constant time. */
final class Bands extends Indicator {
    static final IndicatorSpec BOLLINGER = IndicatorSpec.named("bbands", "Bollinger bands")
            .input("x", "close")
            .period("period", 20, 2)
            .real("k", 2, 0, 100)
            .needs("moments(x, period, 0).mean", "moments(x, period, 0).dev", "moments(x, period, 0).std")
            .outputs("mid", "upper", "lower", "pctb", "width")
            .formula(
                    "sma +- k std(ddof 0); %b = (x-lower)/(upper-lower); width = (upper-lower)/mid",
                    "Bollinger 2001; TA-Lib BBANDS")
            .computedBy((in, a) -> new Bands(in[1], in[2], in[3], a.real("k")));

    static final IndicatorSpec KELTNER = IndicatorSpec.named("keltner", "Keltner channel")
            .input("x", "close")
            .period("period", 20, 1)
            .period("atr_period", 10, 1)
            .real("k", 2, 0, 100)
            .needs("ema(x, period)", "sub(x, ema(x, period))", "atr(atr_period)")
            .outputs("mid", "upper", "lower", "pctb", "width")
            .formula("ema +- k atr", "Keltner 1960, in Raschke's form")
            .computedBy((in, a) -> new Bands(in[1], in[2], in[3], a.real("k")));

    private final Line mid;
    private final Line distance;
    private final Line spread;
    private final double factor;

    Bands(final Line mid, final Line distance, final Line spread, final double factor) {
        super(5);
        this.mid = mid;
        this.distance = distance;
        this.spread = spread;
        this.factor = factor;
    }

    @Override
    protected void update() {
        final double middle = mid.value();
        final double reach = factor * spread.value();
        emit(middle);
        emit(1, middle + reach);
        emit(2, middle - reach);
        emit(3, reach > 0 ? 0.5 + distance.value() / (2 * reach) : Double.NaN);
        emit(4, middle == 0 ? Double.NaN : 2 * reach / middle);
    }

    @Override
    protected void state(final StateExchange state) {
        // Remembers nothing.
    }
}
