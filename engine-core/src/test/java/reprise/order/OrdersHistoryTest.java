package reprise.order;

import static org.assertj.core.api.Assertions.assertThat;
import static reprise.testing.Definitions.anInstrument;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import reprise.market.Instrument;
import reprise.testkit.RandomCases;

/** Random histories of many orders: what the book sums up must equal what a naive walk over its orders finds. */
class OrdersHistoryTest {
    private static final int CAPACITY = 12;
    private static final int INSTRUMENTS = 3;

    private final List<Instrument> instruments = new ArrayList<>();

    OrdersHistoryTest() {
        for (int id = 0; id < INSTRUMENTS; id++) {
            instruments.add(anInstrument().withId(id * 20).build());
        }
    }

    @Test
    void shouldSumWhatANaiveWalkFinds() {
        RandomCases.check(60, random -> {
            final Orders orders = new Orders(CAPACITY);
            final List<Long> ids = new ArrayList<>();
            for (int step = 0; step < 600; step++) {
                if (orders.openCount() < CAPACITY && random.nextInt(4) == 0) {
                    ids.add(open(orders, random, step + 1));
                } else if (!ids.isEmpty()) {
                    final Order order =
                            orders.find(ids.get(Math.max(0, ids.size() - 1 - random.nextInt(CAPACITY + 5))));
                    happen(orders, order, random);
                    checkOrder(order);
                }
                checkSums(orders);
            }
        });
    }

    private long open(final Orders orders, final SplittableRandom random, final long sequence) {
        final OrderRequest request = new OrderRequest()
                .limit(
                        instruments.get(random.nextInt(INSTRUMENTS)),
                        RandomCases.oneOf(random, Side.values()),
                        random.nextLong(1, 20),
                        random.nextLong(1, 100),
                        TimeInForce.GTC);
        return orders.open(sequence, 1, request, sequence).orderId();
    }

    private static void happen(final Orders orders, final Order order, final SplittableRandom random) {
        final RejectReason reason = RejectReason.VENUE_OTHER;
        switch (random.nextInt(14)) {
            case 0 -> orders.accept(order);
            case 1 -> orders.reject(order, reason);
            case 2, 3 -> orders.fill(order, random.nextLong(1, 8), random.nextLong(1, 100), random.nextLong(3));
            case 4 -> orders.end(order, RandomCases.oneOf(random, OrderState.CANCELED, OrderState.EXPIRED));
            case 5 -> {
                if (order.state().canBecome(OrderState.PENDING_CANCEL)) {
                    orders.requestCancel(order);
                }
            }
            case 6 -> {
                if (order.state() == OrderState.NEW || order.state() == OrderState.PARTIALLY_FILLED) {
                    orders.requestReplace(order, order.filledQuantity() + random.nextLong(1, 30), 7, 0);
                }
            }
            case 7 -> orders.replaced(order, random.nextLong(1, 30), 7, 0);
            case 8 -> orders.requestRefused(order, OrderState.PENDING_CANCEL, reason);
            case 9 -> orders.doubt(order);
            case 10 -> orders.reportedWorking(order, order.filledQuantity() + random.nextLong(1, 30), 7);
            case 11 -> orders.triggered(order);
            case 12 ->
                orders.bust(
                        order,
                        random.nextLong(1, 1 + Math.max(order.filledQuantity(), 1)),
                        1,
                        0,
                        order.filledQuantity() > 0);
            default -> orders.requestRefused(order, OrderState.PENDING_REPLACE, reason);
        }
    }

    private static void checkOrder(final Order order) {
        assertThat(order.exposedQuantity()).isGreaterThanOrEqualTo(order.leavesQuantity());
        if (order.isOpen()) {
            assertThat(order.exposedQuantity())
                    .as("an open order may still trade")
                    .isPositive();
        } else {
            assertThat(order.exposedQuantity()).as("an ended one may not").isZero();
        }
        if (order.state() == OrderState.FILLED) {
            assertThat(order.filledQuantity()).isGreaterThanOrEqualTo(order.quantity());
        }
    }

    private void checkSums(final Orders orders) {
        for (final Instrument instrument : instruments) {
            for (final Side side : Side.values()) {
                long sum = 0;
                for (int i = 0; i < orders.openCount(); i++) {
                    final Order order = orders.openAt(i);
                    assertThat(order.isOpen()).isTrue();
                    final boolean counts = order.instrumentId() == instrument.id() && order.side() == side;
                    sum += counts ? order.exposedQuantity() : 0;
                }
                assertThat(orders.openQuantity(instrument.id(), side)).isEqualTo(sum);
            }
        }
    }
}
