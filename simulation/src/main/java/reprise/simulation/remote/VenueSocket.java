package reprise.simulation.remote;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** The socket file at which a venue waits. */
final class VenueSocket {
    private VenueSocket() {}

    /** Listens. */
    static ServerSocketChannel listen(final Path path) {
        return OwnSocket.listen(path);
    }

    /** Connects. */
    static SocketChannel connect(final Path path) {
        try {
            return OwnSocket.connect(path);
        } catch (final IOException e) {
            throw new LinkException(path + ": no venue can be reached here: " + e.getMessage(), e);
        }
    }
}
