package reprise.alpaca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reprise.alpaca.json.FlatReader;
import reprise.alpaca.order.EngineEars;
import reprise.alpaca.order.EngineEars.Belief;
import reprise.alpaca.rest.Priority;
import reprise.market.InstrumentDefinition;
import reprise.order.Side;
import reprise.simulation.alpaca.account.AccountTerms;
import reprise.simulation.alpaca.fault.Fault;
import reprise.simulation.alpaca.fault.FaultKind;

/**
 * Random orders, changes and cancels in a random market while things go wrong at random. In the end the engine, which asks for whatever is
 * unknown, must believe of every order exactly what the venue did: the same fills at the same prices, the same end, and no order twice.
 *
 * <p>A seed decides what is done and what goes wrong. Which thread comes first is real, and must not matter: no verdict depends on how fast
 * anything is.
 */
@Timeout(300)
class OrdersFaultScheduleTest {
    private static final int SIDE_BY_SIDE = 20;
    private static final int STEPS = 30;
    private static final int MOST_ORDERS = 8;
    private static final int MOST_ATTEMPTS = 20;
    private static final long ASK_AGAIN_NS = 2_000_000_000L;

    /** Nobody gives a request up that the venue has not even read yet, however busy the machine is; lost answers end by their connections. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration STALE = Duration.ofSeconds(5);
    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final Offset<BigDecimal> ROUNDING = within(new BigDecimal("0.000001"));

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

    @Test
    void shouldBelieveWhatTheVenueDid() throws InterruptedException {
        check(100);
    }

    @Test
    @Tag("slow")
    @Timeout(1_800)
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
        final LeapingClock clock = new LeapingClock();
        try (OrdersHarness harness = new OrdersHarness(terms, PATIENCE, clock, STALE, seed % 2 == 0)) {
            harness.connected();
            new Schedule(harness, clock, new SplittableRandom(seed)).run();
        }
    }

    /** One row of random steps. */
    private static final class Schedule {
        private final OrdersHarness harness;
        private final LeapingClock clock;
        private final EngineEars ears;
        private final SplittableRandom random;
        private final int[] revisions = new int[MOST_ORDERS + 1];
        private final InstrumentDefinition[] instruments = new InstrumentDefinition[MOST_ORDERS + 1];
        private final Side side;
        private int orders;
        private int ask = 10_000;

        Schedule(final OrdersHarness harness, final LeapingClock clock, final SplittableRandom random) {
            this.harness = harness;
            this.clock = clock;
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
            for (int attempt = 0; !compareAtRest(); attempt++) {
                assertThat(attempt).as("attempts until the venue rests").isLessThan(MOST_ATTEMPTS);
            }
            assertThat(ears.lines()).noneMatch(line -> line.startsWith("UNSOUND"));
            assertThat(ears.fatal()).isEmpty();
        }

        /**
         * What was under way may still change the venue while the engine asks. What is believed is compared with a state of the venue that
         * lasted from before the first question to after the last answer; without one, returns false.
         */
        private boolean compareAtRest() {
            final List<Map<String, String>> venue = venueOrders();
            for (int orderId = 1; orderId <= orders; orderId++) {
                // The second answer is of after the first.
                ask(orderId);
                ask(orderId);
            }
            reconcile();
            final List<Belief> beliefs = new ArrayList<>();
            for (int orderId = 1; orderId <= orders; orderId++) {
                beliefs.add(ears.belief(orderId));
            }
            if (!venueOrders().equals(venue)) {
                return false;
            }
            for (int orderId = 1; orderId <= orders; orderId++) {
                compare(orderId, beliefs.get(orderId - 1), venue);
            }
            return true;
        }

        private List<Map<String, String>> venueOrders() {
            return FlatReader.read(get("/v2/orders?status=all&direction=asc&limit=500"));
        }

        private byte[] get(final String path) {
            return harness.rest.trading().get(path, Priority.ORDERS).body();
        }

        private void step() {
            final int choice = random.nextInt(10);
            if (choice < 3 && orders < MOST_ORDERS) {
                submit(++orders);
            } else if (choice < 5) {
                final Fault fault =
                        Fault.once(KINDS[random.nextInt(KINDS.length)]).lasting(random.nextInt(1, 60));
                harness.server.faults().set(fault);
            } else if (choice < 7 || orders == 0) {
                ask = Math.max(9_800, Math.min(10_200, ask + random.nextInt(-60, 61)));
                harness.server.market().quote("AAPL", dollars(ask - 2), dollars(ask));
                harness.server.market().quote("VTI", dollars(ask - 2), dollars(ask));
            } else {
                change(random.nextInt(1, orders + 1));
            }
            for (int orderId = 1; orderId <= orders; orderId++) {
                if (ears.book(orderId).isUnknown()) {
                    query(orderId);
                }
            }
        }

        /** One of five that buys is of an amount, where nobody offers anything before the market moves. */
        private void submit(final int orderId) {
            final boolean isOfAmount = side == Side.BUY && random.nextInt(5) == 0;
            instruments[orderId] = isOfAmount ? OrdersHarness.VTI : OrdersHarness.AAPL;
            if (isOfAmount) {
                harness.submitAmount(orderId, dollars(random.nextInt(100, 200_000)));
            } else {
                harness.submit(orderId, side, random.nextInt(1, 20), random.nextInt(4) == 0 ? null : price());
            }
        }

        private void query(final int orderId) {
            harness.orders.queryOrder(orderId, instruments[orderId].instrumentId());
        }

        private void change(final int orderId) {
            if (instruments[orderId].takesAmounts() || random.nextInt(3) == 0) {
                harness.orders.cancelOrder(orderId, instruments[orderId].instrumentId());
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
        private void ask(final int orderId) {
            awaitAfter(
                    "where order " + orderId + " is",
                    () -> query(orderId),
                    lines -> lines.stream().anyMatch(line -> isAbout(line, orderId)));
        }

        private static boolean isAbout(final String line, final int orderId) {
            return line.startsWith("reported " + orderId + " ") || line.equals("not-found " + orderId);
        }

        private void reconcile() {
            ears.await(
                    "connected",
                    heard -> heard.lines().lastIndexOf("connected")
                            >= heard.lines().lastIndexOf("disconnected"));
            awaitAfter(
                    "the whole view",
                    () -> harness.orders.requestReconciliation(0, 0),
                    lines -> lines.contains("ended"));
        }

        /** Asks now and then until something has been heard since the first time. */
        private void awaitAfter(final String what, final Runnable ask, final Predicate<List<String>> condition) {
            final int before = ears.lines().size();
            final long[] nextNs = {System.nanoTime()};
            ears.await(what, heard -> {
                leapIfQuiet();
                if (System.nanoTime() >= nextNs[0]) {
                    ask.run();
                    nextNs[0] = System.nanoTime() + ASK_AGAIN_NS;
                }
                final List<String> lines = heard.lines();
                return condition.test(lines.subList(before, lines.size()));
            });
        }

        /** Every request has come before anybody asks about it: when all that came has been dealt with, nothing is under way any more. */
        private void leapIfQuiet() {
            if (harness.server.isQuiet()) {
                clock.leap();
            }
        }

        private void compare(final int orderId, final Belief belief, final List<Map<String, String>> venue) {
            final List<Map<String, String>> row = row(orderId, venue);
            final String what = "order " + orderId + ", venue: " + row + ", engine: " + ears.lines() + ", notices "
                    + ears.notices() + ", executions "
                    + new String(get("/v2/account/activities/FILL"), StandardCharsets.UTF_8);
            final int decimals = instruments[orderId].quantityDecimals();
            assertThat(BigDecimal.valueOf(belief.filled(), decimals))
                    .as(what)
                    .isEqualByComparingTo(sum(row, part -> ONE));
            assertThat(BigDecimal.valueOf(belief.value(), decimals + instruments[orderId].priceDecimals()))
                    .as(what)
                    .isCloseTo(sum(row, part -> new BigDecimal(part.getOrDefault("filled_avg_price", "0"))), ROUNDING);
            if (row.isEmpty()) {
                assertThat(belief.end()).as(what).isIn("rejected", "not-found");
                return;
            }
            switch (row.get(row.size() - 1).get("status")) {
                case "filled" -> {
                    assertThat(belief.end()).as(what).isEqualTo("filled");
                    if (instruments[orderId].takesAmounts()) {
                        compareAmount(orderId, what);
                    }
                }
                case "canceled" -> assertThat(belief.end()).as(what).isIn("cancelled", "canceled");
                default -> assertThat(belief.end()).as(what).isEmpty();
            }
        }

        /** A fill is the last only when it is known what the amount comes to. */
        private void compareAmount(final int orderId, final String what) {
            final List<String> lines = ears.lines();
            final int filled = first(lines, "filled " + orderId + " ");
            assertThat(first(lines, "restated " + orderId + " ")).as(what).isLessThanOrEqualTo(filled);
            assertThat(ears.book(orderId).quantity())
                    .as(what)
                    .isEqualTo(ears.book(orderId).filled());
        }

        private static int first(final List<String> lines, final String beginning) {
            return (int) lines.stream()
                    .takeWhile(line -> !line.startsWith(beginning))
                    .count();
        }

        private static BigDecimal sum(
                final List<Map<String, String>> row, final Function<Map<String, String>, BigDecimal> factor) {
            return row.stream()
                    .map(part -> new BigDecimal(part.get("filled_qty")).multiply(factor.apply(part)))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** The venue's orders that one of ours became, one after the other. */
        private static List<Map<String, String>> row(final int orderId, final List<Map<String, String>> venue) {
            final List<Map<String, String>> row = new ArrayList<>();
            String field = "client_order_id";
            String name = "run-" + orderId;
            while (name != null) {
                final String wantedField = field;
                final String wanted = name;
                final Optional<Map<String, String>> next = venue.stream()
                        .filter(order -> order.get(wantedField).equals(wanted))
                        .findFirst();
                next.ifPresent(row::add);
                field = "id";
                name = next.map(order -> order.get("replaced_by")).orElse(null);
            }
            return row;
        }
    }
}
