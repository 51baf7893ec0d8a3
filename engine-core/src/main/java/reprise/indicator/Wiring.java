package reprise.indicator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Turns expressions into calculations. What a calculation reads is made before it, so the order in which they are made is an order in which
 * they can be updated; equal ones are made once. For start-up.
 */
final class Wiring {
    private final IndicatorCatalog catalog;
    private final Indicators indicators;
    private final Map<String, Indicator> known = new LinkedHashMap<>();
    private final Deque<String> defining = new ArrayDeque<>();

    Wiring(final IndicatorCatalog catalog, final Indicators indicators) {
        this.catalog = catalog;
        this.indicators = indicators;
    }

    /** What the names in a definition stand for: the inputs and the parameters of the indicator that is defined. */
    private record Scope(Map<String, Line> lines, Arguments arguments) {
        static final Scope EMPTY = new Scope(Map.of(), null);

        boolean isParameter(final Expression expression) {
            return arguments != null && arguments.has(expression.name());
        }
    }

    Line demand(final Expression expression, final IndicatorSet source) {
        defining.clear();
        return line(expression, source, Scope.EMPTY);
    }

    private Line line(final Expression expression, final IndicatorSet source, final Scope scope) {
        if (expression.isNumber()) {
            throw new IllegalArgumentException("a number is not an indicator: " + Expression.text(expression.number()));
        }
        final Line given = scope.lines().get(expression.name());
        if (given != null) {
            return given;
        }
        final IndicatorSet from = expression.symbol() == null
                ? source
                : indicators.source(expression.symbol(), source.bars().series());
        if (BarLines.NAMES.contains(expression.name())) {
            return from.bar(expression.name());
        }
        final IndicatorSpec spec = catalog.get(expression.name());
        final List<Line> lines = new ArrayList<>();
        final List<Double> numbers = new ArrayList<>();
        for (final Expression argument : expression.arguments()) {
            if (argument.isNumber()) {
                numbers.add(argument.number());
            } else if (scope.isParameter(argument)) {
                numbers.add(scope.arguments().real(argument.name()));
            } else {
                lines.add(line(argument, from, scope));
            }
        }
        return line(spec, lines, new Arguments(spec, numbers), spec.outputIndex(expression.output()), from);
    }

    private Line line(
            final IndicatorSpec spec,
            final List<Line> given,
            final Arguments arguments,
            final int output,
            final IndicatorSet source) {
        if (defining.contains(spec.name())) {
            final List<String> circle = new ArrayList<>(defining);
            circle.add(spec.name());
            throw new IllegalArgumentException("indicators depend on each other in a circle: "
                    + String.join(" -> ", circle.subList(circle.indexOf(spec.name()), circle.size())));
        }
        defining.addLast(spec.name());
        final Map<String, Line> lines = inputs(spec, given, arguments, source);
        final Line line = spec.isComposed()
                ? line(Expression.parse(spec.outputs().get(output).expression()), source, new Scope(lines, arguments))
                : computed(spec, lines.values().toArray(Line[]::new), arguments).output(output);
        defining.removeLast();
        return line;
    }

    private Map<String, Line> inputs(
            final IndicatorSpec spec, final List<Line> given, final Arguments arguments, final IndicatorSet source) {
        final Map<String, Line> lines = new LinkedHashMap<>();
        int used = 0;
        for (final IndicatorSpec.Input input : spec.inputs()) {
            final boolean replaced = input.given() && used < given.size();
            lines.put(
                    input.name(),
                    replaced
                            ? given.get(used)
                            : line(
                                    Expression.parse(input.standard()),
                                    source,
                                    new Scope(Map.copyOf(lines), arguments)));
            used += replaced ? 1 : 0;
        }
        if (used < given.size()) {
            throw new IllegalArgumentException(
                    spec.name() + " takes " + used + " inputs (" + spec.signature() + "), not " + given.size());
        }
        return lines;
    }

    private Indicator computed(final IndicatorSpec spec, final Line[] inputs, final Arguments arguments) {
        final StringBuilder name = new StringBuilder(spec.name()).append('(');
        for (final Line input : inputs) {
            name.append(input.name()).append(',');
        }
        name.append(arguments.text());
        if (name.charAt(name.length() - 1) == ',') {
            name.setLength(name.length() - 1);
        }
        final String key = name.append(')').toString();
        final Indicator same = known.get(key);
        return same != null ? same : make(spec, key, inputs, arguments);
    }

    private Indicator make(
            final IndicatorSpec spec, final String name, final Line[] inputs, final Arguments arguments) {
        final IndicatorSet home = home(inputs);
        final Line[] local = new Line[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            local[i] = inputs[i].home() == home ? inputs[i] : joined(inputs[i], home);
        }
        return add(spec.create(local, arguments), name, spec, local, spec.warmUp(arguments), spec.memory(arguments));
    }

    /** A line of one instrument as it stands on the bars that it shares with others. */
    private Line joined(final Line line, final IndicatorSet home) {
        final String name = "joined(" + line.name() + "," + home.source() + ")";
        final Indicator same = known.get(name);
        if (same != null) {
            return same.output(0);
        }
        final Indicator joined = new Joined(line);
        joined.output(0).belongsTo(home, name, line.firstBar(), line.stableBar());
        joined.wire(new Line[] {line}, 1);
        home.add(joined);
        known.put(name, joined);
        return joined.output(0);
    }

    private Indicator add(
            final Indicator indicator,
            final String name,
            final IndicatorSpec spec,
            final Line[] inputs,
            final int warmUp,
            final int memory) {
        int first = warmUp;
        long stable = memory;
        for (final Line input : inputs) {
            first = input.firstBar() == IndicatorSpec.WITH_DATA || first == IndicatorSpec.WITH_DATA
                    ? IndicatorSpec.WITH_DATA
                    : Math.max(first, input.firstBar() + warmUp - 1);
            stable = Math.max(stable, Math.max(0L, memory - 1L) + input.stableBar());
        }
        for (int i = 0; i < indicator.outputCount(); i++) {
            final String output =
                    i == 0 ? name : name + "." + spec.outputs().get(i).name();
            indicator.output(i).belongsTo(inputs[0].home(), output, first, (int) Math.min(stable, IndicatorSpec.NEVER));
        }
        indicator.wire(inputs, warmUp);
        inputs[0].home().add(indicator);
        known.put(name, indicator);
        return indicator;
    }

    private IndicatorSet home(final Line[] inputs) {
        final TreeSet<IndicatorSet> members = new TreeSet<>(Comparator.comparing(IndicatorSet::source));
        boolean same = true;
        for (final Line input : inputs) {
            same &= input.home() == inputs[0].home();
            members.addAll(List.of(input.home().members()));
        }
        return same ? inputs[0].home() : indicators.joint(List.copyOf(members));
    }
}
