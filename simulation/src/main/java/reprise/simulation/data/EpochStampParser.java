package reprise.simulation.data;

/**
 * Time since 1970 as a number in seconds, milliseconds, microseconds or nanoseconds. The unit of each row is told from the size
 * of the number (from 1973 to 2262 the four do not overlap), because public archives go from milliseconds to finer units half-way; changes
 * are counted. No archive goes to seconds or from them: files of two sources were put together there, and such a row is no time.
 */
final class EpochStampParser implements StampParser {

    /** Below this a number is no time since 1970 but a date or a time of day. */
    static final long SMALLEST = 100_000_000L;

    private static final long MILLIS_FROM = 100_000_000_000L;
    private static final long MICROS_FROM = 100_000_000_000_000L;
    private static final long NANOS_FROM = 100_000_000_000_000_000L;
    private static final int MAX_DIGITS = 19;
    private static final int MAX_FRACTION_DIGITS = 9;

    private final int column;
    private final DataQuality quality;
    private final DecimalParser decimal = new DecimalParser();
    private long unitNs;
    private long otherUnitNs;

    EpochStampParser(final int column, final DataQuality quality) {
        this.column = column;
        this.quality = quality;
    }

    @Override
    public long parse(final Fields row) {
        final byte[] bytes = row.bytes;
        final int from = row.start(column);
        final int to = row.end(column);
        otherUnitNs = 0;
        if (to - from <= 0 || to - from > MAX_DIGITS) {
            return parseDecimal(bytes, from, to);
        }
        long value = 0;
        for (int p = from; p < to; p++) {
            final int digit = bytes[p] - '0';
            if (digit < 0 || digit > 9) {
                return parseDecimal(bytes, from, to);
            }
            value = value * 10 + digit;
        }
        return isInRange(value) && isOfUnit(value) ? value * unitNs : INVALID;
    }

    /** Nanoseconds in one unit of a number of this size. */
    static long unitNsOf(final long value) {
        if (value < MILLIS_FROM) {
            return BarPeriod.SECOND_NS;
        }
        if (value < MICROS_FROM) {
            return 1_000_000;
        }
        return value < NANOS_FROM ? 1_000 : 1;
    }

    /** From 1973 to 2262, the end of what nanoseconds in a long can say. */
    private static boolean isInRange(final long value) {
        return value >= SMALLEST && value < Long.MAX_VALUE / unitNsOf(value);
    }

    /** Follows the unit of a number, unless seconds and others are mixed. */
    private boolean isOfUnit(final long value) {
        final long unit = unitNsOf(value);
        if (unit == unitNs) {
            return true;
        }
        if (unitNs != 0) {
            if (unit == BarPeriod.SECOND_NS || unitNs == BarPeriod.SECOND_NS) {
                otherUnitNs = unit;
                return false;
            }
            quality.timeUnitChange();
        }
        unitNs = unit;
        return true;
    }

    @Override
    public String problem() {
        return otherUnitNs == 0
                ? StampParser.super.problem()
                : "is in " + unitName(otherUnitNs) + " and the rows before it in " + unitName(unitNs);
    }

    /** What people call a unit. */
    static String unitName(final long unitNs) {
        if (unitNs == BarPeriod.SECOND_NS) {
            return "seconds";
        }
        if (unitNs == 1_000_000) {
            return "milliseconds";
        }
        return unitNs == 1_000 ? "microseconds" : "nanoseconds";
    }

    /** A number with a fraction or an exponent, as spreadsheets and data frames write them. */
    private long parseDecimal(final byte[] bytes, final int from, final int to) {
        if (from < 0 || !decimal.parse(bytes, from, to) || decimal.isNegative()) {
            return INVALID;
        }
        final long whole = decimal.fixed(0);
        if (!isInRange(whole) || !isOfUnit(whole)) {
            return INVALID;
        }
        final long billionths = decimal.fixed(MAX_FRACTION_DIGITS);
        final long fraction = billionths < 0 ? 0 : billionths % BarPeriod.SECOND_NS;
        return whole * unitNs + fraction * unitNs / BarPeriod.SECOND_NS;
    }
}
