package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorded run beside its simulation. */
class ParityCommandTest {
    private static final String CONF =
            Program.root().resolve("conf/btc-trend.yaml").toString();

    @TempDir
    private static Path directory;

    private static String journal;
    private static Cli.Result recorded;

    @BeforeAll
    static void record() {
        journal = directory.resolve("journal").toString();
        recorded = run("max", journal);
    }

    private static Cli.Result run(final String speed, final String recordedIn) {
        final String market = "synthetic:bars=1500,seed=7,period=5m,price=40000";
        final Cli.Result result =
                Cli.run("run", CONF, "--data", market, "--speed", speed, "--no-out", "--json", "--journal", recordedIn);
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result;
    }

    private static Cli.Result parity(final String... more) {
        final List<String> arguments = new ArrayList<>(List.of("parity", journal));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray(String[]::new));
    }

    private static BigDecimal money(final Cli.Result result, final String field) {
        return new BigDecimal(result.field(field));
    }

    @Test
    void shouldFindNoDifferenceIfTheVenueDidWhatTheSimulationDoes() {
        final Cli.Result result = parity("--json");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(money(result, "difference")).isZero();
        assertThat(result.field("simulatedCommandHash")).isEqualTo(recorded.field("commandHash"));
        assertThat(result.field("ordersInBoth")).isEqualTo(recorded.field("orders"));
        assertThat(result.field("ordersDifferent")).isEqualTo("0");
        assertThat(Integer.parseInt(recorded.field("orders"))).isGreaterThan(5);
    }

    @Test
    void shouldLeaveNothingUnexplainedOfARunWhoseClockWasThatOfTheWall() {
        final String paced = directory.resolve("paced").toString();
        final Cli.Result run = run("600000", paced);

        final Cli.Result result = Cli.run("parity", paced, "--json");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(money(result, "residual")).isZero();
        assertThat(money(result, "recordedPnl"))
                .isEqualByComparingTo(money(run, "equityFinal").subtract(money(run, "equityStart")));
    }

    @Test
    void shouldLayAnotherAssumptionToItsPart() {
        final Cli.Result cheaper =
                parity("--set", "venue.takerFeeBps=0", "--set", "venue.makerFeeBps=0", "--json", "--limit", "1");

        assertThat(cheaper.exitCode()).as(cheaper.err()).isZero();
        assertThat(money(cheaper, "fee"))
                .isNegative()
                .isEqualByComparingTo(money(recorded, "fees").negate());
        assertThat(money(cheaper, "difference")).isEqualByComparingTo(money(cheaper, "fee"));

        final Cli.Result text = parity("--set", "venue.slippageBps=9", "--limit", "2");
        assertThat(text.out()).contains("residual", "in both, 0 only recorded, 0 only simulated");
        assertThat(text.out().lines().filter(line -> line.contains("BTCUSDT"))).hasSize(2);
    }

    @Test
    void shouldRefuseWhatItCannotDo() {
        assertThat(parity("--limit", "0").exitCode()).isEqualTo(2);
        assertThat(parity("--set", "venue.unknown=1").exitCode()).isEqualTo(2);
        assertThat(Cli.run("parity", directory.resolve("none").toString()).exitCode())
                .isEqualTo(4);
    }
}
