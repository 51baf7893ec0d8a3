package reprise.alpaca.order;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import reprise.alpaca.rest.RestClock;
import reprise.message.EventPublisher;

/**
 * Whether orders can be sent and everything that becomes of them will be heard: while the stream listens, from the moment at which what was
 * missed before has been read by REST. Any thread.
 */
final class Connection {
    /** Strand of the connection; no order has this number. */
    private static final long STRAND = -1;

    private static final long RETRY_MS = 1_000;

    /** How often it is asked whether a quiet stream is right, while it may be. */
    private static final int CHECKS = 3;

    private final int venueId;
    private final OrderBook book;
    private final Strands strands;
    private final Supplier<OrderThread> threads;
    private final RestClock clock;
    private final Notices notices;
    private final UpdateWatch watch;
    private final long checkMs;
    private Consumer<Boolean> listener = connected -> {};
    private Runnable replay = () -> {};
    private BooleanSupplier closeGap = () -> true;
    private long generation;
    private boolean isChecking;
    private boolean isListening;
    private boolean isTold;

    Connection(
            final OrderSettings settings,
            final OrderBook book,
            final UpdateWatch watch,
            final OrderCommands.WorkParts work) {
        venueId = settings.venueId();
        this.book = book;
        this.watch = watch;
        checkMs = settings.stale().toMillis() / CHECKS + 1;
        strands = work.strands();
        threads = work.threads();
        clock = work.clock();
        notices = work.notices();
    }

    /**
     * Names who does what.
     *
     * @param newListener is told whether orders may come.
     * @param newReplay tells again what the stream told meanwhile, if it can.
     * @param newCloseGap what is to be done before orders may come; returns whether it was done.
     */
    void connect(final Consumer<Boolean> newListener, final Runnable newReplay, final BooleanSupplier newCloseGap) {
        listener = newListener;
        replay = newReplay;
        closeGap = newCloseGap;
    }

    /** The stream listens from now on. */
    void listening() {
        synchronized (book) {
            isListening = true;
            generation++;
            open(generation);
            if (!isChecking) {
                isChecking = true;
                strands.runLater(STRAND, checkMs, this::check);
            }
        }
    }

    /** Where orders are open and the stream is quiet, REST is asked whether it should be. */
    private void check() {
        strands.runLater(STRAND, checkMs, this::check);
        final boolean isDoubtful;
        synchronized (book) {
            isDoubtful = watch.wasQuiet() && isTold && book.open().stream().anyMatch(LiveOrder::isSeen);
        }
        if (isDoubtful) {
            closeGap.getAsBoolean();
        }
    }

    private void open(final long number) {
        strands.run(STRAND, () -> closeGap(number));
    }

    private void closeGap(final long number) {
        synchronized (book) {
            if (number != generation || !isListening) {
                return;
            }
        }
        replay.run();
        final boolean isClosed = closeGap.getAsBoolean();
        watch.forgive();
        if (!isClosed) {
            notices.tell("what was missed while not connected could not be read; orders wait");
            strands.runLater(STRAND, RETRY_MS, () -> closeGap(number));
            return;
        }
        synchronized (book) {
            if (number == generation && isListening && !isTold) {
                isTold = true;
                listener.accept(true);
                threads.get().events().at(nowNs()).onVenueConnected(venueId);
            }
        }
    }

    private long nowNs() {
        return clock.epochMs() * 1_000_000;
    }

    /** The stream is gone. */
    void lost(final EventPublisher events) {
        synchronized (book) {
            isListening = false;
            generation++;
            tellLost(events);
        }
    }

    /** What the venue says by REST cannot be had: orders wait until it can. */
    void reopen() {
        synchronized (book) {
            generation++;
            tellLost(threads.get().events());
            if (isListening) {
                open(generation);
            }
        }
    }

    private void tellLost(final EventPublisher events) {
        listener.accept(false);
        if (isTold) {
            isTold = false;
            events.at(nowNs()).onVenueDisconnected(venueId);
        }
    }
}
