package reprise.journal;

import java.util.Locale;

/**
 * Something that pruning does, or would do, to one file.
 *
 * @param action what.
 * @param file relative to the journal, such as {@code events/20260102F.cq4}.
 * @param sizeBytes of it as it is stored now.
 * @param firstSequence of its records; 0 if it has none.
 * @param lastSequence of its records; 0 if it has none.
 */
public record PruneStep(Action action, String file, long sizeBytes, long firstSequence, long lastSequence) {
    /** What is done to a file. */
    public enum Action {
        /** It is deleted. */
        REMOVE,

        /** It is replaced by its compressed form. */
        COMPRESS
    }

    /**
     * The step in one line.
     *
     * @return for people.
     */
    @Override
    public String toString() {
        final String records = firstSequence == 0 ? "no records" : "sequence " + firstSequence + " to " + lastSequence;
        return String.format(
                Locale.ROOT,
                "%-8s  %s (%s, %,d bytes)",
                action.name().toLowerCase(Locale.ROOT),
                file,
                records,
                sizeBytes);
    }
}
