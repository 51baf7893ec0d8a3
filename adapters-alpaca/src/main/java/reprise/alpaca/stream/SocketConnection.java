package reprise.alpaca.stream;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import reprise.alpaca.rest.NetworkTrouble;

/**
 * One connection from its opening to its end. Run and asked for its fate on the stream's thread; watched and ended from others too. Refuses
 * frames that are too long once they are read.
 */
final class SocketConnection extends WebSocketListener implements StreamConnection {
    private static final int NORMAL_CLOSURE = 1000;
    private static final int HTTP_SWITCHING_PROTOCOLS = 101;
    private static final int LONGEST_REASON = 200;

    private final String threadName;
    private final StreamHandler handler;
    private final Runnable onEstablished;
    private final AtomicLong framesSeen = new AtomicLong();
    private byte[] frame = new byte[64 * 1024];
    private boolean opened;
    private boolean hopeless;
    private int refusal;
    private volatile WebSocket socket;
    private volatile boolean ending;
    private volatile boolean established;
    private volatile String why = "connection lost";

    SocketConnection(final String threadName, final StreamHandler handler, final Runnable onEstablished) {
        this.threadName = threadName;
        this.handler = handler;
        this.onEstablished = onEstablished;
    }

    /** Connects, and returns when the connection has ended. */
    void run(final OkHttpClient client, final Request request) {
        client.newWebSocket(request, this);
        ending = true;
        if (opened) {
            guarded(handler::onLost);
        }
    }

    @Override
    public void onOpen(final WebSocket webSocket, final Response response) {
        socket = webSocket;
        if (ending) {
            webSocket.cancel();
            return;
        }
        opened = true;
        // the library renames the thread while it works for a call
        Thread.currentThread().setName(threadName);
        guarded(() -> handler.onOpened(this));
    }

    @Override
    public void onMessage(final WebSocket webSocket, final String text) {
        if (ending || isTooLong(text.length())) {
            return;
        }
        final int length = text.length();
        reserve(length);
        for (int i = 0; i < length; i++) {
            final char c = text.charAt(i);
            if (c > 0x7f) {
                deliver(text.getBytes(StandardCharsets.UTF_8));
                return;
            }
            frame[i] = (byte) c;
        }
        deliver(frame, length);
    }

    @Override
    public void onMessage(final WebSocket webSocket, final ByteString bytes) {
        if (ending || isTooLong(bytes.size())) {
            return;
        }
        reserve(bytes.size());
        bytes.copyInto(0, frame, 0, bytes.size());
        deliver(frame, bytes.size());
    }

    private boolean isTooLong(final int length) {
        if (length > StreamSettings.MAX_FRAME_BYTES) {
            retryLater("a frame of " + length + " bytes, more than " + StreamSettings.MAX_FRAME_BYTES);
            return true;
        }
        return false;
    }

    private void reserve(final int length) {
        if (frame.length < length) {
            frame = new byte[Math.max(length, 2 * frame.length)];
        }
    }

    private void deliver(final byte[] bytes) {
        if (!isTooLong(bytes.length)) {
            deliver(bytes, bytes.length);
        }
    }

    private void deliver(final byte[] bytes, final int length) {
        framesSeen.lazySet(framesSeen.get() + 1);
        try {
            handler.onFrame(this, bytes, length);
        } catch (final Exception | AssertionError e) {
            stop(e.toString());
        }
    }

    private void guarded(final Runnable call) {
        try {
            call.run();
        } catch (final Exception | AssertionError e) {
            stop(e.toString());
        }
    }

    @Override
    public void onClosing(final WebSocket webSocket, final int code, final String reason) {
        if (!ending) {
            why = "closed by the server (" + (reason.isEmpty() ? code : code + " " + shortened(reason)) + ")";
        }
        webSocket.close(NORMAL_CLOSURE, null);
    }

    @Override
    public void onFailure(final WebSocket webSocket, final Throwable failure, final Response response) {
        if (ending) {
            return;
        }
        if (response != null && response.code() != HTTP_SWITCHING_PROTOCOLS) {
            refusal = response.code();
            why = "the server refused the connection: HTTP " + refusal;
        } else {
            why = shortened(NetworkTrouble.words(failure));
        }
    }

    private static String shortened(final String text) {
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "...";
    }

    @Override
    public void send(final String text) {
        socket.send(text);
    }

    @Override
    public void established() {
        if (!established) {
            established = true;
            onEstablished.run();
        }
    }

    @Override
    public void retryLater(final String reason) {
        end(reason);
    }

    @Override
    public void stop(final String reason) {
        hopeless = true;
        end(reason);
    }

    private void end(final String reason) {
        if (!ending) {
            why = reason;
        }
        close();
    }

    /** Says goodbye, if it is open; if the other side does not answer in time, hangs up. From any thread. */
    boolean close() {
        ending = true;
        final WebSocket open = socket;
        return open != null && open.close(NORMAL_CLOSURE, null);
    }

    /** Hangs up. From any thread. */
    void hangUp(final String reason) {
        if (!ending) {
            why = reason;
            ending = true;
        }
        final WebSocket open = socket;
        if (open != null) {
            open.cancel();
        }
    }

    boolean isEstablished() {
        return established;
    }

    long framesSeen() {
        return framesSeen.get();
    }

    boolean isHopeless() {
        return hopeless;
    }

    int refusal() {
        return refusal;
    }

    String why() {
        return why;
    }
}
