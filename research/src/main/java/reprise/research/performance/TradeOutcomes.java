package reprise.research.performance;

import reprise.research.statistics.Moments;

/**
 * Statistics of trades by what each earned after its fees. A trade won if that is more than 0; one that broke even is neither won nor lost,
 * counts among all, and ends both kinds of streak.
 *
 * @param pnl mean, deviation and shape of the amounts.
 * @param wins how many won.
 * @param losses how many lost.
 * @param grossProfit sum of what won.
 * @param grossLoss sum of what lost, negative or 0.
 * @param best greatest amount; NaN without trades.
 * @param worst least amount; NaN without trades.
 * @param longestWinStreak most won in a row.
 * @param longestLossStreak most lost in a row.
 */
public record TradeOutcomes(
        Moments pnl,
        int wins,
        int losses,
        double grossProfit,
        double grossLoss,
        double best,
        double worst,
        int longestWinStreak,
        int longestLossStreak) {
    /** Above so many trades Tharp's quality number would only count trades. */
    private static final int THARP_TRADES = 100;

    /**
     * Of trades.
     *
     * @param pnl what each earned after fees, in order of their ends; money, or fractions of what was paid at entry.
     * @return their statistics.
     */
    public static TradeOutcomes of(final double[] pnl) {
        int wins = 0;
        int losses = 0;
        double profit = 0;
        double loss = 0;
        int winStreak = 0;
        int lossStreak = 0;
        int longestWinStreak = 0;
        int longestLossStreak = 0;
        double best = pnl.length == 0 ? Double.NaN : pnl[0];
        double worst = best;
        for (final double amount : pnl) {
            wins += amount > 0 ? 1 : 0;
            losses += amount < 0 ? 1 : 0;
            profit += Math.max(amount, 0);
            loss += Math.min(amount, 0);
            winStreak = amount > 0 ? winStreak + 1 : 0;
            lossStreak = amount < 0 ? lossStreak + 1 : 0;
            longestWinStreak = Math.max(longestWinStreak, winStreak);
            longestLossStreak = Math.max(longestLossStreak, lossStreak);
            best = Math.max(best, amount);
            worst = Math.min(worst, amount);
        }
        return new TradeOutcomes(
                Moments.of(pnl), wins, losses, profit, loss, best, worst, longestWinStreak, longestLossStreak);
    }

    /**
     * Number of trades.
     *
     * @return won, lost and even.
     */
    public int count() {
        return pnl.count();
    }

    /**
     * Sum of all.
     *
     * @return profit less loss.
     */
    public double net() {
        return grossProfit + grossLoss;
    }

    /**
     * Share that won, of all.
     *
     * @return 0 to 1; NaN without trades.
     */
    public double winRate() {
        return Ratio.of(wins, count());
    }

    /**
     * Won for each unit lost.
     *
     * @return NaN if nothing was lost.
     */
    public double profitFactor() {
        return Ratio.of(grossProfit, -grossLoss);
    }

    /**
     * Mean of the trades that won.
     *
     * @return NaN if none won.
     */
    public double averageWin() {
        return Ratio.of(grossProfit, wins);
    }

    /**
     * Mean of the trades that lost.
     *
     * @return negative; NaN if none lost.
     */
    public double averageLoss() {
        return Ratio.of(grossLoss, losses);
    }

    /**
     * Average win over average loss, without sign.
     *
     * @return NaN if none won or none lost.
     */
    public double payoff() {
        return Ratio.of(averageWin(), -averageLoss());
    }

    /**
     * Mean of all trades.
     *
     * @return in the unit of the amounts; NaN without trades.
     */
    public double expectancy() {
        return pnl.mean();
    }

    /**
     * Mean of all trades in units of the average loss.
     *
     * @return NaN if none lost.
     */
    public double expectancyPerLoss() {
        return Ratio.of(expectancy(), -averageLoss());
    }

    /**
     * Tharp's system quality number: root of n, times mean over deviation (n - 1).
     *
     * @return NaN of fewer than two trades or if all are equal.
     */
    public double sqn() {
        return Math.sqrt(count()) * Ratio.of(pnl.mean(), pnl.deviation());
    }

    /**
     * The same with n never above 100, as Tharp has it, which compares systems that trade often with such that do not.
     *
     * @return NaN of fewer than two trades or if all are equal.
     */
    public double sqnOfHundred() {
        return Math.sqrt(Math.min(count(), THARP_TRADES)) * Ratio.of(pnl.mean(), pnl.deviation());
    }

    /**
     * Kelly's share: win rate less loss rate over payoff.
     *
     * @return may be negative: do not play; NaN if none won or none lost.
     */
    public double kelly() {
        return Ratio.kelly(winRate(), payoff());
    }

    /**
     * The mean by which a stake that is put in whole each time would have grown.
     *
     * @param fractions what each trade earned of what was paid at its entry.
     * @return a fraction; -1 after a total loss; NaN without trades or of one that lost more than was paid.
     */
    public static double geometricMean(final double[] fractions) {
        double logs = 0;
        for (final double fraction : fractions) {
            logs += StrictMath.log1p(fraction);
        }
        return fractions.length == 0 ? Double.NaN : StrictMath.expm1(logs / fractions.length);
    }
}
