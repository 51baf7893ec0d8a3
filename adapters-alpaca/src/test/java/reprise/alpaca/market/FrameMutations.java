package reprise.alpaca.market;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;

/** Frames that are like those of the venue, and frames that are damaged. All chance comes from the generator that is given. */
final class FrameMutations {
    private static final String[] SYMBOLS = {"AAPL", "BTC/USD", "BTC\\/USD", "TSLA", "MSFT", "ETH/USD", "NVDA", ""};
    private static final String[] TIMES = {
        "2026-02-23T15:51:44Z",
        "2026-02-23T15:51:44.2Z",
        "2026-02-23T15:51:45.335689322Z",
        "2024-02-29T23:59:59.999999999Z",
        "1970-01-01T00:00:00Z",
        "2199-12-31T23:59:59Z",
        "2026-02-29T00:00:00Z",
        "2026-02-23T15:51:44.1234567891Z",
        "2026-02-23T15:51:44-05:00",
        "2026-02-23T24:00:00Z",
        "1969-12-31T23:59:59Z",
        "2026-02-23"
    };
    private static final String[] NUMBERS = {
        "0",
        "-0",
        "1",
        "0.01",
        "0.005",
        "0.015",
        "0.00499999999999999999999999",
        "126.55",
        "126.5451",
        "1e2",
        "1E-2",
        "1.5e+3",
        "99999999.995",
        "100000000",
        "100000000.01",
        "999999999999",
        "1000000000001",
        "1e400",
        "1e-400",
        "-126.55",
        "12345678901234567.89",
        "123456789012345678",
        "1234567890.12345678901",
        "0.123456789012345678901",
        "9223372036854775807",
        "9223372036854775808",
        "100.000000000000000000000000",
        "1e99999999999",
        "null",
        "true",
        "\"126.55\"",
        "\"\"",
        "\"x\"",
        "[1]",
        "{}",
        "00.5",
        "1.",
        ".5",
        "+1"
    };
    private static final String NOISE = "{}[]\",:0123456789eE+-.tfnulrsabopTS \\/\u0000\u007f\u00e9\n";

    private final SplittableRandom random;

    FrameMutations(final SplittableRandom random) {
        this.random = random;
    }

    /** A frame of a few messages, mostly well-formed. */
    String frame() {
        final StringBuilder frame = new StringBuilder("[");
        final int messages = 1 + random.nextInt(3);
        for (int i = 0; i < messages; i++) {
            frame.append(i == 0 ? "" : ",").append(message());
        }
        return frame.append(']').toString();
    }

    private String message() {
        final String type = "tqbudslcxoin?".charAt(random.nextInt(13)) + "";
        final StringBuilder fields = new StringBuilder();
        switch (type) {
            case "t", "x" -> numbers(fields, "p", "s");
            case "q" -> numbers(fields, "bp", "bs", "ap", "as");
            case "b", "u", "d" -> numbers(fields, "o", "h", "l", "c", "v");
            case "l" -> numbers(fields, "u", "d");
            case "c" -> numbers(fields, "op", "os", "cp", "cs");
            case "s" ->
                fields.append(",\"sc\":\"")
                        .append("23HTQP5Z".charAt(random.nextInt(8)))
                        .append('"');
            case "o" ->
                fields.append(",\"b\":")
                        .append(levels())
                        .append(",\"a\":")
                        .append(levels())
                        .append(random.nextBoolean() ? ",\"r\":true" : "");
            default -> numbers(fields, "p");
        }
        final String start = "\"T\":\"" + type + "\",\"S\":\"" + oneOf(SYMBOLS) + '"';
        final String time = ",\"t\":\"" + (random.nextInt(3) == 0 ? oneOf(TIMES) : TIMES[random.nextInt(3)]) + '"';
        return random.nextBoolean()
                ? "{" + start + fields + time + "}"
                : "{" + (fields + time).substring(1) + "," + start + "}";
    }

    private String levels() {
        final StringBuilder levels = new StringBuilder("[");
        for (int i = random.nextInt(3); i > 0; i--) {
            final StringBuilder level = new StringBuilder();
            numbers(level, "p", "s");
            levels.append('{').append(level.substring(1)).append(i > 1 ? "}," : "}");
        }
        return levels.append(']').toString();
    }

    private void numbers(final StringBuilder fields, final String... keys) {
        for (final String key : keys) {
            fields.append(",\"").append(key).append("\":").append(number());
        }
    }

    private String number() {
        if (random.nextInt(8) == 0) {
            return oneOf(NUMBERS);
        }
        final long units = random.nextLong(1L << 1 + random.nextInt(40));
        return BigDecimal.valueOf(units, random.nextInt(7)).toPlainString();
    }

    /** The text with a few random changes. */
    String damaged(final String text) {
        final StringBuilder damaged = new StringBuilder(text);
        for (int i = 1 + random.nextInt(3); i > 0 && damaged.length() > 0; i--) {
            final int at = random.nextInt(damaged.length());
            switch (random.nextInt(6)) {
                case 0 -> damaged.setCharAt(at, noise());
                case 1 -> damaged.insert(at, noise());
                case 2 -> damaged.deleteCharAt(at);
                case 3 -> damaged.setLength(at);
                case 4 -> damaged.insert(at, oneOf(NUMBERS));
                default -> {
                    final int from = random.nextInt(damaged.length());
                    damaged.insert(at, damaged.substring(from, Math.min(damaged.length(), from + 30)));
                }
            }
        }
        return damaged.toString();
    }

    private char noise() {
        return NOISE.charAt(random.nextInt(NOISE.length()));
    }

    private String oneOf(final String[] texts) {
        return texts[random.nextInt(texts.length)];
    }

    /** One of several frames. */
    String oneOf(final List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
