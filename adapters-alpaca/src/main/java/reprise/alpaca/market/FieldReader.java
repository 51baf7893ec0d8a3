package reprise.alpaca.market;

import java.nio.charset.StandardCharsets;
import reprise.alpaca.json.Decimal;
import reprise.alpaca.json.TimeReader;
import reprise.market.Aggressor;
import reprise.number.Rounding;

/** Fields of a message as times, prices and quantities of its instrument. Remembers the first thing that is wrong; single-threaded; allocates nothing. */
final class FieldReader {
    /** Stands for no id. */
    static final long NO_ID = -1;

    private final MessageFields fields;
    private SymbolTable.Entry instrument;
    private Problem failure;
    private boolean rounded;

    FieldReader(final MessageFields fields) {
        this.fields = fields;
    }

    void begin(final SymbolTable.Entry newInstrument) {
        instrument = newInstrument;
        failure = null;
        rounded = false;
    }

    /** What is wrong with the message, or null. */
    Problem failure() {
        return failure;
    }

    boolean isRounded() {
        return rounded;
    }

    void fail(final Problem problem) {
        failure = failure == null ? problem : failure;
    }

    long time() {
        final long timeNs = fields.timeNs();
        if (timeNs != TimeReader.NONE) {
            return timeNs;
        }
        fail(Problem.BAD_FIELD);
        return 0;
    }

    /** A positive price, rounded to the nearest. */
    long price(final int field) {
        final long price = priceOrNone(field, Rounding.HALF_EVEN);
        if (price == 0) {
            fail(Problem.BAD_FIELD);
        }
        return price;
    }

    long priceOrNone(final int field, final Rounding rounding) {
        return number(field, instrument.priceDecimals(), rounding, instrument.maxPrice());
    }

    long positiveQuantity(final int field) {
        final long quantity = quantity(field);
        if (quantity == 0) {
            fail(Problem.BAD_FIELD);
        }
        return quantity;
    }

    long quantity(final int field) {
        return number(field, instrument.quantityDecimals(), Rounding.HALF_EVEN, instrument.maxQuantity());
    }

    private long number(final int field, final int decimals, final Rounding rounding, final long limit) {
        if (!fields.isNumber(field) || fields.number(field).isNegative()) {
            fail(Problem.BAD_FIELD);
            return 0;
        }
        final Decimal number = fields.number(field);
        final long value = number.magnitude(decimals, rounding, limit);
        rounded |= number.wasRounded();
        if (value < 0) {
            fail(Problem.OUT_OF_RANGE);
        }
        return value;
    }

    /** A whole number by which something is known, or {@link #NO_ID}. */
    long id(final int field) {
        if (!fields.isNumber(field)
                || fields.number(field).isNegative()
                || !fields.number(field).isExact(0)) {
            return NO_ID;
        }
        return fields.number(field).magnitude(0, Rounding.FLOOR, Long.MAX_VALUE);
    }

    /** The code of an exchange, its first characters in one number; 0 for none, as pairs have. */
    int exchange() {
        int code = 0;
        for (int i = 0;
                fields.isText(Field.EXCHANGE) && i < Math.min(Integer.BYTES, fields.length(Field.EXCHANGE));
                i++) {
            code = code << Byte.SIZE | fields.source(Field.EXCHANGE)[fields.start(Field.EXCHANGE) + i] & 0xff;
        }
        return code;
    }

    /** A text; empty for none. */
    String text(final int field) {
        return fields.isText(field)
                ? new String(fields.source(field), fields.start(field), fields.length(field), StandardCharsets.UTF_8)
                : "";
    }

    /** Who took the liquidity. */
    Aggressor taker() {
        if (!fields.isText(Field.TAKER) || fields.length(Field.TAKER) != 1) {
            return Aggressor.UNKNOWN;
        }
        return switch (fields.source(Field.TAKER)[fields.start(Field.TAKER)]) {
            case 'B' -> Aggressor.BUYER;
            case 'S' -> Aggressor.SELLER;
            default -> Aggressor.UNKNOWN;
        };
    }
}
