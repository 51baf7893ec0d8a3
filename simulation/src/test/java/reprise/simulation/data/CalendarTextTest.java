package reprise.simulation.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTextTest {

    private final CalendarText text = new CalendarText();

    @ParameterizedTest
    @CsvSource({
        "2024-01-31T14:30:05Z, 2024-01-31T14:30:05Z",
        "2024-01-31 14:30, 2024-01-31T14:30:00Z",
        "2024-01-31, 2024-01-31T00:00:00Z",
        "2024/02/29, 2024-02-29T00:00:00Z",
        "20240131, 2024-01-31T00:00:00Z",
        "20110301 090100, 2011-03-01T09:01:00Z",
        "19980102 09:00, 1998-01-02T09:00:00Z",
        "2021-12-31 23:01:00.000000, 2021-12-31T23:01:00Z",
        "2015-09-23T20:57:42.146, 2015-09-23T20:57:42.146Z",
        "2015-09-23T20:57:42.123456789123, 2015-09-23T20:57:42.123456789Z",
        "2013-02-01 00:00:00+00:00, 2013-02-01T00:00:00Z",
        "2013-02-01T00:00:00-05:00, 2013-02-01T05:00:00Z",
        "2013-02-01T00:00:00+0530, 2013-01-31T18:30:00Z",
        "2013-02-01T00:00:00+02, 2013-01-31T22:00:00Z",
        "2013-02-01 12:00:00 UTC, 2013-02-01T12:00:00Z",
        "2013-02-01T24:00:00, 2013-02-02T00:00:00Z",
        "1969-12-31T23:59:59Z, 1969-12-31T23:59:59Z",
    })
    void shouldReadDatesAndTimes(final String written, final String expected) {
        assertThat(parse(written)).isTrue();

        assertThat(UtcText.of(text.localNs() - text.offsetNs())).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024",
                "2024-1-31",
                "2024-13-01",
                "2024-02-30",
                "2023-02-29",
                "1900-02-29",
                "31/01/2024",
                "01/31/2024",
                "2024-01-31T",
                "2024-01-31T25:00:00",
                "2024-01-31T12:60:00",
                "2024-01-31T12:00:61",
                "2024-01-31T12",
                "2024-01-31T12:00:00X",
                "2024-01-31T12:00:00+25:00",
                "2024-01-31Z12:00",
                "Tue, 02 Jan 2024 14:30:00 GMT",
                "noon",
                "2024-01/31",
                "1704067200000"
            })
    void shouldRefuseWhenTheTextIsNoTime(final String written) {
        assertThat(parse(written)).isFalse();
    }

    @Test
    void shouldAgreeWithTheCalendarOnEveryDay() {
        for (LocalDate day = LocalDate.of(1890, 1, 1); day.getYear() < 2110; day = day.plusDays(1)) {
            assertThat(parse(day.toString())).isTrue();
            assertThat(text.localNs()).isEqualTo(day.toEpochDay() * BarPeriod.DAY_NS);
        }
    }

    private boolean parse(final String written) {
        final byte[] bytes = written.getBytes(StandardCharsets.US_ASCII);
        return text.parse(bytes, 0, bytes.length);
    }
}
