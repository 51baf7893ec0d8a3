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

/** The built jar, killed and interrupted amid a sweep: what is left goes on to the results of a sweep that nobody disturbed. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SweepIT {
    @TempDir
    private Path directory;

    private Process process;

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private static String[] arguments(final String out) {
        return new String[] {
            "sweep",
            Program.root().resolve("conf/btc-trend-fast.yaml").toString(),
            "--data",
            "synthetic:bars=25000,seed=7,period=5m,price=40000",
            "--param",
            "emaFast=2:9",
            "--threads",
            "2",
            "--out",
            out
        };
    }

    /** Sends a signal as soon as some rows are written. */
    private int disturbed(final String signal, final int rows) throws IOException, InterruptedException {
        process = Program.builder(directory, List.of(), arguments("disturbed"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (rows() < rows && process.isAlive()) {
            Thread.onSpinWait();
        }
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private long rows() throws IOException {
        final Path points = directory.resolve("disturbed/points.csv");
        return Files.exists(points)
                ? Files.readString(points).chars().filter(c -> c == '\n').count() - 1
                : 0;
    }

    @Test
    void shouldComeToTheSameAfterAKillAndAnInterruption() throws Exception {
        final List<Integer> exitCodes = new ArrayList<>();
        exitCodes.add(disturbed("KILL", 2));
        exitCodes.add(disturbed("INT", 4));
        assertThat(rows()).as("the sweep was amid its work").isBetween(4L, 7L);

        final Program.Result resumed = Program.run(directory, arguments("disturbed"));
        final Cli.Result whole = Cli.run(arguments(directory.resolve("whole").toString()));

        assertThat(exitCodes).containsExactly(128 + 9, ExitCode.INTERRUPTED);
        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        assertThat(resumed.err()).contains(" of 8 points were in disturbed already");
        assertThat(directory.resolve("disturbed/points.csv"))
                .hasSameTextualContentAs(directory.resolve("whole/points.csv"));
        assertThat(resumed.out().replace("disturbed", directory.resolve("whole").toString()))
                .isEqualTo(whole.out());
    }
}
