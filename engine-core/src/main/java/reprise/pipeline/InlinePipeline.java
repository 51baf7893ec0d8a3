package reprise.pipeline;

import com.lmax.disruptor.EventHandler;
import java.util.function.LongConsumer;
import org.agrona.MutableDirectBuffer;
import reprise.core.EngineCore;
import reprise.market.Aggressor;
import reprise.message.Outlet;
import reprise.message.PriceEvents;
import reprise.port.EventLog;
import reprise.port.RecordSource;
import reprise.port.UnjournaledLog;

/**
 * The stages on the caller's thread: an event published is handled before the call returns, and so are the events that venues publish in
 * answer to its commands, in the order in which they were published. For backtests, replay and tests. Where nothing is recorded, a price is
 * handled as a call and not written first. Single-threaded.
 */
public final class InlinePipeline implements Pipeline {
    /** Events that may wait while one is being handled: what venues answer to the commands of one event. */
    private static final int QUEUE_CAPACITY = 1 << 13;

    /** Events between two flushes of the log: nobody can act on an event of a backtest before the run ends. */
    private static final int FLUSH_INTERVAL = 64;

    private final SlotQueue queue = new SlotQueue("events in answer to one", QUEUE_CAPACITY);
    private final CommandBatch commands = new CommandBatch(QUEUE_CAPACITY);
    private final CommandGate gate;
    private final EngineCore core;
    private final EventHandler<RingSlot> sequencer;
    private final CoreStage coreStage;
    private final CommandJournaler commandJournaler;
    private final CommandRouter commandRouter;
    private final EventLog eventLog;
    private final FailStop failStop = new FailStop(() -> {});
    private final Checkpoint checkpoint;
    private final boolean flushEach;
    private final DirectPrices directPrices;
    private long handled;
    private boolean draining;
    private boolean failed;
    private boolean closed;

    /**
     * Stages on the caller's thread.
     *
     * @param parts what they are made of.
     * @param flushEach whether each event is flushed to the log before the core sees it, as live trading needs; otherwise in batches.
     */
    public InlinePipeline(final PipelineParts parts, final boolean flushEach) {
        gate = new CommandGate(commands);
        core = parts.newCore(gate);
        eventLog = parts.timeSource() == null ? new UnjournaledLog() : parts.eventLog();
        sequencer =
                parts.timeSource() == null ? new RecordedSequence(core) : new Journaler(eventLog, parts.timeSource());
        coreStage = new CoreStage(core);
        commandJournaler = new CommandJournaler(parts.commandLog());
        commandRouter = new CommandRouter(parts.venues());
        checkpoint = parts.checkpoint();
        this.flushEach = flushEach;
        final boolean isRead = !(eventLog instanceof UnjournaledLog) || checkpoint != Checkpoint.NONE;
        directPrices = sequencer instanceof Journaler journaler && !isRead ? new DirectPrices(journaler) : null;
    }

    @Override
    public Outlet newOutlet() {
        return new QueueOutlet();
    }

    @Override
    public String operatorRequestWaiting() {
        return null;
    }

    @Override
    public Outlet newOperatorOutlet() {
        return newOutlet();
    }

    @Override
    public PipelineLoad load() {
        return PipelineLoad.NONE;
    }

    @Override
    public Recovered recover(
            final RecordSource events, final RecordSource recordedCommands, final LongConsumer progress) {
        if (!(sequencer instanceof Journaler journaler) || handled > 0) {
            throw new IllegalStateException("only a pipeline that stamps events takes over, and before it starts");
        }
        final Recovery recovery = new Recovery(core, commandJournaler, recordedCommands);
        gate.divertTo(recovery);
        final Recovered recovered = recovery.run(events, progress);
        gate.open();
        journaler.continueAfter(recovered.sequence(), recovered.timeNs());
        return recovered;
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
        requireSound();
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
        if (closed) {
            return;
        }
        closed = !draining;
        awaitIdle();
        eventLog.flush();
    }

    private void drain() {
        if (draining) {
            return;
        }
        draining = true;
        try {
            while (queue.count() > 0) {
                handle(queue.get(0));
            }
        } catch (final Throwable problem) {
            throw failed(problem);
        } finally {
            draining = false;
        }
    }

    private PipelineFailedException failed(final Throwable problem) {
        failed = true;
        return failStop.fail("the engine stopped at its event number " + (handled + 1), problem);
    }

    private void takeCommands() {
        if (commands.count() > 0) {
            commands.drainTo(commandJournaler, commandRouter);
        }
    }

    private void handle(final RingSlot slot) throws Exception {
        final boolean flush = flushEach || (handled & FLUSH_INTERVAL - 1) == 0;
        sequencer.onEvent(slot, handled, flush);
        coreStage.onEvent(slot, handled, flush);
        takeCommands();
        if (checkpoint != Checkpoint.NONE && checkpoint.isDueAfter(core.sequence(), slot.templateId())) {
            checkpoint.take(core);
        }
        queue.remove(1);
        handled++;
    }

    /** Asked several times for each price: no other thread fails this pipeline, so that a flag of its own is enough. */
    private void requireSound() {
        if (failed) {
            failStop.throwIfFailed();
        }
    }

    private void requireOpen() {
        requireSound();
        if (closed) {
            throw new IllegalStateException("pipeline is closed");
        }
    }

    /** Prices whose bytes nobody would read: sequenced and handled as the call that the bytes would have become. */
    private final class DirectPrices implements PriceEvents {
        private final Journaler journaler;
        private final PriceEvents target = coreStage.prices();
        private long sourceTimeNs;

        DirectPrices(final Journaler journaler) {
            this.journaler = journaler;
        }

        PriceEvents at(final long timeNs) {
            requireOpen();
            sourceTimeNs = timeNs;
            return this;
        }

        private void begin() {
            draining = true;
            final long sequence = journaler.next(sourceTimeNs);
            core.beginEvent(sequence, journaler.timeNs());
        }

        private void end() {
            core.endEvent();
            takeCommands();
            handled++;
        }

        @Override
        public void onBar(
                final int instrumentId,
                final long closeTimeNs,
                final long periodNs,
                final long open,
                final long high,
                final long low,
                final long close,
                final long volume) {
            try {
                begin();
                target.onBar(instrumentId, closeTimeNs, periodNs, open, high, low, close, volume);
                end();
            } catch (final Throwable problem) {
                throw failed(problem);
            } finally {
                draining = false;
            }
            drain();
        }

        @Override
        public void onQuote(
                final int instrumentId,
                final long venueTimeNs,
                final long bidPrice,
                final long bidQuantity,
                final long askPrice,
                final long askQuantity) {
            try {
                begin();
                target.onQuote(instrumentId, venueTimeNs, bidPrice, bidQuantity, askPrice, askQuantity);
                end();
            } catch (final Throwable problem) {
                throw failed(problem);
            } finally {
                draining = false;
            }
            drain();
        }

        @Override
        public void onTrade(
                final int instrumentId,
                final long venueTimeNs,
                final long price,
                final long quantity,
                final Aggressor aggressor) {
            try {
                begin();
                target.onTrade(instrumentId, venueTimeNs, price, quantity, aggressor);
                end();
            } catch (final Throwable problem) {
                throw failed(problem);
            } finally {
                draining = false;
            }
            drain();
        }
    }

    /** The end of the queue. */
    private final class QueueOutlet implements Outlet {
        @Override
        public MutableDirectBuffer claim() {
            requireOpen();
            return queue.claim().buffer();
        }

        @Override
        public void end(final int lengthBytes) {
            queue.end(lengthBytes);
            drain();
        }

        @Override
        public PriceEvents prices(final long timeNs) {
            return directPrices == null || draining ? null : directPrices.at(timeNs);
        }
    }
}
