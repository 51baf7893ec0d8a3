package reprise.alpaca.wire;

import java.util.List;
import reprise.alpaca.json.Chars;
import reprise.alpaca.json.Decimal;
import reprise.alpaca.json.JsonScanner;
import reprise.alpaca.json.MalformedJsonException;
import reprise.alpaca.json.WordTable;

/** A message of the stream of trade updates. Reused; every field may be missing. Single-threaded. */
public final class TradeUpdate {
    /** What kind of message it is. */
    public enum Kind {
        /** Anything else. */
        OTHER(""),
        /** The answer to the keys. */
        AUTHORIZATION("authorization"),
        /** The answer to what we want to hear. */
        LISTENING("listening"),
        /** What happened to an order. */
        UPDATE("trade_updates");

        private static final WordTable<Kind> TABLE = new WordTable<>(List.of(values()), kind -> kind.stream);

        private final String stream;

        Kind(final String stream) {
            this.stream = stream;
        }

        /** The next value. */
        static Kind read(final JsonScanner scanner) throws MalformedJsonException {
            if (scanner.peek() != '"') {
                scanner.skipValue();
                return OTHER;
            }
            final Kind kind = TABLE.find(scanner.string());
            return kind == null ? OTHER : kind;
        }
    }

    final Chars status = new Chars();
    final Chars error = new Chars();
    final Chars eventId = new Chars();
    final Chars executionId = new Chars();
    final Chars previousExecutionId = new Chars();
    final Decimal price = new Decimal();
    final Decimal quantity = new Decimal();
    final OrderMessage order = new OrderMessage();
    Kind kind = Kind.OTHER;
    UpdateEvent event = UpdateEvent.UNKNOWN;
    long timeNs;
    long atNs;
    boolean listensToUpdates;

    void clear() {
        kind = Kind.OTHER;
        status.clear();
        error.clear();
        eventId.clear();
        executionId.clear();
        previousExecutionId.clear();
        price.clear();
        quantity.clear();
        order.clear();
        event = UpdateEvent.UNKNOWN;
        timeNs = OrderMessage.NO_TIME;
        atNs = OrderMessage.NO_TIME;
        listensToUpdates = false;
    }

    /**
     * What kind of message it is.
     *
     * @return by its stream.
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Whether the keys were accepted.
     *
     * @return of an AUTHORIZATION.
     */
    public boolean isAuthorized() {
        return status.is("authorized");
    }

    /**
     * Whether trade updates will come.
     *
     * @return of a LISTENING.
     */
    public boolean listensToUpdates() {
        return listensToUpdates;
    }

    /**
     * What went wrong, in the venue's words.
     *
     * @return empty for nothing.
     */
    public Chars error() {
        return error;
    }

    /**
     * What happened.
     *
     * @return of an UPDATE.
     */
    public UpdateEvent event() {
        return event;
    }

    /**
     * Names the event; later ones have greater names.
     *
     * @return empty if there is none.
     */
    public Chars eventId() {
        return eventId;
    }

    /**
     * Names the execution.
     *
     * @return empty if there is none.
     */
    public Chars executionId() {
        return executionId;
    }

    /**
     * Names the execution that is taken back or changed.
     *
     * @return empty if there is none.
     */
    public Chars previousExecutionId() {
        return previousExecutionId;
    }

    /**
     * Of this execution alone.
     *
     * @return none if there is none.
     */
    public Decimal price() {
        return price;
    }

    /**
     * Of this execution alone.
     *
     * @return none if there is none.
     */
    public Decimal quantity() {
        return quantity;
    }

    /**
     * The order after what happened.
     *
     * @return never null.
     */
    public OrderMessage order() {
        return order;
    }

    /**
     * When it happened.
     *
     * @return nanoseconds since the epoch; 0 if the message does not say.
     */
    public long timeNs() {
        if (timeNs != OrderMessage.NO_TIME) {
            return timeNs;
        }
        return atNs != OrderMessage.NO_TIME ? atNs : order.updatedNs;
    }
}
