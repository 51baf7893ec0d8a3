package reprise.simulation.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.calendar.SessionCalendar;
import reprise.testkit.SharedFiles;

/** Of a market that closes, only what is missing while it is open is a gap. */
class SessionGapsTest {
    private static final SessionCalendar STOCKS = SessionCalendar.usEquities();
    private static final ReadOptions IN_SESSIONS = BarText.TWO_DECIMALS.withSessions(STOCKS);
    private static final long MINUTE_NS = 60 * BarPeriod.SECOND_NS;

    @TempDir
    private Path folder;

    private Path file(final String... stamps) {
        final StringBuilder text = new StringBuilder(BarText.HEADER);
        for (final String stamp : stamps) {
            text.append(stamp).append(",1,1,1,1,1\n");
        }
        return BarText.write(folder, "bars.csv", text.toString());
    }

    private static DataQuality quality(final Path file, final ReadOptions options) {
        try (BarReader reader = BarFiles.open(file, options)) {
            BarText.rest(reader);
            return reader.quality();
        }
    }

    private static ReadOptions period(final long periodNs) {
        return IN_SESSIONS.withPeriod(BarPeriod.ofNanos(periodNs));
    }

    /** In July 2024 the 3rd was a half day in New York, to 17:00 UTC, and the 4th, a Thursday, a holiday. */
    @ParameterizedTest
    @CsvSource({
        "2024-07-02T19:59:00Z, 2024-07-03T13:30:00Z, 0", // a night
        "2024-07-02T20:00:00Z, 2024-07-03T13:30:00Z, 0", // from the closing auction
        "2024-07-02T19:59:00Z, 2024-07-03T11:00:00Z, 0", // to the pre-market
        "2024-07-02T19:57:00Z, 2024-07-03T13:31:00Z, 3", // two at its end and one at the next beginning
        "2024-07-03T16:59:00Z, 2024-07-05T13:30:00Z, 0", // what is left of the half day, and the holiday
        "2024-07-03T16:58:00Z, 2024-07-05T13:30:00Z, 1",
        "2024-07-05T19:59:00Z, 2024-07-08T13:30:00Z, 0", // a weekend
        "2024-07-05T14:00:00Z, 2024-07-05T14:10:00Z, 9",
        "2024-07-01T19:59:00Z, 2024-07-08T13:30:00Z, 990", // a session of 390, one of 210, one of 390
    })
    void shouldCountMinutesThatAreMissingWhileTheMarketIsOpen(final String from, final String to, final long missing) {
        final DataQuality quality = quality(file(from, to), period(MINUTE_NS));

        assertThat(quality.missingBars()).isEqualTo(missing);
        assertThat(quality.gaps()).isEqualTo(missing > 0 ? 1 : 0);
        assertThat(quality.longestGapNs()).isEqualTo(missing * MINUTE_NS);
    }

    /** The first hour of a day has the first half hour of its session in it. */
    @ParameterizedTest
    @CsvSource({
        "60, 2024-07-02T19:00:00Z, 2024-07-03T13:00:00Z, 0",
        "60, 2024-07-02T19:00:00Z, 2024-07-03T14:00:00Z, 1",
        "60, 2024-07-03T16:00:00Z, 2024-07-05T13:00:00Z, 0",
        "60, 2024-07-03T15:00:00Z, 2024-07-05T13:00:00Z, 1",
        "1440, 2024-07-03T00:00:00Z, 2024-07-05T00:00:00Z, 0",
        "1440, 2024-07-02T00:00:00Z, 2024-07-08T00:00:00Z, 2",
        "1440, 2024-07-03T04:00:00Z, 2024-07-05T04:00:00Z, 0",
        "10080, 2024-07-01T00:00:00Z, 2024-07-08T00:00:00Z, 0",
        "10080, 2024-07-01T00:00:00Z, 2024-07-22T00:00:00Z, 2",
    })
    void shouldCountLongBarsThatWouldHaveHadAPartOfASession(
            final long minutes, final String from, final String to, final long missing) {
        assertThat(quality(file(from, to), period(minutes * MINUTE_NS)).missingBars())
                .isEqualTo(missing);
    }

    @Test
    void shouldCountMonthsByTheCalendar() {
        final Path file = file("2023-11-01", "2023-12-01", "2024-02-01", "2024-12-01");
        final DataQuality quality = quality(file, IN_SESSIONS.withPeriod(BarPeriod.ofMonths(1)));

        assertThat(quality.gaps()).isEqualTo(2);
        assertThat(quality.missingBars()).isEqualTo(1 + 9);
    }

    @Test
    void shouldCountEverythingWhereTheMarketNeverCloses() {
        final Path file = file("2024-07-05T00:00:00Z", "2024-07-08T00:00:00Z");
        final ReadOptions days = BarText.TWO_DECIMALS.withPeriod(BarPeriod.ofDays(1));

        assertThat(quality(file, days).missingBars()).isEqualTo(2);
        assertThat(quality(file, days.withSessions(SessionCalendar.utcDays())).missingBars())
                .isEqualTo(2);
        assertThat(quality(file, days.withSessions(STOCKS)).missingBars()).isZero();
    }

    @Test
    void shouldMissNothingBeyondTheCalendar() {
        final Path file = file("2150-07-06T00:00:00Z", "2150-07-09T00:00:00Z");

        assertThat(quality(file, period(MINUTE_NS)).missingBars()).isZero();
    }

    @Test
    void shouldRefuseOnlyWhatIsMissingInSessionsWhenStrict() {
        final ReadOptions strict = period(MINUTE_NS).withBadRows(BadRowPolicy.STRICT);
        final String[] stamps = {"2024-07-05T19:59:00Z", "2024-07-08T13:30:00Z", "2024-07-08T13:32:00Z"};

        assertThat(BarText.read(file(stamps[0], stamps[1]), strict)).hasSize(2);
        assertThatThrownBy(() -> BarText.read(file(stamps), strict))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(
                        "bars.csv, line 4: gap of 1 bars from 2024-07-08T13:31:00Z to 2024-07-08T13:32:00Z;"
                                + " expected a bar every 1m in sessions of us-equities");
        assertThatThrownBy(() -> BarText.read(file(stamps), strict.withSessions(null)))
                .hasMessageContaining("line 3")
                .hasMessageContaining("every 1m around the clock (of a market that closes, give the calendar)");
    }

    @Test
    void shouldSayByWhichSessionsItCounts() {
        final String text = DataInspector.inspect(file("2024-07-05", "2024-07-08", "2024-07-09"), IN_SESSIONS)
                .toText();

        assertThat(text)
                .contains("\nsessions          us-equities: only what is missing in these is a gap\n")
                .contains("\ngaps              0\n");
    }

    /** Of Apple the hours of 22 August 2013 are missing in which the Nasdaq stood still. */
    @ParameterizedTest
    @CsvSource({
        "daily/spy, 0, 0",
        "daily/ibm, 0, 0",
        "daily/goog, 0, 0",
        "hour/spy, 0, 0",
        "hour/aapl, 1, 2",
        "minute/spy/20131007_trade, 0, 0",
    })
    void shouldFindNoGapsWhereThereAreNone(final String file, final long gaps, final long missing) {
        final DataQuality quality = quality(
                SharedFiles.file("data/lean/equity/usa/" + file + ".zip"),
                ReadOptions.of(4, 0).withSessions(STOCKS));

        assertThat(quality.gaps()).isEqualTo(gaps);
        assertThat(quality.missingBars()).isEqualTo(missing);
    }

    /** A share that trades in one minute of four, counted once more, minute by minute. */
    @Test
    void shouldMissEveryMinuteOfASessionThatIsNotThere() {
        final String name = "data/blaizard-us-1min/AZO-1min-2024-01_08.csv";
        final List<Long> opensNs = SharedFiles.lines(name).stream()
                .skip(1)
                .map(line -> Long.parseLong(line.split(";")[1]) * 1_000_000)
                .toList();
        long missing = 0;
        for (int i = 1; i < opensNs.size(); i++) {
            for (long t = opensNs.get(i - 1) + MINUTE_NS; t < opensNs.get(i); t += MINUTE_NS) {
                missing += STOCKS.isOpen(t) ? 1 : 0;
            }
        }

        assertThat(quality(SharedFiles.file(name + ".gz"), ReadOptions.of(6, 0).withSessions(STOCKS))
                        .missingBars())
                .isEqualTo(missing)
                .isGreaterThan(40_000);
    }
}
