package reprise.simulation.data;

/**
 * The length of a bar: a fixed time, or a number of calendar days or months in the zone of the data.
 *
 * <p>Days are calendar days, so that a daily bar of New York closes at New York's next midnight on the days of a clock change too.
 *
 * @param unit what is counted
 * @param count how many of it; 0 only for {@link #UNKNOWN}
 */
public record BarPeriod(Unit unit, long count) {

    /** What a period counts. */
    public enum Unit {
        /** Nanoseconds of elapsed time. */
        NANOS,
        /** Calendar days. */
        DAYS,
        /** Calendar months. */
        MONTHS
    }

    /** The period of data whose stamps show no regular step. */
    public static final BarPeriod UNKNOWN = new BarPeriod(Unit.NANOS, 0);

    static final long SECOND_NS = 1_000_000_000L;
    static final long DAY_NS = 86_400 * SECOND_NS;
    private static final long MONTH_DAYS = 30;

    /** Checks the count. */
    public BarPeriod {
        if (count < 0) {
            throw new IllegalArgumentException("count must not be negative: " + count);
        }
    }

    /**
     * A period of elapsed time; whole days become calendar days.
     *
     * @param periodNs length in nanoseconds
     * @return the period
     */
    public static BarPeriod ofNanos(final long periodNs) {
        return periodNs > 0 && periodNs % DAY_NS == 0 ? ofDays(periodNs / DAY_NS) : new BarPeriod(Unit.NANOS, periodNs);
    }

    /**
     * A period of calendar days.
     *
     * @param days how many
     * @return the period
     */
    public static BarPeriod ofDays(final long days) {
        return new BarPeriod(Unit.DAYS, days);
    }

    /**
     * A period of calendar months.
     *
     * @param months how many
     * @return the period
     */
    public static BarPeriod ofMonths(final long months) {
        return new BarPeriod(Unit.MONTHS, months);
    }

    /**
     * Whether the length is known.
     *
     * @return false only for {@link #UNKNOWN}
     */
    public boolean isKnown() {
        return count > 0;
    }

    /**
     * The length with days of 24 hours and months of 30 days.
     *
     * @return nanoseconds, 0 if unknown
     */
    public long nominalNs() {
        return switch (unit) {
            case NANOS -> count;
            case DAYS -> count * DAY_NS;
            case MONTHS -> count * MONTH_DAYS * DAY_NS;
        };
    }

    /**
     * The period as traders write it.
     *
     * @return for example 5m, 1h, 1d, 1w, 1mo
     */
    @Override
    public String toString() {
        return switch (unit) {
            case NANOS -> elapsed(count);
            case DAYS -> count % 7 == 0 ? count / 7 + "w" : count + "d";
            case MONTHS -> count + "mo";
        };
    }

    private static String elapsed(final long ns) {
        if (ns == 0) {
            return "unknown";
        }
        if (ns % (3_600 * SECOND_NS) == 0) {
            return ns / (3_600 * SECOND_NS) + "h";
        }
        if (ns % (60 * SECOND_NS) == 0) {
            return ns / (60 * SECOND_NS) + "m";
        }
        if (ns % SECOND_NS == 0) {
            return ns / SECOND_NS + "s";
        }
        return ns % 1_000_000 == 0 ? ns / 1_000_000 + "ms" : ns + "ns";
    }
}
