package reprise.simulation.report;

import reprise.simulation.results.Trade;

/** Sums over the trades of one strategy in one instrument, or of several such. Money. */
final class TradeTally {
    private long ended;
    private long open;
    private long wins;
    private long profit;
    private long loss;
    private long fees;
    private long openPnl;
    private double holdNs;

    void add(final Trade trade) {
        fees += trade.fees();
        if (trade.isOpen()) {
            open++;
            openPnl += trade.pnl();
            return;
        }
        ended++;
        wins += trade.pnl() > 0 ? 1 : 0;
        profit += Math.max(trade.pnl(), 0);
        loss += Math.min(trade.pnl(), 0);
        holdNs += trade.holdNs();
    }

    void add(final TradeTally other) {
        ended += other.ended;
        open += other.open;
        wins += other.wins;
        profit += other.profit;
        loss += other.loss;
        fees += other.fees;
        openPnl += other.openPnl;
        holdNs += other.holdNs;
    }

    long ended() {
        return ended;
    }

    long open() {
        return open;
    }

    long fees() {
        return fees;
    }

    /** Ended and open. */
    long pnl() {
        return profit + loss + openPnl;
    }

    double winRate() {
        return ended == 0 ? Double.NaN : (double) wins / ended;
    }

    double profitFactor() {
        return loss == 0 ? Double.NaN : (double) profit / -loss;
    }

    double averageHoldNs() {
        return ended == 0 ? Double.NaN : holdNs / ended;
    }
}
