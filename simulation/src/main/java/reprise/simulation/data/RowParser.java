package reprise.simulation.data;

/** Turns fields into the numbers of a bar, or says exactly why that is impossible. Allocates nothing for a good row. */
final class RowParser {

    private static final long REFUSED = -1;
    private static final String PRICE_EXAMPLE = "a positive decimal such as 42283.58";
    private static final String VOLUME_EXAMPLE = "a decimal such as 155.257";

    private final Columns columns;
    private final StampForm stampForm;
    private final StampParser stampParser;
    private final ReadOptions options;
    private final int priceExponent;
    private final int priceDecimals;
    private final int quantityDecimals;
    private final BadRows badRows;
    private final DataQuality quality;
    private final DecimalParser decimal = new DecimalParser();

    RowParser(
            final Dialect dialect,
            final LocalClock clock,
            final ReadOptions options,
            final BadRows badRows,
            final DataQuality quality) {
        this.columns = dialect.columns();
        this.stampForm = dialect.stampForm();
        this.stampParser = stampForm.newParser(clock, quality);
        this.options = options;
        this.priceExponent = dialect.priceExponent();
        this.priceDecimals = options.priceDecimals();
        this.quantityDecimals = options.quantityDecimals();
        this.badRows = badRows;
        this.quality = quality;
    }

    /**
     * Reads one row.
     *
     * @return false if it was refused and is to be left out
     */
    boolean parse(final Fields fields, final BarRow row) {
        if (!hasItsColumns(fields)) {
            return false;
        }
        row.position = fields.position;
        row.stampNs = stampParser.parse(fields);
        if (row.stampNs == StampParser.INVALID) {
            return refuseStamp(fields);
        }
        return hasPrices(fields, row) && hasVolume(fields, row) && isConsistent(fields, row);
    }

    private boolean hasPrices(final Fields fields, final BarRow row) {
        row.open = price(fields, columns.open());
        if (row.open == REFUSED) {
            return false;
        }
        row.high = price(fields, columns.high());
        if (row.high == REFUSED) {
            return false;
        }
        row.low = price(fields, columns.low());
        if (row.low == REFUSED) {
            return false;
        }
        row.close = price(fields, columns.close());
        return row.close != REFUSED;
    }

    private boolean hasVolume(final Fields fields, final BarRow row) {
        row.volume = columns.hasVolume() ? volume(fields) : 0;
        return row.volume != REFUSED;
    }

    /** A trailing delimiter is forgiven, anything else than the named columns is not. */
    private boolean hasItsColumns(final Fields fields) {
        final int expected = columns.count();
        if (fields.count == expected || fields.count == expected + 1 && fields.isEmpty(expected)) {
            return true;
        }
        final String problem = fields.count < expected
                ? "has " + fields.count + " columns, expected " + expected + ": column '" + columns.name(fields.count)
                        + "' is missing"
                : "has " + fields.count + " columns, expected " + expected;
        badRows.refuseRow(RowFault.UNREADABLE, fields.position, problem);
        return false;
    }

    private boolean refuseStamp(final Fields fields) {
        final int column = stampForm.column();
        refuse(
                RowFault.UNREADABLE,
                fields,
                column,
                fields.isEmpty(column) ? "is empty" : stampParser.problem(),
                "a " + stampForm.kind().expected());
        return false;
    }

    private long price(final Fields fields, final int column) {
        if (!isNumber(fields, column, PRICE_EXAMPLE)) {
            return REFUSED;
        }
        if (priceExponent != 0) {
            decimal.divideByPowerOfTen(priceExponent);
        }
        final long price = decimal.fixed(priceDecimals);
        if (price == DecimalParser.TOO_LARGE) {
            return refuse(
                    RowFault.UNREADABLE,
                    fields,
                    column,
                    "is too large for " + priceDecimals + " decimals",
                    "fewer price decimals");
        }
        if (decimal.isNegative() || decimal.isZero()) {
            return refuse(RowFault.NOT_POSITIVE, fields, column, "is not a positive price", PRICE_EXAMPLE);
        }
        if (decimal.isInexact()) {
            return refuse(
                    RowFault.UNREADABLE,
                    fields,
                    column,
                    "does not fit " + priceDecimals + " decimals without rounding",
                    options.morePriceDecimals(decimal.decimalsNeeded()));
        }
        return price;
    }

    private long volume(final Fields fields) {
        if (!isNumber(fields, columns.volume(), VOLUME_EXAMPLE)) {
            return REFUSED;
        }
        if (decimal.isNegative()) {
            return refuse(RowFault.UNREADABLE, fields, columns.volume(), "is negative", VOLUME_EXAMPLE);
        }
        final long volume = decimal.fixed(quantityDecimals);
        if (volume == DecimalParser.TOO_LARGE) {
            return refuse(
                    RowFault.UNREADABLE,
                    fields,
                    columns.volume(),
                    "is too large for " + quantityDecimals + " decimals",
                    "fewer quantity decimals");
        }
        if (decimal.isInexact()) {
            quality.roundedVolume();
        }
        return volume;
    }

    private boolean isNumber(final Fields fields, final int column, final String expected) {
        if (decimal.parse(fields.bytes, fields.start(column), fields.end(column))) {
            return true;
        }
        refuse(RowFault.UNREADABLE, fields, column, fields.isEmpty(column) ? "is empty" : "is not a number", expected);
        return false;
    }

    private boolean isConsistent(final Fields fields, final BarRow row) {
        if (row.high < row.low || row.high < row.open || row.high < row.close) {
            refuse(RowFault.INCONSISTENT, fields, columns.high(), "is not the highest price", highest(fields));
            return false;
        }
        if (row.low > row.open || row.low > row.close) {
            refuse(RowFault.INCONSISTENT, fields, columns.low(), "is not the lowest price", lowest(fields));
            return false;
        }
        return true;
    }

    private String highest(final Fields fields) {
        return badRows.wantsMessage() ? "at least open, low and close: " + others(fields, columns.low()) : "";
    }

    private String lowest(final Fields fields) {
        return badRows.wantsMessage() ? "at most open, high and close: " + others(fields, columns.high()) : "";
    }

    private String others(final Fields fields, final int third) {
        return fields.shown(columns.open()) + ", " + fields.shown(third) + ", " + fields.shown(columns.close());
    }

    private long refuse(
            final RowFault fault, final Fields fields, final int column, final String problem, final String expected) {
        final String text = badRows.wantsMessage() ? fields.shown(column) : "";
        badRows.refuse(fault, fields.position, columns.name(column), text, problem, expected);
        return REFUSED;
    }
}
