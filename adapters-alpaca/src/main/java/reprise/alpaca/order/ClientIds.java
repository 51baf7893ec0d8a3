package reprise.alpaca.order;

import reprise.order.OrderIds;

/**
 * The names by which Alpaca knows our orders: {@code prefix-orderId}, for a replacement {@code prefix-orderId.revision}, for one that we add
 * to correct another {@code prefix-orderId.revision.correction}. The same order of the same run always has the same name. Immutable.
 */
public final class ClientIds {
    /** The longest name. */
    public static final int MAX_LENGTH = 48;

    /** The longest prefix. */
    public static final int MAX_PREFIX_LENGTH = 24;

    private final String prefix;

    /**
     * The names of a run.
     *
     * @param prefix that no other run of the account ever used.
     */
    public ClientIds(final String prefix) {
        if (!prefix.matches("[A-Za-z0-9_-]{1," + MAX_PREFIX_LENGTH + "}")) {
            throw new IllegalArgumentException(
                    "orderPrefix must be 1 to " + MAX_PREFIX_LENGTH + " letters, digits, - and _: \"" + prefix + "\"");
        }
        this.prefix = prefix + "-";
    }

    String format(final long orderId, final int revision, final int correction) {
        final String name = prefix
                + orderId
                + (revision == 0 && correction == 0 ? "" : "." + revision)
                + (correction == 0 ? "" : "." + correction);
        if (orderId <= 0 || name.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("no name for an order: " + name);
        }
        return name;
    }

    /**
     * The order that a name names.
     *
     * @param name as Alpaca has it.
     * @return its id, or {@link OrderIds#NULL_ORDER_ID} if this run gives no such name.
     */
    public long orderId(final CharSequence name) {
        if (!isOurs(name)) {
            return OrderIds.NULL_ORDER_ID;
        }
        int index = prefix.length();
        long orderId = 0;
        for (; index < name.length() && isDigit(name.charAt(index)); index++) {
            if (orderId > (Long.MAX_VALUE - 9) / 10 || index == prefix.length() && name.charAt(index) == '0') {
                return OrderIds.NULL_ORDER_ID;
            }
            orderId = orderId * 10 + name.charAt(index) - '0';
        }
        return isEnd(name, index) ? orderId : OrderIds.NULL_ORDER_ID;
    }

    private boolean isOurs(final CharSequence name) {
        if (name.length() <= prefix.length() || name.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (name.charAt(i) != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Nothing follows, or at most two numbers, each after a point. */
    private static boolean isEnd(final CharSequence name, final int start) {
        int index = start;
        for (int numbers = 0; numbers < 2 && index < name.length() && name.charAt(index) == '.'; numbers++) {
            final int first = index + 1;
            for (index = first; index < name.length() && isDigit(name.charAt(index)); index++) {}
            if (index == first) {
                return false;
            }
        }
        return index == name.length();
    }

    private static boolean isDigit(final char c) {
        return c >= '0' && c <= '9';
    }
}
