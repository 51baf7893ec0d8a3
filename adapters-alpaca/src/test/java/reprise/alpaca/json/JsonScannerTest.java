package reprise.alpaca.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reprise.alpaca.wire.TradingReaderTest;
import reprise.testkit.RandomCases;
import reprise.testkit.SharedFiles;

/** Reads what a library reads, and refuses what it refuses. */
class JsonScannerTest {
    private static final String ALL = """
            {"a":[1,-2.5e3,"x\\u00e9\\n\\"\\\\\\/\\uD83D\\uDE00",true,false,null,[],{}], "longer than a word of bytes":"8 bytes.",
             "\\u0062":{"c":[[{"d":0.1}]]},"empty":"", "t" : "2026-02-23T15:30:00.123456789Z" , "n":-0,"e":1E+2}""";
    private static final int DAMAGED = 200;

    private final JsonScanner scanner = new JsonScanner();
    private final Decimal number = new Decimal();

    private Object read(final byte[] bytes) throws MalformedJsonException {
        scanner.wrap(bytes, 0, bytes.length);
        final Object value = value();
        if (!scanner.isAtEnd()) {
            throw MalformedJsonException.INSTANCE;
        }
        return value;
    }

    private Object value() throws MalformedJsonException {
        final byte first = scanner.peek();
        return switch (first) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> scanner.string().toString();
            case 't', 'f', 'n' -> literal(first);
            default -> number();
        };
    }

    private LibraryJson.Number number() throws MalformedJsonException {
        final int start = scanner.position();
        scanner.number(number);
        final String text = new String(scanner.bytes(), start, scanner.position() - start, StandardCharsets.ISO_8859_1);
        if (number.isReasonable()) {
            assertThat(new BigDecimal(number.toText())).isEqualByComparingTo(text);
        }
        return new LibraryJson.Number(text);
    }

    private Object literal(final byte first) throws MalformedJsonException {
        scanner.literal();
        return first == 'n' ? null : Boolean.valueOf(first == 't');
    }

    private Map<String, Object> object() throws MalformedJsonException {
        final Map<String, Object> fields = new LinkedHashMap<>();
        scanner.beginObject();
        for (JsonString key = scanner.nextKey(); key != null; key = scanner.nextKey()) {
            final String name = key.toString();
            fields.put(name, value());
        }
        return fields;
    }

    private List<Object> array() throws MalformedJsonException {
        final List<Object> elements = new ArrayList<>();
        scanner.beginArray();
        while (scanner.nextElement()) {
            elements.add(value());
        }
        return elements;
    }

    private boolean skips(final byte[] bytes) {
        scanner.wrap(bytes, 0, bytes.length);
        try {
            scanner.skipValue();
            return scanner.isAtEnd();
        } catch (final MalformedJsonException malformed) {
            return false;
        }
    }

    /** Returns whether it is JSON. */
    private boolean check(final byte[] bytes) {
        final Object expected;
        try {
            expected = LibraryJson.read(bytes);
        } catch (final IOException malformed) {
            assertThat(skips(bytes)).as(text(bytes)).isFalse();
            return false;
        }
        try {
            assertThat(read(bytes)).as(text(bytes)).isEqualTo(expected);
        } catch (final MalformedJsonException malformed) {
            throw new AssertionError(text(bytes), malformed);
        }
        assertThat(skips(bytes)).as(text(bytes)).isTrue();
        return true;
    }

    private static String text(final byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void shouldReadAllThatThereIs() {
        assertThat(check(ALL.getBytes(StandardCharsets.UTF_8))).isTrue();
        for (final String text :
                List.of("", "{,}", "[,1]", "[1,]", "{\"a\":1,}", "[1 2]", "{\"a\" 1}", "\"\t\"", "-", "01", "tru")) {
            assertThat(check(text.getBytes(StandardCharsets.UTF_8))).as(text).isFalse();
        }
        for (int length = 0; length < ALL.length(); length++) {
            assertThat(check(ALL.substring(0, length).getBytes(StandardCharsets.UTF_8)))
                    .isFalse();
        }
    }

    @Test
    void shouldReadNoFartherThanItMay() {
        final byte[] bytes = "  [\"abcdefghijklmnop\"]]  ".getBytes(StandardCharsets.UTF_8);
        scanner.wrap(bytes, 2, 20);
        assertThat(readRest()).isTrue();
        scanner.wrap(bytes, 2, 10);
        assertThat(readRest()).isFalse();
    }

    private boolean readRest() {
        try {
            scanner.skipValue();
            return scanner.isAtEnd();
        } catch (final MalformedJsonException malformed) {
            return false;
        }
    }

    @Test
    void shouldTakeDamagedTextAsTheLibraryDoes() {
        final int[] good = {0};
        RandomCases.check(50, random -> {
            for (int i = 0; i < DAMAGED; i++) {
                final byte[] bytes = TradingReaderTest.mutated(ALL, random);
                if (isAscii(bytes) && check(bytes)) {
                    good[0]++;
                }
            }
        });
        assertThat(good[0]).isGreaterThan(DAMAGED / 4);
    }

    private static boolean isAscii(final byte[] bytes) {
        for (final byte c : bytes) {
            if (c < 0) {
                return false;
            }
        }
        return true;
    }

    @Test
    void shouldReadEveryFixtureLikeTheLibrary() throws IOException {
        int count = 0;
        try (Stream<Path> files = Files.walk(SharedFiles.file("protocols/fixtures/alpaca"))) {
            for (final Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                assertThat(check(Files.readAllBytes(file))).as("%s", file).isTrue();
                count++;
            }
        }
        assertThat(count).isGreaterThan(50);
    }
}
