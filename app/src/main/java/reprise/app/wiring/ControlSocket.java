package reprise.app.wiring;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import reprise.simulation.remote.LinkException;
import reprise.simulation.remote.OwnSocket;

/**
 * The socket file by which the operator reaches a running engine: in a directory of the journal that only its owner may enter, no network. One
 * line comes in, one goes out, one conversation at a time; whoever says nothing, or too much, is not waited for.
 */
public final class ControlSocket implements AutoCloseable {
    private static final Path FILE = Path.of("control", "socket");
    private static final int MAX_LINE_BYTES = 512;
    private static final int MAX_ANSWER_BYTES = 64 << 10;
    private static final long LISTENING_MS = 2_000;
    private static final long ANSWER_MS = 15_000;
    private static final String OK = "ok ";

    private final OperatorDesk desk;
    private final Path path;
    private final ServerSocketChannel server;
    private final Thread thread = new Thread(this::serve, "control");

    private ControlSocket(final Path path, final OperatorDesk desk) {
        this.path = path;
        this.desk = desk;
        server = OwnSocket.listen(path);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Listens from now on. A run whose socket cannot be made goes on without it, and says so: signals reach it still.
     *
     * @param journal directory of the journal.
     * @param desk takes the requests.
     * @return null if it cannot listen.
     */
    static ControlSocket open(final Path journal, final OperatorDesk desk) {
        try {
            return new ControlSocket(journal.resolve(FILE), desk);
        } catch (final LinkException e) {
            System.err.println("reprise: no requests by reprise tell: " + e.getMessage());
            return null;
        }
    }

    private void serve() {
        while (server.isOpen()) {
            try (SocketChannel channel = server.accept()) {
                final String line = readLine(channel, LISTENING_MS, MAX_LINE_BYTES);
                channel.configureBlocking(true);
                write(
                        channel,
                        line == null ? "a request is one line of up to " + MAX_LINE_BYTES + " bytes" : answer(line));
            } catch (final IOException e) {
                // Somebody went away, or the run ends.
            }
        }
    }

    private String answer(final String line) {
        try {
            final String answer = desk.ask(line);
            System.err.println("reprise: operator: " + line.strip() + ": " + answer);
            return OK + answer;
        } catch (final OperatorDesk.RefusedException e) {
            return e.getMessage();
        } catch (final RuntimeException e) {
            return "the engine has failed: " + e.getMessage();
        }
    }

    /** Null if none comes in time or within bounds. Printable characters only. */
    private static String readLine(final SocketChannel channel, final long patienceMs, final int maxBytes)
            throws IOException {
        final ByteBuffer bytes = ByteBuffer.allocate(maxBytes);
        final long beginNanoTime = System.nanoTime();
        channel.configureBlocking(false);
        try (Selector selector = Selector.open()) {
            channel.register(selector, SelectionKey.OP_READ);
            boolean goesOn = true;
            while (goesOn && bytes.hasRemaining() && !endsLine(bytes)) {
                final long leftMs = patienceMs - (System.nanoTime() - beginNanoTime) / 1_000_000;
                goesOn = leftMs > 0 && selector.select(leftMs) > 0 && channel.read(bytes) >= 0;
                selector.selectedKeys().clear();
            }
        }
        return endsLine(bytes)
                ? new String(bytes.array(), 0, bytes.position() - 1, StandardCharsets.UTF_8)
                        .replaceAll("[^\\x20-\\x7E]", "?")
                : null;
    }

    private static boolean endsLine(final ByteBuffer bytes) {
        return bytes.position() > 0 && bytes.get(bytes.position() - 1) == '\n';
    }

    private static void write(final SocketChannel channel, final String line) throws IOException {
        final ByteBuffer bytes = ByteBuffer.wrap((line.replace('\n', ' ') + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /**
     * Asks a running engine.
     *
     * @param journal directory of its journal.
     * @param request one line.
     * @return what it did.
     * @throws LinkException if no engine is running on that journal, it refuses, or it does not answer in time.
     */
    public static String tell(final Path journal, final String request) {
        final Path path = journal.resolve(FILE);
        if (!Files.exists(path)) {
            throw new LinkException(
                    journal + ": no run listens here; one at a venue (--venue) or a broker does, while it goes on");
        }
        try (SocketChannel channel = OwnSocket.connect(path)) {
            write(channel, request);
            final String answer = readLine(channel, ANSWER_MS, MAX_ANSWER_BYTES);
            if (answer == null) {
                throw new LinkException(journal + ": no answer within " + ANSWER_MS / 1_000 + " s");
            }
            if (!answer.startsWith(OK)) {
                throw new LinkException(answer);
            }
            return answer.substring(OK.length());
        } catch (final IOException e) {
            throw new LinkException(journal + ": no run listens here: " + e.getMessage(), e);
        }
    }

    /** Whether the operator ended the run by a request. */
    boolean wasAskedToStop() {
        return desk.wasAskedToStop();
    }

    /** Stops listening and takes the socket away. */
    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(path);
        } catch (final IOException e) {
            // The next run replaces what is left.
        }
    }
}
