package reprise.simulation.results;

import java.util.List;

/**
 * Ended trades of one kind.
 *
 * @param names of what they have in common: one, or one of each where it is two things.
 * @param trades how many.
 * @param wins how many earned more than their fees.
 * @param pnl after fees, money of the account.
 * @param fees money of the account.
 */
public record BreakdownRow(List<String> names, long trades, long wins, long pnl, long fees) {
    /** Keeps a copy. */
    public BreakdownRow {
        names = List.copyOf(names);
    }

    /** The same under other names. */
    BreakdownRow named(final List<String> newNames) {
        return new BreakdownRow(newNames, trades, wins, pnl, fees);
    }

    /**
     * What they have in common.
     *
     * @return such as {@code trend} or {@code trend BTCUSDT}.
     */
    public String name() {
        return String.join(" ", names);
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
