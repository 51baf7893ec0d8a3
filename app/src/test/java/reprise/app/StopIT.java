package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The built jar as two processes, venue and engine, and signals that ask the engine to end. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class StopIT {
    private static final String CONF =
            Program.root().resolve("conf/btc-trend-fast.yaml").toString();

    @TempDir
    private Path directory;

    private final List<Process> processes = new ArrayList<>();
    private int engines;
    private Path venueErr;
    private Path engineErr;

    private Process start(final Path err, final String... arguments) throws IOException {
        final Process process = Program.builder(directory, List.of(), arguments)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();
        processes.add(process);
        return process;
    }

    /** Stops answering twice, and then has more data than any test waits for. */
    @BeforeEach
    void startVenue() throws IOException {
        venueErr = directory.resolve("venue.txt");
        start(
                venueErr,
                "venue",
                "sim",
                CONF,
                "--data",
                "synthetic:bars=2000000,seed=7,period=5m,price=40000",
                "--socket",
                "s/venue",
                "--stop-at",
                "step:2000,step:2000");
        await(venueErr, "waiting for the engine", 1);
    }

    @AfterEach
    void endAll() {
        processes.forEach(Process::destroyForcibly);
    }

    private Process startEngine(final String... more) throws IOException {
        engineErr = directory.resolve("engine-" + engines++ + ".txt");
        final List<String> arguments =
                new ArrayList<>(List.of("run", CONF, "--venue", "unix:s/venue", "--no-out", "--journal", "journal"));
        arguments.addAll(List.of("--set", "shutdown.within=5s"));
        arguments.addAll(List.of(more));
        return start(engineErr, arguments.toArray(String[]::new));
    }

    private void await(final Path file, final String text, final int count) throws IOException {
        while (Files.readString(file).split(text, -1).length <= count) {
            assertThat(processes).as(Files.readString(file)).allMatch(process -> process.isAlive() || isOver(process));
            Thread.onSpinWait();
        }
    }

    /** Engines of earlier lives are. */
    private boolean isOver(final Process process) {
        return process != processes.get(0) && process != processes.get(processes.size() - 1);
    }

    private static void signal(final Process process, final String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    private int exitCode(final Process process) throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Test
    void shouldEndInGoodOrderWhenAskedAndAtOnceWhenAskedAgainAndGoOnEachTime() throws Exception {
        final Process hasty = startEngine();
        await(venueErr, "venue: stopped at", 1);
        signal(hasty, "TERM");
        await(engineErr, "SIGTERM: stopping", 1);
        signal(hasty, "TERM");
        assertThat(exitCode(hasty)).as("a second signal ends at once").isEqualTo(128 + 15);

        final Process patient = startEngine();
        await(venueErr, "venue: stopped at", 2);
        assertThat(Files.readString(engineErr)).contains("its writer died");
        signal(patient, "TERM");
        assertThat(exitCode(patient))
                .as("a venue that says nothing is not waited for")
                .isZero();
        assertThat(Files.readString(engineErr)).contains("stopped after event");

        final Process orderly = startEngine("--on-stop", "flatten");
        await(venueErr, "connected to", 3);
        assertThat(Files.readString(engineErr)).contains("its writer stopped", "restored as of event");
        signal(orderly, "TERM");
        assertThat(exitCode(orderly)).as(Files.readString(engineErr)).isZero();
        assertThat(Files.readString(engineErr))
                .contains("0 orders work on", "0 positions are open; the venue has answered all");

        final Process interrupted = startEngine();
        await(venueErr, "connected to", 4);
        signal(interrupted, "INT");
        assertThat(exitCode(interrupted)).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(Program.run(directory, "journal", "verify", "journal").out()).contains("closed cleanly", "whole");
        final Program.Result replay = Program.run(directory, "replay", "journal", "--verify");
        assertThat(replay.exitCode()).as(replay.out() + replay.err()).isZero();

        final Program.Result other =
                Program.run(directory, "run", CONF, "--venue", "unix:s/venue", "--no-out", "--journal", "journal");
        assertThat(other.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(other.err()).contains("written under another configuration", "docs/upgrading.md");
    }
}
