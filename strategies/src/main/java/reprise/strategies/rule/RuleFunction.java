package reprise.strategies.rule;

import java.util.ArrayList;
import java.util.List;

/** The functions of the language. */
enum RuleFunction {
    /** True on at least one of the last bars. */
    WITHIN("within", true, "c", "within(BARS, condition)") {
        @Override
        Term term(final int bars, final List<Term> of) {
            return new Term.Recent(false, bars, of.get(0));
        }
    },
    /** True on each of the last bars. */
    ALWAYS("always", true, "c", "always(BARS, condition)") {
        @Override
        Term term(final int bars, final List<Term> of) {
            return new Term.Recent(true, bars, of.get(0));
        }
    },
    /** How many bars ago. */
    BARS_SINCE("bars_since", false, "c", "bars_since(condition)") {
        @Override
        Term term(final int bars, final List<Term> of) {
            return new Term.BarsSince(of.get(0));
        }
    },
    /** A number as it was then. */
    VALUE_WHEN("value_when", false, "cn", "value_when(condition, number)") {
        @Override
        Term term(final int bars, final List<Term> of) {
            return new Term.ValueWhen(of.get(0), of.get(1));
        }
    },
    /** Without its sign. */
    ABS("abs", false, "n", "abs(number)") {
        @Override
        Term term(final int bars, final List<Term> of) {
            final Term negative = new Term.Arithmetic(Term.Operator.SUBTRACT, new Term.Constant(0), of.get(0));
            return new Term.Arithmetic(Term.Operator.GREATEST, of.get(0), negative);
        }
    },
    /** The smaller of two. */
    LEAST("least", false, "nn", "least(number, number)") {
        @Override
        Term term(final int bars, final List<Term> of) {
            return new Term.Arithmetic(Term.Operator.LEAST, of.get(0), of.get(1));
        }
    },
    /** The larger of two. */
    GREATEST("greatest", false, "nn", "greatest(number, number)") {
        @Override
        Term term(final int bars, final List<Term> of) {
            return new Term.Arithmetic(Term.Operator.GREATEST, of.get(0), of.get(1));
        }
    },
    /** To the nearest multiple. */
    ROUND("round", false, "nn", "round(number, step)") {
        @Override
        Term term(final int bars, final List<Term> of) {
            return new Term.Arithmetic(Term.Operator.ROUND, of.get(0), of.get(1));
        }
    },
    /** Down to a multiple. */
    FLOOR("floor", false, "nn", "floor(number, step)") {
        @Override
        Term term(final int bars, final List<Term> of) {
            return new Term.Arithmetic(Term.Operator.FLOOR, of.get(0), of.get(1));
        }
    },
    /** Up to a multiple. */
    CEIL("ceil", false, "nn", "ceil(number, step)") {
        @Override
        Term term(final int bars, final List<Term> of) {
            return new Term.Arithmetic(Term.Operator.CEIL, of.get(0), of.get(1));
        }
    };

    private final String word;
    private final boolean counts;
    private final String kinds;
    private final String usage;

    /** Kinds: a letter an argument, c for a condition and n for a number. */
    RuleFunction(final String word, final boolean counts, final String kinds, final String usage) {
        this.word = word;
        this.counts = counts;
        this.kinds = kinds;
        this.usage = usage;
    }

    static RuleFunction of(final String word) {
        for (final RuleFunction function : values()) {
            if (function.word.equals(word)) {
                return function;
            }
        }
        return null;
    }

    static List<String> names() {
        final List<String> names = new ArrayList<>();
        for (final RuleFunction function : values()) {
            names.add(function.word);
        }
        return names;
    }

    /** Whether a number of bars comes before the arguments. */
    boolean countsBars() {
        return counts;
    }

    int arguments() {
        return kinds.length();
    }

    boolean wantsCondition(final int argument) {
        return kinds.charAt(argument) == 'c';
    }

    /** How it is written. */
    String usage() {
        return usage;
    }

    abstract Term term(int bars, List<Term> of);
}
