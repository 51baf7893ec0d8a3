package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The built jar as two processes, venue and engine, and what kills do to it: nothing. */
class CrashIT {
    private static final String CONF =
            Program.root().resolve("conf/btc-trend-fast.yaml").toString();

    @TempDir
    private Path directory;

    private Program.Result run(final String... arguments) throws IOException, InterruptedException {
        return Program.run(directory, arguments);
    }

    private static String field(final String json, final String name) {
        final String key = "\"" + name + "\" : ";
        final int at = json.indexOf(key);
        assertThat(at).as(json).isNotNegative();
        return json.substring(at + key.length(), json.indexOf('\n', at)).replaceAll("[\",]", "");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void shouldDecideWithAVenueInAnotherProcessWhatTheBacktestDecides() throws IOException, InterruptedException {
        final String data = "synthetic:bars=3000,seed=7,period=5m,price=40000";
        final Path out = directory.resolve("venue.json");
        final Path err = directory.resolve("venue.txt");
        final Process venue = Program.builder(
                        directory, List.of(), "venue", "sim", CONF, "--data", data, "--socket", "s/venue", "--json")
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        // The notice comes when the venue listens: until then a connection would be refused.
        while (!Files.readString(err).contains("waiting for the engine")) {
            assertThat(venue.isAlive()).as(Files.readString(err)).isTrue();
            Thread.onSpinWait();
        }

        final Program.Result remote =
                run("run", CONF, "--venue", "unix:s/venue", "--no-out", "--journal", "journal", "--json");
        final Program.Result backtest = run("backtest", CONF, "--data", data, "--no-out", "--json");

        assertThat(remote.exitCode()).as(remote.err()).isZero();
        assertThat(field(remote.out(), "commandHash")).isEqualTo(field(backtest.out(), "commandHash"));
        assertThat(field(remote.out(), "stateHash")).isEqualTo(field(backtest.out(), "stateHash"));
        assertThat(venue.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(field(Files.readString(out), "orders")).isEqualTo(field(backtest.out(), "orders"));
        assertThat(run("replay", "journal", "--verify").exitCode()).isZero();
    }

    @Test
    void shouldSayThatNoVenueIsThere() throws IOException, InterruptedException {
        final Program.Result result =
                run("run", CONF, "--venue", "unix:nowhere", "--no-out", "--journal", "journal", "--json");

        assertThat(result.exitCode()).isEqualTo(ExitCode.VENUE);
        assertThat(result.err()).contains("no venue can be reached");
    }

    @Test
    void shouldRefuseDataOfItsOwnBesideAVenue() throws IOException, InterruptedException {
        final Program.Result result = run("run", CONF, "--venue", "unix:s", "--data", "synthetic:bars=5", "--no-out");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("data and pace are the venue's");
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void shouldSurviveTwentyKills() throws IOException, InterruptedException {
        assertSurvives(20, 1, 2_000);
    }

    @Test
    @Tag("slow")
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void shouldSurviveFiveHundredKills() throws IOException, InterruptedException {
        for (int seed = 1; seed <= 10; seed++) {
            assertSurvives(50, seed, 4_000);
        }
    }

    private void assertSurvives(final int kills, final int seed, final int bars)
            throws IOException, InterruptedException {
        final Program.Result result = run(
                "crashtest",
                CONF,
                "--data",
                "synthetic:bars=" + bars + ",seed=" + seed + ",period=5m,price=40000",
                "--kills",
                Integer.toString(kills),
                "--seed",
                Integer.toString(seed),
                "--json");

        assertThat(result.exitCode()).as(() -> result.out() + result.err()).isZero();
        assertThat(field(result.out(), "survived")).isEqualTo("true");
        assertThat(result.out().split("\"at\" : ", -1)).hasSize(kills + 1);
    }
}
