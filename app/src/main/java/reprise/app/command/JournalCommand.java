package reprise.app.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What is in a journal, and whether it is what was written. */
@Command(
        name = "journal",
        description = "Print, count, verify, export or prune a journal, or store the state at its end.",
        mixinStandardHelpOptions = true,
        subcommands = {
            JournalPrintCommand.class,
            JournalStatsCommand.class,
            JournalVerifyCommand.class,
            JournalExportCommand.class,
            JournalPruneCommand.class,
            JournalSnapshotCommand.class,
        })
public final class JournalCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "print, stats, verify, export, prune or snapshot?");
    }
}
