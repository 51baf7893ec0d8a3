package reprise.pipeline;

import org.agrona.MutableDirectBuffer;
import reprise.message.Outlet;

/** The core's way out: first into the comparison with what is on record, and from then on to the stages. Changed only while no stage runs. */
final class CommandGate implements Outlet {
    private final Outlet stages;
    private Outlet target;

    CommandGate(final Outlet stages) {
        this.stages = stages;
        target = stages;
    }

    void divertTo(final Outlet other) {
        target = other;
    }

    void open() {
        target = stages;
    }

    @Override
    public MutableDirectBuffer claim() {
        return target.claim();
    }

    @Override
    public void end(final int lengthBytes) {
        target.end(lengthBytes);
    }
}
