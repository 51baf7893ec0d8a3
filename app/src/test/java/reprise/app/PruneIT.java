package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The built jar as processes: a run that is killed, whose journal is pruned, and that goes on as if nothing had been. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class PruneIT {
    private static final String CONF =
            Program.root().resolve("conf/btc-trend-fast.yaml").toString();
    private static final String DATA = "synthetic:bars=3000,seed=7,period=5m,price=40000";
    private static final String SNAPSHOTS = "engine.snapshotEvery=100";

    @TempDir
    private Path directory;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void endAll() {
        processes.forEach(Process::destroyForcibly);
    }

    private Process start(final String name, final String... arguments) throws IOException {
        final Process process = Program.builder(directory, List.of(), arguments)
                .redirectOutput(directory.resolve(name + ".out").toFile())
                .redirectError(directory.resolve(name + ".err").toFile())
                .start();
        processes.add(process);
        return process;
    }

    private Process startEngine(final String name) throws IOException {
        return start(
                name,
                "run",
                CONF,
                "--venue",
                "unix:s/venue",
                "--no-out",
                "--json",
                "--journal",
                "journal",
                "--set",
                SNAPSHOTS);
    }

    private void awaitVenue(final String text, final int count) throws IOException {
        final Path err = directory.resolve("venue.err");
        while (Files.readString(err).split(text, -1).length <= count) {
            assertThat(processes.get(0).isAlive()).as(Files.readString(err)).isTrue();
            Thread.onSpinWait();
        }
    }

    private static String field(final String json, final String name) {
        return new Cli.Result(0, json, "").field(name);
    }

    @Test
    void shouldGoOnBehindItsSnapshotWhenOldFilesAreGone() throws Exception {
        start("venue", "venue", "sim", CONF, "--data", DATA, "--socket", "s/venue", "--stop-at", "step:800,step:800");
        awaitVenue("waiting for the engine", 1);
        for (int life = 1; life <= 2; life++) {
            final Process killed = startEngine("life-" + life);
            awaitVenue("venue: stopped at", life);
            killed.destroyForcibly().waitFor();
        }

        final Program.Result pruned = Program.run(directory, "journal", "prune", "journal", "--keep", "1");
        assertThat(pruned.exitCode()).as(pruned.out() + pruned.err()).isZero();
        assertThat(pruned.out()).containsPattern("the events begin at sequence \\d{3}");
        final Process last = startEngine("last");
        assertThat(last.waitFor())
                .as(Files.readString(directory.resolve("last.err")))
                .isZero();

        assertThat(Files.readString(directory.resolve("last.err"))).contains("restored as of event");
        final Program.Result undisturbed =
                Program.run(directory, "backtest", CONF, "--data", DATA, "--no-out", "--json", "--set", SNAPSHOTS);
        final String out = Files.readString(directory.resolve("last.out"));
        assertThat(field(out, "outcomeHash")).isEqualTo(field(undisturbed.out(), "outcomeHash"));
        assertThat(Program.run(directory, "journal", "verify", "journal").out()).contains("closed cleanly");
    }
}
