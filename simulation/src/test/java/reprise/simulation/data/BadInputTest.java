package reprise.simulation.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest {

    private static final String ROW_1 = "2024-01-01T00:00:00Z,100,102,99,101,5\n";
    private static final String ROW_2 = "2024-01-01T00:01:00Z,101,103,100,102,5\n";
    private static final String ROW_4 = "2024-01-01T00:03:00Z,102,104,101,103,5\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "2024-01-01T00:02:00Z,abc,104,101,103,5 | column 'open': 'abc' is not a number; expected a positive decimal",
                "2024-01-01T00:02:00Z,102,NaN,101,103,5 | column 'high': 'NaN' is not a number; expected a positive decimal",
                "2024-01-01T00:02:00Z,102,inf,101,103,5 | column 'high': 'inf' is not a number; expected a positive decimal",
                "2024-01-01T00:02:00Z,102,104,101,,5 | column 'close': the field is empty; expected a positive decimal",
                "2024-01-01T00:02:00Z,102,104,101,103 | has 5 columns, expected 6: column 'volume' is missing",
                "2024-01-01T00:02:00Z,102,104,101,103,5,9 | has 7 columns, expected 6",
                "2024-01-01T00:02:00Z,102,104,101,103,-5 | column 'volume': '-5' is negative; expected a decimal",
                "2024-01-01T00:02:00Z,102,104,101,103,lots | column 'volume': 'lots' is not a number",
                "2024-01-01T00:02:00Z,102,102.5,101,103,5 | column 'high': '102.5' is not the highest price; expected at least",
                "2024-01-01T00:02:00Z,102,104,102.5,103,5 | column 'low': '102.5' is not the lowest price; expected at most",
                "2024-01-01T00:02:00Z,0,104,101,103,5 | column 'open': '0' is not a positive price",
                "2024-01-01T00:02:00Z,102,104,-1,103,5 | column 'low': '-1' is not a positive price",
                "2024-01-01T00:02:00Z,102.125,104,101,103,5 | '102.125' does not fit 2 decimals without rounding; expected price"
                        + " decimals of 3 or more",
                "2024-01-01T00:02:00Z,99999999999999999,1e18,101,103,5 | is too large for 2 decimals",
                "yesterday,102,104,101,103,5 | column 'timestamp': 'yesterday' is not a time; expected a date or time such as",
                ",102,104,101,103,5 | column 'timestamp': the field is empty; expected a date or time such as",
                "2024-01-01T00:01:00Z,102,104,101,103,5 | repeats the time 2024-01-01T00:01:00Z; expected one bar per time",
                "2024-01-01T00:00:30Z,102,104,101,103,5 | time goes back from 2024-01-01T00:01:00Z to 2024-01-01T00:00:30Z",
            })
    void shouldNameFileLineColumnAndRemedyWhenARowIsBad(final String badRow, final String message) {
        final Path file = BarText.write(folder, "bars.csv", BarText.HEADER + ROW_1 + ROW_2 + badRow + "\n" + ROW_4);

        assertThatThrownBy(() -> BarText.read(file, BarText.TWO_DECIMALS))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("bars.csv, line 4")
                .hasMessageContaining(message);
        assertThatThrownBy(() -> BarText.read(file, BarText.TWO_DECIMALS.withBadRows(BadRowPolicy.STRICT)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("bars.csv, line 4");
        try (BarReader reader = BarFiles.open(file, BarText.TWO_DECIMALS.withBadRows(BadRowPolicy.SKIP))) {
            assertThat(BarText.rest(reader)).hasSize(3);
            final DataQuality quality = reader.quality();
            assertThat(quality.rows()).isEqualTo(4);
            assertThat(quality.badRows() + quality.duplicates() + quality.disorder())
                    .isEqualTo(1);
            assertThat(quality.messages()).singleElement().asString().contains("bars.csv, line 4", message);
        }
    }

    @Test
    void shouldRefuseBarsFromBefore1970() {
        final Path file = BarText.write(
                folder,
                "old.csv",
                BarText.HEADER + "1969-12-30,102,104,101,103,5\n1969-12-31,102,104,101,103,5\n"
                        + "1970-01-01,103,104,102,104,5\n1970-01-02,104,105,103,104,5\n");

        assertThatThrownBy(() -> BarText.read(file, BarText.TWO_DECIMALS))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("old.csv, line 2: begins at 1969-12-30T00:00:00Z; expected bars from 1970 on");
        try (BarReader reader = BarFiles.open(file, BarText.TWO_DECIMALS.withBadRows(BadRowPolicy.SKIP))) {
            assertThat(BarText.rest(reader)).hasSize(2);
            assertThat(reader.quality().badRows()).isEqualTo(2);
        }
    }

    @Test
    void shouldCountEachKindApartWhenBadRowsAreSkipped() {
        final Path file = BarText.write(
                folder,
                "bars.csv",
                BarText.HEADER + ROW_1 + ROW_1 + "2023-12-31T00:00:00Z,1,1,1,1,1\n"
                        + "2024-01-01T00:01:00Z,x,103,100,102,5\n" + "2024-01-01T00:01:00Z,101,100,100,102,5\n"
                        + "2024-01-01T00:01:00Z,0,103,100,102,5\n" + ROW_2);

        try (BarReader reader = BarFiles.open(
                file,
                BarText.TWO_DECIMALS
                        .withBadRows(BadRowPolicy.SKIP)
                        .withPeriod(BarPeriod.ofNanos(60 * BarPeriod.SECOND_NS)))) {
            assertThat(BarText.rest(reader)).hasSize(2);
            final DataQuality quality = reader.quality();
            assertThat(quality.duplicates()).isEqualTo(1);
            assertThat(quality.disorder()).isEqualTo(1);
            assertThat(quality.badRows()).isEqualTo(3);
            assertThat(quality.inconsistentBars()).isEqualTo(1);
            assertThat(quality.nonPositivePrices()).isEqualTo(1);
            assertThat(quality.rows()).isEqualTo(7);
        }
    }

    @Test
    void shouldRefuseAGapOnlyWhenStrict() {
        final Path file = BarText.write(folder, "gap.csv", BarText.HEADER + ROW_1 + ROW_2 + ROW_4);

        assertThat(BarText.read(file, BarText.TWO_DECIMALS)).hasSize(3);
        assertThatThrownBy(() -> BarText.read(file, BarText.TWO_DECIMALS.withBadRows(BadRowPolicy.STRICT)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(
                        "gap.csv, line 4: gap of 1 bars from 2024-01-01T00:02:00Z to 2024-01-01T00:03:00Z")
                .hasMessageContaining("expected a bar every 1m");
    }

    @Test
    void shouldCountOverlapsAndRefuseThemOnlyWhenStrict() {
        final Path file = BarText.write(
                folder,
                "overlap.csv",
                BarText.HEADER + ROW_1 + ROW_2 + "2024-01-01T00:01:30Z,101,103,100,102,5\n" + ROW_4);
        final ReadOptions minutes = BarText.TWO_DECIMALS.withPeriod(BarPeriod.ofNanos(60 * BarPeriod.SECOND_NS));

        try (BarReader reader = BarFiles.open(file, minutes)) {
            assertThat(BarText.rest(reader)).hasSize(4);
            assertThat(reader.quality().overlaps()).isEqualTo(1);
        }
        assertThatThrownBy(() -> BarText.read(file, minutes.withBadRows(BadRowPolicy.STRICT)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("overlap.csv, line 4: the bar begins at 2024-01-01T00:01:30Z")
                .hasMessageContaining("ends at 2024-01-01T00:02:00Z; expected steps of 1m");
    }

    @Test
    void shouldNameTheBadRowWhenItLeavesTheLengthOfTheBarsUnknown() {
        refuses(
                BarText.write(folder, "back.csv", BarText.HEADER + ROW_2 + ROW_1),
                "back.csv, line 3: time goes back from 2024-01-01T00:01:00Z to 2024-01-01T00:00:00Z");
        refuses(
                BarText.write(folder, "text.csv", BarText.HEADER + ROW_1 + "soon,1,1,1,1,1\n"),
                "text.csv, line 3, column 'timestamp': 'soon' is not a time");
        refuses(
                BarText.write(folder, "two.csv", BarText.HEADER + "1704067200000,1,1,1,1,1\n1704067260,1,1,1,1,1\n"),
                "two.csv, line 3, column 'timestamp': '1704067260' is in seconds and the rows before it in milliseconds");
    }

    @Test
    void shouldSayWhatWouldTellTheLengthOfTheBars() {
        refuses(
                BarText.write(folder, "one.csv", BarText.HEADER + ROW_1),
                "one.csv: the length of the bars cannot be told from the stamps; expected two bars or more, and a regular"
                        + " step of time from one to the next");
    }

    @Test
    void shouldRefuseWhenThereIsNoFileOrNoData() throws IOException {
        refuses(folder.resolve("none.csv"), "none.csv: no such file");
        refuses(folder, "is a directory; name one bar file");
        refuses(BarText.write(folder, "empty.csv", ""), "empty.csv: the file is empty");
        refuses(BarText.write(folder, "blank.csv", "\n\n \n"), "blank.csv: the file is empty");
        refuses(BarText.write(folder, "header.csv", BarText.HEADER), "header.csv: has a header but no rows");
        refuses(BarText.write(folder, "list.json", "[]"), "list.json: holds no list of records");
        refuses(BarText.gzip(folder, "empty.csv.gz", ""), "empty.csv.gz: the file is empty");
        refuses(BarText.write(folder, "one.csv", BarText.HEADER + ROW_1), "the length of the bars cannot be told");
        refuses(
                Files.write(folder.resolve("wide.csv"), (BarText.HEADER + ROW_1).getBytes("UTF-16")),
                "not text in UTF-8");
    }

    @Test
    void shouldSayDamagedWhenCompressedDataIsCutOff() throws IOException {
        final String content = BarText.HEADER + ROW_1 + ROW_2;
        final Path gzip = BarText.gzip(folder, "cut.csv.gz", content);
        final byte[] packed = Files.readAllBytes(gzip);
        Files.write(gzip, Arrays.copyOf(packed, packed.length - 10));
        final Path zip = BarText.zip(folder, "cut.zip", "bars.csv", content);
        final byte[] zipped = Files.readAllBytes(zip);
        Files.write(zip, Arrays.copyOf(zipped, zipped.length / 2));
        final Path fake =
                Files.write(folder.resolve("fake.csv.gz"), new byte[] {0x1f, (byte) 0x8b, 9, 9, 9, 9, 9, 9, 9, 9});

        refuses(gzip, "cut.csv.gz: the gzip data is damaged or cut off");
        refuses(zip, "cut.zip: the zip data is damaged or cut off");
        refuses(fake, "fake.csv.gz: the gzip data is damaged or cut off");
    }

    @Test
    void shouldRefuseWhenTheContentIsNotBars() {
        refuses(
                BarText.write(folder, "noclose.csv", "timestamp,open,high,low,volume\n2024-01-01,1,1,1,1\n"),
                "noclose.csv: column 'close' is missing; found [timestamp, open, high, low, volume]. Known bar formats:");
        refuses(
                BarText.write(folder, "trades.csv", "timestamp,price,amount,side\n1704067200000,1,1,buy\n"),
                "trades.csv: trades, not bars");
        refuses(BarText.write(folder, "ticks.csv", "1315922016,5.80,1.00\n"), "ticks.csv: looks like trades, not bars");
        refuses(
                BarText.write(folder, "quotes.csv", "timestamp,bid,ask\n1704067200000,1,2\n"),
                "quotes.csv: quotes or an order book, not bars");
        refuses(
                BarText.write(folder, "nameless.csv", "2024-01-01,1,2,1,2,5\n2024-01-02,1,2,1,2,5\n"),
                "nameless.csv: 6 columns without a header line to name them");
        refuses(
                BarText.write(folder, "notime.csv", "open,high,low,close\n1,1,1,1\n"),
                "notime.csv: no column for the time");
        refuses(
                BarText.write(folder, "badtime.csv", BarText.HEADER + "31/01/2024,1,1,1,1,1\n"),
                "badtime.csv, line 2, column 'timestamp': '31/01/2024' is not a time");
        refuses(BarText.write(folder, "broken.json", "[[1704067200000,1,1,1"), "broken.json, line 1", "not valid JSON");
        refuses(
                BarText.write(
                        folder,
                        "two.json",
                        "{\"a\":[[1704067200000,1,1,1,1,1],[1704067260000,1,1,1,1,1]],\"b\":[[1,2]]}"),
                "two.json: holds more than one list of records");
    }

    @Test
    void shouldNameRecordAndColumnWhenAJsonRecordIsBad() {
        final Path file = BarText.write(
                folder,
                "bars.json",
                "[[1704067200000,1.5,2,1,1.5,3],[1704067260000,1.5,2,NaN,1.5,3],[1704067320000,1.5,2,1,null,3]]");

        try (BarReader reader = BarFiles.open(file, BarText.TWO_DECIMALS.withBadRows(BadRowPolicy.SKIP))) {
            assertThat(BarText.rest(reader)).hasSize(1);
            assertThat(reader.quality().messages()).hasSize(2);
            assertThat(reader.quality().messages().get(0))
                    .contains("bars.json, record 2, column 'low': 'NaN' is not a number");
            assertThat(reader.quality().messages().get(1)).contains("record 3, column 'close': the field is empty");
        }
    }

    @Test
    void shouldKeepTheFirstMessagesOnlyWhenManyRowsAreBad() {
        final Path file =
                BarText.write(folder, "bars.csv", BarText.HEADER + ROW_1 + ROW_2 + "x,1,1,1,1,1\n".repeat(100) + ROW_4);

        try (BarReader reader = BarFiles.open(file, BarText.TWO_DECIMALS.withBadRows(BadRowPolicy.SKIP))) {
            BarText.rest(reader);
            assertThat(reader.quality().badRows()).isEqualTo(100);
            assertThat(reader.quality().messages()).hasSize(10);
        }
    }

    private static void refuses(final Path file, final String... parts) {
        assertThatThrownBy(() -> BarText.read(file, BarText.TWO_DECIMALS))
                .isInstanceOf(DataException.class)
                .extracting(Throwable::getMessage)
                .satisfies(message -> assertThat(message).contains(List.of(parts)));
    }
}
