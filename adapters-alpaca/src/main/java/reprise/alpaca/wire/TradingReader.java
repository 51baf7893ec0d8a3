package reprise.alpaca.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Reads messages about orders. Fields may come in any order, numbers as numbers or as texts; what is not known is skipped. Bad input gives
 * false and nothing else; the next message is read afresh. Single-threaded; a trade update is read without allocating.
 */
public final class TradingReader {
    private static final JsonFactory JSON = new JsonFactory();

    private final Chars word = new Chars();
    private JsonParser parser;
    private ByteArrayFeeder feeder;

    /** Begins afresh. */
    public TradingReader() {
        renew();
    }

    private void renew() {
        try {
            parser = JSON.createNonBlockingByteArrayParser();
        } catch (final IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        feeder = (ByteArrayFeeder) parser.getNonBlockingInputFeeder();
    }

    /** Reads one value. */
    private interface Body {
        void read(JsonToken first) throws IOException;
    }

    /**
     * Reads a message of the stream.
     *
     * @param bytes holding one message.
     * @param length in bytes, from index 0.
     * @param update takes the fields.
     * @return whether it is well-formed.
     */
    public boolean readUpdate(final byte[] bytes, final int length, final TradeUpdate update) {
        update.clear();
        try {
            feeder.feedInput(bytes, 0, length);
            readEnvelope(parser.nextToken(), update);
            return requireEnd();
        } catch (final IOException malformed) {
            renew();
            return false;
        }
    }

    private boolean read(final byte[] bytes, final Body body) {
        try {
            feeder.feedInput(bytes, 0, bytes.length);
            body.read(parser.nextToken());
            return requireEnd();
        } catch (final IOException malformed) {
            renew();
            return false;
        }
    }

    /** A message that is complete leaves nothing to be read and nothing open. */
    private boolean requireEnd() throws IOException {
        final JsonToken rest = parser.nextToken();
        if (rest == JsonToken.NOT_AVAILABLE && parser.getParsingContext().inRoot()) {
            return true;
        }
        renew();
        return false;
    }

    /**
     * Reads one order.
     *
     * @param bytes of an answer.
     * @param order takes the fields.
     * @return whether it is well-formed and has an id.
     */
    public boolean readOrder(final byte[] bytes, final OrderMessage order) {
        order.clear();
        return read(bytes, first -> readOrder(first, order, order.legs::add)) && !order.id.isEmpty();
    }

    /**
     * Reads a list of orders, those inside of others included.
     *
     * @param bytes of an answer.
     * @param orders takes each.
     * @return how many there are in the list itself; -1 if it is not well-formed.
     */
    public int readOrders(final byte[] bytes, final Consumer<OrderMessage> orders) {
        final int[] count = new int[1];
        final boolean isWhole = read(bytes, first -> count[0] = readOrderList(first, orders));
        return isWhole ? count[0] : -1;
    }

    /**
     * Reads a list of fills.
     *
     * @param bytes of an answer.
     * @param fills takes each.
     * @return how many there are; -1 if it is not well-formed.
     */
    public int readFills(final byte[] bytes, final Consumer<FillActivity> fills) {
        final int[] count = new int[1];
        final boolean isWhole = read(bytes, first -> {
            requireThat(first == JsonToken.START_ARRAY);
            while (next() != JsonToken.END_ARRAY) {
                final FillActivity fill = new FillActivity();
                readFill(parser.currentToken(), fill);
                fills.accept(fill);
                count[0]++;
            }
        });
        return isWhole ? count[0] : -1;
    }

    private int readOrderList(final JsonToken first, final Consumer<OrderMessage> orders) throws IOException {
        requireThat(first == JsonToken.START_ARRAY);
        int count = 0;
        while (next() != JsonToken.END_ARRAY) {
            final OrderMessage order = new OrderMessage();
            readOrder(parser.currentToken(), order, leg -> {
                order.legs.add(leg);
                orders.accept(leg);
            });
            orders.accept(order);
            count++;
        }
        return count;
    }

    private void readEnvelope(final JsonToken first, final TradeUpdate update) throws IOException {
        requireThat(first == JsonToken.START_OBJECT);
        while (next() == JsonToken.FIELD_NAME) {
            final String name = parser.currentName();
            final JsonToken value = next();
            switch (name) {
                case "stream" -> text(value, update.stream);
                case "data" -> readData(value, update);
                default -> skip(value);
            }
        }
    }

    private void readData(final JsonToken first, final TradeUpdate update) throws IOException {
        if (first != JsonToken.START_OBJECT) {
            skip(first);
            return;
        }
        while (next() == JsonToken.FIELD_NAME) {
            final String name = parser.currentName();
            final JsonToken value = next();
            switch (name) {
                case "event" -> {
                    text(value, word);
                    update.event = UpdateEvent.of(word);
                }
                case "execution_id" -> text(value, update.executionId);
                case "previous_execution_id" -> text(value, update.previousExecutionId);
                case "price" -> decimal(value, update.price);
                case "qty" -> decimal(value, update.quantity);
                case "timestamp" -> update.timeNs = time(value);
                case "at" -> update.atNs = time(value);
                case "order" -> readOrder(value, update.order, null);
                case "status" -> text(value, update.status);
                case "error", "message" -> text(value, update.error);
                case "streams" -> readStreams(value, update);
                default -> skip(value);
            }
        }
    }

    private void readStreams(final JsonToken first, final TradeUpdate update) throws IOException {
        if (first != JsonToken.START_ARRAY) {
            skip(first);
            return;
        }
        for (JsonToken value = next(); value != JsonToken.END_ARRAY; value = next()) {
            text(value, word);
            update.listensToUpdates |= word.is("trade_updates");
        }
    }

    private void readOrder(final JsonToken first, final OrderMessage order, final Consumer<OrderMessage> legs)
            throws IOException {
        if (first != JsonToken.START_OBJECT) {
            skip(first);
            return;
        }
        while (next() == JsonToken.FIELD_NAME) {
            final String name = parser.currentName();
            final JsonToken value = next();
            if (!"legs".equals(name)) {
                readOrderField(name, value, order);
            } else if (legs != null && value == JsonToken.START_ARRAY) {
                readOrderList(value, legs);
            } else {
                skip(value);
            }
        }
    }

    private void readOrderField(final String name, final JsonToken value, final OrderMessage order) throws IOException {
        switch (name) {
            case "id" -> text(value, order.id);
            case "client_order_id" -> text(value, order.clientOrderId);
            case "symbol" -> text(value, order.symbol);
            case "asset_id" -> text(value, order.assetId);
            case "side" -> text(value, order.side);
            case "order_class" -> text(value, order.orderClass);
            case "replaced_by" -> text(value, order.replacedBy);
            case "replaces" -> text(value, order.replaces);
            case "qty" -> decimal(value, order.quantity);
            case "filled_qty" -> decimal(value, order.filledQuantity);
            case "limit_price" -> decimal(value, order.limitPrice);
            case "stop_price" -> decimal(value, order.stopPrice);
            case "status" -> {
                text(value, word);
                order.status = VenueStatus.of(word);
            }
            case "created_at" -> order.createdNs = time(value);
            case "updated_at" -> order.updatedNs = time(value);
            default -> skip(value);
        }
    }

    private void readFill(final JsonToken first, final FillActivity fill) throws IOException {
        if (first != JsonToken.START_OBJECT) {
            skip(first);
            return;
        }
        while (next() == JsonToken.FIELD_NAME) {
            final String name = parser.currentName();
            final JsonToken value = next();
            switch (name) {
                case "id" -> text(value, fill.id);
                case "order_id" -> text(value, fill.orderId);
                case "type" -> text(value, fill.type);
                case "previous_id", "previous_execution_id" -> text(value, fill.previousId);
                case "price" -> decimal(value, fill.price);
                case "qty" -> decimal(value, fill.quantity);
                case "cum_qty" -> decimal(value, fill.cumulative);
                case "transaction_time" -> fill.timeNs = time(value);
                default -> skip(value);
            }
        }
    }

    private JsonToken next() throws IOException {
        final JsonToken token = parser.nextToken();
        requireThat(token != JsonToken.NOT_AVAILABLE && token != null);
        return token;
    }

    private static void requireThat(final boolean isWellFormed) throws IOException {
        if (!isWellFormed) {
            throw MALFORMED;
        }
    }

    /** Says nothing, so that bad input costs little. */
    private static final IOException MALFORMED = new IOException("not a message", null) {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    };

    private void skip(final JsonToken value) throws IOException {
        if (!value.isStructStart()) {
            return;
        }
        for (int depth = 1; depth > 0; ) {
            final JsonToken token = next();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        }
    }

    private void text(final JsonToken value, final Chars target) throws IOException {
        if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
            target.set(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        } else {
            target.clear();
            skip(value);
        }
    }

    private void decimal(final JsonToken value, final Decimal target) throws IOException {
        target.clear();
        if (value == JsonToken.VALUE_STRING || value.isNumeric()) {
            target.set(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        } else {
            skip(value);
        }
    }

    private long time(final JsonToken value) throws IOException {
        if (value != JsonToken.VALUE_STRING) {
            skip(value);
            return UtcTime.NONE;
        }
        return UtcTime.parse(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    }
}
