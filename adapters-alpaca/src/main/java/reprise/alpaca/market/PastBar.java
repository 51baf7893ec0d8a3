package reprise.alpaca.market;

import reprise.alpaca.json.TimeReader;
import reprise.number.Rounding;

/** A bar of the past as the answer has it. Valid only during the call that hands it over. */
public final class PastBar {
    private static final int[] NUMBERS = {Field.OPEN, Field.HIGH, Field.LOW, Field.CLOSE, Field.VOLUME};

    private final MessageFields fields;
    private String symbol;
    private long startNs;
    private long lengthNs;

    PastBar(final MessageFields fields) {
        this.fields = fields;
    }

    /** Takes what the fields say; false if that is no bar. */
    boolean set(final String newSymbol, final long newLengthNs) {
        symbol = newSymbol;
        lengthNs = newLengthNs;
        startNs = fields.timeNs();
        boolean good = startNs != TimeReader.NONE;
        for (final int field : NUMBERS) {
            good = good
                    && fields.isNumber(field)
                    && !fields.number(field).isNegative()
                    && fields.number(field).isReasonable()
                    && (field == Field.VOLUME || !fields.number(field).isZero());
        }
        return good;
    }

    /**
     * Whose bar it is.
     *
     * @return the symbol, of crypto with a slash.
     */
    public String symbol() {
        return symbol;
    }

    /**
     * When it began.
     *
     * @return nanoseconds since the epoch.
     */
    public long startNs() {
        return startNs;
    }

    /**
     * When it closed: its length after its start.
     *
     * @return nanoseconds since the epoch.
     */
    public long closeNs() {
        return startNs + lengthNs;
    }

    /**
     * How long it was.
     *
     * @return nanoseconds.
     */
    public long lengthNs() {
        return lengthNs;
    }

    /**
     * First price.
     *
     * @return exact, as plain text.
     */
    public String openText() {
        return text(Field.OPEN);
    }

    /**
     * Highest price.
     *
     * @return exact, as plain text.
     */
    public String highText() {
        return text(Field.HIGH);
    }

    /**
     * Lowest price.
     *
     * @return exact, as plain text.
     */
    public String lowText() {
        return text(Field.LOW);
    }

    /**
     * Last price.
     *
     * @return exact, as plain text.
     */
    public String closeText() {
        return text(Field.CLOSE);
    }

    /**
     * Traded quantity.
     *
     * @return exact, as plain text.
     */
    public String volumeText() {
        return text(Field.VOLUME);
    }

    private String text(final int field) {
        return fields.number(field).toText();
    }

    /**
     * First price at a scale, rounded to the nearest unit, ties to the even one; like the next ones.
     *
     * @param decimals of the scale.
     * @return price; -1 if it does not fit.
     */
    public long open(final int decimals) {
        return scaled(Field.OPEN, decimals);
    }

    /**
     * Highest price at a scale.
     *
     * @param decimals of the scale.
     * @return price; -1 if it does not fit.
     */
    public long high(final int decimals) {
        return scaled(Field.HIGH, decimals);
    }

    /**
     * Lowest price at a scale.
     *
     * @param decimals of the scale.
     * @return price; -1 if it does not fit.
     */
    public long low(final int decimals) {
        return scaled(Field.LOW, decimals);
    }

    /**
     * Last price at a scale.
     *
     * @param decimals of the scale.
     * @return price; -1 if it does not fit.
     */
    public long close(final int decimals) {
        return scaled(Field.CLOSE, decimals);
    }

    /**
     * Traded quantity at a scale.
     *
     * @param decimals of the scale.
     * @return quantity; -1 if it does not fit.
     */
    public long volume(final int decimals) {
        return scaled(Field.VOLUME, decimals);
    }

    private long scaled(final int field, final int decimals) {
        return fields.number(field).magnitude(decimals, Rounding.HALF_EVEN, Long.MAX_VALUE);
    }
}
