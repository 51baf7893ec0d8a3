package reprise.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reprise.alpaca.json.FlatReader;
import reprise.alpaca.order.EngineEars;
import reprise.alpaca.rest.Priority;
import reprise.order.Side;
import reprise.simulation.alpaca.account.AccountTerms;
import reprise.simulation.alpaca.fault.Fault;
import reprise.simulation.alpaca.fault.FaultKind;

/**
 * Random orders, changes and cancels in a random market while things go wrong at random. In the end the engine, which asks for whatever is
 * unknown, must believe of every order exactly what the venue did: the same fills, the same end, and no order twice.
 */
@Timeout(300)
class OrdersFaultScheduleTest {
    private static final int SIDE_BY_SIDE = 20;
    private static final int STEPS = 30;
    private static final int MOST_ORDERS = 8;

    private static final FaultKind[] KINDS = {
        FaultKind.DROP,
        FaultKind.DUPLICATE,
        FaultKind.REORDER,
        FaultKind.DELAY,
        FaultKind.ERROR_AFTER_ACCEPT,
        FaultKind.LOST_ANSWER,
        FaultKind.RESET,
        FaultKind.SLOW,
        FaultKind.TOO_MANY_BARE,
        FaultKind.HTML,
        FaultKind.FILL_FIRST,
        FaultKind.PATCH_ERROR,
        FaultKind.CANCEL_FILLS,
        FaultKind.LOST_UPDATE,
        FaultKind.DUPLICATE_EXECUTION,
        FaultKind.BUST,
        FaultKind.CORRECT,
    };

    /** Slow, like the next one: on a busy machine one schedule in some hundreds comes to another end, and it is not known yet whose fault that is. */
    @Test
    @Tag("slow")
    void shouldBelieveWhatTheVenueDid() throws InterruptedException {
        check(100);
    }

    @Test
    @Tag("slow")
    void shouldBelieveWhatTheVenueDidInManySchedules() throws InterruptedException {
        check(2_000);
    }

    private static void check(final int count) throws InterruptedException {
        final Long only = Long.getLong("seed");
        final ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        try {
            final List<Future<?>> runs = LongStream.rangeClosed(only == null ? 1 : only, only == null ? count : only)
                    .<Future<?>>mapToObj(seed -> threads.submit(() -> run(seed)))
                    .toList();
            for (int i = 0; i < runs.size(); i++) {
                try {
                    runs.get(i).get();
                } catch (final ExecutionException problem) {
                    throw new AssertionError("failed with -Dseed=" + (only == null ? i + 1 : only), problem.getCause());
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void run(final long seed) {
        final AccountTerms terms =
                AccountTerms.plain(new BigDecimal("100000000")).withPartialFills(0.5, seed);
        try (OrdersHarness harness = new OrdersHarness(terms, Duration.ofMillis(750))) {
            harness.connected();
            new Schedule(harness, new SplittableRandom(seed)).run();
        }
    }

    /** One row of random steps. */
    private static final class Schedule {
        private final OrdersHarness harness;
        private final EngineEars ears;
        private final SplittableRandom random;
        private final int[] revisions = new int[MOST_ORDERS + 1];
        private final Side side;
        private int orders;
        private int ask = 10_000;

        Schedule(final OrdersHarness harness, final SplittableRandom random) {
            this.harness = harness;
            this.random = random;
            ears = harness.ears;
            // Of both sides, the venue would refuse most as trades with ourselves.
            side = random.nextBoolean() ? Side.BUY : Side.SELL;
        }

        void run() {
            for (int step = 0; step < STEPS; step++) {
                step();
            }
            harness.server.faults().clear();
            for (int orderId = 1; orderId <= orders; orderId++) {
                settle(orderId);
            }
            reconcile();
            for (int orderId = 1; orderId <= orders; orderId++) {
                compare(orderId);
            }
            assertThat(ears.lines()).noneMatch(line -> line.startsWith("UNSOUND"));
            assertThat(ears.fatal()).isEmpty();
        }

        private void step() {
            final int choice = random.nextInt(10);
            if (choice < 3 && orders < MOST_ORDERS) {
                harness.submit(++orders, side, random.nextInt(1, 20), random.nextInt(4) == 0 ? null : price());
            } else if (choice < 5) {
                final Fault fault =
                        Fault.once(KINDS[random.nextInt(KINDS.length)]).lasting(random.nextInt(1, 60));
                harness.server.faults().set(fault);
            } else if (choice < 7 || orders == 0) {
                ask = Math.max(9_800, Math.min(10_200, ask + random.nextInt(-60, 61)));
                harness.server.market().quote("AAPL", dollars(ask - 2), dollars(ask));
            } else {
                change(random.nextInt(1, orders + 1));
            }
            for (int orderId = 1; orderId <= orders; orderId++) {
                if (ears.book(orderId).isUnknown()) {
                    harness.orders.queryOrder(orderId, 0);
                }
            }
        }

        private void change(final int orderId) {
            if (random.nextInt(3) == 0) {
                harness.orders.cancelOrder(orderId, 0);
            } else {
                final long quantity = random.nextInt(1, 30) * 100L;
                final long limit = OrdersHarness.price(price());
                harness.orders.replaceOrder(orderId, 0, ++revisions[orderId], quantity, limit, 0);
            }
        }

        private String price() {
            return dollars(ask + random.nextInt(-80, 81));
        }

        private static String dollars(final int cents) {
            return BigDecimal.valueOf(cents, 2).toPlainString();
        }

        /** Asks until it is known where the order is, as the engine would. */
        private void settle(final int orderId) {
            ask(orderId);
            ask(orderId);
        }

        private void ask(final int orderId) {
            final int before = ears.lines().size();
            final long[] nextNs = {System.nanoTime()};
            ears.await("where order " + orderId + " is", heard -> {
                if (System.nanoTime() >= nextNs[0]) {
                    harness.orders.queryOrder(orderId, 0);
                    nextNs[0] = System.nanoTime() + 2_000_000_000L;
                }
                final List<String> lines = heard.lines();
                return lines.subList(before, lines.size()).stream().anyMatch(line -> isAbout(line, orderId));
            });
        }

        private static boolean isAbout(final String line, final int orderId) {
            return line.startsWith("reported " + orderId + " ") || line.equals("not-found " + orderId);
        }

        private void reconcile() {
            final int before = ears.lines().size();
            ears.await(
                    "connected",
                    heard -> heard.lines().lastIndexOf("connected")
                            >= heard.lines().lastIndexOf("disconnected"));
            harness.orders.requestReconciliation(0, 0);
            ears.await(
                    "the whole view",
                    heard -> heard.lines().subList(before, heard.lines().size()).contains("ended"));
        }

        private void compare(final int orderId) {
            final List<Map<String, String>> row = new ArrayList<>();
            Map<String, String> order = harness.serverOrder("run-" + orderId);
            while (order != null) {
                row.add(order);
                order = order.containsKey("replaced_by") ? byId(order.get("replaced_by")) : null;
            }
            final String what = "order " + orderId + ", venue: " + row + ", engine: " + ears.lines();
            final BigDecimal filled = row.stream()
                    .map(part -> new BigDecimal(part.get("filled_qty")))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            final EngineEars.Book book = ears.book(orderId);
            assertThat(BigDecimal.valueOf(book.filled(), 2)).as(what).isEqualByComparingTo(filled);
            if (row.isEmpty()) {
                assertThat(book.end()).as(what).isIn("rejected", "not-found");
                return;
            }
            switch (row.get(row.size() - 1).get("status")) {
                case "filled" -> assertThat(book.end()).as(what).isEqualTo("filled");
                case "canceled" -> assertThat(book.end()).as(what).isIn("cancelled", "canceled");
                default -> assertThat(book.end()).as(what).isEmpty();
            }
        }

        private Map<String, String> byId(final String id) {
            return FlatReader.read(harness.rest
                            .trading()
                            .get("/v2/orders/" + id, Priority.ORDERS)
                            .body())
                    .get(0);
        }
    }
}
