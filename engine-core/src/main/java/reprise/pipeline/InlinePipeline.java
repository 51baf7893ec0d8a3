package reprise.pipeline;

import com.lmax.disruptor.EventHandler;
import org.agrona.MutableDirectBuffer;
import reprise.core.EngineCore;
import reprise.message.Outlet;

/**
 * The stages on the caller's thread: an event published is handled before the call returns, and so are the events that venues publish in
 * answer to its commands, in the order in which they were published. For backtests, replay and tests. Single-threaded.
 */
public final class InlinePipeline implements Pipeline {
    /** Events that may wait while one is being handled: what venues answer to the commands of one event. */
    private static final int QUEUE_CAPACITY = 1 << 13;

    /** Events between two flushes of the log: nobody can act on an event of a backtest before the run ends. */
    private static final int FLUSH_INTERVAL = 64;

    private final RingSlot[] queue = SlotArray.allocate(QUEUE_CAPACITY);
    private final CommandBatch commands = new CommandBatch(QUEUE_CAPACITY);
    private final EngineCore core;
    private final EventHandler<RingSlot> sequencer;
    private final CoreStage coreStage;
    private final CommandJournaler commandJournaler;
    private final CommandRouter commandRouter;
    private final boolean flushEach;
    private long head;
    private long tail;
    private boolean draining;

    /**
     * Stages on the caller's thread.
     *
     * @param parts what they are made of.
     * @param flushEach whether each event is flushed to the log before the core sees it, as live trading needs; otherwise in batches.
     */
    public InlinePipeline(final PipelineParts parts, final boolean flushEach) {
        core = parts.newCore(commands);
        sequencer = parts.timeSource() == null
                ? new RecordedSequence()
                : new Journaler(parts.eventLog(), parts.timeSource());
        coreStage = new CoreStage(core);
        commandJournaler = new CommandJournaler(parts.commandLog());
        commandRouter = new CommandRouter(parts.venues());
        this.flushEach = flushEach;
    }

    @Override
    public Outlet newOutlet() {
        return new QueueOutlet();
    }

    @Override
    public void start() {
        // The caller's thread is running already.
    }

    @Override
    public void awaitIdle() {
        if (draining) {
            throw new IllegalStateException("cannot wait inside a stage");
        }
    }

    @Override
    public EngineCore core() {
        return core;
    }

    @Override
    public long commandCount() {
        return commandJournaler.count();
    }

    @Override
    public String commandHash() {
        return commandJournaler.hash();
    }

    @Override
    public void close() {
        awaitIdle();
    }

    private void drain() {
        if (draining) {
            return;
        }
        draining = true;
        while (head < tail) {
            final RingSlot slot = queue[(int) (head & QUEUE_CAPACITY - 1)];
            final boolean flush = flushEach || (head & FLUSH_INTERVAL - 1) == 0;
            try {
                sequencer.onEvent(slot, head, flush);
                coreStage.onEvent(slot, head, flush);
            } catch (final Exception e) {
                throw new PipelineFailedException("the engine stopped at event " + head, e);
            }
            head++;
            commands.drainTo(commandJournaler, commandRouter);
        }
        draining = false;
    }

    /** The end of the queue. */
    private final class QueueOutlet implements Outlet {
        @Override
        public MutableDirectBuffer claim() {
            if (tail - head >= QUEUE_CAPACITY) {
                throw new IllegalStateException("too many events in answer to one: capacity=" + QUEUE_CAPACITY);
            }
            final RingSlot slot = queue[(int) (tail & QUEUE_CAPACITY - 1)];
            slot.abort();
            return slot.buffer();
        }

        @Override
        public void end(final int lengthBytes) {
            if (lengthBytes > 0) {
                queue[(int) (tail++ & QUEUE_CAPACITY - 1)].commit(lengthBytes);
                drain();
            }
        }
    }
}
