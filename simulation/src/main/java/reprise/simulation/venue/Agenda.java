package reprise.simulation.venue;

/**
 * What is to happen at the venue between two market events: commands, reports and data that arrive, connections that break. In order of
 * time, and at equal times in the order in which they were begun.
 */
final class Agenda {
    private final DueQueue[] queues;

    Agenda(final DueQueue... queues) {
        this.queues = queues.clone();
    }

    long nextDueNs() {
        long nextNs = DueQueue.NEVER;
        for (final DueQueue queue : queues) {
            nextNs = Math.min(nextNs, queue.dueNs());
        }
        return nextNs;
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
