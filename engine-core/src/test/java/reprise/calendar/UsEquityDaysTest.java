package reprise.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsEquityDaysTest {
    @Test
    void shouldCloseOnThePublishedDaysAndNoOther() {
        PublishedDays.closed()
                .forEach((year, days) -> assertThat(weekdays(year, date -> !UsEquityDays.isTraded(date)))
                        .as("closed in %d", year)
                        .isEqualTo(days));
    }

    @Test
    void shouldCloseEarlyOnThePublishedDaysAndNoOther() {
        PublishedDays.half()
                .forEach((year, days) -> assertThat(weekdays(
                                year,
                                date -> UsEquityDays.isTraded(date)
                                        && UsEquityDays.closeMinute(date) == UsEquityDays.EARLY_CLOSE_MINUTE))
                        .as("half days of %d", year)
                        .isEqualTo(days));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2029-03-30", "2030-04-19", "2031-04-11", "2032-03-26", "2033-04-15", "2034-04-07", "2035-03-23",
                "2036-04-11", "2037-04-03", "2038-04-23", "2039-04-08", "2040-03-30", "1954-04-16", "1981-04-17",
                "2049-04-16", "2076-04-17"
            })
    void shouldKeepGoodFriday(final LocalDate goodFriday) {
        assertThat(UsEquityDays.goodFriday(goodFriday.getYear())).isEqualTo(goodFriday);
        assertThat(UsEquityDays.isTraded(goodFriday)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2021-12-31, true", // New Year's Day 2022 is a Saturday, and the year ends traded
        "2021-06-18, true", // Juneteenth was not kept yet
        "2022-06-20, false",
        "2032-06-18, false", // Juneteenth on a Saturday
        "2033-06-20, false", // on a Sunday
        "2034-01-02, false", // New Year's Day on a Sunday
        "2032-07-05, false",
        "2037-07-03, false",
        "2032-12-24, false",
        "2033-12-26, false",
        "2038-12-24, false",
        "2038-12-23, true",
        "2033-12-31, false", // a Saturday
        "2027-12-31, true"
    })
    void shouldKeepHolidaysOnTheirObservedDays(final LocalDate date, final boolean traded) {
        assertThat(UsEquityDays.isTraded(date)).isEqualTo(traded);
    }

    @Test
    void shouldHaveNineToElevenHolidaysInEveryYearTo2040() {
        for (int year = 2029; year <= 2040; year++) {
            final boolean newYearOnSaturday = LocalDate.of(year, 1, 1).getDayOfWeek() == DayOfWeek.SATURDAY;
            assertThat(weekdays(year, date -> !UsEquityDays.isTraded(date)))
                    .as("%d", year)
                    .hasSize(newYearOnSaturday ? 9 : 10);
        }
    }

    private static Set<LocalDate> weekdays(final int year, final Predicate<LocalDate> which) {
        final Set<LocalDate> days = new TreeSet<>();
        for (LocalDate date = LocalDate.of(year, 1, 1); date.getYear() == year; date = date.plusDays(1)) {
            if (date.getDayOfWeek().getValue() <= 5 && which.test(date)) {
                days.add(date);
            }
        }
        return days;
    }
}
