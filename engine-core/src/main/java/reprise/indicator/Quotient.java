package reprise.indicator;

import reprise.state.StateExchange;

/** One line over another, or times it, bar by bar. Constant time. */
final class Quotient extends Indicator {
    static final IndicatorSpec DIV = IndicatorSpec.named("div", "Quotient of two lines")
            .input("a", "close")
            .input("b", "open")
            .real("scale", 1, -1e9, 1e9)
            .formula("scale a / b; undefined where b = 0", "TA-Lib DIV")
            .computedBy((in, a) -> new Quotient(in[0], in[1], a.real("scale"), true));

    static final IndicatorSpec MULT = IndicatorSpec.named("mult", "Product of two lines")
            .input("a", "close")
            .input("b", "volume")
            .formula("a b", "TA-Lib MULT")
            .computedBy((in, a) -> new Quotient(in[0], in[1], 1, false));

    private final Line a;
    private final Line b;
    private final double scale;
    private final boolean divides;

    Quotient(final Line a, final Line b, final double scale, final boolean divides) {
        this.a = a;
        this.b = b;
        this.scale = scale;
        this.divides = divides;
    }

    @Override
    protected void update() {
        final double right = b.value();
        if (divides) {
            emit(right == 0 ? Double.NaN : scale * a.value() / right);
        } else {
            emit(scale * a.value() * right);
        }
    }

    @Override
    protected void state(final StateExchange state) {
        // Remembers nothing.
    }
}
