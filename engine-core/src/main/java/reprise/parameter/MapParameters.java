package reprise.parameter;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import reprise.exit.ExitPolicy;

/**
 * Parameters from a map of texts, for tests and for programs that configure themselves: errors name the parameter. Lists are separated by
 * commas; there are no lists of records; those of a
 * record that is a parameter itself are called by both names, with a dot between.
 *
 * @param values by name of the parameter.
 * @param symbols of all instruments.
 */
public record MapParameters(Map<String, String> values, List<String> symbols) implements ParameterSource {
    private static final int QUANTITY_DECIMALS = 8;

    @Override
    public boolean has(final String name) {
        return values.containsKey(name);
    }

    @Override
    public String text(final String name) {
        return values.get(name);
    }

    @Override
    public List<String> texts(final String name) {
        return List.of(values.get(name).split(","));
    }

    @Override
    public List<String> recordNames(final String name) {
        throw invalid(name, "a map has no records");
    }

    @Override
    public ParameterSource record(final String name, final String recordName) {
        throw invalid(name, "a map has no records");
    }

    @Override
    public String recordText(final String name, final String recordName) {
        throw invalid(name, "a map has no records");
    }

    @Override
    public ParameterSource nested(final String name) {
        final Map<String, String> below = new TreeMap<>();
        values.forEach((key, text) -> {
            if (key.startsWith(name + ".")) {
                below.put(key.substring(name.length() + 1), text);
            }
        });
        return new MapParameters(below, symbols);
    }

    @Override
    public ExitPolicy exits(final String name) {
        throw invalid(name, "a map has no exits");
    }

    @Override
    public void finish() {
        // What a test gives too much harms nobody.
    }

    @Override
    public int quantityDecimals(final String symbol) {
        return QUANTITY_DECIMALS;
    }

    @Override
    public RuntimeException invalid(final String name, final String problem) {
        return new ParameterException(name, name + ": " + problem);
    }

    @Override
    public RuntimeException missing(final String name) {
        return new ParameterException(name, name + " is missing");
    }

    @Override
    public String suggestion(final String word, final List<String> known) {
        return "";
    }
}
