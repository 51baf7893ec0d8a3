package reprise.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What an indicator is: its name, inputs, parameters and outputs, what it needs, how long it warms up, and how it is made. Either
 * <em>computed</em> by a class of its own, or <em>composed</em> of others, when each output is an expression. Immutable; for start-up and
 * for documentation.
 */
public final class IndicatorSpec {
    /** Said of a warm-up that no count of bars tells: the first value comes when the data have what it takes, such as a whole session. */
    public static final int WITH_DATA = 0;

    /** Said of a memory that never fades: the values always depend on where the calculation began. */
    public static final int NEVER = Integer.MAX_VALUE;

    /** The longest window. */
    public static final int MAX_PERIOD = 100_000;

    /**
     * A number that shapes the calculation.
     *
     * @param name of the parameter.
     * @param standard value where none is given.
     * @param min smallest allowed.
     * @param max largest allowed.
     * @param whole whether it must be a whole number.
     */
    public record Parameter(String name, double standard, double min, double max, boolean whole) {}

    /**
     * A line that the calculation reads.
     *
     * @param name of the input.
     * @param standard expression of what it is where nothing else is given.
     * @param given whether a demand may put another line in its place; otherwise it is what the indicator depends on.
     */
    public record Input(String name, String standard, boolean given) {}

    /**
     * A line that the calculation writes.
     *
     * @param name of the output.
     * @param expression of which it is composed; null if it is computed.
     */
    public record Output(String name, String expression) {}

    /** Makes the calculation. */
    @FunctionalInterface
    public interface Factory {
        /**
         * A calculation at its beginning.
         *
         * @param inputs as declared: first what may be given, then what is needed, in the order of their declaration.
         * @param arguments the parameters.
         * @return the calculation.
         */
        Indicator create(Line[] inputs, Arguments arguments);
    }

    private final String name;
    private final String title;
    private final List<Input> inputs;
    private final List<Parameter> parameters;
    private final List<Output> outputs;
    private final String formula;
    private final String source;
    private final ToIntFunction<Arguments> warmUp;
    private final ToIntFunction<Arguments> memory;
    private final Factory factory;

    private IndicatorSpec(final Builder builder, final Factory factory) {
        name = builder.name;
        title = builder.title;
        inputs = List.copyOf(builder.inputs);
        parameters = List.copyOf(builder.parameters);
        outputs = List.copyOf(builder.outputs);
        formula = builder.formula;
        source = builder.source;
        warmUp = builder.warmUp;
        memory = builder.memory;
        this.factory = factory;
    }

    /**
     * Begins a declaration.
     *
     * @param name TA-Lib's in lower case, where it has one.
     * @param title what it is, in a few words.
     * @return a builder.
     */
    public static Builder named(final String name, final String title) {
        return new Builder(name, title);
    }

    /**
     * The name.
     *
     * @return such as {@code ema}.
     */
    public String name() {
        return name;
    }

    /**
     * What it is.
     *
     * @return a few words.
     */
    public String title() {
        return title;
    }

    /**
     * The lines it reads.
     *
     * @return in order.
     */
    public List<Input> inputs() {
        return inputs;
    }

    /**
     * Its parameters.
     *
     * @return in order.
     */
    public List<Parameter> parameters() {
        return parameters;
    }

    /**
     * The lines it writes.
     *
     * @return in order, the one that a demand without a name means first.
     */
    public List<Output> outputs() {
        return outputs;
    }

    /**
     * How it is calculated.
     *
     * @return one line.
     */
    public String formula() {
        return formula;
    }

    /**
     * Who defined it so.
     *
     * @return author and year, or the library whose convention it follows.
     */
    public String source() {
        return source;
    }

    /**
     * Whether it is made of other indicators alone.
     *
     * @return false if a class of its own computes it.
     */
    public boolean isComposed() {
        return factory == null;
    }

    /**
     * How it is written.
     *
     * @return such as {@code ema(x=close, period=20)}.
     */
    public String signature() {
        final List<String> parts = new ArrayList<>();
        inputs.stream().filter(Input::given).forEach(input -> parts.add(input.name() + "=" + input.standard()));
        parameters.forEach(parameter -> parts.add(parameter.name() + "=" + Expression.text(parameter.standard())));
        return parts.isEmpty() ? name : name + "(" + String.join(", ", parts) + ")";
    }

    int warmUp(final Arguments arguments) {
        return warmUp.applyAsInt(arguments);
    }

    int memory(final Arguments arguments) {
        return memory.applyAsInt(arguments);
    }

    Indicator create(final Line[] lines, final Arguments arguments) {
        return factory.create(lines, arguments);
    }

    int outputIndex(final String output) {
        for (int i = 0; i < outputs.size(); i++) {
            if (output == null || outputs.get(i).name().equals(output)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name + " has no output '" + output + "'; it has: "
                + String.join(", ", outputs.stream().map(Output::name).toList()));
    }

    /**
     * After how many updates a factor per update has shrunk the first value to a part in a billion.
     *
     * @param factor from 0 to below 1.
     * @return updates.
     */
    public static int fade(final double factor) {
        return factor <= 0 ? 0 : (int) Math.ceil(StrictMath.log(1e-9) / StrictMath.log(factor));
    }

    /** Collects a declaration; for the class constants that declare indicators. */
    public static final class Builder {
        private final String name;
        private final String title;
        private final List<Input> inputs = new ArrayList<>();
        private final List<Parameter> parameters = new ArrayList<>();
        private final List<Output> outputs = new ArrayList<>();
        private String formula = "";
        private String source = "";
        private ToIntFunction<Arguments> warmUp = arguments -> 1;
        private ToIntFunction<Arguments> memory = warmUp;

        private Builder(final String name, final String title) {
            this.name = name;
            this.title = title;
        }

        /**
         * A line that it reads and that a demand may replace.
         *
         * @param inputName of the input.
         * @param standard what it is otherwise, an expression.
         * @return this.
         */
        public Builder input(final String inputName, final String standard) {
            inputs.add(new Input(inputName, standard, true));
            return this;
        }

        /**
         * Lines that it depends on.
         *
         * @param expressions of its inputs and parameters.
         * @return this.
         */
        public Builder needs(final String... expressions) {
            for (final String expression : expressions) {
                inputs.add(new Input(expression, expression, false));
            }
            return this;
        }

        /**
         * A length in bars.
         *
         * @param parameterName of the parameter.
         * @param standard where none is given.
         * @param min shortest allowed.
         * @return this.
         */
        public Builder period(final String parameterName, final int standard, final int min) {
            return integer(parameterName, standard, min, MAX_PERIOD);
        }

        /**
         * A whole number.
         *
         * @param parameterName of the parameter.
         * @param standard where none is given.
         * @param min smallest allowed.
         * @param max largest allowed.
         * @return this.
         */
        public Builder integer(final String parameterName, final int standard, final int min, final int max) {
            parameters.add(new Parameter(parameterName, standard, min, max, true));
            return this;
        }

        /**
         * A real number.
         *
         * @param parameterName of the parameter.
         * @param standard where none is given.
         * @param min smallest allowed.
         * @param max largest allowed.
         * @return this.
         */
        public Builder real(final String parameterName, final double standard, final double min, final double max) {
            parameters.add(new Parameter(parameterName, standard, min, max, false));
            return this;
        }

        /**
         * Names the computed outputs; without this there is one, called value.
         *
         * @param names in the order in which they are emitted.
         * @return this.
         */
        public Builder outputs(final String... names) {
            for (final String output : names) {
                outputs.add(new Output(output, null));
            }
            return this;
        }

        /**
         * An output that is composed of others.
         *
         * @param outputName of the output.
         * @param expression of its inputs and parameters.
         * @return this.
         */
        public Builder output(final String outputName, final String expression) {
            outputs.add(new Output(outputName, expression));
            return this;
        }

        /**
         * How it is calculated, and by whose definition.
         *
         * @param text one line.
         * @param from author and year, or library.
         * @return this.
         */
        public Builder formula(final String text, final String from) {
            formula = text;
            source = from;
            return this;
        }

        /**
         * The own warm-up, which comes on top of that of the inputs, for a calculation that sees no further back.
         *
         * @param updates until the first value, that one included; {@link #WITH_DATA} if no count tells.
         * @return this.
         */
        public Builder warmUp(final ToIntFunction<Arguments> updates) {
            warmUp = updates;
            memory = updates;
            return this;
        }

        /**
         * How many updates it remembers; behind {@link #warmUp}, for a calculation that sees further back.
         *
         * @param updates until the beginning no longer matters to a part in a billion, or {@link #NEVER}.
         * @return this.
         */
        public Builder memory(final ToIntFunction<Arguments> updates) {
            memory = updates;
            return this;
        }

        /**
         * Ends the declaration of an indicator with a class of its own.
         *
         * @param factory makes the calculation.
         * @return the declaration.
         */
        public IndicatorSpec computedBy(final Factory factory) {
            if (outputs.isEmpty()) {
                outputs("value");
            }
            return new IndicatorSpec(this, factory);
        }

        /**
         * Ends the declaration of an indicator with one output that is composed of others.
         *
         * @param expression of its inputs and parameters.
         * @return the declaration.
         */
        public IndicatorSpec is(final String expression) {
            return output("value", expression).composed();
        }

        /**
         * Ends the declaration of an indicator that is composed of others.
         *
         * @return the declaration.
         */
        public IndicatorSpec composed() {
            return new IndicatorSpec(this, null);
        }
    }
}
