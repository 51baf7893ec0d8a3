package reprise.simulation.venue;

/** Things that happen later, in the order of their times. */
interface DueQueue {
    /** Nothing is to happen. */
    long NEVER = Long.MAX_VALUE;

    /** When the next thing happens, nanoseconds since the epoch, or {@link #NEVER}. */
    long dueNs();

    /** Where the next thing stands among all things of the same time. */
    long sequence();

    /** Lets the next thing happen. */
    void run();
}
