package reprise.journal;

/**
 * A file of a log, and what is in it.
 *
 * @param name of the file in the log's directory.
 * @param isCompressed whether it is stored compressed.
 * @param sizeBytes as it is stored.
 * @param firstSequence of its records; 0 if it has none.
 * @param lastCause the latest event at which one of its records, or one before, was decided; 0 if they are no commands.
 * @param end where a log would begin that had this roll and all before it pruned.
 */
record Roll(String name, boolean isCompressed, long sizeBytes, long firstSequence, long lastCause, LogStart end) {
    boolean isEmpty() {
        return firstSequence == 0;
    }

    long lastSequence() {
        return end.prunedSequence();
    }
}
