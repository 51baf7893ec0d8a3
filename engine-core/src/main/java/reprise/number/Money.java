package reprise.number;

/** The scale of money: cash, fees, notionals, profits are longs in units of 1e-8, up to 92 billion of a currency. */
public final class Money {
    /** Decimals of money. */
    public static final int DECIMALS = 8;

    /** Money units in one unit of the currency. */
    public static final long ONE = 100_000_000L;

    private Money() {}

    /**
     * Reads an amount exactly.
     *
     * @param text decimal text such as {@code "1000.50"}.
     * @return the amount in money units.
     * @throws NumberFormatException if the text is not a decimal number, has more than eight decimals or is out of range.
     */
    public static long parse(final CharSequence text) {
        return Decimals.parse(text, DECIMALS);
    }

    /**
     * The nearest double, for reports and statistics.
     *
     * @param amount in money units.
     * @return the amount in units of the currency.
     */
    public static double toDouble(final long amount) {
        return Decimals.toDouble(amount, DECIMALS);
    }

    /**
     * Formats with all eight decimals.
     *
     * @param amount in money units.
     * @return decimal text.
     */
    public static String format(final long amount) {
        return Decimals.format(amount, DECIMALS);
    }

    /**
     * A fraction of an amount, as fees and limits in basis points need it.
     *
     * @param amount in money units.
     * @param basisPointsE4 rate in 1/10,000 of a basis point, that is in units of 1e-8.
     * @param rounding named by the caller.
     * @return {@code amount * rate}, in money units.
     */
    public static long fraction(final long amount, final long basisPointsE4, final Rounding rounding) {
        return Decimals.multiply(amount, basisPointsE4, DECIMALS, rounding);
    }
}
