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
    long quantity;
    long limitPrice;
    long stopPrice;
    long createdNs;
    long updatedNs;
    VenueStatus status = VenueStatus.UNKNOWN;

    /** What has traded, as far as Alpaca has shown. */
    long filledSeen;

    /** What has traded, as far as the engine was told. */
    long filledTold;

    /** When the last fill was that the engine was told of; 0 for none. */
    long lastFillNs;

    int takenBack;
    String replacedBy = "";

    /** Of each execution told: number of Alpaca's name, engine's id, price, quantity, time. */
    private long[] executions = new long[8 * FIELDS];

    private int executionCount;

    VenueOrder(final String id) {
        this.id = id;
        idBytes = id.getBytes(StandardCharsets.ISO_8859_1);
        key = ExecutionIds.key(id);
    }

    /** Takes what is newer; an end is never undone, and what has traded becomes less only where a fill was taken back. */
    void hear(final OrderMessage message, final InstrumentDefinition instrument) {
        quantity = message.quantity().isPresent()
                ? message.quantity().toScale(instrument.quantityDecimals(), Rounding.FLOOR)
                : quantity;
        limitPrice = price(message.limitPrice(), limitPrice, instrument);
        stopPrice = price(message.stopPrice(), stopPrice, instrument);
        createdNs = createdNs == 0 ? message.createdNs() : createdNs;
        final long filled = message.filledQuantity().toScale(instrument.quantityDecimals(), Rounding.FLOOR);
        if (takenBack == 0) {
            filledSeen = Math.max(filledSeen, filled);
        } else if (message.updatedNs() > updatedNs) {
            filledSeen = filled;
        }
        updatedNs = Math.max(updatedNs, message.updatedNs());
        if (!status.isFinal() && message.status() != VenueStatus.UNKNOWN) {
            status = message.status();
        }
        final Chars next = message.replacedBy();
        if (!next.isEmpty() && !next.is(replacedBy)) {
            replacedBy = next.toString();
        }
    }

    /** Whether a message that is not older than what was heard shows fewer fills than were told. */
    boolean isLessThanTold(final OrderMessage message, final InstrumentDefinition instrument) {
        return message.updatedNs() >= updatedNs
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
        return id + " " + status + ", " + filledSeen + " of " + quantity + " filled";
    }
}
