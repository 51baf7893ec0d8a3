package reprise.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsDaylightSavingTest {
    @ParameterizedTest
    @CsvSource({
        "2000-04-02, 2000-10-29",
        "2001-04-01, 2001-10-28",
        "2002-04-07, 2002-10-27",
        "2003-04-06, 2003-10-26",
        "2004-04-04, 2004-10-31",
        "2005-04-03, 2005-10-30",
        "2006-04-02, 2006-10-29",
        "2007-03-11, 2007-11-04",
        "2008-03-09, 2008-11-02",
        "2009-03-08, 2009-11-01",
        "2010-03-14, 2010-11-07",
        "2011-03-13, 2011-11-06",
        "2012-03-11, 2012-11-04",
        "2013-03-10, 2013-11-03",
        "2014-03-09, 2014-11-02",
        "2015-03-08, 2015-11-01",
        "2016-03-13, 2016-11-06",
        "2017-03-12, 2017-11-05",
        "2018-03-11, 2018-11-04",
        "2019-03-10, 2019-11-03",
        "2020-03-08, 2020-11-01",
        "2021-03-14, 2021-11-07",
        "2022-03-13, 2022-11-06",
        "2023-03-12, 2023-11-05",
        "2024-03-10, 2024-11-03",
        "2025-03-09, 2025-11-02",
        "2026-03-08, 2026-11-01",
        "2027-03-14, 2027-11-07",
        "2028-03-12, 2028-11-05"
    })
    void shouldChangeOnTheDaysOfTheLaw(final LocalDate begin, final LocalDate end) {
        assertThat(UsDaylightSaving.begin(begin.getYear())).isEqualTo(begin);
        assertThat(UsDaylightSaving.end(end.getYear())).isEqualTo(end);
        assertThat(UsDaylightSaving.hoursBehindUtc(begin.minusDays(1))).isEqualTo(5);
        assertThat(UsDaylightSaving.hoursBehindUtc(begin)).isEqualTo(4);
        assertThat(UsDaylightSaving.hoursBehindUtc(end.minusDays(1))).isEqualTo(4);
        assertThat(UsDaylightSaving.hoursBehindUtc(end)).isEqualTo(5);
    }

    /** Fails where the law has changed and the JDK knows it: then the class has to learn it too. */
    @Test
    void shouldAgreeWithTheTimeZoneDataOnEveryDayFrom1967To2040() {
        final ZoneId newYork = ZoneId.of("America/New_York");

        for (LocalDate date = LocalDate.of(1967, 1, 1); date.getYear() <= 2040; date = date.plusDays(1)) {
            final int seconds = date.atTime(4, 0).atZone(newYork).getOffset().getTotalSeconds();
            assertThat(UsDaylightSaving.hoursBehindUtc(date)).as("%s", date).isEqualTo(-seconds / 3600);
        }
    }
}
