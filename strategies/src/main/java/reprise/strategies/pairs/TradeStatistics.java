package reprise.strategies.pairs;

import reprise.state.StateExchange;

/** What the trades of a pair came to, as far as the sizing wants to know. */
final class TradeStatistics {
    private long trades;
    private long wins;
    private long losses;
    private long won;
    private long lost;

    /** A trade ended, with this much money. */
    void add(final long pnl) {
        trades++;
        if (pnl > 0) {
            wins++;
            won = Math.addExact(won, pnl);
        } else if (pnl < 0) {
            losses++;
            lost = Math.subtractExact(lost, pnl);
        }
    }

    long trades() {
        return trades;
    }

    /** Of all trades, those that won. */
    double winRate() {
        return trades == 0 ? Double.NaN : (double) wins / trades;
    }

    /** The mean win beside the mean loss; infinite where nothing was lost. */
    double payoff() {
        if (losses == 0) {
            return Double.POSITIVE_INFINITY;
        }
        return wins == 0 ? 0 : (double) won / wins / ((double) lost / losses);
    }

    void exchange(final StateExchange state) {
        trades = state.field("trades", trades);
        wins = state.field("wins", wins);
        losses = state.field("losses", losses);
        won = state.field("won", won);
        lost = state.field("lost", lost);
    }
}
