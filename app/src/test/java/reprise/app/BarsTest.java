package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.testkit.SharedFiles;

/** What the command builds of a file. */
class BarsTest {
    @TempDir
    private Path scratch;

    /** Half an hour of New York's first half hour after four in the afternoon before, by minutes of ten. */
    private String bars() throws IOException {
        return Files.writeString(scratch.resolve("bars.csv"), """
                timestamp,open,high,low,close,volume
                2024-01-02T14:20:00Z,10.00,10.50,9.50,10.25,100
                2024-01-02T14:30:00Z,10.25,11.00,10.00,10.75,200
                2024-01-02T14:40:00Z,10.75,11.50,10.50,10.50,150
                2024-01-02T14:50:00Z,10.50,10.50,10.25,10.40,50
                2024-01-02T15:00:00Z,10.40,10.45,10.30,10.35,70
                """).toString();
    }

    private static List<String> csv(final String... arguments) {
        final List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--csv");
        final Cli.Result result = Cli.run(all.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result.out().lines().toList();
    }

    @Test
    void shouldBuildTimeBars() throws IOException {
        assertThat(csv("bars", "--spec", "30m", "--data", bars()))
                .containsExactly(
                        "time,open,high,low,close,volume,bars",
                        "2024-01-02T14:30:00Z,10.00,10.50,9.50,10.25,100,1",
                        "2024-01-02T15:00:00Z,10.25,11.50,10.00,10.40,400,3");
    }

    @Test
    void shouldAlignThemToSessions() throws IOException {
        final String[] rows = {
            "time,open,high,low,close,volume,bars", "2024-01-02T14:50:00Z,10.25,11.50,10.00,10.50,350,2",
        };
        assertThat(csv("bars", "--spec", "20m@us-equities", "--data", bars())).startsWith(rows);
        assertThat(csv("bars", "--spec", "20m", "--session", "us-equities", "--data", bars()))
                .startsWith(rows);
        assertThat(csv("bars", "--spec", "20m", "--session", "24/7", "--data", bars()))
                .contains("2024-01-02T14:40:00Z,10.00,11.00,9.50,10.75,300,2");
    }

    @Test
    void shouldBuildBarsThatEndWhenEnoughHasTraded() throws IOException {
        assertThat(csv("bars", "--spec", "volume:250", "--data", bars()))
                .containsExactly(
                        "time,open,high,low,close,volume,bars",
                        "2024-01-02T14:40:00Z,10.00,11.00,9.50,10.75,300,2",
                        "2024-01-02T15:10:00Z,10.75,11.50,10.25,10.35,270,3");
        assertThat(csv("bars", "--spec", "dollar:1e3", "--data", bars()))
                .element(1)
                .isEqualTo("2024-01-02T14:30:00Z,10.00,10.50,9.50,10.25,100,1");
    }

    @Test
    void shouldSayHowMuchOfTheFileIsInNoBar() throws IOException {
        final Cli.Result result = Cli.run("bars", "--spec", "1h", "--data", bars(), "--json");

        assertThat(result.field("barsLeft")).isEqualTo("1");
        assertThat(result.out()).contains("\"bars\" : \"1h\"", "\"close\" : 10.40", "\"volume\" : 500");
        assertThat(result.err()).contains("the last 1 bar of the file is in none of these");
    }

    @Test
    void shouldBuildTheHoursThatTheVenuePublishes() {
        final String fives = SharedFiles.file("data/genetrader-binance/5m/BTCUSDT-5m-2024H1.csv.gz")
                .toString();
        final String hours = SharedFiles.file("data/genetrader-binance/1h/BTCUSDT-1h-2024H1.csv.gz")
                .toString();

        final List<String> built = csv("indicators", "ema:15", "adx:14", "--bars", "1h", "--data", fives);
        assertThat(built).hasSize(182 * 24 + 1).isEqualTo(csv("indicators", "ema:15", "adx:14", "--data", hours));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--spec 5x | 2 | bars '5x': not understood; allowed: a length such as",
                "--spec ticks:500 | 2 | bars 'ticks:500': bars do not say how many trades they hold",
                "--spec 1h --session mars | 2 | no such calendar: mars",
                "--spec 1h@us-equities --session 24/7 | 2 | names a session already",
                "--spec 1h --csv --json | 2 | contradict each other",
                "--spec 1h --last 0 | 2 | --last 0: must be at least 1",
                "--last 5 | 2 | Missing required option: '--spec=SPEC'"
            })
    void shouldSayWhatIsWrong(final String options, final int exitCode, final String message) throws IOException {
        final List<String> arguments = new ArrayList<>(List.of("bars", "--data", bars()));
        arguments.addAll(List.of(options.split(" ")));
        final Cli.Result result = Cli.run(arguments.toArray(String[]::new));

        assertThat(result.err()).contains(message);
        assertThat(result.exitCode()).isEqualTo(exitCode);
    }

    @Test
    void shouldSayThatThereIsNoFile() {
        assertThat(Cli.run("bars", "--spec", "1h", "--data", "none.csv").exitCode())
                .isEqualTo(ExitCode.DATA);
    }
}
