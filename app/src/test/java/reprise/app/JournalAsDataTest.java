package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A journal is data like files: what runs on it decides what it would have decided on these. */
class JournalAsDataTest {
    private static final String CONF =
            Program.root().resolve("conf/btc-trend.yaml").toString();
    private static final String MARKET = "synthetic:bars=2500,seed=7,period=5m,price=40000";

    @TempDir
    private Path directory;

    private static Cli.Result run(final String command, final String data, final String... more) {
        final List<String> arguments = new ArrayList<>(List.of(command, CONF, "--data", data));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray(String[]::new));
    }

    private static Cli.Result backtest(final String data, final String... more) {
        final List<String> arguments = new ArrayList<>(List.of("--no-out", "--json"));
        arguments.addAll(List.of(more));
        final Cli.Result result = run("backtest", data, arguments.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result;
    }

    private String journal(final String... more) {
        final String journal = directory.resolve("journal").toString();
        final List<String> arguments = new ArrayList<>(List.of(more));
        arguments.addAll(List.of("--journal", journal));
        backtest(MARKET, arguments.toArray(String[]::new));
        return journal;
    }

    @ParameterizedTest
    @CsvSource({"0, strategies.trend.emaFast=16", "300, strategies.trend.emaFast=16"})
    void shouldDecideOnAJournalWhatIsDecidedOnItsData(final String warmup, final String change) {
        final String journal = journal("--warmup", warmup);

        final Cli.Result original = backtest(MARKET, "--warmup", warmup);
        final Cli.Result same = backtest(journal, "--warmup", warmup);
        final Cli.Result changed = backtest(journal, "--warmup", warmup, "--set", change);

        assertThat(same.field("commandHash")).isEqualTo(original.field("commandHash"));
        assertThat(same.field("stateHash")).isEqualTo(original.field("stateHash"));
        assertThat(changed.field("commandHash"))
                .isNotEqualTo(original.field("commandHash"))
                .isEqualTo(backtest(MARKET, "--warmup", warmup, "--set", change).field("commandHash"));
    }

    @Test
    void shouldDecideInTheTimeOfTheDataWhatAPacedRunHeardLate() {
        final String market = "synthetic:bars=600,seed=7,period=5m,price=40000";
        final String journal = directory.resolve("paced").toString();
        final Cli.Result paced = run("run", market, "--no-out", "--json", "--speed", "600000", "--journal", journal);
        assertThat(paced.exitCode()).as(paced.err()).isZero();

        assertThat(backtest(journal).field("commandHash"))
                .isEqualTo(backtest(market).field("commandHash"));
    }

    @Test
    void shouldServeTheProofAgainstLookAheadToo() {
        final Cli.Result result = run("lookahead", journal(), "--cuts", "3", "--json");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.field("clean")).isEqualTo("true");
        assertThat(result.field("moments")).isEqualTo("2500");
    }

    @Test
    void shouldRunOnWhatIsLeftOfACutJournalAndRefuseADamagedOne() throws IOException {
        final Path log;
        final String journal = journal();
        try (var files = Files.list(Path.of(journal, "events"))) {
            log = files.filter(file -> file.toString().endsWith(".cq4"))
                    .findFirst()
                    .orElseThrow();
        }
        final byte[] bytes = Files.readAllBytes(log);
        Files.write(log, Arrays.copyOf(bytes, 150_000));

        final Cli.Result cut = run("backtest", journal, "--no-out", "--json");

        assertThat(cut.exitCode()).as(cut.err()).isZero();
        assertThat(cut.err()).contains("warning: journal: ");
        assertThat(Integer.parseInt(cut.field("bars"))).isBetween(500, 2_400);

        bytes[100_000] ^= 1;
        Files.write(log, bytes);

        final Cli.Result refused = run("backtest", journal, "--no-out");

        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err()).contains("journal damaged");
    }

    @Test
    void shouldSayWhatCannotBeUsed() {
        final String journal = journal();

        final Cli.Result other = Cli.run(
                "backtest", Program.root().resolve("conf/spy-trend.yaml").toString(), "--data", journal, "--no-out");
        assertThat(other.exitCode()).as(other.err()).isEqualTo(4);
        assertThat(other.err()).contains("nothing of the market of ").contains("the recording has BTCUSDT");

        final Cli.Result named = run("backtest", "BTCUSDT=" + journal, "--no-out");
        assertThat(named.exitCode()).isEqualTo(2);
        assertThat(named.err()).contains("give it alone, --data " + journal);

        final Cli.Result inspected = Cli.run("data", "inspect", journal);
        assertThat(inspected.exitCode()).isEqualTo(2);
        assertThat(inspected.err()).contains("is a journal, not a file of prices");
    }
}
