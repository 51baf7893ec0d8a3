package reprise.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reprise.app.config.ConfigException;
import reprise.app.config.RunConfig;
import reprise.app.config.RunConfigReader;
import reprise.app.output.ParityReport;
import reprise.app.output.WhatIfReport;
import reprise.core.CoreObserver;
import reprise.journal.Journal;
import reprise.market.InstrumentDefinition;
import reprise.message.EngineEvents;
import reprise.simulation.backtest.InstrumentTicks;
import reprise.simulation.backtest.MarketFeed;
import reprise.simulation.backtest.SessionLogs;
import reprise.simulation.backtest.SessionProgress;
import reprise.simulation.backtest.SessionSummary;
import reprise.simulation.backtest.SimulatedSession;
import reprise.simulation.backtest.TickFeed;
import reprise.simulation.data.DataException;
import reprise.simulation.data.ReadOptions;
import reprise.simulation.market.BarSource;
import reprise.simulation.market.SyntheticMarket;
import reprise.simulation.market.SyntheticTicks;
import reprise.simulation.venue.SimulatedVenue;

/** A journal of quotes and trades, as a run against a venue records it, is a market for other runs. */
class TickJournalTest {
    private static final long START_NS = 1_704_067_200L * 1_000_000_000L;
    private static final long GAP_NS = 2_000_000_000L;
    private static final long MINUTE_NS = 60_000_000_000L;

    @TempDir
    private Path directory;

    private Path journal;
    private SessionSummary recorded;

    /** Ticks in which orders trade, and between them bars that strategies look at. */
    private static final class TicksAndBars implements MarketFeed {
        private final TickFeed ticks;
        private final BarSource bars;
        private boolean hasTick;
        private boolean hasBar;
        private boolean isBar;

        TicksAndBars(final InstrumentDefinition instrument) {
            ticks = new TickFeed(List.of(new InstrumentTicks(
                    0, new SyntheticTicks(instrument, 5, 100_00, START_NS, GAP_NS, 20_000, false, 0))));
            bars = new SyntheticMarket(5, 600, MINUTE_NS, START_NS).bars(instrument, 100_00);
            hasBar = bars.next();
            hasTick = ticks.next();
        }

        @Override
        public long firstTimeNs() {
            return START_NS;
        }

        @Override
        public long tellHistory(final EngineEvents events) {
            return 0;
        }

        @Override
        public boolean next() {
            isBar = hasBar && (!hasTick || bars.closeTimeNs() <= ticks.timeNs());
            return hasBar || hasTick;
        }

        @Override
        public long timeNs() {
            return isBar ? bars.closeTimeNs() : ticks.timeNs();
        }

        @Override
        public boolean deliverTo(final SimulatedVenue venue) {
            if (isBar) {
                venue.publishBar(0, bars, bars.closeTimeNs());
                hasBar = bars.next();
            } else {
                ticks.deliverTo(venue);
                hasTick = ticks.next();
            }
            return true;
        }

        @Override
        public boolean isBar() {
            return isBar;
        }

        @Override
        public void close() {
            ticks.close();
        }
    }

    private static RunConfig config(final String change) {
        return RunConfigReader.parse("ticks", """
                name: ticks
                account: {currency: USD, cash: 10000}
                instruments: {SIM: {base: SIM, quote: USD, tick: 0.01, lot: 0.01}}
                venue: {kind: simulated, takerFeeBps: 7%s}
                strategies: {trend: {kind: trend, instrument: SIM, emaFast: 5, emaSlow: 20, adxMin: 5}}
                risk: {maxOrderNotional: 2000, maxPositionNotional: 2000}
                """.formatted(change));
    }

    @BeforeEach
    void record() {
        journal = directory.resolve("journal");
        final RunConfig config = config("");
        try (Journal journal = Journal.create(
                        this.journal, config.syncPolicy(), config.text(), TakeOver.facts(config, "ticks", "ticks"));
                SimulatedSession session = SimulatedSession.inline(
                        EngineRun.plan(config, "ticks"),
                        new SessionLogs(journal.events(), journal.commands()),
                        CoreObserver.NONE);
                TicksAndBars feed = new TicksAndBars(config.instruments().get(0))) {
            recorded = session.run(feed, SessionProgress.SILENT);
            journal.close(Map.of("commandHash", recorded.commandHash(), "stateHash", recorded.stateHash()));
        }
    }

    private SessionSummary run(final RunConfig config) {
        try (MarketData data = MarketData.open(config, List.of(journal.toString()), ReadOptions::of)) {
            return new EngineRun(config, "ticks")
                    .run(data, SessionProgress.SILENT)
                    .session();
        }
    }

    @Test
    void shouldDecideOnItWhatWasDecidedThen() {
        final SessionSummary again = run(config(""));

        assertThat(recorded.commands()).isGreaterThan(20);
        assertThat(again.commandHash()).isEqualTo(recorded.commandHash());
        assertThat(again.stateHash()).isEqualTo(recorded.stateHash());
        assertThat(again.events()).isEqualTo(recorded.events());
    }

    @Test
    void shouldBeComparedWithOtherRunsOnIt() {
        final WhatIfReport whatIf = new WhatIf(journal, List.of()).run(SessionProgress.SILENT);
        assertThat(whatIf.isAsRecorded()).isTrue();
        assertThat(whatIf.orders().differences()).isEmpty();
        assertThat(whatIf.orders().same()).isPositive();

        final ParityReport parity =
                new ParityRun(journal, List.of("venue.latency.orders.meanMs=900")).run(SessionProgress.SILENT);
        assertThat(parity.both()).isPositive();
        assertThat(parity.parity().parts().latency()).isNotZero();
        assertThat(parity.parity().residual()).isZero();
    }

    @Test
    void shouldNotCountTheDelayOfTheFeedTwice() {
        assertThatThrownBy(() -> run(config(", latency: {feed: {meanMs: 5}}")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("set venue.latency.feed.meanMs=0");
    }

    @Test
    void shouldServeABacktestOnly() {
        assertThatThrownBy(() -> MarketData.decode(config(""), List.of(journal.toString()), ReadOptions::of))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("only a backtest can use these");
    }
}
