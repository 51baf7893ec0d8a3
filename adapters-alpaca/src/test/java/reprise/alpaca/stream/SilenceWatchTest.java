package reprise.alpaca.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import okio.ByteString;
import org.junit.jupiter.api.Test;

class SilenceWatchTest {
    private final SettableTime time = new SettableTime();
    private final Quiet handler = new Quiet();
    private final SilenceWatch watch = new SilenceWatch(
            new StreamSettings(
                    "test",
                    URI.create("ws://127.0.0.1/"),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(90),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(60)),
            handler,
            time);

    private SocketConnection opened() {
        final SocketConnection connection = new SocketConnection("test", handler, () -> {});
        connection.established();
        watch.check(connection);
        return connection;
    }

    /** After how many seconds a silent connection is given up. */
    private int patienceWith(final SocketConnection connection) {
        int seconds = 0;
        while (connection.why().equals("connection lost")) {
            time.advance(Duration.ofSeconds(1).toNanos());
            seconds++;
            watch.check(connection);
        }
        return seconds;
    }

    @Test
    void shouldBearAConnectionTwiceAsLongEachTimeThatNothingCame() {
        for (final int seconds : new int[] {90, 180, 360, 720, 1440, 1440}) {
            assertThat(patienceWith(opened())).isEqualTo(seconds);
        }
    }

    @Test
    void shouldBeImpatientAgainOnceSomethingCame() {
        patienceWith(opened());
        patienceWith(opened());
        final SocketConnection connection = opened();
        connection.onMessage(null, ByteString.encodeUtf8("data"));
        watch.check(connection);

        assertThat(patienceWith(connection)).isEqualTo(90);
    }

    @Test
    void shouldCountSilenceFromTheOpeningOfTheMarketOn() {
        final SocketConnection connection = opened();
        handler.open = false;
        for (int i = 0; i < 1_000; i++) {
            time.advance(Duration.ofMinutes(1).toNanos());
            watch.check(connection);
        }
        handler.open = true;

        assertThat(patienceWith(connection)).isEqualTo(90);
    }

    private static final class Quiet implements StreamHandler {
        private boolean open = true;

        @Override
        public void onOpened(final StreamConnection connection) {
            // says nothing
        }

        @Override
        public void onFrame(final StreamConnection connection, final byte[] bytes, final int length) {
            // says nothing
        }

        @Override
        public void onLost() {
            // says nothing
        }

        @Override
        public boolean expectsFrames(final long epochNs) {
            return open;
        }
    }
}
