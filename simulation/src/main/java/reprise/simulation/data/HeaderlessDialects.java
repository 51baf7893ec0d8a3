package reprise.simulation.data;

import java.util.List;
import java.util.regex.Pattern;

/** Recognises the known tables that come without column names; anything else is refused rather than guessed. */
final class HeaderlessDialects {

    private static final int KLINE_CLOSE_TIME = 6;
    private static final Columns KLINE_COLUMNS = new Columns(
            List.of(
                    "open time",
                    "open",
                    "high",
                    "low",
                    "close",
                    "volume",
                    "close time",
                    "quote volume",
                    "trades",
                    "taker buy base",
                    "taker buy quote",
                    "ignore"),
            1,
            2,
            3,
            4,
            5);
    private static final Pattern NINJATRADER = Pattern.compile("\\d{8} \\d{6};[^;]+;[^;]+;[^;]+;[^;]+;[^;]+");
    private static final Pattern STREAM_RECORDING = Pattern.compile("\\d+:? +[{\\[].*");
    private static final Pattern ENDS_WITH_BOOLEAN = Pattern.compile(".*,(true|false|True|False)");
    private static final int TICK_COLUMNS = 3;

    private HeaderlessDialects() {}

    /** Recognises the table by its first line. */
    static Dialect detect(final SourceFile source, final String firstLine) {
        if (NINJATRADER.matcher(firstLine).matches()) {
            return new Dialect(
                    "NinjaTrader minutes",
                    new RowLayout.Csv(';', 0),
                    Columns.USUAL,
                    StampForm.calendar(0),
                    LocalClock.UTC,
                    StampConvention.CLOSE,
                    null,
                    0,
                    List.of());
        }
        final char delimiter = Head.delimiterOf(firstLine);
        final int columns = Head.split(firstLine, delimiter).size();
        if (columns == KLINE_COLUMNS.count()) {
            final Dialect klines = klines(source, new RowLayout.Csv(delimiter, 0), "Binance klines");
            if (klines != null) {
                return klines;
            }
        }
        throw refusal(source, firstLine, columns);
    }

    /** Twelve columns as Binance writes them, or null if the times do not fit. */
    static Dialect klines(final SourceFile source, final RowLayout layout, final String name) {
        try (RowSource rows = layout.open(source)) {
            if (!rows.next() || !(isEpoch(rows.fields(), 0) && isEpoch(rows.fields(), KLINE_CLOSE_TIME))) {
                return null;
            }
            return new Dialect(
                    name,
                    layout,
                    KLINE_COLUMNS,
                    StampForm.epoch(0),
                    LocalClock.UTC,
                    StampConvention.OPEN,
                    klinePeriod(rows.fields()),
                    0,
                    List.of());
        }
    }

    private static boolean isEpoch(final Fields row, final int column) {
        final StampForm form = TimeColumns.formOf(row, column);
        return form != null && form.kind() == StampForm.Kind.EPOCH;
    }

    /** The close time is the bar's last unit of time, so a row tells its own length; null if it makes no sense. */
    private static BarPeriod klinePeriod(final Fields row) {
        final DataQuality unused = new DataQuality();
        final long openNs = new EpochStampParser(0, unused).parse(row);
        final long lastNs = new EpochStampParser(KLINE_CLOSE_TIME, unused).parse(row);
        final long unitNs = EpochStampParser.unitNsOf(Long.parseLong(row.text(0)));
        final long periodNs = lastNs + unitNs - openNs;
        if (periodNs <= 0 || periodNs % BarPeriod.SECOND_NS != 0) {
            return null;
        }
        final long days = periodNs / BarPeriod.DAY_NS;
        return days >= Timing.SHORTEST_MONTH_DAYS ? BarPeriod.ofMonths(1) : BarPeriod.ofNanos(periodNs);
    }

    private static DataException refusal(final SourceFile source, final String firstLine, final int columns) {
        final String line = "; the first line is " + Refusals.shortened(firstLine);
        if (STREAM_RECORDING.matcher(firstLine).matches()) {
            return Refusals.notBars(source, "a recording of a venue's stream, not bars" + line);
        }
        if (columns == TICK_COLUMNS || ENDS_WITH_BOOLEAN.matcher(firstLine).matches()) {
            return Refusals.notBars(
                    source,
                    "looks like trades, not bars; with a first line such as timestamp,price,quantity they can be read"
                            + line);
        }
        return Refusals.notBars(
                source,
                columns
                        + " columns without a header line to name them; add one such as timestamp,open,high,low,close,volume"
                        + line);
    }
}
