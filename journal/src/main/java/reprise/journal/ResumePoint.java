package reprise.journal;

import java.util.List;

/**
 * Where a journal goes on after {@link Journal#resume}. Both logs are whole up to here, and the next record of each has the next sequence.
 *
 * <p>The logs are flushed one after the other, so they rarely end at the same moment. The events are never behind: no command was decided
 * at an event that is not on record. The commands may be: what the events from {@code lastCauseSequence} on lead to may be missing at the
 * end, wholly or in part. Such a command was decided by a process that died before it was on record, and so was never sent. Replaying the
 * events shows which they are: those that the replay decides after {@code lastCommandSequence}.
 *
 * @param session number of the writer that now begins; the creator was 1.
 * @param previousState how the writer before ended: CLOSED, FAILED, or OPEN if it died.
 * @param lastEventSequence of the last event on record; 0 if there is none.
 * @param lastEventTimeNs of that event; {@link Long#MIN_VALUE} if there is none. No later event may have an earlier time.
 * @param lastCommandSequence of the last command on record; 0 if there is none.
 * @param lastCauseSequence the event at which the latest command on record was decided; 0 if there is none.
 * @param firstEventChecked sequence of the first event that was read and checked; those before it were not.
 * @param unfit why everything was read although the state at a later event was known; empty if it fits the record, or was not known.
 * @param tornTails what was cut off the ends of the logs: bytes of records that were never flushed.
 */
public record ResumePoint(
        int session,
        JournalMetadata.State previousState,
        long lastEventSequence,
        long lastEventTimeNs,
        long lastCommandSequence,
        long lastCauseSequence,
        long firstEventChecked,
        String unfit,
        List<Finding> tornTails) {
    /** Keeps its own copy of the findings. */
    public ResumePoint {
        tornTails = List.copyOf(tornTails);
    }
}
