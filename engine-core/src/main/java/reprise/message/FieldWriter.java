package reprise.message;

/** Receives the fields of one message in order, as a printer names them. */
public interface FieldWriter {
    /**
     * A plain integer.
     *
     * @param name of the field.
     * @param value of the field.
     */
    void number(String name, long value);

    /**
     * A fixed-point number.
     *
     * @param name of the field.
     * @param value unscaled.
     * @param decimals scale, or {@link InstrumentScales#UNKNOWN_DECIMALS} if the instrument is not known.
     */
    void decimal(String name, long value, int decimals);

    /**
     * A fixed-point number with its unit.
     *
     * @param name of the field.
     * @param value unscaled.
     * @param decimals scale.
     * @param unit a currency, {@code "%"}, or {@code "s"} for a span of time; empty if it is not known.
     */
    void measure(String name, long value, int decimals, String unit);

    /**
     * A time.
     *
     * @param name of the field.
     * @param timeNs nanoseconds since the epoch.
     */
    void time(String name, long timeNs);

    /**
     * A text.
     *
     * @param name of the field.
     * @param value of the field.
     */
    void text(String name, String value);
}
