package reprise.app.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What is in a file of historical data. */
@Command(
        name = "data",
        description = "Look at files of historical data, and fetch them.",
        mixinStandardHelpOptions = true,
        subcommands = {DataInspectCommand.class, DataFetchCommands.class})
public final class DataCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "inspect or fetch?");
    }
}
