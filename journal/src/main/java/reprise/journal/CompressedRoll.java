package reprise.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A file of a log that was compressed with gzip. It is inflated twice: once when it is opened, to learn how many bytes there are and whether
 * they are good, and once as it is read; going back begins again from the start. Memory does not depend on its size.
 */
final class CompressedRoll implements RollBytes {
    /** Behind the name of the file. */
    static final String SUFFIX = ".gz";

    /** Both passes inflate in pieces of this size, so that they fail in the same place. */
    private static final int PIECE_BYTES = 64 << 10;

    private final Path file;
    private final byte[] piece = new byte[PIECE_BYTES];
    private InputStream inflated;
    private long pieceStart;
    private int pieceBytes;
    private long sizeBytes;
    private String flaw = "";

    private CompressedRoll(final Path file) throws IOException {
        this.file = file;
        measure();
    }

    /** The name of a file's compressed form. */
    static Path of(final Path file) {
        return file.resolveSibling(file.getFileName() + SUFFIX);
    }

    /** The name under which a file's compressed form is written, until it is whole. */
    static Path temporary(final Path file) {
        return file.resolveSibling(file.getFileName() + SUFFIX + ".new");
    }

    /**
     * Opens a compressed file, whatever is in it.
     *
     * @param file to read.
     * @return its bytes as far as they can be inflated; {@link #flaw()} says if that is not all.
     * @throws IOException if it cannot be read.
     */
    static CompressedRoll open(final Path file) throws IOException {
        return new CompressedRoll(file);
    }

    private void measure() throws IOException {
        // So that a file that cannot be opened is not taken for one that cannot be inflated.
        Files.newInputStream(file).close();
        try {
            restart();
            while (nextPiece()) {
                sizeBytes = pieceStart + pieceBytes;
            }
        } catch (final IOException e) {
            flaw = "the compressed file does not inflate behind byte " + sizeBytes + " of what it holds: " + e;
        }
        closeInflated();
    }

    private void restart() throws IOException {
        closeInflated();
        pieceStart = 0;
        pieceBytes = 0;
        final InputStream stored = Files.newInputStream(file);
        try {
            inflated = new GZIPInputStream(stored, PIECE_BYTES);
        } catch (final IOException e) {
            Disk.closeQuietly(stored);
            throw e;
        }
    }

    private boolean nextPiece() throws IOException {
        pieceStart += pieceBytes;
        pieceBytes = Math.max(0, inflated.readNBytes(piece, 0, PIECE_BYTES));
        return pieceBytes > 0;
    }

    @Override
    public long sizeBytes() {
        return sizeBytes;
    }

    @Override
    public int read(final ByteBuffer target, final long position) throws IOException {
        if (position >= sizeBytes) {
            return -1;
        }
        if (inflated == null || position < pieceStart) {
            restart();
        }
        while (position >= pieceStart + pieceBytes) {
            if (!nextPiece()) {
                return -1;
            }
        }
        final int from = (int) (position - pieceStart);
        final int count = Math.min(target.remaining(), pieceBytes - from);
        target.put(piece, from, count);
        return count;
    }

    @Override
    public String flaw() {
        return flaw;
    }

    private void closeInflated() {
        Disk.closeQuietly(inflated);
        inflated = null;
    }

    @Override
    public void close() {
        closeInflated();
    }

    /**
     * Compresses a file, and deletes it when its compressed form is on the disk and was read back equal. If this is killed, at whatever
     * moment, one of the two is there whole, and it can be called again.
     *
     * @param file to compress.
     * @throws IOException if the disk refuses, or gives back something else; the file then stays.
     */
    static void compress(final Path file) throws IOException {
        final Path temporary = temporary(file);
        try (FileChannel channel = FileChannel.open(
                        temporary,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                OutputStream stored = Channels.newOutputStream(channel);
                GZIPOutputStream deflated = new GZIPOutputStream(stored, PIECE_BYTES)) {
            Files.copy(file, deflated);
            deflated.finish();
            channel.force(true);
        }
        checkEqual(file, temporary);
        Files.move(temporary, of(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        final Path directory = file.toAbsolutePath().getParent();
        Disk.forceDirectory(directory);
        Files.delete(file);
        Disk.forceDirectory(directory);
    }

    private static void checkEqual(final Path file, final Path compressed) throws IOException {
        try (InputStream original = Files.newInputStream(file);
                InputStream again = new GZIPInputStream(Files.newInputStream(compressed), PIECE_BYTES)) {
            byte[] expected = original.readNBytes(PIECE_BYTES);
            while (expected.length > 0) {
                if (!Arrays.equals(expected, again.readNBytes(PIECE_BYTES))) {
                    throw new IOException("what was compressed reads back as something else: " + file);
                }
                expected = original.readNBytes(PIECE_BYTES);
            }
            if (again.read() >= 0) {
                throw new IOException("what was compressed reads back as more: " + file);
            }
        }
    }
}
