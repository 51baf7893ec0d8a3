package reprise.journal;

/**
 * Names in a journal's directory.
 *
 * <pre>
 *   journal.properties   what this is, how it ended, and the checksums of what has none of its own
 *   conf.yaml            the configuration of the run, as resolved
 *   journal.lock         held by the writer
 *   events/              log of what happened
 *   commands/            log of what was decided
 * </pre>
 */
final class JournalLayout {
    static final String PROPERTIES = "journal.properties";
    static final String CONFIGURATION = "conf.yaml";
    static final String LOCK = "journal.lock";
    static final String EVENTS = "events";
    static final String COMMANDS = "commands";

    private JournalLayout() {}
}
