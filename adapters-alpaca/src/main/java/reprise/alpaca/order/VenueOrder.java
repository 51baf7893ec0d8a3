package reprise.alpaca.order;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import reprise.alpaca.json.Chars;
import reprise.alpaca.json.Decimal;
import reprise.alpaca.wire.OrderMessage;
import reprise.alpaca.wire.VenueStatus;
import reprise.market.InstrumentDefinition;
import reprise.number.Rounding;

/**
 * One of Alpaca's orders: what we have heard of it and what the engine was told. One of our orders has several when it was replaced. Guarded
 * by the lock of the book.
 */
final class VenueOrder {
    private static final int FIELDS = 5;

    final String id;
    final byte[] idBytes;
    final long key;
    private long quantity;
    long limitPrice;
    long stopPrice;
    long createdNs;
    long updatedNs;
    VenueStatus status = VenueStatus.UNKNOWN;

    /** What has traded, as far as Alpaca has shown. */
    long filledSeen;

    /** The same by the newest message alone. */
    private long filledNewest;

    /** What has traded, as far as the engine was told. */
    long filledTold;

    /** When the last fill was that the engine was told of; 0 for none. */
    long lastFillNs;

    int takenBack;
    String replacedBy = "";

    /** Of an amount of money: Alpaca never says of which quantity. */
    private boolean isOfAmount;

    /** What the engine was told that the amount came to; 0 for nothing yet. */
    long restatedTold;

    /** Of each execution told: number of Alpaca's name, engine's id, price, quantity, time. */
    private long[] executions = new long[8 * FIELDS];

    private int executionCount;

    VenueOrder(final String id) {
        this.id = id;
        idBytes = id.getBytes(StandardCharsets.ISO_8859_1);
        key = ExecutionIds.key(id);
    }

    /**
     * Takes what is newer; an end is never undone. What has traded becomes less only where a fill was taken back: without that, all messages
     * count, since times of one order may be out of order by a little.
     */
    void hear(final OrderMessage message, final InstrumentDefinition instrument) {
        quantity = message.quantity().isPresent()
                ? message.quantity().toScale(instrument.quantityDecimals(), Rounding.FLOOR)
                : quantity;
        isOfAmount |= message.notional().isPresent();
        limitPrice = price(message.limitPrice(), limitPrice, instrument);
        stopPrice = price(message.stopPrice(), stopPrice, instrument);
        createdNs = createdNs == 0 ? message.createdNs() : createdNs;
        final long filled = message.filledQuantity().toScale(instrument.quantityDecimals(), Rounding.FLOOR);
        final boolean isNewest = !isOld(message);
        if (isNewest && message.filledQuantity().isPresent()) {
            filledNewest = filled;
        }
        filledSeen = takenBack == 0 ? Math.max(filledSeen, filled) : filledNewest;
        updatedNs = Math.max(updatedNs, message.updatedNs());
        final boolean isNews = isNewest || message.status().isFinal();
        if (!status.isFinal() && isNews && message.status() != VenueStatus.UNKNOWN) {
            status = message.status();
        }
        final Chars next = message.replacedBy();
        if (!next.isEmpty() && !next.is(replacedBy)) {
            replacedBy = next.toString();
        }
    }

    /** How much it is of; 0 as long as nobody knows what its amount comes to, which is what has traded when all of it has. */
    long quantity() {
        return !isOfAmount ? quantity : status == VenueStatus.FILLED ? filledSeen : 0;
    }

    boolean isOfAmount() {
        return isOfAmount;
    }

    /** Whether a message shows the order as it was before what was heard of it last. One without a time is taken for new. */
    boolean isOld(final OrderMessage message) {
        return message.updatedNs() != 0 && message.updatedNs() < updatedNs;
    }

    /** Whether a message shows something that the stream always tells of: that an order came to an exchange, traded, or ended. */
    boolean isNews(final OrderMessage message, final InstrumentDefinition instrument) {
        final boolean isFurther =
                isTold(message.status()) && !isTold(status) || message.status().isFinal() && !status.isFinal();
        return !isOld(message)
                && (isFurther
                        || message.filledQuantity().isPresent()
                                && message.filledQuantity().toScale(instrument.quantityDecimals(), Rounding.FLOOR)
                                        != filledNewest);
    }

    private static boolean isTold(final VenueStatus status) {
        return status == VenueStatus.NEW || status == VenueStatus.PARTIALLY_FILLED || status.isFinal();
    }

    /** Whether a message that is not older than what was heard shows fewer fills than were told. */
    boolean isLessThanTold(final OrderMessage message, final InstrumentDefinition instrument) {
        return !isOld(message)
                && message.filledQuantity().isPresent()
                && message.filledQuantity().toScale(instrument.quantityDecimals(), Rounding.FLOOR) < filledTold;
    }

    private static long price(final Decimal price, final long present, final InstrumentDefinition instrument) {
        return price.isPresent() ? price.toScale(instrument.priceDecimals(), Rounding.HALF_EVEN) : present;
    }

    boolean isBehind() {
        return filledTold != filledSeen;
    }

    void told(final long nameKey, final long executionId, final long price, final long traded, final long timeNs) {
        if ((executionCount + 1) * FIELDS > executions.length) {
            executions = Arrays.copyOf(executions, 2 * executions.length);
        }
        final int at = executionCount++ * FIELDS;
        executions[at] = nameKey;
        executions[at + 1] = executionId;
        executions[at + 2] = price;
        executions[at + 3] = traded;
        executions[at + 4] = timeNs;
    }

    /** An execution that was told is undone. What has traded is from now on what the newest message says. */
    void takeBack(final int index) {
        takenBack++;
        filledTold -= traded(index);
        filledSeen = filledNewest;
        executions[index * FIELDS + 3] = 0;
    }

    /** Makes room for executions to come. */
    void reserve(final int count) {
        executions = Arrays.copyOf(executions, Math.max(executions.length, (executionCount + count) * FIELDS));
    }

    /** Where an execution is among those told, by Alpaca's name of it; -1 if it is not there. */
    int find(final long nameKey) {
        for (int i = 0; i < executionCount; i++) {
            if (executions[i * FIELDS] == nameKey) {
                return i;
            }
        }
        return -1;
    }

    long executionId(final int index) {
        return executions[index * FIELDS + 1];
    }

    long price(final int index) {
        return executions[index * FIELDS + 2];
    }

    /** What it traded; 0 if it was taken back since, or took another back. */
    long traded(final int index) {
        return executions[index * FIELDS + 3];
    }

    long timeNs(final int index) {
        return executions[index * FIELDS + 4];
    }

    int executionCount() {
        return executionCount;
    }

    @Override
    public String toString() {
        return id + " " + status + ", " + filledSeen + " of " + quantity() + " filled";
    }
}
