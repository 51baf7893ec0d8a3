package reprise.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reprise.market.InstrumentDefinition;
import reprise.simulation.alpaca.AlpacaServer;
import reprise.simulation.alpaca.fault.Fault;
import reprise.simulation.alpaca.fault.FaultKind;
import reprise.simulation.alpaca.market.Asset;
import reprise.simulation.alpaca.stream.StreamLimits;

/** The streams against a local venue that speaks Alpaca's protocol. */
@Timeout(120)
class AlpacaMarketDataTest {
    private static final long NOON_NS = 1_771_862_400_000_000_000L;
    private static final long MINUTE_NS = 60_000_000_000L;

    private final TextLink link = new TextLink();
    private final List<String> seen = new ArrayList<>();
    private AlpacaServer server;
    private AlpacaRest rest;
    private AlpacaMarketData data;

    @AfterEach
    void stop() {
        if (data != null) {
            data.close();
            rest.close();
        }
        server.close();
    }

    private static InstrumentDefinition instrument(final int id, final String symbol, final int quantityDecimals) {
        return new InstrumentDefinition(id, 1, symbol, symbol, "USD", 2, quantityDecimals, 1, 1, 0);
    }

    private void serve(final StreamLimits limits) {
        server = new AlpacaServer(reprise.simulation.alpaca.AlpacaConfig.local(
                        List.of(Asset.equity("AAPL"), Asset.equity("MSFT"), Asset.crypto("BTC/USD")))
                .withLimits(limits, 100_000));
    }

    private void connect(final String secret, final InstrumentDefinition... instruments) {
        final AlpacaConfig config = new AlpacaConfig(
                1,
                "KEY",
                secret,
                AlpacaEndpoints.local(server.port()),
                AlpacaFeed.IEX,
                new AlpacaConfig.Streams(true, true, true),
                "test",
                false,
                new AlpacaConfig.Limits(
                        Duration.ofSeconds(10),
                        Duration.ofHours(1),
                        Duration.ofMillis(10),
                        Duration.ofMillis(200),
                        10_000));
        rest = new AlpacaRest(config);
        data = new AlpacaMarketData(config, List.of(instruments), rest);
        data.start(link);
    }

    /** Waits for an event that begins like this; remembers what came before it. */
    private String await(final String start) throws InterruptedException {
        String event = link.nextEvent();
        while (event != null && !event.startsWith(start)) {
            seen.add(event);
            event = link.nextEvent();
        }
        assertThat(event).as("no '" + start + "' after " + seen).isNotNull();
        seen.add(event);
        return event;
    }

    private void awaitSaid(final String part) throws InterruptedException {
        String said = link.nextSaid();
        while (said != null && !said.contains(part)) {
            said = link.nextSaid();
        }
        assertThat(said).isNotNull();
    }

    /** Trades until one is heard: then everything that was asked for is delivered. */
    private void awaitSubscription(final String symbol, final int id) throws InterruptedException {
        String event = null;
        while (event == null || !event.startsWith("trade " + id)) {
            server.market().trade(symbol, "100", "1");
            Thread.onSpinWait();
            event = link.eventAtHand();
            if (event == null) {
                Thread.sleep(5);
            }
        }
    }

    private void minute(final String symbol, final String close) {
        server.market().advance(Duration.ofMinutes(1));
        server.market().bar(symbol, close, close, close, close, "10");
    }

    private static String bar(final String kind, final int minute, final int close) {
        final long closeNs = NOON_NS + minute * MINUTE_NS;
        final String price = close + "00";
        return kind + " 0 " + closeNs + " 60000000000 " + price + " " + price + " " + price + " " + price + " 10 @"
                + closeNs;
    }

    @Test
    void shouldTellTradesQuotesBarsStatusesAndBands() throws InterruptedException {
        serve(StreamLimits.GENEROUS);
        connect("SECRET", instrument(0, "AAPL", 0), instrument(1, "MSFT", 0));
        awaitSubscription("AAPL", 0);

        server.market().quote("AAPL", "99.5", "100.5");
        assertThat(await("quote 0")).endsWith(" 9950 100 10050 100 @" + NOON_NS);
        server.market().halt("MSFT", true);
        assertThat(await("status 1")).contains("HALTED");
        server.market().halt("MSFT", false);
        assertThat(await("status 1")).contains("TRADING");
        server.market().band("AAPL", "110", "90");
        assertThat(await("band 0")).contains(" 9000 11000 ");
        server.market().correctLastTrade("AAPL", "100.01");
        assertThat(await("revised-trade 0")).contains(" 10000 1 10001 1 ");
        minute("AAPL", "101");
        assertThat(await("bar 0")).isEqualTo(bar("bar", 1, 101));
        server.market().lateTrade("AAPL", "5");
        assertThat(await("revised-bar 0")).contains(" 15 @");
        assertThat(link.saidAtHand()).isNull();
    }

    @Test
    void shouldFillTheGapOfAnInterruptionAndTellNoBarTwice() throws InterruptedException {
        serve(StreamLimits.GENEROUS);
        connect("SECRET", instrument(0, "AAPL", 0));
        awaitSubscription("AAPL", 0);
        minute("AAPL", "101");
        minute("AAPL", "102");
        await("bar 0 " + (NOON_NS + 2 * MINUTE_NS));

        server.faults().set(Fault.once(FaultKind.HOLD_SLOT).lasting(300));
        minute("AAPL", "103");
        minute("AAPL", "104");
        awaitSaid("read from history after the interruption");
        minute("AAPL", "105");
        await("bar 0 " + (NOON_NS + 5 * MINUTE_NS));

        seen.removeIf(event -> !event.contains("bar ") && !event.startsWith("historical "));
        seen.removeIf(event -> event.startsWith("revised"));
        assertThat(seen)
                .containsExactly(
                        bar("bar", 1, 101),
                        bar("bar", 2, 102),
                        bar("historical", 3, 103),
                        bar("historical", 4, 104),
                        bar("bar", 5, 105));
    }

    @Test
    void shouldSayWhichBarsAreMissingAndGoOn() throws InterruptedException {
        serve(StreamLimits.GENEROUS);
        connect("SECRET", instrument(0, "AAPL", 0));
        awaitSubscription("AAPL", 0);
        minute("AAPL", "101");
        await("bar 0 " + (NOON_NS + MINUTE_NS));

        server.faults().set(Fault.once(FaultKind.HTML).at("GET /v2/stocks/bars").times(100));
        server.faults().set(Fault.once(FaultKind.DROP));
        awaitSaid("bars from 2026-02-23T16:01:00Z to ");
        awaitSubscription("AAPL", 0);
        minute("AAPL", "103");

        assertThat(await("bar 0")).isEqualTo(bar("bar", 2, 103));
    }

    @Test
    void shouldFetchWhatClosedSinceTheWarmUp() throws InterruptedException {
        serve(StreamLimits.GENEROUS);
        for (final String close : new String[] {"101", "102", "103"}) {
            minute("AAPL", close);
        }
        link.knows(NOON_NS + MINUTE_NS);
        connect("SECRET", instrument(0, "AAPL", 0));

        assertThat(await("historical 0")).isEqualTo(bar("historical", 2, 102));
        assertThat(await("historical 0")).isEqualTo(bar("historical", 3, 103));
    }

    @Test
    void shouldShowTheBookOfAPairAndForgetItWithTheConnection() throws InterruptedException {
        serve(StreamLimits.GENEROUS);
        server.market().quote("BTC/USD", "64999", "65001");
        connect("SECRET", instrument(7, "BTC/USD", 8));

        await("cleared 7");
        await("level 7 " + NOON_NS + " BUY 6499900 10000000000 ");
        await("level 7 " + NOON_NS + " SELL 6500100 10000000000 ");
        server.market().quote("BTC/USD", "65000", "65001");
        await("level 7 " + NOON_NS + " BUY 6500000 10000000000 ");

        server.faults().set(Fault.once(FaultKind.DROP));
        await("cleared 7");
        await("cleared 7");
        await("level 7 " + NOON_NS + " BUY 6500000 10000000000 ");
    }

    @Test
    void shouldSayThatTheKeyIsWrong() throws InterruptedException {
        serve(StreamLimits.GENEROUS);

        connect("wrong-secret", instrument(0, "AAPL", 0));

        assertThat(link.nextSaid())
                .startsWith("fatal: alpaca-stocks: Alpaca does not accept the key")
                .doesNotContain("wrong-secret");
    }

    @Test
    void shouldSayThatThereAreTooManySymbols() throws InterruptedException {
        serve(new StreamLimits(3, true, 10_000));

        connect("SECRET", instrument(0, "AAPL", 0), instrument(1, "MSFT", 0));

        assertThat(link.nextSaid())
                .startsWith("fatal: alpaca-stocks: more symbols than the plan allows")
                .contains("AAPL, MSFT");
    }

    @Test
    void shouldLeaveInstrumentsOfOtherVenuesAlone() {
        serve(StreamLimits.GENEROUS);

        connect("SECRET", new InstrumentDefinition(0, 2, "AAPL", "AAPL", "USD", 2, 0, 1, 1, 0));
        data.close();

        assertThat(server.hasClient()).isFalse();
    }
}
