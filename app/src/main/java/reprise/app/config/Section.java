package reprise.app.config;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import reprise.number.Decimals;
import reprise.number.Money;

/**
 * A mapping in a configuration file, read key by key. Each read names the default and the allowed values; {@link #finish} refuses every
 * key that nobody asked for.
 */
final class Section {
    private static final int DATE_LENGTH = 10;
    private static final long NS_PER_SECOND = 1_000_000_000L;
    private static final List<String> DURATION_UNITS = List.of("d", "h", "m", "s", "ms");
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,5})(ms|s|m|h|d)");

    private final String file;
    private final String path;
    private final String place;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, String> places = new LinkedHashMap<>();
    private final TreeSet<String> known = new TreeSet<>();

    Section(final String file, final String path, final MappingNode node) {
        this.file = file;
        this.path = path;
        this.place = YamlFile.where(node);
        for (final NodeTuple tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
                throw new ConfigException(YamlFile.where(tuple.getKeyNode()) + ": a key must be one word");
            }
            final String key = keyNode.getValue();
            if (values.put(key, tuple.getValueNode()) != null) {
                throw new ConfigException(YamlFile.where(keyNode) + ": " + where(key) + " is given twice");
            }
            places.put(key, YamlFile.where(keyNode));
            if (Secrets.isSecret(key) && tuple.getValueNode() instanceof ScalarNode value) {
                Secrets.requireReference(YamlFile.where(keyNode) + ": " + where(key), value.getValue());
            }
        }
    }

    boolean has(final String key) {
        known.add(key);
        return values.containsKey(key);
    }

    /** The keys in the order of the file; reading them makes them known. */
    List<String> keys() {
        known.addAll(values.keySet());
        return new ArrayList<>(values.keySet());
    }

    Section section(final String key) {
        if (!has(key)) {
            throw missing(key);
        }
        if (values.get(key) instanceof MappingNode mapping) {
            return new Section(file, where(key), mapping);
        }
        throw invalid(key, "expected keys and values below it");
    }

    /** A section that may be absent: then all of its keys are. */
    Section optionalSection(final String key) {
        return has(key) ? section(key) : new Section(file, where(key), YamlFile.parse(file, "{}"));
    }

    String text(final String key, final String defaultValue) {
        return has(key) ? scalar(key) : defaultValue;
    }

    String requiredText(final String key) {
        if (!has(key)) {
            throw missing(key);
        }
        return scalar(key);
    }

    ConfigException missing(final String key) {
        return new ConfigException(place + ": " + where(key) + " is missing");
    }

    /** One value, or a list of them. */
    List<String> texts(final String key) {
        if (!(values.get(key) instanceof SequenceNode sequence)) {
            return List.of(requiredText(key));
        }
        has(key);
        final List<String> texts = new ArrayList<>();
        for (final Node element : sequence.getValue()) {
            if (!(element instanceof ScalarNode scalar)) {
                throw invalid(key, "expected a list of plain values");
            }
            texts.add(scalar.getValue());
        }
        return texts;
    }

    /** Whether one value is given for a key, not a list or a mapping. */
    boolean isPlain(final String key) {
        return has(key) && values.get(key) instanceof ScalarNode;
    }

    private String scalar(final String key) {
        if (values.get(key) instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw invalid(key, "expected one value, not a list or a mapping");
    }

    /** A secret that the configuration says where to find. */
    Secret secret(final String key, final Secrets secrets) {
        return secrets.read(place + ": " + where(key), requiredText(key));
    }

    int integer(final String key, final int defaultValue, final int min, final int max) {
        if (!has(key)) {
            return defaultValue;
        }
        final String text = scalar(key);
        final String allowed = "a whole number from " + min + " to " + max;
        try {
            final int value = Integer.parseInt(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (final NumberFormatException e) {
            throw invalid(key, "'" + text + "' is not " + allowed);
        }
        throw invalid(key, text + " is not " + allowed);
    }

    double real(final String key, final double defaultValue, final double min, final double max) {
        if (!has(key)) {
            return defaultValue;
        }
        final String text = scalar(key);
        final String allowed = "a number from " + plain(min) + " to " + plain(max);
        try {
            final double value = new BigDecimal(text).doubleValue();
            if (value >= min && value <= max) {
                return value;
            }
        } catch (final NumberFormatException e) {
            throw invalid(key, "'" + text + "' is not " + allowed);
        }
        throw invalid(key, text + " is not " + allowed);
    }

    private static String plain(final double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    /** A number with a point, exact in the scale; required where the default is null. */
    long decimal(final String key, final String defaultValue, final int decimals, final long min, final long max) {
        final String text = defaultValue == null ? requiredText(key) : text(key, defaultValue);
        final String allowed = "a number from " + Decimals.formatShort(min, decimals) + " to "
                + Decimals.formatShort(max, decimals) + " with at most " + decimals + " decimals";
        try {
            final long value = Decimals.parse(text, decimals);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (final NumberFormatException e) {
            throw invalid(key, "'" + text + "' is not " + allowed);
        }
        throw invalid(key, text + " is not " + allowed);
    }

    long money(final String key, final String defaultValue, final long min) {
        return decimal(key, defaultValue, Money.DECIMALS, min, Long.MAX_VALUE / 1000);
    }

    boolean flag(final String key, final boolean defaultValue) {
        if (!has(key)) {
            return defaultValue;
        }
        return switch (scalar(key)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid(key, "'" + scalar(key) + "' is not true or false");
        };
    }

    /** A moment since 1970, or the day that begins with it, in UTC; in nanoseconds since the epoch. */
    long timeNs(final String key) {
        final String text = requiredText(key);
        try {
            final Instant time = Instant.parse(text.length() == DATE_LENGTH ? text + "T00:00:00Z" : text);
            final long seconds = time.getEpochSecond();
            if (seconds > 0 && seconds <= Long.MAX_VALUE / NS_PER_SECOND - 1) {
                return seconds * NS_PER_SECOND + time.getNano();
            }
        } catch (final DateTimeException e) {
            throw invalid(key, "'" + text + "' is no time in UTC, such as 2024-03-01 or 2024-03-01T13:30:00Z");
        }
        throw invalid(key, text + " is not between 1970 and 2262");
    }

    /** A length of time: a whole number and its unit, as in 500ms, 30s, 10m, 2h, 1d; or 0. In nanoseconds. */
    long durationNs(final String key, final long defaultNs, final long minNs, final long maxNs) {
        if (!has(key)) {
            return defaultNs;
        }
        final String text = scalar(key);
        final Matcher matcher = DURATION.matcher(text);
        if (!text.equals("0") && !matcher.matches()) {
            throw invalid(key, "'" + text + "' is no length of time such as 500ms, 30s, 10m, 2h or 1d");
        }
        final long ns = text.equals("0") ? 0 : Long.parseLong(matcher.group(1)) * unitNs(matcher.group(2));
        if (ns < minNs || ns > maxNs) {
            throw invalid(key, text + " is not from " + duration(minNs) + " to " + duration(maxNs));
        }
        return ns;
    }

    private static long unitNs(final String unit) {
        return switch (unit) {
            case "ms" -> NS_PER_SECOND / 1000;
            case "s" -> NS_PER_SECOND;
            case "m" -> 60 * NS_PER_SECOND;
            case "h" -> 3_600 * NS_PER_SECOND;
            default -> 86_400 * NS_PER_SECOND;
        };
    }

    private static String duration(final long ns) {
        for (final String unit : DURATION_UNITS) {
            if (ns > 0 && ns % unitNs(unit) == 0) {
                return ns / unitNs(unit) + unit;
            }
        }
        return "0";
    }

    /** One of an enum's constants, written in lower case with hyphens. */
    <E extends Enum<E>> E choice(final String key, final E defaultValue) {
        if (!has(key)) {
            return defaultValue;
        }
        final List<String> allowed = new ArrayList<>();
        for (final E constant : defaultValue.getDeclaringClass().getEnumConstants()) {
            final String name = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (name.equals(scalar(key))) {
                return constant;
            }
            allowed.add(name);
        }
        throw invalid(key, "'" + scalar(key) + "' is not one of " + String.join(", ", allowed));
    }

    /** A set of an enum's constants, written in lower case with hyphens and commas between; bit n for that of ordinal n; all by default. */
    <E extends Enum<E>> int choices(final String key, final Class<E> type, final int defaultBits) {
        if (!has(key)) {
            return defaultBits;
        }
        final List<String> allowed = new ArrayList<>();
        for (final E constant : type.getEnumConstants()) {
            allowed.add(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        int bits = 0;
        for (final String word : scalar(key).split(",")) {
            final int ordinal = allowed.indexOf(word.strip());
            if (ordinal < 0) {
                throw invalid(
                        key,
                        "'" + word.strip() + "' is not one of " + String.join(", ", allowed)
                                + Nearest.suggestion(word.strip(), allowed));
            }
            bits |= 1 << ordinal;
        }
        return bits;
    }

    /** Refuses every key that nobody has asked for. */
    void finish() {
        for (final String key : values.keySet()) {
            if (!known.contains(key)) {
                throw new ConfigException(places.get(key) + ": unknown key " + where(key)
                        + Nearest.suggestion(key, known) + "; allowed here: " + String.join(", ", known));
            }
        }
    }

    ConfigException invalid(final String key, final String problem) {
        final Node value = values.get(key);
        return new ConfigException(
                (value == null ? place : YamlFile.where(value)) + ": " + where(key) + ": " + problem);
    }

    /** Values that make no sense together. */
    ConfigException invalid(final String problem) {
        return new ConfigException(place + ": " + path + ": " + problem);
    }

    private String where(final String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
