package reprise.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import reprise.message.Envelope;

/** Reads a journal from its first byte to its last and says what is not as it was written. */
public final class JournalVerifier {
    private static final long RECORDS_PER_PROGRESS = 1 << 18;

    private final JournalReader journal;
    private final VerifyProgress progress;
    private final long bytesTotal;
    private long records;
    private long bytesRead;
    private long lastCause;

    private JournalVerifier(final JournalReader journal, final VerifyProgress progress) {
        this.journal = journal;
        this.progress = progress;
        bytesTotal = journal.sizeBytes();
    }

    /**
     * Verifies.
     *
     * @param directory of the journal.
     * @param progress told how far it has come.
     * @return what was found.
     * @throws JournalException if there is no journal.
     */
    public static JournalReport verify(final Path directory, final VerifyProgress progress) {
        return new JournalVerifier(JournalReader.open(directory), progress).verify();
    }

    private JournalReport verify() {
        // Commands first: their events were written before them, so a journal that is being written cannot look as if
        // some were missing.
        final ScanResult commands;
        try (LogReader reader = journal.commands()) {
            while (reader.next()) {
                count(reader);
                if (reader.lengthBytes() >= Frame.COMMAND_BYTES_MIN) {
                    lastCause = Math.max(lastCause, Envelope.causeSequence(reader.buffer(), reader.offset()));
                }
            }
            commands = reader.result();
        }
        final ScanResult events;
        try (LogReader reader = journal.events()) {
            while (reader.next()) {
                count(reader);
            }
            events = reader.result();
        }
        progress.onProgress(records, bytesRead, bytesTotal);
        return new JournalReport(journal.metadata(), journal.isBeingWritten(), events, commands, otherFindings(events));
    }

    private void count(final LogReader reader) {
        records++;
        bytesRead += reader.lengthBytes();
        if (records % RECORDS_PER_PROGRESS == 0) {
            progress.onProgress(records, bytesRead, bytesTotal);
        }
    }

    /** A command whose event is not there shows that the end of the events was lost, even if what is left of them is whole. */
    private List<Finding> otherFindings(final ScanResult events) {
        final List<Finding> findings = new ArrayList<>(journal.findings());
        if (events.isWhole() && lastCause > events.lastSequence()) {
            final long missing = lastCause - events.lastSequence();
            final String detail =
                    "a command was decided at event " + lastCause + ", but the events end at " + events.lastSequence();
            findings.add(
                    new Finding(Finding.Kind.MISSING, events.lastSequence(), JournalLayout.EVENTS, 0, missing, detail));
        }
        return findings;
    }
}
