package reprise.simulation.data;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises files of ticks by their first lines and, for LEAN, their names. */
final class TickDialects {
    private static final Pattern BINANCE = Pattern.compile("(\\d{16,19} )?\\{\\s*\"(stream|e|u|lastUpdateId)\"\\s*:.*");
    private static final Pattern COINBASE = Pattern.compile("(wss?://[^ ]*coinbase.*|\\d+\\.\\d+: \\{\"type\".*)");
    private static final Pattern BYBIT = Pattern.compile("\\{\\s*\"topic\"\\s*:\\s*\"orderbook\\..*");
    private static final int LINES_SEARCHED = 2_000;
    private static final int PREAMBLE_LINES = 5;

    private TickDialects() {}

    /**
     * Recognises the format; null if it is none of ticks.
     *
     * @throws DataException if these are ticks of which something is missing
     */
    static TickDialect detect(final SourceFile source) {
        final Head head = Head.of(source);
        if (head.isBlank() || head.isBinary()) {
            return null;
        }
        final TickDialect lean = LeanTicks.detect(source, head);
        if (lean != null) {
            return lean;
        }
        final StreamFormat stream = streamOf(head.firstLine());
        if (stream != null) {
            return new TickDialect.Stream(stream, symbolsOf(source, stream), List.of());
        }
        return head.isJson() ? JsonTicks.detect(source) : table(source, head);
    }

    private static StreamFormat streamOf(final String firstLine) {
        if (BINANCE.matcher(firstLine).matches()) {
            return new BinanceStreams();
        }
        if (COINBASE.matcher(firstLine.toLowerCase(Locale.ROOT)).matches()) {
            return new CoinbaseStreams();
        }
        return BYBIT.matcher(firstLine).matches() ? new BybitBooks() : null;
    }

    /** The symbols that the first lines name. */
    private static List<String> symbolsOf(final SourceFile source, final StreamFormat format) {
        final Set<String> symbols = new LinkedHashSet<>();
        final StreamMessage message = new StreamMessage();
        try (RowSource rows = new CsvRows(source, '\0')) {
            for (int i = 0; i < LINES_SEARCHED && rows.next(); i++) {
                if (format.read(rows.fields(), message) && message.tickKind() != null) {
                    symbols.add(message.text(StreamMessage.Part.SYMBOL));
                }
            }
        }
        symbols.remove("");
        return List.copyOf(symbols);
    }

    private static TickDialect table(final SourceFile source, final Head head) {
        final List<String> lines = head.lines();
        int headerLines = 0;
        for (int i = 0; i < Math.min(PREAMBLE_LINES, lines.size()); i++) {
            headerLines += lines.get(i).isEmpty() ? 0 : 1;
            final char delimiter = Head.delimiterOf(lines.get(i));
            final ColumnNames names = new ColumnNames(Head.split(lines.get(i), delimiter));
            if (names.columns() != null) {
                return null;
            }
            if (TickNames.areTrades(names) || TickNames.areQuotes(names)) {
                return named(source, "CSV", new RowLayout.Csv(delimiter, headerLines), names);
            }
        }
        return null;
    }

    /** Rows whose columns have names. */
    static TickDialect named(
            final SourceFile source, final String form, final RowLayout layout, final ColumnNames names) {
        final StampForm time = TimeColumns.choose(source, layout, names).form();
        final boolean trades = TickNames.areTrades(names);
        final TickColumns columns = trades ? TickNames.trades(names, time) : TickNames.quotes(source, names, time);
        final String ours = TickNames.areOurs(names) ? "Reprise " + form : form;
        return new TickDialect.Rows(
                ours + (trades ? " of trades" : " of quotes"), layout, columns, LocalClock.UTC, notes(columns));
    }

    private static List<String> notes(final TickColumns columns) {
        final List<String> notes = new ArrayList<>();
        if (columns.areTrades() && columns.side() < 0) {
            notes.add("no column for the side: who took the liquidity in a trade is not known");
        }
        return notes;
    }
}
