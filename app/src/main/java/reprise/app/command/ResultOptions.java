package reprise.app.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a run leaves its results. */
final class ResultOptions {
    @Option(names = "--out", paramLabel = "DIR", description = "Where results go (default: out/<name>-<time>).")
    private Path out;

    @Option(names = "--no-out", description = "Write no result files.")
    private boolean noOut;

    /** Where results go, or null for nowhere. */
    Path directory(final String runId) {
        if (noOut) {
            return null;
        }
        return out == null ? Path.of("out", runId) : out;
    }
}
