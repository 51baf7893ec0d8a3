package reprise.journal;

import java.util.List;
import java.util.stream.Stream;

/**
 * What verifying a journal showed.
 *
 * @param metadata of the journal.
 * @param isBeingWritten whether a writer held the journal; its tail is then not final.
 * @param events the log of what happened.
 * @param commands the log of what was decided.
 * @param otherFindings outside the logs, or between them.
 */
public record JournalReport(
        JournalMetadata metadata,
        boolean isBeingWritten,
        ScanResult events,
        ScanResult commands,
        List<Finding> otherFindings) {
    /** Keeps its own copy of the findings. */
    public JournalReport {
        otherFindings = List.copyOf(otherFindings);
    }

    /**
     * All that was found wrong.
     *
     * @return first outside the logs, then in the events, then in the commands.
     */
    public List<Finding> findings() {
        return Stream.of(otherFindings, events.findings(), commands.findings())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Whether nothing was found: all records up to the end of each log are as they were written.
     *
     * @return true also for a journal that was not cleanly closed, if it reads to its end.
     */
    public boolean isWhole() {
        return findings().isEmpty();
    }

    /**
     * Whether the writer closed the journal as it should.
     *
     * @return false if it died, gave up or is still writing.
     */
    public boolean isClosedCleanly() {
        return metadata.state() == JournalMetadata.State.CLOSED;
    }

    /**
     * Whether something was changed or lost after it had been written, rather than never finished.
     *
     * @return false if there is nothing worse than a torn tail.
     */
    public boolean isDamaged() {
        return findings().stream().anyMatch(finding -> finding.kind() != Finding.Kind.TORN_TAIL);
    }
}
