package reprise.simulation.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reprise.market.InstrumentDefinition;
import reprise.number.Money;
import reprise.simulation.PatientTrader;
import reprise.simulation.RandomTrader;
import reprise.simulation.TestMarket;
import reprise.simulation.backtest.BarFeed;
import reprise.simulation.backtest.InstrumentBars;
import reprise.simulation.backtest.SessionLogs;
import reprise.simulation.backtest.SessionPlan;
import reprise.simulation.backtest.SessionProgress;
import reprise.simulation.backtest.SessionSummary;
import reprise.simulation.backtest.SimulatedSession;
import reprise.simulation.market.SyntheticMarket;
import reprise.simulation.results.RunFacts;
import reprise.simulation.results.RunRecorder;
import reprise.simulation.results.RunResult;
import reprise.simulation.venue.FeeSchedule;
import reprise.simulation.venue.VenueConfig;
import reprise.strategy.Strategy;

/** A run of a trader who buys and sells in turn, with what a report needs of it. Everything in it may be named by a user. */
record ReportRun(RunResult result, ReportFacts facts, ReportCollector collected) {
    private static final VenueConfig VENUE = VenueConfig.PLAIN.withFees(FeeSchedule.ofBasisPoints("1", "10"));

    /** Under ordinary names. */
    static ReportRun of(final long bars, final long periodNs, final long intervalBars) {
        return of(bars, periodNs, intervalBars, "BTCUSDT", "patient");
    }

    /** Bars of one instrument; of none where there are 0. */
    static ReportRun of(
            final long bars, final long periodNs, final long intervalBars, final String symbol, final String name) {
        final InstrumentDefinition instrument =
                new InstrumentDefinition(0, 1, symbol, "BTC", "USDT", 2, 5, 1, 10, Money.parse("5"));
        final List<InstrumentBars> market = bars == 0
                ? List.of()
                : List.of(new InstrumentBars(
                        0, new SyntheticMarket(5, bars, periodNs, TestMarket.START_NS).bars(instrument, 42_000_00)));
        return of(Map.of(name, new PatientTrader(symbol, intervalBars)), List.of(instrument), market);
    }

    /** A day of two who trade at random on two instruments. */
    static ReportRun ofTwoOnTwo(final String first, final String second) {
        final List<String> symbols = List.of(TestMarket.BTC.symbol(), TestMarket.ETH.symbol());
        final Map<String, Strategy> strategies = new LinkedHashMap<>();
        strategies.put(first, new RandomTrader(4, symbols, 50));
        strategies.put(second, new RandomTrader(5, symbols, 50));
        return of(
                strategies,
                TestMarket.INSTRUMENTS.subList(0, 2),
                TestMarket.bars(4, 1440).subList(0, 2));
    }

    private static ReportRun of(
            final Map<String, Strategy> strategies,
            final List<InstrumentDefinition> instruments,
            final List<InstrumentBars> market) {
        final String name = strategies.keySet().iterator().next();
        final SessionPlan plan = new SessionPlan(
                "run-1-" + name,
                "b".repeat(64),
                "c".repeat(64),
                TestMarket.core(),
                () -> List.copyOf(strategies.values()),
                instruments,
                VENUE,
                Money.parse("10000"),
                "USDT");
        final ReportCollector collector = new ReportCollector(plan.instruments());
        final RunRecorder recorder = new RunRecorder(collector);
        final SessionSummary summary;
        try (SimulatedSession session = SimulatedSession.inline(plan, SessionLogs.none(), recorder);
                BarFeed feed = new BarFeed(market)) {
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
                List.copyOf(strategies.keySet()),
                List.of("made up"),
                List.of(),
                Map.of("layout", "FUSED"));
        return new ReportRun(
                new RunResult(facts, summary, recorder.finish(VENUE.calendar())),
                new ReportFacts(
                        "./reprise backtest '" + name + ".yaml'",
                        "name: " + name + "\n",
                        List.of(new DataSource(
                                name + ".csv", Map.of("Bars", "7"), List.of("line 3 of " + name + ": bad price")))),
                collector);
    }

    String page() {
        return ReportWriter.page(result, facts, collected);
    }
}
