package reprise.indicator;

import reprise.state.StateExchange;

/** The natural logarithm of a line. Constant time. */
final class Log extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("ln", "Natural logarithm")
            .input("x", "close")
            .formula("ln x; undefined for x <= 0", "TA-Lib LN")
            .computedBy((in, a) -> new Log(in[0]));

    private final Line x;

    Log(final Line x) {
        this.x = x;
    }

    /** The logarithm of a ratio, exact also where the ratio is so near to 1 that rounding it would cost digits; NaN unless both are positive. */
    static double ofRatio(final double a, final double b) {
        if (!(a > 0 && b > 0)) {
            return Double.NaN;
        }
        final double difference = a - b;
        return Math.abs(difference) < b / 2 ? StrictMath.log1p(difference / b) : StrictMath.log(a / b);
    }

    @Override
    protected void update() {
        final double value = x.value();
        emit(value > 0 ? StrictMath.log(value) : Double.NaN);
    }

    @Override
    protected void state(final StateExchange state) {
        // Remembers nothing.
    }
}
