package reprise.research.performance;

/**
 * Statistics of trades by what each earned after its fees. A trade won if that is more than 0; one that broke even is neither won nor lost,
 * counts among all, and ends both kinds of streak.
 *
 * @param count number of trades.
 * @param wins how many won.
 * @param losses how many lost.
 * @param grossProfit sum of what won.
 * @param grossLoss sum of what lost, negative or 0.
 * @param expectancy mean of all; NaN without trades.
 * @param deviation standard deviation (n - 1); NaN of fewer than two.
 * @param best greatest amount; NaN without trades.
 * @param worst least amount; NaN without trades.
 * @param longestWinStreak most won in a row.
 * @param longestLossStreak most lost in a row.
 */
public record TradeOutcomes(
        long count,
        long wins,
        long losses,
        double grossProfit,
        double grossLoss,
        double expectancy,
        double deviation,
        double best,
        double worst,
        long longestWinStreak,
        long longestLossStreak) {
    /** Above so many trades Tharp's quality number would only count trades. */
    private static final int THARP_TRADES = 100;

    /** Rounding leaves a deviation of this share of the largest amount where there is none. */
    private static final double NOISE = 1e-12;

    /**
     * Of trades.
     *
     * @param pnl what each earned after fees, in order of their ends; money, or fractions of what was paid at entry.
     * @return their statistics.
     */
    public static TradeOutcomes of(final double[] pnl) {
        final Tally tally = new Tally();
        for (final double amount : pnl) {
            tally.add(amount);
        }
        return tally.outcomes();
    }

    /** The same trade by trade, in constant memory. Not thread-safe; allocates nothing per trade. */
    public static final class Tally {
        private long count;
        private long wins;
        private long losses;
        private double grossProfit;
        private double grossLoss;
        private double mean;
        private double squaredDeviations;
        private double best = Double.NEGATIVE_INFINITY;
        private double worst = Double.POSITIVE_INFINITY;
        private long winStreak;
        private long lossStreak;
        private long longestWinStreak;
        private long longestLossStreak;

        /** Begins without trades. */
        public Tally() {
            // All is 0.
        }

        /**
         * A trade ended.
         *
         * @param pnl what it earned after fees.
         */
        public void add(final double pnl) {
            count++;
            wins += pnl > 0 ? 1 : 0;
            losses += pnl < 0 ? 1 : 0;
            grossProfit += Math.max(pnl, 0);
            grossLoss += Math.min(pnl, 0);
            // Welford's update: mean and squared deviations from it.
            final double before = pnl - mean;
            mean += before / count;
            squaredDeviations += before * (pnl - mean);
            best = Math.max(best, pnl);
            worst = Math.min(worst, pnl);
            winStreak = pnl > 0 ? winStreak + 1 : 0;
            lossStreak = pnl < 0 ? lossStreak + 1 : 0;
            longestWinStreak = Math.max(longestWinStreak, winStreak);
            longestLossStreak = Math.max(longestLossStreak, lossStreak);
        }

        /**
         * What there is so far.
         *
         * @return statistics of all trades that were added.
         */
        public TradeOutcomes outcomes() {
            final boolean isNone = count == 0;
            return new TradeOutcomes(
                    count,
                    wins,
                    losses,
                    grossProfit,
                    grossLoss,
                    isNone ? Double.NaN : mean,
                    deviation(),
                    isNone ? Double.NaN : best,
                    isNone ? Double.NaN : worst,
                    longestWinStreak,
                    longestLossStreak);
        }

        private double deviation() {
            if (count < 2) {
                return Double.NaN;
            }
            final double deviation = Math.sqrt(Math.max(squaredDeviations, 0) / (count - 1));
            return deviation <= NOISE * Math.max(Math.abs(best), Math.abs(worst)) ? 0 : deviation;
        }
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
        return Ratio.of(wins, count);
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
     * Mean of all trades in units of the average loss.
     *
     * @return NaN if none lost.
     */
    public double expectancyPerLoss() {
        return Ratio.of(expectancy, -averageLoss());
    }

    /**
     * Tharp's system quality number: root of n, times mean over deviation (n - 1).
     *
     * @return NaN of fewer than two trades or if all are equal.
     */
    public double sqn() {
        return Math.sqrt(count) * Ratio.of(expectancy, deviation);
    }

    /**
     * The same with n never above 100, as Tharp has it, which compares systems that trade often with such that do not.
     *
     * @return NaN of fewer than two trades or if all are equal.
     */
    public double sqnOfHundred() {
        return Math.sqrt(Math.min(count, THARP_TRADES)) * Ratio.of(expectancy, deviation);
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
