package reprise.core;

import reprise.parameter.ParameterException;
import reprise.parameter.ParameterRecords;
import reprise.state.StateExchange;
import reprise.strategy.Strategy;

/** What of a strategy's parameters may change while it runs. */
final class LiveParameters {
    private LiveParameters() {}

    /** Changes a parameter; returns what is wrong with that, or nothing. */
    static String change(final Strategy strategy, final String name, final String value) {
        final Record current = strategy.parameters();
        if (current == null) {
            return name + ": this strategy has no parameters that can be changed";
        }
        try {
            strategy.onParameters(ParameterRecords.changed(current, name, value));
            return "";
        } catch (final ParameterException e) {
            return e.parameter() + ": " + e.getMessage();
        }
    }

    static void exchange(final Strategy strategy, final StateExchange state) {
        final Record current = strategy.parameters();
        if (current != null) {
            final Record found = ParameterRecords.exchange(current, state);
            if (!found.equals(current)) {
                strategy.onParameters(found);
            }
        }
    }
}
