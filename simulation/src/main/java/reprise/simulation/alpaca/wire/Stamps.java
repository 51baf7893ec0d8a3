package reprise.simulation.alpaca.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import reprise.simulation.alpaca.market.TradingDays;

/** Times in messages: RFC 3339, to the nanosecond, without the zeros at the end. Stateless. */
public final class Stamps {
    private static final long NS_PER_SECOND = 1_000_000_000L;
    private static final int FRACTION_DIGITS = 9;
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private Stamps() {}

    /**
     * A time as messages have it.
     *
     * @param timeNs nanoseconds since the epoch.
     * @return such as 2026-02-23T15:51:44.208Z.
     */
    public static String utc(final long timeNs) {
        final long seconds = Math.floorDiv(timeNs, NS_PER_SECOND);
        final long fraction = Math.floorMod(timeNs, NS_PER_SECOND);
        final StringBuilder text = new StringBuilder(SECONDS.format(Instant.ofEpochSecond(seconds)));
        if (fraction > 0) {
            final String digits = Long.toString(NS_PER_SECOND + fraction).substring(1);
            int end = FRACTION_DIGITS;
            while (digits.charAt(end - 1) == '0') {
                end--;
            }
            text.append('.').append(digits, 0, end);
        }
        return text.append('Z').toString();
    }

    /**
     * A time as the clock has it.
     *
     * @param timeNs nanoseconds since the epoch.
     * @return in New York, such as 2026-02-23T10:51:44-05:00.
     */
    public static String newYork(final long timeNs) {
        return WITH_OFFSET.format(Instant.ofEpochSecond(0, timeNs).atZone(TradingDays.NEW_YORK));
    }

    /**
     * Reads a time or a date.
     *
     * @param text RFC 3339, or a date for its midnight in New York.
     * @return nanoseconds since the epoch.
     * @throws IllegalArgumentException if it is neither.
     */
    public static long parse(final String text) {
        try {
            if (text.length() == "yyyy-MM-dd".length()) {
                return TradingDays.startNs(LocalDate.parse(text), TradingDays.NEW_YORK);
            }
            final Instant instant = OffsetDateTime.parse(text).toInstant();
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NS_PER_SECOND), instant.getNano());
        } catch (final DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("not a time: " + text, e);
        }
    }
}
