package reprise.app.wiring;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import reprise.app.BuildIdentity;
import reprise.app.UnfinishedException;
import reprise.app.config.RunConfig;
import reprise.app.config.StrategyBlock;
import reprise.app.live.LiveSession;
import reprise.core.CoreObserver;
import reprise.journal.Journal;
import reprise.pipeline.Checkpoint;
import reprise.pipeline.OrdersAtStop;
import reprise.pipeline.PipelineConfig;
import reprise.port.UnjournaledLog;
import reprise.simulation.backtest.Pace;
import reprise.simulation.backtest.SessionLogs;
import reprise.simulation.backtest.SessionPlan;
import reprise.simulation.backtest.SessionProgress;
import reprise.simulation.backtest.SessionSummary;
import reprise.simulation.backtest.SimulatedSession;
import reprise.simulation.remote.LinkException;
import reprise.simulation.remote.RemoteSession;
import reprise.simulation.report.DataSource;
import reprise.simulation.report.ReportFacts;
import reprise.simulation.results.ResultSink;
import reprise.simulation.results.RunFacts;
import reprise.simulation.results.RunRecorder;
import reprise.simulation.results.RunResult;

/**
 * One run at the simulated venue or at a broker, from its configuration to its results: builds the engine, opens the journal and the result files,
 * runs, closes them. A backtest, a run on rings and the demonstration are this with other settings.
 */
public final class EngineRun {
    private RunConfig config;
    private String runId;
    private NewRun newRun;
    private TakeOver takeOver;
    private boolean savesState;
    private final String buildHash = BuildIdentity.hash();
    private final Map<String, String> parameters = new TreeMap<>();
    private Path journalDirectory;
    private Path resultDirectory;
    private OrdersAtStop ordersAtStop;
    private boolean terminated;
    private PipelineConfig rings;
    private Pace pace = Pace.OF_THE_DATA;
    private CoreObserver companion = CoreObserver.NONE;
    private String command = "";
    private List<String> overrides = List.of();

    /**
     * A run that is not recorded and leaves no files, inline, in the time of its data.
     *
     * @param config what to run.
     * @param runId names the run.
     */
    public EngineRun(final RunConfig config, final String runId) {
        this.config = config;
        this.runId = runId;
        parameters.put("config", config.name());
    }

    /**
     * Records the run.
     *
     * @param directory of the journal; null for none.
     * @return this.
     */
    public EngineRun journaledIn(final Path directory) {
        journalDirectory = directory;
        return this;
    }

    /**
     * Writes the results.
     *
     * @param directory for them; null for none.
     * @return this.
     */
    public EngineRun resultsIn(final Path directory) {
        resultDirectory = directory;
        return this;
    }

    /**
     * Runs the stages on rings.
     *
     * @param newRings how.
     * @param newPace in the time of the data, or paced.
     * @return this.
     */
    public EngineRun onRings(final PipelineConfig newRings, final Pace newPace) {
        rings = newRings;
        pace = newPace;
        parameters.put("layout", newRings.layout().name());
        parameters.put("wait", newRings.waitPolicy().name());
        return this;
    }

    /**
     * Handles working orders at a stop in another way than configured.
     *
     * @param orders what becomes of them; null for what is configured.
     * @return this.
     */
    public EngineRun stoppingWith(final OrdersAtStop orders) {
        ordersAtStop = orders;
        return this;
    }

    /**
     * Goes on from the state of another run, if the journal is not there yet; only at a venue in another process.
     *
     * @param begun how; null for a run that begins with nothing.
     * @return this.
     */
    public EngineRun goingOnFrom(final NewRun begun) {
        newRun = begun;
        return this;
    }

    /**
     * Lets somebody else watch the core too.
     *
     * @param observer on the core's thread.
     * @return this.
     */
    public EngineRun watchedBy(final CoreObserver observer) {
        companion = observer;
        return this;
    }

    /**
     * Says in the report how to do the same again.
     *
     * @param line of the command.
     * @return this.
     */
    public EngineRun asked(final String line) {
        command = line;
        return this;
    }

    /**
     * Puts on record what the command line changed of the configuration's file.
     *
     * @param assignments in order, such as {@code strategies.trend.emaFast=13}.
     * @return this.
     */
    public EngineRun changedBy(final List<String> assignments) {
        overrides = List.copyOf(assignments);
        return this;
    }

    /**
     * Runs.
     *
     * @param data the bars; closed by the caller.
     * @param progress is told how far it is, on the feeding thread.
     * @return the results; their session says whether the user stopped it.
     * @throws reprise.app.config.ConfigException if a strategy wants bars that cannot be built of the data's.
     */
    public RunResult run(final MarketData data, final SessionProgress progress) {
        data.requireBuildable(config);
        return run(
                data.names(),
                data::describe,
                data::sources,
                (logs, observer) -> new EngineSession.Local(
                        rings == null
                                ? SimulatedSession.inline(plan(), logs, observer)
                                : SimulatedSession.onRings(plan(), logs, observer, rings, pace),
                        data.feed()),
                progress);
    }

    /**
     * Runs against a venue in another process, which has the data and sets the pace. Where the journal exists already, the run in it goes on:
     * starting is recovering.
     *
     * @param socket where it listens.
     * @param progress is told how far it is, on the feeding thread.
     * @return the results.
     * @throws LinkException if the venue cannot be reached or is gone before its data ended.
     */
    public RunResult runAtVenue(final Path socket, final SessionProgress progress) {
        return runAtVenue(
                "venue unix:" + socket,
                (logs, observer) ->
                        new EngineSession.Outlived(new RemoteSession(plan(), logs, observer, rings, socket)),
                progress);
    }

    /**
     * Runs against the broker that the configuration names, until it is stopped. Where the journal exists already, the run in it goes on.
     *
     * @param progress is told how far it is, on the calling thread.
     * @return the results.
     * @throws LinkException if the broker cannot go on.
     */
    public RunResult runAtBroker(final SessionProgress progress) {
        return runAtVenue(
                Broker.name(config),
                (logs, observer) -> new EngineSession.Outlived(
                        new LiveSession(plan(), logs, observer, rings, Broker.surroundings(config, orderPrefix()))),
                progress);
    }

    private String orderPrefix() {
        return takeOver == null ? OrderPrefix.of(runId) : takeOver.orderPrefix();
    }

    private RunResult runAtVenue(
            final String name,
            final BiFunction<SessionLogs, CoreObserver, EngineSession> newSession,
            final SessionProgress progress) {
        savesState = journalDirectory != null;
        final List<String> names = List.of(name);
        if (newRun != null) {
            newRun.begin(config, runId, names.get(0));
        }
        if (TakeOver.isDue(journalDirectory)) {
            takeOver = TakeOver.of(journalDirectory, config);
            config = takeOver.placed(config);
            runId = takeOver.runId();
        }
        final TradingNews news =
                new TradingNews(config, journalDirectory, progress, notice -> System.err.println("reprise: " + notice));
        try {
            return run(
                    names,
                    () -> names,
                    () -> names.stream().map(DataSource::named).toList(),
                    (logs, observer) -> newSession.apply(logs, ObserverPair.of(observer, news)),
                    news);
        } finally {
            news.say();
        }
    }

    private RunResult run(
            final List<String> dataNames,
            final Supplier<List<String>> description,
            final Supplier<List<DataSource>> sources,
            final BiFunction<SessionLogs, CoreObserver, EngineSession> newSession,
            final SessionProgress progress) {
        try (RunOutput output = RunOutput.in(resultDirectory, config.instruments());
                Journal journal = journalDirectory == null ? null : openJournal(dataNames);
                DiskWatch disk = journal == null || rings == null ? null : new DiskWatch(journal.spaceWatch()::poll);
                Snapshots snapshots = savesState ? newSnapshots() : null) {
            if (disk != null) {
                disk.begin();
            }
            final RunRecorder recorder = new RunRecorder(output == null ? ResultSink.NONE : output.sink());
            final SessionLogs logs = new SessionLogs(
                    journal == null ? new UnjournaledLog() : journal.events(),
                    journal == null ? new UnjournaledLog() : journal.commands(),
                    snapshots == null ? Checkpoint.NONE : snapshots,
                    notice -> System.err.println("reprise: " + notice));
            try (EngineSession session = newSession.apply(logs, ObserverPair.of(recorder, companion))) {
                recorder.attach(session.core());
                if (takeOver != null) {
                    snapshots.countOn(session.takeOver(takeOver, journal, config.syncPolicy()));
                }
                final SessionSummary summary = run(session, snapshots, progress);
                if (savesState && summary.stopped()) {
                    System.err.println(StopNotice.of(session.core()));
                }
                final RunResult result = new RunResult(
                        facts(description.get()),
                        summary,
                        recorder.finish(config.venue().calendar()));
                if (snapshots != null) {
                    snapshots.takeLast(session.core());
                }
                if (journal != null) {
                    journal.close(results(summary));
                }
                if (output != null) {
                    output.complete(result, new ReportFacts(command, config.text(), sources.get()));
                }
                return result;
            } catch (final RuntimeException e) {
                if (journal != null) {
                    journal.abandon(String.valueOf(e.getMessage()));
                    removeIfUnused(e);
                }
                throw output == null ? e : unfinished(e, output);
            }
        }
    }

    private void removeIfUnused(final RuntimeException failure) {
        final boolean isOurs = takeOver == null && newRun == null;
        if (isOurs && failure instanceof LinkException && UnusedJournal.remove(journalDirectory)) {
            System.err.println("reprise: nothing had begun: journal " + journalDirectory + " is removed");
        }
    }

    private RuntimeException unfinished(final RuntimeException problem, final RunOutput output) {
        return UnfinishedException.of(
                problem,
                output.leftBehind()
                        + (journalDirectory == null
                                ? ""
                                : "; the journal in " + journalDirectory + " can be read as far as it goes"));
    }

    private SessionSummary run(final EngineSession session, final Snapshots snapshots, final SessionProgress progress) {
        final OrdersAtStop orders = ordersAtStop == null ? config.shutdown().orders() : ordersAtStop;
        try (Interruption interruption = new Interruption(
                        () -> session.stop(orders),
                        session::cut,
                        config.shutdown().withinNs());
                ControlSocket control = session.listen(journalDirectory, config, snapshots)) {
            final SessionSummary summary = session.run(progress);
            terminated = interruption.wasTermination() || control != null && control.wasAskedToStop();
            return summary;
        }
    }

    /**
     * Whether the system or the operator, rather than somebody at the keyboard, asked for the end of the run; to be read after it.
     *
     * @return true after a SIGTERM or {@code tell JOURNAL stop}.
     */
    public boolean wasTerminated() {
        return terminated;
    }

    private SessionPlan plan() {
        return plan(config, runId);
    }

    static SessionPlan plan(final RunConfig config, final String runId) {
        return plan(config, runId, BuildIdentity.hash());
    }

    static SessionPlan plan(final RunConfig config, final String runId, final String buildHash) {
        return new SessionPlan(
                runId,
                buildHash,
                config.hash(),
                config.core(),
                config::newStrategies,
                config.instruments(),
                config.venue(),
                config.account().cash(),
                config.account().currency());
    }

    private Snapshots newSnapshots() {
        return new Snapshots(
                journalDirectory,
                config.snapshots().everyEvents(),
                config.snapshots().kept());
    }

    private Journal openJournal(final List<String> dataNames) {
        if (takeOver != null) {
            return takeOver.resume(config.syncPolicy());
        }
        final Map<String, String> facts = TakeOver.facts(config, runId, String.join(", ", dataNames));
        return Journal.create(journalDirectory, config.syncPolicy(), config.text(), facts);
    }

    private static Map<String, String> results(final SessionSummary summary) {
        final Map<String, String> results = new LinkedHashMap<>();
        results.put("events", Long.toString(summary.events()));
        results.put("commands", Long.toString(summary.commands()));
        if (!summary.commandHash().isEmpty()) {
            results.put("commandHash", summary.commandHash());
        }
        results.put("stateHash", summary.stateHash());
        return results;
    }

    private RunFacts facts(final List<String> data) {
        final List<String> names =
                config.strategies().stream().map(StrategyBlock::name).toList();
        return new RunFacts(
                runId,
                buildHash,
                config.hash(),
                config.account().currency(),
                config.venue(),
                config.instruments(),
                names,
                data,
                overrides,
                parameters);
    }
}
