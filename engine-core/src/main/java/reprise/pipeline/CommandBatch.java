package reprise.pipeline;

import org.agrona.MutableDirectBuffer;
import reprise.message.Outlet;

/**
 * Where core and output stages share a thread: holds the commands of one event until the core is done with it, then records them all and
 * only then routes them.
 */
final class CommandBatch implements Outlet {
    private final SlotQueue queue;

    CommandBatch(final int capacity) {
        queue = new SlotQueue("commands for one event", capacity);
    }

    @Override
    public MutableDirectBuffer claim() {
        return queue.claim().buffer();
    }

    @Override
    public void end(final int lengthBytes) {
        queue.end(lengthBytes);
    }

    int count() {
        return queue.count();
    }

    void drainTo(final CommandJournaler journaler, final CommandRouter router) {
        final int count = queue.count();
        for (int i = 0; i < count; i++) {
            journaler.onEvent(queue.get(i), i, i == count - 1);
        }
        for (int i = 0; i < count; i++) {
            router.onEvent(queue.get(i), i, i == count - 1);
        }
        queue.remove(count);
    }
}
