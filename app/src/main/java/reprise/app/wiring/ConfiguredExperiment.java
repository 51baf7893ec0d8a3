package reprise.app.wiring;

import java.util.ArrayList;
import java.util.List;
import reprise.app.config.RunConfig;
import reprise.core.CoreObserver;
import reprise.simulation.backtest.BarFeed;
import reprise.simulation.backtest.InstrumentBars;
import reprise.simulation.backtest.MarketFeed;
import reprise.simulation.backtest.SessionLogs;
import reprise.simulation.backtest.SimulatedSession;
import reprise.simulation.backtest.Warmup;
import reprise.simulation.lookahead.Experiment;
import reprise.simulation.lookahead.PriceData;

/** The backtest of a configuration, as something that can be repeated on other data: strategies hear of the market from the engine alone. */
public final class ConfiguredExperiment implements Experiment {
    private final RunConfig config;
    private final String runId;
    private final Warmup warmup;

    /**
     * A backtest that can be repeated.
     *
     * @param config what is run.
     * @param runId names all of its runs, which must not differ in it.
     */
    public ConfiguredExperiment(final RunConfig config, final String runId) {
        this(config, runId, config.warmup());
    }

    private ConfiguredExperiment(final RunConfig config, final String runId, final Warmup warmup) {
        this.config = config;
        this.runId = runId;
        this.warmup = warmup;
    }

    /**
     * The same without the warm-up that is configured.
     *
     * @return a backtest that trades from its first bar on.
     */
    public ConfiguredExperiment withoutWarmup() {
        return new ConfiguredExperiment(config, runId, Warmup.NONE);
    }

    @Override
    public SimulatedSession begin(final List<PriceData> data, final SessionLogs logs, final CoreObserver observer) {
        return SimulatedSession.inline(EngineRun.plan(config, runId), logs, observer);
    }

    @Override
    public MarketFeed feed(final List<PriceData> data) {
        final List<InstrumentBars> bars = new ArrayList<>();
        for (final PriceData one : data) {
            if (one instanceof PriceData.Bars of) {
                bars.add(new InstrumentBars(of.instrumentId(), of.bars().get()));
            }
        }
        return bars.isEmpty() ? DecodedTicks.feed(data, config) : new BarFeed(bars, warmup);
    }
}
