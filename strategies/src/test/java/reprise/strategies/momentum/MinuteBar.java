package reprise.strategies.momentum;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;

/** A bar as a test has it: numbers, not units. */
record MinuteBar(long closeNs, long periodNs, double open, double high, double low, double close, double volume) {
    static final long MINUTE = 60_000_000_000L;
    private static final int PRICE_DECIMALS = 6;
    private static final int QUANTITY_DECIMALS = 2;

    static Instrument instrument(final int id, final String symbol) {
        return new Instrument(
                new InstrumentDefinition(id, 0, symbol, symbol, "USD", PRICE_DECIMALS, QUANTITY_DECIMALS, 1, 1, 0));
    }

    /** The instrument has this bar from now on. */
    void tell(final Instrument instrument) {
        instrument.onBar(
                closeNs,
                periodNs,
                units(open, PRICE_DECIMALS),
                units(high, PRICE_DECIMALS),
                units(low, PRICE_DECIMALS),
                units(close, PRICE_DECIMALS),
                units(volume, QUANTITY_DECIMALS));
    }

    private static long units(final double value, final int decimals) {
        return Math.round(value * Math.pow(10, decimals));
    }

    /** Minutes of US stocks: date;timestamp;close;high;low;open;price;volume, stamped at their open. */
    static List<MinuteBar> stocks(final Path file) {
        return read(file, ";", MINUTE, 1, 5, 3, 4, 2, 7);
    }

    /** Five minutes of crypto: open_time_ms,open,high,low,close,volume. */
    static List<MinuteBar> crypto(final Path file) {
        return read(file, ",", 5 * MINUTE, 0, 1, 2, 3, 4, 5);
    }

    private static List<MinuteBar> read(
            final Path file, final String separator, final long periodNs, final int... columns) {
        final List<MinuteBar> bars = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                final String[] cells = line.split(separator);
                bars.add(new MinuteBar(
                        Long.parseLong(cells[columns[0]]) * 1_000_000 + periodNs,
                        periodNs,
                        number(cells[columns[1]], PRICE_DECIMALS),
                        number(cells[columns[2]], PRICE_DECIMALS),
                        number(cells[columns[3]], PRICE_DECIMALS),
                        number(cells[columns[4]], PRICE_DECIMALS),
                        number(cells[columns[5]], QUANTITY_DECIMALS)));
            }
            return bars;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double number(final String text, final int decimals) {
        return new BigDecimal(text).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
    }
}
