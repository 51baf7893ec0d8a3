package reprise.app.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** A venue in a process of its own. */
@Command(
        name = "venue",
        description = "A local venue for an engine in another process, or the contract that every venue keeps.",
        mixinStandardHelpOptions = true,
        subcommands = {VenueSimCommand.class, VenueAlpacaCommand.class, VenueCheckCommand.class})
public final class VenueCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "sim, alpaca or check?");
    }
}
