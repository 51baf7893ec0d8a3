package reprise.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import reprise.app.command.BacktestCommand;
import reprise.app.command.BarsCommand;
import reprise.app.command.CrashTestCommand;
import reprise.app.command.DataCommand;
import reprise.app.command.DemoCommand;
import reprise.app.command.DoctorCommand;
import reprise.app.command.IndicatorsCommand;
import reprise.app.command.JournalCommand;
import reprise.app.command.LookaheadCommand;
import reprise.app.command.PairsCommand;
import reprise.app.command.ReplayCommand;
import reprise.app.command.RunCommand;
import reprise.app.command.SimulateCommand;
import reprise.app.command.StateCommand;
import reprise.app.command.StrategiesCommand;
import reprise.app.command.SweepCommand;
import reprise.app.command.TellCommand;
import reprise.app.command.VenueCommand;

/** The program's entrance: finds the command, runs it, turns whatever happens into a message and an exit code. */
@Command(
        name = "reprise",
        description = "A deterministic trading engine: what happened can be replayed, to the same bytes.",
        subcommands = {
            DemoCommand.class,
            BacktestCommand.class,
            SweepCommand.class,
            LookaheadCommand.class,
            RunCommand.class,
            TellCommand.class,
            ReplayCommand.class,
            StateCommand.class,
            JournalCommand.class,
            DataCommand.class,
            BarsCommand.class,
            IndicatorsCommand.class,
            StrategiesCommand.class,
            PairsCommand.class,
            SimulateCommand.class,
            DoctorCommand.class,
            VenueCommand.class,
            CrashTestCommand.class,
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        footer = {
            "",
            "Exit codes: 0 fine, or a run that SIGTERM stopped; 1 internal failure; 2 usage or configuration; 3 verification failed;",
            "4 input data missing or bad; 5 venue refused or unreachable; 130 interrupted.",
        })
public final class Main implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private Main() {}

    /**
     * Runs one command and exits.
     *
     * @param arguments of the command line.
     */
    public static void main(final String[] arguments) {
        final int exitCode = run(arguments);
        System.out.flush();
        System.exit(exitCode);
    }

    /**
     * Runs one command.
     *
     * @param arguments of the command line.
     * @return the exit code.
     */
    public static int run(final String... arguments) {
        final CommandLine commandLine = new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(ansi()))
                .setParameterExceptionHandler(Main::onBadArguments)
                .setExecutionExceptionHandler((problem, command, parsed) -> Failures.report(problem, command.getErr()));
        return commandLine.execute(arguments);
    }

    private static Ansi ansi() {
        return System.getenv("NO_COLOR") == null ? Ansi.AUTO : Ansi.OFF;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }

    private static int onBadArguments(final ParameterException problem, final String[] arguments) {
        final CommandLine command = problem.getCommandLine();
        command.getErr().println("reprise: " + problem.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(problem, command.getErr())) {
            command.getErr().println("For help: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return ExitCode.USAGE;
    }

    /** Version and build. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "reprise " + BuildIdentity.version(),
                "build " + BuildIdentity.hash(),
                "java " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")",
            };
        }
    }
}
