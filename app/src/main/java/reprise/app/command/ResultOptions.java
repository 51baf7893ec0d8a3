package reprise.app.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import reprise.app.wiring.RunPlace;

/** Where a run leaves its results. */
final class ResultOptions {
    @Option(names = "--out", paramLabel = "DIR", description = "Where results go (default: out/<name>-<time>).")
    private Path out;

    @Option(names = "--no-out", description = "Write no result files.")
    private boolean noOut;

    /**
     * Takes the place of a run.
     *
     * @param wanted name of the run.
     * @param hasJournal whether its journal goes into its own directory, wherever its results go.
     */
    RunPlace place(final String wanted, final boolean hasJournal) {
        if (out == null && !noOut) {
            return RunPlace.own(wanted);
        }
        final Path results = noOut ? null : out;
        return hasJournal ? RunPlace.own(wanted, results) : RunPlace.named(wanted, results);
    }
}
