package reprise.execution;

/**
 * How a pair is traded.
 *
 * @param legTimeoutNs after which a leg that is not filled makes the opening fail, in nanoseconds.
 * @param retryNs least time between two tries to get rid of what has no counterpart.
 * @param maxUnhedgedNotional the most that one leg of a part may be worth when it is sent, in money units: an opening that is worth more
 *     goes in parts, each sent when the one before is whole, so that never more than one part can be without counterpart.
 * @param limitEntries whether legs are opened by limit orders at the touch; else at market.
 */
public record PairSettings(long legTimeoutNs, long retryNs, long maxUnhedgedNotional, boolean limitEntries) {
    /** Checks every value. */
    public PairSettings {
        if (legTimeoutNs <= 0 || retryNs <= 0 || maxUnhedgedNotional <= 0) {
            throw new IllegalArgumentException("pair: legTimeoutNs, retryNs and maxUnhedgedNotional must be above 0: "
                    + legTimeoutNs + ", " + retryNs + ", " + maxUnhedgedNotional);
        }
    }
}
