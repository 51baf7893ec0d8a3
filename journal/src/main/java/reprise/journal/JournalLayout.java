package reprise.journal;

/**
 * Names in a journal's directory.
 *
 * <pre>
 *   journal.properties   what this is, how it ended, and the checksums of what has none of its own
 *   conf.yaml            the configuration of the run, as resolved
 *   journal.lock         held by the writer
 *   events/              log of what happened: its rolls, its seals, and pruned.properties if it does not begin at its beginning
 *   events/000002/       the rolls of the second writer, and so on
 *   commands/            log of what was decided, likewise
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
