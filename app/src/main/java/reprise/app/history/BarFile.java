package reprise.app.history;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import reprise.simulation.data.DataException;

/**
 * A file of bars as Reprise CSV ({@code timestamp,open,high,low,close,volume}; the time is UTC and that of the bar's beginning) that is fetched
 * piece by piece: opened again, it goes on behind its last whole line. Single-threaded.
 */
public final class BarFile implements AutoCloseable {
    private static final String HEADER = "timestamp,open,high,low,close,volume";
    private static final int LONGEST_LINE_BYTES = 512;
    private static final long NS_PER_SECOND = 1_000_000_000;

    private final Path path;
    private final BufferedWriter out;
    private final long bars;
    private long lastStartNs;
    private long added;

    /** The end of a file: where its last whole line ends, and when the bar in it began; 0 if it has none. */
    private record End(long position, long startNs) {}

    /**
     * Opens a file, or makes it.
     *
     * @param path of it; plain text.
     * @throws DataException if it is there and something else, or cannot be written.
     */
    public BarFile(final Path path) {
        this.path = path;
        try {
            if (path.getParent() != null) {
                Files.createDirectories(path.getParent());
            }
            final boolean isNew = !Files.exists(path) || Files.size(path) == 0;
            if (isNew) {
                Files.writeString(path, HEADER + "\n");
            }
            final End end = cutBehindLastLine();
            lastStartNs = end.startNs();
            bars = countLines(path) - 1;
            out = Files.newBufferedWriter(path, StandardOpenOption.APPEND);
        } catch (final IOException e) {
            throw new DataException(path + ": cannot be written: " + e.getMessage(), e);
        }
    }

    /** What was not written whole when a process died is fetched again. */
    private End cutBehindLastLine() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            requireHeader(file);
            final long length = file.length();
            final int tailBytes = (int) Math.min(length, 2L * LONGEST_LINE_BYTES);
            final byte[] tail = new byte[tailBytes];
            file.seek(length - tailBytes);
            file.readFully(tail);
            final String text = new String(tail, StandardCharsets.US_ASCII);
            final int lineEnd = text.lastIndexOf('\n');
            final int lineStart = text.lastIndexOf('\n', lineEnd - 1) + 1;
            final String line = text.substring(lineStart, lineEnd);
            final long position = length - tailBytes + lineEnd + 1;
            file.setLength(position);
            return new End(position, line.equals(HEADER) ? 0 : startNs(line));
        }
    }

    private void requireHeader(final RandomAccessFile file) throws IOException {
        final byte[] start = new byte[HEADER.length() + 1];
        if (file.length() < start.length) {
            throw notOurs();
        }
        file.readFully(start);
        if (!new String(start, StandardCharsets.US_ASCII).equals(HEADER + "\n")) {
            throw notOurs();
        }
    }

    private DataException notOurs() {
        return new DataException(path + ": is there and does not begin with " + HEADER
                + "; move it away, or fetch into another directory");
    }

    private long startNs(final String line) {
        try {
            final Instant time = Instant.parse(line.substring(0, Math.max(0, line.indexOf(','))));
            return time.getEpochSecond() * NS_PER_SECOND + time.getNano();
        } catch (final DateTimeException e) {
            throw new DataException(path + ": its last line does not begin with a time in UTC: " + line, e);
        }
    }

    private static long countLines(final Path path) throws IOException {
        try (var lines = Files.lines(path, StandardCharsets.US_ASCII)) {
            return lines.count();
        }
    }

    /**
     * Adds a bar behind the others.
     *
     * @param startNs when it began, nanoseconds since the epoch; a bar that is not later than the last one is there already and left out.
     * @param open first price, as decimal text; like the rest.
     * @param high highest price.
     * @param low lowest price.
     * @param close last price.
     * @param volume traded quantity.
     * @throws DataException if it cannot be written.
     */
    public void add(
            final long startNs,
            final String open,
            final String high,
            final String low,
            final String close,
            final String volume) {
        if (startNs <= lastStartNs) {
            return;
        }
        try {
            final Instant time = Instant.ofEpochSecond(startNs / NS_PER_SECOND, startNs % NS_PER_SECOND);
            out.write(time + "," + open + "," + high + "," + low + "," + close + "," + volume + "\n");
        } catch (final IOException e) {
            throw new DataException(path + ": cannot be written: " + e.getMessage(), e);
        }
        lastStartNs = startNs;
        added++;
    }

    /** Hands what was added to the operating system. */
    public void flush() {
        try {
            out.flush();
        } catch (final IOException e) {
            throw new DataException(path + ": cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * Where to go on.
     *
     * @return when the last bar began, nanoseconds since the epoch; 0 for none.
     */
    public long lastStartNs() {
        return lastStartNs;
    }

    /**
     * How many there are.
     *
     * @return bars in the file.
     */
    public long bars() {
        return bars + added;
    }

    /**
     * How many were added since it was opened.
     *
     * @return bars.
     */
    public long added() {
        return added;
    }

    /**
     * Where it is.
     *
     * @return the file.
     */
    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (final IOException e) {
            throw new DataException(path + ": cannot be written: " + e.getMessage(), e);
        }
    }
}
