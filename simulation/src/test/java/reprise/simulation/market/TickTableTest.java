package reprise.simulation.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.simulation.TestMarket;
import reprise.state.StateHash;

class TickTableTest {
    /** More than two growths of the columns, and no multiple of what is digested at once. */
    private static final int TICKS = 5_000;

    private static TickSource source(final long seed, final int count, final boolean byLevel) {
        return new SyntheticTicks(
                TestMarket.BTC, seed, 42_000_00, TestMarket.START_NS, 50_000_000, count, byLevel, 200);
    }

    private static List<Object> what(final TickSource tick) {
        return switch (tick.kind()) {
            case QUOTE -> List.of(tick.bidPrice(), tick.bidQuantity(), tick.askPrice(), tick.askQuantity());
            case TRADE -> List.of(tick.price(), tick.quantity(), tick.aggressor());
            case LEVEL -> List.of(tick.price(), tick.quantity(), tick.side());
            case CLEARED -> List.of();
            case STATUS -> List.of(tick.status());
        };
    }

    private static List<Object> ticks(final TickSource source) {
        final List<Object> ticks = new ArrayList<>();
        while (source.next()) {
            ticks.add(List.of(source.kind(), source.timeNs(), what(source)));
        }
        return ticks;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldGiveEveryCursorTheTicksOfTheSource(final boolean byLevel) {
        final TickTable table = TickTable.readFrom(source(7, TICKS, byLevel));
        final List<Object> expected = ticks(source(7, TICKS, byLevel));
        final TickSource ahead = table.cursor();
        ahead.next();
        ahead.next();

        assertThat(ticks(table.cursor())).isEqualTo(expected);
        assertThat(ticks(ahead)).isEqualTo(expected.subList(2, TICKS));
        assertThat(ahead.next()).as("it stays at its end").isFalse();
        assertThat(kinds(table))
                .contains(byLevel ? TickSource.Kind.LEVEL : TickSource.Kind.QUOTE, TickSource.Kind.STATUS);
    }

    private static EnumSet<TickSource.Kind> kinds(final TickTable table) {
        final EnumSet<TickSource.Kind> kinds = EnumSet.noneOf(TickSource.Kind.class);
        final TickSource cursor = table.cursor();
        while (cursor.next()) {
            kinds.add(cursor.kind());
        }
        return kinds;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldHaveADigestOfItsTicks(final boolean byLevel) {
        final String digest = digest(source(7, TICKS, byLevel));

        assertThat(digest(source(7, TICKS, byLevel))).isEqualTo(digest);
        assertThat(digest(source(8, TICKS, byLevel))).isNotEqualTo(digest);
        assertThat(digest(source(7, TICKS - 1, byLevel))).isNotEqualTo(digest);
    }

    private static String digest(final TickSource source) {
        final MessageDigest digest = StateHash.sha256();
        TickTable.readFrom(source).addTo(digest);
        return HexFormat.of().formatHex(digest.digest());
    }
}
