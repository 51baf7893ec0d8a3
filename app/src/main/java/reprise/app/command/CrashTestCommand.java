package reprise.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import reprise.app.ExitCode;
import reprise.app.VerificationException;
import reprise.app.config.ConfigException;
import reprise.app.crash.CrashTest;
import reprise.app.crash.DiskMoment;
import reprise.app.crash.KillTable;
import reprise.app.output.Json;
import reprise.app.output.TextTable;

/** Kills the engine, again and again, and proves that nothing was lost or doubled. */
@Command(
        name = "crashtest",
        mixinStandardHelpOptions = true,
        description = {
            "Kill the engine with SIGKILL at moments chosen by a seed, start it again on its journal, and compare with a run"
                    + " without kills: the engine's state, and the venue's orders, fills, cash and positions.",
            "Engine and venue are processes of this program. Exit code 3 if anything differs.",
        },
        footer = {
            "",
            "Examples:",
            "  reprise crashtest conf/btc-trend-fast.yaml --data synthetic:bars=2000,seed=7,period=5m,price=40000 --kills 20 --seed 1",
            "  reprise crashtest conf/btc-trend-fast.yaml --data synthetic:bars=40000,seed=7,period=5m,price=40000 --kills 6"
                    + " --at snapshot,roll --set engine.snapshotEvery=100",
        })
public final class CrashTestCommand implements Callable<Integer> {
    private static final Set<String> OWN =
            Set.of("--kills", "--seed", "--at", "--json", "--markdown", "--keep", "--help", "--version");

    /** Only the venue reads data. */
    private static final Set<String> VENUE_ONLY = Set.of("--data");

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Option(names = "--kills", defaultValue = "20", description = "How many (default: ${DEFAULT-VALUE}).")
    private int kills;

    @Option(names = "--seed", defaultValue = "1", description = "Which moments (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--at",
            paramLabel = "MOMENT",
            split = ",",
            description = {
                "Instead of moments chosen by the seed, in turn: snapshot, while one is being written; roll, when a log has begun a"
                        + " new file, which logs do every second then.",
                "Seen in the journal's directory; a kill that comes too late is tried again.",
            })
    private List<DiskMoment> moments = new ArrayList<>();

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "Keep journals there (default: a temporary directory, kept only if the test fails).")
    private Path keep;

    @Option(names = "--markdown", description = "Print a table of the kinds of kills as Markdown.")
    private boolean markdown;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        if (kills < 0) {
            throw new ConfigException("--kills " + kills + ": must be 0 or more");
        }
        // What is wrong with the configuration should be said by this process, once.
        options.config();
        final Path directory = directory();
        final CrashTest test = new CrashTest(
                arguments(Set.of()),
                arguments(VENUE_ONLY),
                directory,
                line -> System.err.println("reprise: crashtest: " + line));
        final CrashTest.Outcome outcome = run(test, directory);
        if (json) {
            Json.print(System.out, fields(outcome));
        } else if (markdown && outcome.isPassed()) {
            System.out.print(KillTable.markdown(outcome));
        } else {
            print(outcome);
        }
        if (keep == null && outcome.isPassed()) {
            delete(directory);
        } else {
            tellWhere(directory);
        }
        return outcome.isPassed() ? ExitCode.OK : ExitCode.VERIFICATION;
    }

    private CrashTest.Outcome run(final CrashTest test, final Path directory) {
        try {
            return moments.isEmpty() ? test.run(kills, seed) : test.run(kills, seed, moments);
        } catch (final VerificationException e) {
            tellWhere(directory);
            throw e;
        }
    }

    private static void tellWhere(final Path directory) {
        System.err.println("reprise: crashtest: journals are in " + directory);
    }

    private Path directory() {
        try {
            return keep == null ? Files.createTempDirectory("reprise") : Files.createDirectories(keep);
        } catch (final IOException e) {
            throw new ConfigException("--keep " + keep + ": cannot be used: " + e.getMessage());
        }
    }

    /** The command line without what is ours and what is not for this child. */
    private List<String> arguments(final Set<String> withheld) {
        final List<String> arguments = new ArrayList<>();
        final CommandLine.ParseResult parsed = spec.commandLine().getParseResult();
        parsed.matchedPositionals().forEach(positional -> arguments.addAll(positional.originalStringValues()));
        for (final OptionSpec option : parsed.matchedOptions()) {
            final String name = option.longestName();
            if (OWN.contains(name) || withheld.contains(name)) {
                continue;
            }
            if (option.arity().max() == 0) {
                arguments.add(name);
            } else {
                option.originalStringValues().forEach(value -> arguments.add(name + "=" + value));
            }
        }
        return arguments;
    }

    private static void print(final CrashTest.Outcome outcome) {
        final TextTable table = new TextTable("kill", "<at", "<in flight", "<recovery");
        int number = 1;
        for (final CrashTest.KillRecord kill : outcome.kills()) {
            table.row(Integer.toString(number++), kill.moment(), kill.inFlight(), kill.recovery());
        }
        System.out.println(table);
        final TextTable comparison = new TextTable("compared", "<without kills", "<with kills", "<");
        for (final CrashTest.Comparison value : outcome.comparisons()) {
            comparison.row(value.name(), value.undisturbed(), value.killed(), value.isEqual() ? "equal" : "DIFFERS");
        }
        System.out.println(comparison);
        System.out.println(verdict(outcome));
    }

    private static String verdict(final CrashTest.Outcome outcome) {
        if (outcome.hits() < outcome.planned()) {
            return "not proven: only " + outcome.hits() + " of " + outcome.planned()
                    + " kills came when they should before the data ended; use more bars or fewer kills";
        }
        return outcome.isPassed()
                ? "survived: " + outcome.planned() + " kills, nothing lost, nothing doubled"
                : "NOT survived: the runs differ";
    }

    private Map<String, Object> fields(final CrashTest.Outcome outcome) {
        final List<Map<String, Object>> killed = new ArrayList<>();
        for (final CrashTest.KillRecord kill : outcome.kills()) {
            final Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("at", kill.moment());
            fields.put("inFlight", kill.inFlight());
            fields.put("recovery", kill.recovery());
            fields.put("hit", kill.isHit());
            killed.add(fields);
        }
        final List<Map<String, Object>> compared = new ArrayList<>();
        for (final CrashTest.Comparison value : outcome.comparisons()) {
            final Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("name", value.name());
            fields.put("undisturbed", value.undisturbed());
            fields.put("killed", value.killed());
            fields.put("equal", value.isEqual());
            compared.add(fields);
        }
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "crashtest");
        fields.put("seed", seed);
        fields.put("planned", outcome.planned());
        fields.put("kills", killed);
        fields.put("compared", compared);
        fields.put("survived", outcome.isPassed());
        return fields;
    }

    private static void delete(final Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (final IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot delete " + directory, e);
        }
    }
}
