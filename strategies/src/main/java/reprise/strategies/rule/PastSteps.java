package reprise.strategies.rule;

import java.util.Arrays;
import reprise.state.StateExchange;

/** The steps that remember. Each costs the same with every bar, however far back it looks. */
final class PastSteps {
    /** Longer ago than any step looks. */
    private static final int LONG_AGO = 1 << 20;

    private PastSteps() {}

    /** What a step was some bars ago. */
    static final class Past extends Step {
        private final Step of;
        private final double[] ring;
        private int next;

        Past(final Step of, final int bars) {
            this.of = of;
            ring = new double[bars];
            Arrays.fill(ring, UNKNOWN);
        }

        @Override
        void take() {
            if (ring.length == 0) {
                value = of.value;
                return;
            }
            value = ring[next];
            ring[next] = of.value;
            next = next + 1 == ring.length ? 0 : next + 1;
        }

        @Override
        void forget() {
            super.forget();
            Arrays.fill(ring, UNKNOWN);
        }

        @Override
        int memory() {
            return ring.length;
        }

        @Override
        void exchange(final StateExchange state) {
            next = state.field("next", next);
            state.field("past", ring);
        }
    }

    /** A number comes through another: it was at or on this side of it on the bar before, and is on the other now. */
    static final class Crossing extends Step {
        private final int sign;
        private final Step left;
        private final Step right;
        private double before = UNKNOWN;

        Crossing(final boolean above, final Step left, final Step right) {
            sign = above ? 1 : -1;
            this.left = left;
            this.right = right;
        }

        @Override
        void take() {
            final double now = sign * (left.value - right.value);
            if (now <= 0 || before > 0) {
                value = FALSE;
            } else {
                value = Double.isNaN(now) || Double.isNaN(before) ? UNKNOWN : TRUE;
            }
            before = now;
        }

        @Override
        void forget() {
            super.forget();
            before = UNKNOWN;
        }

        @Override
        void exchange(final StateExchange state) {
            before = state.field("before", before);
        }
    }

    /** How long ago a condition last had a value, counted without end. What was before the first bar is unknown. */
    private static final class Ages {
        private int decisive = LONG_AGO;
        private int unknown;

        /** A bar passed, on which the condition was this. */
        void add(final double condition, final double decisiveValue) {
            decisive = condition == decisiveValue ? 0 : Math.min(decisive + 1, LONG_AGO);
            unknown = Double.isNaN(condition) ? 0 : Math.min(unknown + 1, LONG_AGO);
        }

        /** Whether the condition was decisive on any of the last bars, the newest counted as 0. */
        double any(final int bars, final double decisiveValue) {
            if (decisive < bars) {
                return decisiveValue;
            }
            return unknown < bars ? Step.UNKNOWN : Step.TRUE - decisiveValue;
        }

        void forget() {
            decisive = LONG_AGO;
            unknown = 0;
        }

        void exchange(final StateExchange state) {
            decisive = state.field("decisiveAge", decisive);
            unknown = state.field("unknownAge", unknown);
        }
    }

    /** On any, or on all, of the last bars. */
    static final class Recent extends Step {
        private final double decisive;
        private final int bars;
        private final Step of;
        private final Ages ages = new Ages();

        Recent(final boolean all, final int bars, final Step of) {
            decisive = truth(!all);
            this.bars = bars;
            this.of = of;
        }

        @Override
        void take() {
            ages.add(of.value, decisive);
            value = ages.any(bars, decisive);
        }

        @Override
        void forget() {
            super.forget();
            ages.forget();
        }

        @Override
        void exchange(final StateExchange state) {
            ages.exchange(state);
        }
    }

    /** The second now, and the first on one of the bars before. */
    static final class Sequence extends Step {
        private final Step first;
        private final Step second;
        private final int bars;
        private final Ages ages = new Ages();

        Sequence(final Step first, final Step second, final int bars) {
            this.first = first;
            this.second = second;
            this.bars = bars;
        }

        @Override
        void take() {
            final double earlier = ages.any(bars, TRUE);
            final double now = second.value;
            if (earlier == FALSE || now == FALSE) {
                value = FALSE;
            } else {
                value = Double.isNaN(earlier) ? earlier : now;
            }
            ages.add(first.value, TRUE);
        }

        @Override
        void forget() {
            super.forget();
            ages.forget();
        }

        @Override
        void exchange(final StateExchange state) {
            ages.exchange(state);
        }
    }

    /** How many bars ago a condition was last true; unknown before it was, and while it may have been since. */
    static final class BarsSince extends Step {
        private final Step condition;

        BarsSince(final Step condition) {
            this.condition = condition;
        }

        @Override
        void take() {
            if (condition.value == TRUE) {
                value = 0;
            } else {
                value = Double.isNaN(condition.value) ? UNKNOWN : value + 1;
            }
        }

        @Override
        void exchange(final StateExchange state) {
            value = state.field("bars", value);
        }
    }

    /** What a number was when a condition was last true; unknown before it was, and while it may have been since. */
    static final class ValueWhen extends Step {
        private final Step condition;
        private final Step number;

        ValueWhen(final Step condition, final Step number) {
            this.condition = condition;
            this.number = number;
        }

        @Override
        void take() {
            if (condition.value == TRUE) {
                value = number.value;
            } else if (Double.isNaN(condition.value)) {
                value = UNKNOWN;
            }
        }

        @Override
        void exchange(final StateExchange state) {
            value = state.field("value", value);
        }
    }
}
