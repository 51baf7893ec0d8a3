package reprise.simulation.data;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises LEAN's data files. Minute and second files carry their date, kind and resolution in the file's name; daily and hour
 * files in the folders, their rows begin with {@code YYYYMMDD HH:MM}. Equity prices are in 1/10,000 dollar and New York time,
 * crypto in plain decimals and UTC.
 */
final class LeanDialects {

    private static final Pattern DAY_FILE =
            Pattern.compile("(\\d{8})_(?:.+_)?(minute|second)_(?:trade|quote|openinterest)\\.csv");
    private static final Pattern TICK_FILE = Pattern.compile("\\d{8}_.+_tick.*\\.csv");
    private static final Pattern LONG_ROW = Pattern.compile("\\d{8} \\d{2}:\\d{2},.*");
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    static final int EQUITY_PRICE_DECIMALS = 4;
    private static final int TRADE_COLUMNS = 6;
    private static final int ROWS_TRIED = 50;

    private LeanDialects() {}

    /** The dialect, or null if this is no LEAN file. */
    static Dialect detect(final SourceFile source, final Head head) {
        final String name = source.innerName().toLowerCase(Locale.ROOT);
        if (TICK_FILE.matcher(name).matches()) {
            throw Refusals.notBars(source, "LEAN ticks, not bars; use the file of the minute or second folder");
        }
        final Matcher dayFile = DAY_FILE.matcher(name);
        if (!dayFile.matches() && !LONG_ROW.matcher(head.firstLine()).matches()) {
            return null;
        }
        final int columns = Head.split(head.firstLine(), ',').size();
        if (columns != TRADE_COLUMNS) {
            throw Refusals.notBars(
                    source,
                    "LEAN quotes or other data of " + columns
                            + " columns, not trade bars (time, open, high, low, close, volume); use the _trade file");
        }
        final List<String> notes = new ArrayList<>();
        return dayFile.matches() ? ofDay(source, head, dayFile, notes) : ofYears(source, head, notes);
    }

    private static Dialect ofDay(
            final SourceFile source, final Head head, final Matcher name, final List<String> notes) {
        final boolean seconds = "second".equals(name.group(2));
        final BarPeriod period = BarPeriod.ofNanos(seconds ? BarPeriod.SECOND_NS : 60 * BarPeriod.SECOND_NS);
        final StampForm form = StampForm.millisOfDay(0, dateOf(source, name.group(1)));
        notes.add("date " + name.group(1) + " and resolution taken from the file name");
        return build(source, head, seconds ? "second" : "minute", form, period, notes);
    }

    private static Dialect ofYears(final SourceFile source, final Head head, final List<String> notes) {
        final boolean hourly = folders(source).contains("hour");
        final boolean daily = folders(source).contains("daily");
        final BarPeriod period;
        if (hourly || daily) {
            period = hourly ? BarPeriod.ofNanos(3_600 * BarPeriod.SECOND_NS) : BarPeriod.ofDays(1);
        } else {
            period = null;
        }
        return build(source, head, hourly ? "hour" : "daily", StampForm.calendar(0), period, notes);
    }

    private static Dialect build(
            final SourceFile source,
            final Head head,
            final String resolution,
            final StampForm form,
            final BarPeriod period,
            final List<String> notes) {
        final boolean equity = isEquity(source, head, notes);
        return new Dialect(
                "LEAN " + (equity ? "equity " : "crypto ") + resolution + " trade bars",
                new RowLayout.Csv(',', 0),
                Columns.USUAL,
                form,
                equity ? NEW_YORK : LocalClock.UTC,
                StampConvention.OPEN,
                period,
                equity ? EQUITY_PRICE_DECIMALS : 0,
                notes);
    }

    /** From the folders; where they do not tell, whole numbers throughout mean equity, and that is reported. */
    static boolean isEquity(final SourceFile source, final Head head, final List<String> notes) {
        final List<String> folders = folders(source);
        if (folders.contains("equity") && !folders.contains("usa")) {
            notes.add("not the market usa: America/New_York is assumed all the same");
        }
        if (folders.contains("equity") || folders.contains("crypto")) {
            return folders.contains("equity");
        }
        final boolean whole = head.lines().stream().limit(ROWS_TRIED).noneMatch(line -> line.indexOf('.') >= 0);
        notes.add("no equity or crypto folder in the path: "
                + (whole
                        ? "only whole numbers, so taken as equity (prices in 1/10,000, America/New_York)"
                        : "decimal points, so taken as crypto (plain prices, UTC)"));
        return whole;
    }

    private static List<String> folders(final SourceFile source) {
        final List<String> names = new ArrayList<>();
        for (final Path part : source.path().toAbsolutePath()) {
            names.add(part.toString());
        }
        return names;
    }

    static long dateOf(final SourceFile source, final String digits) {
        try {
            return LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE).toEpochDay();
        } catch (final DateTimeException e) {
            throw new DataException(
                    source + ": the file name's date " + digits + " does not exist; expected YYYYMMDD", e);
        }
    }
}
