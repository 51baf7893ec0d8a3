package reprise.simulation.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarFormatsTest {

    private static final String FIRST = "2024-01-01T00:00:00Z/2024-01-01T00:01:00Z 100 200 50 150 7000";
    private static final String SECOND = "2024-01-01T00:01:00Z/2024-01-01T00:02:00Z 150 300 100 200 8000";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "1704067200,1704067260,epoch seconds",
        "1704067200000,1704067260000,epoch milliseconds",
        "1704067200000000,1704067260000000,epoch microseconds",
        "1704067200000000000,1704067260000000000,epoch nanoseconds",
        "1704067200.0,1704067260.000,epoch seconds",
        "1.7040672e12,1.70406726e12,epoch milliseconds",
        "2024-01-01T00:00:00Z,2024-01-01T00:01:00Z,date and time with offset",
        "2024-01-01 01:00:00+01:00,2024-01-01 01:01:00+01:00,date and time with offset",
        "2024-01-01 00:00:00.000,2024-01-01 00:01:00.000,date and time without offset",
    })
    void shouldTellTheUnitOfTimeApart(final String first, final String second, final String timeForm) {
        final Path file = BarText.write(
                folder, "bars.csv", BarText.HEADER + first + ",1,2,0.5,1.5,7\n" + second + ",1.5,3,1,2,8\n");

        assertThat(BarText.read(file, BarText.TWO_DECIMALS)).containsExactly(FIRST, SECOND);
        assertThat(BarText.facts(file, BarText.TWO_DECIMALS).timeForm()).isEqualTo(timeForm);
    }

    @ParameterizedTest
    @CsvSource({"20240101", "99999999999", "86399999", "99999999999999999999", "-1704067200"})
    void shouldRefuseNumbersThatAreNoTimeSince1970(final String stamp) {
        final Path file = BarText.write(
                folder,
                "bars.csv",
                BarText.HEADER + "1704067200,1,2,0.5,1.5,7\n1704067260,1.5,3,1,2,8\n" + stamp + ",1,1,1,1,1\n");

        assertThatThrownBy(() -> BarText.read(file, BarText.TWO_DECIMALS))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(
                        "line 4, column 'timestamp': '" + stamp + "' is not a time; expected a time since 1970");
    }

    @Test
    void shouldFollowAndCountWhenTheUnitOfTimeChanges() {
        final Path file = BarText.write(
                folder, "bars.csv", BarText.HEADER + "1704067200000,1,2,0.5,1.5,7\n1704067260000000,1.5,3,1,2,8\n");

        try (BarReader reader = BarFiles.open(file, BarText.TWO_DECIMALS)) {
            assertThat(BarText.rest(reader)).containsExactly(FIRST, SECOND);
            assertThat(reader.quality().timeUnitChanges()).isEqualTo(1);
        }
    }

    /** Archives go from milliseconds to microseconds; seconds beside others are two sources in one file. */
    @ParameterizedTest
    @CsvSource({
        "1704067320000, milliseconds",
        "1704067320000000, microseconds",
        "1704067320000.5, milliseconds",
    })
    void shouldRefuseSecondsBesideAnotherUnit(final String stamp, final String unit) {
        final Path file = BarText.write(
                folder,
                "bars.csv",
                BarText.HEADER + "1704067200,1,2,0.5,1.5,7\n1704067260,1.5,3,1,2,8\n" + stamp + ",2,3,1,2,8\n"
                        + "1704067380,2,3,1,2,8\n");

        assertThatThrownBy(() -> BarText.read(file, BarText.TWO_DECIMALS))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("bars.csv, line 4, column 'timestamp': '" + stamp + "' is in " + unit
                        + " and the rows before it in seconds; expected a time since 1970");
        try (BarReader reader = BarFiles.open(file, BarText.TWO_DECIMALS.withBadRows(BadRowPolicy.SKIP))) {
            assertThat(BarText.rest(reader)).hasSize(3);
            assertThat(reader.quality().badRows()).isEqualTo(1);
            assertThat(reader.quality().timeUnitChanges()).isZero();
        }
    }

    @Test
    void shouldFindColumnsByNameWhateverOrderAndDelimiter() {
        final Path semicolon = BarText.write(
                folder,
                "a.csv",
                "close;Low;VOLUME;High Price;<OPEN>;note;Date Time\n1.5;0.5;7;2;1;\"x;y\";2024-01-01 00:00\n2;1;8;3;1.5;;2024-01-01 00:01\n");
        final Path tab = BarText.write(
                folder,
                "b.txt",
                "date\ttime\topen\thigh\tlow\tclose\n2024-01-01\t00:00\t1\t2\t0.5\t1.5\n2024-01-01\t00:01\t1.5\t3\t1\t2\n");

        assertThat(BarText.read(semicolon, BarText.TWO_DECIMALS)).containsExactly(FIRST, SECOND);
        assertThat(BarText.facts(semicolon, BarText.TWO_DECIMALS).notes()).contains("columns not used: note");
        assertThat(BarText.read(tab, BarText.TWO_DECIMALS))
                .containsExactly(FIRST.replace("7000", "0"), SECOND.replace("8000", "0"));
        assertThat(BarText.facts(tab, BarText.TWO_DECIMALS).volume()).isFalse();
    }

    @Test
    void shouldSkipAPreambleAndATrailingDelimiter() {
        final Path file = BarText.write(
                folder,
                "c.csv",
                "https://example.org/data\nunix,symbol,open,high,low,close,Volume BTC,Volume USD\n"
                        + "1704067200,BTC,1,2,0.5,1.5,7,9,\n1704067260,BTC,1.5,3,1,2,8,9,\n");

        assertThat(BarText.read(file, BarText.TWO_DECIMALS)).containsExactly(FIRST, SECOND);
    }

    @Test
    void shouldReadBinanceKlinesInMillisecondsAndMicroseconds() {
        final Path millis =
                BarText.write(folder, "k.csv", "1704067200000,1.00,2.00,0.50,1.50,7.0,1704067259999,1,1,1,1,0\n");
        final Path micros = BarText.write(
                folder,
                "m.csv",
                "1704067200000000,1,2,0.5,1.5,7,1704067259999999,1,1,1,1,0\n"
                        + "1704067260000000,1.5,3,1,2,8,1704067319999999,1,1,1,1,0\n");

        assertThat(BarText.read(millis, BarText.TWO_DECIMALS)).containsExactly(FIRST);
        assertThat(BarText.read(micros, BarText.TWO_DECIMALS)).containsExactly(FIRST, SECOND);
        final BarFileFacts facts = BarText.facts(millis, BarText.TWO_DECIMALS);
        assertThat(facts.format()).isEqualTo("Binance klines");
        assertThat(facts.stampKnown()).isTrue();
        assertThat(facts.period()).hasToString("1m");
    }

    @Test
    void shouldTakeNinjaTraderStampsAsTheEndOfTheBar() {
        final Path file =
                BarText.write(folder, "nt.txt", "20240101 000100;1;2;0.5;1.5;7\n20240101 000200;1.5;3;1;2;8\n");

        assertThat(BarText.read(file, BarText.TWO_DECIMALS)).containsExactly(FIRST, SECOND);
        assertThat(BarText.facts(file, BarText.TWO_DECIMALS).stamp()).isEqualTo(StampConvention.CLOSE);
    }

    @Test
    void shouldReadJsonListsAndObjects() {
        final Path lists =
                BarText.write(folder, "l.json", "[[1704067200000,1,2,5e-1,1.5,7.0],\n[1704067260000,1.5,3,1,2,8]]");
        final Path starts = BarText.write(
                folder,
                "s.json",
                "{\"x\":[1,2],\"candles\":[{\"start\":\"1704067200\",\"open\":\"1\",\"high\":\"2\",\"low\":\"0.5\",\"close\":\"1.5\",\"volume\":\"7\"},"
                        + "{\"low\":\"1\",\"high\":\"3\",\"open\":\"1.5\",\"close\":\"2\",\"volume\":\"8\",\"start\":\"1704067260\"}]}");
        final Path ends = BarText.write(
                folder,
                "e.json",
                "{\"ohlc\":[{\"endTime\":1704067259999,\"openPrice\":1,\"highPrice\":2,\"lowPrice\":0.5,\"closePrice\":1.5,\"volume\":7,\"amount\":0},"
                        + "{\"endTime\":1704067319999,\"openPrice\":1.5,\"highPrice\":3,\"lowPrice\":1,\"closePrice\":2,\"volume\":8,\"amount\":0}]}");

        assertThat(BarText.read(lists, BarText.TWO_DECIMALS)).containsExactly(FIRST, SECOND);
        assertThat(BarText.read(starts, BarText.TWO_DECIMALS)).containsExactly(FIRST, SECOND);
        assertThat(BarText.read(ends, BarText.TWO_DECIMALS)).containsExactly(FIRST, SECOND);
    }

    @Test
    void shouldReadJsonObjectsWhateverElseTheyHold() {
        final String note = "\"note\":\"" + "x".repeat(10_000) + "\",\"more\":{\"a\":[1,{}]},";
        final Path file = BarText.write(
                folder,
                "long.json",
                "[{" + note + "\"t\":1704067200,\"o\":1,\"h\":2,\"l\":0.5,\"c\":1.5,\"v\":7},{" + note
                        + "\"t\":1704067260,\"o\":1.5,\"h\":3,\"l\":1,\"c\":2,\"v\":8}]");

        assertThat(BarText.read(file, BarText.TWO_DECIMALS)).containsExactly(FIRST, SECOND);
    }

    @Test
    void shouldScaleLeanEquityAndTakeTheDateFromTheName() {
        final String rows = "34200000,10000,20000,5000,15000,7\n34260000,15000,30000,10000,20000,8\n";
        final Path equity =
                BarText.zip(folder, "equity/usa/minute/xyz/20240610_trade.zip", "20240610_xyz_minute_trade.csv", rows);
        final Path unknown = BarText.zip(folder, "moved.zip", "20240610_xyz_minute_trade.csv", rows);

        assertThat(BarText.read(equity, BarText.TWO_DECIMALS))
                .containsExactly(
                        "2024-06-10T13:30:00Z/2024-06-10T13:31:00Z 100 200 50 150 7000",
                        "2024-06-10T13:31:00Z/2024-06-10T13:32:00Z 150 300 100 200 8000");
        assertThat(BarText.read(unknown, BarText.TWO_DECIMALS)).hasSize(2);
        assertThat(BarText.facts(unknown, BarText.TWO_DECIMALS).notes())
                .anyMatch(note -> note.startsWith("no equity or crypto folder in the path: only whole numbers"));
    }

    @Test
    void shouldCloseDailyBarsAtTheNextLocalMidnight() {
        final Path file = BarText.write(
                folder,
                "d.csv",
                "Date,Open,High,Low,Close\n2024-03-09,1,2,0.5,1\n2024-03-10,1,2,0.5,1\n2024-03-11,1,2,0.5,1\n");
        final ReadOptions newYork = BarText.TWO_DECIMALS.withZone(ZoneId.of("America/New_York"));

        assertThat(BarText.read(file, newYork.withBadRows(BadRowPolicy.STRICT)))
                .containsExactly(
                        "2024-03-09T05:00:00Z/2024-03-10T05:00:00Z 100 200 50 100 0",
                        "2024-03-10T05:00:00Z/2024-03-11T04:00:00Z 100 200 50 100 0",
                        "2024-03-11T04:00:00Z/2024-03-12T04:00:00Z 100 200 50 100 0");
    }

    @Test
    void shouldKnowAMonthBarAtTheEndOfItsMonth() {
        final String ends = "date,open,high,low,close\n2023-12-31,1,2,1,1\n2024-01-31,1,2,1,1\n2024-02-29,1,2,1,1\n";
        final String starts = "date,open,high,low,close\n2023-12-01,1,2,1,1\n2024-01-01,1,2,1,1\n2024-02-01,1,2,1,1\n";
        final String last = "2024-02-01T00:00:00Z/2024-03-01T00:00:00Z 100 200 100 100 0";

        assertThat(BarText.read(BarText.write(folder, "e.csv", ends), BarText.TWO_DECIMALS))
                .last()
                .isEqualTo(last);
        assertThat(BarText.read(BarText.write(folder, "s.csv", starts), BarText.TWO_DECIMALS))
                .last()
                .isEqualTo(last);
    }

    @Test
    void shouldTurnAroundFilesThatAreNewestFirst() {
        final Path file = BarText.write(
                folder,
                "n.csv",
                "Date,Open,High,Low,Close,Volume,Adj Close\n2024-01-05,4,4,4,4,4,4\n2024-01-04,3,3,3,3,3,3\n2024-01-03,2,2,2,2,2,2\n");

        assertThat(BarText.read(file, ReadOptions.of(0, 0)))
                .containsExactly(
                        "2024-01-03T00:00:00Z/2024-01-04T00:00:00Z 2 2 2 2 2",
                        "2024-01-04T00:00:00Z/2024-01-05T00:00:00Z 3 3 3 3 3",
                        "2024-01-05T00:00:00Z/2024-01-06T00:00:00Z 4 4 4 4 4");
        assertThat(BarText.facts(file, ReadOptions.of(0, 0)).newestFirst()).isTrue();
    }

    @Test
    void shouldRefuseToTurnAroundWhenThereAreTooManyRows() {
        final BarRows three = new BarRows() {
            private int left = 3;

            @Override
            public boolean next() {
                left--;
                return left >= 0;
            }

            @Override
            public BarRow row() {
                return new BarRow();
            }

            @Override
            public void close() {}
        };

        try (ReversedRows rows = new ReversedRows(three, "big.csv", 2)) {
            assertThatThrownBy(rows::next)
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("big.csv: the newest bar comes first and there are more than 2 rows")
                    .hasMessageContaining("sort the file by time, oldest first");
        }
    }

    @Test
    void shouldLetTheUserDecideStampAndPeriod() {
        final Path file = BarText.write(
                folder,
                "bars.csv",
                "time,open,high,low,close,volume\n2024-01-01 00:01,1,2,0.5,1.5,7\n2024-01-01 00:02,1.5,3,1,2,8\n");
        final Path single = BarText.write(folder, "one.csv", BarText.HEADER + "2024-01-01T00:00:00Z,1,2,0.5,1.5,7\n");

        assertThat(BarText.facts(file, BarText.TWO_DECIMALS).stampKnown()).isFalse();
        assertThat(BarText.read(file, BarText.TWO_DECIMALS.withStamp(StampConvention.CLOSE)))
                .containsExactly(FIRST, SECOND);
        assertThat(BarText.read(single, BarText.TWO_DECIMALS.withPeriod(BarPeriod.ofNanos(60 * BarPeriod.SECOND_NS))))
                .containsExactly(FIRST);
    }

    @Test
    void shouldRoundVolumesDownAndCountThem() {
        final Path file = BarText.write(
                folder, "bars.csv", BarText.HEADER + "1704067200,1,2,0.5,1.5,7.00099999\n1704067260,1.5,3,1,2,8\n");

        try (BarReader reader = BarFiles.open(file, BarText.TWO_DECIMALS)) {
            assertThat(BarText.rest(reader)).containsExactly(FIRST, SECOND);
            assertThat(reader.quality().roundedVolumes()).isEqualTo(1);
        }
    }

    @Test
    void shouldReadCompressedFilesLikePlainOnes() {
        final String content = BarText.HEADER + "1704067200,1,2,0.5,1.5,7\n1704067260,1.5,3,1,2,8\n";

        assertThat(BarText.read(BarText.write(folder, "p.csv", content), BarText.TWO_DECIMALS))
                .containsExactly(FIRST, SECOND);
        assertThat(BarText.read(BarText.gzip(folder, "p.csv.gz", content), BarText.TWO_DECIMALS))
                .containsExactly(FIRST, SECOND);
        assertThat(BarText.read(BarText.gzip(folder, "misnamed.csv", content), BarText.TWO_DECIMALS))
                .containsExactly(FIRST, SECOND);
        assertThat(BarText.read(BarText.zip(folder, "p.zip", "in/p.csv", content), BarText.TWO_DECIMALS))
                .containsExactly(FIRST, SECOND);
    }
}
