package reprise.simulation.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import reprise.simulation.BarList;
import reprise.simulation.TestMarket;
import reprise.state.StateHash;

class BarTableTest {
    /** More than two growths of the columns, and no multiple of what is digested at once. */
    private static final int BARS = 5_000;

    private final BarTable table = BarTable.readFrom(source(7));

    private static BarSource source(final long seed) {
        return TestMarket.btcBars(seed, BARS).get(0).source();
    }

    private static List<List<Long>> bars(final BarSource source) {
        final List<List<Long>> bars = new ArrayList<>();
        while (source.next()) {
            bars.add(List.of(
                    source.openTimeNs(),
                    source.closeTimeNs(),
                    source.periodNs(),
                    source.openPrice(),
                    source.highPrice(),
                    source.lowPrice(),
                    source.closePrice(),
                    source.volume()));
        }
        return bars;
    }

    @Test
    void shouldGiveEveryCursorTheBarsOfTheSource() {
        final List<List<Long>> expected = bars(source(7));
        final BarSource ahead = table.cursor();
        ahead.next();
        ahead.next();

        assertThat(table.size()).isEqualTo(BARS);
        assertThat(bars(table.cursor())).isEqualTo(expected);
        assertThat(bars(ahead)).isEqualTo(expected.subList(2, BARS));
        assertThat(bars(table.cursor(1_000, 1_003))).isEqualTo(expected.subList(1_000, 1_003));
    }

    @Test
    void shouldStayAtItsEnd() {
        final BarSource cursor = table.cursor(4, 5);

        assertThat(cursor.next()).isTrue();
        assertThat(cursor.next()).isFalse();
        assertThat(cursor.next()).isFalse();
        assertThat(table.cursor(BARS, BARS).next()).isFalse();
    }

    @Test
    void shouldRefuseBarsThatItDoesNotHave() {
        assertThatThrownBy(() -> table.cursor(0, BARS + 1)).hasMessageContaining("of a table that has 5000");
        assertThatThrownBy(() -> table.cursor(3, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void shouldFindTheFirstBarThatWasNotComplete() {
        assertThat(table.firstClosingAfter(table.closeTimeNs(41))).isEqualTo(42);
        assertThat(table.firstClosingAfter(table.closeTimeNs(41) - 1)).isEqualTo(41);
        assertThat(table.firstClosingAfter(0)).isZero();
        assertThat(table.firstClosingAfter(Long.MAX_VALUE)).isEqualTo(BARS);
    }

    @Test
    void shouldHaveADigestOfItsBars() {
        final BarList shorter = BarList.copyOf(source(7), TestMarket.MINUTE_NS, BARS - 1);

        assertThat(digest(BarTable.readFrom(source(7)))).isEqualTo(digest(table));
        assertThat(digest(BarTable.readFrom(source(8)))).isNotEqualTo(digest(table));
        assertThat(digest(BarTable.readFrom(shorter))).isNotEqualTo(digest(table));
    }

    private static String digest(final BarTable table) {
        final var digest = StateHash.sha256();
        table.addTo(digest);
        return HexFormat.of().formatHex(digest.digest());
    }
}
