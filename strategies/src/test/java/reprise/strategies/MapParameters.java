package reprise.strategies;

import java.util.Map;
import reprise.bar.BarExpression;
import reprise.bar.BarSpec;
import reprise.number.Money;
import reprise.strategy.ParameterReader;

/** Parameters from a map of texts; errors name the parameter. */
record MapParameters(Map<String, String> values) implements ParameterReader {
    @Override
    public int integer(final String name, final int defaultValue, final int min, final int max) {
        final int value = values.containsKey(name) ? Integer.parseInt(values.get(name)) : defaultValue;
        return (int) inRange(name, value, min, max);
    }

    @Override
    public double real(final String name, final double defaultValue, final double min, final double max) {
        final double value = values.containsKey(name) ? Double.parseDouble(values.get(name)) : defaultValue;
        return inRange(name, value, min, max);
    }

    @Override
    public long money(final String name, final long defaultValue, final long min) {
        final long value = values.containsKey(name) ? Money.parse(values.get(name)) : defaultValue;
        inRange(name, value, min, Double.POSITIVE_INFINITY);
        return value;
    }

    @Override
    public boolean flag(final String name, final boolean defaultValue) {
        return values.containsKey(name) ? Boolean.parseBoolean(values.get(name)) : defaultValue;
    }

    @Override
    public String instrument(final String name) {
        if (!values.containsKey(name)) {
            throw invalid(name, "is missing");
        }
        return values.get(name);
    }

    @Override
    public BarSpec bars(final String name, final String instrument) {
        return values.containsKey(name) ? BarExpression.parse(values.get(name), 5) : null;
    }

    @Override
    public RuntimeException invalid(final String name, final String problem) {
        return new IllegalArgumentException(name + " " + problem);
    }

    private double inRange(final String name, final double value, final double min, final double max) {
        if (!(value >= min && value <= max)) {
            throw invalid(name, "must be from " + min + " to " + max + ": " + value);
        }
        return value;
    }
}
