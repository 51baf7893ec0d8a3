package reprise.research.screening;

import java.util.List;
import java.util.Map;

/**
 * What a screen found.
 *
 * @param symbols in the universe.
 * @param tests that were made, two for each pair that was correlated enough: what the correction counts.
 * @param verdicts how many pairs ended with each, in the order of the filters; all pairs of the universe together.
 * @param pairs that were tested: the accepted by rank, then the others by p.
 */
public record ScreenResult(int symbols, int tests, Map<Verdict, Integer> verdicts, List<ScreenedPair> pairs) {
    /**
     * Those that passed all filters.
     *
     * @return by rank.
     */
    public List<ScreenedPair> accepted() {
        return pairs.stream().filter(pair -> pair.verdict() == Verdict.ACCEPTED).toList();
    }
}
