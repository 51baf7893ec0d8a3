package reprise.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of one file of a log, as Chronicle wrote them, however they are stored. Single-threaded. */
interface RollBytes extends Closeable {
    /**
     * Opens a file, or its compressed form if that is all there is.
     *
     * @param file as Chronicle named it.
     * @return its bytes.
     * @throws IOException if there is neither, or it cannot be read.
     */
    static RollBytes open(final Path file) throws IOException {
        final Path compressed = CompressedRoll.of(file);
        return Files.exists(compressed) && !Files.exists(file) ? CompressedRoll.open(compressed) : new Plain(file);
    }

    /**
     * How many bytes there are.
     *
     * @return so many that can be read, now.
     */
    long sizeBytes();

    /**
     * Reads some bytes.
     *
     * @param target to fill from its position on, at most to its limit.
     * @param position in the file.
     * @return number of bytes, or -1 at the end.
     * @throws IOException if they cannot be read.
     */
    int read(ByteBuffer target, long position) throws IOException;

    /**
     * What is wrong with the way they are stored.
     *
     * @return empty if nothing is.
     */
    String flaw();

    /** A file as it was written. */
    final class Plain implements RollBytes {
        private final FileChannel channel;
        private final long sizeBytes;

        private Plain(final Path file) throws IOException {
            channel = FileChannel.open(file, StandardOpenOption.READ);
            sizeBytes = channel.size();
        }

        @Override
        public long sizeBytes() {
            return sizeBytes;
        }

        @Override
        public int read(final ByteBuffer target, final long position) throws IOException {
            return channel.read(target, position);
        }

        @Override
        public String flaw() {
            return "";
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
