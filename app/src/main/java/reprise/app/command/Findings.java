package reprise.app.command;

import java.util.List;
import reprise.journal.BaseState;
import reprise.journal.Finding;
import reprise.journal.JournalMetadata;
import reprise.journal.LogReader;
import reprise.journal.ScanResult;

/** Says on stderr what a journal's reader met, so that nothing is cut in silence. */
final class Findings {
    private Findings() {}

    static void warn(final List<Finding> findings) {
        findings.forEach(finding -> System.err.println("reprise: warning: journal: " + finding));
    }

    /** Says where a log begins that has lost its first record. */
    static void notePruned(final LogReader log, final String name, final JournalMetadata journal) {
        notePruned(log.beginsAt(), name, journal);
    }

    static void notePruned(final ScanResult scan, final String name, final JournalMetadata journal) {
        notePruned(scan.firstSequence(), name, journal);
    }

    private static void notePruned(final long firstSequence, final String name, final JournalMetadata journal) {
        final String before = name.equals("events") ? BaseState.EVENT : BaseState.COMMAND;
        if (firstSequence > 1 + Long.parseLong(journal.facts().getOrDefault(before, "0"))) {
            System.err.println(
                    "reprise: note: journal: the " + name + " begin at sequence " + firstSequence + ": pruned");
        }
    }
}
