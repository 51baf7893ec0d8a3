package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reprise.strategies.rule.RuleCompiler;
import reprise.testkit.SharedFiles;

/** Momentum rules as a user runs them: on real stocks, with reasons on record, the same at replay; and what bad rules are told. */
class MomentumTradingTest {
    private static final List<String> SYMBOLS = List.of("AZO", "BKNG", "TDG", "TDY", "GWW", "NVR", "LII", "FDS");
    private static final int LINES = 3_500;

    private static final String EXITS = "exits: {stop: 0.01, maxHoldMinutes: 60}";

    @TempDir
    private Path directory;

    private static Cli.Result succeed(final String... arguments) {
        final Cli.Result result = Cli.run(arguments);
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        return result;
    }

    /** The first weeks of each stock. */
    private List<String> stocks() throws IOException {
        final List<String> arguments = new ArrayList<>();
        for (final String symbol : SYMBOLS) {
            final List<String> lines = SharedFiles.lines("data/blaizard-us-1min/" + symbol + "-1min-2024-01_08.csv");
            final Path file = Files.write(directory.resolve(symbol + ".csv"), lines.subList(0, LINES));
            arguments.addAll(List.of("--data", symbol + "=" + file));
        }
        return arguments;
    }

    private List<String> records(final Path journal, final String type) throws IOException {
        final Path file = directory.resolve(type + ".jsonl");
        succeed("journal", "export", journal.toString(), "--format", "jsonl", "--out", file.toString(), "--type", type);
        return Files.readAllLines(file);
    }

    @Test
    void shouldTradeMoversByRulesAndRepeatItInEveryLayout() throws IOException {
        final Path journal = directory.resolve("journal");
        final List<String> arguments = new ArrayList<>(List.of(
                "backtest",
                Program.root().resolve("conf/momentum-stocks.yaml").toString(),
                "--json",
                "--no-out",
                "--journal",
                journal.toString()));
        arguments.addAll(stocks());

        final Cli.Result run = succeed(arguments.toArray(String[]::new));

        for (final String layout : List.of("inline", "fused", "pipelined")) {
            final Cli.Result replay = succeed("replay", journal.toString(), "--verify", "--json", "--pipeline", layout);
            assertThat(replay.field("commandHash")).as(layout).isEqualTo(run.field("commandHash"));
            assertThat(replay.field("stateHash")).as(layout).isEqualTo(run.field("stateHash"));
        }
        assertThat(records(journal, "MoverDetected"))
                .anyMatch(mover -> mover.contains("\"detection\":\"FAST\",\"stage\":\"STARTED\""))
                .anyMatch(mover -> mover.contains("\"stage\":\"FADED\""));
        assertThat(records(journal, "ActionExplained"))
                .anyMatch(reason -> reason.contains("\"reason\":\"breakout-prior-session\"")
                        && reason.contains("\"prior_session.hi\":"))
                .anyMatch(reason -> reason.contains("\"reason\":\"pullback-"));
        final List<String> decisions = records(journal, "SignalDecided");
        final long accepted = decisions.stream()
                .filter(decision -> decision.contains("\"ACCEPTED\""))
                .count();
        assertThat(accepted).isPositive();
        assertThat(run.out().replaceAll("\\s", ""))
                .as("results count what is on record")
                .contains("\"signalCounts\":{\"offered\":" + decisions.size() + ",\"accepted\":" + accepted + ",");
        assertThat(records(journal, "SignalSized")).allMatch(size -> !size.contains("\"stopDistance\":0.000000"));
        assertThat(records(journal, "ExitDecided"))
                .anyMatch(exit -> exit.contains("HARD_STOP"))
                .anyMatch(exit -> exit.contains("TARGET"));
    }

    private Cli.Result withRules(final String file, final String rules, final String name) throws IOException {
        Files.writeString(directory.resolve(file), rules);
        final Path conf = Files.writeString(directory.resolve("conf.yaml"), """
                name: rules
                account: {currency: USD, cash: 100000}
                instruments:
                  TEST: {base: TEST, quote: USD, tick: 0.01, lot: 1}
                venue: {kind: simulated}
                strategies:
                  rules: {kind: momentum, rules: !include NAME, sizing: {method: fixed-quantity, quantity: 1}}
                arbiter: {maxParticipationPct: off, logOnly: true}
                risk: {maxOrderNotional: 25000, maxPositionNotional: 25000, maxOpenOrders: 10}
                """.replace("NAME", name));
        return Cli.run(
                "backtest",
                conf.toString(),
                "--no-out",
                "--json",
                "--data",
                "synthetic:bars=500,seed=7,period=1m,price=100");
    }

    @Test
    void shouldTakeDiscoveredRulesAsJson() throws IOException {
        Files.createDirectory(directory.resolve("found"));

        final Cli.Result result = withRules("found/found.json", """
                {"rules": {"found-1": {"detection": "none", "side": "long",
                  "conditions": {"up": "close > close[1]"}, "when": "up and up[1]",
                  "exits": {"stop": 0.01, "maxHoldBars": 5}}}}
                """, "found");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(Integer.parseInt(result.field("fills"))).isGreaterThan(10);
    }

    @Test
    void shouldNameFileLineAndColumnOfABadRule() throws IOException {
        final Cli.Result indicator = withRules("bad.yaml", """
                rules:
                  mine:
                    conditions:
                      trend: close > emma:20
                    when: trend
                    %s
                """.formatted(EXITS), "bad.yaml");
        assertThat(indicator.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(indicator.err())
                .contains("bad.yaml:4: strategies.rules.rules.mine.conditions.trend: column 9: 'emma' is no indicator")
                .contains("did you mean 'ema'?");

        final Cli.Result exits = withRules("bad.yaml", "rules: {mine: {when: close > 1}}", "bad.yaml");
        assertThat(exits.err()).contains("strategies.rules.rules.mine.exits is missing");

        final Cli.Result twice = withRules("bad.yaml", """
                rules:
                  mine: {when: close > 1, %s}
                  mine: {when: close > 2, %s}
                """.formatted(EXITS, EXITS), "bad.yaml");
        assertThat(twice.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(twice.err()).contains("mine");

        final Cli.Result key =
                withRules("bad.yaml", "rules: {mine: {wen: close > 1, %s}}".formatted(EXITS), "bad.yaml");
        assertThat(key.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(key.err()).contains("when");
    }

    /** What docs/momentum.md shows is what can be written. */
    @Test
    void shouldUnderstandEveryExampleOfTheReference() throws IOException {
        final String page = Files.readString(Program.root().resolve("docs/momentum.md"));
        final Matcher blocks =
                Pattern.compile("```rule\n(.*?)```", Pattern.DOTALL).matcher(page);
        int examples = 0;
        while (blocks.find()) {
            for (final String line : blocks.group(1).split("\n")) {
                final Map<String, String> none = new LinkedHashMap<>();
                assertThat(RuleCompiler.read("example", none, line.split(" #")[0].strip()))
                        .as(line)
                        .isNotNull();
                examples++;
            }
        }
        assertThat(examples).isGreaterThan(20);
        final Matcher rules =
                Pattern.compile("```yaml\n(rules:.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(rules.find()).isTrue();
        final Cli.Result result = withRules("example.yaml", rules.group(1), "example.yaml");
        assertThat(result.exitCode()).as(result.err()).isZero();
    }
}
