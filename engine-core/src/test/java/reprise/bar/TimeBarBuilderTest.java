package reprise.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static reprise.bar.BarBench.DAY;
import static reprise.bar.BarBench.HOUR;
import static reprise.bar.BarBench.MINUTE;
import static reprise.bar.BarBench.SECOND;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.calendar.SessionCalendar;

class TimeBarBuilderTest {
    private static final long T0 = 1_000 * DAY;

    private final BarBench minutes = new BarBench(BarSpec.minutes(1));

    private static BuiltBar bar(
            final long open, final long close, final long o, final long h, final long l, final long c, final long v) {
        return new BuiltBar(open, close, o, h, l, c, v, -1);
    }

    private static List<BuiltBar> withoutInputs(final List<BuiltBar> bars) {
        return bars.stream()
                .map(b -> bar(b.openTimeNs(), b.closeTimeNs(), b.open(), b.high(), b.low(), b.close(), b.volume()))
                .toList();
    }

    private static long ns(final String instant) {
        return ChronoUnit.NANOS.between(Instant.EPOCH, Instant.parse(instant));
    }

    @Test
    void shouldHoldItsBeginAndNotItsEnd() {
        minutes.tradeAt(T0, 100, 1).tradeAt(T0 + 30 * SECOND, 90, 2).tradeAt(T0 + MINUTE - 1, 95, 3);
        minutes.tradeAt(T0 + MINUTE, 97, 4);

        assertThat(minutes.bars).containsExactly(new BuiltBar(T0, T0 + MINUTE, 100, 100, 90, 95, 6, 3));
    }

    @Test
    void shouldCloseAtItsTimeThoughTheMarketIsSilent() {
        minutes.tradeAt(T0 + SECOND, 100, 1);

        assertThat(minutes.builder.deadlineNs()).isEqualTo(T0 + MINUTE);
        assertThat(minutes.clock(T0 + MINUTE - 1).bars).isEmpty();
        assertThat(minutes.clock(T0 + MINUTE).bars).hasSize(1);
        assertThat(minutes.builder.deadlineNs()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void shouldHaveNoBarForAnEmptyInterval() {
        minutes.tradeAt(T0, 100, 1).tradeAt(T0 + 10 * MINUTE, 101, 1);

        assertThat(withoutInputs(minutes.end()))
                .containsExactly(
                        bar(T0, T0 + MINUTE, 100, 100, 100, 100, 1),
                        bar(T0 + 10 * MINUTE, T0 + 11 * MINUTE, 101, 101, 101, 101, 1));
    }

    @Test
    void shouldPutALateTradeIntoTheNextBarWhenItsOwnHasClosed() {
        minutes.tradeAt(T0, 100, 1).clock(T0 + MINUTE + 40).trade(T0 + MINUTE - 5, 103, 2);
        minutes.tradeAt(T0 + MINUTE + SECOND, 101, 4);

        assertThat(withoutInputs(minutes.end()))
                .containsExactly(
                        bar(T0, T0 + MINUTE, 100, 100, 100, 100, 1),
                        bar(T0 + MINUTE, T0 + 2 * MINUTE, 103, 103, 101, 101, 6));
        assertThat(minutes.builder.lateCount()).isEqualTo(1);
        assertThat(minutes.builder.droppedCount()).isZero();
    }

    @Test
    void shouldPutALateTradeIntoTheFormingBar() {
        minutes.tradeAt(T0 + MINUTE, 100, 1).trade(T0 - 5, 90, 2);

        assertThat(withoutInputs(minutes.end()))
                .containsExactly(bar(T0 + MINUTE, T0 + 2 * MINUTE, 100, 100, 90, 90, 3));
        assertThat(minutes.builder.lateCount()).isEqualTo(1);
    }

    @Test
    void shouldNotCallATradeLateThatIsOnlyOutOfOrderWithinItsBar() {
        minutes.tradeAt(T0 + 30 * SECOND, 100, 1).trade(T0, 90, 2);

        assertThat(withoutInputs(minutes.end())).containsExactly(bar(T0, T0 + MINUTE, 100, 100, 90, 90, 3));
        assertThat(minutes.builder.lateCount()).isZero();
    }

    @Test
    void shouldDropLateQuotesAndBars() {
        final BarBench quotes = new BarBench(BarSpec.minutes(1).of(BarInput.QUOTES));
        final BarBench bars = new BarBench(BarSpec.minutes(5).of(BarInput.BARS));
        final BuiltBar minute = new BuiltBar(T0, T0 + MINUTE, 100, 101, 99, 100, 7, 1);
        final BuiltBar later = new BuiltBar(T0 + 5 * MINUTE, T0 + 6 * MINUTE, 100, 101, 99, 100, 7, 1);

        quotes.tradeAt(T0, 100, 0).tradeAt(T0 + MINUTE, 101, 0).trade(T0, 90, 0);
        bars.barAt(minute).barAt(later);
        bars.builder.endBefore(minute.closeTimeNs() - 1);
        bars.builder.add(later.closeTimeNs(), minute.closeTimeNs() - 1, 100, 101, 99, 100, 7);

        assertThat(withoutInputs(quotes.end()).get(1))
                .isEqualTo(bar(T0 + MINUTE, T0 + 2 * MINUTE, 101, 101, 101, 101, 0));
        assertThat(quotes.builder.lateCount()).isEqualTo(1);
        assertThat(quotes.builder.droppedCount()).isEqualTo(1);
        assertThat(bars.end()).extracting(BuiltBar::volume).containsExactly(7L, 7L);
        assertThat(bars.builder.droppedCount()).isEqualTo(1);
    }

    @Test
    void shouldWaitForTradesThatAreOnTheirWayIfTold() {
        final BarBench patient = new BarBench(BarSpec.minutes(1).withCloseDelay(200));

        patient.tradeAt(T0, 100, 1).clock(T0 + MINUTE + 150).trade(T0 + MINUTE - 1, 105, 2);
        patient.clock(T0 + MINUTE + 199);
        assertThat(patient.bars).isEmpty();
        patient.clock(T0 + MINUTE + 200);

        assertThat(withoutInputs(patient.bars)).containsExactly(bar(T0, T0 + MINUTE, 100, 105, 100, 105, 3));
        assertThat(patient.builder.lateCount()).isZero();
    }

    @Test
    void shouldCloseBeforeTheDelayWhenATradeShowsThatTheBarIsComplete() {
        final BarBench patient = new BarBench(BarSpec.minutes(1).withCloseDelay(SECOND));

        patient.tradeAt(T0, 100, 1).tradeAt(T0 + MINUTE, 101, 1);

        assertThat(patient.bars).hasSize(1);
    }

    @Test
    void shouldMakeABarOfATradeThatCameAfterItsTimeWhenNothingHadClosed() {
        minutes.clock(T0 + MINUTE + 40).trade(T0 + MINUTE - 5, 100, 1);

        assertThat(minutes.builder.deadlineNs()).isEqualTo(T0 + MINUTE + 40 + SECOND);
        assertThat(withoutInputs(minutes.end())).containsExactly(bar(T0, T0 + MINUTE, 100, 100, 100, 100, 1));
        assertThat(minutes.builder.lateCount()).isZero();
    }

    @Test
    void shouldBuildHistoryThatIsToldInOneMoment() {
        final BarBench hours = new BarBench(BarSpec.hours(1).of(BarInput.BARS));
        hours.clock(T0 + DAY);

        for (int i = 0; i < 180; i++) {
            final long last = T0 + (i + 1) * MINUTE - 1;
            hours.builder.endBefore(last);
            hours.builder.add(T0 + DAY, last, 100 + i, 100 + i, 100 + i, 100 + i, 1);
            if (hours.builder.endBefore(last + 1)) {
                hours.bars.add(BuiltBar.of(hours.builder.series()));
            }
        }

        assertThat(hours.bars).extracting(BuiltBar::inputs).containsExactly(60L, 60L, 60L);
    }

    @Test
    void shouldCloseTogetherWithTheLastBarInIt() {
        final BarBench fives = new BarBench(BarSpec.minutes(5).of(BarInput.BARS));
        for (int i = 0; i < 5; i++) {
            assertThat(fives.bars).isEmpty();
            fives.barAt(new BuiltBar(T0 + i * MINUTE, T0 + (i + 1) * MINUTE, 100 + i, 110 + i, 90, 105 + i, 10, 1));
        }

        assertThat(fives.bars).containsExactly(new BuiltBar(T0, T0 + 5 * MINUTE, 100, 114, 90, 109, 50, 5));
    }

    @Test
    void shouldBeginWeeksOnMondays() {
        final BarBench weeks = new BarBench(BarSpec.time(7 * DAY));

        weeks.tradeAt(ns("2024-08-08T12:00:00Z"), 100, 1);

        final BuiltBar week = weeks.end().get(0);
        assertThat(week.openTimeNs()).isEqualTo(ns("2024-08-05T00:00:00Z"));
        assertThat(week.closeTimeNs()).isEqualTo(ns("2024-08-12T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        // Summer, winter, and the sessions around the changes of 2024; half an hour is left at the end of a day.
        "60, 2024-08-08T13:30:00Z, 2024-08-08T13:30:00Z, 2024-08-08T14:30:00Z",
        "60, 2024-08-08T19:59:59Z, 2024-08-08T19:30:00Z, 2024-08-08T20:00:00Z",
        "60, 2024-03-08T15:29:00Z, 2024-03-08T14:30:00Z, 2024-03-08T15:30:00Z",
        "60, 2024-03-11T15:29:00Z, 2024-03-11T14:30:00Z, 2024-03-11T15:30:00Z",
        "60, 2024-03-11T13:45:00Z, 2024-03-11T13:30:00Z, 2024-03-11T14:30:00Z",
        "60, 2024-11-01T13:45:00Z, 2024-11-01T13:30:00Z, 2024-11-01T14:30:00Z",
        "60, 2024-11-04T14:45:00Z, 2024-11-04T14:30:00Z, 2024-11-04T15:30:00Z",
        // A half day ends at 13:00; a whole session is one bar of a day.
        "120, 2024-11-29T16:45:00Z, 2024-11-29T16:30:00Z, 2024-11-29T18:00:00Z",
        "1440, 2024-11-29T16:45:00Z, 2024-11-29T14:30:00Z, 2024-11-29T18:00:00Z",
        "1440, 2024-08-08T16:45:00Z, 2024-08-08T13:30:00Z, 2024-08-08T20:00:00Z",
    })
    void shouldAlignToTheOpenOfTheSession(
            final int lengthMinutes, final String trade, final String open, final String close) {
        final BarBench bench = new BarBench(BarSpec.minutes(lengthMinutes).inSessions(SessionCalendar.usEquities()));

        bench.tradeAt(ns(trade), 100, 1);

        assertThat(bench.builder.deadlineNs()).isEqualTo(ns(close));
        assertThat(withoutInputs(bench.end())).containsExactly(bar(ns(open), ns(close), 100, 100, 100, 100, 1));
    }

    @Test
    void shouldLeaveOutWhatTradesOutsideTheSession() {
        final BarSpec spec = BarSpec.daily().inSessions(SessionCalendar.usEquities());
        final BarBench regular = new BarBench(spec);
        final BarBench extended = new BarBench(spec.inExtendedSessions(SessionCalendar.usEquities()));
        for (final BarBench bench : List.of(regular, extended)) {
            bench.tradeAt(ns("2024-08-08T07:59:59Z"), 1, 1); // before everything
            bench.tradeAt(ns("2024-08-08T08:00:00Z"), 90, 2);
            bench.tradeAt(ns("2024-08-08T13:30:00Z"), 100, 4);
            bench.tradeAt(ns("2024-08-08T19:59:59Z"), 101, 8);
            bench.tradeAt(ns("2024-08-08T20:00:00Z"), 110, 16);
            bench.end();
        }

        assertThat(withoutInputs(regular.bars))
                .containsExactly(bar(ns("2024-08-08T13:30:00Z"), ns("2024-08-08T20:00:00Z"), 100, 101, 100, 101, 12));
        assertThat(regular.builder.droppedCount()).isEqualTo(3);
        assertThat(withoutInputs(extended.bars))
                .containsExactly(bar(ns("2024-08-08T08:00:00Z"), ns("2024-08-09T00:00:00Z"), 90, 110, 90, 110, 30));
    }

    @Test
    void shouldDropALateTradeOfASessionThatIsOver() {
        final BarBench bench = new BarBench(BarSpec.hours(1).inSessions(SessionCalendar.usEquities()));
        final long close = ns("2024-08-08T20:00:00Z");

        bench.tradeAt(close - 1, 100, 1).clock(close + 50).trade(close - 2, 99, 2);
        bench.tradeAt(ns("2024-08-09T13:30:00Z"), 105, 4);

        assertThat(bench.end()).extracting(BuiltBar::volume).containsExactly(1L, 4L);
        assertThat(bench.builder.lateCount()).isEqualTo(1);
        assertThat(bench.builder.droppedCount()).isEqualTo(1);
    }

    @Test
    void shouldIgnoreWhatMakesNoSense() {
        minutes.tradeAt(T0, 0, 1)
                .tradeAt(T0 + 1, -5, 1)
                .tradeAt(T0 + 2, 100, -1)
                .tradeAt(T0 + 3, 100, 0);

        assertThat(minutes.end()).extracting(BuiltBar::inputs).containsExactly(1L);
        assertThat(minutes.builder.droppedCount()).isEqualTo(3);
    }

    @Test
    void shouldCloseOneHourAfterAnotherThroughTheDaysOnWhichClocksChange() {
        final BarBench hours = new BarBench(BarSpec.hours(1));
        final long begin = ns("2024-03-10T00:00:00Z");
        for (int i = 0; i < 48; i++) {
            hours.tradeAt(begin + i * HOUR, 100, 1);
        }

        assertThat(hours.end())
                .hasSize(48)
                .allSatisfy(b -> assertThat(b.closeTimeNs() - b.openTimeNs()).isEqualTo(HOUR));
    }
}
