package reprise.bar;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reprise.calendar.SessionCalendar;
import reprise.number.Money;

/**
 * Bars as people write them, built of the bars that the venue delivers:
 *
 * <pre>
 *   5m  1h  1d  90s  1w           that long, aligned to UTC
 *   30m@us-equities               aligned to the open of each session, regular hours only
 *   5m@us-equities-extended       from pre-market to post-market
 *   volume:1000  volume:2.5       a bar each time so much has traded
 *   dollar:1e6                    a bar each time so much has been paid
 * </pre>
 *
 * For start-up; allocates.
 */
public final class BarExpression {
    /** What can be written, for help and errors. */
    public static final String ALLOWED =
            "a length such as 90s, 5m, 1h, 1d or 1w, if need be with @us-equities, @us-equities-extended or @24/7; volume:QUANTITY; dollar:WORTH";

    private static final Pattern LENGTH = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d|w)(?:@(.+))?");
    private static final Pattern AMOUNT = Pattern.compile("(volume|dollar|dollars):([0-9.]{1,20}(?:[eE][0-9]{1,2})?)");
    private static final String EXTENDED = "-extended";
    private static final long MS_NS = 1_000_000L;

    private BarExpression() {}

    /**
     * Reads one.
     *
     * @param text such as {@code 5m}.
     * @param quantityDecimals of the instrument whose bars they are to be.
     * @return bars of bars.
     * @throws IllegalArgumentException if it cannot be understood or makes no sense; the message says what would be right.
     */
    public static BarSpec parse(final String text, final int quantityDecimals) {
        try {
            return read(text, quantityDecimals).of(BarInput.BARS);
        } catch (final IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException("bars '" + text + "': " + e.getMessage() + "; allowed: " + ALLOWED, e);
        }
    }

    private static BarSpec read(final String text, final int quantityDecimals) {
        final Matcher length = LENGTH.matcher(text);
        if (length.matches()) {
            final BarSpec spec =
                    BarSpec.time(Math.multiplyExact(Long.parseLong(length.group(1)), unitNs(length.group(2))));
            return length.group(3) == null ? spec : inSessions(spec, length.group(3));
        }
        final Matcher amount = AMOUNT.matcher(text);
        if (amount.matches()) {
            return "volume".equals(amount.group(1))
                    ? BarSpec.volume(units(amount.group(2), quantityDecimals))
                    : BarSpec.dollars(units(amount.group(2), Money.DECIMALS));
        }
        throw new IllegalArgumentException(
                text.startsWith("tick") ? "bars do not say how many trades they hold" : "not understood");
    }

    private static long unitNs(final String unit) {
        return switch (unit) {
            case "ms" -> MS_NS;
            case "s" -> 1_000 * MS_NS;
            case "m" -> 60_000 * MS_NS;
            case "h" -> 3_600_000 * MS_NS;
            case "d" -> 86_400_000 * MS_NS;
            default -> 7 * 86_400_000 * MS_NS;
        };
    }

    private static BarSpec inSessions(final BarSpec spec, final String sessions) {
        if ("24/7".equals(sessions)) {
            return spec;
        }
        final boolean extended = sessions.endsWith(EXTENDED);
        final SessionCalendar calendar = SessionCalendar.named(
                extended ? sessions.substring(0, sessions.length() - EXTENDED.length()) : sessions);
        return extended ? spec.inExtendedSessions(calendar) : spec.inSessions(calendar);
    }

    private static long units(final String text, final int decimals) {
        final BigDecimal amount;
        try {
            amount = new BigDecimal(text);
        } catch (final NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no number", e);
        }
        try {
            return amount.setScale(decimals, RoundingMode.UNNECESSARY)
                    .unscaledValue()
                    .longValueExact();
        } catch (final ArithmeticException e) {
            throw new IllegalArgumentException(text + " is too large, or has more than " + decimals + " decimals", e);
        }
    }
}
