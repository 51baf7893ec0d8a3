package reprise.simulation.data;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises LEAN's ticks of equities, and its bars of quotes. The date, the kind and the resolution are in the file's name. A tick of a quote
 * tells one side. A bar of quotes is the quote at its close, known when it is over.
 */
final class LeanTicks {
    private static final Pattern TICK_FILE = Pattern.compile("(\\d{8})_(.+)_(trade|quote)_tick.*\\.csv");
    private static final Pattern QUOTE_BARS = Pattern.compile("(\\d{8})_(?:.+_)?(minute|second)_quote\\.csv");
    private static final List<String> TRADE_COLUMNS =
            List.of("milliseconds", "price", "size", "exchange", "condition", "suspicious");
    private static final List<String> QUOTE_COLUMNS =
            List.of("milliseconds", "bid", "bid size", "ask", "ask size", "exchange", "condition", "suspicious");
    private static final List<String> BAR_COLUMNS = List.of(
            "milliseconds",
            "bid open",
            "bid high",
            "bid low",
            "bid close",
            "bid size",
            "ask open",
            "ask high",
            "ask low",
            "ask close",
            "ask size");
    private static final long MINUTE_NS = 60 * BarPeriod.SECOND_NS;
    private static final RowLayout LAYOUT = new RowLayout.Csv(',', 0);

    private LeanTicks() {}

    /** The dialect, or null if this is neither. */
    static TickDialect detect(final SourceFile source, final Head head) {
        final String name = source.innerName().toLowerCase(Locale.ROOT);
        final Matcher ticks = TICK_FILE.matcher(name);
        if (ticks.matches()) {
            return "trade".equals(ticks.group(3)) ? trades(source, head, ticks) : quotes(source, head, ticks);
        }
        final Matcher bars = QUOTE_BARS.matcher(name);
        return bars.matches() ? quoteBars(source, head, bars) : null;
    }

    private static TickDialect trades(final SourceFile source, final Head head, final Matcher name) {
        requireColumns(source, head, TRADE_COLUMNS);
        final TickColumns columns = TickColumns.ofTrades(TRADE_COLUMNS, stamps(source, name), 1, 2, -1, -1)
                .markedBy(5)
                .multipliedBy(LeanDialects.EQUITY_PRICE_DECIMALS);
        return new TickDialect.Rows("LEAN equity trade ticks", LAYOUT, columns, LeanDialects.NEW_YORK, notes(name));
    }

    private static TickDialect quotes(final SourceFile source, final Head head, final Matcher name) {
        requireColumns(source, head, QUOTE_COLUMNS);
        final TickColumns columns = TickColumns.ofQuotes(QUOTE_COLUMNS, stamps(source, name), 1, 2, 3, 4)
                .markedBy(7)
                .multipliedBy(LeanDialects.EQUITY_PRICE_DECIMALS)
                .oneSideARow();
        final List<String> notes = notes(name);
        notes.add("a row tells one side of the quote; the other stays what it was");
        return new TickDialect.Rows("LEAN equity quote ticks", LAYOUT, columns, LeanDialects.NEW_YORK, notes);
    }

    private static TickDialect quoteBars(final SourceFile source, final Head head, final Matcher name) {
        requireColumns(source, head, BAR_COLUMNS);
        final List<String> notes = notes(name);
        final boolean equity = LeanDialects.isEquity(source, head, notes);
        final ZoneId zone = equity ? LeanDialects.NEW_YORK : LocalClock.UTC;
        final boolean seconds = "second".equals(name.group(2));
        notes.add("of each bar the quote at its close, known at its end");
        final TickColumns columns = TickColumns.ofQuotes(BAR_COLUMNS, stamps(source, name), 4, 5, 9, 10)
                .knownAfter(seconds ? BarPeriod.SECOND_NS : MINUTE_NS)
                .multipliedBy(equity ? LeanDialects.EQUITY_PRICE_DECIMALS : 0);
        return new TickDialect.Rows(
                "LEAN " + (equity ? "equity " : "crypto ") + name.group(2) + " quote bars",
                LAYOUT,
                columns,
                zone,
                notes);
    }

    private static StampForm stamps(final SourceFile source, final Matcher name) {
        return StampForm.millisOfDay(0, LeanDialects.dateOf(source, name.group(1)));
    }

    private static List<String> notes(final Matcher name) {
        final List<String> notes = new ArrayList<>();
        notes.add("date " + name.group(1) + " taken from the file name");
        return notes;
    }

    private static void requireColumns(final SourceFile source, final Head head, final List<String> columns) {
        final int found = Head.split(head.firstLine(), ',').size();
        if (found != columns.size()) {
            throw new DataException(source + ", line 1: has " + found + " columns, expected " + columns.size()
                    + " as in LEAN's files of equities: " + String.join(",", columns));
        }
    }
}
