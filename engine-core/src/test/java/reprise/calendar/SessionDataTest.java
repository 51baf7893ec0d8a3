package reprise.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.testkit.SharedFiles;

/** The calendar against what really traded. */
class SessionDataTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final DateTimeFormatter LEAN_TIME = DateTimeFormatter.ofPattern("yyyyMMdd HH:mm");

    private final SessionCalendar stocks = SessionCalendar.usEquities();

    private static long ns(final LocalDateTime newYork) {
        return newYork.atZone(NEW_YORK).toEpochSecond() * 1_000_000_000L;
    }

    private static LocalDateTime leanTime(final String line) {
        return LocalDateTime.parse(line.substring(0, 14), LEAN_TIME);
    }

    private Set<LocalDate> sessionDays(final LocalDate first, final LocalDate last) {
        final Set<LocalDate> days = new TreeSet<>();
        for (int i = stocks.sessionAtOrAfter(ns(first.atStartOfDay())); ; i++) {
            final LocalDate day = LocalDate.ofEpochDay(stocks.epochDay(i));
            if (day.isAfter(last)) {
                return days;
            }
            days.add(day);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"spy", "ibm", "bac"})
    void shouldHaveASessionForEveryDailyBarAndNoOther(final String symbol) {
        final Set<LocalDate> traded = new TreeSet<>();
        for (final String line : SharedFiles.lines("data/lean/equity/usa/daily/" + symbol + ".zip")) {
            traded.add(leanTime(line).toLocalDate());
        }

        final Set<LocalDate> sessions = sessionDays(LocalDate.of(1998, 1, 2), LocalDate.of(2021, 3, 31));

        assertThat(traded).isEqualTo(sessions);
    }

    /** Since 2009; before, the hourly data hold what traded after the close of some half days too. */
    @Test
    void shouldBeOpenInEveryHourThatTradedAndNoOther() {
        final List<Long> traded = new ArrayList<>();
        for (final String line : SharedFiles.lines("data/lean/equity/usa/hour/spy.zip")) {
            final LocalDateTime hour = leanTime(line);
            if (hour.getYear() >= 2009) {
                // The first bar of a day is stamped 9:00 and begins at 9:30.
                traded.add(ns(hour.getHour() == 9 ? hour.withMinute(30) : hour));
            }
        }

        final List<Long> open = new ArrayList<>();
        final int first = stocks.sessionAtOrAfter(traded.get(0));
        final int last = stocks.sessionAt(traded.get(traded.size() - 1));
        for (int i = first; i <= last; i++) {
            open.add(stocks.openNs(i));
            for (long hour = stocks.openNs(i) + 1_800_000_000_000L;
                    hour < stocks.closeNs(i);
                    hour += 3_600_000_000_000L) {
                open.add(hour);
            }
        }
        assertThat(traded).isEqualTo(open);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AZO", "BKNG", "FDS", "GWW", "LII", "NVR", "TDG", "TDY"})
    void shouldHoldEveryMinuteOfAnotherVendor(final String symbol) {
        final List<String> lines = SharedFiles.lines("data/blaizard-us-1min/" + symbol + "-1min-2024-01_08.csv.gz");
        final Set<LocalDate> daysWithRegularBars = new TreeSet<>();

        for (final String line : lines.subList(1, lines.size())) {
            final long timeNs = Long.parseLong(line.split(";")[1]) * 1_000_000L;
            assertThat(stocks.phase(timeNs)).as(line).isNotEqualTo(SessionPhase.CLOSED);
            if (stocks.isOpen(timeNs)) {
                daysWithRegularBars.add(LocalDate.ofEpochDay(stocks.epochDay(stocks.sessionAt(timeNs))));
            }
        }

        assertThat(daysWithRegularBars).isEqualTo(sessionDays(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 8, 30)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20131004", "20131007", "20131008", "20131009", "20131010", "20131011"})
    void shouldHoldEveryMinuteOfADay(final String day) {
        final LocalDate date = LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE);
        final long midnight = ns(date.atStartOfDay());
        final Set<Long> minutes = new TreeSet<>();

        for (final String line : SharedFiles.lines("data/lean/equity/usa/minute/spy/" + day + "_trade.zip")) {
            final long timeNs = midnight + Long.parseLong(line.substring(0, line.indexOf(','))) * 1_000_000L;
            assertThat(stocks.phase(timeNs)).as(line).isNotEqualTo(SessionPhase.CLOSED);
            if (stocks.isOpen(timeNs)) {
                minutes.add(timeNs);
            }
        }

        assertThat(minutes).as("SPY trades in every minute of a session").hasSize(390);
    }
}
