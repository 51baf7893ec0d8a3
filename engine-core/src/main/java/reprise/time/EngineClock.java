package reprise.time;

import reprise.state.StateExchange;

/**
 * Where the engine is: the time and the sequence of the event being handled. Set only by the core; part of replayed state.
 *
 * <p>It is an alarm clock, too: whoever keeps a deadline of its own sets the alarm when it takes it on, so that an event before which nothing
 * is due costs one comparison, however many may keep deadlines. The alarm may go off too early, and then nothing is due; it must never be
 * late. It is no part of the state: a clock that is new or restored goes off with the next event.
 */
public final class EngineClock {
    private long timeNs;
    private long sequence;
    private long commandSequence;
    private long alarmNs = Long.MIN_VALUE;

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
     * How many commands and decisions the core has published.
     *
     * @return count, which is the sequence of the last one.
     */
    public long commandSequence() {
        return commandSequence;
    }

    /**
     * The core publishes one more; called by its publisher only.
     *
     * @return the sequence of the new one.
     */
    public long nextCommandSequence() {
        return ++commandSequence;
    }

    /**
     * The next event is being handled; called by the core only.
     *
     * @param newSequence of the event.
     */
    public void beginEvent(final long newSequence) {
        sequence = newSequence;
    }

    /**
     * Somebody keeps a deadline, or an earlier one than before.
     *
     * @param deadlineNs nanoseconds since the epoch; {@link Long#MAX_VALUE} for none.
     */
    public void alarmBy(final long deadlineNs) {
        if (deadlineNs < alarmNs) {
            alarmNs = deadlineNs;
        }
    }

    /** Somebody's deadline may have changed, and has to be worked out before the next event. */
    public void alarmNext() {
        alarmNs = Long.MIN_VALUE;
    }

    /**
     * The alarm went off and everybody was asked; called by the core only.
     *
     * @param deadlineNs the earliest deadline that anybody keeps.
     */
    public void alarmAt(final long deadlineNs) {
        alarmNs = deadlineNs;
    }

    /**
     * Whether anything may be due.
     *
     * @param newTimeNs of the event that comes next.
     * @return false: nobody keeps a deadline that is not after it.
     */
    public boolean isAlarmDue(final long newTimeNs) {
        return alarmNs <= newTimeNs;
    }

    /**
     * Carries the time; restoring wants a clock that has seen no event.
     *
     * @param state takes each field and gives its value from now on.
     */
    public void exchange(final StateExchange state) {
        if (state.isRestoring() && sequence != 0) {
            throw new IllegalStateException("only a core without events can be restored: sequence=" + sequence);
        }
        sequence = state.field("sequence", sequence);
        timeNs = state.field("timeNs", timeNs);
        commandSequence = state.field("commandSequence", commandSequence);
        alarmNext();
    }
}
