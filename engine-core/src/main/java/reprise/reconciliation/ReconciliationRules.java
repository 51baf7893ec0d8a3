package reprise.reconciliation;

import reprise.market.Instrument;

/**
 * When a venue's view of our account is compared with ours, and what is done where they differ.
 *
 * @param everyNs between two comparisons while nothing happens, in nanoseconds; 0 for none but after a connection was lost.
 * @param retryNs until the venue is asked again when it does not answer or the views differ, in nanoseconds.
 * @param attempts how often views that differ are compared again, because something may be under way, before trading halts.
 * @param overlapNs how much earlier than the last view that was explained executions are asked for, in nanoseconds: clocks differ.
 * @param cashTolerance up to which their cash is taken without a word, money units: interest and rounded fees.
 * @param adoptsForeign whether positions and cash that our orders do not explain become ours, in the book of no strategy, instead of halting
 *     trading: for accounts in which somebody else trades too.
 * @param repeatWithinNs how old a request may be that a process which died had decided, and that never left, for the process that takes over
 *     to send it, in nanoseconds; what is older is dropped, and its strategy hears that it was rejected.
 */
public record ReconciliationRules(
        long everyNs,
        long retryNs,
        int attempts,
        long overlapNs,
        long cashTolerance,
        boolean adoptsForeign,
        long repeatWithinNs) {
    /** After a lost connection only; three more attempts within 15 seconds; a cent. */
    public static final ReconciliationRules DEFAULT =
            new ReconciliationRules(0, 5_000_000_000L, 3, 60_000_000_000L, 1_000_000, false, 30_000_000_000L);

    private static final long MAX_NS = 86_400_000_000_000L;
    private static final int MAX_ATTEMPTS = 100;

    /** Of which the worth is asked; more is no dust whatever it is worth, and may be too much to multiply. */
    private static final long FEW_LOTS = 1_000_000;

    /** Checks ranges. */
    public ReconciliationRules {
        require("everyNs", everyNs, 0, MAX_NS);
        require("retryNs", retryNs, 1, MAX_NS);
        require("attempts", attempts, 0, MAX_ATTEMPTS);
        require("overlapNs", overlapNs, 0, MAX_NS);
        require("cashTolerance", cashTolerance, 0, Long.MAX_VALUE);
        require("repeatWithinNs", repeatWithinNs, 0, MAX_NS);
    }

    private static void require(final String name, final long value, final long min, final long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " must be from " + min + " to " + max + ": " + value);
        }
    }

    /**
     * What to do about a quantity or an amount that differs.
     *
     * @param attempt how often it was compared already since views were equal.
     * @return what is done now.
     */
    public Resolution unexplained(final int attempt) {
        if (attempt < attempts) {
            return Resolution.COMPARE_AGAIN;
        }
        return adoptsForeign ? Resolution.TAKE_THEIRS : Resolution.HALT;
    }

    /**
     * What to do about cash that differs.
     *
     * @param ours money units.
     * @param theirs money units.
     * @param attempt how often it was compared already since views were equal.
     * @return what is done now.
     */
    public Resolution cash(final long ours, final long theirs, final int attempt) {
        return Math.abs(theirs - ours) <= cashTolerance ? Resolution.TAKE_THEIRS : unexplained(attempt);
    }

    /**
     * What to do about a position that differs. What still differs when nothing can be under way any more, and is less than can be traded or
     * worth no more than cash may differ by, is dust: fees in the base asset are rounded as the venue likes.
     *
     * @param instrument of the position.
     * @param ours quantity units, signed.
     * @param theirs quantity units, signed.
     * @param attempt how often it was compared already since views were equal.
     * @return what is done now.
     */
    public Resolution position(final Instrument instrument, final long ours, final long theirs, final int attempt) {
        final Resolution resolution = unexplained(attempt);
        return resolution == Resolution.HALT && isDust(instrument, Math.abs(theirs - ours))
                ? Resolution.TAKE_THEIRS
                : resolution;
    }

    private boolean isDust(final Instrument instrument, final long difference) {
        final long lots = difference / instrument.definition().lotSize();
        return lots == 0
                || lots < FEW_LOTS
                        && instrument.markPrice() > 0
                        && instrument.notional(instrument.markPrice(), difference) <= cashTolerance;
    }
}
