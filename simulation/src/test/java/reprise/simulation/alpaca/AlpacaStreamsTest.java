package reprise.simulation.alpaca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.simulation.alpaca.market.Asset;
import reprise.simulation.alpaca.stream.StreamLimits;

/** What the streams say and when, as a client hears it. */
@Timeout(60)
class AlpacaStreamsTest {
    private AlpacaServer server;

    @BeforeEach
    void start() {
        server = new AlpacaServer(config());
    }

    private static AlpacaConfig config() {
        return AlpacaConfig.local(List.of(Asset.equity("AAPL"), Asset.equity("SPY"), Asset.crypto("BTC/USD")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void restart(final StreamLimits limits) {
        server.close();
        server = new AlpacaServer(config().withLimits(limits, 1_000));
    }

    private static void assertError(final List<Map<String, Object>> items, final int code) {
        assertThat(items).hasSize(1);
        assertThat(items.get(0)).containsEntry("T", "error").containsEntry("code", BigDecimal.valueOf(code));
    }

    @Test
    void shouldGreetAuthenticateAndAcknowledgeTheWholeSet() {
        try (StreamClient client = StreamClient.connected(server, "/v2/iex")) {
            assertThat(client.next()).isEqualTo("[{\"T\":\"success\",\"msg\":\"connected\"}]");
            client.say("{'action':'auth','key':'KEY','secret':'SECRET'}");
            assertThat(client.next()).isEqualTo("[{\"T\":\"success\",\"msg\":\"authenticated\"}]");

            client.say("{'action':'subscribe','trades':['AAPL'],'bars':['*']}");
            client.next();
            client.say("{'action':'subscribe','trades':['SPY'],'quotes':['SPY']}");
            assertThat(client.nextItems().get(0))
                    .containsEntry("T", "subscription")
                    .containsEntry("trades", List.of("AAPL", "SPY"))
                    .containsEntry("quotes", List.of("SPY"))
                    .containsEntry("bars", List.of("*"))
                    .containsEntry("corrections", List.of("AAPL", "SPY"))
                    .containsEntry("cancelErrors", List.of("AAPL", "SPY"));
            client.say("{'action':'unsubscribe','trades':['AAPL'],'bars':['*']}");
            assertThat(client.nextItems().get(0))
                    .containsEntry("trades", List.of("SPY"))
                    .containsEntry("bars", List.of());
            assertThat(client.sawBinary()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            `nonsense`,                                                     400
            `{'action':'dance'}`,                                           400
            `{'action':'subscribe','trades':'AAPL'}`,                       401
            `{'action':'auth','key':'KEY','secret':'WRONG'}`,               402
            """)
    void shouldSayWhatIsWrongBeforeAuthentication(final String message, final int code) {
        try (StreamClient client = StreamClient.connected(server, "/v2/iex")) {
            client.next();

            client.say(message);

            assertError(client.nextItems(), code);
        }
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            `{'action':'auth','key':'KEY','secret':'SECRET'}`,              403
            `{'action':'subscribe','trades':'AAPL'}`,                       400
            `{'action':'subscribe','orderbooks':['AAPL']}`,                 410
            `{'action':'subscribe','corrections':['AAPL']}`,                410
            """)
    void shouldSayWhatIsWrongAfterAuthentication(final String message, final int code) {
        try (StreamClient client = StreamClient.marketData(server, "/v2/iex")) {
            client.say(message);

            assertError(client.nextItems(), code);
        }
    }

    @Test
    void shouldTakeKeysFromTheHandshake() {
        try (StreamClient client = StreamClient.withKeysInHeaders(server, "/v2/iex")) {
            client.next();
            assertThat(client.next()).contains("authenticated");
        }
    }

    @Test
    void shouldEndAClientThatDoesNotSayWhoItIs() {
        restart(new StreamLimits(0, true, 50));
        try (StreamClient client = StreamClient.connected(server, "/v2/iex")) {
            client.next();

            assertError(client.nextItems(), 404);

            assertThat(client.isEnd(client.next())).isTrue();
        }
    }

    @Test
    void shouldKeepToThePlan() {
        restart(new StreamLimits(2, false, 10_000));
        try (StreamClient client = StreamClient.marketData(server, "/v2/iex")) {
            client.say("{'action':'subscribe','trades':['AAPL','SPY'],'quotes':['SPY']}");
            assertError(client.nextItems(), 405);
            client.say("{'action':'subscribe','bars':['AAPL','SPY','X','Y']}");
            assertThat(client.nextItems().get(0)).containsEntry("trades", List.of());
        }
        try (StreamClient client = StreamClient.connected(server, "/v2/sip")) {
            client.next();
            client.say("{'action':'auth','key':'KEY','secret':'SECRET'}");
            assertError(client.nextItems(), 409);
        }
    }

    @Test
    void shouldServeOneClientAnEndpointAndLetAnotherTryAgain() {
        final StreamClient first = StreamClient.marketData(server, "/v2/iex");
        try (StreamClient second = StreamClient.connected(server, "/v2/iex");
                StreamClient elsewhere = StreamClient.connected(server, "/v2/sip")) {
            second.next();
            second.say("{'action':'auth','key':'KEY','secret':'SECRET'}");
            assertError(second.nextItems(), 406);
            elsewhere.next();
            elsewhere.say("{'action':'auth','key':'KEY','secret':'SECRET'}");
            assertThat(elsewhere.next()).contains("authenticated");

            first.close();

            String answer;
            do {
                second.say("{'action':'auth','key':'KEY','secret':'SECRET'}");
                answer = second.next();
            } while (answer.contains("406"));
            assertThat(answer).contains("authenticated");
        }
    }

    @Test
    void shouldTellTradesQuotesAndBarsAsNumbersWithTrimmedTimes() {
        try (StreamClient client = StreamClient.marketData(server, "/v2/iex")) {
            client.say("{'action':'subscribe','trades':['AAPL'],'quotes':['AAPL'],'bars':['AAPL'],'dailyBars':['AAPL'],"
                    + "'updatedBars':['AAPL'],'statuses':['AAPL'],'lulds':['AAPL']}");
            client.next();
            server.market().advance(Duration.ofNanos(61_208_000_000L));

            server.market().together(() -> {
                server.market().quote("AAPL", "126.54", "126.56");
                server.market().trade("AAPL", "126.55", "1");
                server.market().trade("SPY", "600", "1");
            });
            assertThat(client.next())
                    .isEqualTo(
                            "[{\"T\":\"q\",\"S\":\"AAPL\",\"t\":\"2026-02-23T16:01:01.208Z\",\"bx\":\"V\",\"ax\":\"V\",\"c\":[\"R\"],"
                                    + "\"z\":\"C\",\"bp\":126.54,\"bs\":100,\"ap\":126.56,\"as\":100},"
                                    + "{\"T\":\"t\",\"S\":\"AAPL\",\"t\":\"2026-02-23T16:01:01.208Z\",\"p\":126.55,\"s\":1,\"i\":1,\"x\":\"V\","
                                    + "\"c\":[\"@\"],\"z\":\"C\"}]");

            server.market().bar("AAPL", "1", "3", "0.5", "2", "700");
            assertThat(client.nextItems()).extracting(item -> item.get("T")).containsExactly("b", "d");
            server.market().lateTrade("AAPL", "5");
            assertThat(client.next())
                    .contains("\"T\":\"u\"")
                    .contains("\"t\":\"2026-02-23T16:00:00Z\"")
                    .contains("\"v\":705");
            server.market().halt("AAPL", true);
            assertThat(client.next()).contains("\"T\":\"s\"").contains("\"sc\":\"H\"");
            server.market().band("AAPL", "140", "110");
            assertThat(client.next()).contains("\"T\":\"l\"").contains("\"u\":140,\"d\":110");
            server.market().correctLastTrade("AAPL", "126.5");
            assertThat(client.next())
                    .contains("\"T\":\"c\"")
                    .contains("\"oi\":1")
                    .contains("\"cp\":126.5");
            server.market().correctLastTrade("AAPL", null);
            assertThat(client.next()).contains("\"T\":\"x\"").contains("\"a\":\"C\"");
        }
    }

    @Test
    void shouldTellTheWholeBookOfAPairThenWhatChanges() {
        server.market().quote("BTC/USD", "64999", "65001");
        try (StreamClient client = StreamClient.marketData(server, "/v1beta3/crypto/us")) {
            client.say("{'action':'subscribe','orderbooks':['BTC/USD'],'trades':['BTC/USD']}");
            assertThat(client.nextItems().get(0)).doesNotContainKey("statuses").doesNotContainKey("corrections");
            assertThat(client.nextItems().get(0)).containsEntry("r", true).containsEntry("T", "o");

            server.market().quote("BTC/USD", "64998", "65001");

            assertThat(client.next())
                    .contains(
                            "\"b\":[{\"p\":64999,\"s\":0},{\"p\":64997,\"s\":0},{\"p\":64998,\"s\":100},{\"p\":64995,\"s\":200}]")
                    .doesNotContain("\"r\"");
            server.market().trade("BTC/USD", "65001", "0.5");
            assertThat(client.nextItems().get(0)).containsEntry("tks", "B").doesNotContainKey("x");
        }
    }

    @Test
    void shouldTellWhatIsLateAQuarterOfAnHourLater() {
        try (StreamClient client = StreamClient.marketData(server, "/v2/delayed_sip")) {
            client.say("{'action':'subscribe','trades':['*']}");
            client.next();
            server.market().trade("AAPL", "1", "1");
            server.market().advance(Duration.ofMinutes(14));
            assertThat(client.poll()).isNull();

            server.market().advance(Duration.ofMinutes(1));

            assertThat(client.next()).contains("2026-02-23T16:00:00Z");
        }
    }

    @Test
    void shouldAlwaysHaveTheTestStream() {
        try (StreamClient client = StreamClient.marketData(server, "/v2/test")) {
            client.say("{'action':'subscribe','trades':['FAKEPACA']}");
            client.next();

            server.market().trade("AAPL", "1", "1");

            assertThat(client.next()).contains("\"S\":\"FAKEPACA\"");
        }
    }

    @Test
    void shouldGreetNobodyOnTheTradingStreamAndSpeakBinary() {
        try (StreamClient client = StreamClient.connected(server, "/stream")) {
            client.say("{'action':'listen','data':{'streams':['trade_updates']}}");
            assertThat(client.next())
                    .isEqualTo(
                            "{\"stream\":\"authorization\",\"data\":{\"status\":\"unauthorized\",\"action\":\"listen\"}}");
            client.say("{'action':'authenticate','data':{'key_id':'KEY','secret_key':'NO'}}");
            assertThat(client.next()).contains("\"unauthorized\"");
            client.say("{'action':'authenticate','data':{'key_id':'KEY','secret_key':'SECRET'}}");
            assertThat(client.next())
                    .isEqualTo(
                            "{\"stream\":\"authorization\",\"data\":{\"status\":\"authorized\",\"action\":\"authenticate\"}}");
            client.say("{'action':'listen','data':{'streams':['trade_updates','gossip']}}");
            assertThat(client.next())
                    .isEqualTo("{\"stream\":\"listening\",\"data\":{\"streams\":[\"trade_updates\"]}}");
            client.say("{'action':'listen','data':{'streams':[]}}");
            assertThat(client.next()).isEqualTo("{\"stream\":\"listening\",\"data\":{\"streams\":[]}}");
            assertThat(client.sawBinary()).isTrue();
        }
    }

    @Test
    void shouldRefuseAnEncodingThatItDoesNotSpeak() {
        final WebSocket.Builder builder =
                HttpClient.newHttpClient().newWebSocketBuilder().header("Content-Type", "application/msgpack");

        assertThatThrownBy(() -> builder.buildAsync(URI.create(server.wsUri() + "/v2/iex"), new WebSocket.Listener() {})
                        .join())
                .hasStackTraceContaining("WebSocketHandshakeException");
    }
}
