package reprise.simulation.data;

import java.util.List;

/** How the rows of a file are written down, enough to open a {@link RowSource}. */
sealed interface RowLayout {

    /** Opens the rows from the first one. */
    RowSource open(SourceFile source);

    /**
     * Lines with a delimiter.
     *
     * @param delimiter between fields
     * @param headerLines lines before the first row
     */
    record Csv(char delimiter, int headerLines) implements RowLayout {
        @Override
        public RowSource open(final SourceFile source) {
            final CsvRows rows = new CsvRows(source, delimiter);
            for (int i = 0; i < headerLines; i++) {
                rows.next();
            }
            return rows;
        }
    }

    /**
     * A JSON list whose elements are lists or objects.
     *
     * @param names of the fields to take from objects, in column order; empty if the elements are lists
     */
    record Json(List<String> names) implements RowLayout {
        @Override
        public RowSource open(final SourceFile source) {
            return new JsonRows(source, names);
        }
    }
}
