package reprise.simulation.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradingCalendarTest {
    private static final long NS = 1_000_000_000L;

    private static long ns(final String time) {
        return Instant.parse(time).getEpochSecond() * NS;
    }

    @ParameterizedTest
    @CsvSource({
        "ALWAYS_OPEN, 2024-01-01T00:00:00Z, 2024-01-02T00:00:00Z",
        "ALWAYS_OPEN, 2024-01-01T23:59:59Z, 2024-01-02T00:00:00Z",
        "ALWAYS_OPEN, 1969-12-31T23:59:59Z, 1970-01-01T00:00:00Z",
        "US_EQUITIES, 2024-03-08T20:59:59Z, 2024-03-08T21:00:00Z",
        "US_EQUITIES, 2024-03-08T21:00:00Z, 2024-03-11T20:00:00Z",
        "US_EQUITIES, 2024-03-10T20:00:00Z, 2024-03-11T20:00:00Z",
        "US_EQUITIES, 2024-11-02T20:00:00Z, 2024-11-04T21:00:00Z",
        "US_EQUITIES, 2024-11-29T15:00:00Z, 2024-11-29T18:00:00Z",
        "US_EQUITIES, 2024-12-24T18:00:00Z, 2024-12-26T21:00:00Z"
    })
    void shouldEndDays(final TradingCalendar calendar, final String time, final String end) {
        assertThat(calendar.dayEndNs(ns(time))).isEqualTo(ns(end));
    }

    @ParameterizedTest
    @CsvSource({
        "ALWAYS_OPEN, 60, 525600",
        "ALWAYS_OPEN, 300, 105120",
        "ALWAYS_OPEN, 3600, 8760",
        "ALWAYS_OPEN, 86400, 365",
        "US_EQUITIES, 60, 98280",
        "US_EQUITIES, 300, 19656",
        "US_EQUITIES, 3600, 1764",
        "US_EQUITIES, 23400, 252",
        "US_EQUITIES, 86400, 252",
        "US_EQUITIES, 604800, 52.17857142857143"
    })
    void shouldCountTheBarsOfAYear(final TradingCalendar calendar, final long seconds, final double bars) {
        assertThat(calendar.barsPerYear(seconds * NS)).isCloseTo(bars, Offset.offset(1e-9));
    }

    @Test
    void shouldBeAlwaysOpenEveryDay() {
        assertThat(TradingCalendar.ALWAYS_OPEN.tradesEveryDay()).isTrue();
        assertThat(TradingCalendar.US_EQUITIES.tradesEveryDay()).isFalse();
    }
}
