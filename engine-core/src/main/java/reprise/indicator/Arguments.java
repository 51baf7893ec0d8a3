package reprise.indicator;

import java.util.List;

/** The parameters of one indicator, checked against their ranges. For start-up. */
public final class Arguments {
    private final IndicatorSpec spec;
    private final double[] values;

    Arguments(final IndicatorSpec spec, final List<Double> given) {
        this.spec = spec;
        final List<IndicatorSpec.Parameter> parameters = spec.parameters();
        if (given.size() > parameters.size()) {
            throw new IllegalArgumentException(spec.name() + " takes at most " + parameters.size() + " numbers ("
                    + spec.signature() + "), not " + given.size());
        }
        values = new double[parameters.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i < given.size() ? given.get(i) : parameters.get(i).standard();
            check(parameters.get(i), values[i]);
        }
    }

    private void check(final IndicatorSpec.Parameter parameter, final double value) {
        final boolean fits = value >= parameter.min() && value <= parameter.max();
        if (!fits || parameter.whole() && value != Math.rint(value)) {
            throw new IllegalArgumentException(spec.name() + ": " + parameter.name() + " must be "
                    + (parameter.whole() ? "a whole number from " : "from ") + Expression.text(parameter.min()) + " to "
                    + Expression.text(parameter.max()) + ", not " + Expression.text(value));
        }
    }

    /**
     * A parameter.
     *
     * @param name as declared.
     * @return its value.
     */
    public double real(final String name) {
        final List<IndicatorSpec.Parameter> parameters = spec.parameters();
        for (int i = 0; i < values.length; i++) {
            if (parameters.get(i).name().equals(name)) {
                return values[i];
            }
        }
        throw new IllegalStateException(spec.name() + " declares no parameter " + name);
    }

    /**
     * A parameter that is a whole number.
     *
     * @param name as declared.
     * @return its value.
     */
    public int integer(final String name) {
        return (int) real(name);
    }

    boolean has(final String name) {
        return spec.parameters().stream().anyMatch(parameter -> parameter.name().equals(name));
    }

    String text() {
        final StringBuilder text = new StringBuilder();
        for (final double value : values) {
            text.append(text.length() == 0 ? "" : ",").append(Expression.text(value));
        }
        return text.toString();
    }
}
