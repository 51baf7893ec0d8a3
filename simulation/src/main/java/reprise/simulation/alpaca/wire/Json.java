package reprise.simulation.alpaca.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Text of JSON to maps, lists, texts, decimals and truth values, and back. Stateless; names keep their case, numbers every digit. */
public final class Json {
    private static final int MAX_DEPTH = 16;
    private static final int MAX_NUMBER_LENGTH = 64;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .build())
            .build();

    private Json() {}

    /**
     * Reads one object.
     *
     * @param text of JSON.
     * @return its fields in their order.
     * @throws IllegalArgumentException if it is not one JSON object.
     */
    public static Map<String, Object> readObject(final String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("not a JSON object");
            }
            final Map<String, Object> object = readFields(parser);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("something follows the JSON object");
            }
            return object;
        } catch (final IOException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    private static Map<String, Object> readFields(final JsonParser parser) throws IOException {
        final Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            final String name = parser.currentName();
            fields.put(name, readValue(parser, parser.nextToken()));
        }
        return fields;
    }

    private static List<Object> readItems(final JsonParser parser) throws IOException {
        final List<Object> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(readValue(parser, token));
        }
        return items;
    }

    private static Object readValue(final JsonParser parser, final JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> readFields(parser);
            case START_ARRAY -> readItems(parser);
            case VALUE_NULL -> null;
            case VALUE_TRUE, VALUE_FALSE -> token == JsonToken.VALUE_TRUE;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            default -> parser.getText();
        };
    }

    /**
     * Writes a value.
     *
     * @param value map, iterable, text, number, truth value or null, nested as they come; anything else by its text.
     * @return text of JSON.
     */
    public static String write(final Object value) {
        final StringWriter writer = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(writer)) {
            writeValue(generator, value);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return writer.toString();
    }

    private static void writeValue(final JsonGenerator generator, final Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            for (final Map.Entry<?, ?> field : map.entrySet()) {
                generator.writeFieldName(field.getKey().toString());
                writeValue(generator, field.getValue());
            }
            generator.writeEndObject();
        } else if (value instanceof Iterable<?> items) {
            generator.writeStartArray();
            for (final Object item : items) {
                writeValue(generator, item);
            }
            generator.writeEndArray();
        } else {
            writeScalar(generator, value);
        }
    }

    private static void writeScalar(final JsonGenerator generator, final Object value) throws IOException {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof BigDecimal decimal) {
            generator.writeNumber(plain(decimal));
        } else if (value instanceof Number number) {
            generator.writeNumber(number.longValue());
        } else if (value instanceof Boolean truth) {
            generator.writeBoolean(truth);
        } else {
            generator.writeString(value.toString());
        }
    }

    private static String plain(final BigDecimal decimal) {
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }
}
