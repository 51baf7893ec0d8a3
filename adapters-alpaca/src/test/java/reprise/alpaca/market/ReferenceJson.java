package reprise.alpaca.market;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSON the slow and obvious way: maps, lists, {@code BigDecimal}, strings, booleans, and {@link #NULL}. Shares nothing with the code under test.
 * Characters are bytes, as ISO-8859-1 has them.
 */
final class ReferenceJson {
    static final Object NULL = new Object();
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final int DEEPEST = 64;

    private final String text;
    private int at;
    private int depth;

    /** The text is no JSON. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformed() {
            super(null, null, false, false);
        }
    }

    ReferenceJson(final String text) {
        this.text = text;
    }

    /** The elements of an array that can be read; whether all of the text was. */
    static boolean readElements(final String text, final List<Object> elements) {
        final ReferenceJson json = new ReferenceJson(text);
        try {
            json.expect('[');
            if (!json.skip(']')) {
                do {
                    elements.add(json.value());
                } while (json.skip(','));
                json.expect(']');
            }
            json.blanks();
            return json.at == text.length();
        } catch (final Malformed malformed) {
            return false;
        }
    }

    Object value() {
        blanks();
        switch (at < text.length() ? text.charAt(at) : 0) {
            case '{':
                return object();
            case '[':
                return array();
            case '"':
                return string();
            case 't':
                return word("true", Boolean.TRUE);
            case 'f':
                return word("false", Boolean.FALSE);
            case 'n':
                return word("null", NULL);
            default:
                return number();
        }
    }

    private Object object() {
        final Map<String, Object> map = new LinkedHashMap<>();
        open('{');
        if (!skip('}')) {
            do {
                blanks();
                final String key = string();
                expect(':');
                map.put(key, value());
            } while (skip(','));
            expect('}');
        }
        depth--;
        return map;
    }

    private Object array() {
        final List<Object> list = new ArrayList<>();
        open('[');
        if (!skip(']')) {
            do {
                list.add(value());
            } while (skip(','));
            expect(']');
        }
        depth--;
        return list;
    }

    private void open(final char bracket) {
        expect(bracket);
        depth++;
        if (depth > DEEPEST) {
            throw new Malformed();
        }
    }

    private String string() {
        expect('"');
        final StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            final char c = text.charAt(at++);
            if (c == '"') {
                return value.toString();
            }
            if (c < ' ') {
                throw new Malformed();
            }
            value.append(c == '\\' ? escape() : c);
        }
        throw new Malformed();
    }

    private char escape() {
        final int letter = at < text.length() ? "\"\\/bfnrtu".indexOf(text.charAt(at++)) : -1;
        if (letter < 0) {
            throw new Malformed();
        }
        if (letter < 8) {
            return "\"\\/\b\f\n\r\t".charAt(letter);
        }
        final String digits = text.substring(at, Math.min(text.length(), at + 4));
        if (!digits.matches("[0-9a-fA-F]{4}")) {
            throw new Malformed();
        }
        at += 4;
        return (char) Integer.parseInt(digits, 16);
    }

    private Object word(final String word, final Object value) {
        if (!text.startsWith(word, at)) {
            throw new Malformed();
        }
        at += word.length();
        return value;
    }

    private Object number() {
        final Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw new Malformed();
        }
        at = number.end();
        return decimal(number.group());
    }

    /** The number; an exponent of more than six digits becomes one of six nines, which is as absurd. */
    static BigDecimal decimal(final String number) {
        final int e = number.toLowerCase(Locale.ROOT).indexOf('e');
        final String power = e < 0 ? "0" : number.substring(e + 1);
        final boolean minus = power.startsWith("-");
        final String digits = power.replaceFirst("^[+-]?0*", "");
        final int bounded = digits.length() > 6 ? 999_999 : digits.isEmpty() ? 0 : Integer.parseInt(digits);
        return new BigDecimal(e < 0 ? number : number.substring(0, e)).scaleByPowerOfTen(minus ? -bounded : bounded);
    }

    static boolean isNumber(final String text) {
        return NUMBER.matcher(text).matches();
    }

    private void blanks() {
        while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private void expect(final char wanted) {
        if (!skip(wanted)) {
            throw new Malformed();
        }
    }

    private boolean skip(final char wanted) {
        blanks();
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }
}
