package reprise.parameter;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reprise.number.Decimals;
import reprise.number.Money;

/** Values of parameters as people write them. */
final class ParameterText {
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");
    private static final List<String> DURATION_UNITS = List.of("d", "h", "m", "s", "ms");
    private static final long MS_NS = 1_000_000L;

    private ParameterText() {}

    /**
     * Reads a number, a switch or a choice, and compares it with its bounds.
     *
     * @throws ParameterException saying what is allowed.
     */
    static Object read(final ParameterSpec spec, final String text) {
        try {
            final Object value = parse(spec, text);
            if (!isWithin(spec, value)) {
                throw new ParameterException(spec.name(), text + " is not " + allowed(spec));
            }
            return value;
        } catch (final IllegalArgumentException | ArithmeticException e) {
            throw new ParameterException(spec.name(), "'" + text + "' is not " + allowed(spec));
        }
    }

    private static Object parse(final ParameterSpec spec, final String text) {
        final Class<?> type = spec.type();
        if (type == int.class) {
            return Integer.parseInt(text);
        }
        if (type == double.class) {
            return new BigDecimal(text).doubleValue();
        }
        if (type == long.class) {
            return spec.says().kind() == Kind.DURATION ? durationNs(text) : Decimals.parse(text, Money.DECIMALS);
        }
        final List<?> constants = type == boolean.class ? List.of(true, false) : List.of(type.getEnumConstants());
        final List<String> words = type == boolean.class ? List.of("true", "false") : spec.choices();
        if (!words.contains(text)) {
            throw new IllegalArgumentException(text);
        }
        return constants.get(words.indexOf(text));
    }

    private static boolean isWithin(final ParameterSpec spec, final Object value) {
        if (!(value instanceof Number number)) {
            return true;
        }
        if (value instanceof Double real && !Double.isFinite(real)) {
            return false;
        }
        final Parameter says = spec.says();
        return (says.min().isEmpty() || compare(number, (Number) parse(spec, says.min())) >= 0)
                && (says.max().isEmpty() || compare(number, (Number) parse(spec, says.max())) <= 0);
    }

    private static int compare(final Number a, final Number b) {
        return a instanceof Double
                ? Double.compare(a.doubleValue(), b.doubleValue())
                : Long.compare(a.longValue(), b.longValue());
    }

    private static String allowed(final ParameterSpec spec) {
        final Parameter says = spec.says();
        if (spec.type() == boolean.class) {
            return "true or false";
        }
        if (spec.type().isEnum()) {
            return "one of " + String.join(", ", spec.choices());
        }
        final String what = spec.type() == int.class
                ? "a whole number"
                : says.kind() == Kind.DURATION ? "a length of time such as 500ms, 30s, 10m, 2h or 1d" : "a number";
        if (says.max().isEmpty()) {
            return says.min().isEmpty() ? what : what + " from " + says.min() + " up";
        }
        return says.min().isEmpty()
                ? what + " up to " + says.max()
                : what + " from " + says.min() + " to " + says.max();
    }

    private static long durationNs(final String text) {
        if ("0".equals(text)) {
            return 0;
        }
        final Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        return Math.multiplyExact(Long.parseLong(matcher.group(1)), unitNs(matcher.group(2)));
    }

    private static long unitNs(final String unit) {
        return switch (unit) {
            case "ms" -> MS_NS;
            case "s" -> 1_000 * MS_NS;
            case "m" -> 60_000 * MS_NS;
            case "h" -> 3_600_000 * MS_NS;
            default -> 86_400_000 * MS_NS;
        };
    }

    /** A value as it would be written. */
    static String write(final ParameterSpec spec, final Object value) {
        if (value == null) {
            return "";
        }
        if (spec.type().isEnum()) {
            return ParameterSpec.word(value);
        }
        if (value instanceof Double real) {
            return new BigDecimal(real.toString()).stripTrailingZeros().toPlainString();
        }
        if (!(value instanceof Long number)) {
            return value.toString();
        }
        return spec.says().kind() == Kind.DURATION ? duration(number) : Decimals.formatShort(number, Money.DECIMALS);
    }

    private static String duration(final long ns) {
        for (final String unit : DURATION_UNITS) {
            if (ns > 0 && ns % unitNs(unit) == 0) {
                return ns / unitNs(unit) + unit;
            }
        }
        return "0";
    }
}
