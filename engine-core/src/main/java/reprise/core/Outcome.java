package reprise.core;

import java.util.List;
import reprise.state.FilteredState;
import reprise.state.Snapshotable;

/**
 * What a core has come to, apart from how often it had to ask: of two cores that heard of the same market and traded the same, one of which
 * was killed and taken over, this is equal, and the whole state is not.
 */
final class Outcome {
    /** With the reason for each. */
    private static final List<String> TRACES_OF_ASKING = List.of(
            // A take-over and what a venue repeats are events too.
            "core.sequence",
            "core.commandSequence",
            // Questions have deadlines, and timers are numbered in the order in which they were set.
            "timers",
            "timer",
            // What was asked, when, and up to which order.
            "venueView",
            "order.submitRequest",
            "order.unsentSinceNs",
            "order.queries",
            // A venue that is asked says that it rejected an order, and no longer why.
            "order.rejectReason",
            "executions.repeated");

    private Outcome() {}

    static FilteredState of(final Snapshotable core) {
        return new FilteredState(core, TRACES_OF_ASKING);
    }
}
