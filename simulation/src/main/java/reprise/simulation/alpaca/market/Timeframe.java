package reprise.simulation.alpaca.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long bars of history are: minutes, hours, days, weeks or months. Immutable. */
public final class Timeframe {
    private static final Pattern FORM = Pattern.compile("(\\d{1,2})(Min|T|Hour|H|Day|D|Week|W|Month|M)");
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final int MINUTES_PER_HOUR = 60;
    private static final int MONTHS = 12;

    private final int count;
    private final char unit;

    private Timeframe(final int count, final char unit) {
        this.count = count;
        this.unit = unit;
    }

    /**
     * Reads a timeframe.
     *
     * @param text such as 5Min, 1Hour, 1Day, 1Week or 3Month.
     * @return the timeframe.
     * @throws IllegalArgumentException if it is none, or one that does not exist.
     */
    public static Timeframe parse(final String text) {
        final Matcher matcher = FORM.matcher(text);
        if (matcher.matches()) {
            final int count = Integer.parseInt(matcher.group(1));
            final String name = matcher.group(2);
            final char unit = name.equals("Min") ? 'T' : name.charAt(0);
            if (count > 0 && exists(count, unit)) {
                return new Timeframe(count, unit);
            }
        }
        throw new IllegalArgumentException("invalid timeframe: " + text);
    }

    private static boolean exists(final int count, final char unit) {
        return switch (unit) {
            case 'T' -> count < MINUTES_PER_HOUR;
            case 'H' -> count < 24;
            case 'M' -> count != 5 && MONTHS % count == 0;
            default -> count == 1;
        };
    }

    /**
     * Makes bars of this length of minutes.
     *
     * @param minutes in order of time.
     * @param asset whose days are meant.
     * @return in order of time; none where there were no minutes.
     */
    public List<Bar> of(final List<Bar> minutes, final Asset asset) {
        final List<Bar> bars = new ArrayList<>();
        for (final Bar minute : minutes) {
            final long startNs = startNs(minute.startNs(), asset);
            final int last = bars.size() - 1;
            if (last >= 0 && bars.get(last).startNs() == startNs) {
                bars.set(last, bars.get(last).and(minute));
            } else {
                bars.add(minute.startingAt(startNs));
            }
        }
        return bars;
    }

    private long startNs(final long timeNs, final Asset asset) {
        if (unit == 'T' || unit == 'H') {
            final long lengthNs = MINUTE_NS * count * (unit == 'H' ? MINUTES_PER_HOUR : 1);
            return timeNs - Math.floorMod(timeNs, lengthNs);
        }
        final ZoneId zone = TradingDays.zone(asset);
        final LocalDate date = TradingDays.date(timeNs, zone);
        return TradingDays.startNs(
                switch (unit) {
                    case 'D' -> date;
                    case 'W' -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                    default -> date.withDayOfMonth(1).withMonth(1 + (date.getMonthValue() - 1) / count * count);
                },
                zone);
    }
}
