package reprise.simulation.peer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import reprise.simulation.BarList;
import reprise.simulation.TestMarket;
import reprise.testkit.SharedFiles;

/** LEAN's bars of SPY, adjusted by its factors in full precision: no digit is rounded. Times of New York as if they were UTC. */
final class LeanBars {
    /** Four decimals of a raw price and seven of a factor, and one to spare. */
    static final int DECIMALS = 12;

    static final LocalDate FIRST_DAY = LocalDate.of(2013, 10, 7);
    static final LocalDate LAST_DAY = LocalDate.of(2013, 10, 11);

    private static final int RAW_DECIMALS = 4;
    private static final long NS_PER_MS = 1_000_000;
    private static final long SESSION_OPEN_NS = 34_200 * TestMarket.SECOND_NS;
    private static final long SESSION_CLOSE_NS = 57_600 * TestMarket.SECOND_NS;
    private static final String FOLDER = "data/lean/equity/usa/";

    private final List<String[]> factors = rows("factor_files/spy.csv");

    private static List<String[]> rows(final String file) {
        return SharedFiles.lines(FOLDER + file).stream()
                .map(line -> line.split(","))
                .toList();
    }

    /** What raw prices of a day are multiplied by. */
    BigDecimal factor(final LocalDate day) {
        final String key = day.format(DateTimeFormatter.BASIC_ISO_DATE);
        final String[] row = factors.stream()
                .filter(fields -> fields[0].compareTo(key) >= 0)
                .findFirst()
                .orElseThrow();
        return new BigDecimal(row[1]).multiply(new BigDecimal(row[2]));
    }

    static long adjusted(final String raw, final BigDecimal factor) {
        return PeerBars.scaled(new BigDecimal(raw).movePointLeft(RAW_DECIMALS).multiply(factor), DECIMALS);
    }

    private static void add(final BarList bars, final long openTimeNs, final String[] fields, final BigDecimal factor) {
        bars.bar(
                openTimeNs,
                adjusted(fields[1], factor),
                adjusted(fields[2], factor),
                adjusted(fields[3], factor),
                adjusted(fields[4], factor),
                0);
    }

    /** Days from one on until before another. */
    BarList daily(final String from, final String until) {
        final BarList bars = new BarList(TestMarket.DAY_NS);
        for (final String[] fields : rows("daily/spy.zip")) {
            final LocalDate day = LocalDate.parse(fields[0].substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE);
            if (!day.isBefore(LocalDate.parse(from)) && day.isBefore(LocalDate.parse(until))) {
                add(bars, day.toEpochDay() * TestMarket.DAY_NS, fields, factor(day));
            }
        }
        return bars;
    }

    /** The rows of a session of minutes or seconds, trades or quotes. */
    static List<String[]> session(final String resolution, final LocalDate day, final String kind) {
        return rows(resolution + "/spy/" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "_" + kind + ".zip").stream()
                .filter(fields ->
                        sinceMidnightNs(fields) >= SESSION_OPEN_NS && sinceMidnightNs(fields) < SESSION_CLOSE_NS)
                .toList();
    }

    /** When the bar of a row opens. */
    static long openNs(final LocalDate day, final String[] fields) {
        return day.toEpochDay() * TestMarket.DAY_NS + sinceMidnightNs(fields);
    }

    private static long sinceMidnightNs(final String[] fields) {
        return Long.parseLong(fields[0]) * NS_PER_MS;
    }

    /** Five sessions of seconds; one without a trade stands at the close before it. */
    BarList seconds() {
        final BarList bars = new BarList(TestMarket.SECOND_NS);
        for (LocalDate day = FIRST_DAY; !day.isAfter(LAST_DAY); day = day.plusDays(1)) {
            final BigDecimal factor = factor(day);
            final long midnightNs = day.toEpochDay() * TestMarket.DAY_NS;
            long nextNs = midnightNs + SESSION_OPEN_NS;
            String close = "";
            for (final String[] fields : session("second", day, "trade")) {
                nextNs = stand(bars, nextNs, openNs(day, fields), close, factor);
                add(bars, nextNs, fields, factor);
                nextNs += TestMarket.SECOND_NS;
                close = fields[4];
            }
            stand(bars, nextNs, midnightNs + SESSION_CLOSE_NS, close, factor);
        }
        return bars;
    }

    private static long stand(
            final BarList bars, final long fromNs, final long untilNs, final String close, final BigDecimal factor) {
        long timeNs = fromNs;
        while (timeNs < untilNs) {
            add(bars, timeNs, new String[] {"", close, close, close, close}, factor);
            timeNs += TestMarket.SECOND_NS;
        }
        return timeNs;
    }

    /** A session of minutes with trades. */
    BarList minutes(final LocalDate day) {
        final BarList bars = new BarList(TestMarket.MINUTE_NS);
        for (final String[] fields : session("minute", day, "trade")) {
            add(bars, openNs(day, fields), fields, factor(day));
        }
        return bars;
    }
}
