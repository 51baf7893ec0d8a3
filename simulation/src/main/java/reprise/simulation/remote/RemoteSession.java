package reprise.simulation.remote;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.agrona.DirectBuffer;
import reprise.core.CoreObserver;
import reprise.message.Envelope;
import reprise.message.EventDispatcher;
import reprise.message.Templates;
import reprise.pipeline.OrderlyStop;
import reprise.pipeline.OrdersAtStop;
import reprise.pipeline.PipelineConfig;
import reprise.pipeline.TimeSource;
import reprise.simulation.backtest.SessionLogs;
import reprise.simulation.backtest.SessionPlan;
import reprise.simulation.backtest.SessionProgress;
import reprise.simulation.backtest.SessionSummary;

/**
 * A run of the engine against a venue in another process, in step with it: the calling thread reads what the venue says and tells it when all
 * of a step is handled. The venue sets the pace, and its time is the engine's.
 */
public final class RemoteSession extends RecoverableSession {
    private static final long PROGRESS_INTERVAL_NS = 200_000_000;

    private final Path socket;
    private final RemoteVenue venue;
    private final EventDispatcher dispatcher;
    private volatile SocketChannel channel;
    private OrderlyStop stop;
    private boolean strategiesWait;
    private long lastProgressNanoTime;

    /**
     * A session that is not connected.
     *
     * @param plan what it is; how the venue trades and our cash are the venue's business.
     * @param logs where it is recorded.
     * @param observer watches the core.
     * @param rings how the stages run; null for inline.
     * @param socket where the venue listens.
     */
    public RemoteSession(
            final SessionPlan plan,
            final SessionLogs logs,
            final CoreObserver observer,
            final PipelineConfig rings,
            final Path socket) {
        this(plan, logs, observer, rings, socket, new RemoteVenue());
    }

    private RemoteSession(
            final SessionPlan plan,
            final SessionLogs logs,
            final CoreObserver observer,
            final PipelineConfig rings,
            final Path socket,
            final RemoteVenue venue) {
        super(plan, logs, observer, rings, TimeSource.OF_THE_DATA, venue);
        this.socket = socket;
        this.venue = venue;
        dispatcher = new EventDispatcher(events());
    }

    @Override
    public void cut() {
        super.cut();
        final SocketChannel connected = channel;
        if (connected != null) {
            try {
                connected.shutdownInput();
            } catch (final IOException e) {
                // It is closed already, and the run is ending.
            }
        }
    }

    @Override
    public SessionSummary run(final SessionProgress progress) {
        final long startNanoTime = System.nanoTime();
        lastProgressNanoTime = startNanoTime;
        try (SocketChannel connected = VenueSocket.connect(socket)) {
            channel = connected;
            final FrameReader reader = new FrameReader(connected);
            venue.attach(connected);
            venue.hello(new Hello(marketEventsOnRecord(), plan().runId()));
            final Welcome welcome = awaitWelcome(reader);
            strategiesWait = true;
            open(welcome.firstTimeNs());
            final boolean ended = follow(reader, progress);
            if (!ended && !isCut() && stopRequested() == null) {
                throw new LinkException(socket + ": the venue is gone; what is on record stays, start again to go on");
            }
            shut();
            pipeline().close();
            venue.settled();
            return summary(welcome.firstTimeNs(), System.nanoTime() - startNanoTime, !ended);
        } catch (final IOException e) {
            throw new LinkException(socket + ": the venue is gone: " + e.getMessage(), e);
        }
    }

    private Welcome awaitWelcome(final FrameReader reader) throws IOException {
        final FrameKind kind = reader.next();
        if (kind == FrameKind.WELCOME) {
            return Welcome.decode(reader.payload());
        }
        if (kind == FrameKind.REFUSED) {
            final byte[] text = new byte[reader.payload().capacity()];
            reader.payload().getBytes(0, text);
            throw new LinkException(socket + ": refused by the venue: " + new String(text, StandardCharsets.UTF_8));
        }
        throw new LinkException(
                kind == null ? socket + ": the venue is gone" : socket + ": a venue that begins with " + kind);
    }

    /** Returns false if the venue is gone, or the run is stopped, before the data ended. */
    private boolean follow(final FrameReader reader, final SessionProgress progress) throws IOException {
        for (FrameKind kind = reader.next(); kind != null; kind = reader.next()) {
            switch (kind) {
                case EVENT -> hear(reader.payload());
                case STEP_END -> {
                    startOnce();
                    pipeline().awaitIdle();
                    if (isStopped()) {
                        return false;
                    }
                    venue.settled();
                    tell(progress);
                }
                case BYE -> {
                    pipeline().awaitIdle();
                    return true;
                }
                default -> throw new LinkException(socket + ": the venue sent what it must not now: " + kind);
            }
        }
        pipeline().awaitIdle();
        return false;
    }

    /** The venue's step is over and all of it handled: a stop begins here, and ends when all is answered. */
    private boolean isStopped() {
        final OrdersAtStop orders = stopRequested();
        if (orders == null) {
            return false;
        }
        if (stop == null) {
            // What the operator asked for before is handled first.
            pipeline().awaitIdle();
            stop = new OrderlyStop(orders);
            stop.look(pipeline().core());
            stop.begin(events());
            pipeline().awaitIdle();
        }
        return stop.isSettled(pipeline().core());
    }

    /** Decodes the event and writes it anew, so that nothing gets on record that could not be read back. */
    private void hear(final DirectBuffer event) {
        final int templateId = Envelope.templateId(event, 0);
        if (!Templates.isVenueEvent(templateId)) {
            throw new LinkException(socket + ": a venue cannot say " + Templates.name(templateId));
        }
        counts().count(templateId);
        events().at(Envelope.timeNs(event, 0));
        try {
            dispatcher.dispatch(event, 0);
        } catch (final IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new LinkException(socket + ": an event that cannot be read: " + e.getMessage(), e);
        }
    }

    /** Once the venue has said that it is there, and before it hears that its first step is settled. */
    private void startOnce() {
        if (strategiesWait) {
            strategiesWait = false;
            pipeline().awaitIdle();
            startStrategies();
        }
    }

    private void tell(final SessionProgress progress) {
        final long now = System.nanoTime();
        if (now - lastProgressNanoTime >= PROGRESS_INTERVAL_NS) {
            lastProgressNanoTime = now;
            progress.onProgress(counts().bars(), pipeline().core().timeNs());
        }
    }
}
