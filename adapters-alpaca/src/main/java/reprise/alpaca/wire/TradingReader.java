package reprise.alpaca.wire;

import java.util.function.Consumer;
import reprise.alpaca.json.Chars;
import reprise.alpaca.json.FieldKeys;
import reprise.alpaca.json.JsonScanner;
import reprise.alpaca.json.MalformedJsonException;
import reprise.alpaca.json.TimeReader;

/**
 * Reads messages about orders. Fields may come in any order, numbers as numbers or as texts; what is not known is skipped. Bad input gives
 * false and nothing else. Single-threaded; a trade update is read without allocating.
 */
public final class TradingReader {
    private final JsonScanner scanner = new JsonScanner();
    private final TimeReader times = new TimeReader();
    private final FieldKeys<UpdateField> envelopeKeys = new FieldKeys<>(UpdateField.values());
    private final FieldKeys<UpdateField> updateKeys = new FieldKeys<>(UpdateField.values());
    private final FieldKeys<OrderField> orderKeys = new FieldKeys<>(OrderField.values());
    private final FieldKeys<FillField> fillKeys = new FieldKeys<>(FillField.values());
    private final Chars word = new Chars();

    /** Reads one value. */
    private interface Body {
        void read() throws MalformedJsonException;
    }

    /** Fields around and inside of a trade update, named as there but for the case. */
    private enum UpdateField {
        OTHER,
        STREAM,
        DATA,
        EVENT,
        EVENT_ID,
        EXECUTION_ID,
        PREVIOUS_EXECUTION_ID,
        PRICE,
        QTY,
        POSITION_QTY,
        TIMESTAMP,
        AT,
        ORDER,
        STATUS,
        ERROR,
        MESSAGE,
        STREAMS
    }

    /** Fields of an order, likewise. */
    private enum OrderField {
        OTHER,
        ID,
        CLIENT_ORDER_ID,
        SYMBOL,
        ASSET_ID,
        ASSET_CLASS,
        SIDE,
        TYPE,
        ORDER_TYPE,
        ORDER_CLASS,
        REPLACED_BY,
        REPLACES,
        QTY,
        NOTIONAL,
        FILLED_QTY,
        FILLED_AVG_PRICE,
        LIMIT_PRICE,
        STOP_PRICE,
        TRAIL_PRICE,
        TRAIL_PERCENT,
        HWM,
        STATUS,
        TIME_IN_FORCE,
        EXTENDED_HOURS,
        POSITION_INTENT,
        SUBTAG,
        SOURCE,
        CREATED_AT,
        UPDATED_AT,
        SUBMITTED_AT,
        FILLED_AT,
        EXPIRED_AT,
        EXPIRES_AT,
        CANCELED_AT,
        FAILED_AT,
        REPLACED_AT,
        CANCEL_REQUESTED_AT,
        LEGS
    }

    /** Fields of an activity, likewise. */
    private enum FillField {
        OTHER,
        ID,
        ORDER_ID,
        TYPE,
        PREVIOUS_ID,
        PREVIOUS_EXECUTION_ID,
        PRICE,
        QTY,
        CUM_QTY,
        TRANSACTION_TIME
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
        scanner.wrap(bytes, 0, length);
        try {
            readEnvelope(update);
            return scanner.isAtEnd();
        } catch (final MalformedJsonException malformed) {
            return false;
        }
    }

    /**
     * Reads a past event: what the stream would have told, without its envelope.
     *
     * @param bytes holding one event.
     * @param length in bytes, from index 0.
     * @param update takes the fields.
     * @return whether it is well-formed.
     */
    public boolean readEvent(final byte[] bytes, final int length, final TradeUpdate update) {
        update.clear();
        scanner.wrap(bytes, 0, length);
        try {
            readData(update);
            return scanner.isAtEnd();
        } catch (final MalformedJsonException malformed) {
            return false;
        }
    }

    private boolean read(final byte[] bytes, final Body body) {
        scanner.wrap(bytes, 0, bytes.length);
        try {
            body.read();
            return scanner.isAtEnd();
        } catch (final MalformedJsonException malformed) {
            return false;
        }
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
        return read(bytes, () -> readOrder(order, order.legs::add)) && !order.id.isEmpty();
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
        final boolean isWhole = read(bytes, () -> count[0] = readOrderList(orders));
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
        final boolean isWhole = read(bytes, () -> {
            scanner.beginArray();
            while (scanner.nextElement()) {
                final FillActivity fill = new FillActivity();
                readFill(fill);
                fills.accept(fill);
                count[0]++;
            }
        });
        return isWhole ? count[0] : -1;
    }

    private int readOrderList(final Consumer<OrderMessage> orders) throws MalformedJsonException {
        int count = 0;
        scanner.beginArray();
        while (scanner.nextElement()) {
            final OrderMessage order = new OrderMessage();
            readOrder(order, leg -> {
                order.legs.add(leg);
                orders.accept(leg);
            });
            orders.accept(order);
            count++;
        }
        return count;
    }

    /** Begins an object if one comes; whatever else comes is read and left out. */
    private boolean isObject() throws MalformedJsonException {
        if (scanner.peek() != '{') {
            scanner.skipValue();
            return false;
        }
        scanner.beginObject();
        return true;
    }

    private void readEnvelope(final TradeUpdate update) throws MalformedJsonException {
        scanner.beginObject();
        for (UpdateField field = envelopeKeys.next(scanner); field != null; field = envelopeKeys.next(scanner)) {
            if (field == UpdateField.STREAM) {
                update.kind = TradeUpdate.Kind.read(scanner);
            } else if (field == UpdateField.DATA) {
                readData(update);
            } else {
                scanner.skipValue();
            }
        }
    }

    private void readData(final TradeUpdate update) throws MalformedJsonException {
        if (!isObject()) {
            return;
        }
        for (UpdateField field = updateKeys.next(scanner); field != null; field = updateKeys.next(scanner)) {
            readUpdateField(field, update);
        }
    }

    private void readUpdateField(final UpdateField field, final TradeUpdate update) throws MalformedJsonException {
        switch (field) {
            case EVENT -> update.event = UpdateEvent.read(scanner);
            case EVENT_ID -> update.eventId.read(scanner);
            case EXECUTION_ID -> update.executionId.read(scanner);
            case PREVIOUS_EXECUTION_ID -> update.previousExecutionId.read(scanner);
            case PRICE -> update.price.read(scanner);
            case QTY -> update.quantity.read(scanner);
            case TIMESTAMP -> update.timeNs = time();
            case AT -> update.atNs = time();
            case ORDER -> readOrder(update.order, null);
            case STATUS -> update.status.read(scanner);
            case ERROR, MESSAGE -> update.error.read(scanner);
            case STREAMS -> readStreams(update);
            default -> scanner.skipValue();
        }
    }

    private void readStreams(final TradeUpdate update) throws MalformedJsonException {
        if (scanner.peek() != '[') {
            scanner.skipValue();
            return;
        }
        scanner.beginArray();
        while (scanner.nextElement()) {
            word.read(scanner);
            update.listensToUpdates |= word.is("trade_updates");
        }
    }

    private void readOrder(final OrderMessage order, final Consumer<OrderMessage> legs) throws MalformedJsonException {
        if (!isObject()) {
            return;
        }
        for (OrderField field = orderKeys.next(scanner); field != null; field = orderKeys.next(scanner)) {
            if (field == OrderField.LEGS && legs != null && scanner.peek() == '[') {
                readOrderList(legs);
            } else {
                readOrderField(field, order);
            }
        }
    }

    private void readOrderField(final OrderField field, final OrderMessage order) throws MalformedJsonException {
        switch (field) {
            case ID -> order.id.read(scanner);
            case CLIENT_ORDER_ID -> order.clientOrderId.read(scanner);
            case SYMBOL -> order.symbol.read(scanner);
            case ASSET_ID -> order.assetId.read(scanner);
            case SIDE -> order.side.read(scanner);
            case ORDER_CLASS -> order.orderClass.read(scanner);
            case REPLACED_BY -> order.replacedBy.read(scanner);
            case REPLACES -> order.replaces.read(scanner);
            case QTY -> order.quantity.read(scanner);
            case NOTIONAL -> order.notional.read(scanner);
            case FILLED_QTY -> order.filledQuantity.read(scanner);
            case LIMIT_PRICE -> order.limitPrice.read(scanner);
            case STOP_PRICE -> order.stopPrice.read(scanner);
            case STATUS -> order.status = VenueStatus.read(scanner);
            case CREATED_AT -> order.createdNs = time();
            case UPDATED_AT -> order.updatedNs = time();
            default -> scanner.skipValue();
        }
    }

    private void readFill(final FillActivity fill) throws MalformedJsonException {
        if (!isObject()) {
            return;
        }
        for (FillField field = fillKeys.next(scanner); field != null; field = fillKeys.next(scanner)) {
            switch (field) {
                case ID -> fill.id.read(scanner);
                case ORDER_ID -> fill.orderId.read(scanner);
                case TYPE -> fill.type.read(scanner);
                case PREVIOUS_ID, PREVIOUS_EXECUTION_ID -> fill.previousId.read(scanner);
                case PRICE -> fill.price.read(scanner);
                case QTY -> fill.quantity.read(scanner);
                case CUM_QTY -> fill.cumulative.read(scanner);
                case TRANSACTION_TIME -> fill.timeNs = time();
                default -> scanner.skipValue();
            }
        }
    }

    private long time() throws MalformedJsonException {
        final long timeNs = times.read(scanner);
        return timeNs == TimeReader.NONE ? OrderMessage.NO_TIME : timeNs;
    }
}
