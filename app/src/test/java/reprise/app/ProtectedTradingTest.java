package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reprise.testkit.SharedFiles;

/**
 * What protects an account, on real data and as a user runs it: exits, monitor, guard and brackets decide, say why, and decide the same at
 * replay.
 */
class ProtectedTradingTest {
    private static final String BTC_5M = "data/genetrader-binance/5m/BTCUSDT-5m-2024H1.csv.gz";
    private static final String BTC_1H = "data/nic-binance/BTCUSDT-1h-2017-08_2022-12.csv.gz";
    private static final String AAPL = "data/lean/equity/usa/daily/aapl.zip";

    /** The daily bars of a stock before any adjustment, in the manner of conf/spy-trend.yaml. */
    private static final String AAPL_CONF = """
            name: aapl-trend
            account: {currency: USD, cash: 100000}
            instruments:
              AAPL: {base: AAPL, quote: USD, tick: 0.01, lot: 1, priceDecimals: 4, calendar: us-equities}
            venue: {kind: simulated, calendar: us-equities, feePerUnit: 0.005, allowShort: true}
            strategies:
              trend: {kind: trend, instrument: AAPL, allowShort: true, orderNotional: 20000, exits: {stop: 0.05}}
            risk: {maxOrderNotional: 25000, maxPositionNotional: 1000000, maxOpenOrders: 10}
            """;

    @TempDir
    private Path directory;

    private Path journal() {
        return directory.resolve("journal");
    }

    private Cli.Result backtest(final String conf, final String data, final String... more) {
        final List<String> arguments = new ArrayList<>(List.of(
                "backtest",
                conf,
                "--data",
                SharedFiles.file(data).toString(),
                "--json",
                "--journal",
                journal().toString(),
                "--out",
                directory.resolve("out").toString()));
        arguments.addAll(List.of(more));
        return succeed(arguments.toArray(String[]::new));
    }

    private static String conf(final String name) {
        return Program.root().resolve("conf").resolve(name).toString();
    }

    private static Cli.Result succeed(final String... arguments) {
        final Cli.Result result = Cli.run(arguments);
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        return result;
    }

    private void assertReplaysInEveryLayout(final Cli.Result recorded) {
        for (final String layout : List.of("inline", "fused", "pipelined")) {
            final Cli.Result replay =
                    succeed("replay", journal().toString(), "--verify", "--json", "--pipeline", layout);
            assertThat(replay.field("verified")).as(layout).isEqualTo("true");
            assertThat(replay.field("commandHash")).as(layout).isEqualTo(recorded.field("commandHash"));
            assertThat(replay.field("stateHash")).as(layout).isEqualTo(recorded.field("stateHash"));
        }
    }

    /** The records of some types as JSON lines. */
    private List<String> records(final String types) throws IOException {
        final Path file = directory.resolve("records.jsonl");
        succeed(
                "journal",
                "export",
                journal().toString(),
                "--format",
                "jsonl",
                "--out",
                file.toString(),
                "--type",
                types);
        return Files.readAllLines(file);
    }

    private List<String> lines(final String file) throws IOException {
        return Files.readAllLines(directory.resolve("out").resolve(file));
    }

    private String state(final String sections, final String... more) {
        final List<String> arguments =
                new ArrayList<>(List.of("state", journal().toString(), "--section", sections));
        arguments.addAll(List.of(more));
        return succeed(arguments.toArray(String[]::new)).out();
    }

    @Test
    void shouldExplainAndRepeatEveryProtectionOfAnAccount() throws IOException {
        final Cli.Result run = backtest(conf("btc-trend-protected.yaml"), BTC_5M);

        assertThat(run.field("bars")).isEqualTo("52416");
        assertReplaysInEveryLayout(run);
        assertThat(succeed("journal", "stats", journal().toString()).out())
                .containsPattern("commands +ExitDecided +\\d+")
                .containsPattern("commands +RiskBreached +\\d+")
                .containsPattern("commands +OrderRefused +\\d+")
                .containsPattern("commands +TradingStateChanged +\\d+")
                .containsPattern("commands +GuardVerdictChanged +\\d+");
        assertThat(records("RiskBreached"))
                .anySatisfy(breach -> assertThat(breach)
                        .contains("\"measure\":\"DRAWDOWN\"", "\"limit\":6.000000,\"limitUnit\":\"%\"", "FLATTEN"))
                .anySatisfy(breach -> assertThat(breach)
                        .contains(
                                "\"measure\":\"DAILY_LOSS\"", "\"limit\":75.00000000,\"limitUnit\":\"USDT\"", "WARN"));
        assertThat(records("OrderRefused"))
                .allSatisfy(refusal -> assertThat(refusal).contains("\"reason\":\"TRADING_HALTED\""));
        assertThat(lines("orders.csv").get(0)).endsWith(",purpose,entry_order");
        assertThat(lines("orders.csv"))
                .anyMatch(order -> order.endsWith(",STRATEGY,"))
                .anyMatch(order -> order.matches(".*,SELL,.*,HARD_STOP,\\d+"))
                .anyMatch(order -> order.matches(".*,SELL,.*,LIQUIDATION,.*"));
        assertThat(lines("trades.csv")).anyMatch(trade -> trade.contains(",STRATEGY,TARGET+TRAILING_STOP,"));
    }

    @Test
    void shouldLetPeopleReadWhatProtectsAPosition() {
        backtest(conf("btc-trend-protected.yaml"), BTC_5M);

        assertThat(state("exits,guard,monitor,orders", "--at", "950"))
                .contains(
                        "exits 0",
                        "  entryOrderId 13",
                        "  signedHardStop 4242942",
                        "  firstEntryNs 2024-01-04T02:50:00Z",
                        "  freshness FRESH",
                        "  nextSessionEndNs never",
                        "  BAR_JUMP OK",
                        "  BAR_JUMP.count ",
                        "riskMonitor 1",
                        "  DRAWDOWN ",
                        "  returns (",
                        "order 13",
                        "  purpose STRATEGY");
        final Cli.Result mistyped = Cli.run("state", journal().toString(), "--section", "exit");
        assertThat(mistyped.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(mistyped.err()).contains("the state has no section exit (did you mean exits?)");
    }

    @Test
    void shouldRepeatBracketsAndSayWhichLegClosedATrade() throws IOException {
        final Cli.Result run = backtest(conf("btc-brackets.yaml"), BTC_5M);

        assertReplaysInEveryLayout(run);
        assertThat(lines("trades.csv"))
                .anyMatch(trade -> trade.contains(",STRATEGY,BRACKET_STOP,"))
                .anyMatch(trade -> trade.contains(",STRATEGY,BRACKET_TARGET,"));
        assertThat(lines("orders.csv"))
                .anyMatch(order -> order.matches(".*,STOP,.*,CANCELED,.*,BRACKET_STOP,\\d+"))
                .anyMatch(order -> order.matches(".*,LIMIT,.*,CANCELED,.*,BRACKET_TARGET,\\d+"));
        assertThat(state("groups")).contains("orderGroup 1", "  isBracket 1", "  entryOrderId 1", "leg 1");
    }

    /** The factor file of the data names the splits; 1998-01-06, 2000-12-06, 2001-07-18, 2002-06-19 and 2008-09-29 were real falls or rises. */
    @Test
    void shouldTrustNoStockAcrossAnUnadjustedSplitAndStillLeaveIt() throws IOException {
        final Path conf = Files.writeString(directory.resolve("aapl.yaml"), AAPL_CONF);

        final Cli.Result run = backtest(conf.toString(), AAPL);

        assertReplaysInEveryLayout(run);
        final List<String> failures = records("GuardVerdictChanged").stream()
                .filter(verdict -> verdict.contains("\"verdict\":\"FAIL\""))
                .toList();
        assertThat(failures).hasSize(10).allMatch(verdict -> verdict.contains("\"check\":\"BAR_JUMP\""));
        for (final String split : List.of(
                "2000-06-22T04:00:00Z|44.9901",
                "2000-09-30T04:00:00Z|51.6486",
                "2005-03-01T05:00:00Z|49.6010",
                "2014-06-10T04:00:00Z|85.4857",
                "2020-09-01T04:00:00Z|74.1522")) {
            final String[] timeAndJump = split.split("\\|");
            assertThat(failures)
                    .anyMatch(verdict -> verdict.contains(timeAndJump[0])
                            && verdict.contains("\"value\":" + timeAndJump[1] + ",\"valueUnit\":\"%\""));
        }
        assertThat(records("OrderRefused"))
                .anyMatch(refusal -> refusal.contains("2020-09-03") && refusal.contains("DATA_NOT_TRUSTED"));
        assertThat(records("ExitDecided"))
                .anyMatch(exit -> exit.contains("2020-09-01T04:00:00Z") && exit.contains("HARD_STOP"));
    }

    /** The description of the data counts 27 outages of the exchange; the longest ends at 2018-02-09T10:00Z. */
    @Test
    void shouldNameEveryOutageOfAnExchangeAndForbidEntriesAfterTheLongest() throws IOException {
        final Cli.Result run = backtest(conf("btc-trend-protected.yaml"), BTC_1H, "--set", "monitor.enforce=false");

        assertReplaysInEveryLayout(run);
        final List<String> gaps = records("GuardVerdictChanged").stream()
                .filter(verdict -> verdict.contains("\"check\":\"GAP\"") && !verdict.contains("\"verdict\":\"OK\""))
                .toList();
        assertThat(gaps).hasSize(27);
        assertThat(gaps.stream().filter(gap -> gap.contains("\"verdict\":\"FAIL\"")))
                .singleElement()
                .asString()
                .contains("2018-02-09T11:00:00Z", "\"value\":33,\"limit\":10");
    }
}
