package reprise.strategies.rule;

/** What a condition says, once read. Two that say the same are equal, and are computed once. */
sealed interface Term {
    /** Whether it is true, false or unknown, rather than a number. */
    boolean isCondition();

    /** A number as written. */
    record Constant(double value) implements Term {
        @Override
        public boolean isCondition() {
            return false;
        }
    }

    /** An indicator or a line of the bar, in the words of the catalog. */
    record Reading(String expression) implements Term {
        @Override
        public boolean isCondition() {
            return false;
        }
    }

    /** What stands further up, by its name. A name means the same everywhere in its rule, so that however often it is used, it is looked at once. */
    record Reference(String name, Term of) implements Term {
        @Override
        public boolean isCondition() {
            return of.isCondition();
        }

        @Override
        public boolean equals(final Object other) {
            return other instanceof Reference reference && reference.name.equals(name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    /** What a term was some bars ago. */
    record Past(Term of, int bars) implements Term {
        @Override
        public boolean isCondition() {
            return of.isCondition();
        }
    }

    /** A number made of two; where there is one operand the second is a constant. */
    record Arithmetic(Operator operator, Term left, Term right) implements Term {
        @Override
        public boolean isCondition() {
            return false;
        }
    }

    /** Two numbers compared. */
    record Comparison(Relation relation, Term left, Term right) implements Term {
        @Override
        public boolean isCondition() {
            return true;
        }
    }

    /** One number comes through another. */
    record Crossing(boolean above, Term left, Term right) implements Term {
        @Override
        public boolean isCondition() {
            return true;
        }
    }

    /** The opposite. */
    record Not(Term of) implements Term {
        @Override
        public boolean isCondition() {
            return true;
        }
    }

    /** Both, or either. */
    record Junction(boolean both, Term left, Term right) implements Term {
        @Override
        public boolean isCondition() {
            return true;
        }
    }

    /** On any, or on all, of the last bars. */
    record Recent(boolean all, int bars, Term of) implements Term {
        @Override
        public boolean isCondition() {
            return true;
        }
    }

    /** The second now, after the first at most so many bars ago. */
    record Sequence(Term first, Term second, int bars) implements Term {
        @Override
        public boolean isCondition() {
            return true;
        }
    }

    /** How many bars ago a condition was last true. */
    record BarsSince(Term condition) implements Term {
        @Override
        public boolean isCondition() {
            return false;
        }
    }

    /** What a number was when a condition was last true. */
    record ValueWhen(Term condition, Term number) implements Term {
        @Override
        public boolean isCondition() {
            return false;
        }
    }

    /** How two numbers make one. */
    enum Operator {
        /** Sum. */
        ADD,
        /** Difference. */
        SUBTRACT,
        /** Product. */
        MULTIPLY,
        /** Quotient; unknown where the divisor is 0. */
        DIVIDE,
        /** The smaller. */
        LEAST,
        /** The larger. */
        GREATEST,
        /** The multiple of the second that is nearest. */
        ROUND,
        /** The multiple of the second at or below. */
        FLOOR,
        /** The multiple of the second at or above. */
        CEIL
    }

    /** How numbers are compared. */
    enum Relation {
        /** Less. */
        LESS("<"),
        /** Less or equal. */
        AT_MOST("<="),
        /** Greater. */
        GREATER(">"),
        /** Greater or equal. */
        AT_LEAST(">="),
        /** Equal. */
        EQUAL("=="),
        /** Not equal. */
        DIFFERENT("!=");

        private static final Relation[] LONGEST_FIRST = {AT_MOST, AT_LEAST, EQUAL, DIFFERENT, LESS, GREATER};

        private final String sign;

        Relation(final String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }

        /** The relation whose sign stands at a place of a text; null if none does. */
        static Relation at(final String text, final int position) {
            for (final Relation relation : LONGEST_FIRST) {
                if (text.startsWith(relation.sign, position)) {
                    return relation;
                }
            }
            return null;
        }
    }
}
