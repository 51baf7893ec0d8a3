package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run on rings says what waited in it; a backtest, in which nothing can wait, does not. */
class LoadTest {
    @TempDir
    private Path directory;

    private Cli.Result run(final String command, final String... more) {
        final String[] arguments = {
            command,
            Program.root().resolve("conf/btc-trend.yaml").toString(),
            "--data",
            "synthetic:bars=500,seed=7,period=5m,price=40000",
            "--no-out",
            "--journal",
            directory.resolve(command).toString()
        };
        final String[] all = new String[arguments.length + more.length];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        final Cli.Result result = Cli.run(all);
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result;
    }

    @Test
    void shouldTellWhatWaitedInARunOnRings() {
        assertThat(run("run", "--speed", "max", "--set", "engine.conflateQuotes=true")
                        .out())
                .contains(
                        "Load\n",
                        "Market data       never waited for room in the input ring\n",
                        "Longest flush     event log ",
                        "Conflated         0 quotes\n");
    }

    @Test
    void shouldTellItToMachinesToo() {
        final Cli.Result run = run("run", "--speed", "max", "--json");

        assertThat(Long.parseLong(run.field("eventFlushNsMax"))).isPositive();
        assertThat(Long.parseLong(run.field("deepestEventLog"))).isPositive();
        assertThat(run.field("conflatedQuotes")).isEqualTo("0");
        assertThat(run.out()).contains("\"load\"", "\"operatorWaits\"");
    }

    @Test
    void shouldSayNothingOfLoadAfterABacktest() {
        assertThat(run("backtest").out()).doesNotContain("Load");
    }
}
