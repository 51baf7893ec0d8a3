package reprise.simulation.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reprise.simulation.alpaca.market.Asset;
import reprise.simulation.alpaca.wire.Json;
import reprise.testkit.SharedFiles;

/** Every field of published payloads of the present form is in ours, of the same type of JSON. */
@Timeout(60)
class AlpacaFixturesTest {
    private static final String FOLDER = "protocols/fixtures/alpaca/";

    /** Invented by the authors of the samples: no such field in quotes, and a number written as text. */
    private static final Set<String> MADE_UP = Set.of("q.s", "c.os");

    private AlpacaServer server;
    private RestClient rest;

    @BeforeEach
    void start() {
        server = new AlpacaServer(AlpacaConfig.local(List.of(Asset.equity("AAPL"), Asset.crypto("BTC/USD"))));
        rest = new RestClient(server.httpUri());
        server.market().quote("AAPL", "99.99", "100.01");
        server.market().trade("AAPL", "100", "1");
        server.market().quote("BTC/USD", "64999", "65001");
        server.market().trade("BTC/USD", "65000", "1");
        server.market().bar("AAPL", "1", "1", "1", "1", "1");
        server.market().bar("BTC/USD", "1", "1", "1", "1", "1");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Object published(final String file) {
        try {
            final String text = Files.readString(SharedFiles.file(FOLDER + file));
            return Json.readObject("{\"value\":" + text + "}").get("value");
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object example(final String name) {
        return ((Map<?, ?>) published("java/trading-openapi-examples.json")).get(name);
    }

    /** Compares what is an object in both; null says nothing of a type. */
    private static void assertCovers(final Object ours, final Object theirs, final String where) {
        if (ours == null || theirs == null) {
            return;
        }
        assertThat(kind(ours)).as(where).isEqualTo(kind(theirs));
        if (theirs instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> {
                final String path = where + "." + name;
                if (!MADE_UP.contains(path)) {
                    assertThat(((Map<?, ?>) ours).containsKey(name)).as(path).isTrue();
                    assertCovers(((Map<?, ?>) ours).get(name), value, path);
                }
            });
        } else if (theirs instanceof List<?> items && !items.isEmpty() && !((List<?>) ours).isEmpty()) {
            assertCovers(((List<?>) ours).get(0), items.get(0), where + "[]");
        }
    }

    private static String kind(final Object value) {
        return value instanceof Map
                ? "object"
                : value instanceof List ? "list" : value.getClass().getSimpleName();
    }

    private Map<String, Object> order(final String symbol, final String time) {
        return rest.post(
                        "/v2/orders",
                        "{'symbol':'" + symbol + "','side':'buy','type':'market','time_in_force':'" + time
                                + "','qty':'1'}")
                .object();
    }

    @Test
    void shouldHaveTheFieldsOfOrders() {
        assertCovers(order("AAPL", "day"), example("EquityOrderResponse"), "order");
        assertCovers(order("BTC/USD", "gtc"), example("CryptoOrderResponse"), "order");
    }

    @Test
    void shouldHaveTheFieldsOfTheAccount() {
        assertCovers(rest.get("/v2/account").object(), example("account"), "account");
        assertCovers(rest.get("/v2/account").object(), example("account_schema_example"), "account");
        assertCovers(
                rest.get("/v2/account/configurations").object(),
                published("py/account-routes--get-account-configurations-without-deprecated-pdt-fields.json"),
                "configurations");
    }

    @Test
    void shouldHaveTheFieldsOfPositionsActivitiesAssetsAndClock() {
        order("AAPL", "day");
        server.market().advance(Duration.ofSeconds(1));

        assertCovers(rest.get("/v2/positions").list(), example("positions"), "positions");
        assertCovers(rest.get("/v2/account/activities/FILL").list().get(0), example("trading_activity"), "activity");
        assertCovers(rest.get("/v2/assets/AAPL").object(), example("asset"), "asset");
        assertCovers(rest.get("/v2/clock").object(), example("clock_v2"), "clock");
        assertCovers(rest.delete("/v2/positions").list().get(0), example("position_closed"), "closed");
    }

    @Test
    void shouldHaveTheFieldsOfHistory() {
        assertItem(
                rest.get("/v2/stocks/bars?symbols=AAPL&timeframe=1Min").object(),
                published("go/marketdata--getmultibars.json"),
                "bars",
                "AAPL");
        assertItem(
                rest.get("/v2/stocks/trades?symbols=AAPL").object(),
                published("py/historical-stock-data--multisymbol-get-trades.json"),
                "trades",
                "AAPL");
        assertItem(
                rest.get("/v2/stocks/quotes/latest?symbols=AAPL").object(),
                Map.of("quotes", Map.of("AAPL", latestQuote())),
                "quotes",
                "AAPL");
        final Map<?, ?> snapshots = (Map<?, ?>) published("py/historical-crypto-data--crypto-get-snapshot.json");
        assertItem(
                rest.get("/v1beta3/crypto/us/snapshots?symbols=BTC/USD").object(), snapshots, "snapshots", "BTC/USD");
    }

    private static Object latestQuote() {
        return ((Map<?, ?>) ((Map<?, ?>) published("go/marketdata--latestquotes.json")).get("quotes")).get("TSLA");
    }

    private static void assertItem(
            final Map<String, Object> ours, final Object theirs, final String name, final String symbol) {
        final Map<?, ?> published = (Map<?, ?>) ((Map<?, ?>) theirs).get(name);
        assertThat(published).isNotEmpty();
        assertCovers(((Map<?, ?>) ours.get(name)).get(symbol), published.get(symbol), name);
        assertThat(((Map<?, ?>) ours.get(name)).get(symbol)).isNotNull();
        assertThat(published.get(symbol)).isNotNull();
    }

    @Test
    void shouldHaveTheFieldsOfEveryStreamMessage() {
        final List<Map<String, Object>> ours = new ArrayList<>();
        try (StreamClient stocks = StreamClient.marketData(server, "/v2/sip");
                StreamClient pairs = StreamClient.marketData(server, "/v1beta3/crypto/us")) {
            stocks.say(
                    "{'action':'subscribe','trades':['*'],'quotes':['*'],'bars':['*'],'statuses':['*'],'lulds':['*']}");
            pairs.say("{'action':'subscribe','trades':['*'],'quotes':['*'],'bars':['*'],'orderbooks':['BTC/USD']}");
            stocks.next();
            pairs.next();
            ours.addAll(pairs.nextItems());
            server.market().together(() -> {
                server.market().trade("AAPL", "100", "1");
                server.market().quote("AAPL", "99", "101");
                server.market().bar("AAPL", "1", "1", "1", "1", "1");
                server.market().halt("AAPL", true);
                server.market().band("AAPL", "110", "90");
                server.market().correctLastTrade("AAPL", "99");
                server.market().correctLastTrade("AAPL", null);
                server.market().trade("BTC/USD", "65000", "1");
                server.market().quote("BTC/USD", "64999", "65001");
                server.market().bar("BTC/USD", "1", "1", "1", "1", "1");
            });
            ours.addAll(stocks.nextItems());
            ours.addAll(pairs.nextItems());
        }

        for (final Object theirs : (List<?>) published("java/ws-model-messages.json")) {
            final Map<?, ?> message = (Map<?, ?>) theirs;
            if (message.containsKey("S")) {
                final Object mine = ours.stream()
                        .filter(item -> item.get("T").equals(message.get("T")) && isPair(item) == isPair(message))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("none like " + message));
                assertCovers(mine, message, message.get("T").toString());
            }
        }
    }

    private static boolean isPair(final Map<?, ?> message) {
        return message.get("S").toString().contains("/");
    }
}
