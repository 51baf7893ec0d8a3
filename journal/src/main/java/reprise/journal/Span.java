package reprise.journal;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So much of the newest end of a log.
 *
 * @param amount of it; at least 1.
 * @param unit in which it is measured.
 */
public record Span(int amount, Unit unit) {
    /** How an amount is measured. */
    public enum Unit {
        /** In files of the log; a new one begins every day, and when the journal is resumed. */
        ROLLS,

        /** In days before the last record, by the times of the records. */
        DAYS
    }

    /** Everything. */
    public static final Span ALL = new Span(Integer.MAX_VALUE, Unit.ROLLS);

    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,5})(d?)");

    /** Checks the amount. */
    public Span {
        if (amount < 1) {
            throw new IllegalArgumentException(
                    "amount of " + unit.name().toLowerCase(Locale.ROOT) + ": " + amount + ", allowed: 1 or more");
        }
    }

    /**
     * Reads a span.
     *
     * @param text {@code all}, a number of rolls such as {@code 10}, or of days such as {@code 30d}.
     * @return the span.
     * @throws IllegalArgumentException that says what is allowed.
     */
    public static Span parse(final String text) {
        final Matcher matcher = TEXT.matcher(text);
        if (text.equals("all")) {
            return ALL;
        }
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is neither all, nor a number of rolls such as 10, nor of days such as 30d");
        }
        return new Span(Integer.parseInt(matcher.group(1)), matcher.group(2).isEmpty() ? Unit.ROLLS : Unit.DAYS);
    }

    /**
     * Whether a roll is older than this.
     *
     * @param newerRolls number of rolls behind it.
     * @param lastTimeNs of its last record.
     * @param newestTimeNs of the last record of the log.
     * @return false if any of it is within.
     */
    boolean isExceeded(final int newerRolls, final long lastTimeNs, final long newestTimeNs) {
        return unit == Unit.ROLLS ? newerRolls >= amount : newestTimeNs - lastTimeNs > TimeUnit.DAYS.toNanos(amount);
    }
}
