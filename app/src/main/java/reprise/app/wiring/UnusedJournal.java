package reprise.app.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import reprise.journal.JournalReader;
import reprise.journal.LogReader;
import reprise.message.Envelope;
import reprise.message.Templates;

/**
 * A journal of a run that never came to its venue and decided nothing: wrong keys, a wrong port, a feed that the plan has not. There is nothing in
 * it to go on with, and it would be in the way of the run whose configuration is right.
 */
final class UnusedJournal {
    private static final String CONNECTED = "VenueConnected";

    private UnusedJournal() {}

    /** Removes the journal if it is such a one; returns whether it was. */
    static boolean remove(final Path directory) {
        final JournalReader journal = JournalReader.open(directory);
        if (!journal.findings().isEmpty() || hasCommands(journal) || wasConnected(journal)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
            return true;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasCommands(final JournalReader journal) {
        try (LogReader commands = journal.commands()) {
            return commands.next();
        }
    }

    private static boolean wasConnected(final JournalReader journal) {
        try (LogReader events = journal.events()) {
            while (events.next()) {
                if (CONNECTED.equals(Templates.name(Envelope.templateId(events.buffer(), events.offset())))) {
                    return true;
                }
            }
            return !events.findings().isEmpty();
        }
    }
}
