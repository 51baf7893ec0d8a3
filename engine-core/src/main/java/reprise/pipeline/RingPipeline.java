package reprise.pipeline;

import com.lmax.disruptor.BatchEventProcessor;
import com.lmax.disruptor.BatchEventProcessorBuilder;
import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.SequenceBarrier;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import reprise.core.EngineCore;
import reprise.message.Outlet;

/**
 * The stages on rings, each on its own thread (pipelined) or all in one consumer (fused). The graph is written down here and nowhere else.
 *
 * <p>Any thread may publish through an outlet of its own; {@link #start}, {@link #awaitIdle} and {@link #close} are for the thread that
 * owns the pipeline, though waiting is allowed to any.
 */
public final class RingPipeline implements Pipeline {
    private static final int MAX_BATCH_SIZE = 256;
    private static final long CLOSE_TIMEOUT_MS = 5_000;
    private static final long IDLE_PARK_NS = 10_000;
    private static final int IDLE_SPINS = 1_000;

    private final RingBuffer<RingSlot> input;
    private final RingBuffer<RingSlot> output;
    private final List<BatchEventProcessor<RingSlot>> processors = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final FailStop failStop = new FailStop(this::haltAll);
    private final EngineCore core;
    private final CommandJournaler commandJournaler;
    private final BatchEventProcessor<RingSlot> lastOfInput;
    private final BatchEventProcessor<RingSlot> lastOfOutput;
    private boolean closed;

    /**
     * Stages that wait to be started.
     *
     * @param parts what they are made of.
     * @param config how they run.
     */
    public RingPipeline(final PipelineParts parts, final PipelineConfig config) {
        final EventHandler<RingSlot> sequencer = parts.timeSource() == null
                ? new RecordedSequence()
                : new Journaler(parts.eventLog(), parts.timeSource());
        commandJournaler = new CommandJournaler(parts.commandLog());
        final CommandRouter commandRouter = new CommandRouter(parts.venues());
        input = RingBuffer.createMultiProducer(
                RingSlot.factory(config.inputRingSize()),
                config.inputRingSize(),
                config.waitPolicy().newStrategy());
        final Layout layout = config.layout().resolve(Runtime.getRuntime().availableProcessors());
        if (layout == Layout.FUSED) {
            output = null;
            final CommandBatch commands = new CommandBatch(config.outputRingSize());
            core = parts.newCore(commands);
            final FusedStage fused =
                    new FusedStage(input, sequencer, new CoreStage(core), commands, commandJournaler, commandRouter);
            lastOfInput = stage("engine", input, input.newBarrier(), fused);
            lastOfOutput = null;
        } else {
            output = RingBuffer.createSingleProducer(
                    RingSlot.factory(config.outputRingSize()),
                    config.outputRingSize(),
                    config.waitPolicy().newStrategy());
            core = parts.newCore(new CommandRingOutlet(output));
            final BatchEventProcessor<RingSlot> first = stage("journaler", input, input.newBarrier(), sequencer);
            lastOfInput = stage("core", input, input.newBarrier(first.getSequence()), new CoreStage(core));
            final BatchEventProcessor<RingSlot> recorder =
                    stage("command-journaler", output, output.newBarrier(), commandJournaler);
            lastOfOutput = stage("command-router", output, output.newBarrier(recorder.getSequence()), commandRouter);
            output.addGatingSequences(lastOfOutput.getSequence());
        }
        input.addGatingSequences(lastOfInput.getSequence());
    }

    private BatchEventProcessor<RingSlot> stage(
            final String name,
            final RingBuffer<RingSlot> ring,
            final SequenceBarrier barrier,
            final EventHandler<RingSlot> handler) {
        final BatchEventProcessor<RingSlot> processor =
                new BatchEventProcessorBuilder().setMaxBatchSize(MAX_BATCH_SIZE).build(ring, barrier, handler);
        processor.setExceptionHandler(failStop);
        processors.add(processor);
        final Thread thread = new Thread(processor, name);
        // The fail-stop has kept the failure; the default handler would only print it a second time.
        thread.setUncaughtExceptionHandler((t, problem) -> failStop.failure());
        thread.setDaemon(true);
        threads.add(thread);
        return processor;
    }

    @Override
    public Outlet newOutlet() {
        return new RingOutlet(input, failStop);
    }

    @Override
    public void start() {
        threads.forEach(Thread::start);
    }

    @Override
    public void awaitIdle() {
        int spins = 0;
        while (!isIdle()) {
            failStop.throwIfFailed();
            if (++spins > IDLE_SPINS) {
                LockSupport.parkNanos(IDLE_PARK_NS);
            } else {
                Thread.onSpinWait();
            }
        }
        failStop.throwIfFailed();
    }

    /** The core publishes its commands before its own sequence moves on, so the input must be asked first. */
    private boolean isIdle() {
        return isConsumed(input, lastOfInput) && (output == null || isConsumed(output, lastOfOutput));
    }

    private static boolean isConsumed(final RingBuffer<RingSlot> ring, final BatchEventProcessor<RingSlot> last) {
        return last.getSequence().get() >= ring.getCursor();
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
        try {
            awaitIdle();
        } finally {
            haltAll();
            join();
        }
    }

    private void join() {
        final List<String> running = new ArrayList<>();
        final long deadlineMs = System.currentTimeMillis() + CLOSE_TIMEOUT_MS;
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
            throw new IllegalStateException("stages still running after " + CLOSE_TIMEOUT_MS + " ms: " + running);
        }
    }
}
