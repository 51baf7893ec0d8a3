package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.app.config.RunConfig;
import reprise.app.config.RunConfigReader;
import reprise.app.wiring.MarketData;
import reprise.core.CoreObserver;
import reprise.journal.JournalReader;
import reprise.journal.LogReader;
import reprise.market.Instrument;
import reprise.message.Envelope;
import reprise.message.Templates;
import reprise.order.Order;
import reprise.simulation.backtest.SessionLogs;
import reprise.simulation.backtest.SessionPlan;
import reprise.simulation.backtest.SessionProgress;
import reprise.simulation.backtest.SimulatedSession;
import reprise.simulation.data.ReadOptions;
import reprise.state.StateExchange;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;

/** A warmed run decides from its first live bar on what a strategy that has seen everything decides, and nothing before. */
class WarmupTest {
    private static final String CONF =
            Program.root().resolve("conf/btc-trend.yaml").toString();
    private static final String MARKET = "synthetic:bars=3000,seed=7,period=5m,price=40000";
    private static final long PERIOD_NS = 300_000_000_000L;
    private static final long START_NS = 1_704_067_200L * 1_000_000_000L;

    @TempDir
    private Path directory;

    /** Everything passes but bars that close before trading begins. */
    private record HeldBack(Strategy strategy, long untilNs) implements Strategy {
        @Override
        public void onStart(final StrategyContext context) {
            strategy.onStart(context);
        }

        @Override
        public void onBar(final Instrument instrument) {
            if (instrument.bar().closeTimeNs() > untilNs) {
                strategy.onBar(instrument);
            }
        }

        @Override
        public void onOrder(final Order order) {
            strategy.onOrder(order);
        }

        @Override
        public void onRestore(final StrategyContext context) {
            strategy.onRestore(context);
        }

        @Override
        public void exchange(final StateExchange state) {
            strategy.exchange(state);
        }
    }

    /** Fills as texts; the strategy is called with bars that close after a time only. */
    private static List<String> fills(final long fromNs, final String... overrides) {
        final RunConfig config = RunConfigReader.read(Path.of(CONF), List.of(overrides));
        final List<String> fills = new ArrayList<>();
        final CoreObserver observer = new CoreObserver() {
            @Override
            public void onFill(
                    final Order order, final long price, final long quantity, final long fee, final long timeNs) {
                fills.add((timeNs - START_NS) / PERIOD_NS + " " + order.side() + " " + quantity + " at " + price);
            }
        };
        final SessionPlan plan = new SessionPlan(
                "test",
                "build",
                "config",
                config.core(),
                () -> config.newStrategies().stream()
                        .<Strategy>map(strategy -> new HeldBack(strategy, fromNs))
                        .toList(),
                config.instruments(),
                config.venue(),
                config.account().cash(),
                config.account().currency());
        try (MarketData data = MarketData.open(config, List.of(MARKET), ReadOptions::of);
                SimulatedSession session = SimulatedSession.inline(plan, SessionLogs.none(), observer)) {
            session.run(data.feed(), SessionProgress.SILENT);
        }
        return fills;
    }

    @ParameterizedTest
    @CsvSource({"150", "400", "1000"})
    void shouldDecideFromTheFirstLiveBarOnWhatOneDecidesThatHasSeenAll(final int bars) {
        final long fromNs = START_NS + bars * PERIOD_NS;
        final List<String> warmed = fills(0, "warmup.bars=" + bars);
        final List<String> heldBack = fills(fromNs);

        assertThat(warmed).hasSizeGreaterThan(10).isEqualTo(heldBack);
        assertThat(Long.parseLong(warmed.get(0).split(" ")[0])).isGreaterThanOrEqualTo(bars + 1);
    }

    /** What a cold start is blind to: the first hundred bars, until the slow average is ready. */
    @Test
    void shouldTradeBeforeAColdStartCould() {
        for (int bars = 150; bars < 1_000; bars += 50) {
            final String first = fills(0, "warmup.bars=" + bars).get(0);
            if (Long.parseLong(first.split(" ")[0]) < bars + 100) {
                return;
            }
        }
        fail("no warmed run traded within its first hundred bars");
    }

    @Test
    void shouldTakeTheLastBarsBeforeATime() {
        final List<String> all = fills(0, "warmup.until=2024-01-03T12:00:00Z");
        final List<String> last = fills(0, "warmup.until=2024-01-03T12:00:00Z", "warmup.bars=700");
        final List<String> few = fills(0, "warmup.until=2024-01-03T12:00:00Z", "warmup.bars=3");

        assertThat(all).hasSizeGreaterThan(10).isEqualTo(last).isNotEqualTo(few);
    }

    @Test
    void shouldJournalHistoryBeforeAnyOrderAndReplayIt() {
        final Path journal = directory.resolve("journal");
        final Cli.Result run = Cli.run(
                "backtest", CONF, "--data", MARKET, "--warmup", "300", "--no-out", "--json", "--journal", "" + journal);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.field("historicalBars")).isEqualTo("300");
        assertThat(run.field("bars")).isEqualTo("2700");
        assertThat(run.field("first")).isEqualTo("2024-01-02T01:00:00Z");

        final List<String> events = new ArrayList<>();
        final JournalReader reader = JournalReader.open(journal);
        long firstCause = 0;
        try (LogReader log = reader.events();
                LogReader commands = reader.commands()) {
            while (log.next()) {
                events.add(Templates.name(Envelope.templateId(log.buffer(), log.offset())));
            }
            assertThat(commands.next()).isTrue();
            firstCause = Envelope.causeSequence(commands.buffer(), commands.offset());
        }
        final int begin = events.indexOf("HistoricalBar");
        assertThat(events.subList(begin, begin + 300)).containsOnly("HistoricalBar");
        assertThat(events.subList(begin + 300, events.size())).doesNotContain("HistoricalBar");
        assertThat(firstCause).isGreaterThan(begin + 300);

        final Cli.Result replay = Cli.run("replay", "" + journal, "--verify", "--pipeline", "pipelined", "--json");
        assertThat(replay.exitCode()).as(replay.out()).isZero();
        assertThat(replay.field("stateHash")).isEqualTo(run.field("stateHash"));
        assertThat(replay.field("orders")).isEqualTo(run.field("orders")).isNotEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({"fused, max", "pipelined, max", "fused, 600000"})
    void shouldWarmRunsOnRingsToo(final String layout, final String speed) {
        final Path journal = directory.resolve("rings");
        final Cli.Result run = Cli.run(
                "run",
                CONF,
                "--data",
                MARKET,
                "--warmup",
                "300",
                "--speed",
                speed,
                "--set",
                "engine.layout=" + layout,
                "--no-out",
                "--json",
                "--journal",
                "" + journal);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.field("historicalBars")).isEqualTo("300");
        if (speed.equals("max")) {
            final Cli.Result backtest =
                    Cli.run("backtest", CONF, "--data", MARKET, "--warmup", "300", "--no-out", "--json");
            assertThat(run.field("stateHash")).isEqualTo(backtest.field("stateHash"));
        }
        assertThat(Cli.run("replay", "" + journal, "--verify").exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--warmup 4000 | 4 | warmup: 4000 or more bars are to come before trading, there are 3000 of BTCUSDT",
                "--warmup 3000 | 4 | no bar is left after the warm-up",
                "--warmup-until 2030-01-01 | 4 | no bar is left after the warm-up",
                "--warmup-until 2020-01-01 | 4 | are to come before trading from 2020-01-01T00:00:00Z, there are 0 of BTCUSDT",
                "--warmup-until soon | 2 | warmup.until: 'soon' is no time in UTC, such as 2024-03-01",
                "--warmup -1 | 2 | warmup.bars: -1 is not a whole number from 0",
                "--set warmup.bras=3 | 2 | unknown key warmup.bras (did you mean bars?); allowed here: bars, until"
            })
    void shouldSayWhatIsWrong(final String options, final int exitCode, final String message) {
        final List<String> arguments = new ArrayList<>(List.of("backtest", CONF, "--data", MARKET, "--no-out"));
        arguments.addAll(List.of(options.split(" ")));
        final Cli.Result result = Cli.run(arguments.toArray(String[]::new));

        assertThat(result.err()).contains(message);
        assertThat(result.exitCode()).isEqualTo(exitCode);
    }
}
