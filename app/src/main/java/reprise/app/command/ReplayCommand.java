package reprise.app.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reprise.app.ExitCode;
import reprise.app.output.Json;
import reprise.app.output.Progress;
import reprise.app.output.Render;
import reprise.app.wiring.JournaledReplay;
import reprise.journal.Finding;
import reprise.pipeline.Layout;
import reprise.pipeline.PipelineConfig;
import reprise.pipeline.WaitPolicy;
import reprise.simulation.backtest.Divergence;
import reprise.simulation.results.ResultSink;
import reprise.simulation.results.RunRecorder;
import reprise.simulation.results.RunStatistics;

/** Plays a journal through the engine again. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Play a journal through a fresh engine: the same strategies on the same events at the same times.",
            "With --verify every command is compared with the recorded one, byte for byte, and the final state with the"
                    + " recorded hash; exits 3 at the first difference.",
        },
        footer = {
            "",
            "Examples:",
            "  reprise replay out/journal --verify",
            "  reprise replay out/journal --verify --pipeline pipelined --wait yielding --json",
        })
public final class ReplayCommand implements Callable<Integer> {
    /** On whose threads. */
    enum Stages {
        INLINE,
        FUSED,
        PIPELINED
    }

    @Parameters(paramLabel = "JOURNAL", description = "Directory of the journal.")
    private Path directory;

    @Option(names = "--verify", description = "Compare every command and the final state with the journal.")
    private boolean verify;

    @Option(
            names = "--pipeline",
            defaultValue = "inline",
            description = "inline, or on rings: fused or pipelined (default: ${DEFAULT-VALUE}).")
    private Stages stages;

    @Option(
            names = "--wait",
            defaultValue = "blocking",
            description = "On rings: blocking, sleeping, yielding or busy_spin (default: ${DEFAULT-VALUE}).")
    private WaitPolicy waitPolicy;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        final JournaledReplay journaled = new JournaledReplay(directory);
        final RunRecorder recorder = new RunRecorder(ResultSink.NONE);
        final JournaledReplay.Outcome outcome;
        try (Progress progress = new Progress("events")) {
            outcome = journaled.run(
                    verify, rings(), recorder, (events, timeNs) -> progress.at(events, Render.time(timeNs)));
        }
        Findings.warn(outcome.findings());
        if (!outcome.sameBuild()) {
            System.err.println("reprise: note: another build wrote this journal; equal decisions are not promised");
        }
        final RunStatistics statistics =
                recorder.finish(journaled.config().venue().calendar());
        if (json) {
            Json.print(System.out, fields(outcome, statistics));
        } else {
            print(outcome, statistics);
        }
        return verify && !outcome.verified() ? ExitCode.VERIFICATION : ExitCode.OK;
    }

    private PipelineConfig rings() {
        if (stages == Stages.INLINE) {
            return null;
        }
        return new PipelineConfig(
                Layout.valueOf(stages.name()),
                waitPolicy,
                PipelineConfig.DEFAULT_RING_SIZE,
                PipelineConfig.DEFAULT_RING_SIZE);
    }

    private void print(final JournaledReplay.Outcome outcome, final RunStatistics statistics) {
        System.out.printf(
                "replayed     %s events, %s commands, %s per second%n",
                Render.count(outcome.replay().events()),
                Render.count(outcome.replay().commands()),
                Render.count(Math.round(outcome.replay().eventsPerSecond())));
        System.out.printf(
                "orders       %s, fills %s, trades %s%n",
                Render.count(statistics.orders().submitted()),
                Render.count(statistics.orders().fills()),
                Render.count(statistics.trades()));
        System.out.println("commandHash  " + outcome.replay().commandHash());
        System.out.println("stateHash    " + outcome.replay().stateHash());
        if (verify) {
            System.out.println(verdict(outcome));
        }
    }

    private static String verdict(final JournaledReplay.Outcome outcome) {
        final Divergence divergence = outcome.replay().firstDivergence();
        if (divergence != null) {
            return "DIFFERS at command " + divergence.sequence() + " (event " + divergence.causeSequence()
                    + ")\n  recorded: " + divergence.expected() + "\n  replayed: " + divergence.actual();
        }
        if (!outcome.verified()) {
            return "DIFFERS in the final state: recorded " + outcome.expectedStateHash();
        }
        final String state = outcome.stateCompared()
                ? ", and the final state"
                : "; the final state is not compared, for the journal was not closed or is cut";
        return "verified: all " + Render.count(outcome.replay().commandsVerified())
                + " recorded commands are equal, byte for byte" + state;
    }

    private Map<String, Object> fields(final JournaledReplay.Outcome outcome, final RunStatistics statistics) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "replay");
        fields.put("events", outcome.replay().events());
        fields.put("commands", outcome.replay().commands());
        fields.put("orders", statistics.orders().submitted());
        fields.put("fills", statistics.orders().fills());
        fields.put("trades", statistics.trades());
        fields.put("commandHash", outcome.replay().commandHash());
        fields.put("stateHash", outcome.replay().stateHash());
        fields.put("elapsedNs", outcome.replay().elapsedNs());
        fields.put("eventsPerSecond", Math.round(outcome.replay().eventsPerSecond()));
        fields.put("lastSequence", outcome.replay().lastSequence());
        fields.put("sameBuild", outcome.sameBuild());
        if (verify) {
            fields.put("verified", outcome.verified());
            fields.put("stateCompared", outcome.stateCompared());
            fields.put("commandsVerified", outcome.replay().commandsVerified());
            fields.put("commandsBeyondLog", outcome.replay().commandsBeyondLog());
            fields.put("commandsBeyondEvents", outcome.replay().commandsBeyondEvents());
            if (!outcome.verified()) {
                fields.put("firstDivergence", divergence(outcome));
            }
        }
        fields.put("complete", outcome.findings().stream().noneMatch(ReplayCommand::isTorn));
        fields.put("findings", JournalVerifyCommand.findings(outcome.findings()));
        return fields;
    }

    private static boolean isTorn(final Finding finding) {
        return finding.kind() != Finding.Kind.DAMAGE;
    }

    private static Map<String, Object> divergence(final JournaledReplay.Outcome outcome) {
        final Divergence divergence = outcome.replay().firstDivergence();
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("sequence", divergence == null ? outcome.replay().lastSequence() : divergence.causeSequence());
        fields.put("commandSequence", divergence == null ? null : divergence.sequence());
        fields.put("expected", divergence == null ? outcome.expectedStateHash() : divergence.expected());
        fields.put("actual", divergence == null ? outcome.replay().stateHash() : divergence.actual());
        return fields;
    }
}
