package reprise.benchmarks;

import java.util.List;
import reprise.core.CoreConfig;
import reprise.core.CoreObserver;
import reprise.number.Money;
import reprise.risk.RiskLimits;
import reprise.simulation.backtest.BarFeed;
import reprise.simulation.backtest.InstrumentBars;
import reprise.simulation.backtest.SessionLogs;
import reprise.simulation.backtest.SessionPlan;
import reprise.simulation.backtest.SessionProgress;
import reprise.simulation.backtest.SimulatedSession;
import reprise.simulation.results.ResultSink;
import reprise.simulation.results.RunRecorder;
import reprise.simulation.venue.VenueConfig;
import reprise.strategy.Strategy;

/** The job as Reprise does it, from the feed to the results. */
final class RepriseBacktest {
    static final CoreConfig CORE = CoreConfig.with(new RiskLimits(Money.parse("1000000"), Money.parse("1000000"), 16));

    private RepriseBacktest() {}

    /** All of it, recorded where the logs say. Returns how many trades it was. */
    static long run(final BacktestData data, final BacktestJob job, final SessionLogs logs) {
        return run(data, logs, List.of(new CrossStrategy(job, true)), true);
    }

    /** With other strategies, and results or none. */
    static long run(
            final BacktestData data, final SessionLogs logs, final List<Strategy> strategies, final boolean results) {
        final SessionPlan plan = new SessionPlan(
                "benchmark",
                "build",
                "config",
                CORE,
                () -> strategies,
                List.of(Bars.instrument(0)),
                VenueConfig.PLAIN,
                Money.parse("1000000"),
                "USD");
        final RunRecorder recorder = new RunRecorder(ResultSink.NONE);
        try (SimulatedSession session = SimulatedSession.inline(plan, logs, results ? recorder : CoreObserver.NONE);
                BarFeed feed = newFeed(data)) {
            recorder.attach(session.core());
            session.run(feed, SessionProgress.SILENT);
            return results ? recorder.finish(VenueConfig.PLAIN.calendar()).trades() : 0;
        }
    }

    static BarFeed newFeed(final BacktestData data) {
        return new BarFeed(List.of(new InstrumentBars(0, data.table.cursor())));
    }
}
