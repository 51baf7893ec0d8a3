package reprise.simulation.results;

/**
 * Ended trades of one kind.
 *
 * @param name of what they have in common.
 * @param trades how many.
 * @param wins how many earned more than their fees.
 * @param pnl after fees, money of the account.
 * @param fees money of the account.
 */
public record BreakdownRow(String name, long trades, long wins, long pnl, long fees) {
    /** The same under another name. */
    BreakdownRow named(final String newName) {
        return new BreakdownRow(newName, trades, wins, pnl, fees);
    }

    /**
     * Share that won.
     *
     * @return 0 to 1.
     */
    public double winRate() {
        return (double) wins / trades;
    }
}
