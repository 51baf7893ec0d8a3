package reprise.indicator;

import reprise.state.StateExchange;

/** The mean of some of a bar's prices. Constant time. */
final class PriceMean extends Indicator {
    static final IndicatorSpec HL2 = IndicatorSpec.named("hl2", "Median price")
            .needs("high", "low")
            .formula("(high + low) / 2", "TA-Lib MEDPRICE")
            .computedBy((in, a) -> new PriceMean(in));

    static final IndicatorSpec TYPICAL = IndicatorSpec.named("typical", "Typical price")
            .needs("high", "low", "close")
            .formula("(high + low + close) / 3", "TA-Lib TYPPRICE")
            .computedBy((in, a) -> new PriceMean(in));

    static final IndicatorSpec OHLC4 = IndicatorSpec.named("ohlc4", "Average price")
            .needs("open", "high", "low", "close")
            .formula("(open + high + low + close) / 4", "TA-Lib AVGPRICE")
            .computedBy((in, a) -> new PriceMean(in));

    private final Line[] prices;

    PriceMean(final Line[] prices) {
        this.prices = prices;
    }

    @Override
    protected void update() {
        double sum = 0;
        for (final Line price : prices) {
            sum += price.value();
        }
        emit(sum / prices.length);
    }

    @Override
    protected void state(final StateExchange state) {
        // Remembers nothing.
    }
}
