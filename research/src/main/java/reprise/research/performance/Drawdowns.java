package reprise.research.performance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The stretches of a curve below its running peak, the money at the beginning counting as one.
 *
 * @param all in order of time.
 * @param ulcer Martin's index: root of the mean squared drawdown, over the points after the first; NaN of a single point.
 */
public record Drawdowns(List<Drawdown> all, double ulcer) {
    /**
     * Keeps an unmodifiable copy.
     */
    public Drawdowns {
        all = List.copyOf(all);
    }

    /**
     * Of a curve.
     *
     * @param curve what the account was worth.
     * @return its drawdowns; none of a curve that never falls.
     */
    public static Drawdowns of(final EquityCurve curve) {
        final List<Drawdown> all = new ArrayList<>();
        int peak = 0;
        int valley = 0;
        double squares = 0;
        for (int i = 1; i < curve.size(); i++) {
            if (curve.equity(i) >= curve.equity(peak)) {
                if (valley > peak) {
                    all.add(spell(curve, peak, valley, i, i));
                }
                peak = i;
                valley = i;
            } else if (valley == peak || curve.equity(i) < curve.equity(valley)) {
                valley = i;
            }
            final double depth = curve.growth(peak, i);
            squares += depth * depth;
        }
        if (valley > peak) {
            all.add(spell(curve, peak, valley, Drawdown.NOT_RECOVERED, curve.size() - 1));
        }
        return new Drawdowns(all, curve.size() < 2 ? Double.NaN : Math.sqrt(squares / (curve.size() - 1)));
    }

    private static Drawdown spell(
            final EquityCurve curve, final int peak, final int valley, final int recovery, final int end) {
        return new Drawdown(
                peak,
                valley,
                recovery,
                end,
                curve.timeNs(peak),
                curve.timeNs(valley),
                curve.timeNs(end),
                curve.growth(peak, valley));
    }

    /**
     * The greatest loss from a peak.
     *
     * @return negative, or 0.
     */
    public double maxDepth() {
        return deepest().map(Drawdown::depth).orElse(0.0);
    }

    /**
     * The one with the greatest loss; of equal ones the first.
     *
     * @return empty if the curve never falls.
     */
    public Optional<Drawdown> deepest() {
        return all.stream().min(Comparator.comparingDouble(Drawdown::depth));
    }

    /**
     * The one that took the most points from peak to end; of equal ones the first.
     *
     * @return empty if the curve never falls.
     */
    public Optional<Drawdown> longest() {
        return all.stream().min(Comparator.comparingInt(spell -> -spell.periods()));
    }

    /**
     * Mean of the depths.
     *
     * @return negative; NaN without drawdowns.
     */
    public double averageDepth() {
        return all.stream().mapToDouble(Drawdown::depth).average().orElse(Double.NaN);
    }

    /**
     * The worst few.
     *
     * @param count at most so many.
     * @return the deepest first.
     */
    public List<Drawdown> top(final int count) {
        return all.stream()
                .sorted(Comparator.comparingDouble(Drawdown::depth))
                .limit(count)
                .toList();
    }
}
