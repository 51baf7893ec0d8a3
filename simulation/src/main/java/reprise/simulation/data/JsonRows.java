package reprise.simulation.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Records of the first list of lists or list of objects in a JSON file. Values are copied as text, so that numbers are read by the
 * same parser as everywhere.
 */
final class JsonRows implements RowSource {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();
    private static final int TEXT_BYTES = 1 << 12;

    private final SourceFile source;
    private final JsonParser parser;
    private final Map<String, Integer> columnByName = new HashMap<>();
    private final int columnCount;
    private final Fields fields = new Fields();
    private int used;
    private boolean ended;

    /**
     * Opens the records.
     *
     * @param names fields of an object in column order; empty if records are lists
     */
    JsonRows(final SourceFile source, final List<String> names) {
        this.source = source;
        this.columnCount = names.size();
        for (int column = 0; column < names.size(); column++) {
            columnByName.put(names.get(column), column);
        }
        fields.bytes = new byte[TEXT_BYTES];
        this.parser = parserOf(source);
        try {
            skipToRecords();
        } catch (final IOException e) {
            close();
            throw broken(e);
        }
    }

    @Override
    public boolean next() {
        if (ended) {
            return false;
        }
        try {
            final JsonToken token = parser.currentToken();
            if (token == JsonToken.END_ARRAY) {
                ended = true;
                requireNothingMore();
                return false;
            }
            fields.position++;
            used = 0;
            if (token == JsonToken.START_ARRAY) {
                readList();
            } else if (token == JsonToken.START_OBJECT) {
                readObject();
            } else {
                throw new DataException(source + ", record " + fields.position
                        + ": expected a record like those before it, found " + parser.getText());
            }
            parser.nextToken();
            return true;
        } catch (final IOException e) {
            throw broken(e);
        }
    }

    /** Reads the field names of the next record if it is an object; the record is used up. Empty for a list. */
    List<String> namesOfNextRecord() {
        final List<String> names = new ArrayList<>();
        try {
            if (!ended && parser.currentToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    names.add(parser.currentName());
                    parser.nextToken();
                    parser.skipChildren();
                }
            }
            return names;
        } catch (final IOException e) {
            throw broken(e);
        }
    }

    @Override
    public Fields fields() {
        return fields;
    }

    @Override
    public String positionName() {
        return "record";
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (final IOException e) {
            throw broken(e);
        }
    }

    private static JsonParser parserOf(final SourceFile source) {
        try {
            return FACTORY.createParser(source.open());
        } catch (final IOException e) {
            throw source.unreadable(e);
        }
    }

    private void skipToRecords() throws IOException {
        JsonToken before = null;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (before == JsonToken.START_ARRAY && (token.isStructStart() || token == JsonToken.END_ARRAY)) {
                return;
            }
            before = token;
        }
        ended = true;
    }

    private void readList() throws IOException {
        fields.count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (fields.count < Fields.MAX_COLUMNS) {
                readValue(fields.count++);
            }
        }
    }

    private void readObject() throws IOException {
        fields.count = columnCount;
        for (int column = 0; column < columnCount; column++) {
            fields.starts[column] = -1;
            fields.ends[column] = -1;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            final Integer column = columnByName.get(parser.currentName());
            parser.nextToken();
            if (column == null) {
                parser.skipChildren();
            } else {
                readValue(column);
            }
        }
    }

    private void readValue(final int column) throws IOException {
        fields.starts[column] = used;
        final JsonToken token = parser.currentToken();
        if (token.isStructStart()) {
            parser.skipChildren();
        } else if (token != JsonToken.VALUE_NULL) {
            copy(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        }
        fields.ends[column] = used;
    }

    /** Copies the text of a value; what is not ASCII cannot be part of a number and becomes a question mark. */
    private void copy(final char[] text, final int offset, final int length) {
        if (fields.bytes.length - used < length) {
            fields.bytes = Arrays.copyOf(fields.bytes, 2 * (used + length));
        }
        for (int i = 0; i < length; i++) {
            final char c = text[offset + i];
            fields.bytes[used++] = (byte) (c < 128 ? c : '?');
        }
    }

    private void requireNothingMore() throws IOException {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_ARRAY) {
                throw new DataException(
                        source + ": holds more than one list of records; keep one instrument to a file");
            }
        }
    }

    private DataException broken(final IOException cause) {
        if (cause instanceof JsonParseException bad) {
            return new DataException(
                    source + ", line " + bad.getLocation().getLineNr() + ", column "
                            + bad.getLocation().getColumnNr() + ": not valid JSON: " + bad.getOriginalMessage(),
                    cause);
        }
        return source.unreadable(cause);
    }
}
