package reprise.app.wiring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import reprise.app.BuildIdentity;
import reprise.app.VerificationException;
import reprise.app.config.ConfigException;
import reprise.app.config.ConfigTemplate;
import reprise.app.config.RunConfig;
import reprise.app.output.StateListing;
import reprise.core.CoreObserver;
import reprise.core.EngineCore;
import reprise.journal.BaseState;
import reprise.journal.Finding;
import reprise.journal.JournalMetadata;
import reprise.journal.JournalReader;
import reprise.journal.LogReader;
import reprise.journal.SnapshotStore;
import reprise.journal.StoredSnapshot;
import reprise.pipeline.PipelineConfig;
import reprise.port.RecordSource;
import reprise.simulation.backtest.Replay;
import reprise.simulation.backtest.ReplayResult;
import reprise.simulation.backtest.SessionProgress;
import reprise.simulation.comparison.FillTrail;
import reprise.simulation.remote.EventCounts;
import reprise.simulation.results.RunRecorder;
import reprise.state.SnapshotWriter;

/** A journal played through a fresh engine that is made from the journal's own configuration. */
public final class JournaledReplay {
    private final Path directory;
    private final JournalReader journal;
    private final RunConfig config;

    /**
     * Opens a journal.
     *
     * @param directory of it.
     */
    public JournaledReplay(final Path directory) {
        this.directory = directory;
        journal = JournalReader.open(directory);
        requireIntact(journal.findings());
        try {
            config = config(List.of());
        } catch (final ConfigException e) {
            throw new VerificationException("the journal's configuration cannot be used by this program ("
                    + BuildIdentity.version() + "): " + e.getMessage());
        }
    }

    static void requireIntact(final List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new VerificationException("journal damaged: " + findings.get(0));
        }
    }

    /** What is missing at the end, torn or cut, leaves a beginning that replays; what was changed does not. */
    static void requireNoDamage(final List<Finding> findings) {
        for (final Finding finding : findings) {
            if (finding.kind() != Finding.Kind.TORN_TAIL && finding.kind() != Finding.Kind.MISSING) {
                throw new VerificationException("journal damaged: " + finding);
            }
        }
    }

    /**
     * What came of it.
     *
     * @param replay counts and hashes.
     * @param findings in both logs: a torn tail; damage ends the replay with an exception.
     * @param verified whether every compared command and, where the journal has it, the final state are equal.
     * @param stateCompared whether the final state could be compared: not in a journal that was never closed or is cut.
     * @param expectedStateHash recorded at the clean close, or null.
     * @param sameBuild whether this program is the one that wrote the journal.
     */
    public record Outcome(
            ReplayResult replay,
            List<Finding> findings,
            boolean verified,
            boolean stateCompared,
            String expectedStateHash,
            boolean sameBuild) {}

    /**
     * The journal's configuration.
     *
     * @return read by this program.
     */
    public RunConfig config() {
        return config;
    }

    /**
     * The journal's configuration with some values changed.
     *
     * @param overrides such as {@code strategies.trend.emaFast=13}, applied in order.
     * @return checked completely.
     * @throws ConfigException naming the key.
     */
    public RunConfig config(final List<String> overrides) {
        return ConfigTemplate.parse(directory.resolve("conf.yaml").toString(), journal.configuration())
                .config(overrides, NewRun.places(journal.metadata().facts()));
    }

    /**
     * The journal's metadata.
     *
     * @return as it was opened.
     */
    public JournalMetadata metadata() {
        return journal.metadata();
    }

    /**
     * Replays.
     *
     * @param verify whether commands are compared.
     * @param rings how the stages run, or null for inline.
     * @param recorder watches the replayed core.
     * @param progress is told how far it is.
     * @return what came of it.
     * @throws VerificationException if a log is damaged.
     * @throws reprise.journal.JournalException if the beginning of the journal was pruned.
     */
    public Outcome run(
            final boolean verify,
            final PipelineConfig rings,
            final RunRecorder recorder,
            final SessionProgress progress) {
        journal.requireBeginning();
        try (LogReader events = journal.events();
                LogReader commands = journal.commands();
                Replay replay =
                        new Replay(config.core(), config.newStrategies(), recorder, rings, verify ? commands : null)) {
            recorder.attach(replay.core());
            begin(replay, journal.base());
            final ReplayResult result = replay.run(events, Replay.ALL_EVENTS, progress);
            while (commands.next()) {
                // Read to the end, so that damage beyond the last compared command is found too.
            }
            return outcome(result, verify, events, commands);
        }
    }

    /**
     * Replays all of a run that began with nothing, for somebody who watches.
     *
     * @param watcher of the replayed core.
     * @param progress is told how far it is.
     * @return counts and hashes.
     * @throws ConfigException if the run goes on from another one.
     * @throws VerificationException if a log is damaged, or this program decides something else than what is on record.
     * @throws reprise.journal.JournalException if the beginning of the journal was pruned.
     */
    public ReplayResult watch(final FillTrail watcher, final SessionProgress progress) {
        requireFreshBeginning();
        journal.requireBeginning();
        try (LogReader events = journal.events();
                LogReader commands = journal.commands();
                Replay replay = new Replay(config.core(), config.newStrategies(), watcher, null, commands)) {
            watcher.attach(replay.core());
            final ReplayResult result = replay.run(events, Replay.ALL_EVENTS, progress);
            requireNoDamage(events.findings());
            requireNoDamage(commands.findings());
            requireAsRecorded(result);
            return result;
        }
    }

    /** Refuses a run that goes on from the state of another, for those who begin with nothing. */
    void requireFreshBeginning() {
        if (journal.metadata().facts().containsKey(BaseState.EVENT)) {
            throw new ConfigException(directory + ": the run in it goes on from the state of "
                    + journal.metadata().facts().get(BaseState.RUN_ID)
                    + ", and a simulation begins with nothing; its market serves a backtest: --data " + directory);
        }
    }

    /**
     * What the engine knew at some point.
     *
     * @param sequence of the last event it had seen.
     * @param stateHash of all of it.
     * @param listing all of it.
     */
    public record State(long sequence, String stateHash, StateListing listing) {}

    /**
     * Replays up to an event and looks at the state.
     *
     * @param sequence of the last event to replay, or {@link Replay#ALL_EVENTS}.
     * @param progress is told how far it is.
     * @return the state after that event.
     * @throws VerificationException if the log is damaged before it.
     * @throws ConfigException if the journal does not reach that far.
     * @throws reprise.journal.JournalException if the beginning of the journal was pruned.
     */
    public State stateAt(final long sequence, final SessionProgress progress) {
        journal.requireBeginning();
        try (LogReader events = journal.events();
                Replay replay = new Replay(config.core(), config.newStrategies(), CoreObserver.NONE, null, null)) {
            begin(replay, journal.base());
            final ReplayResult result = replay.run(events, sequence, progress);
            requireNoDamage(events.findings());
            if (sequence != Replay.ALL_EVENTS && result.lastSequence() < sequence) {
                throw new ConfigException(
                        "the journal has no event " + sequence + ": it ends with event " + result.lastSequence());
            }
            return new State(result.lastSequence(), result.stateHash(), StateListing.of(replay.core()));
        }
    }

    /** The state that the journal begins with, or a later one. */
    private static void begin(final Replay replay, final byte[] state) {
        if (state != null) {
            replay.restore(state);
        }
    }

    /**
     * Replays from the last snapshot to the end, compares what is decided with the record, and stores a snapshot of the end, so that a run of
     * another build or configuration can go on from there.
     *
     * @param progress is told how far it is.
     * @return the file of the snapshot.
     * @throws ConfigException if another build wrote the journal, or somebody is writing it.
     * @throws VerificationException if a log is damaged, or this program decides something else than what is on record.
     */
    public Path snapshotEnd(final SessionProgress progress) {
        requireOwnAndAtRest();
        final StoredSnapshot latest = new SnapshotStore(directory, 1).latest();
        if (!latest.isPresent()) {
            journal.requireBeginning();
        }
        try (LogReader events = journal.events();
                LogReader commands = journal.commands();
                Replay replay = new Replay(config.core(), config.newStrategies(), CoreObserver.NONE, null, commands)) {
            begin(replay, latest.isPresent() ? latest.bytes() : journal.base());
            final EngineCore core = replay.core();
            while (events.sequence() < core.sequence() && events.next()) {
                // The snapshot has seen it.
            }
            while (commands.sequence() < core.commandSequence() && commands.next()) {
                // The snapshot has decided it.
            }
            // Of a snapshot without counts nobody knows what was before.
            final EventCounts counts = latest.isPresent() ? EventCounts.of(latest.facts()) : new EventCounts();
            final RecordSource rest = counts == null ? events : new JournalRecords(events, counts);
            final ReplayResult result = replay.run(rest, Replay.ALL_EVENTS, progress);
            requireNoDamage(events.findings());
            requireNoDamage(commands.findings());
            requireAsRecorded(result);
            if (core.sequence() != events.sequence()) {
                throw new VerificationException("this program does not come to the end of what is on record");
            }
            final SnapshotWriter writer = new SnapshotWriter();
            writer.begin(core.sequence(), core.timeNs());
            core.snapshotTo(writer);
            return new SnapshotStore(directory, config.snapshots().kept())
                    .write(writer.seal(), counts == null ? Map.of() : counts.facts());
        }
    }

    private static void requireAsRecorded(final ReplayResult result) {
        if (!result.isEqual()) {
            throw new VerificationException("this program decides something else than what is on record of event "
                    + result.firstDivergence().causeSequence());
        }
    }

    private void requireOwnAndAtRest() {
        if (journal.isBeingWritten()) {
            throw new ConfigException(
                    directory + " is being written; stop its run first, which takes a snapshot itself");
        }
        if (!BuildIdentity.hash().equals(journal.metadata().facts().get("buildHash"))) {
            throw new ConfigException(directory + ": written by another build of the program (version "
                    + journal.metadata().facts().get("version") + "), and only that can say what its last state is");
        }
    }

    private Outcome outcome(
            final ReplayResult result, final boolean verify, final LogReader events, final LogReader commands) {
        final List<Finding> findings = new ArrayList<>(events.findings());
        findings.addAll(commands.findings());
        requireNoDamage(findings);
        final String expectedState = journal.metadata().results().get("stateHash");
        final boolean stateCompared = verify && expectedState != null && findings.isEmpty() && result.isEqual();
        final boolean stateEqual = !stateCompared || expectedState.equals(result.stateHash());
        final boolean sameBuild =
                BuildIdentity.hash().equals(journal.metadata().facts().get("buildHash"));
        return new Outcome(
                result, findings, verify && result.isEqual() && stateEqual, stateCompared, expectedState, sameBuild);
    }
}
