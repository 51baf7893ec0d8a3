package reprise.alpaca.market;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A message about the stream itself.
 *
 * @param type success, error, subscription, or something unknown.
 * @param text in the server's words; empty for none.
 * @param code of an error; 0 for none.
 * @param channels of a subscription: symbols by channel.
 */
record ControlMessage(String type, String text, int code, Map<String, List<String>> channels) {
    private static final JsonFactory JSON = new JsonFactory();

    /** Reads one that is known to be a JSON object; what is not of its type counts as missing. */
    static ControlMessage read(final byte[] bytes, final int start, final int length) {
        String type = "";
        String text = "";
        int code = 0;
        final Map<String, List<String>> channels = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(bytes, start, length)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                final String key = parser.currentName();
                final JsonToken value = parser.nextToken();
                if (value == JsonToken.START_ARRAY) {
                    channels.put(key, texts(parser));
                } else if (value == JsonToken.VALUE_STRING && "T".equals(key)) {
                    type = parser.getText();
                } else if (value == JsonToken.VALUE_STRING && "msg".equals(key)) {
                    text = parser.getText();
                } else if (value == JsonToken.VALUE_NUMBER_INT && "code".equals(key)) {
                    code = parser.getIntValue();
                } else {
                    parser.skipChildren();
                }
            }
        } catch (final IOException strange) {
            return new ControlMessage(type, text, code, channels);
        }
        return new ControlMessage(type, text, code, channels);
    }

    private static List<String> texts(final JsonParser parser) throws IOException {
        final List<String> texts = new ArrayList<>();
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY && t != null; t = parser.nextToken()) {
            if (t == JsonToken.VALUE_STRING) {
                texts.add(parser.getText());
            } else {
                parser.skipChildren();
            }
        }
        return texts;
    }

    /** What a client says to be let in. */
    static String authentication(final String keyId, final String secret) {
        return written(json -> {
            json.writeStringField("action", "auth");
            json.writeStringField("key", keyId);
            json.writeStringField("secret", secret);
        });
    }

    /** What a client says to get data. */
    static String subscription(final Map<String, List<String>> channels) {
        return written(json -> {
            json.writeStringField("action", "subscribe");
            for (final Map.Entry<String, List<String>> channel : channels.entrySet()) {
                json.writeArrayFieldStart(channel.getKey());
                for (final String symbol : channel.getValue()) {
                    json.writeString(symbol);
                }
                json.writeEndArray();
            }
        });
    }

    private interface Fields {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private static String written(final Fields fields) {
        final StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            fields.writeTo(json);
            json.writeEndObject();
        } catch (final IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
