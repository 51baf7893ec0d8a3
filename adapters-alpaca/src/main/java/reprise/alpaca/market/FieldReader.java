package reprise.alpaca.market;

import reprise.alpaca.json.Decimal;
import reprise.alpaca.json.TimeReader;
import reprise.number.Rounding;

/** Fields of a message as times, prices and quantities of its instrument. Remembers the first thing that is wrong; single-threaded; allocates nothing. */
final class FieldReader {
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
}
