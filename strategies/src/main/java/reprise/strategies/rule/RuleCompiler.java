package reprise.strategies.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import reprise.indicator.Line;

/**
 * Turns a rule into steps. Reading checks everything that can be known without an instrument, and compiling then cannot fail but for other
 * instruments that a rule names. For start-up.
 */
public final class RuleCompiler {
    /** The most steps of a rule, equal ones counted once. */
    public static final int MAX_STEPS = 500;

    /** The most values of the past that a rule keeps. */
    public static final int MAX_MEMORY = 10_000;

    /** The most values that a reason shows. */
    private static final int MAX_SHOWN = 8;

    private static final int MAX_LABEL = 16;

    private final String name;
    private final Term when;

    private RuleCompiler(final String name, final Term when) {
        this.name = name;
        this.when = when;
    }

    /**
     * Reads a rule.
     *
     * @param name of the rule.
     * @param conditions by name, each of which may name those before it.
     * @param when the condition on which it fires.
     * @return what it says.
     * @throws RuleException if it cannot be understood or is too large; names the condition and the column.
     */
    public static RuleCompiler read(final String name, final Map<String, String> conditions, final String when) {
        final IndicatorNames indicators = new IndicatorNames();
        final Map<String, Term> known = new LinkedHashMap<>();
        final List<String> later = new ArrayList<>(conditions.keySet());
        conditions.forEach((condition, text) -> {
            final String place = "conditions." + condition;
            requireName(place, condition, indicators.names());
            known.put(condition, RuleParser.parse(place, text, known, later, indicators, false));
            later.remove(condition);
        });
        final RuleCompiler compiler =
                new RuleCompiler(name, RuleParser.parse("when", when, known, List.of(), indicators, true));
        compiler.requireSmall();
        return compiler;
    }

    private static void requireName(final String place, final String condition, final Collection<String> indicators) {
        if (!condition.matches("[a-zA-Z][a-zA-Z0-9_]{0,39}")) {
            throw new RuleException(
                    place, "a condition's name is a letter and up to 39 more letters, digits or underscores");
        }
        if (Words.KEYWORDS.contains(condition) || RuleFunction.names().contains(condition)) {
            throw new RuleException(place, "'" + condition + "' is a word of the language; choose another name");
        }
        if (indicators.contains(condition)) {
            throw new RuleException(place, "'" + condition + "' is the name of an indicator; choose another name");
        }
    }

    private void requireSmall() {
        final Map<Term, Step> steps = new LinkedHashMap<>();
        step(when, steps, expression -> null);
        if (steps.size() > MAX_STEPS) {
            throw new RuleException("when", "the rule has " + steps.size() + " steps; at most " + MAX_STEPS);
        }
        final int memory = steps.values().stream().mapToInt(Step::memory).sum();
        if (memory > MAX_MEMORY) {
            throw new RuleException("when", "the rule keeps " + memory + " values of the past; at most " + MAX_MEMORY);
        }
    }

    /**
     * The indicators that the rule reads.
     *
     * @return in the order in which they are first needed, each once.
     */
    public List<String> expressions() {
        final List<String> expressions = new ArrayList<>();
        step(when, new LinkedHashMap<>(), expression -> {
            expressions.add(expression);
            return null;
        });
        return expressions;
    }

    /**
     * The rule on the bars of one instrument.
     *
     * @param lines finds the line of an indicator.
     * @return knows nothing yet.
     */
    public CompiledRule compile(final Function<String, Line> lines) {
        final Map<Term, Step> steps = new LinkedHashMap<>();
        final Step last = step(when, steps, lines);
        final List<String> labels = new ArrayList<>();
        final List<Step> shown = new ArrayList<>();
        steps.forEach((term, step) -> {
            if (term instanceof Term.Reading reading && labels.size() < MAX_SHOWN) {
                labels.add(label(reading.expression(), labels));
                shown.add(step);
            }
        });
        return new CompiledRule(
                name,
                steps.values().toArray(Step[]::new),
                last,
                labels.toArray(String[]::new),
                shown.toArray(Step[]::new));
    }

    /** Short enough for a reason, and no two alike. */
    private static String label(final String expression, final List<String> taken) {
        final String plain = expression.replaceAll("[^!-~]", "");
        final String cut = plain.substring(0, Math.min(plain.length(), MAX_LABEL));
        return taken.contains(cut) ? cut.substring(0, Math.min(cut.length(), MAX_LABEL - 2)) + "~" + taken.size() : cut;
    }

    /** The step of a term, after those that it needs; the same term has the same step. */
    private static Step step(final Term term, final Map<Term, Step> steps, final Function<String, Line> lines) {
        if (term instanceof Term.Reference reference) {
            return step(reference.of(), steps, lines);
        }
        final Step known = steps.get(term);
        if (known != null) {
            return known;
        }
        final Step made = make(term, operand -> step(operand, steps, lines), lines);
        steps.put(term, made);
        return made;
    }

    private static Step make(final Term term, final Function<Term, Step> of, final Function<String, Line> lines) {
        if (term instanceof Term.Constant constant) {
            return new PresentSteps.Constant(constant.value());
        }
        if (term instanceof Term.Reading reading) {
            return new PresentSteps.Reading(lines.apply(reading.expression()));
        }
        if (term instanceof Term.Arithmetic it) {
            return new PresentSteps.Arithmetic(it.operator(), of.apply(it.left()), of.apply(it.right()));
        }
        if (term instanceof Term.Comparison it) {
            return new PresentSteps.Comparison(it.relation(), of.apply(it.left()), of.apply(it.right()));
        }
        if (term instanceof Term.Not it) {
            return new PresentSteps.Not(of.apply(it.of()));
        }
        if (term instanceof Term.Junction it) {
            return new PresentSteps.Junction(it.both(), of.apply(it.left()), of.apply(it.right()));
        }
        return makePast(term, of);
    }

    private static Step makePast(final Term term, final Function<Term, Step> of) {
        if (term instanceof Term.Past it) {
            return new PastSteps.Past(of.apply(it.of()), it.bars());
        }
        if (term instanceof Term.Crossing it) {
            return new PastSteps.Crossing(it.above(), of.apply(it.left()), of.apply(it.right()));
        }
        if (term instanceof Term.Recent it) {
            return new PastSteps.Recent(it.all(), it.bars(), of.apply(it.of()));
        }
        if (term instanceof Term.Sequence it) {
            return new PastSteps.Sequence(of.apply(it.first()), of.apply(it.second()), it.bars());
        }
        if (term instanceof Term.BarsSince it) {
            return new PastSteps.BarsSince(of.apply(it.condition()));
        }
        if (term instanceof Term.ValueWhen it) {
            return new PastSteps.ValueWhen(of.apply(it.condition()), of.apply(it.number()));
        }
        throw new IllegalStateException("no step for " + term);
    }
}
