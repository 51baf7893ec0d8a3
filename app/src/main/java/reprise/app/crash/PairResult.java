package reprise.app.crash;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an engine and its venue said at the end of a run.
 *
 * @param engine fields of what the engine printed.
 * @param venue fields of what the venue printed.
 */
record PairResult(Map<String, String> engine, Map<String, String> venue) {
    private static final JsonFactory JSON = new JsonFactory();

    /** What must not depend on kills, by the names under which it is shown. */
    Map<String, String> compared() {
        final Map<String, String> values = new LinkedHashMap<>();
        values.put("outcome hash of the engine", engine.get("outcomeHash"));
        values.put("orders at the venue", venue.get("orders"));
        values.put("repeated orders at the venue", venue.get("repeatedOrders"));
        values.put("fills at the venue", venue.get("fills"));
        values.put("cash at the venue", venue.get("cash"));
        venue.forEach((name, value) -> {
            if (name.startsWith("positions.")) {
                values.put("position in " + name.substring(name.indexOf('.') + 1), value);
            }
        });
        return values;
    }

    long engineNumber(final String name) {
        return Long.parseLong(engine.get(name));
    }

    /** The scalar fields of a JSON object; nested ones are named with dots. */
    static Map<String, String> fields(final String json) {
        final Map<String, String> fields = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(json)) {
            JsonToken token = parser.nextToken();
            while (token != null) {
                if (token.isScalarValue()) {
                    final String path =
                            parser.getParsingContext().pathAsPointer().toString();
                    fields.put(path.substring(1).replace('/', '.'), parser.getText());
                }
                token = parser.nextToken();
            }
        } catch (final IOException e) {
            throw new UncheckedIOException("not the JSON of a run: " + json, e);
        }
        return fields;
    }
}
