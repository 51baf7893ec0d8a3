package reprise.pipeline;

import java.util.function.BooleanSupplier;
import reprise.core.EngineCore;

/**
 * The core on a thread of its own, and who looks at it after each event. Before anybody does, what it has decided is on record: a snapshot
 * must not know more than the logs.
 */
final class WatchedCoreStage extends RingStage {
    private final EngineCore core;
    private final Checkpoint checkpoint;
    private final BooleanSupplier commandsOnRecord;
    private final FailStop failStop;
    private final CoreStage stage;

    WatchedCoreStage(
            final EngineCore core,
            final Checkpoint checkpoint,
            final BooleanSupplier commandsOnRecord,
            final FailStop failStop) {
        this.core = core;
        this.checkpoint = checkpoint;
        this.commandsOnRecord = commandsOnRecord;
        this.failStop = failStop;
        stage = new CoreStage(core);
    }

    @Override
    public void onEvent(final RingSlot slot, final long ringSequence, final boolean endOfBatch) {
        stage.onEvent(slot, ringSequence, endOfBatch);
        if (checkpoint.isDueAfter(core.sequence(), slot.templateId())) {
            while (!commandsOnRecord.getAsBoolean()) {
                failStop.throwIfFailed();
                Thread.onSpinWait();
            }
            checkpoint.take(core);
        }
    }
}
