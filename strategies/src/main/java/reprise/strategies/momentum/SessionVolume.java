package reprise.strategies.momentum;

import reprise.state.StateExchange;

/** How much usually has traded of a symbol until each minute of the present session. Made once a session; constant time to read. */
final class SessionVolume {
    private final double[] until;
    private final int slots;

    SessionVolume(final int slots) {
        this.slots = slots;
        until = new double[slots + 1];
    }

    /** A session begins. */
    void begin(final TimeProfile profile, final TimeGrid grid, final int firstBucket) {
        for (int slot = 0; slot < slots; slot++) {
            until[slot + 1] = until[slot] + profile.meanVolume(grid.bucket(firstBucket, slot));
        }
    }

    /** From the open to a minute; a slot's volume is spread evenly over it. */
    double until(final double minute) {
        final double slot = Math.max(0, Math.min(minute / TimeGrid.SLOT_MINUTES, slots));
        final int whole = Math.min((int) slot, slots - 1);
        return until[whole] + (slot - whole) * (until[whole + 1] - until[whole]);
    }

    /** Within a window that ends at a minute. What lies before the open is believed to be like the first slot. */
    double within(final double minute, final int minutes) {
        final double missing = Math.max(0, minutes - minute);
        return until(minute) - until(minute - minutes) + missing / TimeGrid.SLOT_MINUTES * until[1];
    }

    void state(final StateExchange state) {
        state.field("expectedVolume", until);
    }
}
