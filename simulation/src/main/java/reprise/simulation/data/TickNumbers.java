package reprise.simulation.data;

/**
 * Reads prices and quantities in the decimals of an instrument, and remembers how many decimals the numbers would have needed. A price is
 * never rounded; a quantity is rounded down and counted. Allocates for bad numbers only.
 */
final class TickNumbers {
    /** The number cannot be used; {@link #problem()} says why. */
    static final long REFUSED = -1;

    private static final String PRICE_EXAMPLE = "a positive decimal such as 42283.58";
    private static final String QUANTITY_EXAMPLE = "a decimal such as 0.155";
    private static final int USEFUL_QUANTITY_DECIMALS = 8;

    private final DecimalParser decimal = new DecimalParser();
    private final ReadOptions options;
    private final int priceExponent;
    private final int priceDecimals;
    private final int quantityDecimals;
    private final boolean measuring;
    private final TickQuality quality;
    private final Widest prices = new Widest();
    private final Widest quantities = new Widest();
    private String problem;
    private String expected;
    private RowFault fault;

    private TickNumbers(
            final int priceExponent, final ReadOptions options, final boolean measuring, final TickQuality quality) {
        this.options = options;
        this.priceExponent = priceExponent;
        this.priceDecimals = options.priceDecimals();
        this.quantityDecimals = options.quantityDecimals();
        this.measuring = measuring;
        this.quality = quality;
    }

    /** Numbers in the decimals of the options; prices are written multiplied by ten to a power. */
    static TickNumbers of(final int priceExponent, final ReadOptions options, final TickQuality quality) {
        return new TickNumbers(priceExponent, options, false, quality);
    }

    /** Numbers whose values do not matter, to find out how many decimals they need. */
    static TickNumbers measuring(final int priceExponent, final TickQuality quality) {
        return new TickNumbers(priceExponent, ReadOptions.of(0, 0), true, quality);
    }

    /** A positive price, or {@link #REFUSED}. */
    long price(final byte[] bytes, final int from, final int to) {
        if (!parse(bytes, from, to, PRICE_EXAMPLE)) {
            return REFUSED;
        }
        if (priceExponent != 0) {
            decimal.divideByPowerOfTen(priceExponent);
        }
        if (decimal.isNegative() || decimal.isZero()) {
            return refuse(RowFault.NOT_POSITIVE, "is not a positive price", PRICE_EXAMPLE);
        }
        prices.add(decimal);
        if (measuring) {
            return 1;
        }
        final long price = decimal.fixed(priceDecimals);
        if (price == DecimalParser.TOO_LARGE) {
            return refuse(
                    RowFault.UNREADABLE, "is too large for " + priceDecimals + " decimals", "fewer price decimals");
        }
        return decimal.isInexact()
                ? refuse(
                        RowFault.UNREADABLE,
                        "does not fit " + priceDecimals + " decimals without rounding",
                        options.morePriceDecimals(decimal.decimalsNeeded()))
                : price;
    }

    /** A price, 0 for a side that is not there (an empty field or zero), or {@link #REFUSED}. */
    long priceOrNone(final byte[] bytes, final int from, final int to) {
        final boolean isThere = to > from && !(to == from + 1 && bytes[from] == '0');
        if (isThere && decimal.parse(bytes, from, to) && decimal.isZero()) {
            return 0;
        }
        return isThere ? price(bytes, from, to) : 0;
    }

    /** A quantity of zero or more, or {@link #REFUSED}. */
    long quantity(final byte[] bytes, final int from, final int to) {
        if (!parse(bytes, from, to, QUANTITY_EXAMPLE)) {
            return REFUSED;
        }
        if (decimal.isNegative()) {
            return refuse(RowFault.UNREADABLE, "is negative", QUANTITY_EXAMPLE);
        }
        quantities.add(decimal);
        if (measuring) {
            return decimal.isZero() ? 0 : 1;
        }
        final long quantity = decimal.fixed(quantityDecimals);
        if (quantity == DecimalParser.TOO_LARGE) {
            return refuse(
                    RowFault.UNREADABLE,
                    "is too large for " + quantityDecimals + " decimals",
                    "fewer quantity decimals");
        }
        if (decimal.isInexact()) {
            quality.roundedQuantity();
        }
        return quantity;
    }

    /** A quantity, 0 for an empty field, or {@link #REFUSED}. */
    long quantityOrNone(final byte[] bytes, final int from, final int to) {
        return to > from ? quantity(bytes, from, to) : 0;
    }

    /** Continues the sentence "'text' ..." for the number that was refused last. */
    String problem() {
        return problem;
    }

    /** What would have been right. */
    String expected() {
        return expected;
    }

    /** Of which sort the number that was refused last is. */
    RowFault fault() {
        return fault;
    }

    /** Decimals that prices so far need. */
    int priceNeeds() {
        return prices.decimals;
    }

    /** Decimals that quantities so far need. */
    int quantityNeeds() {
        return quantities.decimals;
    }

    /** The same decimals as far as every number fits a long with them. */
    ReadOptions readable(final ReadOptions options) {
        return options.withDecimals(
                prices.readable(prices.decimals),
                quantities.readable(Math.min(quantities.decimals, USEFUL_QUANTITY_DECIMALS)));
    }

    private boolean parse(final byte[] bytes, final int from, final int to, final String example) {
        if (from >= 0 && decimal.parse(bytes, from, to)) {
            return true;
        }
        refuse(RowFault.UNREADABLE, from >= to ? "is empty" : "is not a number", example);
        return false;
    }

    private long refuse(final RowFault why, final String what, final String right) {
        fault = why;
        problem = what;
        expected = right;
        return REFUSED;
    }

    private static final class Widest {
        private int decimals;
        private int digits = 1;

        void add(final DecimalParser decimal) {
            decimals = Math.max(decimals, decimal.decimalsNeeded());
            digits = Math.max(digits, decimal.integerDigits());
        }

        int readable(final int wanted) {
            return Math.max(0, Math.min(wanted, ReadOptions.MAX_DECIMALS - digits));
        }
    }
}
