package reprise.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionCalendarTest {
    private static final long HOUR_NS = 3_600_000_000_000L;

    private final SessionCalendar stocks = SessionCalendar.usEquities();
    private final SessionCalendar days = SessionCalendar.utcDays();

    private static long ns(final String instant) {
        return ChronoUnit.NANOS.between(Instant.EPOCH, Instant.parse(instant));
    }

    @ParameterizedTest
    @CsvSource({
        // An ordinary summer day, in UTC.
        "2024-08-08T07:59:59.999Z, CLOSED",
        "2024-08-08T08:00:00Z, PRE_MARKET",
        "2024-08-08T13:29:59.999999999Z, PRE_MARKET",
        "2024-08-08T13:30:00Z, REGULAR",
        "2024-08-08T19:59:59.999999999Z, REGULAR",
        "2024-08-08T20:00:00Z, POST_MARKET",
        "2024-08-08T23:59:59Z, POST_MARKET",
        "2024-08-09T00:00:00Z, CLOSED",
        // The Friday before and the Monday after clocks went forward, and back.
        "2024-03-08T14:29:59Z, PRE_MARKET",
        "2024-03-08T14:30:00Z, REGULAR",
        "2024-03-08T20:59:59Z, REGULAR",
        "2024-03-11T13:29:59Z, PRE_MARKET",
        "2024-03-11T13:30:00Z, REGULAR",
        "2024-03-11T20:00:00Z, POST_MARKET",
        "2024-11-01T13:30:00Z, REGULAR",
        "2024-11-04T13:30:00Z, PRE_MARKET",
        "2024-11-04T14:30:00Z, REGULAR",
        // A half day, its post-market, a holiday and a weekend.
        "2024-11-29T17:59:59Z, REGULAR",
        "2024-11-29T18:00:00Z, POST_MARKET",
        "2024-11-29T22:00:00Z, CLOSED",
        "2024-11-28T16:00:00Z, CLOSED",
        "2024-08-10T16:00:00Z, CLOSED",
        // Late, after a morning of remembrance.
        "2002-09-11T14:59:59Z, PRE_MARKET",
        "2002-09-11T15:00:00Z, REGULAR",
    })
    void shouldKnowThePhaseOfStocks(final String time, final SessionPhase phase) {
        assertThat(stocks.phase(ns(time))).isEqualTo(phase);
        assertThat(stocks.isOpen(ns(time))).isEqualTo(phase == SessionPhase.REGULAR);
    }

    @Test
    void shouldFindNextOpenAndCloseAcrossHalfDayAndWeekend() {
        final long open = ns("2024-11-29T14:30:00Z");
        final long close = ns("2024-11-29T18:00:00Z");
        final long mondayOpen = ns("2024-12-02T14:30:00Z");

        assertThat(stocks.nextOpenNs(open - 1)).isEqualTo(open);
        assertThat(stocks.nextOpenNs(open)).isEqualTo(mondayOpen);
        assertThat(stocks.nextCloseNs(open - 1)).isEqualTo(close);
        assertThat(stocks.nextCloseNs(close - 1)).isEqualTo(close);
        assertThat(stocks.nextCloseNs(close)).isEqualTo(ns("2024-12-02T21:00:00Z"));
        assertThat(stocks.sessionAt(close)).isEqualTo(SessionCalendar.NO_SESSION);
        assertThat(stocks.sessionsBetween(open, mondayOpen)).isEqualTo(1);
        assertThat(stocks.sessionsBetween(open, mondayOpen + 1)).isEqualTo(2);
        final int session = stocks.sessionAt(open);
        assertThat(stocks.isHalfDay(session)).isTrue();
        assertThat(stocks.isHalfDay(session + 1)).isFalse();
        assertThat(stocks.epochDay(session))
                .isEqualTo(LocalDate.of(2024, 11, 29).toEpochDay());
        assertThat(stocks.preMarketNs(session)).isEqualTo(ns("2024-11-29T09:00:00Z"));
        assertThat(stocks.postMarketNs(session)).isEqualTo(ns("2024-11-29T22:00:00Z"));
    }

    @Test
    void shouldOpenAndCloseAtNewYorksTimeInEverySessionTo2040() {
        final ZoneId newYork = ZoneId.of("America/New_York");
        int sessions = 0;
        for (int i = stocks.sessionAtOrAfter(ns("2000-01-01T00:00:00Z")); ; i++) {
            final var open =
                    Instant.ofEpochSecond(stocks.openNs(i) / 1_000_000_000).atZone(newYork);
            final var close =
                    Instant.ofEpochSecond(stocks.closeNs(i) / 1_000_000_000).atZone(newYork);
            if (open.getYear() > 2040) {
                break;
            }
            sessions++;
            final boolean late = open.toLocalDate().equals(LocalDate.of(2002, 9, 11));
            assertThat(open.toLocalTime().toString()).isEqualTo(late ? "11:00" : "09:30");
            assertThat(close.toLocalTime().toString()).isEqualTo(stocks.isHalfDay(i) ? "13:00" : "16:00");
            assertThat(close.toLocalDate()).isEqualTo(open.toLocalDate());
            assertThat(stocks.epochDay(i)).isEqualTo(open.toLocalDate().toEpochDay());
        }
        assertThat(sessions).isBetween(41 * 250, 41 * 253);
    }

    @Test
    void shouldHave252SessionsIn2024() {
        assertThat(stocks.sessionsBetween(ns("2024-01-01T00:00:00Z"), ns("2025-01-01T00:00:00Z")))
                .isEqualTo(252);
        assertThat(stocks.sessionsBetween(ns("2025-01-01T00:00:00Z"), ns("2024-01-01T00:00:00Z")))
                .isZero();
    }

    @Test
    void shouldNeverCloseWhereEveryDayIsASession() {
        final long midnight = ns("2024-02-29T00:00:00Z");

        assertThat(days.phase(midnight)).isEqualTo(SessionPhase.REGULAR);
        assertThat(days.phase(midnight - 1)).isEqualTo(SessionPhase.REGULAR);
        assertThat(days.nextOpenNs(midnight)).isEqualTo(midnight + 24 * HOUR_NS);
        assertThat(days.nextCloseNs(midnight - 1)).isEqualTo(midnight);
        assertThat(days.nextCloseNs(midnight)).isEqualTo(midnight + 24 * HOUR_NS);
        assertThat(days.sessionAt(midnight)).isEqualTo(days.sessionAt(midnight - 1) + 1);
        assertThat(days.isHalfDay(days.sessionAt(midnight))).isFalse();
        assertThat(days.preMarketNs(days.sessionAt(midnight))).isEqualTo(midnight);
    }

    @Test
    void shouldAgreeWithALinearSearch() {
        final long seed = 7;
        final SplittableRandom random = new SplittableRandom(seed);
        final int first = stocks.sessionAtOrAfter(ns("2019-12-01T00:00:00Z"));
        final long from = stocks.openNs(first);
        final long to = stocks.openNs(first + 30);
        for (int n = 0; n < 20_000; n++) {
            final long time = random.nextLong(from, to);
            int next = first;
            while (stocks.openNs(next) <= time) {
                next++;
            }
            final boolean open = time < stocks.closeNs(next - 1);
            assertThat(stocks.sessionAt(time)).as("time=%d", time).isEqualTo(open ? next - 1 : -1);
            assertThat(stocks.nextOpenNs(time)).isEqualTo(stocks.openNs(next));
            assertThat(stocks.nextCloseNs(time)).isEqualTo(stocks.closeNs(open ? next - 1 : next));
        }
    }

    @Test
    void shouldRefuseTimesBeyondItsTable() {
        assertThatThrownBy(() -> stocks.nextCloseNs(ns("2100-01-01T00:00:00Z")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("us-equities")
                .hasMessageContaining("2099");
        assertThat(stocks.sessionAt(Long.MAX_VALUE)).isEqualTo(SessionCalendar.NO_SESSION);
        assertThat(stocks.sessionAt(Long.MIN_VALUE)).isEqualTo(SessionCalendar.NO_SESSION);
    }

    @Test
    void shouldBeFoundByName() {
        assertThat(SessionCalendar.named("us-equities")).isSameAs(stocks);
        assertThat(SessionCalendar.named("utc-days")).isSameAs(days);
        assertThatThrownBy(() -> SessionCalendar.named("moon")).hasMessageContaining("us-equities, utc-days");
    }
}
