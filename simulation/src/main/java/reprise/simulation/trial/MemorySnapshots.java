package reprise.simulation.trial;

import java.util.ArrayDeque;
import java.util.Deque;
import reprise.core.EngineCore;
import reprise.pipeline.Checkpoint;
import reprise.state.SnapshotHeader;
import reprise.state.SnapshotWriter;

/** The snapshots on the disk of a trial, the newest first; they outlive the processes that take them. One is there whole or not at all. */
final class MemorySnapshots implements Checkpoint {
    private static final int KEPT = 2;

    private final Disk disk;
    private final long everyEvents;
    private final SnapshotWriter writer = new SnapshotWriter();
    private final Deque<byte[]> stored = new ArrayDeque<>();
    private long nextSequence;

    /**
     * None yet.
     *
     * @param disk that they are on.
     * @param everyEvents how many events between two; 0 for none.
     */
    MemorySnapshots(final Disk disk, final long everyEvents) {
        this.disk = disk;
        this.everyEvents = everyEvents;
        nextSequence = everyEvents;
    }

    @Override
    public boolean isDueAfter(final long sequence, final int templateId) {
        return everyEvents > 0 && sequence >= nextSequence;
    }

    @Override
    public void take(final EngineCore core) {
        nextSequence = core.sequence() + everyEvents;
        writer.begin(core.sequence(), core.timeNs());
        core.snapshotTo(writer);
        disk.mayCrashSaving();
        stored.addFirst(writer.seal());
        if (stored.size() > KEPT) {
            stored.removeLast();
        }
    }

    /** Another process takes over, and may find that the newest went bad. */
    void takeOver() {
        if (!stored.isEmpty()) {
            disk.mayDamage(stored.peekFirst());
        }
    }

    /** The newest that is as it was written; null if there is none. */
    byte[] latest() {
        for (final byte[] snapshot : stored) {
            try {
                SnapshotHeader.verify(snapshot);
                return snapshot;
            } catch (final IllegalStateException e) {
                // Passed over, as the real store does.
            }
        }
        return null;
    }
}
