package reprise.app.wiring;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import reprise.app.BuildIdentity;
import reprise.app.config.ConfigTemplate;
import reprise.app.config.RunConfig;
import reprise.simulation.backtest.MarketFeed;
import reprise.simulation.backtest.SessionLogs;
import reprise.simulation.backtest.SessionSummary;
import reprise.simulation.backtest.SimulatedSession;
import reprise.simulation.results.ResultSink;
import reprise.simulation.results.RunRecorder;
import reprise.simulation.results.RunStatistics;
import reprise.simulation.sweep.PointMeasures;
import reprise.simulation.sweep.PointOutcome;
import reprise.simulation.sweep.PointResult;
import reprise.simulation.sweep.PointRun;
import reprise.simulation.sweep.PointSpec;

/** One run of a sweep: an engine of its own, inline, over a market that all runs share. Keeps no state, so any thread may call it. */
public final class ConfiguredRun implements PointRun {
    private final ConfigTemplate template;
    private final DecodedMarket market;
    private final String buildHash = BuildIdentity.hash();

    /**
     * Runs of one configuration over the same market.
     *
     * @param template of the configuration.
     * @param market of its instruments.
     */
    public ConfiguredRun(final ConfigTemplate template, final DecodedMarket market) {
        this.template = template;
        this.market = market;
    }

    /**
     * What a point sets, as {@code --set} has it.
     *
     * @param spec of the point.
     * @return one assignment for each parameter.
     */
    public static List<String> assignments(final PointSpec spec) {
        return spec.settings().entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .toList();
    }

    @Override
    public PointOutcome run(final PointSpec spec, final BooleanSupplier cancelled) {
        final RunConfig config = template.config(assignments(spec));
        final RunRecorder recorder = new RunRecorder(ResultSink.NONE);
        try (MarketFeed feed = market.feed(config, spec.span());
                SimulatedSession session = SimulatedSession.inline(
                        EngineRun.plan(config, config.name(), buildHash), SessionLogs.none(), recorder)) {
            recorder.attach(session.core());
            final SessionSummary summary = session.run(feed, (done, timeNs) -> {
                if (cancelled.getAsBoolean()) {
                    session.stop();
                }
            });
            if (summary.stopped()) {
                throw new CancellationException();
            }
            final RunStatistics statistics = recorder.finish(config.venue().calendar());
            return new PointOutcome(
                    new PointResult(spec, PointMeasures.of(statistics, summary.outcomeHash()), ""),
                    statistics.measures().daily().curve());
        }
    }
}
