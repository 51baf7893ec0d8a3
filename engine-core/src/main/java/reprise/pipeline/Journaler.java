package reprise.pipeline;

import reprise.message.Envelope;
import reprise.port.EventLog;

/**
 * The sequencer, first to see an event: gives it its sequence and time and puts it on record. The core only ever sees what is on record:
 * the log is flushed at the end of each batch, and the core is gated on that. A slot that could not be appended is never seen downstream,
 * because the exception stops everything.
 */
final class Journaler extends RingStage {
    private final EventLog log;
    private final TimeSource timeSource;
    private long sequence;
    private long timeNs;
    private boolean takesOver;

    Journaler(final EventLog log, final TimeSource timeSource) {
        this.log = log;
        this.timeSource = timeSource;
    }

    /**
     * Goes on after what is on record already. The first event is stamped with the last time on record: that another process takes over must be
     * known before time moves on and timers fire.
     */
    void continueAfter(final long lastSequence, final long lastTimeNs) {
        takesOver = true;
        sequence = lastSequence;
        timeNs = lastTimeNs;
    }

    /** The next event happened at a time by its source: gives it its sequence and its time, which {@link #timeNs} says. */
    long next(final long sourceTimeNs) {
        timeNs = takesOver ? timeNs : Math.max(timeNs, timeSource.timeNs(sourceTimeNs));
        takesOver = false;
        return ++sequence;
    }

    /** Of the last event. */
    long timeNs() {
        return timeNs;
    }

    @Override
    public void onEvent(final RingSlot slot, final long ringSequence, final boolean endOfBatch) {
        if (!slot.isAborted()) {
            next(Envelope.timeNs(slot.buffer(), 0));
            Envelope.stamp(slot.buffer(), 0, sequence, timeNs);
            log.append(slot.buffer(), 0, slot.lengthBytes());
        }
        if (endOfBatch) {
            log.flush();
        }
    }
}
