package reprise.order;

/**
 * The names by which venues know our orders: run tag, order id and revision, such as {@code demo-3f1k0g-0}. The same order of the same run
 * has the same name however often it is asked for, so a request that is repeated is recognised by the venue, and an order that a venue
 * reports is recognised by us. Names of runs with different tags differ.
 *
 * <pre>
 *   tag (1 to 15 letters and digits) - order id, base 36 (at most 13) - revision, base 36 (at most 6)
 *   15 + 1 + 13 + 1 + 6 = 36 characters of [A-Za-z0-9-]
 * </pre>
 *
 * <p>36 is what Binance allows; others allow more. Used by venues, outside the core; immutable.
 */
public final class ClientOrderIds {
    /** The longest name. */
    public static final int MAX_LENGTH = 36;

    /** The longest tag of a run. */
    public static final int MAX_TAG_LENGTH = 15;

    /** Stands for a name that says no revision. */
    public static final int NULL_REVISION = -1;

    private static final char SEPARATOR = '-';
    private static final int RADIX = 36;
    private static final int MAX_ORDER_ID_LENGTH = 13;
    private static final int MAX_REVISION_LENGTH = 6;

    private final String prefix;

    /**
     * The names of a run.
     *
     * @param runTag tells runs apart: 1 to 15 letters and digits, of which venues may not tell capital ones from small ones.
     */
    public ClientOrderIds(final String runTag) {
        if (!runTag.matches("[A-Za-z0-9]{1," + MAX_TAG_LENGTH + "}")) {
            throw new IllegalArgumentException(
                    "runTag must be 1 to " + MAX_TAG_LENGTH + " letters and digits: \"" + runTag + "\"");
        }
        prefix = runTag + SEPARATOR;
    }

    /**
     * The name of an order. Allocates the text.
     *
     * @param orderId positive.
     * @param revision how many replacements were asked for, from 0.
     * @return at most {@link #MAX_LENGTH} characters.
     */
    public String format(final long orderId, final int revision) {
        if (orderId <= 0 || revision < 0) {
            throw new IllegalArgumentException("no such order: orderId=" + orderId + ", revision=" + revision);
        }
        return prefix + Long.toString(orderId, RADIX) + SEPARATOR + Integer.toString(revision, RADIX);
    }

    /**
     * The order that a name names.
     *
     * @param name as a venue reports it.
     * @return its id, or {@link OrderIds#NULL_ORDER_ID} if this run gives no such name.
     */
    public long orderId(final CharSequence name) {
        final int end = endOfOrderId(name);
        return end < 0 || revision(name, end) < 0
                ? OrderIds.NULL_ORDER_ID
                : Math.max(number(name, prefix.length(), end, MAX_ORDER_ID_LENGTH), OrderIds.NULL_ORDER_ID);
    }

    /**
     * The revision that a name names.
     *
     * @param name as a venue reports it.
     * @return from 0, or {@link #NULL_REVISION} if this run gives no such name.
     */
    public int revision(final CharSequence name) {
        return orderId(name) == OrderIds.NULL_ORDER_ID ? NULL_REVISION : (int) revision(name, endOfOrderId(name));
    }

    private static long revision(final CharSequence name, final int end) {
        final long revision = number(name, end + 1, name.length(), MAX_REVISION_LENGTH);
        return revision <= Integer.MAX_VALUE ? revision : NULL_REVISION;
    }

    private int endOfOrderId(final CharSequence name) {
        if (name.length() <= prefix.length()
                || CharSequence.compare(name.subSequence(0, prefix.length()), prefix) != 0) {
            return -1;
        }
        int end = prefix.length();
        while (end < name.length() && name.charAt(end) != SEPARATOR) {
            end++;
        }
        return end;
    }

    /** The number in base 36, or -1: only what {@link #format} writes is one, so that no two names mean the same. */
    private static long number(final CharSequence name, final int start, final int end, final int maxLength) {
        final int length = end - start;
        if (length < 1 || length > maxLength || end > name.length() || length > 1 && name.charAt(start) == '0') {
            return -1;
        }
        long value = 0;
        for (int i = start; i < end; i++) {
            final char character = name.charAt(i);
            final boolean isDigit = character >= '0' && character <= '9' || character >= 'a' && character <= 'z';
            if (!isDigit || value > (Long.MAX_VALUE - Character.digit(character, RADIX)) / RADIX) {
                return -1;
            }
            value = value * RADIX + Character.digit(character, RADIX);
        }
        return value;
    }
}
