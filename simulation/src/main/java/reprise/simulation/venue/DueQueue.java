package reprise.simulation.venue;

/** Things that happen later, in the order of their times. When the next one is due is asked more than anything else, so it is a field. */
abstract class DueQueue {
    /** Nothing is to happen. */
    static final long NEVER = Long.MAX_VALUE;

    private Agenda agenda;
    private long dueNs = NEVER;
    private long sequence;

    /** Names the agenda that asks; once. */
    final void standsIn(final Agenda newAgenda) {
        agenda = newAgenda;
    }

    /** When the next thing happens, nanoseconds since the epoch, or {@link #NEVER}. */
    final long dueNs() {
        return dueNs;
    }

    /** Where the next thing stands among all things of the same time. */
    final long sequence() {
        return sequence;
    }

    /** Names the next thing. */
    final void nextIs(final long nextDueNs, final long nextSequence) {
        dueNs = nextDueNs;
        sequence = nextSequence;
        agenda.changes();
    }

    /** Nothing is to happen any more. */
    final void nextIsNever() {
        dueNs = NEVER;
        agenda.changes();
    }

    /** Lets the next thing happen. */
    abstract void run();
}
