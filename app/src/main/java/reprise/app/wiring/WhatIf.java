package reprise.app.wiring;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import reprise.app.config.RunConfig;
import reprise.app.output.WhatIfReport;
import reprise.simulation.backtest.SessionProgress;
import reprise.simulation.comparison.OrderAlignment;
import reprise.simulation.comparison.OrderTrail;
import reprise.simulation.comparison.TrailOrder;
import reprise.simulation.data.ReadOptions;
import reprise.simulation.results.RunResult;

/** A recorded session run again with other parameters, on its own market against the simulated venue. */
public final class WhatIf {
    private final Path directory;
    private final JournaledReplay journal;
    private final RunConfig changed;

    /**
     * A question about a journal.
     *
     * @param directory of the journal.
     * @param overrides of its configuration; none for the same again.
     * @throws reprise.app.config.ConfigException if the configuration makes no sense with them, or the run in the journal goes on from another one.
     * @throws reprise.app.VerificationException if the journal is damaged.
     */
    public WhatIf(final Path directory, final List<String> overrides) {
        this.directory = directory;
        journal = new JournaledReplay(directory);
        changed = journal.config(overrides);
        journal.requireFreshBeginning();
    }

    /**
     * Runs both configurations, one after the other.
     *
     * @param progress is told how far it is.
     * @return what came of it; complete only if neither run was stopped.
     * @throws reprise.simulation.data.DataException if the market on record cannot be used.
     */
    public WhatIfReport run(final SessionProgress progress) {
        final OrderTrail ordersBefore = new OrderTrail();
        final OrderTrail ordersAfter = new OrderTrail();
        final RunResult before = run(journal.config(), ordersBefore, progress);
        final RunResult after = before.session().stopped() ? before : run(changed, ordersAfter, progress);
        final Map<String, String> recorded = journal.metadata().results();
        return new WhatIfReport(
                before,
                after,
                OrderAlignment.of(ordersBefore.orders(), ordersAfter.orders(), TrailOrder::timeNs),
                recorded.get("commandHash"),
                !journal.config().hash().equals(changed.hash()));
    }

    private RunResult run(final RunConfig config, final OrderTrail orders, final SessionProgress progress) {
        final String runId = journal.metadata().facts().getOrDefault("runId", config.name());
        try (MarketData data = MarketData.open(config, List.of(directory.toString()), ReadOptions::of)) {
            return new EngineRun(config, runId).watchedBy(orders).run(data, progress);
        }
    }
}
