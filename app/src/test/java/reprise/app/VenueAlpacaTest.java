package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The local Alpaca venue as a command: a client trades there, and the venue tells what it saw. */
@Timeout(120)
class VenueAlpacaTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private Path conf;

    @BeforeEach
    void write() throws IOException {
        conf = folder.resolve("local.yaml");
        Files.writeString(conf, """
                name: local
                account: {currency: USD, cash: 50000}
                instruments:
                  AAPL: {base: AAPL, quote: USD, tick: 0.01, lot: 1}
                  BTCUSD: {base: BTC, quote: USD, tick: 0.01, lot: 0.0001}
                venue: {kind: simulated}
                strategies:
                  trend: {kind: trend, instrument: AAPL, orderNotional: 1000}
                risk: {maxOrderNotional: 2000, maxPositionNotional: 2000}
                """);
    }

    private Cli.Result venue(final String... more) {
        final String[] arguments = new String[more.length + 5];
        arguments[0] = "venue";
        arguments[1] = "alpaca";
        arguments[2] = conf.toString();
        arguments[3] = "--data";
        arguments[4] = "synthetic:bars=60,seed=7";
        System.arraycopy(more, 0, arguments, 5, more.length);
        return Cli.run(arguments);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static HttpRequest.Builder request(final int port, final String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("APCA-API-KEY-ID", "mine")
                .header("APCA-API-SECRET-KEY", "hidden");
    }

    /** Orders as soon as somebody listens; the market stands still until a client listens to it. */
    private static HttpResponse<String> order(final int port) throws Exception {
        final HttpRequest request = request(port, "/v2/orders")
                .POST(
                        HttpRequest.BodyPublishers.ofString(
                                "{\"symbol\":\"BTC/USD\",\"side\":\"buy\",\"type\":\"market\",\"time_in_force\":\"gtc\",\"qty\":\"1\"}"))
                .build();
        while (true) {
            try {
                return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            } catch (final ConnectException e) {
                Thread.onSpinWait();
            }
        }
    }

    private static String get(final int port, final String path) throws Exception {
        return CLIENT.send(request(port, path).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static WebSocket connected(final int port) {
        return CLIENT.newWebSocketBuilder()
                .header("APCA-API-KEY-ID", "mine")
                .header("APCA-API-SECRET-KEY", "hidden")
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/v2/iex"), new WebSocket.Listener() {})
                .join();
    }

    @Test
    void shouldPlayTheDataToAClientAndTellWhatItSaw() throws Exception {
        final int port = freePort();
        final CompletableFuture<Cli.Result> run = CompletableFuture.supplyAsync(
                () -> venue("--port", "" + port, "--key", "mine", "--secret", "hidden", "--linger", "1", "--json"));

        final HttpResponse<String> order = order(port);
        final WebSocket socket = connected(port);

        final Cli.Result result = run.get();
        socket.abort();
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(order.statusCode()).isEqualTo(200);
        assertThat(result.out()).startsWith("reprise: venue alpaca: listening at http://127.0.0.1:" + port);
        assertThat(result.field("orders")).isEqualTo("1");
        assertThat(result.field("BTC/USD")).isNotEqualTo("0");
        assertThat(result.out() + result.err()).doesNotContain("hidden");
    }

    @Test
    void shouldWaitForAClientThatLeftBeforeTheMarketWasOver() throws Exception {
        final int port = freePort();
        final CompletableFuture<Cli.Result> run = CompletableFuture.supplyAsync(
                () -> venue("--port", "" + port, "--key", "mine", "--secret", "hidden", "--linger", "60"));
        order(port);
        connected(port).abort();
        while (!get(port, "/v2/clock").contains("\"timestamp\":\"2023-12-31T20:0")) {
            Thread.onSpinWait();
        }

        final String orders = get(port, "/v2/orders?status=all");
        // Each client comes and goes; the venue ends once it has seen one.
        while (!run.isDone()) {
            try {
                connected(port).abort();
            } catch (final CompletionException e) {
                // it has ended
            }
        }

        assertThat(run.get().exitCode()).isZero();
        assertThat(orders).contains("BTC/USD");
    }

    @Test
    void shouldSayWhatIsWrong() throws Exception {
        assertThat(venue("--fault", "nothing@3").err())
                .contains("no such fault: 'nothing', there are: drop, hold-slot");
        assertThat(venue("--fault", "drop").err()).contains("KIND");
        assertThat(venue("--partial-fills", "2").err()).contains("0 to 1");
        assertThat(venue("--standing", "bad").err()).contains("'bad' is no standing of an account; write good");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            final Cli.Result result = venue("--port", "" + taken.getLocalPort());
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err()).contains("cannot listen at 127.0.0.1:");
        }
    }
}
