package reprise.app.wiring;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import reprise.app.config.ConfigException;
import reprise.app.config.Nearest;
import reprise.market.InstrumentDefinition;
import reprise.number.Decimals;
import reprise.simulation.market.BarSource;
import reprise.simulation.market.SyntheticMarket;

/** A made-up market as it is asked for on the command line: {@code synthetic:bars=100000,seed=7,period=5m,price=100}. */
final class SyntheticArguments {
    /** What such an argument begins with. */
    static final String PREFIX = "synthetic:";

    private static final Set<String> KEYS = new TreeSet<>(Set.of("bars", "seed", "period", "price", "start", "twin"));
    private static final long MAX_BARS = 1_000_000_000L;
    private static final String START = "2024-01-01T00:00:00Z";

    private final String argument;
    private final Map<String, String> values = new LinkedHashMap<>();

    SyntheticArguments(final String argument) {
        this.argument = argument;
        final String list = argument.substring(PREFIX.length());
        for (final String item : list.isEmpty() ? new String[0] : list.split(",")) {
            final int equals = item.indexOf('=');
            final String key = equals < 0 ? item : item.substring(0, equals);
            if (equals < 0 || !KEYS.contains(key)) {
                throw invalid(
                        item,
                        "expected key=value" + Nearest.suggestion(key, KEYS) + "; keys: " + String.join(", ", KEYS));
            }
            values.put(key, item.substring(equals + 1));
        }
    }

    /**
     * The market.
     *
     * @return with defaults for what the argument does not say.
     */
    SyntheticMarket market() {
        final Instant start = instant(values.getOrDefault("start", START));
        return new SyntheticMarket(
                number("seed", "7", Long.MIN_VALUE, Long.MAX_VALUE),
                number("bars", "100000", 1, MAX_BARS),
                periodNs(values.getOrDefault("period", "1m")),
                Math.multiplyExact(start.getEpochSecond(), 1_000_000_000L));
    }

    /**
     * The bars of one instrument of that market.
     *
     * @param market of this argument.
     * @param instrument for which it is made up.
     * @param instruments all of them.
     * @return its bars.
     */
    BarSource bars(
            final SyntheticMarket market,
            final InstrumentDefinition instrument,
            final List<InstrumentDefinition> instruments) {
        final String[] twin = values.getOrDefault("twin", ":").split(":", -1);
        if (!instrument.symbol().equals(twin[0])) {
            return market.bars(instrument, startPrice(instrument));
        }
        for (final InstrumentDefinition original : instruments) {
            if (twin.length == 2 && original.symbol().equals(twin[1]) && original != instrument) {
                return market.twin(instrument, original, startPrice(original));
            }
        }
        throw invalid("twin=" + values.get("twin"), "write SYMBOL:OTHER, two of the instruments");
    }

    private long startPrice(final InstrumentDefinition instrument) {
        final String price = values.getOrDefault("price", "100");
        try {
            final long startPrice = Decimals.parse(price, instrument.priceDecimals());
            if (startPrice > 0) {
                return startPrice;
            }
        } catch (final NumberFormatException e) {
            throw invalid("price=" + price, e.getMessage());
        }
        throw invalid("price=" + price, "a price is positive");
    }

    private long number(final String key, final String defaultValue, final long min, final long max) {
        final String text = values.getOrDefault(key, defaultValue);
        try {
            final long value = Long.parseLong(text.replace("_", ""));
            if (value >= min && value <= max) {
                return value;
            }
        } catch (final NumberFormatException e) {
            throw invalid(key + "=" + text, "not a whole number");
        }
        throw invalid(key + "=" + text, "allowed: " + min + " to " + max);
    }

    private long periodNs(final String text) {
        if (text.matches("[1-9][0-9]{0,4}[smhd]")) {
            final long count = Long.parseLong(text.substring(0, text.length() - 1));
            final Duration unit = switch (text.charAt(text.length() - 1)) {
                case 's' -> Duration.ofSeconds(1);
                case 'm' -> Duration.ofMinutes(1);
                case 'h' -> Duration.ofHours(1);
                default -> Duration.ofDays(1);
            };
            return unit.multipliedBy(count).toNanos();
        }
        throw invalid("period=" + text, "write it as 30s, 5m, 1h or 1d");
    }

    private Instant instant(final String text) {
        try {
            return Instant.parse(text);
        } catch (final DateTimeException e) {
            throw invalid("start=" + text, "write it as " + START);
        }
    }

    private ConfigException invalid(final String item, final String problem) {
        return new ConfigException("--data " + argument + ": " + item + ": " + problem);
    }
}
