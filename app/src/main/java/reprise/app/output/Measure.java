package reprise.app.output;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * A number with its unit. Lines and tables show it as people read it; JSON keeps number and unit apart.
 *
 * @param number in that unit.
 * @param unit a currency, {@code "%"}, {@code "s"}, or empty.
 */
record Measure(BigDecimal number, String unit) {
    private static final int NS_DECIMALS = 9;

    @Override
    public String toString() {
        final String plain = number.stripTrailingZeros().toPlainString();
        return switch (unit) {
            case "s" ->
                Render.span(Duration.ofNanos(number.movePointRight(NS_DECIMALS).longValue()));
            case "", "%" -> plain + unit;
            default -> plain + " " + unit;
        };
    }
}
