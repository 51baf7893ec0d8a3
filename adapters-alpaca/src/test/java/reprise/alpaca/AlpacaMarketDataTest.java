package reprise.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
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
        connect(config(secret), instruments);
    }

    /** Waits no longer for what a venue on this machine has at once. */
    private void connectLocally(final InstrumentDefinition... instruments) {
        connect(
                config("SECRET")
                        .inTimeOfVenue(
                                Duration.between(Instant.now(), server.market().now())),
                instruments);
    }

    private AlpacaConfig config(final String secret) {
        return new AlpacaConfig(
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
    }

    private void connect(final AlpacaConfig config, final InstrumentDefinition... instruments) {
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
        assertThat(await("revised-bar 0"))
                .as("the day so far")
                .contains(" 86400000000000 ")
                .contains(" 10 @");
        server.market().lateTrade("AAPL", "5");
        assertThat(await("revised-bar 0"))
                .as("the minute")
                .contains(" 60000000000 ")
                .contains(" 15 @");
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
        awaitSaid("bars from 2026-02-23T16:01:00Z on may be missing after the interruption");
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

    private void trade(final String symbol, final int second, final String price) {
        server.market()
                .advance(Duration.ofSeconds(second)
                        .minus(Duration.between(noon(), server.market().now())));
        server.market().trade(symbol, price, "1");
    }

    private static Instant noon() {
        return Instant.ofEpochSecond(0, NOON_NS);
    }

    private static String trade(final String kind, final int id, final int second, final int price) {
        final long timeNs = NOON_NS + second * 1_000_000_000L;
        return kind + " " + id + " " + timeNs + " " + price + "00 1 ";
    }

    /** What was told of trades of an instrument, without those by which the test waited. */
    private List<String> trades(final int id) {
        return seen.stream()
                .filter(event -> event.matches("(trade|historical-trade|interrupted|resumed) " + id + " .*"))
                .filter(event -> !event.startsWith("trade " + id + " " + NOON_NS))
                .map(event -> event.replaceFirst("(UNKNOWN|BUYER|SELLER)? ?@.*", ""))
                .toList();
    }

    @Test
    void shouldTellTheTradesOfAnInterruptionAndNoneTwice() throws InterruptedException {
        serve(StreamLimits.GENEROUS);
        connectLocally(instrument(0, "AAPL", 0), instrument(1, "MSFT", 0));
        awaitSubscription("AAPL", 0);
        trade("AAPL", 1, "101");
        await("trade 0 " + (NOON_NS + 1_000_000_000L));

        server.faults().set(Fault.once(FaultKind.HOLD_SLOT).lasting(300));
        trade("AAPL", 2, "102");
        trade("MSFT", 3, "203");
        trade("AAPL", 4, "104");
        awaitSaid("connected again");
        trade("AAPL", 5, "105");
        trade("MSFT", 6, "206");
        awaitSaid("3 trades from 2026-02-23T16:00:01Z on read from history after the interruption");
        trade("AAPL", 7, "107");
        await("trade 0 " + (NOON_NS + 7_000_000_000L));

        // How far the history was told depends on how soon it was asked.
        final List<String> all = trades(0).stream()
                .map(event -> event.replaceFirst("resumed 0 .*", "resumed"))
                .toList();
        assertThat(all)
                .containsExactlyInAnyOrder(
                        trade("trade", 0, 1, 101),
                        "interrupted 0 " + (NOON_NS + 1_000_000_000L),
                        trade("historical-trade", 0, 2, 102),
                        trade("historical-trade", 0, 4, 104),
                        trade("trade", 0, 5, 105),
                        "resumed",
                        trade("trade", 0, 7, 107));
        assertThat(all.stream().filter(event -> !event.startsWith("trade")))
                .as("in this order")
                .extracting(event -> event.replaceFirst(" .*", ""))
                .containsExactly("interrupted", "historical-trade", "historical-trade", "resumed");
        assertThat(trades(1))
                .contains(trade("historical-trade", 1, 3, 203), trade("trade", 1, 6, 206))
                .hasSize(4);
    }

    @Test
    void shouldFetchTheTradesSinceAnotherProcessHeardTheLast() throws InterruptedException {
        serve(StreamLimits.GENEROUS);
        trade("AAPL", 1, "101");
        trade("AAPL", 2, "102");
        trade("AAPL", 3, "103");
        link.knowsTrades(NOON_NS + 2_000_000_000L);
        connectLocally(instrument(0, "AAPL", 0));
        await("resumed 0");

        assertThat(trades(0))
                .containsExactly(
                        "interrupted 0 " + (NOON_NS + 2_000_000_000L),
                        trade("historical-trade", 0, 3, 103),
                        "resumed 0 " + (NOON_NS + 3_000_000_000L));
    }
}
