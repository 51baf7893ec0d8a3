package reprise.app.command;

import java.util.List;
import reprise.journal.Finding;

/** Says on stderr what a journal's reader met, so that nothing is cut in silence. */
final class Findings {
    private Findings() {}

    static void warn(final List<Finding> findings) {
        findings.forEach(finding -> System.err.println("reprise: warning: journal: " + finding));
    }
}
