package reprise.state;

import java.util.function.Function;

/**
 * Carries state out of an owner, or back into it: the owner hands over each field and takes what it gets for it. Saving gives back what it
 * was given, restoring gives back what was saved; so one method of the owner serves both, and they cannot differ.
 *
 * <pre>
 *   sum = state.field("sum", sum);
 * </pre>
 */
public interface StateExchange {
    /**
     * A floating point field.
     *
     * @param name of the field.
     * @param value its present value.
     * @return its value from now on.
     */
    double field(String name, double value);

    /**
     * An integer field.
     *
     * @param name of the field.
     * @param value its present value.
     * @return its value from now on.
     */
    long field(String name, long value);

    /**
     * A text.
     *
     * @param name of the field.
     * @param value its present value.
     * @return its value from now on.
     */
    String field(String name, String value);

    /**
     * Begins a section whose key is part of the state, such as the number of entries that follow; see {@link StateSink#section}.
     *
     * @param name of the section.
     * @param key its present key.
     * @return its key from now on.
     */
    long key(String name, long key);

    /**
     * Whether values are put back. An owner then makes anew what follows from them.
     *
     * @return false while saving.
     */
    boolean isRestoring();

    /**
     * A text that says what the fields behind it belong to; restoring refuses another.
     *
     * @param name of the field.
     * @param value its present and only value.
     */
    default void text(final String name, final String value) {
        final String found = field(name, value);
        if (!found.equals(value)) {
            throw new IllegalStateException(
                    "the state was recorded from something else: " + name + " is " + found + ", not " + value);
        }
    }

    /**
     * Begins a section, as {@link StateSink#section} does; restoring refuses another one.
     *
     * @param name of the section.
     * @param key that tells sections of one name apart.
     */
    default void section(final String name, final long key) {
        final long found = key(name, key);
        if (found != key) {
            throw new IllegalStateException(
                    "the state was recorded from something else: " + name + " is " + found + ", not " + key);
        }
    }

    /**
     * Begins a section with as many entries behind it.
     *
     * @param name of the section.
     * @param count how many there are.
     * @param capacity the most that there is room for; restoring refuses more.
     * @return how many there are from now on.
     */
    default int count(final String name, final int count, final int capacity) {
        final long found = key(name, count);
        if (found < 0 || found > capacity) {
            throw new IllegalStateException(
                    "the state was recorded with other capacities: " + name + " is " + found + " of " + capacity);
        }
        return (int) found;
    }

    /**
     * One of a few values, carried by its name.
     *
     * @param name of the field.
     * @param value its present value; null for none.
     * @param named gives the value of a name, as {@code valueOf} does.
     * @return its value from now on; null for none.
     */
    default <E extends Enum<E>> E field(final String name, final E value, final Function<String, E> named) {
        final String found = field(name, value == null ? "" : value.name());
        if (!isRestoring()) {
            return value;
        }
        try {
            return found.isEmpty() ? null : named.apply(found);
        } catch (final IllegalArgumentException e) {
            throw new IllegalStateException("the state holds an unknown value: " + name + " is " + found, e);
        }
    }

    /**
     * A count or an index.
     *
     * @param name of the field.
     * @param value its present value.
     * @return its value from now on.
     */
    default int field(final String name, final int value) {
        return Math.toIntExact(field(name, (long) value));
    }

    /**
     * A condition.
     *
     * @param name of the field.
     * @param value its present value.
     * @return its value from now on.
     */
    default boolean field(final String name, final boolean value) {
        return field(name, value ? 1L : 0L) != 0;
    }

    /**
     * An array of fixed length, whose elements are replaced.
     *
     * @param name of the field.
     * @param values its elements.
     */
    default void field(final String name, final double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = field(name, values[i]);
        }
    }

    /**
     * An array of fixed length, whose elements are replaced.
     *
     * @param name of the field.
     * @param values its elements.
     */
    default void field(final String name, final long[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = field(name, values[i]);
        }
    }

    /**
     * An exchange that only looks: it shows every field to a sink and gives it back unchanged.
     *
     * @param sink receives the fields.
     * @return an exchange that saves.
     */
    static StateExchange saving(final StateSink sink) {
        return new StateExchange() {
            @Override
            public double field(final String name, final double value) {
                sink.field(name, value);
                return value;
            }

            @Override
            public long field(final String name, final long value) {
                sink.field(name, value);
                return value;
            }

            @Override
            public String field(final String name, final String value) {
                sink.field(name, value);
                return value;
            }

            @Override
            public long key(final String name, final long key) {
                sink.section(name, key);
                return key;
            }

            @Override
            public boolean isRestoring() {
                return false;
            }
        };
    }
}
