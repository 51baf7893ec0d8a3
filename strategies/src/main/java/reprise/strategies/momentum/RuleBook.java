package reprise.strategies.momentum;

import java.util.List;
import reprise.exit.ExitPolicy;
import reprise.indicator.Line;
import reprise.market.Instrument;
import reprise.number.Decimals;
import reprise.signal.DetectionType;
import reprise.state.StateExchange;
import reprise.strategies.rule.CompiledRule;
import reprise.strategies.rule.RuleDefinition;

/**
 * The rules on the bars of one instrument. A rule that asks for movers is not looked at while the instrument is none; when it becomes one,
 * the rule begins anew. Allocates nothing after construction.
 */
final class RuleBook {
    private final Instrument instrument;
    private final List<RuleDefinition> definitions;
    private final CompiledRule[] rules;
    private final Line[] atrs;
    private final long[] awake;

    /** Finds the line of an indicator of the bars that rules look at, or of the venue's bars, by which exits measure. */
    interface Lines {
        Line ofRule(String expression);

        Line ofExits(String expression);
    }

    RuleBook(final Instrument instrument, final List<RuleDefinition> definitions, final Lines lines) {
        this.instrument = instrument;
        this.definitions = definitions;
        rules = new CompiledRule[definitions.size()];
        atrs = new Line[rules.length];
        awake = new long[rules.length];
        for (int i = 0; i < rules.length; i++) {
            rules[i] = definitions.get(i).compiler().compile(lines::ofRule);
            final ExitPolicy exits = definitions.get(i).exits();
            atrs[i] = exits.plan().needsAtr() ? lines.ofExits("atr:" + exits.atrLength()) : null;
        }
    }

    /** A bar closed. Returns whether a rule fires, given what the instrument is at present. */
    boolean fires(final int index, final DetectionType present, final int direction) {
        if (!isWanted(definitions.get(index), present, direction)) {
            awake[index] = 0;
            return false;
        }
        if (awake[index] == 0) {
            rules[index].forget();
            awake[index] = 1;
        }
        return rules[index].onBar();
    }

    private static boolean isWanted(final RuleDefinition rule, final DetectionType present, final int direction) {
        return switch (rule.detection()) {
            case NONE -> true;
            case BOTH -> present != DetectionType.NONE && rule.mover().accepts(rule.side(), direction);
            default -> present == rule.detection() && rule.mover().accepts(rule.side(), direction);
        };
    }

    CompiledRule rule(final int index) {
        return rules[index];
    }

    /** From the present price to the stop, in price units; negative while that is not known. */
    long stopDistance(final int index) {
        final ExitPolicy exits = definitions.get(index).exits();
        if (atrs[index] == null) {
            return exits.plan().stopDistance(instrument.markPrice(), 0);
        }
        if (!atrs[index].isReady() || !atrs[index].isDefined()) {
            return -1;
        }
        final double units = atrs[index].value()
                * Decimals.powerOfTen(instrument.definition().priceDecimals());
        return exits.plan().stopDistance(instrument.markPrice(), Math.max(1, (long) Math.ceil(units)));
    }

    void state(final StateExchange state) {
        state.section("rules", instrument.id());
        state.field("awake", awake);
        for (final CompiledRule rule : rules) {
            rule.exchange(state);
        }
    }
}
