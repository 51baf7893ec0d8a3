package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reprise.simulation.results.Figures;

/** What a backtest says of its result: on request to people, always to machines and in metrics.json. */
class MetricsTest {
    @TempDir
    private Path directory;

    private Cli.Result backtest(final String... more) {
        final List<String> arguments = new ArrayList<>(List.of(
                "backtest",
                Program.root().resolve("conf/btc-trend.yaml").toString(),
                "--data",
                "synthetic:bars=3000,seed=7,period=5m,price=40000"));
        arguments.addAll(List.of(more));
        final Cli.Result result = Cli.run(arguments.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result;
    }

    /** Every scalar by its path; null where the file has null. */
    private static Map<String, String> scalars(final String text) throws IOException {
        final Map<String, String> values = new LinkedHashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken().isScalarValue()) {
                    values.put(
                            parser.getParsingContext().pathAsPointer().toString(),
                            parser.currentToken().isNumeric() ? parser.getText() : parser.getValueAsString());
                }
            }
        }
        return values;
    }

    @Test
    void shouldPrintEveryMeasureOnRequestOnly() {
        assertThat(backtest("--no-out").out()).doesNotContain("Omega", "How these were taken");
        assertThat(backtest("--no-out", "--metrics").out())
                .contains("Hashes\n", "\n\nGrowth\n", "  Omega  ", "By strategy, ended trades\n", "\n  trend  ")
                .contains("A year has 105,120 bars of 5 min and 365 days");
    }

    /** 3,000 bars of 5 minutes are ten days. */
    @Test
    void shouldTellMachinesThatAShortRunHasNoReturnAYear() throws IOException {
        final Cli.Result run = backtest("--json", "--metrics", "--out", directory.toString());

        assertThat(scalars(run.out()))
                .containsEntry("/metrics/cagr", null)
                .containsEntry("/metrics/calmar", null)
                .containsEntry("/metrics/daily/calmar", null)
                .containsEntry("/metrics/daily/martin", null)
                .containsEntry("/metrics/benchmark/cagr", null)
                .containsEntry("/metrics/benchmark/alpha", null)
                .doesNotContainEntry("/metrics/totalReturn", null)
                .doesNotContainEntry("/metrics/annualVolatility", null)
                .doesNotContainEntry("/metrics/sharpe", null)
                .doesNotContainEntry("/metrics/daily/sharpe", null)
                .doesNotContainEntry("/metrics/benchmark/beta", null);
        assertThat(scalars(Files.readString(directory.resolve("meta.json"))))
                .containsEntry("/results/cagr", null)
                .containsEntry("/results/calmar", null)
                .doesNotContainEntry("/results/sharpe", null);
    }

    @Test
    void shouldPutOnRecordWhatTheCommandLineChanged() throws IOException {
        backtest("--set", "strategies.trend.emaFast=13", "--warmup", "300", "--out", directory.toString());

        assertThat(scalars(Files.readString(directory.resolve("meta.json"))))
                .containsEntry("/overrides/0", "strategies.trend.emaFast=13")
                .containsEntry("/overrides/1", "warmup.bars=300")
                .doesNotContainKey("/overrides/2");
    }

    @Test
    void shouldTellMachinesWhatEachStrategyCameToOnEachInstrument() throws IOException {
        final Cli.Result run = Cli.run(
                "backtest",
                Program.root().resolve("conf/four-families.yaml").toString(),
                "--data",
                "synthetic:bars=3000,seed=7,period=5m,price=100",
                "--no-out",
                "--json",
                "--metrics");
        assertThat(run.exitCode()).as(run.err()).isZero();

        final Map<String, String> values = scalars(run.out());

        final Map<String, BigDecimal> byStrategy = sums(values, "strategies", "strategy");
        assertThat(byStrategy).hasSizeGreaterThan(1);
        assertThat(sums(values, "strategyInstruments", "strategy")).isEqualTo(byStrategy);
        assertThat(sums(values, "strategyInstruments", "instrument"))
                .isEqualTo(sums(values, "instruments", "instrument"))
                .hasSizeGreaterThan(1);
    }

    /** Results of the rows of a breakdown by one of their names. */
    private static Map<String, BigDecimal> sums(
            final Map<String, String> values, final String breakdown, final String name) {
        final Map<String, BigDecimal> sums = new LinkedHashMap<>();
        final String rows = "/metrics/breakdown/" + breakdown + "/";
        for (int i = 0; values.containsKey(rows + i + "/pnl"); i++) {
            sums.merge(
                    values.get(rows + i + "/" + name), new BigDecimal(values.get(rows + i + "/pnl")), BigDecimal::add);
        }
        return sums;
    }

    /** Forty days, so that all is defined. */
    @Test
    void shouldTellPeopleEveryMeasureThatMachinesGet() throws IOException {
        final Cli.Result run = Cli.run(
                "backtest",
                Program.root().resolve("conf/btc-trend.yaml").toString(),
                "--data",
                "synthetic:bars=11600,seed=7,period=5m,price=40000",
                "--metrics",
                "--out",
                directory.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        final String page = Files.readString(directory.resolve("report.html"));
        final Set<String> printed = figures(run.out(), "(?m)^ +\\S.*?  +(.+)$");
        final Set<String> shown = figures(page, "<dd[^>]*>(.+?)</dd>");

        final Map<String, String> measures = scalars(Files.readString(directory.resolve("metrics.json")));
        measures.keySet()
                .removeIf(path -> !path.matches("(/(daily|benchmark|trades|costs|maxDrawdownSpan))?/[^/]+"
                        + "|/daily/(var95|var99|inference(/deflatedSharpeByTrials)?)/[^/]+"));
        measures.values().removeIf(value -> value == null || !value.matches("-?[0-9.]+(E-?[0-9]+)?"));

        assertThat(measures).hasSizeGreaterThan(80);
        measures.forEach((path, value) -> {
            assertThat(printed).as(path).containsAnyElementsOf(readable(path, Double.parseDouble(value)));
            assertThat(shown).as(path).containsAnyElementsOf(readable(path, Double.parseDouble(value)));
        });
    }

    private static Set<String> figures(final String text, final String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .flatMap(match -> Stream.of(match.group(1).split(" / |, | so far")))
                .collect(Collectors.toSet());
    }

    private static List<String> readable(final String path, final double value) {
        return switch (path) {
            case "/trades/longestHoldHours" -> List.of(Figures.duration(value * 3.6e12));
            case "/maxDrawdownSpan/days" -> List.of(Figures.duration(value * 86_400e9));
            default -> List.of(Figures.percent(value), Figures.ratio(value), Figures.count((long) Math.ceil(value)));
        };
    }

    @Test
    void shouldTellMachinesTheSameAsTheFile() throws IOException {
        final Cli.Result run = backtest("--json", "--metrics", "--out", directory.toString());

        final Map<String, String> printed = scalars(run.out());
        final Map<String, String> written = scalars(Files.readString(directory.resolve("metrics.json")));
        assertThat(printed)
                .containsKeys(
                        "/metrics/sharpe",
                        "/metrics/periodsPerYear",
                        "/metrics/maxDrawdownSpan/days",
                        "/metrics/daily/omega",
                        "/metrics/daily/var95/historicalCvar",
                        "/metrics/daily/inference/probabilisticSharpe",
                        "/metrics/benchmark/beta",
                        "/metrics/costs/slippage",
                        "/metrics/trades/sqn",
                        "/metrics/breakdown/hours/0/pnl",
                        "/metrics/conventions/0");
        printed.forEach((path, value) -> {
            if (path.startsWith("/metrics/")) {
                assertThat(written).as(path).containsEntry(path.substring("/metrics".length()), value);
            }
        });
        // 3,000 bars of 5 minutes end in the eleventh day; before the first is the money at the start.
        assertThat(written).containsKey("/series/equity/11").doesNotContainKey("/series/equity/12");
        assertThat(written.get("/series/rollingSharpe/0")).isNull();
        assertThat(written.get("/runId")).isEqualTo(printed.get("/runId"));
    }
}
