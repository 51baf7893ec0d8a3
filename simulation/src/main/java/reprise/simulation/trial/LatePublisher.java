package reprise.simulation.trial;

import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import reprise.message.EventPublisher;
import reprise.message.Outlet;

/** A way into an engine for who must exist before it. */
final class LatePublisher implements Outlet {
    private final UnsafeBuffer draft = new UnsafeBuffer(new byte[MAX_MESSAGE_LENGTH_BYTES]);
    private final EventPublisher publisher = new EventPublisher(this);
    private TrialEngine engine;

    EventPublisher publisher() {
        return publisher;
    }

    void attach(final TrialEngine newEngine) {
        engine = newEngine;
    }

    @Override
    public MutableDirectBuffer claim() {
        return draft;
    }

    @Override
    public void end(final int lengthBytes) {
        engine.deliver(new UnsafeBuffer(draft, 0, lengthBytes));
    }
}
