package reprise.alpaca.market;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import reprise.alpaca.stream.StreamConnection;
import reprise.alpaca.stream.StreamHandler;
import reprise.market.InstrumentDefinition;
import reprise.market.InstrumentStatus;
import reprise.message.EventPublisher;
import reprise.port.VenueLink;

/**
 * Speaks on a market data stream: is greeted, says who it is, asks for everything that is wanted, and makes sure that it gets that, on every
 * connection anew. Then turns what comes into events. On the stream's thread.
 *
 * <pre>
 *   server                               client
 *     | success: connected                 |
 *     |==================================>|
 *     |                               auth |
 *     |<==================================|
 *     | success: authenticated             |
 *     |==================================>|
 *     |           subscribe, the whole set |
 *     |<==================================|
 *     | subscription: the whole set        |
 *     |==================================>|  established
 *     | data, data, ...                    |
 * </pre>
 */
public final class MarketSession implements StreamHandler, CodecListener {
    private static final String BOOKS = "orderbooks";
    private static final int LONGEST_EXCERPT = 160;

    private final SessionSettings settings;
    private final List<InstrumentDefinition> instruments;
    private final VenueLink link;
    private final GapListener gaps;
    private final MissedTrades missed;
    private final EventPublisher publisher;
    private final StampedEvents events;
    private final MarketCodec codec;
    private Wanted wanted;
    private StreamConnection current;
    private boolean established;
    private boolean everEstablished;

    /** What the market told last, for the thread that watches. */
    private final AtomicLong toldNs = new AtomicLong();

    /** Hears that a stream delivers, so that what it missed can be had elsewhere. */
    @FunctionalInterface
    public interface GapListener {
        /**
         * Called before the first event of the connection.
         *
         * @param again whether the stream delivered before.
         */
        void onEstablished(boolean again);
    }

    /**
     * A session for one stream. Made on any thread.
     *
     * @param settings what is said.
     * @param instruments that are wanted.
     * @param ledger of their bars.
     * @param missed of their trades.
     * @param link to the engine.
     * @param gaps hears when to fill them.
     */
    public MarketSession(
            final SessionSettings settings,
            final List<InstrumentDefinition> instruments,
            final BarLedger ledger,
            final MissedTrades missed,
            final VenueLink link,
            final GapListener gaps) {
        this.settings = settings;
        this.instruments = instruments;
        this.link = link;
        this.gaps = gaps;
        this.missed = missed;
        wanted =
                Wanted.of(instruments.stream().map(InstrumentDefinition::symbol).toList(), settings.channels());
        publisher = link.newPublisher();
        events = new StampedEvents(publisher, ledger, statuses(instruments, link));
        codec = new MarketCodec(new SymbolTable(instruments), events, this, missed);
    }

    private static InstrumentStatus[] statuses(final List<InstrumentDefinition> instruments, final VenueLink link) {
        final InstrumentStatus[] statuses = new InstrumentStatus
                [1
                        + instruments.stream()
                                .mapToInt(InstrumentDefinition::instrumentId)
                                .max()
                                .orElse(-1)];
        Arrays.fill(statuses, InstrumentStatus.TRADING);
        instruments.forEach(one -> statuses[one.instrumentId()] = link.statusOf(one.instrumentId()));
        return statuses;
    }

    @Override
    public void onOpened(final StreamConnection connection) {
        current = connection;
        established = false;
    }

    @Override
    public void onFrame(final StreamConnection connection, final byte[] bytes, final int length) {
        current = connection;
        codec.decode(bytes, length);
        toldNs.lazySet(events.latestNs());
    }

    /** What the order books show is not known any more, and trades are missed. */
    @Override
    public void onLost() {
        established = false;
        if (events.latestNs() > 0) {
            missed.interrupted(events.latestNs(), publisher);
        }
        if (events.latestNs() > 0 && settings.channels().contains(BOOKS)) {
            for (final InstrumentDefinition instrument : instruments) {
                events.onBookCleared(instrument.instrumentId(), events.latestNs());
            }
        }
    }

    @Override
    public boolean expectsFrames(final long epochNs) {
        return settings.isOpen().test(settings.followsMarket() ? Math.max(epochNs, toldNs.get()) : epochNs);
    }

    @Override
    public boolean onControl(final byte[] bytes, final int start, final int length) {
        final ControlMessage message = ControlMessage.read(bytes, start, length);
        switch (message.type()) {
            case "success" -> onSuccess(message.text());
            case "error" -> onError(message);
            case "subscription" -> onSubscription(message);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void onSuccess(final String text) {
        switch (text) {
            case "connected" -> current.send(ControlMessage.authentication(settings.keyId(), settings.secret()));
            case "authenticated" -> current.send(ControlMessage.subscription(wanted.channels()));
            default -> {
                // other good news changes nothing
            }
        }
    }

    private void onSubscription(final ControlMessage message) {
        final String missing = wanted.missingIn(message.channels());
        if (!missing.isEmpty()) {
            giveUpAtFirst("the server does not deliver " + missing
                    + ": check that these symbols exist and that the plan includes them");
        } else if (!established) {
            established = true;
            if (!everEstablished) {
                missed.began(publisher);
            }
            events.subscribed();
            gaps.onEstablished(everEstablished);
            everEstablished = true;
            current.established();
        }
    }

    private void onError(final ControlMessage message) {
        final StreamError error = StreamError.of(message.code());
        final String what = error.words() + " (" + message.code() + " " + shortened(message.text()) + ")";
        if (error == StreamError.NOT_OF_THIS_FEED && !established && !wanted.equals(wanted.plain())) {
            wanted = wanted.plain();
            link.onNotice(settings.name() + ": " + what + "; going on with "
                    + wanted.channels().keySet() + " alone");
            current.send(ControlMessage.subscription(wanted.channels()));
            return;
        }
        switch (error.consequence()) {
            case STOP -> current.stop(what);
            case RETRY -> current.retryLater(what);
            case STOP_AT_FIRST -> giveUpAtFirst(what + ": " + wanted.missingIn(Map.of()));
            case GO_ON_IF_ESTABLISHED -> {
                if (established) {
                    link.onNotice(settings.name() + ": " + what);
                } else {
                    current.retryLater(what);
                }
            }
            default -> {
                // changes nothing
            }
        }
    }

    /** What never worked will not work; what worked once may work again. */
    private void giveUpAtFirst(final String why) {
        if (everEstablished) {
            current.retryLater(why);
        } else {
            current.stop(why);
        }
    }

    @Override
    public void onProblem(
            final Problem problem, final long count, final byte[] bytes, final int start, final int length) {
        link.onNotice(settings.name() + ": " + problem.words() + (count == 1 ? ": " : " (" + count + " so far): ")
                + excerpt(bytes, start, length));
    }

    private static String excerpt(final byte[] bytes, final int start, final int length) {
        final int shown = Math.min(length, LONGEST_EXCERPT);
        return new String(bytes, start, shown, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", " ")
                + (shown < length ? "..." : "");
    }

    private static String shortened(final String text) {
        return text.length() <= LONGEST_EXCERPT ? text : text.substring(0, LONGEST_EXCERPT) + "...";
    }
}
