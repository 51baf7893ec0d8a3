package reprise.simulation.alpaca.stream;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import reprise.simulation.alpaca.market.Asset;
import reprise.simulation.alpaca.market.Market;
import reprise.simulation.alpaca.market.Quote;
import reprise.simulation.alpaca.wire.Credentials;
import reprise.simulation.alpaca.wire.Json;
import reprise.simulation.alpaca.wire.MarketWire;

/** One market data stream: who is connected, who may be, and what each wants to hear. Guarded by the venue's lock. */
final class MarketDataStream implements Stream {
    private static final Set<String> ACTIONS = Set.of("subscribe", "unsubscribe");
    private static final long NS_PER_MS = 1_000_000L;

    private final Feed feed;
    private final Market market;
    private final Credentials credentials;
    private final StreamLimits limits;
    private final List<Session> sessions = new CopyOnWriteArrayList<>();
    private final Map<Session, List<Object>> batches = new LinkedHashMap<>();
    private Subscriptions subscriptions;
    private Session owner;
    private boolean slotHeld;
    private long slotFreeNanoTime;

    MarketDataStream(final Feed feed, final Market market, final Credentials credentials, final StreamLimits limits) {
        this.feed = feed;
        this.market = market;
        this.credentials = credentials;
        this.limits = limits;
    }

    @Override
    public boolean isBinary() {
        return false;
    }

    @Override
    public List<Session> sessions() {
        return sessions;
    }

    boolean hasSubscriber() {
        return owner != null;
    }

    @Override
    public void onConnected(final Session session, final boolean authenticated) {
        sessions.add(session);
        tell(session, success("connected"));
        if (authenticated) {
            enter(session);
        }
    }

    private static Map<String, Object> success(final String message) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("T", "success");
        fields.put("msg", message);
        return fields;
    }

    private static void tell(final Session session, final Map<String, Object> message) {
        session.answer(Json.write(List.of(message)));
    }

    private static void tell(final Session session, final StreamError error) {
        tell(session, error.message());
    }

    @Override
    public void onMessage(final Session session, final String text) {
        final Map<String, Object> message;
        try {
            message = Json.readObject(text);
        } catch (final IllegalArgumentException e) {
            tell(session, StreamError.INVALID_SYNTAX);
            return;
        }
        final Object action = message.get("action");
        if ("auth".equals(action)) {
            authenticate(session, message);
        } else if (!(action instanceof String name) || !ACTIONS.contains(name)) {
            tell(session, StreamError.INVALID_SYNTAX);
        } else if (!session.isAuthenticated()) {
            tell(session, StreamError.NOT_AUTHENTICATED);
        } else {
            subscribe(session, message, action.equals("subscribe"));
        }
    }

    private void authenticate(final Session session, final Map<String, Object> message) {
        if (session.isAuthenticated()) {
            tell(session, StreamError.ALREADY_AUTHENTICATED);
        } else if (credentials.match(message.get("key"), message.get("secret"))) {
            enter(session);
        } else {
            tell(session, StreamError.AUTH_FAILED);
        }
    }

    /** One client at a time; another may try again on the same connection. */
    private void enter(final Session session) {
        if (!limits.sip() && (feed == Feed.SIP || feed == Feed.DELAYED_SIP)) {
            tell(session, StreamError.INSUFFICIENT_SUBSCRIPTION);
            return;
        }
        if (owner != null || isSlotHeld()) {
            tell(session, StreamError.CONNECTION_LIMIT);
            return;
        }
        owner = session;
        subscriptions = new Subscriptions(feed.isCrypto());
        session.authenticated();
        tell(session, success("authenticated"));
    }

    private boolean isSlotHeld() {
        slotHeld = slotHeld && System.nanoTime() - slotFreeNanoTime < 0;
        return slotHeld;
    }

    private void subscribe(final Session session, final Map<String, Object> message, final boolean adds) {
        final Subscriptions changed = subscriptions.copy();
        for (final Map.Entry<String, Object> field : message.entrySet()) {
            if (field.getKey().equals("action")) {
                continue;
            }
            if (!changed.hasChannel(field.getKey())) {
                tell(session, StreamError.INVALID_FOR_FEED);
                return;
            }
            final List<String> names = names(field.getValue());
            if (names == null) {
                tell(session, StreamError.INVALID_SYNTAX);
                return;
            }
            if (adds) {
                changed.add(field.getKey(), names);
            } else {
                changed.remove(field.getKey(), names);
            }
        }
        if (limits.symbols() > 0 && !feed.isCrypto() && changed.counted() > limits.symbols()) {
            tell(session, StreamError.SYMBOL_LIMIT);
            return;
        }
        final Subscriptions before = subscriptions;
        subscriptions = changed;
        tell(session, changed.message());
        if (adds && feed.isCrypto()) {
            sendWholeBooks(before);
        }
    }

    /** The symbols of a field; null if it is no list of texts. */
    private static List<String> names(final Object value) {
        if (!(value instanceof List<?> items)) {
            return null;
        }
        final List<String> names = new ArrayList<>();
        for (final Object item : items) {
            if (!(item instanceof String name)) {
                return null;
            }
            names.add(name);
        }
        return names;
    }

    private void sendWholeBooks(final Subscriptions before) {
        for (final Asset asset : market.assets()) {
            final Quote quote = market.tape(asset).lastQuote();
            if (asset.isCrypto()
                    && quote != null
                    && subscriptions.wants("orderbooks", asset.symbol())
                    && !before.wants("orderbooks", asset.symbol())) {
                add("orderbooks", asset, MarketWire.message("o", asset, MarketWire.book(quote, null, market.nowNs())));
            }
        }
        flush();
    }

    /** Puts a message into the batch of whoever wants it. */
    void add(final String channel, final Asset asset, final Map<String, Object> message) {
        if (owner != null && subscriptions.wants(channel, asset.symbol())) {
            batches.computeIfAbsent(owner, session -> new ArrayList<>()).add(message);
        }
    }

    /** Sends what was put together. */
    void flush() {
        final Map<Session, List<Object>> full = new LinkedHashMap<>(batches);
        batches.clear();
        full.forEach((session, messages) -> {
            if (!session.send(Json.write(messages))) {
                // Its queue is full of what it did not read, so the reason finds no place in it.
                session.cut();
            }
        });
    }

    @Override
    public void onClosed(final Session session) {
        sessions.remove(session);
        batches.remove(session);
        if (owner == session) {
            owner = null;
        }
    }

    @Override
    public void onAuthenticationTimeout(final Session session) {
        if (!session.isAuthenticated() && sessions.contains(session)) {
            session.closeAfter(Json.write(List.of(StreamError.AUTH_TIMEOUT.message())));
        }
    }

    @Override
    public void holdSlot(final long ms) {
        slotHeld = true;
        slotFreeNanoTime = System.nanoTime() + ms * NS_PER_MS;
    }
}
