package reprise.simulation.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.market.Instrument;
import reprise.simulation.TestMarket;

/** How far trades went both ways, against valuing each at every price that was seen. */
class ExcursionTest {
    private final Instrument instrument = new Instrument(TestMarket.INSTRUMENTS.get(0));
    private final TestOrders orders = new TestOrders(instrument);
    private final List<Trade> trades = new ArrayList<>();
    private final List<long[]> extremes = new ArrayList<>();
    private long position;
    private long cash;
    private long worst;
    private long best;

    private final TradeStatistics statistics = new TradeStatistics(TradeStatisticsTest.collector(trades));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldAgreeWithValuingAtEveryPrice(final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final RoundTrip roundTrip = new RoundTrip(1, instrument);
        for (int i = 0; i < 2_000; i++) {
            final long price = 1_000_00 + random.nextInt(200_00);
            if (random.nextInt(3) == 0) {
                final long lots = (1 + random.nextInt(5)) * 1_000L * (random.nextBoolean() ? 1 : -1);
                final long quantity = position != 0 && random.nextInt(4) == 0 ? -position : lots;
                roundTrip.fill(orders.of(quantity), price, Math.abs(quantity), 0, i, i, statistics);
                fillNaively(quantity, price);
            } else {
                final long high = price + random.nextInt(50_00);
                roundTrip.onBar(price, high);
                see(price);
                see(high);
            }
        }

        assertThat(trades).hasSizeGreaterThan(50).hasSameSizeAs(extremes);
        for (int i = 0; i < trades.size(); i++) {
            assertThat(trades.get(i).adverse()).as("worst of trade %d", i).isEqualTo(extremes.get(i)[0]);
            assertThat(trades.get(i).favourable()).as("best of trade %d", i).isEqualTo(extremes.get(i)[1]);
        }
    }

    private void fillNaively(final long quantity, final long price) {
        see(price);
        final boolean turns = position != 0 && Long.signum(position + quantity) == -Long.signum(position);
        if (turns || position + quantity == 0) {
            extremes.add(new long[] {worst, best});
            worst = 0;
            best = 0;
            cash = turns ? -instrument.notional(price, position + quantity) : 0;
        } else {
            cash -= instrument.notional(price, quantity);
        }
        position += quantity;
    }

    private void see(final long price) {
        if (position != 0) {
            final long worth = cash + instrument.notional(price, position);
            worst = Math.min(worst, worth);
            best = Math.max(best, worth);
        }
    }
}
