package reprise.app.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** From where bars of the past are fetched. */
@Command(
        name = "fetch",
        description = "Fetch bars of the past into files.",
        mixinStandardHelpOptions = true,
        subcommands = DataFetchCommand.class)
final class DataFetchCommands implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "alpaca?");
    }
}
