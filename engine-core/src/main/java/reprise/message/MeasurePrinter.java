package reprise.message;

import reprise.number.Money;
import reprise.number.Unit;

/** Prints numbers that a decision was made by as people count them: a share as percent, a span in seconds. Allocates. */
final class MeasurePrinter {
    private static final int PERCENT_DECIMALS_OF_SHARE = Money.DECIMALS - 2;
    private static final int PERCENT_DECIMALS_OF_MILLIONTHS = 4;
    private static final int SECOND_DECIMALS = 9;
    private static final String NO_NUMBER = "-";

    private final FieldWriter fields;
    private final InstrumentScales scales;

    MeasurePrinter(final FieldWriter fields, final InstrumentScales scales) {
        this.fields = fields;
        this.scales = scales;
    }

    /** A code prints as the number it is: who knows its list prints its name instead. */
    void print(final String name, final long value, final Unit unit, final int instrumentId) {
        switch (unit) {
            case NONE -> fields.text(name, NO_NUMBER);
            case MONEY -> fields.measure(name, value, Money.DECIMALS, scales.accountCurrency());
            case SHARE -> fields.measure(name, value, PERCENT_DECIMALS_OF_SHARE, "%");
            case MILLIONTHS -> fields.measure(name, value, PERCENT_DECIMALS_OF_MILLIONTHS, "%");
            case PRICE -> fields.decimal(name, value, scales.priceDecimals(instrumentId));
            case QUANTITY -> fields.decimal(name, value, scales.quantityDecimals(instrumentId));
            case DURATION -> fields.measure(name, value, SECOND_DECIMALS, "s");
            default -> fields.number(name, value);
        }
    }

    /** What was compared and with what. */
    void print(final long value, final long limit, final Unit unit, final int instrumentId) {
        print("value", value, unit, instrumentId);
        print("limit", limit, unit, instrumentId);
    }

    /** What was compared and with what, in codes of a list of names. */
    void print(final long value, final long limit, final Enum<?>[] names) {
        print("value", value, names);
        print("limit", limit, names);
    }

    private void print(final String name, final long code, final Enum<?>[] names) {
        if (code < 0 || code >= names.length) {
            fields.number(name, code);
        } else {
            fields.text(name, names[(int) code].name());
        }
    }
}
