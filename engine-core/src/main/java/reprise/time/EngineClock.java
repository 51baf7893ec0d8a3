package reprise.time;

/** Where the engine is: the time and the sequence of the event being handled. Set only by the core; part of replayed state. */
public final class EngineClock {
    private long timeNs;
    private long sequence;

    /**
     * The time of the event being handled.
     *
     * @return nanoseconds since the epoch.
     */
    public long timeNs() {
        return timeNs;
    }

    /**
     * Moves the clock; called by the core only.
     *
     * @param newTimeNs nanoseconds since the epoch, not before the present value.
     */
    public void advanceTo(final long newTimeNs) {
        if (newTimeNs < timeNs) {
            throw new IllegalStateException("clock cannot go back: from=" + timeNs + ", to=" + newTimeNs);
        }
        timeNs = newTimeNs;
    }

    /**
     * The sequence of the event being handled.
     *
     * @return 0 before the first event.
     */
    public long sequence() {
        return sequence;
    }

    /**
     * The next event is being handled; called by the core only.
     *
     * @param newSequence of the event.
     */
    public void beginEvent(final long newSequence) {
        sequence = newSequence;
    }
}
