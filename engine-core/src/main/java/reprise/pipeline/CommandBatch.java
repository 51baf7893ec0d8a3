package reprise.pipeline;

import org.agrona.MutableDirectBuffer;
import reprise.message.Outlet;

/**
 * Where core and output stages share a thread: holds the commands of one event until the core is done with it, then records them all and
 * only then routes them.
 */
final class CommandBatch implements Outlet {
    private final RingSlot[] slots;
    private int count;

    CommandBatch(final int capacity) {
        slots = SlotArray.allocate(capacity);
    }

    @Override
    public MutableDirectBuffer claim() {
        if (count == slots.length) {
            throw new IllegalStateException("too many commands for one event: capacity=" + slots.length);
        }
        slots[count].abort();
        return slots[count].buffer();
    }

    @Override
    public void end(final int lengthBytes) {
        if (lengthBytes > 0) {
            slots[count++].commit(lengthBytes);
        }
    }

    void drainTo(final CommandJournaler journaler, final CommandRouter router) {
        if (count == 0) {
            return;
        }
        final int drained = count;
        count = 0;
        for (int i = 0; i < drained; i++) {
            journaler.onEvent(slots[i], i, i == drained - 1);
        }
        for (int i = 0; i < drained; i++) {
            router.onEvent(slots[i], i, i == drained - 1);
        }
    }
}
