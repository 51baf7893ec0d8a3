package reprise.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import reprise.app.ExitCode;
import reprise.app.output.Progress;
import reprise.app.output.Render;
import reprise.app.wiring.JournaledReplay;

/** Stores the state at the end of a journal whose run did not end in good order. */
@Command(
        name = "snapshot",
        mixinStandardHelpOptions = true,
        description = {
            "Replay a journal to its end and store a snapshot of the state there, so that a run of another build or"
                    + " configuration can go on from it.",
            "Needed where a run died; one that is stopped takes it itself. Only the build that wrote the journal can do it.",
        },
        footer = {"", "Example: reprise journal snapshot out/journal"})
final class JournalSnapshotCommand implements Callable<Integer> {
    @Parameters(paramLabel = "JOURNAL", description = "Directory of the journal.")
    private Path directory;

    @Override
    public Integer call() {
        try (Progress progress = new Progress("events")) {
            final Path file = new JournaledReplay(directory)
                    .snapshotEnd((events, timeNs) -> progress.at(events, Render.time(timeNs)));
            System.out.println("stored " + file);
        }
        return ExitCode.OK;
    }
}
