package reprise.app.wiring;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import reprise.core.EngineCore;
import reprise.journal.SnapshotStore;
import reprise.pipeline.Checkpoint;
import reprise.simulation.remote.EventCounts;
import reprise.state.SnapshotWriter;

/**
 * Takes snapshots of a running core: every so many events, when asked, and at a clean end. The core stands still only while its state is copied into
 * memory; hash, checksum and disk are another thread's. While that is busy, the next one waits for its turn. A disk that refuses costs
 * recovery time and nothing else, so it is said once and trading goes on.
 */
final class Snapshots implements Checkpoint, AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final SnapshotStore store;
    private final long everyEvents;
    private final SnapshotWriter writer = new SnapshotWriter();
    private final AtomicBoolean isBusy = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        final Thread created = new Thread(task, "snapshots");
        created.setDaemon(true);
        return created;
    });
    private final AtomicReference<CompletableFuture<Path>> asked = new AtomicReference<>();
    private final EventCounts counts = new EventCounts();
    private long nextSequence;
    private boolean refused;

    /**
     * Snapshots of a journal.
     *
     * @param journal directory of it.
     * @param everyEvents how many events between two; 0 for none but at the end.
     * @param kept how many are kept.
     */
    Snapshots(final Path journal, final long everyEvents, final int kept) {
        store = new SnapshotStore(journal, kept);
        this.everyEvents = everyEvents;
        nextSequence = everyEvents;
    }

    @Override
    public boolean isDueAfter(final long sequence, final int templateId) {
        counts.count(templateId);
        return (everyEvents > 0 && sequence >= nextSequence || asked.get() != null) && !isBusy.get();
    }

    /**
     * Asks for one at the next event; from any one thread.
     *
     * @return where it is stored, once it is.
     */
    Future<Path> request() {
        final CompletableFuture<Path> stored = new CompletableFuture<>();
        asked.set(stored);
        return stored;
    }

    /**
     * Goes on behind what is on record already; before the core handles anything new.
     *
     * @param before what is on record of events.
     */
    void countOn(final EventCounts before) {
        counts.set(before);
    }

    @Override
    public void take(final EngineCore core) {
        nextSequence = everyEvents == 0 ? 0 : core.sequence() / everyEvents * everyEvents + everyEvents;
        isBusy.set(true);
        final CompletableFuture<Path> waiting = asked.getAndSet(null);
        copy(core);
        final Map<String, String> facts = counts.facts();
        thread.execute(() -> {
            store(waiting == null ? new CompletableFuture<>() : waiting, facts);
            isBusy.set(false);
        });
    }

    private void copy(final EngineCore core) {
        writer.begin(core.sequence(), core.timeNs());
        core.snapshotTo(writer);
    }

    private void store(final CompletableFuture<Path> waiting, final Map<String, String> facts) {
        try {
            waiting.complete(store.write(writer.seal(), facts));
            refused = false;
        } catch (final RuntimeException e) {
            if (!refused) {
                System.err.println("reprise: no snapshot was taken: " + e.getMessage());
            }
            refused = true;
            waiting.completeExceptionally(e);
        }
    }

    /** The last one, of a core that handles no event any more. */
    void takeLast(final EngineCore core) {
        close();
        copy(core);
        store(new CompletableFuture<>(), counts.facts());
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("reprise: a snapshot was still being stored after " + PATIENCE_SECONDS + " s");
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
