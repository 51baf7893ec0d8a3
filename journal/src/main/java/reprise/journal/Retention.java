package reprise.journal;

/**
 * What is kept of a journal that grows. Only whole rolls, the files of a log, are removed or compressed, and the newest roll of a log never
 * is, nor one that has a record that recovery needs. The log of events is judged; the commands follow: a roll of theirs goes when all events
 * that they were decided at have gone.
 *
 * @param keep what stays; older rolls are removed.
 * @param plain what stays as it was written; older rolls that are kept are compressed.
 */
public record Retention(Span keep, Span plain) {
    /** Nothing is removed, nothing compressed. */
    public static final Retention EVERYTHING = new Retention(Span.ALL, Span.ALL);
}
