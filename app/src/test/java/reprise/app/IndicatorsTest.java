package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndicatorsTest {
    @TempDir
    private Path scratch;

    private Path bars() throws IOException {
        return Files.writeString(scratch.resolve("bars.csv"), """
                timestamp,open,high,low,close,volume
                2024-01-01T00:00:00Z,10.00,10.50,9.50,10.25,100
                2024-01-01T01:00:00Z,10.25,11.00,10.00,10.75,200
                2024-01-01T02:00:00Z,10.75,11.00,10.50,10.50,150
                """);
    }

    @Test
    void shouldListAllWithParametersWarmUpAndFormula() {
        final Cli.Result result = Cli.run("indicators");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains("ema(x=close, period=20)")
                .contains("p += 2/(n+1) (x-p); first value: mean of the first n")
                .contains("[line, signal, hist]");
    }

    @Test
    void shouldPrintValuesBesideTheBars() throws IOException {
        final Cli.Result result = Cli.run("indicators", "sma:2", "rsi(close, 5)", "--data", bars().toString(), "--csv");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out().lines())
                .containsExactly(
                        "time,open,high,low,close,volume,sma:2,\"rsi(close, 5)\"",
                        "2024-01-01T01:00:00Z,10.00,10.50,9.50,10.25,100,,",
                        "2024-01-01T02:00:00Z,10.25,11.00,10.00,10.75,200,10.5,",
                        "2024-01-01T03:00:00Z,10.75,11.00,10.50,10.50,150,10.625,");
    }

    @Test
    void shouldShowTheLastBarsAsATable() throws IOException {
        final Cli.Result result = Cli.run("indicators", "sma:2", "--data", bars().toString(), "--last", "1");

        assertThat(result.out().lines()).hasSize(2);
        assertThat(result.out()).contains("10.625");
    }

    @Test
    void shouldPrintValuesOfBuiltBarsForMachines() throws IOException {
        final Cli.Result result =
                Cli.run("indicators", "sma:2", "--data", bars().toString(), "--bars", "volume:250", "--json");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.field("bars")).isEqualTo("volume:250");
        assertThat(result.field("barsLeft")).isEqualTo("1");
        assertThat(result.out()).contains("\"close\" : 10.75", "\"sma:2\" : null");
    }

    @Test
    void shouldSayWhatIsWrong() throws IOException {
        assertThat(Cli.run("indicators", "emma:2", "--data", bars().toString()))
                .satisfies(result -> assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE));
        assertThat(Cli.run("indicators", "ema:2").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(Cli.run("indicators", "ema:2", "--data", bars().toString(), "--bars", "5x")
                        .err())
                .contains("bars '5x': not understood; allowed: ");
        assertThat(Cli.run(
                                "indicators",
                                "ema:2",
                                "--data",
                                scratch.resolve("none.csv").toString())
                        .exitCode())
                .isEqualTo(ExitCode.DATA);
    }
}
