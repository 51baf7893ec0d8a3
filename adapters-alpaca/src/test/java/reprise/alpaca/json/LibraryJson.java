package reprise.alpaca.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as a library reads it: maps, lists, texts, numbers, truth values and null. Shares nothing with the code under test. */
public final class LibraryJson {
    private static final JsonFactory JSON = new JsonFactory();

    private LibraryJson() {}

    /**
     * A number, as it is written.
     *
     * @param text of it.
     */
    public record Number(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * Reads all of a text.
     *
     * @param bytes of it.
     * @return its one value.
     * @throws IOException if it is no JSON or not one value.
     */
    public static Object read(final byte[] bytes) throws IOException {
        try (JsonParser parser = JSON.createParser(bytes)) {
            final Object value = value(parser, parser.nextToken());
            if (parser.nextToken() != null) {
                throw new IOException("more than one value");
            }
            return value;
        }
    }

    private static Object value(final JsonParser parser, final JsonToken token) throws IOException {
        if (token == null) {
            throw new IOException("cut off");
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Number(parser.getText());
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default -> null;
        };
    }

    private static Map<String, Object> object(final JsonParser parser) throws IOException {
        final Map<String, Object> fields = new LinkedHashMap<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            final String name = parser.currentName();
            fields.put(name, value(parser, parser.nextToken()));
        }
        return fields;
    }

    private static List<Object> array(final JsonParser parser) throws IOException {
        final List<Object> elements = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            elements.add(value(parser, token));
        }
        return elements;
    }
}
