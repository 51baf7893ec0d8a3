package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reprise.testkit.DocumentedTable;

/** The built jar as two processes, venue and engine, and what kills do to it: nothing. */
class CrashIT {
    private static final String CONF =
            Program.root().resolve("conf/btc-trend-fast.yaml").toString();

    @TempDir
    private Path directory;

    /** Fifty kills take a minute and a half, and ten on a machine with other work. */
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private Program.Result run(final String... arguments) throws IOException, InterruptedException {
        return Program.run(directory, LIMIT, List.of(), arguments);
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
        assertThat(directory.resolve("journal"))
                .as("nothing is in the way of the next try")
                .doesNotExist();
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
        requireDocumented(20, 1, 2_000);
    }

    @Test
    @Tag("slow")
    @Timeout(value = 5, unit = TimeUnit.HOURS)
    void shouldSurviveFiveHundredKills() throws IOException, InterruptedException {
        for (int seed = 1; seed <= 10; seed++) {
            assertSurvives(50, seed, 4_000);
        }
    }

    /** Seen in its directory from outside, so that these kills come when they should and not by chance. */
    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void shouldSurviveKillsInTheMiddleOfASnapshotAndAtARollOfALog() throws IOException, InterruptedException {
        requireDocumented(4, 1, 6_000, "--at", "snapshot,roll", "--set", "engine.snapshotEvery=50");
    }

    @Test
    @Tag("slow")
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void shouldSurviveManyKillsInTheMiddleOfSnapshotsAndAtRollsOfLogs() throws IOException, InterruptedException {
        assertSurvivesOnDisk(50, 2, 50_000);
    }

    /** Survived, and as the guarantees say. */
    private void requireDocumented(final int kills, final int seed, final int bars, final String... more)
            throws IOException, InterruptedException {
        final List<String> arguments = arguments(kills, seed, bars);
        arguments.addAll(List.of(more));
        final String command = "./reprise " + String.join(" ", arguments).replace(CONF, "conf/btc-trend-fast.yaml");
        arguments.add("--markdown");

        final Program.Result result = run(arguments.toArray(String[]::new));

        assertThat(result.exitCode()).as(() -> result.out() + result.err()).isZero();
        DocumentedTable.requireCurrent("guarantees.md", command + " --markdown", result.out());
    }

    private void assertSurvivesOnDisk(final int kills, final int seed, final int bars)
            throws IOException, InterruptedException {
        final Program.Result result =
                crashTest(kills, seed, bars, "--at", "snapshot,roll", "--set", "engine.snapshotEvery=50");

        assertThat(result.exitCode()).as(() -> result.out() + result.err()).isZero();
        assertThat(field(result.out(), "survived")).isEqualTo("true");
        assertThat(result.out().split("\"hit\" : true", -1)).hasSize(kills + 1);
        assertThat(result.out())
                .containsPattern("\"at\" : \"snapshot\",\\s+\"inFlight\" : \"snapshots/\\d+.snapshot.new was begun\"")
                .containsPattern("\"at\" : \"roll\",\\s+\"inFlight\" : \"(events|commands)/.*.cq4 was begun\"")
                .contains("restored as of event");
    }

    private void assertSurvives(final int kills, final int seed, final int bars)
            throws IOException, InterruptedException {
        final Program.Result result = crashTest(kills, seed, bars);

        assertThat(result.exitCode()).as(() -> result.out() + result.err()).isZero();
        assertThat(field(result.out(), "survived")).isEqualTo("true");
        assertThat(result.out().split("\"at\" : ", -1)).hasSize(kills + 1);
    }

    private Program.Result crashTest(final int kills, final int seed, final int bars, final String... more)
            throws IOException, InterruptedException {
        final List<String> arguments = arguments(kills, seed, bars);
        arguments.add("--json");
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private static List<String> arguments(final int kills, final int seed, final int bars) {
        return new ArrayList<>(List.of(
                "crashtest",
                CONF,
                "--data",
                "synthetic:bars=" + bars + ",seed=" + seed + ",period=5m,price=40000",
                "--kills",
                Integer.toString(kills),
                "--seed",
                Integer.toString(seed)));
    }
}
