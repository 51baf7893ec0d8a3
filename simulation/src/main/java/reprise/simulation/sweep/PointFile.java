package reprise.simulation.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import reprise.simulation.results.WholeFile;

/**
 * The file of finished points, {@code points.csv}. A row is handed to the system as soon as its run is done, so a kill costs only what was under
 * way; a row that a kill has torn is dropped at the next start. Locked against a second sweep as long as it is open. Not for several threads.
 */
public final class PointFile implements AutoCloseable {
    private static final Comparator<PointResult> IN_ORDER = Comparator.comparingInt(
                    (PointResult result) -> result.spec().window())
            .thenComparingLong(result -> result.spec().point());

    private final Path path;
    private final List<String> keys;
    private final FileChannel channel;
    private final List<PointResult> results = new ArrayList<>();

    private PointFile(final Path path, final List<String> keys, final FileChannel channel) {
        this.path = path;
        this.keys = keys;
        this.channel = channel;
    }

    /** Somebody else has it, or it is not a file of this sweep. The message is for the user. */
    public static final class UnusableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnusableException(final String message) {
            super(message);
        }
    }

    /**
     * Opens the file, new or with what an earlier start has finished.
     *
     * @param path of it.
     * @param grid whose points it holds.
     * @return the file, with what it holds read.
     * @throws UnusableException if another process has it, or if it holds something else.
     */
    public static PointFile open(final Path path, final SweepGrid grid) {
        final List<String> keys = grid.axes().stream().map(SweepAxis::key).toList();
        try {
            final FileChannel channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                lock(path, channel);
                final PointFile file = new PointFile(path, keys, channel);
                file.read();
                return file;
            } catch (final IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(path + " cannot be opened", e);
        }
    }

    private static void lock(final Path path, final FileChannel channel) throws IOException {
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (final OverlappingFileLockException e) {
            // held by this very process, which is no different
        }
        if (lock == null) {
            throw new UnusableException(path + ": another sweep is writing it");
        }
    }

    private void read() throws IOException {
        final String text = Files.readString(path);
        final int whole = text.lastIndexOf('\n') + 1;
        channel.truncate(text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length);
        channel.position(channel.size());
        if (whole == 0) {
            write(header());
            return;
        }
        final String[] lines = text.substring(0, whole).split("\n");
        if (!lines[0].equals(header())) {
            throw new UnusableException(path + ":1: not the columns of this sweep");
        }
        for (int i = 1; i < lines.length; i++) {
            results.add(parse(lines[i], i + 1));
        }
    }

    private PointResult parse(final String line, final int number) {
        try {
            return PointResult.parse(keys, CsvLine.cells(line));
        } catch (final RuntimeException e) {
            throw new UnusableException(path + ":" + number + ": not a row of this sweep (" + e.getMessage() + ")");
        }
    }

    private String header() {
        return CsvLine.of(PointResult.columns(keys));
    }

    /**
     * All results, those of earlier starts included.
     *
     * @return in the order in which they came.
     */
    public List<PointResult> results() {
        return List.copyOf(results);
    }

    /**
     * How many results there are.
     *
     * @return those of earlier starts included.
     */
    public int size() {
        return results.size();
    }

    /**
     * Adds a result, and lets go of it only when the system has it.
     *
     * @param result of a finished run.
     */
    public void append(final PointResult result) {
        results.add(result);
        try {
            write(CsvLine.of(result.cells()));
        } catch (final IOException e) {
            throw new UncheckedIOException(path + " cannot be written", e);
        }
    }

    private void write(final String line) throws IOException {
        final ByteBuffer bytes = ByteBuffer.wrap((line + '\n').getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Everything is done: puts the rows in order of their points, so that equal sweeps leave equal files. */
    public void sort() {
        results.sort(IN_ORDER);
        final StringBuilder text = new StringBuilder(header()).append('\n');
        results.forEach(result -> text.append(CsvLine.of(result.cells())).append('\n'));
        WholeFile.write(path, text);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (final IOException e) {
            throw new UncheckedIOException(path + " cannot be closed", e);
        }
    }
}
