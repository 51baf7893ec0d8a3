package reprise.alpaca.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KeptStreamTest {
    private final MockWebServer server = new MockWebServer();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final RecordedLink link = new RecordedLink();
    private final SettableTime time = new SettableTime();
    private KeptStream stream;

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        if (stream != null) {
            stream.close();
        }
        server.close();
    }

    @Test
    void shouldHandOverTextAndBinaryAndConnectAgainOnTheSameThread() throws InterruptedException {
        server.enqueue(conversation(socket -> {
            socket.send("one");
            socket.send(ByteString.encodeUtf8("two"));
            socket.send("dr\u00e9i");
            socket.close(1001, "restart");
        }));
        server.enqueue(conversation(socket -> socket.send("four")));

        begin(new Listening());

        final String thread = "on test-stream: ";
        assertThat(next()).isEqualTo(thread + "opened");
        assertThat(next()).isEqualTo(thread + "one");
        assertThat(next()).isEqualTo(thread + "two");
        assertThat(next()).isEqualTo(thread + "dr\u00e9i");
        assertThat(next()).isEqualTo(thread + "lost");
        assertThat(next()).isEqualTo(thread + "opened");
        assertThat(next()).isEqualTo(thread + "four");
        assertThat(link.next()).startsWith("test-stream: closed by the server (1001 restart); connecting again in ");
        assertThat(link.next()).isEqualTo("test-stream: connected again");
    }

    @Test
    void shouldWaitAsLongAsItsRandomnessSays() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            server.enqueue(new MockResponse.Builder().code(429).build());
        }
        server.enqueue(conversation(socket -> {}));
        final SplittableRandom random = new SplittableRandom(5);
        final BackOff expected = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(4), new SplittableRandom(5));

        begin(new Listening(), random);

        assertThat(next()).endsWith("opened");
        assertThat(time.waits())
                .containsExactly(
                        expected.nextNs(), expected.nextNs(), expected.nextNs(), expected.nextNs(), expected.nextNs());
        assertThat(link.next()).startsWith("test-stream: the server refused the connection: HTTP 429; connecting");
        assertThat(link.next()).endsWith("after 2 connections that did not last");
        assertThat(link.next()).endsWith("after 4 connections that did not last");
    }

    @Test
    void shouldBeFatalWhenTheFirstConnectionIsForbidden() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().code(403).build());

        begin(new Listening());

        assertThat(link.next()).isEqualTo("fatal: test-stream: the server refused the connection: HTTP 403");
    }

    @Test
    void shouldGoOnWhenALaterConnectionIsForbidden() throws InterruptedException {
        server.enqueue(conversation(socket -> socket.close(1000, "")));
        server.enqueue(new MockResponse.Builder().code(403).build());
        server.enqueue(conversation(socket -> socket.send("back")));

        begin(new Listening());

        for (final String expected : new String[] {"opened", "lost", "opened", "back"}) {
            assertThat(next()).endsWith(expected);
        }
    }

    @Test
    void shouldConnectAgainWhenToldToRetryAndEndWhenToldToStop() throws InterruptedException {
        server.enqueue(conversation(socket -> socket.send("retry")));
        server.enqueue(conversation(socket -> socket.send("stop")));

        begin(new Listening());

        for (final String expected : new String[] {"opened", "retry", "lost", "opened", "stop", "lost"}) {
            assertThat(next()).endsWith(expected);
        }
        assertThat(link.next()).startsWith("test-stream: told to retry; connecting again in ");
        assertThat(link.next()).isEqualTo("test-stream: connected again");
        assertThat(link.next()).isEqualTo("fatal: test-stream: told to stop");
    }

    @Test
    void shouldBeFatalWhenTheHandlerFails() throws InterruptedException {
        server.enqueue(conversation(socket -> socket.send("fail")));

        begin(new Listening());

        assertThat(link.next()).isEqualTo("fatal: test-stream: java.lang.IllegalStateException: told to fail");
    }

    @Test
    void shouldRefuseAFrameThatIsTooLong() throws InterruptedException {
        server.enqueue(conversation(socket -> socket.send("x".repeat(StreamSettings.MAX_FRAME_BYTES + 1))));
        server.enqueue(conversation(socket -> socket.send("short")));

        begin(new Listening());

        for (final String expected : new String[] {"opened", "lost", "opened", "short"}) {
            assertThat(next()).endsWith(expected);
        }
        assertThat(link.next()).startsWith("test-stream: a frame of 8388609 bytes, more than 8388608; connecting");
    }

    @Test
    void shouldConnectAgainWhenSilentWhileTheMarketIsOpen() throws InterruptedException {
        server.enqueue(conversation(socket -> socket.send("one")));
        server.enqueue(conversation(socket -> socket.send("two")));

        begin(new Listening());
        assertThat(next()).endsWith("opened");
        assertThat(next()).endsWith("one");
        String lost = heard.poll(20, TimeUnit.MILLISECONDS);
        while (lost == null) {
            time.advance(Duration.ofSeconds(5).toNanos());
            lost = heard.poll(20, TimeUnit.MILLISECONDS);
        }

        assertThat(lost).endsWith("lost");
        assertThat(next()).endsWith("opened");
        assertThat(link.next()).matches("test-stream: silent for \\d+ s while something was expected; connecting .*");
    }

    @Test
    void shouldBearSilenceWhileTheMarketIsClosed() throws InterruptedException {
        server.enqueue(conversation(socket -> socket.send("one")));
        final Listening listening = new Listening();
        listening.open = false;

        begin(listening);
        assertThat(next()).endsWith("opened");
        assertThat(next()).endsWith("one");
        for (int i = 0; i < 20; i++) {
            time.advance(Duration.ofHours(1).toNanos());
            assertThat(heard.poll(5, TimeUnit.MILLISECONDS)).isNull();
        }

        listening.open = true;
        while (heard.poll(20, TimeUnit.MILLISECONDS) == null) {
            time.advance(Duration.ofSeconds(5).toNanos());
        }
    }

    @Test
    void shouldConnectAgainWhenNothingIsAgreedInTime() throws InterruptedException {
        server.enqueue(conversation(socket -> {}));
        server.enqueue(conversation(socket -> socket.send("one")));
        final Listening listening = new Listening();
        listening.establishes = false;

        begin(listening);
        assertThat(next()).endsWith("opened");
        String lost = heard.poll(20, TimeUnit.MILLISECONDS);
        while (lost == null) {
            time.advance(Duration.ofSeconds(5).toNanos());
            lost = heard.poll(20, TimeUnit.MILLISECONDS);
        }

        assertThat(lost).endsWith("lost");
        assertThat(link.next()).startsWith("test-stream: nothing was agreed for ");
    }

    @Test
    void shouldSayGoodbyeWhenClosed() throws InterruptedException {
        final BlockingQueue<Integer> goodbyes = new LinkedBlockingQueue<>();
        server.enqueue(new MockResponse.Builder()
                .webSocketUpgrade(new WebSocketListener() {
                    @Override
                    public void onClosing(final WebSocket socket, final int code, final String reason) {
                        goodbyes.add(code);
                        socket.close(code, reason);
                    }
                })
                .build());

        begin(new Listening());
        assertThat(next()).endsWith("opened");
        stream.close();
        stream.close();

        assertThat(goodbyes.poll(30, TimeUnit.SECONDS)).isEqualTo(1000);
        assertThat(next()).endsWith("lost");
        assertThat(heard).isEmpty();
    }

    private void begin(final Listening handler) {
        begin(handler, new SplittableRandom(1));
    }

    private void begin(final Listening handler, final SplittableRandom random) {
        final StreamSettings settings = new StreamSettings(
                "test-stream",
                URI.create("ws://127.0.0.1:" + server.getPort() + "/"),
                Duration.ofSeconds(10),
                Duration.ofSeconds(90),
                Duration.ofSeconds(1),
                Duration.ofSeconds(4));
        stream = new KeptStream(settings, handler, time, random);
        stream.start(link);
    }

    private String next() throws InterruptedException {
        return heard.poll(30, TimeUnit.SECONDS);
    }

    private static MockResponse conversation(final Consumer<WebSocket> script) {
        return new MockResponse.Builder()
                .webSocketUpgrade(new WebSocketListener() {
                    @Override
                    public void onOpen(final WebSocket socket, final Response response) {
                        script.accept(socket);
                    }

                    @Override
                    public void onClosing(final WebSocket socket, final int code, final String reason) {
                        socket.close(code, reason);
                    }
                })
                .build();
    }

    private final class Listening implements StreamHandler {
        private volatile boolean open = true;
        private volatile boolean establishes = true;

        @Override
        public void onOpened(final StreamConnection connection) {
            hear("opened");
            if (establishes) {
                connection.established();
            }
        }

        @Override
        public void onFrame(final StreamConnection connection, final byte[] bytes, final int length) {
            final String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
            hear(text);
            switch (text) {
                case "retry" -> connection.retryLater("told to retry");
                case "stop" -> connection.stop("told to stop");
                case "fail" -> throw new IllegalStateException("told to fail");
                default -> {}
            }
        }

        @Override
        public void onLost() {
            hear("lost");
        }

        @Override
        public boolean expectsFrames(final long epochNs) {
            return open;
        }

        private void hear(final String what) {
            heard.add("on " + Thread.currentThread().getName() + ": " + what);
        }
    }
}
