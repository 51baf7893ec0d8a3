package reprise.simulation.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of ticks that are wrong: file, line, column, what stands there, what would be right. */
class BadTicksTest {
    private static final String TRADES = "timestamp,price,quantity,side\n";
    private static final ReadOptions OPTIONS = ReadOptions.of(2, 3);
    private static final ReadOptions SKIP = OPTIONS.withBadRows(BadRowPolicy.SKIP);

    @TempDir
    private Path folder;

    private void refuses(final String content, final TickKind kind, final String message) {
        final Path file = BarText.write(folder, "ticks.csv", content);
        assertThatThrownBy(() -> TickText.read(file, kind, "X", OPTIONS))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(message);
    }

    @Test
    void shouldSayWhatIsWrongWithATrade() {
        refuses(
                TRADES + "1704067200,x,1,buy\n",
                TickKind.TRADES,
                "ticks.csv, line 2, column 'price': 'x' is not a number; expected a positive decimal");
        refuses(TRADES + "1704067200,-1,1,buy\n", TickKind.TRADES, "'-1' is not a positive price");
        refuses(
                TRADES + "1704067200,1.001,1,buy\n",
                TickKind.TRADES,
                "'1.001' does not fit 2 decimals without rounding; expected price decimals of 3 or more");
        refuses(TRADES + "1704067200,1,,buy\n", TickKind.TRADES, "column 'quantity': the field is empty");
        refuses(TRADES + "1704067200,1,-1,buy\n", TickKind.TRADES, "column 'quantity': '-1' is negative");
        refuses(TRADES + "1704067200,1,1,maybe\n", TickKind.TRADES, "column 'side': 'maybe' is no side");
        refuses(
                TRADES + "1704067200,1,1,bid\n",
                TickKind.TRADES,
                "line 2, column 'side': 'bid' is no side; expected buy or sell, of who took the liquidity");
        refuses(TRADES + "1704067200,1,1,ask\n", TickKind.TRADES, "column 'side': 'ask' is no side");
        refuses(
                TRADES + "1704067200,1,1,buy\n1704067201000,1,1,buy\n",
                TickKind.TRADES,
                "line 3, column 'timestamp': '1704067201000' is in milliseconds and the rows before it in seconds");
        refuses(
                TRADES + "1704067200,1,1,buy\nyesterday,1,1,buy\n",
                TickKind.TRADES,
                "line 3, column 'timestamp': 'yesterday' is not a time");
        refuses(TRADES + "1704067200,1,1\n", TickKind.TRADES, "line 2: has 3 columns, expected 4");
        refuses(
                TRADES + "1704067201,1,1,buy\n1704067200,1,1,buy\n",
                TickKind.TRADES,
                "line 3: time goes back from 2024-01-01T00:00:01Z to 2024-01-01T00:00:00Z");
        refuses(
                "id,timestamp,price,quantity\n5,1704067200,1,1\n5,1704067200,1,1\n",
                TickKind.TRADES,
                "line 3: trade 5 is not newer than the one before, 5");
    }

    @Test
    void shouldSayWhatIsWrongWithAQuote() {
        refuses(
                "timestamp,bid,bid_size,ask,ask_size\n1704067200,,,,\n",
                TickKind.QUOTES,
                "line 2: has neither a bid nor an ask");
        refuses(
                "timestamp,bid,ask\n1704067200,1,2\n",
                TickKind.QUOTES,
                "quotes without sizes, in which nothing could trade: columns [bid_size, ask_size] are missing");
    }

    @Test
    void shouldSayWhatIsWrongWithALineOfARecording() {
        refuses(
                "{\"e\":\"trade\",\"T\":1704067200000,\"s\":\"X\",\"t\":1,\"p\":\"1\",\"q\":\"1\",\"m\":true}\n{\"e\":\"trade\"\n",
                TickKind.TRADES,
                "line 2: cannot be read; expected recording of Binance streams");
        refuses(
                "{\"e\":\"trade\",\"T\":1704067200000,\"s\":\"X\",\"t\":1,\"p\":\"?\",\"q\":\"1\",\"m\":true}\n",
                TickKind.TRADES,
                "line 1, column 'price': '?' is not a number");
        refuses(
                "{\"e\":\"trade\",\"T\":1704067200000,\"s\":\"A\",\"t\":1}\n{\"e\":\"trade\",\"T\":1704067200000,\"s\":\"B\",\"t\":1}\n",
                TickKind.TRADES,
                "nothing of X; it holds A, B");
    }

    @Test
    void shouldLeaveOutAndCountBadRowsWhenAskedTo() {
        final Path file = BarText.write(
                folder,
                "t.csv",
                TRADES
                        + "1704067201,1,1,buy\n1704067201,1,1,buy\n1704067200,1,1,buy\n1704067202,x,1,buy\n1704067203,2,0,sell\n"
                        + "1704067204,2,1.0005,sell\n");

        final TickQuality quality = TickText.quality(file, TickKind.TRADES, "X", SKIP);

        assertThat(TickText.read(file, TickKind.TRADES, "X", SKIP)).hasSize(3);
        assertThat(quality.rows()).isEqualTo(6);
        assertThat(quality.ticks()).isEqualTo(3);
        assertThat(quality.disorder()).isEqualTo(1);
        assertThat(quality.badRows()).isEqualTo(1);
        assertThat(quality.zeroQuantities()).isEqualTo(1);
        assertThat(quality.repeats()).isEqualTo(1);
        assertThat(quality.roundedQuantities()).isEqualTo(1);
        assertThat(quality.longestSilenceNs()).isEqualTo(3_000_000_000L);
        assertThat(quality.messages()).hasSize(2);
    }

    @Test
    void shouldTellTicksOfARecordingLateWhenTheirTimeGoesBack() {
        final String trade = "{\"e\":\"trade\",\"T\":%d,\"s\":\"X\",\"t\":%d,\"p\":\"1\",\"q\":\"1\",\"m\":true}%n";
        final Path file = BarText.write(
                folder, "r.json", String.format(trade, 1704067201000L, 1) + String.format(trade, 1704067200000L, 2));

        assertThat(TickText.read(file, TickKind.TRADES, "X", OPTIONS))
                .containsExactly("2024-01-01T00:00:01Z 100 x 1000 seller", "2024-01-01T00:00:01Z 100 x 1000 seller");
        assertThat(TickText.quality(file, TickKind.TRADES, "X", OPTIONS).late()).isEqualTo(1);
    }

    @Test
    void shouldJoinFilesThatFollowOneAnother() {
        final Path second = BarText.write(folder, "b.csv", TRADES + "1704067202,2,1,buy\n");
        final Path first = BarText.write(folder, "a.csv", TRADES + "1704067200,1,1,buy\n1704067202,1,1,buy\n");
        final Path third = BarText.write(folder, "c.csv", TRADES + "1704067201,2,1,buy\n");

        assertThat(TickText.rest(chain(TickKind.TRADES, second, first)))
                .containsExactly(
                        "2024-01-01T00:00:00Z 100 x 1000 buyer",
                        "2024-01-01T00:00:02Z 100 x 1000 buyer",
                        "2024-01-01T00:00:02Z 200 x 1000 buyer");
        assertThatThrownBy(() -> TickText.rest(chain(TickKind.TRADES, first, third)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("a.csv and " + third + " both have trades of X at 2024-01-01T00:00:02Z");
    }

    @Test
    void shouldClearTheBookWhereAnotherFileFollows() {
        final String snapshot =
                "{\"topic\":\"orderbook.1.X\",\"type\":\"snapshot\",\"ts\":%d,\"data\":{\"s\":\"X\",\"b\":[[\"1\",\"1\"]],\"a\":[],\"u\":1}}%n";
        final Path first = BarText.write(folder, "a.data", String.format(snapshot, 1704067200000L));
        final Path second = BarText.write(folder, "b.data", String.format(snapshot, 1704067260000L));

        assertThat(TickText.rest(chain(TickKind.BOOK, first, second)))
                .containsExactly(
                        "2024-01-01T00:00:00Z cleared",
                        "2024-01-01T00:00:00Z buy 100 x 1000",
                        "2024-01-01T00:00:00Z cleared",
                        "2024-01-01T00:01:00Z cleared",
                        "2024-01-01T00:01:00Z buy 100 x 1000");
    }

    private static TickChain chain(final TickKind kind, final Path... files) {
        return new TickChain(List.of(files).stream().map(TickFile::recognise).toList(), kind, "X", OPTIONS);
    }
}
