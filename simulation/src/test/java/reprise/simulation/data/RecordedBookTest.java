package reprise.simulation.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When an order book is known: Binance's rules, and what happens where they are broken. */
class RecordedBookTest {
    private static final ReadOptions OPTIONS = ReadOptions.of(0, 0);
    private static final ReadOptions SKIP = OPTIONS.withBadRows(BadRowPolicy.SKIP);

    @TempDir
    private Path folder;

    private static String spot(final int second, final long first, final long last, final String bids) {
        return "{\"e\":\"depthUpdate\",\"E\":" + (1704067200000L + second * 1000L) + ",\"s\":\"X\",\"U\":" + first
                + ",\"u\":" + last + ",\"b\":[" + bids + "],\"a\":[]}\n";
    }

    private static String futures(final int second, final long first, final long last, final long previous) {
        return spot(second, first, last, "[\"" + last + "\",\"1\"]")
                .replace(",\"b\":", ",\"pu\":" + previous + ",\"b\":");
    }

    private static String snapshot(final long id) {
        return "{\"lastUpdateId\":" + id + ",\"bids\":[[\"10\",\"1\"]],\"asks\":[[\"12\",\"2\"]]}\n";
    }

    private List<String> book(final ReadOptions options, final String... lines) {
        return TickText.read(file(lines), TickKind.BOOK, "X", options).stream()
                .map(line -> line.substring("2024-01-01T00:00:".length()))
                .toList();
    }

    private TickQuality quality(final ReadOptions options, final String... lines) {
        return TickText.quality(file(lines), TickKind.BOOK, "X", options);
    }

    private Path file(final String... lines) {
        return BarText.write(folder, "book.json", String.join("", lines));
    }

    @Test
    void shouldApplyOnlyChangesThatAreNewerThanTheSnapshot() {
        final String[] lines = {
            spot(1, 90, 95, "[\"1\",\"1\"]"),
            spot(2, 96, 104, "[\"2\",\"1\"]"),
            spot(3, 105, 106, "[\"3\",\"1\"]"),
            snapshot(100),
            spot(4, 107, 107, "[\"10\",\"0\"],[\"4\",\"7\"]")
        };

        assertThat(book(OPTIONS, lines))
                .containsExactly(
                        "03Z cleared",
                        "03Z buy 10 x 1",
                        "03Z sell 12 x 2",
                        "03Z buy 2 x 1",
                        "03Z buy 3 x 1",
                        "04Z buy 10 x 0",
                        "04Z buy 4 x 7");
        final TickQuality quality = quality(OPTIONS, lines);
        assertThat(quality.changesLeftOut()).isEqualTo(1);
        assertThat(quality.snapshots()).isEqualTo(1);
        assertThat(quality.sequenceGaps()).isZero();
    }

    @Test
    void shouldFollowTheChainOfFutures() {
        assertThat(book(
                        OPTIONS,
                        snapshot(100),
                        futures(1, 80, 99, 70),
                        futures(2, 95, 105, 90),
                        futures(3, 120, 130, 105),
                        futures(4, 150, 160, 130)))
                .containsExactly(
                        "01Z cleared".replace("01Z", "00Z"),
                        "00Z buy 10 x 1",
                        "00Z sell 12 x 2",
                        "02Z buy 105 x 1",
                        "03Z buy 130 x 1",
                        "04Z buy 160 x 1");
    }

    @Test
    void shouldClearTheBookWhenChangesAreMissingUntilTheNextSnapshot() {
        final String[] lines = {
            spot(1, 90, 100, ""),
            snapshot(100),
            spot(2, 101, 101, "[\"3\",\"1\"]"),
            spot(3, 103, 103, "[\"4\",\"1\"]"),
            spot(4, 104, 104, "[\"5\",\"1\"]"),
            snapshot(103),
            spot(5, 105, 105, "[\"6\",\"1\"]")
        };

        assertThat(book(OPTIONS, lines))
                .containsExactly(
                        "01Z cleared",
                        "01Z buy 10 x 1",
                        "01Z sell 12 x 2",
                        "02Z buy 3 x 1",
                        "03Z cleared",
                        "04Z cleared",
                        "04Z buy 10 x 1",
                        "04Z sell 12 x 2",
                        "04Z buy 5 x 1",
                        "05Z buy 6 x 1");
        final TickQuality quality = quality(OPTIONS, lines);
        assertThat(quality.sequenceGaps()).isEqualTo(1);
        assertThat(quality.messages())
                .singleElement()
                .asString()
                .contains("book.json, line 4: changes 103 to 103 of the book do not follow 101");
        assertThat(quality.awaitsSnapshot()).isFalse();
    }

    @Test
    void shouldClearTheBookWhenTheFirstChangesAreNewerThanTheSnapshotAllows() {
        final String[] lines = {spot(1, 90, 100, ""), snapshot(100), spot(2, 102, 103, "[\"3\",\"1\"]")};

        assertThat(book(OPTIONS, lines))
                .containsExactly("01Z cleared", "01Z buy 10 x 1", "01Z sell 12 x 2", "02Z cleared");
        assertThat(quality(OPTIONS, lines).awaitsSnapshot()).isTrue();
    }

    @Test
    void shouldRefuseAGapWhenStrict() {
        assertThatThrownBy(() -> book(
                        OPTIONS.withBadRows(BadRowPolicy.STRICT), snapshot(100), spot(1, 103, 103, "[\"4\",\"1\"]")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("line 2: changes 103 to 103 of the book do not follow 100");
    }

    @Test
    void shouldTellNothingWithoutASnapshot() {
        final String[] lines = {spot(1, 1, 2, "[\"3\",\"1\"]"), spot(2, 3, 4, "[\"3\",\"1\"]")};

        assertThat(book(OPTIONS, lines)).isEmpty();
        assertThat(quality(OPTIONS, lines).changesLeftOut()).isEqualTo(2);
    }

    @Test
    void shouldRemoveLevelsBeforeItShowsNewOnesOfTheSameMessage() {
        assertThat(book(OPTIONS, snapshot(100), spot(1, 101, 101, "[\"9\",\"1\"],[\"10\",\"0.000\"],[\"8\",\"2\"]")))
                .endsWith("01Z buy 10 x 0", "01Z buy 9 x 1", "01Z buy 8 x 2");
    }

    @Test
    void shouldClearTheBookWhenALevelCannotBeRead() {
        final String[] lines = {
            snapshot(100), spot(1, 101, 101, "[\"9\",\"1\"],[\"x\",\"1\"]"), spot(2, 102, 102, "[\"9\",\"1\"]")
        };

        assertThat(book(SKIP, lines)).endsWith("01Z buy 9 x 1", "01Z cleared");
        assertThatThrownBy(() -> book(OPTIONS, lines))
                .hasMessageContaining("book.json, line 2, column 'bids': 'x' is not a number");
    }

    @Test
    void shouldClearABookWithoutNumbersWhenALineCannotBeRead() {
        final String time = ",\"time\":\"2024-01-01T00:00:01Z\"}\n";
        final String[] lines = {
            "1704067200.5: {\"type\":\"snapshot\",\"product_id\":\"X\",\"asks\":[[\"12\",\"2\"]],\"bids\":[]}\n",
            "1704067200.6: {\"type\":\"l2update\",\"product_id\":\"X\",\"changes\":[[\"buy\",\"9\"\n",
            "1704067200.7: {\"type\":\"l2update\",\"product_id\":\"X\",\"changes\":[[\"buy\",\"8\",\"1\"]]" + time
        };

        assertThat(book(SKIP, lines)).containsExactly("00.500Z cleared", "00.500Z sell 12 x 2", "01Z cleared");
        assertThat(quality(SKIP, lines).badRows()).isEqualTo(1);
    }

    @Test
    void shouldLetChangesGoWhenTooManyWaitForASnapshot() {
        final PendingLines pending = new PendingLines();
        final Fields line = new Fields();
        line.bytes = new byte[1 << 20];
        line.ends[0] = line.bytes.length;

        int dropped = 0;
        for (int i = 0; i < 6; i++) {
            line.position = i;
            dropped += pending.add(line);
        }

        assertThat(dropped).isEqualTo(4);
        assertThat(pending.next().position).isEqualTo(4);
        assertThat(pending.next().position).isEqualTo(5);
        assertThat(pending.next()).isNull();
    }
}
