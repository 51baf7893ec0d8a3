package reprise.research.performance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import reprise.research.statistics.LinearFit;
import reprise.research.statistics.Moments;

/** Every way to take half of the blocks: who wins there, and where the winner comes in the other half. Single use, single thread. */
final class CrossValidation {
    private static final int BLOCKS_MAX = 20;

    private final int blocks;
    private final Moments[][] moments;
    private final int[] timesChosen;
    private final List<Double> logits = new ArrayList<>();
    private final List<Double> chosen = new ArrayList<>();
    private final List<Double> tested = new ArrayList<>();

    CrossValidation(final List<double[]> variants, final int blocks) {
        if (variants.size() < 2) {
            throw new IllegalArgumentException("at least two variants expected, got " + variants.size());
        }
        final int length = variants.get(0).length;
        if (blocks < 2 || blocks > BLOCKS_MAX || blocks % 2 != 0 || blocks > length / 2) {
            throw new IllegalArgumentException("an even number of blocks from 2 to " + BLOCKS_MAX
                    + ", at most half of the " + length + " returns, expected; got " + blocks);
        }
        this.blocks = blocks;
        moments = new Moments[variants.size()][];
        timesChosen = new int[variants.size()];
        for (int variant = 0; variant < moments.length; variant++) {
            if (variants.get(variant).length != length) {
                throw new IllegalArgumentException(
                        "variants of equal length expected, got " + length + " and " + variants.get(variant).length);
            }
            moments[variant] = ofBlocks(variants.get(variant));
        }
    }

    private Moments[] ofBlocks(final double[] returns) {
        final Moments[] ofBlocks = new Moments[blocks];
        for (int block = 0; block < blocks; block++) {
            final int from = (int) ((long) block * returns.length / blocks);
            final int to = (int) ((long) (block + 1) * returns.length / blocks);
            ofBlocks[block] = Moments.of(Arrays.copyOfRange(returns, from, to));
        }
        return ofBlocks;
    }

    BacktestOverfitting run() {
        final int half = blocks / 2;
        final int[] combination = new int[half];
        Arrays.setAll(combination, i -> i);
        do {
            evaluate(combination);
        } while (next(combination));
        final double[] x = array(chosen);
        final double[] y = array(tested);
        final LinearFit line = LinearFit.of(y, x);
        return new BacktestOverfitting(
                logits.size(),
                share(logits, 0, true),
                share(tested, 0, false),
                line.beta(),
                line.alpha(),
                Moments.of(x).mean(),
                Moments.of(y).mean(),
                logits,
                Arrays.stream(timesChosen).boxed().toList());
    }

    /** To the next one in lexicographic order; false after the last. */
    private boolean next(final int[] combination) {
        for (int i = combination.length - 1; i >= 0; i--) {
            if (combination[i] < blocks - combination.length + i) {
                combination[i]++;
                for (int j = i + 1; j < combination.length; j++) {
                    combination[j] = combination[j - 1] + 1;
                }
                return true;
            }
        }
        return false;
    }

    private void evaluate(final int[] combination) {
        final boolean[] isChosen = new boolean[blocks];
        for (final int block : combination) {
            isChosen[block] = true;
        }
        int winner = 0;
        double best = Double.NEGATIVE_INFINITY;
        final double[] outside = new double[moments.length];
        for (int variant = 0; variant < moments.length; variant++) {
            final double inside = sharpe(moments[variant], isChosen, true);
            outside[variant] = sharpe(moments[variant], isChosen, false);
            if (inside > best) {
                best = inside;
                winner = variant;
            }
        }
        timesChosen[winner]++;
        chosen.add(best);
        tested.add(outside[winner]);
        final double relative = rank(outside, winner) / (moments.length + 1);
        logits.add(StrictMath.log(relative / (1 - relative)));
    }

    /** Of the blocks that were chosen, or of the others; 0 if returns do not vary. */
    private double sharpe(final Moments[] ofBlocks, final boolean[] isChosen, final boolean wanted) {
        double count = 0;
        double sum = 0;
        for (int block = 0; block < blocks; block++) {
            if (isChosen[block] == wanted) {
                count += ofBlocks[block].count();
                sum += ofBlocks[block].count() * ofBlocks[block].mean();
            }
        }
        final double mean = sum / count;
        double squares = 0;
        for (int block = 0; block < blocks; block++) {
            if (isChosen[block] == wanted) {
                final double shift = ofBlocks[block].mean() - mean;
                squares += ofBlocks[block].count() * (ofBlocks[block].m2() + shift * shift);
            }
        }
        return squares > 0 ? mean / Math.sqrt(squares / (count - 1)) : 0;
    }

    /** 1 for the least; equal ones share the mean of their ranks. */
    private static double rank(final double[] values, final int index) {
        int below = 0;
        int equal = 0;
        for (final double value : values) {
            below += value < values[index] ? 1 : 0;
            equal += value == values[index] ? 1 : 0;
        }
        return below + (equal + 1) / 2.0;
    }

    private static double share(final List<Double> values, final double limit, final boolean isLimitCounted) {
        return (double) values.stream()
                        .filter(value -> value < limit || isLimitCounted && value == limit)
                        .count()
                / values.size();
    }

    private static double[] array(final List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
