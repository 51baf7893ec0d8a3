package reprise.simulation.alpaca.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A value whose name in messages is its constant's in small letters. */
public interface WireNamed {
    /**
     * The constant's name.
     *
     * @return as an enumeration has it.
     */
    String name();

    /**
     * The name in messages.
     *
     * @return in small letters.
     */
    default String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds a value by its name in messages.
     *
     * @param values to look in.
     * @param text the name.
     * @param <T> of values.
     * @return empty if there is none.
     */
    static <T extends WireNamed> Optional<T> find(final T[] values, final String text) {
        return Arrays.stream(values)
                .filter(value -> value.wireName().equals(text))
                .findFirst();
    }
}
