package reprise.pipeline;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import reprise.message.Outlet;
import reprise.message.Templates;

/** The operator's ways into a pipeline, watched until the core has seen what came in by them. Outlets may be made on any thread. */
final class OperatorRequests {
    private final LongSupplier handled;
    private final List<OperatorOutlet> outlets = new CopyOnWriteArrayList<>();

    /**
     * No ways in yet.
     *
     * @param handled ring sequence of the last event that the core has seen.
     */
    OperatorRequests(final LongSupplier handled) {
        this.handled = handled;
    }

    Outlet newOutlet(final RingOutlet ring) {
        final OperatorOutlet outlet = new OperatorOutlet(ring);
        outlets.add(outlet);
        return outlet;
    }

    /** The name of a request that the core has not seen yet, or null. */
    String waiting() {
        final long seen = handled.getAsLong();
        for (final OperatorOutlet outlet : outlets) {
            if (outlet.position() > seen) {
                return Templates.name(outlet.templateId());
            }
        }
        return null;
    }
}
