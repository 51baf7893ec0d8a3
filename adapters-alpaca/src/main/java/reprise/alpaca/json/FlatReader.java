package reprise.alpaca.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads an object, or a list of them, as names and texts; what is inside of fields is left out, and so is null. Stateless. */
public final class FlatReader {
    private FlatReader() {}

    /**
     * Reads an answer.
     *
     * @param bytes of it.
     * @return one map for each object; null if it is not well-formed.
     */
    public static List<Map<String, String>> read(final byte[] bytes) {
        final JsonScanner scanner = new JsonScanner();
        final List<Map<String, String>> objects = new ArrayList<>();
        scanner.wrap(bytes, 0, bytes.length);
        try {
            if (scanner.peek() == '{') {
                objects.add(readObject(scanner));
            } else {
                scanner.beginArray();
                while (scanner.nextElement()) {
                    objects.add(readObject(scanner));
                }
            }
            return scanner.isAtEnd() ? objects : null;
        } catch (final MalformedJsonException malformed) {
            return null;
        }
    }

    private static Map<String, String> readObject(final JsonScanner scanner) throws MalformedJsonException {
        final Map<String, String> fields = new HashMap<>();
        scanner.beginObject();
        for (JsonString key = scanner.nextKey(); key != null; key = scanner.nextKey()) {
            final String name = key.toString();
            final String value = value(scanner);
            if (value != null) {
                fields.put(name, value);
            }
        }
        return fields;
    }

    /** The text of a value; null for null and for what has an inside. */
    private static String value(final JsonScanner scanner) throws MalformedJsonException {
        final byte first = scanner.peek();
        if (first == '"') {
            return scanner.string().toString();
        }
        final int start = scanner.position();
        scanner.skipValue();
        return first == '{' || first == '[' || first == 'n'
                ? null
                : new String(scanner.bytes(), start, scanner.position() - start, StandardCharsets.US_ASCII);
    }
}
