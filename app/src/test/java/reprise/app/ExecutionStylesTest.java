package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.journal.JournalReader;
import reprise.journal.LogReader;
import reprise.message.Envelope;
import reprise.message.Templates;

/** One strategy in each style of execution, through the program: configured, traded, replayed. */
class ExecutionStylesTest {
    private static final String CONF =
            Program.root().resolve("conf/btc-trend.yaml").toString();
    private static final String MARKET = "synthetic:bars=20000,seed=7,period=5m,price=40000";

    @TempDir
    private Path directory;

    private Cli.Result backtest(final String... more) {
        final List<String> arguments = new ArrayList<>(List.of(
                "backtest",
                CONF,
                "--data",
                MARKET,
                "--no-out",
                "--json",
                "--journal",
                "" + directory.resolve("journal")));
        arguments.addAll(List.of(more));
        final Cli.Result result = Cli.run(arguments.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result;
    }

    @Test
    void shouldTradeTargetsByMarketOrdersAsTheStrategyWouldItself() {
        final String own = backtest().field("commandHash");
        directory = directory.resolve("again");

        assertThat(backtest("--set", "strategies.trend.execution.style=market").field("commandHash"))
                .isEqualTo(own);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{style: limit, maxLifetimeSeconds: 1800}",
                "{style: twap, slices: 4, horizonSeconds: 3600, minIntervalSeconds: 600}",
                "{style: participation, horizonSeconds: 3600, minIntervalSeconds: 600}"
            })
    void shouldTradeAndReplayEveryStyle(final String execution) {
        final Cli.Result run = backtest("--set", "strategies.trend.execution=" + execution);
        final Cli.Result replay = Cli.run("replay", "" + directory.resolve("journal"), "--verify", "--json");

        assertThat(replay.exitCode()).as(replay.out() + replay.err()).isZero();
        assertThat(replay.field("stateHash")).isEqualTo(run.field("stateHash"));
        assertThat(Long.parseLong(replay.field("orders"))).isGreaterThan(100);
        assertThat(Long.parseLong(run.field("fills"))).isGreaterThan(50);
        assertThat(decisions()).contains("ExecutionDecided");
    }

    @Test
    void shouldSendNothingOnADryRun() {
        final Cli.Result run = backtest(
                "--set", "strategies.trend.execution.style=limit", "--set", "strategies.trend.execution.dryRun=true");

        assertThat(run.field("orders")).isEqualTo("0");
        assertThat(decisions()).isNotEmpty().containsOnly("ActionExplained", "ExecutionDecided");
    }

    /** The names of all commands and decisions on record. */
    private Set<String> decisions() {
        final Set<String> names = new TreeSet<>();
        try (LogReader commands =
                JournalReader.open(directory.resolve("journal")).commands()) {
            while (commands.next()) {
                names.add(Templates.name(Envelope.templateId(commands.buffer(), commands.offset())));
            }
        }
        return names;
    }
}
