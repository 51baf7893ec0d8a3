package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reprise.simulation.alpaca.AlpacaConfig;
import reprise.simulation.alpaca.AlpacaServer;
import reprise.simulation.alpaca.account.AccountStanding;
import reprise.simulation.alpaca.account.AccountTerms;
import reprise.simulation.alpaca.market.Asset;
import reprise.simulation.alpaca.market.Bar;
import reprise.simulation.alpaca.market.MarketHours;
import reprise.simulation.alpaca.stream.StreamLimits;

/** What the doctor finds at a local Alpaca, and what it says to do. */
@Timeout(60)
class DoctorAlpacaTest {
    private static final AccountTerms RICH = AccountTerms.plain(new BigDecimal("100000"));

    /** Its clock stands still, so that of most tests is not compared. */
    private static final String LOCAL = "account: local, venueTime: true";

    @TempDir
    private Path directory;

    private AlpacaServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    /** A venue that was begun now. */
    private void serve(final AccountTerms terms) {
        serve(terms, Instant.now(), StreamLimits.GENEROUS, 100_000);
    }

    private void serve(
            final AccountTerms terms, final Instant time, final StreamLimits limits, final int requestsPerMinute) {
        final List<Asset> assets =
                List.of(Asset.equity("SPY"), Asset.equity("HARD").notShortable(), Asset.crypto("BTC/USD"));
        server = new AlpacaServer(AlpacaConfig.local(assets)
                .withTerms(terms)
                .at(MarketHours.ALWAYS_OPEN, time)
                .withLimits(limits, requestsPerMinute));
        final long minuteNs = Duration.ofMinutes(1).toNanos();
        final long nowNs = Duration.between(Instant.EPOCH, time).toNanos();
        final BigDecimal price = new BigDecimal("100");
        for (int ago = 120; ago > 60; ago--) {
            final long startNs = nowNs - nowNs % minuteNs - ago * minuteNs;
            server.market().history("SPY", new Bar(startNs, price, price, price, price, BigDecimal.TEN, 1, price));
        }
    }

    private Cli.Result doctor(final String alpaca, final String instruments, final String... more) throws IOException {
        final Path conf = Files.writeString(directory.resolve("doctor.yaml"), """
                name: doctor
                account: {currency: USD, cash: 100000}
                instruments:
                  INSTRUMENTS
                venue:
                  kind: alpaca
                  alpaca: {ALPACA}
                risk: {maxOrderNotional: 10000, maxPositionNotional: 10000, maxOpenOrders: 5}
                strategies:
                  trend: {kind: trend, instrument: SPY, orderNotional: 1000}
                """.replace("INSTRUMENTS", instruments)
                .replace("ALPACA", alpaca.contains("local") ? alpaca + ", port: " + server.port() : alpaca));
        final String[] arguments = new String[more.length + 2];
        arguments[0] = "doctor";
        arguments[1] = conf.toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        return Cli.run(arguments);
    }

    private Cli.Result doctor() throws IOException {
        return doctor(LOCAL, stock("SPY", true));
    }

    private static String stock(final String symbol, final boolean shortable) {
        return symbol + ": {base: " + symbol + ", quote: USD, tick: 0.01, lot: 1, priceDecimals: 4, shortable: "
                + shortable + ", calendar: us-equities, orderTypes: \"market, limit\"}";
    }

    private static void assertFix(final Cli.Result result, final String... says) {
        assertThat(result.exitCode()).as(result.out()).isEqualTo(ExitCode.USAGE);
        assertThat(result.out().lines().filter(line -> line.startsWith("FIX")).toList())
                .as(result.out())
                .singleElement()
                .asString()
                .contains(says);
    }

    @Test
    void shouldFindNothingToFixAtAGoodAccount() throws IOException {
        serve(RICH);

        final Cli.Result result = doctor();

        assertThat(result.exitCode()).as(result.out()).isZero();
        assertThat(result.out())
                .contains("OK    venue          Alpaca (local)")
                .contains("OK    keys           found; they are never shown")
                .contains("PALOCAL00001 ACTIVE: equity 100000, cash 100000, buying power 200000 USD")
                .containsPattern("OK    clock          Alpaca's is [0-9]+ ms (ahead of|behind) this machine's")
                .contains("OK    instruments    1 of 1 are as Alpaca has them")
                .contains("OK    prices         SPY: the last hour with trades ended ")
                .doesNotContain("NOTE  account", "SECRET");
    }

    @Test
    void shouldSayWhyAnAccountMayNotTradeAndWhatToDo() throws IOException {
        serve(RICH.in(AccountStanding.parse("account-blocked")));
        assertFix(doctor(), "account", "the account is blocked: ask Alpaca");
        server.close();
        serve(RICH.in(AccountStanding.parse("trading-blocked")));
        assertFix(doctor(), "account", "the account may not trade: ask Alpaca");
        server.close();
        serve(RICH.in(AccountStanding.parse("suspended")));
        assertFix(doctor(), "account", "trading is suspended in the account's own settings");
        server.close();
        serve(RICH.in(AccountStanding.parse("ONBOARDING")));
        assertFix(doctor(), "account", "the account is ONBOARDING, not ACTIVE: finish its set-up at Alpaca");
    }

    @Test
    void shouldSayWhatTheBuyingPowerIsNotEnoughFor() throws IOException {
        serve(AccountTerms.plain(BigDecimal.ZERO));
        assertFix(doctor(), "has no buying power", "reset the paper account");
        server.close();

        serve(AccountTerms.plain(new BigDecimal("4000")));
        final Cli.Result result = doctor();

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains(
                        "NOTE  account        the largest order that risk.maxOrderNotional allows, 10000, is more than the buying"
                                + " power");
    }

    @Test
    void shouldSayThatNothingCanBeSoldShort() throws IOException {
        serve(RICH.unlevered());

        final Cli.Result result = doctor();

        assertThat(result.exitCode()).as(result.out()).isZero();
        assertThat(result.out()).contains("NOTE  account        may not sell short; strategies that try are refused");
        assertThat(doctor(LOCAL, stock("SPY", false)).out()).doesNotContain("may not sell short");
    }

    @Test
    void shouldNameInstrumentsThatAreNotAsConfigured() throws IOException {
        serve(RICH);
        final String two = stock("SPY", true) + "\n  ";

        assertFix(doctor(LOCAL, two + stock("TSLX", true)), "instrument", "TSLX: Alpaca has no such asset");
        assertFix(
                doctor(LOCAL, two + stock("HARD", true)),
                "HARD: cannot be sold short at Alpaca; write shortable: false");
    }

    @Test
    void shouldSayThatTheFeedIsNotInThePlan() throws IOException {
        serve(RICH, Instant.now(), new StreamLimits(0, false, 10_000), 100_000);

        assertFix(
                doctor(LOCAL + ", feed: sip", stock("SPY", true)),
                "prices",
                "subscription does not permit querying recent SIP data",
                "see venue.alpaca.feed");
        assertThat(doctor(LOCAL + ", feed: delayed-sip", stock("SPY", true)).exitCode())
                .as("what is a quarter of an hour old is in every plan")
                .isZero();
        assertThat(doctor().exitCode()).isZero();
    }

    @Test
    void shouldSayThatTheClockIsWrongUnlessTheEngineLivesInTheVenuesTime() throws IOException {
        serve(RICH, Instant.now().plus(Duration.ofMinutes(5)), StreamLimits.GENEROUS, 100_000);

        assertFix(
                doctor("account: local", stock("SPY", true)), "clock", " ms ahead of this machine's", "synchronize it");
        final Cli.Result there = doctor(LOCAL, stock("SPY", true));
        assertThat(there.exitCode()).as(there.out()).isZero();
        assertThat(there.out()).contains("; the engine lives in it");
    }

    @Test
    void shouldSayThatTheClockIsBehind() throws IOException {
        serve(RICH, Instant.now().minus(Duration.ofMinutes(5)), StreamLimits.GENEROUS, 100_000);

        assertFix(doctor("account: local", stock("SPY", true)), "clock", " ms behind this machine's", "synchronize it");
    }

    @Test
    void shouldSayThatKeysAreNotAcceptedWithoutShowingThem() throws IOException {
        serve(RICH);

        final Cli.Result result = doctor(LOCAL + ", apiKey: env:PATH, apiSecret: env:PATH", stock("SPY", true));

        assertFix(result, "venue", "the keys are not accepted (paper and live accounts have different ones)");
        assertThat(result.out()).doesNotContain(System.getenv("PATH"));
    }

    @Test
    void shouldSayThatNobodyAnswers() throws IOException {
        serve(RICH);
        server.close();

        assertFix(doctor(), "venue", "the account could not be read");
    }

    @Test
    void shouldLeaveRealMoneyAloneUnlessConfigurationAndCommandLineSayOtherwise() throws IOException {
        final String live = "account: live, apiKey: env:PATH, apiSecret: env:PATH";

        assertFix(doctor(live + ", live: true", stock("SPY", true)), "Alpaca (live): not asked: ", "--live");
        assertFix(doctor(live, stock("SPY", true), "--live"), "Alpaca (live): not asked: ", "venue.alpaca.live: true");
    }
}
