package reprise.app.command;

import java.util.List;
import reprise.journal.Finding;
import reprise.journal.LogReader;
import reprise.journal.ScanResult;

/** Says on stderr what a journal's reader met, so that nothing is cut in silence. */
final class Findings {
    private Findings() {}

    static void warn(final List<Finding> findings) {
        findings.forEach(finding -> System.err.println("reprise: warning: journal: " + finding));
    }

    /** Says where a log begins that does not begin at its first record. */
    static void notePruned(final LogReader log, final String name) {
        notePruned(log.beginsAt() > 1, log.beginsAt(), name);
    }

    static void notePruned(final ScanResult scan, final String name) {
        notePruned(scan.isPruned(), scan.firstSequence(), name);
    }

    private static void notePruned(final boolean isPruned, final long firstSequence, final String name) {
        if (isPruned) {
            System.err.println(
                    "reprise: note: journal: the " + name + " begin at sequence " + firstSequence + ": pruned");
        }
    }
}
