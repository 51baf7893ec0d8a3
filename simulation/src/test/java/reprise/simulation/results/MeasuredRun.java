package reprise.simulation.results;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import reprise.number.Money;
import reprise.simulation.TestMarket;
import reprise.simulation.backtest.BarFeed;
import reprise.simulation.backtest.InstrumentBars;
import reprise.simulation.backtest.SessionLogs;
import reprise.simulation.backtest.SessionPlan;
import reprise.simulation.backtest.SessionProgress;
import reprise.simulation.backtest.SessionSummary;
import reprise.simulation.backtest.SimulatedSession;
import reprise.simulation.venue.FeeSchedule;
import reprise.simulation.venue.VenueConfig;
import reprise.strategy.Strategy;

/** A run with 100,000 USDT that leaves its files. */
final class MeasuredRun {
    static final VenueConfig VENUE = VenueConfig.PLAIN.withFees(FeeSchedule.ofBasisPoints("1", "10"));

    private MeasuredRun() {}

    static RunResult in(final Path directory, final List<Strategy> strategies, final List<InstrumentBars> bars) {
        final SessionPlan plan = new SessionPlan(
                "run-1",
                "b".repeat(64),
                "c".repeat(64),
                TestMarket.core(),
                () -> strategies,
                TestMarket.INSTRUMENTS,
                VENUE,
                Money.parse("100000"),
                "USDT");
        try (ResultFiles files = new ResultFiles(directory, TestMarket.INSTRUMENTS)) {
            final RunRecorder recorder = new RunRecorder(files);
            final SessionSummary summary;
            try (SimulatedSession session = SimulatedSession.inline(plan, SessionLogs.none(), recorder);
                    BarFeed feed = new BarFeed(bars)) {
                recorder.attach(session.core());
                summary = session.run(feed, SessionProgress.SILENT);
            }
            final RunFacts facts = new RunFacts(
                    plan.runId(),
                    plan.buildHash(),
                    plan.configHash(),
                    plan.currency(),
                    VENUE,
                    plan.instruments(),
                    strategies.stream()
                            .map(strategy -> strategy.getClass().getSimpleName())
                            .toList(),
                    List.of("written down"),
                    List.of("interval=2"),
                    Map.of("interval", "2"));
            final RunResult result = new RunResult(facts, summary, recorder.finish(VENUE.calendar()));
            files.writeMeta(result);
            return result;
        }
    }
}
