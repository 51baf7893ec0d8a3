package reprise.signal;

import reprise.state.Snapshotable;
import reprise.state.StateExchange;

/**
 * The record of closed trades that Kelly's rule needs, per pair or strategy. Sums are exact; a trade that neither won nor lost counts as a
 * trade only. Owned by the core; allocates nothing; part of replayed state.
 */
public final class TradeRecord implements Snapshotable {
    private int trades;
    private int wins;
    private int losses;
    private long won;
    private long lost;

    /**
     * A trade was closed.
     *
     * @param pnl its result after fees, in money units.
     */
    public void onTradeClosed(final long pnl) {
        trades = Math.incrementExact(trades);
        if (pnl > 0) {
            wins++;
            won = Math.addExact(won, pnl);
        } else if (pnl < 0) {
            losses++;
            lost = Math.subtractExact(lost, pnl);
        }
    }

    /**
     * How many were closed.
     *
     * @return count.
     */
    public int trades() {
        return trades;
    }

    /**
     * The part that won.
     *
     * @return 0 to 1; NaN before any trade.
     */
    public double winRate() {
        return trades == 0 ? Double.NaN : (double) wins / trades;
    }

    /**
     * Mean win to mean loss.
     *
     * @return infinite without losses; 0 without wins; NaN without either.
     */
    public double payoff() {
        if (wins == 0 || losses == 0) {
            return wins > 0 ? Double.POSITIVE_INFINITY : losses > 0 ? 0 : Double.NaN;
        }
        return (double) won / wins / ((double) lost / losses);
    }

    @Override
    public void exchange(final StateExchange state) {
        trades = state.field("trades", trades);
        wins = state.field("wins", wins);
        losses = state.field("losses", losses);
        won = state.field("won", won);
        lost = state.field("lost", lost);
    }
}
