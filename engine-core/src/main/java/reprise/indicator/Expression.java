package reprise.indicator;

import java.util.ArrayList;
import java.util.List;

/**
 * What a demand for an indicator says, once read:
 *
 * <pre>
 *   ema:15                              numbers behind the name are its parameters, in their order
 *   ema(hl2, 15)                        the same with another input; what is left out has its standard value
 *   macd(close, 12, 26, 9).signal       one of several outputs; without a name the first
 *   slope(ema(close, 15), 3)            indicators of indicators
 *   correl(close, close@ETHUSDT, 60)    of another instrument
 * </pre>
 *
 * @param name of an indicator or of a bar's price; null for a number.
 * @param number if it is one.
 * @param arguments inputs and parameters.
 * @param output null for the first.
 * @param symbol of another instrument, null for the one at hand.
 */
record Expression(String name, double number, List<Expression> arguments, String output, String symbol) {
    static Expression ofNumber(final double number) {
        return new Expression(null, number, List.of(), null, null);
    }

    static Expression parse(final String text) {
        final Parser parser = new Parser(text);
        final Expression expression = parser.expression();
        parser.skipSpace();
        if (parser.position < text.length()) {
            throw parser.error("nothing more");
        }
        return expression;
    }

    boolean isNumber() {
        return name == null;
    }

    /** A number as it is written in names: 15, 0.5. */
    static String text(final double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number) : "" + number;
    }

    private static final class Parser {
        private final String text;
        private int position;

        Parser(final String text) {
            this.text = text;
        }

        Expression expression() {
            skipSpace();
            if (at("-0123456789.")) {
                return ofNumber(number());
            }
            final String name = word("_", "a name");
            final List<Expression> arguments = new ArrayList<>();
            if (accept('(')) {
                do {
                    arguments.add(expression());
                } while (accept(','));
                if (!accept(')')) {
                    throw error("')' or ','");
                }
            }
            while (accept(':')) {
                arguments.add(ofNumber(number()));
            }
            final String output = accept('.') ? word("_", "the name of an output") : null;
            final String symbol = accept('@') ? word("_./-", "a symbol") : null;
            return new Expression(name, 0, List.copyOf(arguments), output, symbol);
        }

        private String word(final String besides, final String what) {
            skipSpace();
            final int start = position;
            while (position < text.length()
                    && (Character.isLetterOrDigit(text.charAt(position))
                            || besides.indexOf(text.charAt(position)) >= 0)) {
                position++;
            }
            if (position == start) {
                throw error(what);
            }
            return text.substring(start, position);
        }

        private double number() {
            skipSpace();
            final int start = position;
            while (at("-0123456789.") && !(at(".") && !digitFollows())) {
                position++;
            }
            try {
                return Double.parseDouble(text.substring(start, position));
            } catch (final NumberFormatException e) {
                position = start;
                throw error("a number");
            }
        }

        private boolean digitFollows() {
            return position + 1 < text.length() && Character.isDigit(text.charAt(position + 1));
        }

        private boolean at(final String characters) {
            return position < text.length() && characters.indexOf(text.charAt(position)) >= 0;
        }

        private boolean accept(final char character) {
            skipSpace();
            final boolean found = position < text.length() && text.charAt(position) == character;
            position += found ? 1 : 0;
            return found;
        }

        private void skipSpace() {
            while (at(" ")) {
                position++;
            }
        }

        IllegalArgumentException error(final String expected) {
            final String found = position < text.length() ? "'" + text.charAt(position) + "'" : "the end";
            return new IllegalArgumentException("cannot read the indicator '" + text + "': expected " + expected
                    + " at character " + (position + 1) + ", found " + found);
        }
    }
}
