package reprise.simulation.data;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.GZIPOutputStream;

/**
 * Writes bars as Reprise CSV: {@code timestamp,open,high,low,close,volume}, the time in ISO-8601 and UTC, stamped at the bar's
 * beginning. Single-threaded; allocates only when the day changes.
 */
public final class BarCsvWriter implements AutoCloseable {

    private static final byte[] HEADER = "timestamp,open,high,low,close,volume\n".getBytes(StandardCharsets.US_ASCII);
    private static final int LINE_BYTES = 256;
    private static final int FILE_BUFFER_BYTES = 1 << 16;
    private static final int FRACTION_DIGITS = 9;

    private final Path path;
    private final OutputStream out;
    private final int priceDecimals;
    private final int quantityDecimals;
    private final byte[] line = new byte[LINE_BYTES];
    private final byte[] digits = new byte[20];
    private int position;
    private long day = Long.MIN_VALUE;
    private byte[] dayText = new byte[0];

    /**
     * Creates or overwrites a file and writes the header. A name that ends with .gz is compressed.
     *
     * @param path of the file
     * @param priceDecimals decimals of the prices that will be written
     * @param quantityDecimals decimals of the volumes that will be written
     * @throws DataException if the file cannot be written
     */
    public BarCsvWriter(final Path path, final int priceDecimals, final int quantityDecimals) {
        this.path = path;
        this.priceDecimals = priceDecimals;
        this.quantityDecimals = quantityDecimals;
        try {
            final OutputStream file = Files.newOutputStream(path);
            this.out = path.toString().endsWith(".gz")
                    ? new GZIPOutputStream(file, FILE_BUFFER_BYTES)
                    : new BufferedOutputStream(file, FILE_BUFFER_BYTES);
            out.write(HEADER);
        } catch (final IOException e) {
            throw failed(e);
        }
    }

    /**
     * Writes all bars that a reader still has.
     *
     * @param reader whose decimals must be those of this writer
     * @return how many bars were written
     */
    public long writeAll(final BarReader reader) {
        long count = 0;
        while (reader.next()) {
            write(
                    reader.openTimeNs(),
                    reader.openPrice(),
                    reader.highPrice(),
                    reader.lowPrice(),
                    reader.closePrice(),
                    reader.volume());
            count++;
        }
        return count;
    }

    /**
     * Writes one bar.
     *
     * @param openTimeNs beginning of the bar, epoch nanoseconds
     * @param open first price in the price decimals
     * @param high highest price
     * @param low lowest price
     * @param close last price
     * @param volume traded quantity in the quantity decimals
     * @throws DataException if the file cannot be written
     */
    public void write(
            final long openTimeNs,
            final long open,
            final long high,
            final long low,
            final long close,
            final long volume) {
        position = 0;
        time(openTimeNs);
        number(open, priceDecimals);
        number(high, priceDecimals);
        number(low, priceDecimals);
        number(close, priceDecimals);
        number(volume, quantityDecimals);
        line[position++] = '\n';
        try {
            out.write(line, 0, position);
        } catch (final IOException e) {
            throw failed(e);
        }
    }

    /** Writes what is buffered and closes the file. */
    @Override
    public void close() {
        try {
            out.close();
        } catch (final IOException e) {
            throw failed(e);
        }
    }

    private void time(final long timeNs) {
        final long newDay = Math.floorDiv(timeNs, BarPeriod.DAY_NS);
        if (newDay != day) {
            day = newDay;
            dayText = (LocalDate.ofEpochDay(day) + "T").getBytes(StandardCharsets.US_ASCII);
        }
        System.arraycopy(dayText, 0, line, position, dayText.length);
        position += dayText.length;
        final long ofDayNs = Math.floorMod(timeNs, BarPeriod.DAY_NS);
        final int second = (int) (ofDayNs / BarPeriod.SECOND_NS);
        twoDigits(second / 3_600);
        line[position++] = ':';
        twoDigits(second / 60 % 60);
        line[position++] = ':';
        twoDigits(second % 60);
        fraction(ofDayNs % BarPeriod.SECOND_NS);
        line[position++] = 'Z';
    }

    private void fraction(final long nanos) {
        if (nanos == 0) {
            return;
        }
        line[position++] = '.';
        long rest = nanos;
        for (int i = FRACTION_DIGITS - 1; i >= 0; i--) {
            line[position + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        position += FRACTION_DIGITS;
    }

    private void twoDigits(final int value) {
        line[position++] = (byte) ('0' + value / 10);
        line[position++] = (byte) ('0' + value % 10);
    }

    private void number(final long value, final int decimals) {
        if (value < 0) {
            throw new IllegalArgumentException("a bar has no negative numbers: " + value);
        }
        line[position++] = ',';
        int count = 0;
        for (long rest = value; rest > 0 || count <= decimals; rest /= 10) {
            digits[count++] = (byte) ('0' + rest % 10);
        }
        while (count > 0) {
            if (count == decimals) {
                line[position++] = '.';
            }
            line[position++] = digits[--count];
        }
    }

    private DataException failed(final IOException cause) {
        return new DataException(path + ": cannot be written: " + cause.getMessage(), cause);
    }
}
