package reprise.pipeline;

import org.agrona.concurrent.OffsetEpochNanoClock;

/** The time of the machine: for runs at venues that live in it. Allocates nothing; owned by the sequencer's thread. */
public final class WallClock implements TimeSource {
    private final OffsetEpochNanoClock clock = new OffsetEpochNanoClock();

    @Override
    public long timeNs(final long sourceTimeNs) {
        return clock.nanoTime();
    }
}
