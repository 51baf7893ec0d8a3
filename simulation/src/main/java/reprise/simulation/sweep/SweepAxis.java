package reprise.simulation.sweep;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One parameter and the values that are tried of it.
 *
 * @param key of the parameter.
 * @param values as they are configured: numbers ascending, so that a step aside is a small change; others as they were given.
 * @param numeric whether all values are numbers.
 */
public record SweepAxis(String key, List<String> values, boolean numeric) {
    /** Most values of one parameter. */
    public static final int MAX_VALUES = 100_000;

    private static final String NUMBER = "-?[0-9]{1,15}(?:\\.[0-9]{1,9})?";
    private static final Pattern RANGE = Pattern.compile("(" + NUMBER + "):(" + NUMBER + ")(?::(" + NUMBER + "))?");

    /** Copies the values. */
    public SweepAxis {
        values = List.copyOf(values);
    }

    /**
     * Reads {@code 5:30:5}, a range with its step; {@code 5:30}, a range in steps of the last digit written; or {@code 20,40,60}.
     *
     * @param key of the parameter.
     * @param text behind the equals sign.
     * @return the axis.
     * @throws IllegalArgumentException that says what is wrong with the text.
     */
    public static SweepAxis parse(final String key, final String text) {
        final Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            return new SweepAxis(key, range(range), true);
        }
        final List<String> values =
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        if (values.stream().anyMatch(value -> value.isEmpty() || value.chars().anyMatch(Character::isISOControl))) {
            throw new IllegalArgumentException("expected from:to:step, such as 5:30:5, or values such as 20,40,60");
        }
        final boolean numeric = values.stream().allMatch(value -> value.matches(NUMBER));
        return new SweepAxis(key, numeric ? ascending(values) : distinct(values), numeric);
    }

    private static List<String> range(final Matcher range) {
        final BigDecimal from = new BigDecimal(range.group(1));
        final BigDecimal to = new BigDecimal(range.group(2));
        final int written = Math.max(from.scale(), to.scale());
        final BigDecimal step =
                range.group(3) == null ? BigDecimal.ONE.movePointLeft(written) : new BigDecimal(range.group(3));
        if (step.signum() <= 0) {
            throw new IllegalArgumentException("the step " + step + " is not above 0");
        }
        if (to.compareTo(from) < 0) {
            throw new IllegalArgumentException("the range ends at " + to + ", before it begins at " + from);
        }
        final BigDecimal steps = to.subtract(from).divideToIntegralValue(step);
        if (steps.compareTo(BigDecimal.valueOf(MAX_VALUES)) >= 0) {
            throw new IllegalArgumentException(
                    steps.add(BigDecimal.ONE).toPlainString() + " values; at most " + MAX_VALUES + " are allowed");
        }
        final int scale = Math.max(from.scale(), step.scale());
        final List<String> values = new ArrayList<>();
        for (int i = 0; i <= steps.intValueExact(); i++) {
            values.add(from.add(step.multiply(BigDecimal.valueOf(i)))
                    .setScale(scale)
                    .toPlainString());
        }
        return values;
    }

    private static List<String> ascending(final List<String> values) {
        final List<String> sorted = new ArrayList<>(values);
        sorted.sort(Comparator.comparing(BigDecimal::new));
        for (int i = 1; i < sorted.size(); i++) {
            if (new BigDecimal(sorted.get(i)).compareTo(new BigDecimal(sorted.get(i - 1))) == 0) {
                throw new IllegalArgumentException(sorted.get(i) + " is given twice");
            }
        }
        return sorted;
    }

    private static List<String> distinct(final List<String> values) {
        final HashSet<String> seen = new HashSet<>();
        for (final String value : values) {
            if (!seen.add(value)) {
                throw new IllegalArgumentException(value + " is given twice");
            }
        }
        return values;
    }

    /**
     * The name without where it belongs, for narrow columns.
     *
     * @return such as {@code emaFast} of {@code strategies.trend.emaFast}.
     */
    public String shortKey() {
        return key.substring(key.lastIndexOf('.') + 1);
    }
}
