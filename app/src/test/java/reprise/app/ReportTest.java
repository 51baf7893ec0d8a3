package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that a backtest leaves behind, as far as the program fills it. */
class ReportTest {
    private static final String DATA = "synthetic:bars=3000,seed=7,period=5m,price=40000";

    @TempDir
    private Path directory;

    private static String conf() {
        return Program.root().resolve("conf/btc-trend.yaml").toString();
    }

    private Cli.Result backtest(final String... more) {
        final List<String> arguments = new ArrayList<>(List.of("backtest", conf()));
        arguments.addAll(List.of(more));
        final Cli.Result result = Cli.run(arguments.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result;
    }

    private String page(final String out, final String... more) throws IOException {
        final List<String> arguments = new ArrayList<>(List.of(more));
        arguments.addAll(List.of("--out", directory.resolve(out).toString()));
        backtest(arguments.toArray(String[]::new));
        return Files.readString(directory.resolve(out).resolve("report.html"));
    }

    @Test
    void shouldNameThePageInTheLastLine() {
        final Path out = directory.resolve("out");

        assertThat(backtest("--data", DATA, "--out", out.toString()).out())
                .endsWith("report in " + out.resolve("report.html") + "\n");
        assertThat(backtest("--data", DATA, "--no-out").out()).doesNotContain("report");
    }

    @Test
    void shouldSayTheCommandAndTheConfigurationThatGiveTheSameAgain() throws IOException {
        final String page = page(
                "out",
                "--data",
                DATA,
                "--set",
                "strategies.trend.emaFast=13",
                "--set",
                "strategies.trend.emaSlow=60",
                "--warmup",
                "300",
                "--journal",
                directory.resolve("journal").toString());

        assertThat(page)
                .contains(">./reprise backtest " + conf() + " --data " + DATA
                        + " --set strategies.trend.emaFast=13 --set strategies.trend.emaSlow=60 --warmup 300</pre>")
                .contains("emaFast: 13\n")
                .contains("after 300 of warm-up");
    }

    @Test
    void shouldWriteTheSamePageWhereverItGoes() throws IOException {
        final String first = page("first", "--data", DATA);
        final String second = page(
                "second", "--data", DATA, "--journal", directory.resolve("j").toString());

        // The run's id, which tells when it was started, is all that may differ.
        assertThat(second.replaceAll("btc-trend-[0-9-]+", "RUN"))
                .isEqualTo(first.replaceAll("btc-trend-[0-9-]+", "RUN"));
    }

    @Test
    void shouldShowWhatWasFoundInTheData() throws IOException {
        final StringBuilder rows = new StringBuilder("timestamp,open,high,low,close,volume\n");
        for (int i = 0; i < 400; i++) {
            final long seconds = 1_704_067_200L + 300L * (i < 200 ? i : i + 6);
            rows.append(seconds).append(i == 7 ? ",40000,39000,41000,40000,5\n" : ",40000,40100,39900,40050,5\n");
        }
        final Path file = Files.writeString(directory.resolve("BTCUSDT & co's.csv"), rows);

        final String page = page("out", "--data", file.toString(), "--skip-bad");

        assertThat(page)
                .contains("BTCUSDT &amp; co&#39;s.csv")
                .contains("<dt>Bad rows</dt><dd>1</dd>")
                .contains("<dt>Bars</dt><dd>399</dd>")
                .contains("2 (2 within a day), 7 bars missing")
                .contains(" --skip-bad")
                .contains("line 9");
    }
}
