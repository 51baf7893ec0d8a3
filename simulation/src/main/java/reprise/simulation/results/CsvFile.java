package reprise.simulation.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import reprise.number.Decimals;
import reprise.number.Money;

/** One CSV file, written row by row. Allocates nothing per row beyond what the file system does; a failure to write stops the run. */
final class CsvFile implements AutoCloseable {
    private final Path path;
    private final Writer writer;
    private final UtcTime time = new UtcTime();
    private final StringBuilder row = new StringBuilder(256);
    private char[] chars = new char[256];

    CsvFile(final Path path, final String header) {
        this.path = path;
        try {
            writer = Files.newBufferedWriter(path, StandardCharsets.US_ASCII);
        } catch (final IOException e) {
            throw unwritable(e);
        }
        row.append(header);
        endRow();
    }

    private UncheckedIOException unwritable(final IOException problem) {
        return new UncheckedIOException(path + " cannot be written", problem);
    }

    private StringBuilder field() {
        return row.isEmpty() ? row : row.append(',');
    }

    CsvFile time(final long timeNs) {
        time.append(field(), timeNs);
        return this;
    }

    CsvFile number(final long value) {
        field().append(value);
        return this;
    }

    CsvFile decimal(final long value, final int decimals) {
        Decimals.append(field(), value, decimals);
        return this;
    }

    CsvFile money(final long value) {
        return decimal(value, Money.DECIMALS);
    }

    /** A fraction with nine decimals, which is more than a drawdown has that anybody could act on. */
    CsvFile fraction(final double value) {
        if (Double.isNaN(value)) {
            field();
            return this;
        }
        return decimal(Math.round(value * 1e9), 9);
    }

    CsvFile text(final String value) {
        field().append(value);
        return this;
    }

    void endRow() {
        row.append('\n');
        final int length = row.length();
        if (length > chars.length) {
            chars = new char[2 * length];
        }
        row.getChars(0, length, chars, 0);
        row.setLength(0);
        try {
            writer.write(chars, 0, length);
        } catch (final IOException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (final IOException e) {
            throw unwritable(e);
        }
    }
}
