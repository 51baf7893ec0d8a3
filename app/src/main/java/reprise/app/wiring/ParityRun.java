package reprise.app.wiring;

import java.nio.file.Path;
import java.util.List;
import reprise.app.config.RunConfig;
import reprise.app.output.ParityReport;
import reprise.simulation.backtest.SessionLogs;
import reprise.simulation.backtest.SessionProgress;
import reprise.simulation.backtest.SessionSummary;
import reprise.simulation.backtest.SimulatedSession;
import reprise.simulation.comparison.FillTrail;
import reprise.simulation.comparison.Parity;
import reprise.simulation.comparison.TrailOrder;
import reprise.simulation.data.ReadOptions;

/** A recorded run against its simulation: the same strategies on the market that the journal has on record. */
public final class ParityRun {
    private final Path directory;
    private final JournaledReplay journal;
    private final RunConfig simulation;

    /**
     * A comparison of a journal.
     *
     * @param directory of the journal.
     * @param overrides of its configuration for the simulation, such as other assumptions about fills.
     * @throws reprise.app.config.ConfigException if the configuration makes no sense with them.
     * @throws reprise.app.VerificationException if the journal is damaged.
     */
    public ParityRun(final Path directory, final List<String> overrides) {
        this.directory = directory;
        journal = new JournaledReplay(directory);
        simulation = journal.config(overrides);
    }

    /**
     * Replays what was recorded, simulates, and compares.
     *
     * @param progress is told how far it is.
     * @return what came of it.
     * @throws reprise.simulation.data.DataException if the market on record cannot be used, or the books of the recorded run say something
     *     that its fills do not explain.
     */
    public ParityReport run(final SessionProgress progress) {
        final FillTrail live = new FillTrail();
        journal.watch(live, progress);
        final FillTrail simulated = new FillTrail();
        try (MarketData data = MarketData.open(simulation, List.of(directory.toString()), ReadOptions::of);
                SimulatedSession session = SimulatedSession.inline(
                        EngineRun.plan(simulation, simulation.name()), SessionLogs.none(), simulated)) {
            simulated.attach(session.core());
            final SessionSummary summary = session.run(data.feed(), progress);
            return new ParityReport(
                    Parity.of(live, simulated, data.hasTicks() ? TrailOrder::timeNs : TrailOrder::barsBefore),
                    simulation,
                    summary.commandHash());
        }
    }
}
