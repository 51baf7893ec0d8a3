package reprise.app.command;

import picocli.CommandLine.Option;
import reprise.app.config.ConfigException;

/** How rows of bars are printed. */
final class RowOptions {
    private static final int ROWS_SHOWN = 20;
    private static final int ALL = Integer.MAX_VALUE;

    @Option(names = "--csv", description = "Print all rows as CSV, with every digit.")
    private boolean csv;

    @Option(
            names = "--last",
            paramLabel = "N",
            description = "Only the last N rows (default: all as CSV and JSON, " + ROWS_SHOWN + " as a table).")
    private Integer last;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    boolean csv() {
        return csv;
    }

    boolean json() {
        return json;
    }

    int last() {
        if (csv && json) {
            throw new ConfigException("--csv and --json contradict each other; use one");
        }
        if (last == null) {
            return csv || json ? ALL : ROWS_SHOWN;
        }
        if (last < 1) {
            throw new ConfigException("--last " + last + ": must be at least 1");
        }
        return last;
    }

    /** Whether rows can be printed as they come. */
    boolean all() {
        return last() == ALL;
    }
}
