package reprise.app.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Prints one JSON object for machines: fields in a fixed order, numbers that are not numbers as null. */
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /**
     * Prints an object and a line end.
     *
     * @param out receives it.
     * @param fields in order; values are maps, iterables, strings, numbers, booleans or null.
     */
    public static void print(final PrintStream out, final Map<String, ?> fields) {
        out.println(pretty(fields));
        out.flush();
    }

    /**
     * An object over several lines.
     *
     * @param fields in order.
     * @return its text.
     */
    public static String pretty(final Map<String, ?> fields) {
        return write(fields, true);
    }

    /**
     * An object on one line.
     *
     * @param fields in order.
     * @return its text.
     */
    public static String line(final Map<String, ?> fields) {
        return write(fields, false);
    }

    private static String write(final Map<String, ?> fields, final boolean pretty) {
        final StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            if (pretty) {
                generator.setPrettyPrinter(new DefaultPrettyPrinter());
            }
            value(generator, fields);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void value(final JsonGenerator generator, final Object value) throws IOException {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            for (final Map.Entry<?, ?> entry : map.entrySet()) {
                generator.writeFieldName(entry.getKey().toString());
                value(generator, entry.getValue());
            }
            generator.writeEndObject();
        } else if (value instanceof Iterable<?> items) {
            generator.writeStartArray();
            for (final Object item : items) {
                value(generator, item);
            }
            generator.writeEndArray();
        } else if (value instanceof Double number) {
            number(generator, number);
        } else if (value instanceof Number number) {
            generator.writeNumber(number.toString());
        } else if (value instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else {
            generator.writeString(value.toString());
        }
    }

    private static void number(final JsonGenerator generator, final double number) throws IOException {
        if (Double.isFinite(number)) {
            generator.writeNumber(number);
        } else {
            generator.writeNull();
        }
    }
}
