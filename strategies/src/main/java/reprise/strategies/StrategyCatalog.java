package reprise.strategies;

import java.util.List;
import reprise.strategy.ParameterReader;
import reprise.strategy.Strategy;

/** The strategies that ship, by the name that a configuration gives to their kind. For start-up. */
public final class StrategyCatalog {
    private static final List<String> KINDS = List.of("trend");

    private StrategyCatalog() {}

    /**
     * All kinds, for help and error messages.
     *
     * @return names in the order in which they should be shown.
     */
    public static List<String> kinds() {
        return KINDS;
    }

    /**
     * A new strategy.
     *
     * @param kind one of {@link #kinds()}.
     * @param reader of the strategy's parameters.
     * @return a strategy that has seen nothing yet.
     * @throws IllegalArgumentException if there is no such kind; what the reader throws if a parameter is wrong.
     */
    public static Strategy create(final String kind, final ParameterReader reader) {
        return switch (kind) {
            case "trend" -> new TrendStrategy(TrendStrategy.Parameters.read(reader));
            default ->
                throw new IllegalArgumentException(
                        "no strategy of kind '" + kind + "'; there are: " + String.join(", ", KINDS));
        };
    }
}
