package reprise.journal;

import java.util.List;

/**
 * What pruning would do to a journal.
 *
 * @param steps in the order in which they are done; none if the policy or recovery asks for everything that is there.
 * @param eventsBeginAt sequence of the first event that is left.
 * @param commandsBeginAt sequence of the first command that is left.
 * @param neededFromSequence the first event that recovery needs, so that nothing from there on is touched.
 */
public record PrunePlan(List<PruneStep> steps, long eventsBeginAt, long commandsBeginAt, long neededFromSequence) {
    /** Keeps its own copy of the steps. */
    public PrunePlan {
        steps = List.copyOf(steps);
    }
}
