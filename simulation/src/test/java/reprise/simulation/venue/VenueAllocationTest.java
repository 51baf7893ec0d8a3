package reprise.simulation.venue;

import static org.assertj.core.api.Assertions.assertThat;

import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import reprise.market.Aggressor;
import reprise.message.Outlet;
import reprise.number.Money;
import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.simulation.TestMarket;
import reprise.testkit.Allocation;

class VenueAllocationTest {
    private static final long MS = 1_000_000;

    private final OrderTerms terms = new OrderTerms();
    private long timeNs = TestMarket.START_NS;
    private long orders;

    @Test
    void shouldAllocateNothingOnceItIsWarm() {
        final LatencyModel latency =
                new LatencyModel(new Delay(2 * MS, MS), new Delay(5 * MS, MS), new Delay(3 * MS, MS), 1);
        final VenueConfig config = VenueConfig.PLAIN
                .withShortsAndLeverageE8(10 * Money.ONE)
                .withFees(FeeSchedule.ofBasisPoints("1", "2"))
                .withLatency(latency);
        final SimulatedVenue venue =
                new SimulatedVenue(config, TestMarket.INSTRUMENTS, Money.parse("10000000"), "USDT", new NullOutlet());
        venue.connect(timeNs);
        rounds(venue, 20_000);

        assertThat(Allocation.leastBytes(5, () -> rounds(venue, 500))).isZero();
    }

    private void rounds(final SimulatedVenue venue, final int count) {
        for (int i = 0; i < count; i++) {
            timeNs += 20 * MS;
            while (venue.nextDueNs() <= timeNs) {
                venue.runDue();
            }
            final long middle = 42_000_00 + i % 50;
            venue.bookLevel(0, timeNs, Side.BUY, middle - 1 - i % 3, 1_000 + i % 7 * 10);
            venue.bookLevel(0, timeNs, Side.SELL, middle + 1 + i % 3, 1_000 + i % 5 * 10);
            venue.trade(0, timeNs, middle, 500, Aggressor.UNKNOWN);
            final Side side = Side.of(i % 2);
            final long orderId = ++orders;
            venue.submitOrder(orderId, 0, 1, terms.set(side, OrderType.MARKET, TimeInForce.IOC, 100));
            venue.submitOrder(
                    ++orders,
                    0,
                    1,
                    terms.set(side, OrderType.LIMIT, TimeInForce.GTC, 100).limitPrice(middle - side.sign() * 20));
            venue.cancelOrder(orders, 0);
            venue.queryOrder(orderId, 0);
        }
    }

    /** Takes everything and keeps nothing. */
    private static final class NullOutlet implements Outlet {
        private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[MAX_MESSAGE_LENGTH_BYTES]);

        @Override
        public MutableDirectBuffer claim() {
            return buffer;
        }

        @Override
        public void end(final int lengthBytes) {
            // nobody listens
        }
    }
}
