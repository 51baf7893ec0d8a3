package reprise.indicator;

import reprise.state.StateExchange;

/**
 * The last confirmed turning point: a value that is not exceeded within {@code left} bars before it and not reached
 * within {@code right} bars after it. It is known
 * only {@code right} bars later and is not given out earlier; undefined until there was one. Amortised constant time.
 */
final class SwingPoint extends Indicator {
    static final IndicatorSpec HIGH = spec("swing_high", "Last confirmed swing high", "high", true);
    static final IndicatorSpec LOW = spec("swing_low", "Last confirmed swing low", "low", false);

    private final Line x;
    private final int right;
    private final RollingExtreme extreme;

    private SwingPoint(final Line x, final int left, final int right, final boolean high) {
        this.x = x;
        this.right = right;
        final int length = left + 1 + right;
        extreme = high ? RollingExtreme.largest(length) : RollingExtreme.smallest(length);
    }

    private static IndicatorSpec spec(final String name, final String title, final String input, final boolean high) {
        return IndicatorSpec.named(name, title)
                .input("x", input)
                .period("left", 5, 1)
                .period("right", 5, 1)
                .formula(
                        "x not exceeded for 'left' bars before and not reached for 'right' bars after it, told 'right' bars later",
                        "-")
                .warmUp(a -> IndicatorSpec.WITH_DATA)
                .memory(a -> IndicatorSpec.NEVER)
                .computedBy((in, a) -> new SwingPoint(in[0], a.integer("left"), a.integer("right"), high));
    }

    @Override
    protected void update() {
        extreme.add(x.value());
        // Of equal ones the newest counts, so a second top of the same height takes the place of the first.
        if (extreme.isDefined() && extreme.age() == right) {
            emit(extreme.value());
        }
    }

    @Override
    protected void state(final StateExchange state) {
        extreme.state(state);
    }
}
