package reprise.alpaca.order;

import reprise.alpaca.wire.FillActivity;

/**
 * Numbers by which the engine knows executions. They follow from Alpaca's name of the order, from what had traded of it with the execution,
 * and from how many fills of it had been taken back before; so they are equal whether a fill is heard of in the stream, in the account's activities, or twice.
 */
final class ExecutionIds {
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private ExecutionIds() {}

    /** A number for one of Alpaca's names. */
    static long key(final CharSequence name) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        return mixed(hash);
    }

    /** A number for the execution of an activity, whose name has the execution's behind two colons. */
    static long key(final FillActivity fill) {
        for (int i = 0; i + 1 < fill.id().length(); i++) {
            if (fill.id().charAt(i) == ':' && fill.id().charAt(i + 1) == ':') {
                return key(fill.id().subSequence(i + 2, fill.id().length()));
            }
        }
        return key(fill.id());
    }

    static long of(final long orderKey, final long cumulativeQuantity, final int takenBack) {
        return mixed(orderKey ^ mixed(cumulativeQuantity * 31 + takenBack));
    }

    private static long mixed(final long value) {
        long z = (value ^ value >>> 33) * 0xFF51AFD7ED558CCDL;
        z = (z ^ z >>> 33) * 0xC4CEB9FE1A85EC53L;
        return z ^ z >>> 33;
    }
}
