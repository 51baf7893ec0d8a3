package reprise.strategies.rule;

import reprise.state.StateExchange;

/**
 * One step of a rule's evaluation: made new with every bar from the steps before it. A condition is 1 where it is true, 0 where it is false,
 * and NaN where it is unknown, so that what follows from an unknown number is unknown as well, and never a signal.
 *
 * <p>Single-threaded; allocates nothing after construction.
 */
abstract class Step {
    static final double TRUE = 1;
    static final double FALSE = 0;
    static final double UNKNOWN = Double.NaN;

    /** The newest value. */
    double value = UNKNOWN;

    /** A bar closed; all steps before this one have been taken. */
    abstract void take();

    /** Begins anew: nothing is known of the bars before. */
    void forget() {
        value = UNKNOWN;
    }

    /** How many values of the past it keeps. */
    int memory() {
        return 0;
    }

    /** Carries what later values depend on. */
    void exchange(final StateExchange state) {
        // Most steps depend on the present bar only.
    }

    static double truth(final boolean condition) {
        return condition ? TRUE : FALSE;
    }
}
