package reprise.core;

/**
 * Whether an event has left anything to be done at its end: what comes late says so here, so that an event that left nothing costs one look.
 * Owned by the core; no state: the first event after a restore looks everywhere.
 */
final class Leftovers {
    private boolean isAny = true;

    /** There is something. */
    void add() {
        isAny = true;
    }

    /** Whether there is something; asking takes it. */
    boolean take() {
        final boolean taken = isAny;
        isAny = false;
        return taken;
    }
}
