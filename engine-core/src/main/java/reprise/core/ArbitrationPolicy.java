package reprise.core;

import java.util.ArrayList;
import java.util.List;
import reprise.signal.ArbiterConfig;
import reprise.signal.ArbitrationContext;
import reprise.signal.StrategyTerms;

/**
 * How it is decided between the signals of strategies.
 *
 * @param arbiter capacities and limits; has room for one strategy more than there are, because ids begin at 1.
 * @param strategies what each is held to, the first of which has id 1; null for one that gives no signals.
 * @param limitsParticipation whether the volume of the last minutes bounds sizes.
 * @param clusters number of the cluster by instrument id; instruments beyond the list are in none.
 * @param calendar by name, whose days the results of strategies are counted by.
 */
public record ArbitrationPolicy(
        ArbiterConfig arbiter,
        List<StrategyTerms> strategies,
        boolean limitsParticipation,
        List<Integer> clusters,
        String calendar) {
    /** Keeps the lists as they are. */
    public ArbitrationPolicy {
        strategies = new ArrayList<>(strategies);
        clusters = List.copyOf(clusters);
        if (strategies.size() >= arbiter.maxStrategies()) {
            throw new IllegalArgumentException("arbiter: maxStrategies must be above the number of strategies: "
                    + arbiter.maxStrategies() + ", " + strategies.size());
        }
    }

    int[] clustersByInstrument() {
        final int[] byId = new int[arbiter.maxInstruments()];
        for (int i = 0; i < byId.length; i++) {
            byId[i] = i < clusters.size() ? clusters.get(i) : ArbitrationContext.NO_CLUSTER;
        }
        return byId;
    }
}
