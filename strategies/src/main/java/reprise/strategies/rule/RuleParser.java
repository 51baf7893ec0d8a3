package reprise.strategies.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Reads one condition by recursive descent, loosest first:
 *
 * <pre>
 *   sequence    = either { "then" either "within" bars }
 *   either      = both { "or" both }
 *   both        = negation { "and" negation }
 *   negation    = "not" negation | comparison
 *   comparison  = sum { relation sum } | sum "crosses" ( "above" | "below" ) sum
 *   sum         = product { ( "+" | "-" ) product }
 *   product     = signed { ( "*" | "/" ) signed }
 *   signed      = "-" signed | primary { "[" bars "]" }
 *   primary     = number [ "%" ] | "(" sequence ")" | function "(" ... ")" | condition's name | indicator
 * </pre>
 *
 * For start-up. Every error names the column and what would be right there.
 */
final class RuleParser {
    /** How deep terms may be nested. */
    static final int MAX_DEPTH = 40;

    /** How far back a term may look, in bars. */
    static final int MAX_BARS = 1_000;

    private final Scanner scanner;
    private final Map<String, Term> conditions;
    private final Collection<String> later;
    private final IndicatorNames indicators;
    private int depth;

    private RuleParser(
            final Scanner scanner,
            final Map<String, Term> conditions,
            final Collection<String> later,
            final IndicatorNames indicators) {
        this.scanner = scanner;
        this.conditions = conditions;
        this.later = later;
        this.indicators = indicators;
    }

    /**
     * Reads a condition.
     *
     * @param place of the text in its rule, for errors.
     * @param text of the condition.
     * @param conditions that it may name.
     * @param later names of those that come after it, which it may not.
     * @param indicators that there are.
     * @param wantsCondition whether a number is refused.
     * @return what it says.
     * @throws RuleException if it cannot be understood.
     */
    static Term parse(
            final String place,
            final String text,
            final Map<String, Term> conditions,
            final Collection<String> later,
            final IndicatorNames indicators,
            final boolean wantsCondition) {
        final Scanner scanner = new Scanner(place, text);
        final Term term = new RuleParser(scanner, conditions, later, indicators).sequence();
        if (!scanner.isAtEnd()) {
            throw scanner.expected("'and', 'or', 'then', a comparison or the end");
        }
        if (wantsCondition && !term.isCondition()) {
            throw scanner.error(0, "is a number, not a condition: compare it with another (<, <=, >, >=, ==, !=)");
        }
        return term;
    }

    private Term sequence() {
        if (++depth > MAX_DEPTH) {
            throw scanner.error(scanner.position(), "nested deeper than " + MAX_DEPTH);
        }
        final int start = scanner.position();
        Term term = either();
        while (scanner.acceptWord("then")) {
            condition(term, start, "then");
            final int second = scanner.position();
            final Term next = condition(either(), second, "then");
            if (!scanner.acceptWord("within")) {
                throw scanner.expected("'within' and a number of bars, as in: a then b within 10");
            }
            term = new Term.Sequence(term, next, scanner.bars(1, MAX_BARS));
        }
        depth--;
        return term;
    }

    private Term either() {
        final int start = scanner.position();
        Term term = both();
        while (scanner.acceptWord("or")) {
            condition(term, start, "or");
            final int second = scanner.position();
            term = new Term.Junction(false, term, condition(both(), second, "or"));
        }
        return term;
    }

    private Term both() {
        final int start = scanner.position();
        Term term = negation();
        while (scanner.acceptWord("and")) {
            condition(term, start, "and");
            final int second = scanner.position();
            term = new Term.Junction(true, term, condition(negation(), second, "and"));
        }
        return term;
    }

    private Term negation() {
        int count = 0;
        while (scanner.acceptWord("not")) {
            count++;
        }
        final int start = scanner.position();
        final Term term = comparison();
        if (count == 0) {
            return term;
        }
        condition(term, start, "not");
        return count % 2 == 0 ? term : new Term.Not(term);
    }

    private Term comparison() {
        final int start = scanner.position();
        Term left = sum();
        if (scanner.acceptWord("crosses")) {
            return crossing(number(left, start, "crosses"));
        }
        Term all = null;
        Term.Relation relation = scanner.relation();
        while (relation != null) {
            number(left, start, relation.sign());
            final int second = scanner.position();
            final Term right = number(sum(), second, relation.sign());
            final Term one = new Term.Comparison(relation, left, right);
            all = all == null ? one : new Term.Junction(true, all, one);
            left = right;
            relation = scanner.relation();
        }
        return all == null ? left : all;
    }

    private Term crossing(final Term left) {
        final boolean above = scanner.acceptWord("above");
        if (!above && !scanner.acceptWord("below")) {
            throw scanner.expected("'above' or 'below', as in: close crosses above ema:20");
        }
        final int second = scanner.position();
        return new Term.Crossing(above, left, number(sum(), second, "crosses"));
    }

    private Term sum() {
        final int start = scanner.position();
        Term term = product();
        while (scanner.peek() == '+' || scanner.peek() == '-') {
            final boolean adds = scanner.accept('+') || !scanner.accept('-');
            term = operation(adds ? Term.Operator.ADD : Term.Operator.SUBTRACT, term, start, product());
        }
        return term;
    }

    private Term product() {
        final int start = scanner.position();
        Term term = signed();
        while (scanner.peek() == '*' || scanner.peek() == '/') {
            final boolean multiplies = scanner.accept('*') || !scanner.accept('/');
            term = operation(multiplies ? Term.Operator.MULTIPLY : Term.Operator.DIVIDE, term, start, signed());
        }
        return term;
    }

    private Term operation(final Term.Operator operator, final Term left, final int start, final Term right) {
        number(left, start, "arithmetic");
        return new Term.Arithmetic(operator, left, number(right, start, "arithmetic"));
    }

    private Term signed() {
        int signs = 0;
        while (scanner.accept('-')) {
            signs++;
        }
        final int start = scanner.position();
        Term term = primary();
        while (scanner.acceptHere('[')) {
            term = new Term.Past(term, scanner.bars(0, MAX_BARS));
            scanner.require(']', "']'");
        }
        if (signs == 0) {
            return term;
        }
        number(term, start, "-");
        return signs % 2 == 0 ? term : new Term.Arithmetic(Term.Operator.SUBTRACT, new Term.Constant(0), term);
    }

    private Term primary() {
        if (scanner.isAtNumber()) {
            final double number = scanner.number();
            return new Term.Constant(scanner.acceptHere('%') ? number / 100 : number);
        }
        if (scanner.accept('(')) {
            final Term term = sequence();
            scanner.require(')', "')'");
            return term;
        }
        final int start = scanner.position();
        final String word = scanner.word();
        if (RuleFunction.of(word) != null && scanner.accept('(')) {
            return call(RuleFunction.of(word));
        }
        if (word.isEmpty() || Words.KEYWORDS.contains(word)) {
            scanner.back(start);
            throw scanner.expected("a number, an indicator, a condition's name, a function or '('");
        }
        return named(word, start);
    }

    private Term named(final String word, final int start) {
        if (conditions.containsKey(word)) {
            return new Term.Reference(word, conditions.get(word));
        }
        if (later.contains(word)) {
            throw scanner.error(start, "condition '" + word + "' comes further down; put it above this one");
        }
        scanner.skipIndicator(start);
        final String expression = scanner.since(start);
        final String problem = indicators.problemWith(expression);
        if (problem == null) {
            return new Term.Reading(expression);
        }
        if (indicators.has(word)) {
            throw scanner.error(start, problem);
        }
        final TreeSet<String> known = new TreeSet<>(conditions.keySet());
        known.addAll(RuleFunction.names());
        known.addAll(indicators.names());
        throw scanner.error(
                start,
                "'" + word + "' is no indicator, function or condition of this rule" + Words.suggestion(word, known)
                        + " ('./reprise indicators' lists the indicators)");
    }

    private Term call(final RuleFunction function) {
        final List<Term> arguments = new ArrayList<>();
        int bars = 0;
        if (function.countsBars()) {
            bars = scanner.bars(1, MAX_BARS);
        }
        for (int i = 0; i < function.arguments(); i++) {
            if (i > 0 || function.countsBars()) {
                scanner.require(',', "','; " + function.usage());
            }
            final int at = scanner.position();
            final Term argument = sequence();
            if (function.wantsCondition(i)) {
                condition(argument, at, function.usage());
            } else {
                number(argument, at, function.usage());
            }
            arguments.add(argument);
        }
        scanner.require(')', "')'; " + function.usage());
        return function.term(bars, arguments);
    }

    private Term condition(final Term term, final int start, final String by) {
        if (!term.isCondition()) {
            throw scanner.error(start, "'" + by + "' needs a condition here, not a number");
        }
        return term;
    }

    private Term number(final Term term, final int start, final String by) {
        if (term.isCondition()) {
            throw scanner.error(start, "'" + by + "' needs a number here, not a condition");
        }
        return term;
    }
}
