package reprise.alpaca.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What the body of an error says: {@code {"code":40310000,"message":"..."}}, a message alone, or a page for people from a gateway in between.
 *
 * @param code 0 for none.
 * @param message at most {@link #MAX_LENGTH} characters of one line.
 */
record ErrorText(long code, String message) {
    static final int MAX_LENGTH = 300;
    private static final JsonFactory JSON = new JsonFactory();

    static ErrorText of(final byte[] body) {
        final ErrorText read = readJson(body);
        return read != null ? read : new ErrorText(0, bounded(withoutTags(body)));
    }

    private static ErrorText readJson(final byte[] body) {
        long code = 0;
        String message = "";
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                final String name = parser.currentName();
                final JsonToken value = parser.nextToken();
                if ("code".equals(name) && value == JsonToken.VALUE_NUMBER_INT) {
                    code = parser.getLongValue();
                } else if ("message".equals(name) && value == JsonToken.VALUE_STRING) {
                    message = parser.getText();
                } else {
                    parser.skipChildren();
                }
            }
        } catch (final IOException notJson) {
            return null;
        }
        return message.isEmpty() && code == 0 ? null : new ErrorText(code, bounded(message));
    }

    private static String withoutTags(final byte[] body) {
        return new String(body, StandardCharsets.UTF_8).replaceAll("<[^>]*>", " ");
    }

    static String bounded(final String text) {
        final String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH);
    }
}
