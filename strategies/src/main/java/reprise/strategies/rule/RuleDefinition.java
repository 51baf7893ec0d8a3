package reprise.strategies.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reprise.exit.ExitPolicy;
import reprise.parameter.Parameter;
import reprise.parameter.ParameterException;
import reprise.signal.DetectionType;
import reprise.signal.Reason;

/** A rule as a file has it. Immutable; checked completely when it is made. The first component is its name. */
public record RuleDefinition(
        String name,

        @Parameter(meaning = "what it does, in a line", value = "a rule")
        String summary,

        @Parameter(meaning = "which movers it looks at; none: every instrument at all times", value = "both")
        DetectionType detection,

        @Parameter(meaning = "which way these must go, seen from its side, if they go any clear way", value = "with")
        MoverDirection mover,

        @Parameter(meaning = "which way it trades", value = "long")
        RuleSide side,

        @Parameter(meaning = "conditions and numbers by name, each of which may refer to those above", optional = true)
        List<Condition> conditions,

        @Parameter(meaning = "condition that it waits for: it fires where this becomes true")
        String when,

        @Parameter(meaning = "how sure it is, before outcomes calibrate it", value = "0.5", min = "0", max = "1")
        double confidence,

        @Parameter(
                meaning = "of its signals; discovered rules have 50, built-in ones 60",
                value = "50",
                min = "0",
                max = "100")
        int priority,

        @Parameter(meaning = "how its positions are left, as in the exits of a strategy")
        ExitPolicy exits) {
    /** The most conditions of a rule. */
    public static final int MAX_CONDITIONS = 64;

    /** Checks everything. */
    public RuleDefinition {
        conditions = List.copyOf(conditions);
        if (name.length() > Reason.MAX_NAME_LENGTH) {
            throw new ParameterException(
                    "when",
                    "the name of a rule has at most " + Reason.MAX_NAME_LENGTH + " characters, for its records: "
                            + name);
        }
        if (conditions.size() > MAX_CONDITIONS) {
            throw new ParameterException(
                    "conditions", "there are " + conditions.size() + "; a rule has at most " + MAX_CONDITIONS);
        }
        if (exits == null) {
            throw new ParameterException(
                    "exits", "a rule says how its positions are left; there is no common fall-back");
        }
        try {
            RuleCompiler.read(name, texts(conditions), when);
        } catch (final RuleException e) {
            throw new ParameterException(e.place(), e.problem());
        }
    }

    private static Map<String, String> texts(final List<Condition> conditions) {
        final Map<String, String> texts = new LinkedHashMap<>();
        for (final Condition condition : conditions) {
            if (texts.put(condition.name(), condition.text()) != null) {
                throw new RuleException("conditions." + condition.name(), "is given twice");
            }
        }
        return texts;
    }

    /**
     * The rule, ready to be compiled for instruments.
     *
     * @return the compiler.
     */
    public RuleCompiler compiler() {
        return RuleCompiler.read(name, texts(conditions), when);
    }
}
