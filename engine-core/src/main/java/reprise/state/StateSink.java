package reprise.state;

/**
 * Receives the replayed state of the engine as named fields in a fixed order. Owners must write all that can influence a later decision,
 * must not iterate in hash order, and must not depend on anything but their own state.
 */
public interface StateSink {
    /**
     * Opens a section; the fields that follow belong to it until the next section of the same owner.
     *
     * @param name of the section, such as {@code "order"}.
     * @param key that tells sections of one name apart, such as an order id.
     */
    void section(String name, long key);

    /**
     * An integer field: an id, a count, a time, a price, an amount, an enum's ordinal.
     *
     * @param name of the field.
     * @param value of the field.
     */
    void field(String name, long value);

    /**
     * A floating point field; every bit of it counts.
     *
     * @param name of the field.
     * @param value of the field.
     */
    void field(String name, double value);

    /**
     * A text field.
     *
     * @param name of the field.
     * @param value of the field.
     */
    void field(String name, CharSequence value);

    /**
     * A condition.
     *
     * @param name of the field.
     * @param value of the field.
     */
    default void field(final String name, final boolean value) {
        field(name, value ? 1L : 0L);
    }
}
