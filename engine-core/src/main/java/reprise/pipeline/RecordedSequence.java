package reprise.pipeline;

import reprise.core.EngineCore;
import reprise.message.Envelope;

/** Takes the place of the {@link Journaler} at replay: events are stamped already, and must be so without a gap. */
final class RecordedSequence extends RingStage {
    private final EngineCore core;
    private long sequence;
    private long timeNs;

    /** Begins behind what a core knows: nothing, or what a snapshot held. */
    RecordedSequence(final EngineCore core) {
        this.core = core;
    }

    @Override
    public void onEvent(final RingSlot slot, final long ringSequence, final boolean endOfBatch) {
        if (slot.isAborted()) {
            return;
        }
        if (sequence == 0) {
            sequence = core.sequence();
            timeNs = core.timeNs();
        }
        final long nextSequence = Envelope.sequence(slot.buffer(), 0);
        final long nextTimeNs = Envelope.timeNs(slot.buffer(), 0);
        if (nextSequence != sequence + 1 || nextTimeNs < timeNs) {
            throw new IllegalStateException("recorded events are out of order: after sequence=" + sequence + ", timeNs="
                    + timeNs + " came sequence=" + nextSequence + ", timeNs=" + nextTimeNs);
        }
        sequence = nextSequence;
        timeNs = nextTimeNs;
    }
}
