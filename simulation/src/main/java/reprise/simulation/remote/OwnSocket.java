package reprise.simulation.remote;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** A socket file at which a process of ours waits: only its owner may reach it, and no network does. */
public final class OwnSocket {
    /** What the operating systems have room for. */
    private static final int MAX_PATH_BYTES = 103;

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private OwnSocket() {}

    /**
     * Listens; makes the directory if there is none. A file that a process left behind that was killed is replaced.
     *
     * @param path of the socket file; in a directory that only its owner may enter.
     * @return listening.
     * @throws LinkException if the socket cannot be made, others may enter the directory, or somebody listens there.
     */
    public static ServerSocketChannel listen(final Path path) {
        final UnixDomainSocketAddress address = address(path);
        try {
            requireOwnDirectory(path.toAbsolutePath().getParent());
            if (Files.exists(path)) {
                requireAbandoned(path);
                Files.delete(path);
            }
            final ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(address);
            return server;
        } catch (final IOException e) {
            throw new LinkException(path + ": cannot listen: " + e.getMessage(), e);
        }
    }

    private static UnixDomainSocketAddress address(final Path path) {
        if (path.toString().getBytes(StandardCharsets.UTF_8).length > MAX_PATH_BYTES) {
            throw new LinkException(path + ": a socket's path may have " + MAX_PATH_BYTES + " bytes at most");
        }
        return UnixDomainSocketAddress.of(path);
    }

    private static void requireOwnDirectory(final Path directory) throws IOException {
        if (!Files.exists(directory)) {
            Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        }
        final Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(directory));
        others.removeAll(OWNER_ONLY);
        if (!others.isEmpty()) {
            throw new LinkException(
                    directory + ": others may enter this directory, and so could use the socket in it; name a"
                            + " directory of your own (chmod 700), or one that does not exist yet");
        }
    }

    /** Only a socket that nobody listens at may be taken away. */
    private static void requireAbandoned(final Path path) {
        if (Files.isRegularFile(path) || Files.isDirectory(path)) {
            throw new LinkException(path + ": exists and is no socket");
        }
        try {
            SocketChannel.open(address(path)).close();
        } catch (final IOException e) {
            // Refused: whoever listened is gone.
            return;
        }
        throw new LinkException(path + ": somebody listens here already");
    }

    /**
     * Connects.
     *
     * @param path of the socket file.
     * @return connected.
     * @throws IOException if nobody listens there.
     * @throws LinkException if the path is too long.
     */
    public static SocketChannel connect(final Path path) throws IOException {
        return SocketChannel.open(address(path));
    }
}
