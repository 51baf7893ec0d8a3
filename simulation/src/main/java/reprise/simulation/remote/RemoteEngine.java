package reprise.simulation.remote;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import reprise.message.CommandRecords;
import reprise.message.Envelope;
import reprise.message.Outlet;
import reprise.message.Templates;
import reprise.simulation.backtest.EngineLink;
import reprise.simulation.remote.EngineConnection.Signal;

/**
 * An engine in another process, as the venue sees it. The events of a step are gathered and sent together; what the market did in the step is
 * kept until the step is settled, so that an engine that dies and returns hears it exactly once. Reports about orders that were not delivered
 * are lost, as they are on a real venue's stream. Owned by the feeding thread.
 */
public final class RemoteEngine implements EngineLink, AutoCloseable {
    private final Path path;
    private final ServerSocketChannel server;
    private final CommandRecords mailbox;
    private final StopPlan stops;
    private final long patienceNs;
    private final LinkListener listener;
    private final FrameBatch outgoing = new FrameBatch();
    private final FrameBatch market = new FrameBatch();
    private final FrameBatch word = new FrameBatch();
    private final UnsafeBuffer draft = new UnsafeBuffer(new byte[Outlet.MAX_MESSAGE_LENGTH_BYTES]);
    private final Outlet outlet = new StepOutlet();
    private EngineConnection connection;
    private long firstTimeNs;
    private long timeNs;
    private long settledMarketEvents;
    private int firstUnheard;
    private boolean isSettled;

    /**
     * Listens for an engine.
     *
     * @param path of the socket file; in a directory that only its owner may enter, made if there is none.
     * @param mailbox takes the engine's commands.
     * @param stops at which to stop answering, in this order; none for a venue that works.
     * @param patienceMs how long an engine may be away, or silent.
     * @param listener hears what becomes of the link.
     * @throws LinkException if the socket cannot be made.
     */
    public RemoteEngine(
            final Path path,
            final CommandRecords mailbox,
            final List<Stop> stops,
            final long patienceMs,
            final LinkListener listener) {
        this.path = path;
        this.mailbox = mailbox;
        this.stops = new StopPlan(stops);
        this.patienceNs = TimeUnit.MILLISECONDS.toNanos(patienceMs);
        this.listener = listener;
        server = VenueSocket.listen(path);
    }

    @Override
    public Outlet outlet() {
        return outlet;
    }

    @Override
    public void begin(final long dataTimeNs) {
        firstTimeNs = dataTimeNs;
        timeNs = dataTimeNs;
        awaitReturn();
    }

    @Override
    public void startStrategies() {
        // The engine does so itself, before it settles its first step.
    }

    @Override
    public void awaitReturn() {
        while (connection == null) {
            final EngineConnection candidate = new EngineConnection(accept(), mailbox, stops);
            connection = greet(candidate) ? candidate : null;
        }
        outgoing.clear();
        isSettled = false;
    }

    private SocketChannel accept() {
        try (Selector selector = Selector.open()) {
            server.configureBlocking(false);
            final SelectionKey key = server.register(selector, SelectionKey.OP_ACCEPT);
            selector.select(TimeUnit.NANOSECONDS.toMillis(patienceNs));
            key.cancel();
            final SocketChannel channel = server.accept();
            if (channel == null) {
                throw new LinkException(path + ": no engine came within " + seconds() + " s");
            }
            channel.configureBlocking(true);
            return channel;
        } catch (final IOException e) {
            throw new LinkException(path + ": cannot take an engine: " + e.getMessage(), e);
        }
    }

    private long seconds() {
        return TimeUnit.NANOSECONDS.toSeconds(patienceNs);
    }

    /** Takes an engine that is of this run and has on record what it settled, no more and no less. */
    private boolean greet(final EngineConnection candidate) {
        if (candidate.await(patienceNs) != Signal.HELLO) {
            final String fault = candidate.fault();
            refuse(candidate, fault == null ? "it said no hello" : fault);
            return false;
        }
        final Hello hello = candidate.hello();
        final long unheard = hello.marketEventsOnRecord() - settledMarketEvents;
        if (unheard < 0 || unheard > market.count()) {
            refuse(
                    candidate,
                    "the engine has " + hello.marketEventsOnRecord()
                            + " events of this market on record, the venue told it " + settledMarketEvents + " to "
                            + (settledMarketEvents + market.count()));
            return false;
        }
        if (stops.pass(Stop.Kind.HELLO)) {
            stopHere(candidate, "before the welcome");
            return false;
        }
        firstUnheard = (int) unheard;
        try {
            word.clear();
            word.add(FrameKind.WELCOME, draft, new Welcome(firstTimeNs).encode(draft));
            candidate.write(word, 1);
        } catch (final IOException e) {
            return false;
        }
        listener.onConnected(hello.runId(), hello.marketEventsOnRecord());
        return true;
    }

    private void refuse(final EngineConnection candidate, final String why) {
        candidate.refuse(why);
        listener.onRefused(why);
    }

    @Override
    public boolean settle() {
        if (connection != null && isSettled) {
            return true;
        }
        return connection != null && send(FrameKind.STEP_END) && answered("after " + outgoing.count() + " events");
    }

    /** Sends the step's events and a word. Returns false if the engine is gone. */
    private boolean send(final FrameKind ending) {
        final int passed = stops.passEvents(outgoing.count());
        try {
            connection.write(outgoing, passed);
            if (stops.isDue()) {
                stopHere(connection, passed + " of " + outgoing.count() + " events sent");
                return gone("killed by plan");
            }
            word.clear();
            word.add(ending);
            connection.write(word, 1);
            return true;
        } catch (final IOException e) {
            return gone(e.getMessage());
        }
    }

    /** Waits until the engine has settled. Returns false if it is gone. */
    private boolean answered(final String inFlight) {
        final Signal signal = connection.await(patienceNs);
        if (signal == null) {
            throw new LinkException("the engine has not answered for " + seconds() + " s");
        }
        switch (signal) {
            case SETTLED -> {
                outgoing.clear();
                isSettled = true;
                if (stops.pass(Stop.Kind.STEP)) {
                    stopHere(connection, "settled " + inFlight);
                    return gone("killed by plan");
                }
                return true;
            }
            case STOPPED -> {
                stopHere(connection, "command " + connection.commandCount() + " came, " + inFlight);
                return gone("killed by plan");
            }
            default -> {
                return gone(connection.fault());
            }
        }
    }

    /** Answers no more, and waits for the engine to be killed. */
    private void stopHere(final EngineConnection stopped, final String inFlight) {
        listener.onStopped(stops.next(), timeNs, inFlight);
        if (!stopped.awaitGone(patienceNs)) {
            throw new LinkException("the engine was not killed within " + seconds() + " s of the stop");
        }
    }

    /** Always false. What the engine still sent is in the mailbox when this returns. */
    private boolean gone(final String why) {
        connection.awaitGone(patienceNs);
        connection.close();
        connection = null;
        outgoing.clear();
        listener.onGone(timeNs, why == null ? "its connection ended" : why);
        return false;
    }

    @Override
    public void endStep() {
        settledMarketEvents += market.count();
        market.clear();
    }

    @Override
    public void repeatMarket() {
        outgoing.addAll(market, firstUnheard);
        isSettled = outgoing.count() == 0;
    }

    @Override
    public boolean end() {
        return connection != null && send(FrameKind.BYE) && answered("at the end");
    }

    /** Stops listening and takes the socket file away. */
    @Override
    public void close() {
        if (connection != null) {
            connection.close();
        }
        try {
            server.close();
            Files.deleteIfExists(path);
        } catch (final IOException e) {
            throw new LinkException(path + ": cannot be taken away: " + e.getMessage(), e);
        }
    }

    /** Gathers the events of a step. */
    private final class StepOutlet implements Outlet {
        @Override
        public MutableDirectBuffer claim() {
            return draft;
        }

        @Override
        public void end(final int lengthBytes) {
            if (lengthBytes == 0) {
                return;
            }
            timeNs = Math.max(timeNs, Envelope.timeNs(draft, 0));
            if (Templates.isMarketEvent(Envelope.templateId(draft, 0))) {
                market.add(FrameKind.EVENT, draft, lengthBytes);
            }
            if (connection != null) {
                outgoing.add(FrameKind.EVENT, draft, lengthBytes);
                isSettled = false;
            }
        }
    }
}
