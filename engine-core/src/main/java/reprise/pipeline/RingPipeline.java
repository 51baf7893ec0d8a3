package reprise.pipeline;

import com.lmax.disruptor.BatchEventProcessor;
import com.lmax.disruptor.BatchEventProcessorBuilder;
import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.dsl.ProducerType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import reprise.core.EngineCore;
import reprise.message.Outlet;
import reprise.port.RecordSource;

/**
 * The stages on rings, each on its own thread (pipelined) or all in one consumer (fused). The graph is written down here and nowhere else.
 *
 * <p>Any thread may publish through an outlet of its own; {@link #start}, {@link #awaitIdle} and {@link #close} are for the thread that
 * owns the pipeline, though waiting is allowed to any.
 */
public final class RingPipeline implements Pipeline {
    private static final int MAX_BATCH_SIZE = 256;
    private static final int MIN_BATCHES_PER_RING = 8;
    private static final long DRAIN_TIMEOUT_MS = 10_000;
    private static final long JOIN_TIMEOUT_MS = 5_000;
    private static final long IDLE_PARK_NS = 10_000;
    private static final int IDLE_SPINS = 1_000;
    private static final long STALL_NS = 2_000_000_000L;

    private final RingBuffer<RingSlot> input;
    private final RingBuffer<RingSlot> output;
    private final List<BatchEventProcessor<RingSlot>> processors = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final FailStop failStop = new FailStop(this::haltAll);
    private final RingStage sequencer;
    private final CommandGate gate;
    private final EngineCore core;
    private final TimedLog eventLog;
    private final TimedLog commandLog;
    private final CommandJournaler commandJournaler;
    private final CommandRouter commandRouter;
    private final RingStage coreStage;
    private final CommandRingOutlet commandOutlet;
    private final InputCounters counters = new InputCounters();
    private final List<QuoteConflator> conflators = new CopyOnWriteArrayList<>();
    private final OperatorRequests operatorRequests = new OperatorRequests(this::handled);
    private final PipelineWatch watch;
    private final boolean conflatesQuotes;
    private final BatchEventProcessor<RingSlot> lastOfInput;
    private final BatchEventProcessor<RingSlot> lastOfOutput;
    private final Thread fusedThread;
    private boolean started;
    private boolean closed;
    private volatile boolean stopped;

    /**
     * Stages that wait to be started.
     *
     * @param parts what they are made of.
     * @param config how they run.
     */
    public RingPipeline(final PipelineParts parts, final PipelineConfig config) {
        final Layout layout = config.layout().resolve(Runtime.getRuntime().availableProcessors());
        conflatesQuotes = config.conflateQuotes();
        eventLog = new TimedLog(parts.eventLog());
        commandLog = new TimedLog(parts.commandLog());
        commandJournaler = new CommandJournaler(commandLog);
        commandRouter = new CommandRouter(parts.venues());
        input = newRing(ProducerType.MULTI, config.inputRingSize(), config);
        output = layout == Layout.FUSED ? null : newRing(ProducerType.SINGLE, config.outputRingSize(), config);
        final CommandBatch commands = output == null ? new CommandBatch(config.outputRingSize()) : null;
        commandOutlet = output == null ? null : new CommandRingOutlet(output, failStop);
        gate = new CommandGate(output == null ? commands : commandOutlet);
        core = parts.newCore(gate);
        sequencer =
                parts.timeSource() == null ? new RecordedSequence(core) : new Journaler(eventLog, parts.timeSource());
        final StallWatch stalls = new StallWatch(STALL_NS, parts.stalls(), operatorRequests);
        if (output == null) {
            coreStage = new FusedStage(
                    input, sequencer, core, parts.checkpoint(), commands, commandJournaler, commandRouter);
            lastOfInput = stage("engine", input, input.newBarrier(), coreStage);
            lastOfOutput = null;
            fusedThread = threads.get(0);
            stalls.add(StagePart.CORE, fusedThread, this::handled, input::getCursor);
        } else {
            fusedThread = null;
            final BatchEventProcessor<RingSlot> recorder =
                    stage("command-journaler", output, output.newBarrier(), commandJournaler);
            lastOfOutput = stage("command-router", output, output.newBarrier(recorder.getSequence()), commandRouter);
            output.addGatingSequences(lastOfOutput.getSequence());
            final BatchEventProcessor<RingSlot> first = stage("journaler", input, input.newBarrier(), sequencer);
            coreStage = new WatchedCoreStage(
                    core, parts.checkpoint(), () -> recorder.getSequence().get() >= output.getCursor(), failStop);
            lastOfInput = stage("core", input, input.newBarrier(first.getSequence()), coreStage);
            watchStages(stalls, recorder.getSequence(), first.getSequence());
        }
        input.addGatingSequences(lastOfInput.getSequence());
        watch = new PipelineWatch(stalls, conflators, failStop);
    }

    private static RingBuffer<RingSlot> newRing(
            final ProducerType producers, final int size, final PipelineConfig config) {
        return RingBuffer.create(
                producers, RingSlot.factory(size), size, config.waitPolicy().newStrategy());
    }

    private void watchStages(final StallWatch stalls, final Sequence commandsOnRecord, final Sequence eventsOnRecord) {
        stalls.add(StagePart.COMMAND_LOG, threads.get(0), commandsOnRecord::get, output::getCursor);
        stalls.add(StagePart.VENUE, threads.get(1), lastOfOutput.getSequence()::get, commandsOnRecord::get);
        stalls.add(StagePart.EVENT_LOG, threads.get(2), eventsOnRecord::get, input::getCursor);
        stalls.add(StagePart.CORE, threads.get(3), this::handled, eventsOnRecord::get);
    }

    /** Ring sequence of the last event that the core has seen. */
    private long handled() {
        return lastOfInput.getSequence().get();
    }

    private BatchEventProcessor<RingSlot> stage(
            final String name,
            final RingBuffer<RingSlot> ring,
            final SequenceBarrier barrier,
            final EventHandler<RingSlot> handler) {
        final int maxBatchSize = Math.max(1, Math.min(MAX_BATCH_SIZE, ring.getBufferSize() / MIN_BATCHES_PER_RING));
        final BatchEventProcessor<RingSlot> processor =
                new BatchEventProcessorBuilder().setMaxBatchSize(maxBatchSize).build(ring, barrier, handler);
        processor.setExceptionHandler(failStop);
        processors.add(processor);
        final Thread thread = new Thread(processor, name);
        // Mostly the fail-stop's own exception, which it has kept; the default handler would only print it.
        thread.setUncaughtExceptionHandler((t, problem) -> failStop.fail("stage '" + t.getName() + "' died", problem));
        thread.setDaemon(true);
        threads.add(thread);
        return processor;
    }

    @Override
    public Outlet newOutlet() {
        final RingOutlet outlet = newRingOutlet();
        if (!conflatesQuotes) {
            return outlet;
        }
        final QuoteConflator conflator = new QuoteConflator(outlet, counters);
        conflators.add(conflator);
        return conflator;
    }

    @Override
    public Outlet newOperatorOutlet() {
        return operatorRequests.newOutlet(newRingOutlet());
    }

    @Override
    public String operatorRequestWaiting() {
        return operatorRequests.waiting();
    }

    private RingOutlet newRingOutlet() {
        return new RingOutlet(input, this, fusedThread, counters);
    }

    @Override
    public PipelineLoad load() {
        final boolean fused = output == null;
        return new PipelineLoad(
                counters.marketData(),
                counters.orders(),
                counters.operator(),
                fused ? PipelineLoad.Waits.NONE : commandOutlet.waits(),
                new PipelineLoad.Depths(
                        fused ? coreStage.deepest() : sequencer.deepest(),
                        fused ? 0 : coreStage.deepest(),
                        commandJournaler.deepest(),
                        commandRouter.deepest()),
                eventLog.longestFlushNs(),
                commandLog.longestFlushNs(),
                counters.conflatedQuotes());
    }

    /** Throws if nothing that is published now would be handled. */
    void requireOpen() {
        failStop.throwIfFailed();
        if (stopped) {
            throw new IllegalStateException("pipeline is closed");
        }
    }

    @Override
    public Recovered recover(
            final RecordSource events, final RecordSource recordedCommands, final LongConsumer progress) {
        if (!(sequencer instanceof Journaler journaler) || started) {
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
        started = true;
        threads.forEach(Thread::start);
        watch.start();
    }

    @Override
    public void awaitIdle() {
        awaitIdle(Long.MAX_VALUE);
    }

    private boolean awaitIdle(final long timeoutMs) {
        final long beginMs = System.currentTimeMillis();
        int spins = 0;
        while (!isIdle()) {
            failStop.throwIfFailed();
            if (++spins <= IDLE_SPINS) {
                Thread.onSpinWait();
            } else if (System.currentTimeMillis() - beginMs < timeoutMs) {
                LockSupport.parkNanos(IDLE_PARK_NS);
            } else {
                return false;
            }
        }
        failStop.throwIfFailed();
        return true;
    }

    /**
     * The core publishes its commands before its own sequence moves on, so the input is asked first; a venue may answer a command before
     * the router's sequence moves on, so the input must not have grown meanwhile.
     */
    private boolean isIdle() {
        for (final QuoteConflator conflator : conflators) {
            if (!conflator.release()) {
                return false;
            }
        }
        final long published = input.getCursor();
        return lastOfInput.getSequence().get() >= published
                && (output == null || lastOfOutput.getSequence().get() >= output.getCursor())
                && input.getCursor() == published;
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

    private void haltAll() {
        processors.forEach(BatchEventProcessor::halt);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        final boolean idle;
        try {
            // Venues may go on answering until nothing is left to answer.
            idle = !started || awaitIdle(DRAIN_TIMEOUT_MS);
        } finally {
            watch.stop();
            stopped = true;
            haltAll();
            join();
        }
        if (!idle) {
            throw new IllegalStateException("events were still unhandled after " + DRAIN_TIMEOUT_MS + " ms");
        }
    }

    private void join() {
        final List<String> running = new ArrayList<>();
        final long deadlineMs = System.currentTimeMillis() + JOIN_TIMEOUT_MS;
        for (final Thread thread : threads) {
            try {
                thread.join(Math.max(1, deadlineMs - System.currentTimeMillis()));
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (thread.isAlive()) {
                running.add(thread.getName());
            }
        }
        if (!running.isEmpty()) {
            throw new IllegalStateException(
                    "stages still running " + JOIN_TIMEOUT_MS + " ms after the halt: " + running);
        }
    }
}
