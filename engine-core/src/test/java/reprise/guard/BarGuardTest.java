package reprise.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static reprise.guard.GuardBench.HOUR;
import static reprise.guard.GuardBench.MINUTE;
import static reprise.guard.GuardBench.SECOND;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.calendar.SessionCalendar;

class BarGuardTest {
    private final GuardBench bench = GuardBench.strict(false);

    @ParameterizedTest
    @CsvSource({
        // open, high, low, close, volume, complaint
        "100, 110, 90, 105, 1, ",
        "100, 100, 100, 100, 0, ",
        "0,   110, 0, 105, 1, BAR_PRICE FAIL 0/1",
        "100, 110, -3, 105, 1, BAR_PRICE FAIL -3/1",
        "100, 110, 90, 105, -1, BAR_VOLUME FAIL -1/0",
        "100, 104, 90, 105, 1, INCONSISTENT_BAR FAIL 60000000000/1",
        "111, 110, 90, 105, 1, INCONSISTENT_BAR FAIL 60000000000/1",
        "100, 110, 101, 105, 1, INCONSISTENT_BAR FAIL 60000000000/1",
        "100, 110, 90, 89, 1, INCONSISTENT_BAR FAIL 60000000000/1",
        "100, 90, 110, 100, 1, INCONSISTENT_BAR FAIL 60000000000/1",
    })
    void shouldDropImpossibleBars(
            final long open,
            final long high,
            final long low,
            final long close,
            final long volume,
            final String complaint) {
        assertThat(bench.at(MINUTE).bar(MINUTE, MINUTE, open, high, low, close, volume))
                .isEqualTo(complaint == null);

        if (complaint == null) {
            assertThat(bench.told()).isEmpty();
        } else {
            assertThat(bench.told()).containsExactly(complaint);
            assertThat(bench.dropped()).isOne();
            assertThat(bench.guard.blocksEntries(0)).isTrue();
            assertThat(bench.at(2 * MINUTE).bar(100)).isTrue();
            assertThat(bench.verdict()).isEqualTo(Verdict.OK);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 1", "60000000000, -1704672000000000000"})
    void shouldDropBarsWithoutLengthOrTime(final long periodNs, final long closeAfterT0) {
        assertThat(bench.at(MINUTE).bar(closeAfterT0, periodNs, 100, 100, 100, 100, 1))
                .isFalse();

        assertThat(bench.verdict(GuardCheck.INCONSISTENT_BAR)).isEqualTo(Verdict.FAIL);
    }

    @Test
    void shouldDropBarsFromTheFuture() {
        assertThat(bench.bar(10 * SECOND + 1, 100)).isFalse();
        assertThat(bench.told()).containsExactly("CLOCK_AHEAD WARN 10000000001/10000000000");

        assertThat(bench.bar(10 * SECOND, 100)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "103, OK",
        "97, OK",
        "104, WARN",
        "115, WARN",
        "85, WARN",
        "116, FAIL",
        "84, FAIL",
    })
    void shouldJudgeJumps(final long close, final Verdict verdict) {
        bench.at(MINUTE).bar(100);

        assertThat(bench.at(2 * MINUTE).bar(close)).isTrue();

        assertThat(bench.verdict(GuardCheck.BAR_JUMP)).isEqualTo(verdict);
    }

    @Test
    void shouldEndAFailedJumpAfterThreeBarsThatAgree() {
        bench.at(MINUTE).bar(100);
        bench.at(2 * MINUTE).bar(200);
        bench.at(3 * MINUTE).bar(100);
        for (int i = 4; i <= 5; i++) {
            bench.at(i * MINUTE).bar(101);
            assertThat(bench.guard.blocksEntries(0)).isTrue();
        }

        bench.at(6 * MINUTE).bar(101);

        assertThat(bench.guard.blocksEntries(0)).isFalse();
        assertThat(bench.told()).containsExactly("BAR_JUMP FAIL 1000000/150000", "BAR_JUMP OK 0/30000");
        assertThat(bench.count(GuardCheck.BAR_JUMP)).isEqualTo(2);
    }

    @Test
    void shouldDropBarsThatCameBefore() {
        bench.at(5 * MINUTE).bar(100);

        assertThat(bench.bar(5 * MINUTE, 100)).as("the same").isFalse();
        assertThat(bench.told()).containsExactly("DUPLICATE_BAR WARN 0/0");
        assertThat(bench.bar(5 * MINUTE, 101)).as("another of its time").isFalse();
        assertThat(bench.told()).containsExactly("DUPLICATE_BAR FAIL 1/0");
        assertThat(bench.bar(4 * MINUTE, 100)).as("older").isFalse();
        assertThat(bench.told()).containsExactly("OUT_OF_ORDER_BAR WARN 60000000000/0");
        assertThat(bench.bar(5 * MINUTE, 5 * MINUTE, 100, 100, 100, 100, 1))
                .as("a longer one that closes with it")
                .isTrue();
        assertThat(bench.told()).containsExactly("OUT_OF_ORDER_BAR OK 0/0", "DUPLICATE_BAR OK 0/0");
        assertThat(bench.at(6 * MINUTE).bar(100)).isTrue();
        assertThat(bench.verdict()).isEqualTo(Verdict.OK);
        assertThat(bench.dropped()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"0, OK", "1, WARN", "10, WARN", "11, FAIL"})
    void shouldCountMissingBars(final int missing, final Verdict verdict) {
        bench.at(MINUTE).bar(100);
        bench.at((2 + missing) * MINUTE).bar(100);

        assertThat(bench.verdict(GuardCheck.GAP)).isEqualTo(verdict);
        assertThat(bench.count(GuardCheck.GAP)).isEqualTo(missing > 0 ? 1 : 0);
    }

    @Test
    void shouldEndAFailedGapAfterThreeBarsWithoutOneAndAWarningAtOnce() {
        bench.at(MINUTE).bar(100);
        bench.at(3 * MINUTE).bar(100);
        bench.at(4 * MINUTE).bar(100);
        assertThat(bench.told()).containsExactly("GAP WARN 1/0", "GAP OK 0/0");

        bench.at(30 * MINUTE).bar(100);
        bench.at(31 * MINUTE).bar(100);
        bench.at(32 * MINUTE).bar(100);
        assertThat(bench.verdict(GuardCheck.GAP)).isEqualTo(Verdict.FAIL);
        bench.at(33 * MINUTE).bar(100);

        assertThat(bench.verdict(GuardCheck.GAP)).isEqualTo(Verdict.OK);
    }

    @Test
    void shouldEndAFailedGapWhenTheOperatorSaysSo() {
        bench.at(MINUTE).bar(100);
        bench.at(30 * MINUTE).bar(100);

        bench.guard.acknowledge(0);

        assertThat(bench.guard.blocksEntries(0)).isFalse();
    }

    @Test
    void shouldCountADroppedBarAsMissing() {
        bench.at(MINUTE).bar(100);
        bench.at(2 * MINUTE).bar(0);
        bench.at(3 * MINUTE).bar(100);

        assertThat(bench.told()).containsExactly("BAR_PRICE FAIL 0/1", "BAR_PRICE OK 100/1", "GAP WARN 1/0");
    }

    /** Monday 2024-01-08 is a day of trading; New York is five hours behind: 14:30 to 21:00. */
    @ParameterizedTest
    @CsvSource({
        // close of the first and open of the second bar in minutes after Monday's midnight, extended hours, missing
        "1260, 2310, false, 0", // Monday's close to Tuesday's open
        "1259, 2310, false, 1",
        "1260, 2311, false, 1",
        "1200, 2370, false, 120",
        "1260, 3750, false, 390", // all of Tuesday
        "6990, 11250, false, 30", // Friday 20:30 to Monday the 15th, a holiday
        "1260, 2310, true, 570", // post-market to 1:00, pre-market from 9:00
        "1500, 1980, true, 0",
    })
    void shouldNotMissBarsWhenTheMarketIsClosed(
            final long close, final long open, final boolean extended, final long missing) {
        final SessionCalendar stocks = SessionCalendar.usEquities();
        final OpenTime time = new OpenTime(extended ? TradingHours.extended(stocks) : TradingHours.regular(stocks));

        assertThat(time.barsBetween(GuardBench.T0 + close * MINUTE, GuardBench.T0 + open * MINUTE, MINUTE))
                .isEqualTo(missing);
    }

    @ParameterizedTest
    @CsvSource({
        // days from Monday midnight to midnight between two daily bars, missing
        "1, 1, 0",
        "1, 2, 1",
        "1, 4, 3",
        "5, 7, 0",
        "5, 9, 1", // Monday the 15th is a holiday
    })
    void shouldCountMissingDaysBySessions(final int close, final int open, final int missing) {
        final OpenTime time = new OpenTime(TradingHours.regular(SessionCalendar.usEquities()));

        assertThat(time.barsBetween(GuardBench.T0 + close * 24 * HOUR, GuardBench.T0 + open * 24 * HOUR, 24 * HOUR))
                .isEqualTo(missing);
    }

    @Test
    void shouldCountTheShortLastBarOfAMissingSession() {
        final OpenTime time = new OpenTime(TradingHours.regular(SessionCalendar.usEquities()));
        final long mondaysClose = GuardBench.T0 + 21 * HOUR;
        final long wednesdaysOpen = GuardBench.T0 + 62 * HOUR + 30 * MINUTE;

        assertThat(time.barsBetween(mondaysClose, wednesdaysOpen, HOUR)).isEqualTo(7);
    }

    @Test
    void shouldForgiveStampsThatAreALittleOff() {
        bench.at(MINUTE).bar(MINUTE - 1_000_000, 100);
        bench.at(2 * MINUTE).bar(100);
        bench.at(3 * MINUTE).bar(3 * MINUTE + 20 * SECOND - 60 * SECOND, 100);

        assertThat(bench.count(GuardCheck.GAP)).isZero();
    }

    @Test
    void shouldFailOnWarningsWhereStrict() {
        final GuardBench strict = GuardBench.strict(true);
        strict.at(MINUTE).bar(100);
        strict.at(2 * MINUTE).bar(104);
        assertThat(strict.told()).containsExactly("BAR_JUMP FAIL 40000/30000");

        strict.at(3 * MINUTE).bar(104);

        assertThat(strict.told()).containsExactly("BAR_JUMP OK 0/30000");
    }
}
