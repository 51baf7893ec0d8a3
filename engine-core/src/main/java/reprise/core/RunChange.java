package reprise.core;

import java.util.List;
import java.util.Set;

/**
 * In what the run that takes up a state differs from the run that left it. Strategies keep their ids: one that is gone leaves its place to one
 * that does nothing, new ones come behind.
 *
 * @param fresh ids of strategies without a state to take up, new ones among them: they start anew; books stay.
 * @param otherExecutions ids of strategies whose orders are executed in another way.
 * @param exitPlans by the number of an exit plan in the old run, its number in the new one; -1 for one that is gone.
 * @param freshParts what begins anew.
 * @param freshOrderRate whether the orders of the last while are forgotten, because the limit is another.
 */
public record RunChange(
        Set<Integer> fresh,
        Set<Integer> otherExecutions,
        List<Integer> exitPlans,
        Set<StatePart> freshParts,
        boolean freshOrderRate) {
    /** Keeps copies. */
    public RunChange {
        fresh = Set.copyOf(fresh);
        otherExecutions = Set.copyOf(otherExecutions);
        exitPlans = List.copyOf(exitPlans);
        freshParts = Set.copyOf(freshParts);
    }
}
