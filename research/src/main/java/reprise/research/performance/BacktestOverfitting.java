package reprise.research.performance;

import java.util.List;

/**
 * How often the best of several variants in one half of the data is no better than most in the other half: the probability of backtest
 * overfitting by combinatorially symmetric cross-validation [Bailey, Borwein, Lopez de Prado, Zhu 2015]. Of pure noise it is about a half on
 * average, but far from it on a single small sample: show it with the number of variants, blocks and returns.
 *
 * @param combinations in how many ways half of the blocks were chosen.
 * @param probability share of combinations whose winner ended in the lower half of the others: its logit is 0 or less.
 * @param lossProbability share of combinations whose winner lost money in the other half.
 * @param slope of the winner's Sharpe ratio in the other half on that in the first: below 0, the better it looked the worse it did.
 * @param intercept of that line.
 * @param chosenMean mean Sharpe ratio of the winners where they were chosen, of one period.
 * @param testedMean mean Sharpe ratio of the winners in the other half, of one period.
 * @param logits of the winner's rank in the other half, {@code ln(w / (1 - w))} with {@code w = rank / (N + 1)}, one a combination, in
 *     lexicographic order of the blocks chosen.
 * @param timesChosen how often each variant won.
 */
public record BacktestOverfitting(
        int combinations,
        double probability,
        double lossProbability,
        double slope,
        double intercept,
        double chosenMean,
        double testedMean,
        List<Double> logits,
        List<Integer> timesChosen) {
    /** Keeps unmodifiable copies. */
    public BacktestOverfitting {
        logits = List.copyOf(logits);
        timesChosen = List.copyOf(timesChosen);
    }

    /**
     * Of variants over the same time. Blocks are stretches of time of equal length, or, where the returns do not divide, of two lengths that
     * differ by one.
     *
     * @param variants returns of each variant, one array a variant, at least two, all as long.
     * @param blocks even, 2 to 20, at most half the number of returns; 16 gives 12,870 combinations.
     * @return the probability and what it rests on.
     */
    public static BacktestOverfitting of(final List<double[]> variants, final int blocks) {
        return new CrossValidation(variants, blocks).run();
    }
}
