package reprise.simulation.data;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * A file of trades, quotes or levels of the order book, whatever its format. Each kind in it is read by a reader of its own, so that each is in
 * order of time by itself.
 */
public final class TickFile {
    /** No text has such a byte: a line is one field. */
    private static final char WHOLE_LINE = '\0';

    private final SourceFile source;
    private final TickDialect dialect;

    private TickFile(final SourceFile source, final TickDialect dialect) {
        this.source = source;
        this.dialect = dialect;
    }

    /**
     * Recognises a file by its first lines.
     *
     * @param path plain, gzip or zip file
     * @return null if it is not ticks in a known format
     * @throws DataException if the file is missing, empty or unreadable, or ticks of which something is missing
     */
    public static TickFile recognise(final Path path) {
        final SourceFile source = SourceFile.of(path);
        final TickDialect dialect = TickDialects.detect(source);
        return dialect == null ? null : new TickFile(source, dialect);
    }

    /**
     * What the file is.
     *
     * @param zone of stamps that carry none, or null for what the format says
     * @return the facts
     */
    public TickFileFacts facts(final ZoneId zone) {
        final boolean stream = dialect instanceof TickDialect.Stream;
        return new TickFileFacts(
                source.toString(),
                dialect.name(),
                source.compression().toString(),
                timeForm(),
                zoneOf(zone),
                dialect.kinds(),
                stream ? ((TickDialect.Stream) dialect).symbols() : List.of(),
                dialect.notes());
    }

    private String timeForm() {
        if (dialect instanceof TickDialect.Stream messages) {
            return messages.format().timeForm();
        }
        return switch (((TickDialect.Rows) dialect).columns().stampForm().kind()) {
            case EPOCH -> "time since 1970";
            case CALENDAR, DATE_AND_TIME -> "date and time";
            case MILLIS_OF_DAY -> "milliseconds of the day";
        };
    }

    private ZoneId zoneOf(final ZoneId zone) {
        if (dialect instanceof TickDialect.Rows rows) {
            return zone == null ? rows.zone() : zone;
        }
        return LocalClock.UTC;
    }

    /**
     * What the file may hold.
     *
     * @return one kind at least
     */
    public List<TickKind> kinds() {
        return dialect.kinds();
    }

    /**
     * Opens the ticks of one kind.
     *
     * @param kind one that the file may hold
     * @param symbol of the instrument, for files that hold several
     * @param options decimals wanted, policy for bad rows, zone of stamps that carry none
     * @return a reader before its first tick; the caller closes it
     * @throws DataException if the file cannot be read, or holds several instruments and none of that name
     */
    public TickReader open(final TickKind kind, final String symbol, final ReadOptions options) {
        final TickQuality quality = new TickQuality();
        return open(kind, symbol, options, quality, TickNumbers.of(priceExponent(), options, quality));
    }

    int priceExponent() {
        return dialect instanceof TickDialect.Rows rows ? rows.columns().priceExponent() : 0;
    }

    TickReader open(
            final TickKind kind,
            final String symbol,
            final ReadOptions options,
            final TickQuality quality,
            final TickNumbers numbers) {
        return dialect instanceof TickDialect.Rows rows
                ? openRows(rows, kind, options, quality, numbers)
                : openStream((TickDialect.Stream) dialect, kind, symbol, options, quality, numbers);
    }

    private TickReader openRows(
            final TickDialect.Rows format,
            final TickKind kind,
            final ReadOptions options,
            final TickQuality quality,
            final TickNumbers numbers) {
        final RowSource rows = format.layout().open(source);
        final TickColumns columns = format.columns();
        final LocalClock clock = new LocalClock(zoneOf(options.zone()));
        final BadRows badRows =
                new BadRows(source.toString(), rows.positionName(), options.badRows(), quality.ofRows());
        final TickDecoder decoder = columns.areTrades()
                ? new RowTrades(rows, columns, clock, numbers, badRows, quality)
                : new RowQuotes(rows, columns, clock, numbers, badRows, quality);
        return new FileTickReader(decoder, kind, false, columns.id() < 0, badRows, quality, facts(options.zone()));
    }

    private TickReader openStream(
            final TickDialect.Stream stream,
            final TickKind kind,
            final String symbol,
            final ReadOptions options,
            final TickQuality quality,
            final TickNumbers numbers) {
        final String wanted = symbolOf(stream.symbols(), symbol);
        final RowSource rows = new CsvRows(source, WHOLE_LINE);
        final StreamFormat format = stream.format().fresh();
        final BadRows badRows =
                new BadRows(source.toString(), rows.positionName(), options.badRows(), quality.ofRows());
        final RecordingLines lines = new RecordingLines(
                rows,
                format,
                wanted == null ? null : wanted.getBytes(StandardCharsets.UTF_8),
                stream.symbols().size() == 1,
                badRows,
                quality);
        final TickDecoder decoder = kind == TickKind.BOOK
                ? new RecordedBook(lines, format, numbers, badRows, quality)
                : new RecordedMessages(lines, kind, numbers, badRows, quality);
        return new FileTickReader(decoder, kind, true, false, badRows, quality, facts(options.zone()));
    }

    /** The only symbol of a recording, whatever the instrument is called here; of several the one that is called the same. */
    private String symbolOf(final List<String> symbols, final String symbol) {
        if (symbols.size() <= 1) {
            return symbols.isEmpty() ? null : symbols.get(0);
        }
        return symbols.stream()
                .filter(one -> plain(one).equals(plain(symbol)))
                .findFirst()
                .orElseThrow(() -> new DataException(source + ": nothing of " + symbol + "; it holds "
                        + String.join(", ", symbols) + ": name the instrument like one of these"));
    }

    private static String plain(final String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    /** The name used in messages. */
    @Override
    public String toString() {
        return source.toString();
    }
}
