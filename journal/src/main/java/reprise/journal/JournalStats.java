package reprise.journal;

/**
 * What a journal holds: counts by message, and the time they span.
 *
 * @param metadata of the journal.
 * @param events the log of what happened.
 * @param commands the log of what was decided.
 */
public record JournalStats(JournalMetadata metadata, LogStats events, LogStats commands) {
    /**
     * Reads the whole journal and counts.
     *
     * @param journal to count.
     * @return what it holds, as far as it can be read; the logs' scans say what is wrong, if anything is.
     */
    public static JournalStats of(final JournalReader journal) {
        try (LogReader events = journal.events();
                LogReader commands = journal.commands()) {
            return new JournalStats(journal.metadata(), LogStats.of(events), LogStats.of(commands));
        }
    }
}
