package reprise.pipeline;

import com.lmax.disruptor.RingBuffer;
import reprise.core.EngineCore;

/**
 * All stages in one consumer, for machines with few cores. Puts a whole batch on record, then lets the core see it, event by event, and
 * records and routes the commands of each event before the next.
 */
final class FusedStage extends RingStage {
    private final RingBuffer<RingSlot> ring;
    private final RingStage sequencer;
    private final EngineCore core;
    private final Checkpoint checkpoint;
    private final CoreStage coreStage;
    private final CommandBatch commands;
    private final CommandJournaler commandJournaler;
    private final CommandRouter commandRouter;
    private long nextForCore;

    FusedStage(
            final RingBuffer<RingSlot> ring,
            final RingStage sequencer,
            final EngineCore core,
            final Checkpoint checkpoint,
            final CommandBatch commands,
            final CommandJournaler commandJournaler,
            final CommandRouter commandRouter) {
        this.ring = ring;
        this.sequencer = sequencer;
        this.core = core;
        this.checkpoint = checkpoint;
        coreStage = new CoreStage(core);
        this.commands = commands;
        this.commandJournaler = commandJournaler;
        this.commandRouter = commandRouter;
    }

    @Override
    public void onEvent(final RingSlot slot, final long ringSequence, final boolean endOfBatch) throws Exception {
        sequencer.onEvent(slot, ringSequence, endOfBatch);
        if (endOfBatch) {
            while (nextForCore <= ringSequence) {
                final RingSlot slotForCore = ring.get(nextForCore);
                coreStage.onEvent(slotForCore, nextForCore, nextForCore == ringSequence);
                commands.drainTo(commandJournaler, commandRouter);
                if (checkpoint.isDueAfter(core.sequence(), slotForCore.templateId())) {
                    checkpoint.take(core);
                }
                nextForCore++;
            }
        }
    }
}
