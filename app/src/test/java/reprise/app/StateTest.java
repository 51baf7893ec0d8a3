package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine knew at an event can be read, and what changed between two. */
class StateTest {
    @TempDir
    private static Path directory;

    private static Cli.Result recorded;
    private static String journal;

    @BeforeAll
    static void record() {
        journal = directory.resolve("journal").toString();
        recorded = Cli.run(
                "backtest",
                Program.root().resolve("conf/btc-trend.yaml").toString(),
                "--data",
                "synthetic:bars=3000,seed=7,period=5m,price=40000",
                "--no-out",
                "--json",
                "--journal",
                journal);
        assertThat(recorded.exitCode()).as(recorded.err()).isZero();
    }

    @Test
    void shouldShowTheStateThatTheHashIsMadeOf() {
        final Cli.Result state = Cli.run("state", journal);

        assertThat(state.exitCode()).as(state.err()).isZero();
        assertThat(state.out())
                .contains(
                        "stateHash  " + recorded.field("stateHash"), "portfolio 1", "netPosition 0", "  realisedPnl ");
    }

    @Test
    void shouldShowOnlyTheSectionsThatWereAskedFor() {
        final Cli.Result state = Cli.run("state", journal, "--section", "portfolio", "--json");

        assertThat(state.out()).contains("\"portfolio 1\"", "\"cash\"").doesNotContain("netPosition");
    }

    @Test
    void shouldShowWhatAnEventChanged() {
        final Cli.Result nothing = Cli.run("state", journal, "--at", "2000", "--diff", "2000");
        final Cli.Result one = Cli.run("state", journal, "--at", "2000", "--diff", "2001");

        assertThat(nothing.out().lines()).hasSize(1);
        assertThat(one.out()).containsPattern("core 0 +sequence +2000 +2001");
        assertThat(one.out().lines().count()).isGreaterThan(1);
    }

    @Test
    void shouldSayWhereTheJournalEnds() {
        final Cli.Result state = Cli.run("state", journal, "--at", "999999");

        assertThat(state.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(state.err()).contains("the journal has no event 999999: it ends with event ");
    }
}
