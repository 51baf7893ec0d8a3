package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What would have been is what a backtest with these parameters says, beside what was. */
class WhatIfTest {
    private static final String CONF =
            Program.root().resolve("conf/btc-trend.yaml").toString();
    private static final String MARKET = "synthetic:bars=4000,seed=7,period=5m,price=40000";
    private static final String CHANGE = "strategies.trend.emaFast=16";

    @TempDir
    private static Path directory;

    private static String journal;
    private static Cli.Result recorded;

    @BeforeAll
    static void record() {
        journal = directory.resolve("journal").toString();
        recorded = backtest("--journal", journal);
    }

    private static Cli.Result backtest(final String... more) {
        final List<String> arguments =
                new ArrayList<>(List.of("backtest", CONF, "--data", MARKET, "--no-out", "--json"));
        arguments.addAll(List.of(more));
        final Cli.Result result = Cli.run(arguments.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result;
    }

    private static Cli.Result whatIf(final String... more) {
        final List<String> arguments = new ArrayList<>(List.of("what-if", journal));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray(String[]::new));
    }

    @Test
    void shouldSayThatNothingChangedIfNothingIsSet() {
        final Cli.Result text = whatIf("--diff");
        final Cli.Result json = whatIf("--json");

        assertThat(text.exitCode()).as(text.err()).isZero();
        assertThat(text.out())
                .contains("nothing changed: the configuration is the recorded one, and ")
                .contains("decides what is on record, byte for byte");
        assertThat(json.field("configurationChanged")).isEqualTo("false");
        assertThat(json.field("asRecorded")).isEqualTo("true");
        assertThat(json.field("ordersSame")).isEqualTo(recorded.field("orders"));
        assertThat(json.field("differences")).isEqualTo("[ ]".replaceAll("[\",]", ""));
    }

    @Test
    void shouldSayWhatABacktestWithTheseParametersSays() {
        final Cli.Result changed = backtest("--set", CHANGE);

        final Cli.Result result = whatIf("--set", CHANGE, "--json");

        assertThat(result.exitCode()).as(result.err()).isZero();
        final String before = result.out().substring(result.out().indexOf("\"before\""));
        final String after = result.out().substring(result.out().indexOf("\"after\""));
        for (final String field : List.of("commandHash", "stateHash", "equityFinal", "fees", "orders", "trades")) {
            assertThat(new Cli.Result(0, before, "").field(field)).isEqualTo(recorded.field(field));
            assertThat(new Cli.Result(0, after, "").field(field)).isEqualTo(changed.field(field));
        }
    }

    @Test
    void shouldListTheOrdersThatAreNotTheSame() {
        final Cli.Result json = whatIf("--set", CHANGE, "--json");
        final long same = Long.parseLong(json.field("ordersSame"));
        final long changed = Long.parseLong(json.field("ordersChanged"));
        final long noMore = Long.parseLong(json.field("ordersNoMore"));

        final Cli.Result text = whatIf("--set", CHANGE, "--diff", "--limit", "3");

        assertThat(same + changed + noMore).isEqualTo(Long.parseLong(recorded.field("orders")));
        assertThat(changed).isPositive();
        assertThat(text.out()).contains("BTCUSDT").contains("... 3 of ").contains("for more: --limit N");
        assertThat(text.out().lines().filter(line -> line.contains("BTCUSDT"))).hasSize(3);
    }

    @Test
    void shouldRefuseWhatItCannotDo() {
        assertThat(whatIf("--set", "strategies.trend.emaFast=0").exitCode()).isEqualTo(2);
        assertThat(whatIf("--limit", "0").exitCode()).isEqualTo(2);
        assertThat(Cli.run("what-if", directory.resolve("none").toString()).exitCode())
                .isEqualTo(4);
    }
}
