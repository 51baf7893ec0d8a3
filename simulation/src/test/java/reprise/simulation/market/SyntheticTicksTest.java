package reprise.simulation.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import reprise.market.Aggressor;
import reprise.order.Side;
import reprise.simulation.TestMarket;
import reprise.simulation.market.TickSource.Kind;

class SyntheticTicksTest {
    private static SyntheticTicks ticks(final long seed, final boolean byLevel) {
        return new SyntheticTicks(TestMarket.BTC, seed, 42_000_00, TestMarket.START_NS, 1_000_000, 5_000, byLevel, 700);
    }

    private static List<String> texts(final SyntheticTicks ticks) {
        final List<String> texts = new ArrayList<>();
        while (ticks.next()) {
            texts.add(ticks.timeNs() + " " + ticks.kind() + " " + ticks.price() + " " + ticks.quantity() + " "
                    + ticks.bidPrice() + " " + ticks.bidQuantity());
        }
        return texts;
    }

    @Test
    void shouldTellTheSameWhenTheSeedIsTheSame() {
        assertThat(texts(ticks(1, true))).hasSize(5_000).isEqualTo(texts(ticks(1, true)));
        assertThat(texts(ticks(2, true))).isNotEqualTo(texts(ticks(1, true)));
    }

    @Test
    void shouldTellABookThatIsNeverCrossedAndTradesThatHitItsBestPrice() {
        for (long seed = 1; seed <= 20; seed++) {
            final SyntheticTicks ticks = ticks(seed, true);
            final TreeMap<Long, Long> bids = new TreeMap<>();
            final TreeMap<Long, Long> asks = new TreeMap<>();
            int trades = 0;
            while (ticks.next()) {
                if (ticks.kind() == Kind.LEVEL) {
                    final TreeMap<Long, Long> levels = ticks.side() == Side.BUY ? bids : asks;
                    if (ticks.quantity() == 0) {
                        assertThat(levels.remove(ticks.price())).isNotNull();
                    } else {
                        levels.put(ticks.price(), ticks.quantity());
                    }
                } else if (ticks.kind() == Kind.TRADE) {
                    final boolean buys = ticks.aggressor() == Aggressor.BUYER;
                    assertThat(ticks.price()).isEqualTo(buys ? asks.firstKey() : bids.lastKey());
                    assertThat(ticks.quantity())
                            .isPositive()
                            .isLessThanOrEqualTo((buys ? asks : bids).get(ticks.price()));
                    assertThat(bids.lastKey()).isLessThan(asks.firstKey());
                    trades++;
                }
            }
            assertThat(trades).as("seed %d", seed).isGreaterThan(100);
        }
    }

    @Test
    void shouldTellSaneQuotesInOrderOfTime() {
        final SyntheticTicks ticks = ticks(3, false);
        long lastNs = 0;
        while (ticks.next()) {
            assertThat(ticks.timeNs()).isGreaterThanOrEqualTo(lastNs);
            assertThat(ticks.bidPrice()).isPositive().isLessThan(ticks.askPrice());
            assertThat(ticks.bidQuantity()).isPositive();
            assertThat(ticks.askQuantity()).isPositive();
            lastNs = ticks.timeNs();
        }
    }
}
