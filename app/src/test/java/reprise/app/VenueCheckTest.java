package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reprise.simulation.alpaca.AlpacaConfig;
import reprise.simulation.alpaca.AlpacaServer;
import reprise.simulation.alpaca.market.Asset;

/** What {@code venue check} says, and that it leaves an account alone that it must not touch. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class VenueCheckTest {
    private static final ScheduledExecutorService MARKET = Executors.newSingleThreadScheduledExecutor();
    private static AlpacaServer server;

    @TempDir
    private Path directory;

    @BeforeAll
    static void open() {
        server = new AlpacaServer(AlpacaConfig.local(List.of(Asset.equity("SPY"), Asset.crypto("BTC/USD"))));
        MARKET.scheduleWithFixedDelay(
                () -> server.market().together(() -> {
                    server.market().quote("BTC/USD", "99.99", "100.01");
                    server.market().trade("BTC/USD", "100", "1");
                }),
                0,
                20,
                TimeUnit.MILLISECONDS);
    }

    @AfterAll
    static void close() throws InterruptedException {
        MARKET.shutdownNow();
        MARKET.awaitTermination(10, TimeUnit.SECONDS);
        server.close();
    }

    private Path conf(final String account) throws IOException {
        return Files.writeString(directory.resolve("check.yaml"), """
                name: check
                account: {currency: USD, cash: 100000}
                instruments:
                  SPY: {base: SPY, quote: USD, tick: 0.01, lot: 1, priceDecimals: 4, calendar: us-equities}
                  BTC/USD: {base: BTC, quote: USD, tick: 0.01, lot: 0.00001, minNotional: 10, shortable: false,
                    orderTypes: "market, limit, stop-limit", timesInForce: "gtc, ioc"}
                venue:
                  kind: alpaca
                  alpaca: {ACCOUNT}
                risk: {maxOrderNotional: 10000, maxPositionNotional: 10000, maxOpenOrders: 5}
                strategies:
                  trend: {kind: trend, instrument: SPY, orderNotional: 1000}
                """.replace("ACCOUNT", account));
    }

    private Cli.Result check(final String... arguments) throws IOException {
        final List<String> all = new ArrayList<>(List.of(
                "venue", "check", conf("account: local, port: " + server.port()).toString()));
        all.addAll(List.of(arguments));
        return Cli.run(all.toArray(new String[0]));
    }

    @Test
    void shouldPrintAMatrixAndLeaveNothingBehind() throws IOException {
        final Cli.Result result = check("--card", "O2,D3");

        assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(ExitCode.OK);
        assertThat(result.err())
                .contains("reprise: Alpaca (local): small orders of BTC/USD")
                .contains("reprise: 1/2 D3 skipped: ")
                .contains("reprise: 2/2 O2 passed: ");
        assertThat(result.out())
                .containsPattern("D3 .* skipped +needs a simulated server +0")
                .containsPattern("O2 .* passed +order 1: accepted, filled 0.30001 at 100.01 +\\d+")
                .contains("1 passed, 0 failed, 1 skipped; nothing is left behind: ");
        assertThat(server.tally().positions()).isEmpty();
        assertThat(server.tally().fills()).isEqualTo(2);
    }

    @Test
    void shouldPrintOneJsonObject() throws IOException {
        final Cli.Result result = check("--card", "C3", "--json");

        assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(ExitCode.OK);
        assertThat(result.field("command")).isEqualTo("venue check");
        assertThat(result.field("instrument")).isEqualTo("BTC/USD");
        assertThat(result.field("passed")).isEqualTo("1");
        assertThat(result.field("waitedSeconds")).isEqualTo("0");
        assertThat(result.field("stopped")).isEqualTo("false");
        assertThat(result.field("number")).isEqualTo("C3");
    }

    @Test
    void shouldFailInWordsWhereTheVenueIsNotWhatItWasTakenFor() throws IOException {
        final Cli.Result result = check("--set", "venue.alpaca.apiKey=env:PATH", "--card", "O1");

        assertThat(result.exitCode()).isEqualTo(ExitCode.VENUE);
        assertThat(result.err()).contains("the venue was to connect; heard: ").contains("does not accept the key");
    }

    @Test
    void shouldRefuseRealMoney() throws IOException {
        final Path conf = conf("account: live, live: true, apiKey: env:PATH, apiSecret: env:PATH");

        final Cli.Result result = Cli.run("venue", "check", conf.toString());

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("venue check places orders").contains("write paper, or local");
    }

    @Test
    void shouldRefuseWhatThereIsNot() throws IOException {
        assertThat(check("--card", "X1").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(check("--instrument", "ETH/USD").err()).contains("the configuration has SPY, BTC/USD");
        assertThat(Cli.run("venue", "check", conf("account: local").toString(), "--set", "venue.kind=simulated")
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
    }
}
