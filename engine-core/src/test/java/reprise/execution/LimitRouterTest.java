package reprise.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reprise.execution.FakeDesk.SECOND;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reprise.market.Instrument;
import reprise.number.Decimals;
import reprise.number.Money;
import reprise.order.OrderState;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.state.StateHash;
import reprise.state.StateTape;
import reprise.testing.Definitions;
import reprise.testing.Stories;
import reprise.testkit.Allocation;
import reprise.testkit.RandomCases;

/**
 * Stories of one router: every line is one event and, behind an arrow, what reaches the desk. The router stays 0.05 % away, follows moves of
 * 0.05 %, every 15 seconds at most, for 300 seconds, with at most 1000 an order, 5 at least, and 5 in reserve.
 */
class LimitRouterTest {
    private final List<String> problems = new ArrayList<>();
    private final FakeDesk desk = new FakeDesk();
    private final Instrument instrument = Definitions.anInstrument().build();
    private LimitRouter router = router(true, false);

    private LimitRouter router(final boolean cancelOnFlip, final boolean dryRun) {
        final LimitRouterSettings settings = new LimitRouterSettings(
                50_000,
                50_000,
                15 * SECOND,
                300 * SECOND,
                cancelOnFlip,
                Money.parse("1000"),
                Money.parse("5"),
                Money.parse("5"),
                dryRun);
        final LimitRouter made = new LimitRouter(1, instrument, settings, desk, desk);
        made.onCash(Money.parse("10000"));
        desk.algorithm = made;
        return made;
    }

    static List<String> stories() {
        return Stories.of(LimitRouterTest.class, "limit-router-stories.txt");
    }

    @ParameterizedTest
    @MethodSource("stories")
    void shouldDoWhatTheStorySays(final String story) {
        final String[] lines = story.split("\n");
        for (int i = 1; i < lines.length; i++) {
            final String[] halves = lines[i].split(" (->|=) ");
            desk.asked.clear();
            desk.decided.clear();
            play(halves[0].split(" "));
            final boolean decision = lines[i].contains(" = ");
            final String found = String.join("; ", decision ? desk.decided : desk.asked);
            if (!found.equals(halves.length == 1 ? "" : halves[1])) {
                problems.add(lines[i] + "\n    found: " + found);
            }
        }

        assertThat(problems).as(lines[0]).isEmpty();
    }

    private void play(final String... words) {
        switch (words[0]) {
            case "quote" -> {
                final long bid = Decimals.parse(words[1], 2);
                instrument.onQuote(bid, 1, Decimals.parse(words[2], 2), 1);
                router.onMarket(desk.nowNs);
            }
            case "wait" -> {
                desk.nowNs += Long.parseLong(words[1]) * SECOND;
                if (router.nextDeadlineNs() <= desk.nowNs) {
                    router.onTimer(desk.nowNs);
                }
            }
            case "buy" -> router.open(Side.BUY, Long.parseLong(words[1]), desk.nowNs);
            case "sell" -> router.open(Side.SELL, Long.parseLong(words[1]), desk.nowNs);
            case "leave" -> router.close(Side.SELL, Long.parseLong(words[1]), desk.nowNs);
            case "cash" -> router.onCash(Money.parse(words[1]));
            case "connected", "disconnected" -> desk.connected = words[0].equals("connected");
            case "dry" -> router = router(true, true);
            case "keep" -> router = router(false, false);
            default -> answer(words);
        }
    }

    private void answer(final String... words) {
        final FakeDesk.Order order = desk.order(Long.parseLong(words[words[0].equals("request") ? 2 : 1]));
        switch (words[0]) {
            case "working" -> desk.accept(order);
            case "filled" -> desk.fill(order, Long.parseLong(words[2]));
            case "canceled" -> desk.end(order, OrderState.CANCELED);
            case "replaced" -> desk.replaced(order);
            case "request" -> desk.refuseRequest(order);
            case "unknown" -> desk.lose(order);
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    @Test
    void shouldNeverHaveTwoOpeningsAtTheMarketAndComeToRest() {
        RandomCases.check(10_000, random -> {
            final LimitRouterTest run = new LimitRouterTest();
            run.desk.keepsText = false;
            for (int i = 0; i < 60; i++) {
                run.act(random.nextInt(10), random.nextLong(1, 20), random.nextLong(-50, 50));
                run.desk.chance(random, 30);
                run.checkOrders();
            }
            run.desk.connected = true;
            for (int i = 0; i < 60 && !run.router.isIdle(); i++) {
                run.desk.nowNs += 100 * SECOND;
                run.router.onTimer(run.desk.nowNs);
                run.desk.chance(random, 0);
            }
            assertThat(run.router.isIdle()).isTrue();
            assertThat(run.desk.orders).noneMatch(order -> order.open);
        });
    }

    private void act(final int what, final long quantity, final long move) {
        desk.nowNs += quantity * SECOND / 2;
        switch (what) {
            case 0 -> router.open(Side.BUY, quantity, desk.nowNs);
            case 1 -> router.open(Side.SELL, quantity, desk.nowNs);
            case 2 -> router.close(Side.BUY, quantity, desk.nowNs);
            case 3 -> router.close(Side.SELL, quantity, desk.nowNs);
            case 4 -> desk.connected = move % 4 != 0;
            case 5 -> router.cancel(desk.nowNs);
            case 6, 7 -> {
                instrument.onQuote(100_00 + move, 1, 100_03 + move, 1);
                router.onMarket(desk.nowNs);
            }
            default -> {
                if (router.nextDeadlineNs() <= desk.nowNs) {
                    router.onTimer(desk.nowNs);
                    if (router.nextDeadlineNs() <= desk.nowNs) {
                        throw new AssertionError("a deadline that passed is still due");
                    }
                }
            }
        }
    }

    private void checkOrders() {
        int open = 0;
        for (int i = Math.max(desk.orders.size() - 40, 0); i < desk.orders.size(); i++) {
            final FakeDesk.Order order = desk.orders.get(i);
            open += order.open ? 1 : 0;
            if (!instrument.isOnTick(order.limit) || !instrument.isOnLot(order.quantity)) {
                throw new AssertionError("not on tick or lot: " + order.limit + " " + order.quantity);
            }
        }
        // One opening and one closing.
        if (open > 2) {
            throw new AssertionError("too many orders at the market: " + open);
        }
    }

    @Test
    void shouldNeverBeNearerToTheMidThanStated() {
        RandomCases.check(10_000, random -> {
            final long bid = random.nextLong(1, 1_000_000_000);
            final long ask = bid + random.nextLong(1_000);
            final long rate = random.nextLong(MidPrice.ONE / 2);
            final long tick = random.nextLong(1, 100);
            final double mid = (bid + ask) / 2.0;
            final long buy = MidPrice.awayFrom(bid + ask, Side.BUY, rate, tick);
            final long sell = MidPrice.awayFrom(bid + ask, Side.SELL, rate, tick);

            assertThat(buy % tick + sell % tick).isZero();
            assertThat((double) buy).isBetween(mid * (1 - rate / 1e8) - tick - 1, mid * (1 - rate / 1e8) + 1e-4);
            assertThat((double) sell).isBetween(mid * (1 + rate / 1e8) - 1e-4, mid * (1 + rate / 1e8) + tick + 1);
        });
    }

    @Test
    void shouldGoOnFromSavedState() {
        RandomCases.check(1_000, random -> {
            final LimitRouterTest run = new LimitRouterTest();
            for (int i = 0; i < 40; i++) {
                run.act(random.nextInt(10), random.nextLong(1, 20), random.nextLong(-50, 50));
                run.desk.chance(random, 30);
            }
            final StateTape tape = new StateTape();
            run.router.snapshotTo(tape);
            final LimitRouterTest copy = new LimitRouterTest();
            copy.router.exchange(tape.reader());

            assertThat(StateHash.of(copy.router)).isEqualTo(StateHash.of(run.router));
        });
    }

    @Test
    void shouldAllocateNothingOnceWarm() {
        final Quiet quiet = new Quiet();
        final LimitRouterSettings settings =
                new LimitRouterSettings(50_000, 50_000, SECOND, 300 * SECOND, true, Money.parse("1000"), 0, 0, false);
        final LimitRouter tested = new LimitRouter(1, instrument, settings, quiet, quiet);
        tested.onCash(Money.parse("10000"));
        final long[] step = {0};

        assertThat(Allocation.leastBytes(6, () -> {
                    for (int i = 0; i < 20_000; i++) {
                        final long now = ++step[0] * SECOND;
                        instrument.onQuote(100_00 + step[0] % 50, 1, 100_02 + step[0] % 50, 1);
                        tested.onMarket(now);
                        tested.open(step[0] % 20 < 10 ? Side.BUY : Side.SELL, 5, now);
                        quiet.answer(tested, step[0], now);
                        tested.onTimer(Math.max(now, Math.min(tested.nextDeadlineNs(), now)));
                    }
                }))
                .isZero();
        assertThat(quiet.count).isGreaterThan(5_000);
    }

    @Test
    void shouldRefuseImpossibleSettings() {
        assertThatThrownBy(() -> new LimitRouterSettings(-1, 1, 1, 1, true, 1, 0, 0, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("awayRate must be 0 to below 100000000 (1e-8): -1");
        assertThatThrownBy(() -> new LimitRouterSettings(0, 1, 0, 1, true, 1, 0, 0, false))
                .hasMessageContaining("minRepriceNs must be above 0: 0");
        assertThatThrownBy(() -> new LimitRouterSettings(0, 1, 1, 1, true, 1, 2, 0, false))
                .hasMessageContaining("minNotional");
    }

    @Test
    void shouldTellTheReasonOfARefusal() {
        instrument.onQuote(100_00, 1, 100_00, 1);
        desk.refusal = RejectReason.MAX_POSITION_NOTIONAL;

        router.open(Side.BUY, 5, desk.nowNs);

        assertThat(desk.decided).containsExactly("REFUSED MAX_POSITION_NOTIONAL 5");
    }
}
