package reprise.alpaca.order;

import reprise.alpaca.stream.StreamConnection;
import reprise.alpaca.stream.StreamHandler;
import reprise.alpaca.wire.TradeUpdate;
import reprise.alpaca.wire.TradingReader;
import reprise.message.EventPublisher;
import reprise.port.VenueLink;

/**
 * Speaks on the stream of trade updates. Nobody greets here: we say who we are, then what we want to hear.
 *
 * <pre>
 *   us     authenticate
 *   venue  authorization: authorized
 *   us     listen
 *   venue  listening: trade_updates            now what was missed is read by REST, and only then orders may come
 *   venue  trade_updates ...
 * </pre>
 *
 * <p>On the stream's thread. An update of an order that is known is told without allocating.
 */
public final class TradingStream implements StreamHandler {
    private final String keyId;
    private final String secret;
    private final VenueLink link;
    private final OrderBook book;
    private final OrderTeller teller;
    private final Connection connection;
    private final UpdateWatch watch;
    private final MissedEvents missed;
    private final Notices notices;
    private final TradingReader reader = new TradingReader();
    private final TradeUpdate update = new TradeUpdate();
    private EventPublisher events;
    private long unreadable;

    TradingStream(
            final String keyId,
            final String secret,
            final VenueLink link,
            final OrderBook book,
            final OrderTeller teller,
            final Hearing hearing,
            final Notices notices) {
        this.keyId = keyId;
        this.secret = secret;
        this.link = link;
        this.book = book;
        this.teller = teller;
        connection = hearing.connection();
        watch = hearing.watch();
        missed = hearing.missed();
        this.notices = notices;
    }

    /** Who follows whether the stream tells. */
    record Hearing(Connection connection, UpdateWatch watch, MissedEvents missed) {}

    @Override
    public void onOpened(final StreamConnection socket) {
        socket.send("{\"action\":\"authenticate\",\"data\":{\"key_id\":\"" + keyId + "\",\"secret_key\":\"" + secret
                + "\"}}");
    }

    @Override
    public void onFrame(final StreamConnection socket, final byte[] bytes, final int length) {
        if (!reader.readUpdate(bytes, length, update)) {
            unreadable++;
            notices.tell("a message of the stream of trade updates could not be read");
            return;
        }
        switch (update.kind()) {
            case UPDATE -> onUpdate();
            case AUTHORIZATION -> onAuthorization(socket);
            case LISTENING -> onListening(socket);
            default -> notices.tell("a message of the stream of trade updates was of an unknown kind");
        }
    }

    private void onUpdate() {
        if (events == null) {
            events = link.newPublisher();
        }
        watch.onUpdate();
        synchronized (book) {
            try {
                missed.onUpdate(update);
                teller.onUpdate(update, events);
            } catch (final ArithmeticException impossible) {
                unreadable++;
                notices.tell("a trade update had a number that cannot be: " + impossible.getMessage());
            }
        }
    }

    private void onAuthorization(final StreamConnection socket) {
        if (update.isAuthorized()) {
            socket.send("{\"action\":\"listen\",\"data\":{\"streams\":[\"trade_updates\"]}}");
        } else {
            socket.stop("Alpaca does not accept the keys for its trading stream; paper and live accounts"
                    + " have different keys, and resetting a paper account ends its own");
        }
    }

    private void onListening(final StreamConnection socket) {
        if (update.listensToUpdates()) {
            socket.established();
            missed.onListening();
            connection.listening();
        } else {
            socket.retryLater("the venue does not offer trade updates now");
        }
    }

    @Override
    public void onLost() {
        if (events == null) {
            events = link.newPublisher();
        }
        connection.lost(events);
    }

    /** No news of orders is no bad sign, whether or not the market is open; unless an answer has shown some. */
    @Override
    public boolean expectsFrames(final long epochNs) {
        return watch.isOwed();
    }

    /** How many messages could not be read. */
    long unreadable() {
        return unreadable;
    }
}
