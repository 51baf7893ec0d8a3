package reprise.simulation.data;

import java.util.List;

/**
 * What the first record of a JSON file looks like.
 *
 * @param names of an object's fields in file order; empty for a list
 * @param fieldCount values in the record; 0 if the file holds no record
 */
record JsonShape(List<String> names, int fieldCount) {

    static JsonShape of(final SourceFile source) {
        try (JsonRows rows = new JsonRows(source, List.of())) {
            final List<String> names = rows.namesOfNextRecord();
            if (!names.isEmpty()) {
                return new JsonShape(names, names.size());
            }
            return new JsonShape(List.of(), rows.next() ? rows.fields().count : 0);
        }
    }

    boolean isEmpty() {
        return fieldCount == 0;
    }

    boolean isList() {
        return names.isEmpty();
    }
}
