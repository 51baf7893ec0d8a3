package reprise.strategies.rule;

import reprise.indicator.Line;

/** The steps that depend on the present bar only. */
final class PresentSteps {
    private PresentSteps() {}

    /** A number as written. */
    static final class Constant extends Step {
        Constant(final double number) {
            value = number;
        }

        @Override
        void take() {
            // It never changes.
        }

        @Override
        void forget() {
            // It is known always.
        }
    }

    /** An indicator. */
    static final class Reading extends Step {
        private final Line line;

        Reading(final Line line) {
            this.line = line;
        }

        @Override
        void take() {
            value = line.isReady() ? line.value() : UNKNOWN;
        }
    }

    /** Two numbers make one. */
    static final class Arithmetic extends Step {
        private final Term.Operator operator;
        private final Step left;
        private final Step right;

        Arithmetic(final Term.Operator operator, final Step left, final Step right) {
            this.operator = operator;
            this.left = left;
            this.right = right;
        }

        @Override
        void take() {
            final double a = left.value;
            final double b = right.value;
            value = switch (operator) {
                case ADD -> a + b;
                case SUBTRACT -> a - b;
                case MULTIPLY -> a * b;
                case DIVIDE -> b == 0 ? UNKNOWN : a / b;
                case LEAST -> Math.min(a, b);
                case GREATEST -> Math.max(a, b);
                case ROUND -> b > 0 ? Math.rint(a / b) * b : UNKNOWN;
                case FLOOR -> b > 0 ? Math.floor(a / b) * b : UNKNOWN;
                case CEIL -> b > 0 ? Math.ceil(a / b) * b : UNKNOWN;
            };
        }
    }

    /** Two numbers are compared. */
    static final class Comparison extends Step {
        private final Term.Relation relation;
        private final Step left;
        private final Step right;

        Comparison(final Term.Relation relation, final Step left, final Step right) {
            this.relation = relation;
            this.left = left;
            this.right = right;
        }

        @Override
        void take() {
            final double a = left.value;
            final double b = right.value;
            if (Double.isNaN(a) || Double.isNaN(b)) {
                value = UNKNOWN;
                return;
            }
            value = truth(
                    switch (relation) {
                        case LESS -> a < b;
                        case AT_MOST -> a <= b;
                        case GREATER -> a > b;
                        case AT_LEAST -> a >= b;
                        case EQUAL -> a == b;
                        case DIFFERENT -> a != b;
                    });
        }
    }

    /** The opposite; of the unknown, unknown. */
    static final class Not extends Step {
        private final Step of;

        Not(final Step of) {
            this.of = of;
        }

        @Override
        void take() {
            value = TRUE - of.value;
        }
    }

    /** Both or either, as Kleene has it: unknown only where the unknown side decides. */
    static final class Junction extends Step {
        private final boolean both;
        private final Step left;
        private final Step right;

        Junction(final boolean both, final Step left, final Step right) {
            this.both = both;
            this.left = left;
            this.right = right;
        }

        @Override
        void take() {
            final double decisive = truth(!both);
            final double a = left.value;
            final double b = right.value;
            if (a == decisive || b == decisive) {
                value = decisive;
            } else {
                value = Double.isNaN(a) ? a : b;
            }
        }
    }
}
