package reprise.alpaca.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RestServiceTest {
    private static final String SECRET = "s3cret-of-nobody";
    private static final byte[] ORDER = "{\"symbol\":\"AAPL\"}".getBytes(StandardCharsets.UTF_8);

    private final MockWebServer server = new MockWebServer();
    private final FakeClock clock = new FakeClock();
    private RestClient client;
    private RestService service;

    @BeforeEach
    void start() throws IOException {
        server.start();
        client = client(Duration.ofSeconds(10), 200);
        service = client.service(server.url("").uri());
    }

    private RestClient client(final Duration timeout, final int requestsPerMinute) {
        return new RestClient(new RestClient.Settings("KEY", SECRET, timeout, requestsPerMinute), clock, new Random(1));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private void answer(final int status, final String body, final String... headers) {
        final MockResponse.Builder builder =
                new MockResponse.Builder().code(status).body(body);
        for (int i = 0; i < headers.length; i += 2) {
            builder.addHeader(headers[i], headers[i + 1]);
        }
        server.enqueue(builder.build());
    }

    private void lose(final SocketEffect effect) {
        server.enqueue(new MockResponse.Builder().onResponseStart(effect).build());
    }

    private RestAnswer post() {
        return service.post("/v2/orders", ORDER, ORDER.length);
    }

    @Test
    void shouldSendKeysAndBodyWhenPosting() throws InterruptedException {
        answer(200, "{\"id\":\"1\"}");

        final RestAnswer answer = post();

        assertThat(answer.isDone()).isTrue();
        assertThat(answer.text()).isEqualTo("{\"id\":\"1\"}");
        final var request = server.takeRequest(10, TimeUnit.SECONDS);
        assertThat(request.getTarget()).isEqualTo("/v2/orders");
        assertThat(request.getHeaders().get("APCA-API-KEY-ID")).isEqualTo("KEY");
        assertThat(request.getHeaders().get("APCA-API-SECRET-KEY")).isEqualTo(SECRET);
        assertThat(request.getBody().utf8()).isEqualTo("{\"symbol\":\"AAPL\"}");
    }

    @Test
    void shouldSayHowLongToWaitForSeveralCallsWhenTheServerCountsThem() {
        final String reset = Long.toString(clock.epochMs() / 1000 + 40);
        answer(200, "{}", "X-RateLimit-Limit", "200", "X-RateLimit-Remaining", "50", "X-RateLimit-Reset", reset);

        assertThat(service.untilLeft(60)).as("before anything is known").isZero();
        post();
        assertThat(service.untilLeft(50)).isZero();
        assertThat(service.untilLeft(60)).isEqualTo(Duration.ofSeconds(40));
        clock.sleep(TimeUnit.SECONDS.toNanos(39));
        assertThat(service.untilLeft(60)).isEqualTo(Duration.ofSeconds(1));
        clock.sleep(TimeUnit.SECONDS.toNanos(1));
        assertThat(service.untilLeft(60)).isZero();
    }

    private void answerDated(final long aheadMs) {
        final Instant date = Instant.ofEpochMilli(clock.epochMs() + aheadMs);
        answer(200, "{}", "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC)));
        post();
    }

    @Test
    void shouldSayOnceThatClocksDifferAndAgainAfterTheyAgreed() {
        final List<String> told = new ArrayList<>();
        client.tellOfClock(told::add);

        answerDated(2_000);
        answerDated(-2_900);
        assertThat(told).isEmpty();
        answerDated(5_000);
        answerDated(6_000);
        answerDated(0);
        answerDated(-9_000);

        assertThat(told)
                .containsExactly(
                        "this machine's clock is behind Alpaca's by 5 s or more: synchronize it, or orders are judged by"
                                + " wrong times",
                        "this machine's clock is ahead of Alpaca's by 8 s or more: synchronize it, or orders are judged by"
                                + " wrong times");
    }

    @Test
    void shouldKeepCodeAndWordsWhenRefused() {
        answer(403, "{\"available\":\"0\",\"code\":40310000,\"message\":\"insufficient buying power\"}");
        answer(404, "{\"message\":\"no such thing\"}");
        answer(413, "<html><head><title>413</title></head>\n<body>Request <b>Too</b> Large</body></html>");
        answer(401, "");

        assertThat(post()).hasToString("REFUSED 403 40310000: insufficient buying power");
        assertThat(post()).hasToString("REFUSED 404: no such thing");
        assertThat(post()).hasToString("REFUSED 413: 413 Request Too Large");
        assertThat(post().isUnauthorized()).isTrue();
    }

    @Test
    void shouldNotSendAnOrderAgainWhenItsOutcomeIsUnknown() {
        answer(500, "{\"message\":\"internal\"}");
        lose(new SocketEffect.CloseSocket());
        answer(504, "<html>gateway</html>");
        answer(408, "");

        for (int i = 1; i <= 4; i++) {
            assertThat(post().outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(server.getRequestCount()).isEqualTo(i);
        }
    }

    @Test
    void shouldNotKnowTheOutcomeWhenNoAnswerComesInTime() {
        try (RestClient hasty = client(Duration.ofMillis(200), 200)) {
            lose(SocketEffect.Stall.INSTANCE);

            final RestAnswer answer = hasty.service(server.url("").uri()).delete("/v2/orders/1");

            assertThat(answer.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(server.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void shouldKnowThatNothingLeftWhenThereIsNoConnection() throws IOException {
        final int freePort;
        try (ServerSocket socket = new ServerSocket(0)) {
            freePort = socket.getLocalPort();
        }

        final RestAnswer answer =
                client.service(URI.create("http://127.0.0.1:" + freePort)).post("/v2/orders", ORDER, ORDER.length);

        assertThat(answer.outcome()).isEqualTo(Outcome.NOT_SENT);
    }

    @Test
    void shouldReadAgainWhenTheWayFails() {
        answer(500, "");
        lose(new SocketEffect.CloseSocket());
        answer(200, "[]");

        assertThat(service.get("/v2/positions", Priority.ORDERS).text()).isEqualTo("[]");
    }

    @Test
    void shouldGiveUpReadingWhenTheServerFailsEveryTime() {
        for (int i = 0; i < 5; i++) {
            answer(503, "down");
        }

        assertThat(service.get("/v2/positions", Priority.ORDERS)).hasToString("UNKNOWN 503: down");
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void shouldWaitUntilTheResetAndAskAgainWhenRefusedForTheRate() {
        final long resetSecond = clock.epochMs() / 1000 + 5;
        answer(429, "{\"code\":42910000,\"message\":\"rate limit exceeded\"}", "X-RateLimit-Reset", "" + resetSecond);
        answer(200, "{}");

        assertThat(post().isDone()).isTrue();

        assertThat(clock.epochMs()).isGreaterThanOrEqualTo(resetSecond * 1000);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void shouldRefuseAnOrderWhenTheRateWouldHoldItTooLong() {
        answer(429, "{\"message\":\"rate limit exceeded\"}", "X-RateLimit-Reset", "" + (clock.epochMs() / 1000 + 40));

        final RestAnswer answer = post();

        assertThat(answer).hasToString("REFUSED 429: rate limit exceeded");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void shouldNotCallWhenTheServerSaysThatNothingIsLeft() {
        final long resetSecond = clock.epochMs() / 1000 + 30;
        answer(
                200,
                "{}",
                "X-RateLimit-Limit",
                "200",
                "X-RateLimit-Remaining",
                "40",
                "X-RateLimit-Reset",
                "" + resetSecond);
        answer(200, "{}");
        answer(200, "{}");
        post();

        assertThat(post().isDone()).as("an order, 40 left").isTrue();
        assertThat(clock.epochMs()).isLessThan(resetSecond * 1000);

        assertThat(service.get("/v2/stocks/bars", Priority.HISTORY).isDone()).isTrue();
        assertThat(clock.epochMs()).isGreaterThanOrEqualTo(resetSecond * 1000);
    }

    @Test
    void shouldHoldBackWhenTheOwnBudgetIsUsed() {
        try (RestClient slow = client(Duration.ofSeconds(10), 4)) {
            final RestService few = slow.service(server.url("").uri());
            for (int i = 0; i < 4; i++) {
                answer(200, "{}");
                few.delete("/v2/orders/1");
            }

            final RestAnswer answer = few.delete("/v2/orders/1");

            assertThat(answer.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(server.getRequestCount()).isEqualTo(4);
        }
    }

    @Test
    void shouldShowNoSecretWhenTheServerRepeatsIt() {
        answer(401, "{\"message\":\"wrong key " + SECRET + "\"}");

        assertThat(post().message()).isEqualTo("wrong key ***");
        assertThat(new RestClient.Settings("KEY", SECRET, Duration.ofSeconds(1), 10).toString())
                .doesNotContain(SECRET);
    }

    @Test
    void shouldSurviveWhenRateHeadersAreNonsense() {
        answer(
                200,
                "{}",
                "X-RateLimit-Limit",
                "-1",
                "X-RateLimit-Remaining",
                "many",
                "X-RateLimit-Reset",
                "99999999999999999999");
        answer(200, "{}", "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "9223372036854775807");
        answer(200, "{}");

        assertThat(post().isDone()).isTrue();
        assertThat(post().isDone()).isTrue();
        clock.sleep(TimeUnit.SECONDS.toNanos(70));
        assertThat(post().isDone()).isTrue();
    }

    /** Answers each connection without end, until the client has enough. */
    private static void answerForEver(final ServerSocket endless, final AtomicLong bytes) {
        final byte[] spaces = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        while (!endless.isClosed()) {
            try (Socket connection = endless.accept()) {
                final BufferedReader request = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
                while (!request.readLine().isEmpty()) {
                    // to the end of the head
                }
                connection
                        .getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n["
                                .getBytes(StandardCharsets.US_ASCII));
                for (; true; bytes.addAndGet(spaces.length)) {
                    connection.getOutputStream().write(spaces);
                }
            } catch (final IOException enough) {
                // the next connection
            }
        }
    }

    @Test
    void shouldNotReadAnAnswerThatDoesNotEnd() throws IOException {
        final AtomicLong bytes = new AtomicLong();
        try (ServerSocket endless = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            final Thread thread = new Thread(() -> answerForEver(endless, bytes), "endless");
            thread.setDaemon(true);
            thread.start();
            final RestService history = client.service(URI.create("http://127.0.0.1:" + endless.getLocalPort()));

            final RestAnswer answer = history.get("/v2/stocks/trades", Priority.HISTORY);

            assertThat(answer.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(answer.message()).isEqualTo("the answer is too long");
            // Three attempts, each with what is on its way besides what is kept.
            assertThat(bytes.get()).isBetween(3 * (32L << 20), 3 * (64L << 20));
        }
    }
}
