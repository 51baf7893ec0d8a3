package reprise.simulation.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reprise.simulation.alpaca.market.Asset;
import reprise.simulation.alpaca.stream.StreamLimits;

/** History, hours and limits of requests, as a client asks for them. */
@Timeout(60)
class AlpacaDataTest {
    private AlpacaServer server;
    private RestClient rest;

    @BeforeEach
    void start() {
        server = new AlpacaServer(config());
        rest = new RestClient(server.httpUri());
    }

    private static AlpacaConfig config() {
        return AlpacaConfig.local(List.of(Asset.equity("AAPL"), Asset.equity("SPY"), Asset.crypto("BTC/USD")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void minutes(final int count) {
        for (int i = 0; i < count; i++) {
            server.market().advance(Duration.ofMinutes(1));
            server.market().bar("AAPL", "100", "102", "99", String.valueOf(100 + i), "10");
            server.market().bar("SPY", "600", "600", "600", "600", "5");
            server.market().bar("BTC/USD", "9", "9", "9", "9", "0.5");
        }
    }

    private static List<Map<String, Object>> items(final Map<String, Object> answer, final String symbol) {
        return items(answer, "bars", symbol);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> items(
            final Map<String, Object> answer, final String name, final String symbol) {
        final Map<String, Object> bySymbol = (Map<String, Object>) answer.get(name);
        return (List<Map<String, Object>>) bySymbol.getOrDefault(symbol, List.of());
    }

    @Test
    void shouldPageOverAllSymbolsTogether() {
        minutes(5);
        final List<Object> aapl = new ArrayList<>();
        final List<Object> spy = new ArrayList<>();
        String token = "";
        int pages = 0;
        do {
            final Map<String, Object> page = rest.get("/v2/stocks/bars?symbols=SPY,AAPL&timeframe=1Min&limit=3" + token)
                    .object();
            items(page, "AAPL").forEach(bar -> aapl.add(bar.get("t")));
            items(page, "SPY").forEach(bar -> spy.add(bar.get("t")));
            pages++;
            token = page.get("next_page_token") == null ? null : "&page_token=" + page.get("next_page_token");
        } while (token != null);

        assertThat(pages).isEqualTo(4);
        assertThat(aapl).hasSize(5).startsWith("2026-02-23T16:00:00Z").isEqualTo(spy);
    }

    @Test
    void shouldPageOverTradesOfATime() {
        for (int second = 0; second < 6; second++) {
            server.market().trade("AAPL", String.valueOf(100 + second), "3");
            server.market().trade("SPY", String.valueOf(600 + second), "1");
            server.market().trade("BTC/USD", "9", "0.5");
            server.market().advance(Duration.ofSeconds(1));
        }
        final String query = "?start=2026-02-23T16:00:01Z&end=2026-02-23T16:00:03Z&limit=4&symbols=";

        final Map<String, Object> first =
                rest.get("/v2/stocks/trades" + query + "SPY,AAPL").object();
        final Map<String, Object> second = rest.get(
                        "/v2/stocks/trades" + query + "SPY,AAPL&page_token=" + first.get("next_page_token"))
                .object();
        final Map<String, Object> pairs =
                rest.get("/v1beta3/crypto/us/trades" + query + "BTC/USD").object();

        assertThat(items(first, "trades", "AAPL"))
                .extracting(trade -> trade.get("p"))
                .containsExactly(new BigDecimal("101"), new BigDecimal("102"), new BigDecimal("103"));
        assertThat(items(first, "trades", "AAPL").get(0)).containsKeys("i", "x", "z", "c", "s");
        assertThat(items(first, "trades", "SPY")).hasSize(1);
        assertThat(items(second, "trades", "SPY"))
                .extracting(trade -> trade.get("t"))
                .containsExactly("2026-02-23T16:00:02Z", "2026-02-23T16:00:03Z");
        assertThat(second).containsEntry("next_page_token", null).doesNotContainKey("AAPL");
        assertThat(items(pairs, "trades", "BTC/USD")).hasSize(3).allMatch(trade -> trade.containsKey("tks"));
    }

    @Test
    void shouldIncludeBothEndsAndSort() {
        minutes(5);

        final Map<String, Object> answer = rest.get("/v2/stocks/bars?symbols=AAPL&timeframe=1Min"
                        + "&start=2026-02-23T16:01:00Z&end=2026-02-23T16:03:00Z&sort=desc")
                .object();

        assertThat(items(answer, "AAPL"))
                .extracting(bar -> bar.get("t"))
                .containsExactly("2026-02-23T16:03:00Z", "2026-02-23T16:02:00Z", "2026-02-23T16:01:00Z");
    }

    @Test
    void shouldMakeLongerBarsOfMinutes() {
        minutes(7);

        final Map<String, Object> five =
                rest.get("/v2/stocks/bars?symbols=AAPL&timeframe=5Min").object();
        final Map<String, Object> day =
                rest.get("/v2/stocks/bars?symbols=AAPL&timeframe=1Day").object();

        assertThat(items(five, "AAPL")).hasSize(2);
        assertThat(items(five, "AAPL").get(0))
                .containsEntry("c", new BigDecimal("104"))
                .containsEntry("v", new BigDecimal("50"));
        assertThat(items(day, "AAPL")).hasSize(1);
        assertThat(items(day, "AAPL").get(0)).containsEntry("t", "2026-02-23T05:00:00Z");
        assertThat(rest.get("/v2/stocks/bars?symbols=AAPL&timeframe=61Min").status())
                .isEqualTo(400);
    }

    @Test
    void shouldTellPairsByTheirSlashOnly() {
        minutes(1);

        assertThat(items(
                        rest.get("/v1beta3/crypto/us/bars?symbols=BTC/USD&timeframe=1Min")
                                .object(),
                        "BTC/USD"))
                .hasSize(1);
        final RestClient.Answer wrong = rest.get("/v1beta3/crypto/us/bars?symbols=BTCUSD&timeframe=1Min");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text()).contains("does not match").doesNotContain("\"code\"");
        assertThat(rest.get("/v2/stocks/bars?symbols=NONE&timeframe=1Min").text())
                .isEqualTo("{\"bars\":{},\"next_page_token\":null}");
    }

    @Test
    void shouldTellTheLatest() {
        server.market().quote("AAPL", "1.5", "1.6");
        server.market().trade("AAPL", "1.55", "3");

        assertThat(rest.get("/v2/stocks/trades/latest?symbols=AAPL,SPY").text())
                .startsWith("{\"trades\":{\"AAPL\":{\"t\":")
                .contains("\"p\":1.55")
                .doesNotContain("SPY");
        assertThat(rest.get("/v2/stocks/quotes/latest?symbols=AAPL").text()).contains("\"ap\":1.6");
        assertThat(rest.get("/v2/stocks/snapshots?symbols=AAPL").object()).containsKey("AAPL");
    }

    @Test
    void shouldKeepRecentPricesOfAllExchangesFromAFreePlan() {
        server.close();
        server = new AlpacaServer(config().withLimits(new StreamLimits(30, false, 10_000), 1_000));
        rest = new RestClient(server.httpUri());

        final RestClient.Answer answer =
                rest.get("/v2/stocks/bars?symbols=AAPL&timeframe=1Min&feed=sip&end=2026-02-23T15:59:00Z");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(rest.get("/v2/stocks/bars?symbols=AAPL&timeframe=1Min&feed=iex")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void shouldTellTheTimeOfTheMarketWithItsOffset() {
        assertThat(rest.get("/v2/clock").text())
                .isEqualTo("{\"timestamp\":\"2026-02-23T11:00:00-05:00\",\"is_open\":true,"
                        + "\"next_open\":\"2026-02-24T09:30:00-05:00\",\"next_close\":\"2026-02-23T16:00:00-05:00\"}");
        assertThat(rest.get("/v2/calendar?start=2025-11-28&end=2025-12-01").text())
                .isEqualTo("[{\"date\":\"2025-11-28\",\"open\":\"09:30\",\"close\":\"13:00\",\"session_open\":\"0400\","
                        + "\"session_close\":\"1700\",\"settlement_date\":\"2025-12-01\"},"
                        + "{\"date\":\"2025-12-01\",\"open\":\"09:30\",\"close\":\"16:00\",\"session_open\":\"0400\","
                        + "\"session_close\":\"2000\",\"settlement_date\":\"2025-12-02\"}]");
    }

    @Test
    void shouldCountRequestsAndRefuseWrongKeys() {
        server.close();
        server = new AlpacaServer(config().withLimits(StreamLimits.GENEROUS, 2));
        rest = new RestClient(server.httpUri());

        final RestClient.Answer wrong = new RestClient(server.httpUri(), "WRONG").get("/v2/account");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.header("X-RateLimit-Limit")).isEqualTo("2");
        // A minute may end in between; three of four requests cannot all fit.
        final List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            statuses.add(rest.get("/v2/account").status());
        }
        assertThat(statuses).contains(429);
        assertThat(rest.get("/v2/stocks/bars?symbols=AAPL&timeframe=1Min").status())
                .isEqualTo(200);
    }

    @Test
    void shouldFindAssetsByEveryName() {
        final Map<String, Object> pair = rest.get("/v2/assets/BTC/USD").object();
        assertThat(pair).containsEntry("class", "crypto").containsKey("min_trade_increment");
        assertThat(rest.get("/v2/assets/" + pair.get("id")).object()).isEqualTo(pair);
        assertThat(rest.get("/v2/assets/NONE").status()).isEqualTo(404);
        assertThat(rest.get("/v2/assets?asset_class=us_equity").list()).hasSize(2);
    }
}
