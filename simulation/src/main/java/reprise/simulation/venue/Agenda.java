package reprise.simulation.venue;

/**
 * What is to happen at the venue between two market events: commands, reports and data that arrive, connections that break. In order of
 * time, and at equal times in the order in which they were begun.
 */
final class Agenda {
    private final DueQueue[] queues;
    private long nextDueNs = DueQueue.NEVER;
    private boolean changed;

    /** To be made before anything is begun. */
    Agenda(final DueQueue... queues) {
        this.queues = queues.clone();
        for (final DueQueue queue : queues) {
            queue.standsIn(this);
        }
    }

    /** What a queue does next is another thing now. */
    void changes() {
        changed = true;
    }

    /** Asked at every step of the market, while on most of them nothing is begun or done. */
    long nextDueNs() {
        if (changed) {
            changed = false;
            nextDueNs = next().dueNs();
        }
        return nextDueNs;
    }

    void runNext() {
        next().run();
    }

    private DueQueue next() {
        DueQueue next = queues[0];
        for (final DueQueue queue : queues) {
            if (queue.dueNs() < next.dueNs() || queue.dueNs() == next.dueNs() && queue.sequence() < next.sequence()) {
                next = queue;
            }
        }
        return next;
    }

    /** Numbers things in the order in which they are begun. */
    static final class Sequence {
        private long last;

        long next() {
            return ++last;
        }
    }
}
