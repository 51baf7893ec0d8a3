package reprise.indicator;

import reprise.state.StateExchange;

/** How far a line has come in {@code n} bars. Constant time. */
final class Change extends Indicator {
    static final IndicatorSpec LAG = spec("lag", "The value n bars ago", 1, "x[n]", "pandas shift", Measure.NONE);
    static final IndicatorSpec MOM = spec("mom", "Momentum", 10, "x - x[n]", "TA-Lib MOM", Measure.DIFFERENCE);
    static final IndicatorSpec ROCP =
            spec("rocp", "Rate of change, as a fraction", 10, "x / x[n] - 1", "TA-Lib ROCP", Measure.FRACTION);
    static final IndicatorSpec ROC =
            spec("roc", "Rate of change, in percent", 10, "100 (x / x[n] - 1)", "TA-Lib ROC", Measure.PERCENT);
    static final IndicatorSpec LOGRET = spec("logret", "Logarithmic return", 1, "ln(x / x[n])", "-", Measure.LOGARITHM);
    static final IndicatorSpec SLOPE =
            spec("slope", "Slope over n bars, per bar", 1, "(x - x[n]) / n", "-", Measure.PER_BAR);

    /** What is made of the value now and the one then. */
    private enum Measure {
        NONE,
        DIFFERENCE,
        PER_BAR,
        FRACTION,
        PERCENT,
        LOGARITHM
    }

    private final Line x;
    private final Measure measure;
    private final Window past;

    private Change(final Line x, final int period, final Measure measure) {
        this.x = x;
        this.measure = measure;
        past = new Window(period);
    }

    private static IndicatorSpec spec(
            final String name,
            final String title,
            final int period,
            final String formula,
            final String source,
            final Measure measure) {
        return IndicatorSpec.named(name, title)
                .input("x", "close")
                .period("period", period, 1)
                .formula(formula, source)
                .warmUp(a -> a.integer("period") + 1)
                .computedBy((in, a) -> new Change(in[0], a.integer("period"), measure));
    }

    @Override
    protected void update() {
        final double now = x.value();
        final boolean full = past.isFull();
        final double then = past.push(now);
        if (full) {
            emit(measured(now, then));
        }
    }

    private double measured(final double now, final double then) {
        return switch (measure) {
            case NONE -> then;
            case DIFFERENCE -> now - then;
            case PER_BAR -> (now - then) / past.length();
            case FRACTION -> then == 0 ? Double.NaN : (now - then) / then;
            case PERCENT -> then == 0 ? Double.NaN : 100 * (now - then) / then;
            case LOGARITHM -> Log.ofRatio(now, then);
        };
    }

    @Override
    protected void state(final StateExchange state) {
        past.state(state);
    }
}
