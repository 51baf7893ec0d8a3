package reprise.alpaca.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads an object, or a list of them, as names and texts; what is inside of fields is left out, and so is null. Stateless. */
public final class FlatReader {
    private static final JsonFactory JSON = new JsonFactory();

    private FlatReader() {}

    /**
     * Reads an answer.
     *
     * @param bytes of it.
     * @return one map for each object; null if it is not well-formed.
     */
    public static List<Map<String, String>> read(final byte[] bytes) {
        final List<Map<String, String>> objects = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(bytes)) {
            final JsonToken first = parser.nextToken();
            if (first == JsonToken.START_OBJECT) {
                objects.add(readObject(parser));
                return objects;
            }
            if (first != JsonToken.START_ARRAY) {
                return null;
            }
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                if (token != JsonToken.START_OBJECT) {
                    return null;
                }
                objects.add(readObject(parser));
            }
            return objects;
        } catch (final IOException malformed) {
            return null;
        }
    }

    private static Map<String, String> readObject(final JsonParser parser) throws IOException {
        final Map<String, String> fields = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            final String name = parser.currentName();
            final JsonToken value = parser.nextToken();
            if (value == null) {
                throw new IOException("cut off");
            }
            if (value.isStructStart()) {
                parser.skipChildren();
            } else if (value != JsonToken.VALUE_NULL) {
                fields.put(name, parser.getText());
            }
        }
        return fields;
    }
}
