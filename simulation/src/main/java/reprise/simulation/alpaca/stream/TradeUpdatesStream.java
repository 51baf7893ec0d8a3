package reprise.simulation.alpaca.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import reprise.simulation.alpaca.account.Execution;
import reprise.simulation.alpaca.account.Order;
import reprise.simulation.alpaca.account.OrderListener;
import reprise.simulation.alpaca.fault.FaultKind;
import reprise.simulation.alpaca.fault.Faults;
import reprise.simulation.alpaca.market.Market;
import reprise.simulation.alpaca.wire.Credentials;
import reprise.simulation.alpaca.wire.Json;
import reprise.simulation.alpaca.wire.OrderWire;

/** The stream of order updates: says nothing first, speaks JSON in binary frames, and replays nothing. Guarded by the venue's lock. */
final class TradeUpdatesStream implements Stream, OrderListener {
    static final String PATH = "/stream";

    private static final String UPDATES = "trade_updates";
    private static final int REMEMBERED = 10_000;

    private record Past(long timeNs, String id, String json) {}

    private final Market market;
    private final Credentials credentials;
    private final Faults faults;
    private final List<Session> sessions = new CopyOnWriteArrayList<>();
    private final Set<Session> listening = ConcurrentHashMap.newKeySet();
    private final EventIds eventIds = new EventIds();
    private final Deque<Past> past = new ArrayDeque<>();

    TradeUpdatesStream(final Market market, final Credentials credentials, final Faults faults) {
        this.market = market;
        this.credentials = credentials;
        this.faults = faults;
    }

    @Override
    public boolean isBinary() {
        return true;
    }

    @Override
    public List<Session> sessions() {
        return sessions;
    }

    @Override
    public void onConnected(final Session session, final boolean authenticated) {
        sessions.add(session);
        if (authenticated) {
            session.authenticated();
        }
    }

    @Override
    public void onMessage(final Session session, final String text) {
        final Map<String, Object> message;
        try {
            message = Json.readObject(text);
        } catch (final IllegalArgumentException e) {
            answer(session, "error", Map.of("error", "invalid message"));
            return;
        }
        final Object data = message.get("data");
        final Map<?, ?> fields = data instanceof Map<?, ?> map ? map : Map.of();
        switch (String.valueOf(message.get("action"))) {
            case "authenticate" -> authenticate(session, fields.get("key_id"), fields.get("secret_key"));
            case "auth" -> authenticate(session, message.get("key"), message.get("secret"));
            case "listen" -> listen(session, fields.get("streams"));
            default -> answer(session, "error", Map.of("error", "invalid action"));
        }
    }

    private void authenticate(final Session session, final Object key, final Object secret) {
        final boolean right = credentials.match(key, secret);
        if (right) {
            session.authenticated();
        }
        answer(session, "authorization", status(right, "authenticate"));
    }

    private static Map<String, Object> status(final boolean authorized, final String action) {
        final Map<String, Object> status = new LinkedHashMap<>();
        status.put("status", authorized ? "authorized" : "unauthorized");
        status.put("action", action);
        return status;
    }

    private void listen(final Session session, final Object streams) {
        if (!session.isAuthenticated()) {
            answer(session, "authorization", status(false, "listen"));
            return;
        }
        final boolean wanted = streams instanceof List<?> names && names.contains(UPDATES);
        if (wanted) {
            listening.add(session);
        } else {
            listening.remove(session);
        }
        answer(session, "listening", Map.of("streams", wanted ? List.of(UPDATES) : List.of()));
    }

    private static void answer(final Session session, final String stream, final Map<String, Object> data) {
        session.answer(envelope(stream, data));
    }

    private static String envelope(final String stream, final Map<String, Object> data) {
        final Map<String, Object> message = new LinkedHashMap<>();
        message.put("stream", stream);
        message.put("data", data);
        return Json.write(message);
    }

    @Override
    public void onOrder(final String event, final Order order, final Execution execution, final Execution previous) {
        final long timeNs = market.stampNs();
        final String id = eventIds.next(timeNs);
        final Map<String, Object> data = OrderWire.update(event, order, execution, previous, timeNs, id);
        final String text = envelope(UPDATES, data);
        remember(new Past(timeNs, id, Json.write(data)));
        if (listening.isEmpty() || faults.take(FaultKind.LOST_UPDATE, event).isPresent()) {
            return;
        }
        final boolean twice = execution != null
                && faults.take(FaultKind.DUPLICATE_EXECUTION, event).isPresent();
        for (final Session session : listening) {
            send(session, text);
            if (twice) {
                send(session, text);
            }
        }
    }

    private void remember(final Past event) {
        past.addLast(event);
        if (past.size() > REMEMBERED) {
            past.removeFirst();
        }
    }

    /** What was told, whether or not anybody heard it. */
    List<String> past(final long sinceNs, final long untilNs, final String sinceId, final String untilId) {
        return past.stream()
                .filter(event -> event.timeNs >= sinceNs && event.timeNs <= untilNs)
                .filter(event -> event.id.compareTo(sinceId) >= 0)
                .filter(event -> untilId.isEmpty() || event.id.compareTo(untilId) <= 0)
                .map(Past::json)
                .toList();
    }

    private static void send(final Session session, final String text) {
        if (!session.send(text)) {
            session.cut();
        }
    }

    @Override
    public void onClosed(final Session session) {
        sessions.remove(session);
        listening.remove(session);
    }

    @Override
    public void onAuthenticationTimeout(final Session session) {
        if (!session.isAuthenticated() && sessions.contains(session)) {
            session.cut();
        }
    }

    @Override
    public void holdSlot(final long ms) {
        // Several clients may listen to order updates, so a dead one takes no place.
    }
}
