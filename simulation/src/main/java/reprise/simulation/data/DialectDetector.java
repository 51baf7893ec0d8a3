package reprise.simulation.data;

/** Finds out in which format a file is, from its content and, for LEAN, its names. */
final class DialectDetector {

    private DialectDetector() {}

    /**
     * Recognises the format.
     *
     * @throws DataException if the file is empty or not bars in a known format
     */
    static Dialect detect(final SourceFile source) {
        final Head head = Head.of(source);
        if (head.isBlank()) {
            throw new DataException(source + ": the file is empty; expected bars, one a line");
        }
        if (head.isBinary()) {
            throw Refusals.notBars(source, "not text in UTF-8 (binary data, or UTF-16 that has to be saved as UTF-8)");
        }
        if (head.isJson()) {
            return JsonDialects.detect(source);
        }
        final Dialect lean = LeanDialects.detect(source, head);
        return lean == null ? CsvDialects.detect(source, head) : lean;
    }
}
