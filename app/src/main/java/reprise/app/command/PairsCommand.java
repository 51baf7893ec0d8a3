package reprise.app.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Which instruments make a pair. */
@Command(
        name = "pairs",
        description = "Cointegration of two instruments, or of all pairs of a universe.",
        mixinStandardHelpOptions = true,
        subcommands = {PairsStatsCommand.class, PairsScreenCommand.class})
public final class PairsCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "stats or screen?");
    }
}
