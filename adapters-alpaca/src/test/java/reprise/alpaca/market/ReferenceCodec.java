package reprise.alpaca.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reprise.market.InstrumentDefinition;

/** What the codec's description demands of a frame, by exact decimals and {@code java.time}. Shares nothing with the code under test. */
final class ReferenceCodec {
    private static final Pattern TIME = Pattern.compile(
            "(\\d{4})-(\\d\\d)-(\\d\\d)T(\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d{1,9}))?(?:Z|([+-])(\\d\\d):(\\d\\d))");
    private static final BigDecimal MOST_EXPENSIVE = new BigDecimal("1e8");
    private static final BigDecimal MOST_PIECES = new BigDecimal("1e12");
    private static final BigDecimal MOST_UNITS = new BigDecimal("1e17");
    private static final long MINUTE_NS = 60_000_000_000L;

    private final Map<String, InstrumentDefinition> instruments;
    final List<String> events = new ArrayList<>();
    private Map<?, ?> message;
    private InstrumentDefinition instrument;

    /** Something is wrong with a message. */
    private static final class Bad extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Bad() {
            super(null, null, false, false);
        }
    }

    ReferenceCodec(final Map<String, InstrumentDefinition> instruments) {
        this.instruments = instruments;
    }

    /** Whether the frame was JSON to its end. */
    boolean decode(final String frame) {
        final List<Object> elements = new ArrayList<>();
        final boolean complete = ReferenceJson.readElements(frame, elements);
        for (final Object element : elements) {
            try {
                if (element instanceof Map<?, ?> map) {
                    message = map;
                    message();
                }
            } catch (final Bad bad) {
                // left out
            }
        }
        return complete;
    }

    private void message() {
        if (!(message.get("T") instanceof String type) || !(message.get("S") instanceof String symbol)) {
            return;
        }
        instrument = instruments.get(symbol);
        if (instrument == null || type.length() != 1) {
            return;
        }
        final String id = " " + instrument.instrumentId() + " ";
        switch (type) {
            case "t" -> events.add("trade" + id + time() + price("p") + positive("s") + taker());
            case "q" -> quote(id);
            case "b" -> events.add("bar" + id + bar(MINUTE_NS));
            case "u" -> events.add("revised-bar" + id + bar(MINUTE_NS));
            case "d" -> events.add("revised-bar" + id + bar(1440 * MINUTE_NS));
            case "s" -> status(id);
            case "l" -> band(id);
            case "c" ->
                events.add("revised-trade" + id + time() + price("op") + positive("os") + price("cp") + positive("cs"));
            case "x" -> events.add("revised-trade" + id + time() + price("p") + positive("s") + " 0 0");
            case "o" -> book(id);
            default -> {}
        }
    }

    private void quote(final String id) {
        final String time = time();
        final BigDecimal bid = price("bp", RoundingMode.FLOOR);
        final BigDecimal ask = price("ap", RoundingMode.CEILING);
        final String bidQuantity = quantity("bs").toBigIntegerExact().toString();
        final String askQuantity = quantity("as").toBigIntegerExact().toString();
        events.add("quote" + id + time
                + (bid.signum() == 0 ? " 0 0" : " " + bid.toBigIntegerExact() + " " + bidQuantity)
                + (ask.signum() == 0 ? " 0 0" : " " + ask.toBigIntegerExact() + " " + askQuantity));
    }

    private String bar(final long periodNs) {
        final long close = Long.parseLong(time()) + periodNs;
        return close + " " + periodNs + price("o") + price("h") + price("l") + price("c") + " "
                + quantity("v").toBigIntegerExact();
    }

    private void status(final String id) {
        final String time = time();
        if (message.get("sc") instanceof String code) {
            final String status = switch (code) {
                case "2", "H", "P" -> "HALTED";
                case "3", "T" -> "TRADING";
                case "Q" -> "AUCTION";
                default -> null;
            };
            if (status != null) {
                events.add("status" + id + time + " " + status);
            }
        }
    }

    private void band(final String id) {
        final String line = "band" + id + time() + price("d") + price("u");
        if (price("d", RoundingMode.HALF_EVEN).compareTo(price("u", RoundingMode.HALF_EVEN)) <= 0) {
            events.add(line);
        }
    }

    private void book(final String id) {
        final String time = time();
        final Map<?, ?> whole = message;
        final Object bids = whole.get("b");
        final Object asks = whole.get("a");
        if (!isContainer(bids) || !isContainer(asks)) {
            return;
        }
        if (Boolean.TRUE.equals(whole.get("r"))) {
            events.add("cleared" + id + time);
        }
        levels(bids, "level" + id + time + " BUY");
        levels(asks, "level" + id + time + " SELL");
    }

    private static boolean isContainer(final Object value) {
        return value == null || value instanceof Map<?, ?> || value instanceof List<?>;
    }

    private void levels(final Object levels, final String start) {
        if (!(levels instanceof List<?> list)) {
            return;
        }
        for (final Object level : list) {
            try {
                if (level instanceof Map<?, ?> map) {
                    message = map;
                    final String line = start + price("p") + " " + quantity("s").toBigIntegerExact();
                    if (decimal("p")
                                    .movePointRight(instrument.priceDecimals())
                                    .stripTrailingZeros()
                                    .scale()
                            <= 0) {
                        events.add(line);
                    }
                }
            } catch (final Bad bad) {
                // left out
            }
        }
    }

    private String taker() {
        return "B".equals(message.get("tks")) ? " BUYER" : "S".equals(message.get("tks")) ? " SELLER" : " UNKNOWN";
    }

    private String price(final String key) {
        final BigDecimal price = price(key, RoundingMode.HALF_EVEN);
        if (price.signum() == 0) {
            throw new Bad();
        }
        return " " + price.toBigIntegerExact();
    }

    private BigDecimal price(final String key, final RoundingMode rounding) {
        return scaled(key, instrument.priceDecimals(), rounding, MOST_EXPENSIVE);
    }

    private String positive(final String key) {
        final BigDecimal quantity = quantity(key);
        if (quantity.signum() == 0) {
            throw new Bad();
        }
        return " " + quantity.toBigIntegerExact();
    }

    private BigDecimal quantity(final String key) {
        return scaled(key, instrument.quantityDecimals(), RoundingMode.HALF_EVEN, MOST_PIECES);
    }

    private BigDecimal scaled(
            final String key, final int decimals, final RoundingMode rounding, final BigDecimal most) {
        final BigDecimal value = decimal(key);
        if (value.signum() < 0) {
            throw new Bad();
        }
        // before the exponent makes a number of a million digits
        if (value.signum() > 0 && value.precision() - (long) value.scale() > 20) {
            throw new Bad();
        }
        if (value.signum() == 0 || value.precision() - (long) value.scale() < -30) {
            return rounding == RoundingMode.CEILING && value.signum() > 0 ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        final BigDecimal units = value.movePointRight(decimals).setScale(0, rounding);
        if (units.compareTo(most.movePointRight(decimals)) > 0 || units.compareTo(MOST_UNITS) > 0) {
            throw new Bad();
        }
        return units;
    }

    private BigDecimal decimal(final String key) {
        final Object value = message.get(key);
        if (value instanceof BigDecimal number) {
            return number;
        }
        if (value instanceof String text && ReferenceJson.isNumber(text)) {
            return ReferenceJson.decimal(text);
        }
        throw new Bad();
    }

    private String time() {
        final Matcher time = message.get("t") instanceof String text ? TIME.matcher(text) : null;
        if (time == null || !time.matches()) {
            throw new Bad();
        }
        try {
            final int year = Integer.parseInt(time.group(1));
            final LocalDateTime local = LocalDateTime.of(
                    year,
                    Integer.parseInt(time.group(2)),
                    Integer.parseInt(time.group(3)),
                    Integer.parseInt(time.group(4)),
                    Integer.parseInt(time.group(5)),
                    Integer.parseInt(time.group(6)));
            final String fraction = ((time.group(7) == null ? "" : time.group(7)) + "000000000").substring(0, 9);
            final int hours = time.group(8) == null ? 0 : Integer.parseInt(time.group(9));
            final int minutes = time.group(8) == null ? 0 : Integer.parseInt(time.group(10));
            final int offset = (hours * 60 + minutes) * ("-".equals(time.group(8)) ? -1 : 1);
            final long ns =
                    (local.toEpochSecond(ZoneOffset.UTC) - offset * 60L) * 1_000_000_000L + Long.parseLong(fraction);
            if (hours > 23 || minutes > 59 || year < 1970 || year > 2199 || ns < 0) {
                throw new Bad();
            }
            return Long.toString(ns);
        } catch (final DateTimeException noSuchTime) {
            throw new Bad();
        }
    }
}
