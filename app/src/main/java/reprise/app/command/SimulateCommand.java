package reprise.app.command;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import reprise.app.ExitCode;
import reprise.app.output.Json;
import reprise.app.output.Progress;
import reprise.app.output.TextTable;
import reprise.simulation.trial.FaultKind;
import reprise.simulation.trial.Scenario;
import reprise.simulation.trial.TrialFailure;
import reprise.simulation.trial.TrialResult;
import reprise.simulation.trial.TrialSummary;
import reprise.simulation.trial.TrialTable;
import reprise.simulation.trial.Trials;

/** Tries the whole engine, in virtual time, with everything around it failing as seeds decide. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Trials of the whole engine with a venue, a network, a clock and a disk that fail, and processes that die: each seed",
            "decides one trial, and the rules of money are checked after every event. Exits 3 if one does not hold, and says",
            "which, with the events before it, the command that shows the same again, and one that shows it in a shorter trial.",
        },
        footer = {
            "",
            "Examples:",
            "  reprise simulate --seeds 1000",
            "  reprise simulate --seed 17",
            "  reprise simulate --seed 17 --steps 40 --without crashed,command_lost"
        })
public final class SimulateCommand implements Callable<Integer> {
    private static final double NS_PER_SECOND = 1e9;

    @Spec
    private CommandSpec spec;

    @Option(names = "--seeds", description = "How many seeds to try (default: 1000, or 1 with --seed).")
    private Long seeds;

    @Option(names = "--seed", description = "The first of them (default: 1).")
    private Long seed;

    @Option(names = "--steps", description = "End each trial after so many steps of its market (default: 0, for all).")
    private long steps;

    @Option(
            names = "--without",
            paramLabel = "FAULT",
            split = ",",
            description = "Kinds of faults that do not strike: ${COMPLETION-CANDIDATES}.")
    private Set<FaultKind> without = EnumSet.noneOf(FaultKind.class);

    @Option(names = "--markdown", description = "Print the table as Markdown.")
    private boolean markdown;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        final long first = seed == null ? 1 : seed;
        final long usual = seed == null ? 1_000 : 1;
        final long count = seeds == null ? usual : seeds;
        if (count < 1) {
            throw new ParameterException(spec.commandLine(), "--seeds must be at least 1: " + count);
        }
        if (steps < 0) {
            throw new ParameterException(spec.commandLine(), "--steps must be at least 0: " + steps);
        }
        final long startNs = System.nanoTime();
        final TrialSummary summary;
        try (Progress progress = new Progress("seeds")) {
            summary = Trials.run(
                    new Scenario(first, without, steps),
                    count,
                    result -> progress.at(result.seed() - first + 1, "seed " + result.seed()));
        }
        final double seconds = (System.nanoTime() - startNs) / NS_PER_SECOND;
        if (json) {
            Json.print(System.out, fields(summary, first, seconds));
        } else if (markdown && summary.failed() == null) {
            System.out.print(TrialTable.markdown(summary));
        } else {
            print(summary, seconds);
        }
        return summary.failed() == null ? ExitCode.OK : ExitCode.VERIFICATION;
    }

    private static void print(final TrialSummary summary, final double seconds) {
        final TextTable table = new TextTable("fault", "struck", "trials that held");
        for (final FaultKind kind : FaultKind.values()) {
            table.row(kind.words(), number(summary.count(kind)), number(summary.survived(kind)));
        }
        System.out.print(table);
        System.out.printf(
                "%n%,d seeds, %.1f per second: %,d events, %,d orders, %,d fills; %,d processes began with a snapshot%n",
                summary.trials(),
                summary.trials() / seconds,
                summary.events(),
                summary.orders(),
                summary.fills(),
                summary.restored());
        for (final FaultKind kind : summary.neverStruck()) {
            System.out.println("NOT SHOWN: no " + kind.words());
        }
        if (summary.failed() == null) {
            System.out.println("every rule held");
        } else {
            print(summary.failed());
        }
    }

    private static void print(final TrialResult failed) {
        final TrialFailure failure = failed.failure();
        System.out.println();
        System.out.println("the last events, and what the engine did:");
        failure.tail().forEach(line -> System.out.println("  " + line));
        System.out.println();
        System.out.println("FAILED: seed " + failed.seed() + ", step " + failure.step() + ", event "
                + failure.sequence() + ": " + failure.rule());
        System.out.println("        " + failure.detail());
        System.out.println("again:  " + again(failed));
        final TrialResult shortest = Trials.shrink(failed);
        if (!shortest.scenario().equals(failed.scenario())) {
            System.out.printf(
                    "shorter, the same rule at event %,d instead of %,d:%n        %s%n",
                    shortest.failure().sequence(), failure.sequence(), again(shortest));
        }
    }

    private static String again(final TrialResult failed) {
        return "./reprise simulate " + failed.scenario().arguments();
    }

    private static String number(final long value) {
        return String.format("%,d", value);
    }

    private static Map<String, Object> fields(final TrialSummary summary, final long first, final double seconds) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "simulate");
        fields.put("verified", summary.failed() == null);
        fields.put("firstSeed", first);
        fields.put("seeds", summary.trials());
        fields.put("seedsPerSecond", summary.trials() / seconds);
        fields.put("events", summary.events());
        fields.put("orders", summary.orders());
        fields.put("fills", summary.fills());
        final List<Map<String, Object>> faults = new ArrayList<>();
        for (final FaultKind kind : FaultKind.values()) {
            final Map<String, Object> fault = new LinkedHashMap<>();
            fault.put("kind", kind.name());
            fault.put("struck", summary.count(kind));
            fault.put("trialsThatHeld", summary.survived(kind));
            faults.add(fault);
        }
        fields.put("snapshotsRestored", summary.restored());
        fields.put("faults", faults);
        fields.put("neverStruck", summary.neverStruck());
        fields.put("failure", summary.failed() == null ? null : failure(summary.failed()));
        return fields;
    }

    private static Map<String, Object> failure(final TrialResult failed) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("seed", failed.seed());
        fields.put("step", failed.failure().step());
        fields.put("sequence", failed.failure().sequence());
        fields.put("rule", failed.failure().rule());
        fields.put("detail", failed.failure().detail());
        fields.put("again", again(failed));
        fields.put("shorter", again(Trials.shrink(failed)));
        fields.put("tail", failed.failure().tail());
        return fields;
    }
}
