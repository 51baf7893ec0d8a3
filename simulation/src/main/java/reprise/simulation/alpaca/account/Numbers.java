package reprise.simulation.alpaca.account;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Decimal arithmetic of the account. Stateless. */
public final class Numbers {
    private static final int QUOTIENT_DECIMALS = 12;

    private Numbers() {}

    /**
     * The shortest plain text of a value.
     *
     * @param value any.
     * @return without exponent and trailing zeros.
     */
    public static String plain(final BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /**
     * A quotient of twelve decimals.
     *
     * @param dividend any.
     * @param divisor not zero.
     * @return rounded half even.
     */
    public static BigDecimal divide(final BigDecimal dividend, final BigDecimal divisor) {
        return dividend.divide(divisor, QUOTIENT_DECIMALS, RoundingMode.HALF_EVEN);
    }

    /**
     * How many decimals a value needs.
     *
     * @param value any.
     * @return 0 for a whole number.
     */
    static int decimals(final BigDecimal value) {
        return Math.max(0, value.stripTrailingZeros().scale());
    }

    static boolean isWhole(final BigDecimal value) {
        return decimals(value) == 0;
    }

    static BigDecimal orZero(final BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }
}
