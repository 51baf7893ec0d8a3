package reprise.journal;

import java.util.Locale;

/**
 * A journal's disk has less room left than it should have.
 *
 * @param threshold that it fell below.
 * @param thresholdBytes how much that is.
 * @param space as it was found.
 */
public record SpaceWarning(Threshold threshold, long thresholdBytes, JournalSpace space) {
    /** What the free room is compared with. */
    public enum Threshold {
        /** A tenth of the disk. */
        TENTH_OF_DISK("a tenth of the disk"),

        /** As much as the journal grew by in an hour, going by how it has grown lately. */
        NEXT_HOUR("what the journal needs in the next hour"),

        /** {@link JournalSpace.Limits#lowBytes()}. */
        LOW("what a day may need"),

        /** {@link JournalSpace.Limits#exhaustedBytes()}. */
        EXHAUSTED("what a journal needs to begin or to roll");

        private final String description;

        Threshold(final String description) {
            this.description = description;
        }
    }

    /**
     * The warning in one line.
     *
     * @return for people.
     */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "the disk of %s has %,d MB free, less than %s (%,d MB)",
                space.directory(),
                space.freeBytes() >> 20,
                threshold.description,
                thresholdBytes >> 20);
    }
}
