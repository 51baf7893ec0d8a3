package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reprise.simulation.venue.HaltPolicy;
import reprise.simulation.venue.ImpactModel;
import reprise.simulation.venue.LimitFillRule;
import reprise.simulation.venue.MarketFill;
import reprise.simulation.venue.QueueModel;
import reprise.simulation.venue.StopFill;
import reprise.simulation.venue.StopTrigger;

/** How fills are assumed to be: chosen in the configuration, said in the report, and all of it in the documentation. */
class FillSettingsTest {
    private static final String CONF =
            Program.root().resolve("conf/btc-trend.yaml").toString();
    private static final String MARKET = "synthetic:bars=5000,seed=7,period=5m,price=40000";
    private static final Pattern ALLOWED = Pattern.compile("allowed here: ([^\n]+)");

    @TempDir
    private Path directory;

    private Cli.Result backtest(final String... more) {
        return Cli.run(Stream.concat(Stream.of("backtest", CONF, "--data", MARKET), Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void shouldSayThatAResultIsOptimisticWhenMarketOrdersFillAtTheCloseThatTheyAnswer() throws IOException {
        final Path out = directory.resolve("out");
        final Cli.Result result = backtest(
                "--set", "venue.marketFill=same-close", "--set", "venue.stopFill=worst-in-bar", "--out", "" + out);

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).contains("OPTIMISTIC", "fill at the worst price of the bar");
        assertThat(meta(out)).contains("This is optimistic: a close is known only when it is past");
    }

    @Test
    void shouldNotSayWhatIsNotAssumed() {
        assertThat(backtest("--no-out").out()).doesNotContain("OPTIMISTIC", "worst price of the bar");
    }

    @Test
    void shouldFillOtherwiseWhenToldSo() {
        final String usual = backtest("--no-out", "--json").field("stateHash");

        assertThat(backtest("--no-out", "--json", "--set", "venue.marketFill=same-close")
                        .field("stateHash"))
                .isNotEqualTo(usual);
        assertThat(backtest("--no-out", "--json", "--set", "venue.marketFill=next-open")
                        .field("stateHash"))
                .isEqualTo(usual);
    }

    @Test
    void shouldDocumentEveryKeyAndValue() throws IOException {
        final String page = Files.readString(Program.root().resolve("docs/fills.md"));
        final Cli.Result refused = backtest("--no-out", "--set", "venue.noSuchKey=1");
        final Matcher allowed = ALLOWED.matcher(refused.err());

        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(allowed.find()).as(refused.err()).isTrue();
        assertThat(allowed.group(1).split(",\\s*")).contains("marketFill", "stopFill", "maxFeePerOrderBps");
        for (final String key : allowed.group(1).split(",\\s*")) {
            assertThat(page).contains("`" + key);
        }
        Stream.<Enum<?>[]>of(
                        MarketFill.values(),
                        StopFill.values(),
                        LimitFillRule.values(),
                        QueueModel.values(),
                        StopTrigger.values(),
                        HaltPolicy.values(),
                        ImpactModel.Shape.values())
                .flatMap(Stream::of)
                .forEach(value -> assertThat(page)
                        .contains(value.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    private static String meta(final Path out) throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            final Path meta =
                    files.filter(file -> file.endsWith("meta.json")).findFirst().orElseThrow();
            return Files.readString(meta);
        }
    }
}
