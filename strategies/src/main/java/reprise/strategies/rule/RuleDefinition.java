package reprise.strategies.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reprise.exit.ExitPolicy;
import reprise.signal.DetectionType;

/**
 * A rule as a file has it. Immutable; checked completely when it is made.
 *
 * @param name of the rule.
 * @param summary what it does, in a line.
 * @param detection which movers it looks at; NONE for every instrument of the universe at all times.
 * @param mover which way these must go.
 * @param side which way it trades.
 * @param conditions by name, each of which may refer to those before it.
 * @param when the condition on which it fires.
 * @param confidence 0 to 1, before it is calibrated by outcomes.
 * @param priority 0 to 100.
 * @param exits how its positions are left.
 */
public record RuleDefinition(
        String name,
        String summary,
        DetectionType detection,
        MoverDirection mover,
        RuleSide side,
        List<Condition> conditions,
        String when,
        double confidence,
        int priority,
        ExitPolicy exits) {
    /** The most conditions of a rule. */
    public static final int MAX_CONDITIONS = 64;

    /** Checks everything. */
    public RuleDefinition {
        conditions = List.copyOf(conditions);
        if (conditions.size() > MAX_CONDITIONS) {
            throw new RuleException(
                    "conditions", "there are " + conditions.size() + "; a rule has at most " + MAX_CONDITIONS);
        }
        if (exits == null) {
            throw new RuleException("exits", "a rule says how its positions are left; there is no common fall-back");
        }
        RuleCompiler.read(name, texts(conditions), when);
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
