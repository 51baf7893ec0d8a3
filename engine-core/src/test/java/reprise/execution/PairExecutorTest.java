package reprise.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reprise.execution.FakeDesk.SECOND;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reprise.market.Instrument;
import reprise.number.Money;
import reprise.order.OrderState;
import reprise.order.Side;
import reprise.state.StateHash;
import reprise.state.StateTape;
import reprise.testing.Definitions;
import reprise.testing.Stories;
import reprise.testkit.Allocation;
import reprise.testkit.RandomCases;

/**
 * Stories of one pair: 10 of the first leg against 20 of the second, at 100 and 50, so that each leg is worth 1000. Every line is one event
 * and, behind an arrow, what reaches the desk and how the state changes.
 */
class PairExecutorTest {
    private final List<String> problems = new ArrayList<>();
    private final FakeDesk desk = new FakeDesk();
    private final PairDesk told = new PairDesk(desk);
    private final Instrument one = Definitions.anInstrument().withId(0).build();
    private final Instrument two = Definitions.anInstrument().withId(1).build();
    private PairExecutor pair = pair("1000");

    private PairExecutor pair(final String maxUnhedged) {
        one.onTrade(100_00, 1);
        two.onTrade(50_00, 1);
        final PairSettings settings = new PairSettings(10 * SECOND, SECOND, Money.parse(maxUnhedged), true);
        final PairExecutor made = new PairExecutor(1, 1, one, two, settings, desk, told);
        made.start();
        told.attach(made);
        return made;
    }

    static List<String> stories() {
        return Stories.of(PairExecutorTest.class, "pair-stories.txt");
    }

    @ParameterizedTest
    @MethodSource("stories")
    void shouldDoWhatTheStorySays(final String story) {
        final String[] lines = story.split("\n");
        for (int i = 1; i < lines.length; i++) {
            final String[] halves = lines[i].split(" -> ");
            desk.asked.clear();
            play(halves[0].split(" "));
            final String found = String.join("; ", desk.asked);
            if (!found.equals(halves.length == 1 ? "" : halves[1])) {
                problems.add(lines[i] + "\n    found: " + found);
            }
        }

        assertThat(problems).as(lines[0]).isEmpty();
    }

    private void play(final String... words) {
        switch (words[0]) {
            case "open" -> pair.open(Side.BUY, Long.parseLong(words[1]), Long.parseLong(words[2]), desk.nowNs);
            case "close" -> pair.close(desk.nowNs);
            case "emergency" -> pair.emergencyStop(desk.nowNs);
            case "start" -> pair.start();
            case "stop" -> pair.stop(desk.nowNs);
            case "parts" -> pair = pair(words[1]);
            case "fee" -> desk.feeInBaseOf = Long.parseLong(words[1]);
            case "refuse" -> desk.refusedInstrument = Integer.parseInt(words[1]) - 1;
            case "away", "back" -> desk.connected = words[0].equals("back");
            case "wait" -> {
                desk.nowNs += Long.parseLong(words[1]) * SECOND;
                if (pair.nextDeadlineNs() <= desk.nowNs) {
                    pair.onTimer(desk.nowNs);
                }
            }
            case "unhedged" -> {
                final String found = told.told.get(told.told.size() - 1);
                if (!found.equals(words[1] + " for " + words[3])) {
                    problems.add("unhedged: " + told.told);
                }
            }
            default -> answer(words);
        }
    }

    private void answer(final String... words) {
        final FakeDesk.Order order = desk.order(Long.parseLong(words[1]));
        switch (words[0]) {
            case "working" -> desk.accept(order);
            case "filled" -> desk.fill(order, Long.parseLong(words[2]));
            case "canceled" -> desk.end(order, OrderState.CANCELED);
            case "rejected" -> desk.end(order, OrderState.REJECTED);
            case "unknown" -> desk.lose(order);
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    @Test
    void shouldBeHedgedOrFlatOnceItIsQuietAndNeverExceedItsPart() {
        RandomCases.check(10_000, random -> {
            final PairExecutorTest run = new PairExecutorTest();
            run.desk.keepsText = false;
            final String most = random.nextBoolean() ? "1000" : "300";
            run.pair = run.pair(most);
            for (int i = 0; i < 80; i++) {
                run.act(random);
                run.desk.chance(random, 25);
            }
            run.desk.connected = true;
            run.desk.refusedInstrument = -1;
            for (int i = 0; i < 400 && run.isBusy(); i++) {
                run.desk.nowNs += 5 * SECOND;
                run.pair.onTimer(run.desk.nowNs);
                run.desk.chance(random, 0);
            }
            run.checkRest();
            // 300 of 1000 are four parts; ten units go 2, 5, 7, 10, so that one of them is 3 units.
            assertThat(run.pair.maxUnhedgedNotional()).isLessThanOrEqualTo(Money.parse(most));
        });
    }

    private boolean isBusy() {
        return pair.pairState() != PairState.FLAT && pair.pairState() != PairState.OPEN || desk.hasOpenOrders();
    }

    private void act(final SplittableRandom random) {
        desk.nowNs += random.nextLong(3 * SECOND);
        switch (random.nextInt(14)) {
            case 0, 1 -> pair.open(random.nextBoolean() ? Side.BUY : Side.SELL, 10, 20, desk.nowNs);
            case 2 -> pair.close(desk.nowNs);
            case 3 -> {
                pair.stop(desk.nowNs);
                pair.start();
            }
            case 4 -> desk.connected = random.nextInt(4) > 0;
            case 5 -> desk.refusedInstrument = random.nextInt(-4, 2);
            case 6 -> pair.onMarket(desk.nowNs);
            default -> {
                if (pair.nextDeadlineNs() <= desk.nowNs) {
                    pair.onTimer(desk.nowNs);
                    if (pair.nextDeadlineNs() <= desk.nowNs) {
                        throw new AssertionError("a deadline that passed is still due");
                    }
                }
            }
        }
    }

    private void checkRest() {
        final long[] traded = new long[2];
        for (final FakeDesk.Order order : desk.orders) {
            traded[order.instrument.id()] += order.side.sign() * order.filled;
        }
        assertThat(desk.orders).noneMatch(order -> order.open);
        assertThat(Math.abs(traded[0])).isEqualTo(pair.held(0));
        assertThat(traded[1]).isEqualTo(-2 * traded[0]);
        assertThat(pair.pairState()).isEqualTo(traded[0] == 0 ? PairState.FLAT : PairState.OPEN);
    }

    /** A venue takes no order worth so little, and asking it again for ever would leave the pair between its states. */
    @Test
    void shouldLeaveAloneWhatIsTooLittleForAnOrder() {
        final Instrument dear = Definitions.anInstrument()
                .withId(1)
                .withMinNotional(Money.parse("60"))
                .build();
        dear.onTrade(50_00, 1);
        final PairSettings settings = new PairSettings(10 * SECOND, SECOND, Money.parse("1000"), true);
        pair = new PairExecutor(1, 1, one, dear, settings, desk, told);
        pair.start();
        told.attach(pair);
        play("open", "10", "20");
        play("filled", "1", "10");
        play("filled", "2", "9");
        play("wait", "10");
        desk.asked.clear();

        play("canceled", "2");

        assertThat(desk.asked)
                .as("9 of the second go with 4 of the first; the ninth is worth 50")
                .containsExactly("submit 3 SELL 6");
        play("filled", "3", "6");
        assertThat(pair.pairState()).isEqualTo(PairState.OPEN);
        desk.asked.clear();
        play("close");
        assertThat(desk.asked).contains("submit 4 SELL 4", "submit 5 BUY 9");
    }

    /** With a venue that answers within two seconds: the leg's ten, one cancel, one try again, one order. */
    @Test
    void shouldBoundTheTimeWithoutHedge() {
        final long[] longest = {0};
        RandomCases.check(10_000, random -> {
            final PairExecutorTest run = new PairExecutorTest();
            run.desk.keepsText = false;
            run.pair.open(Side.BUY, 10, 20, run.desk.nowNs);
            final int never = random.nextInt(3);
            while (run.isBusy()) {
                run.desk.nowNs += SECOND / 4;
                if (run.pair.nextDeadlineNs() <= run.desk.nowNs) {
                    run.pair.onTimer(run.desk.nowNs);
                }
                run.answerInTime(random, never);
            }
            longest[0] = Math.max(longest[0], run.pair.maxUnhedgedNs(run.desk.nowNs));
        });

        assertThat(longest[0]).isLessThanOrEqualTo(15 * SECOND);
        assertThat(longest[0]).isGreaterThan(10 * SECOND);
    }

    private void answerInTime(final SplittableRandom random, final int neverFilled) {
        for (int i = 0; i < desk.orders.size(); i++) {
            final FakeDesk.Order order = desk.orders.get(i);
            final boolean due = desk.nowNs - order.askedNs >= random.nextLong(2 * SECOND);
            if (!order.open || !due) {
                continue;
            }
            if (order.cancelAsked) {
                desk.end(order, OrderState.CANCELED);
            } else if (i == neverFilled && i < 2) {
                if (random.nextInt(20) == 0 && order.leaves() > 1) {
                    desk.fill(order, 1);
                }
            } else {
                desk.fill(order, order.leaves());
            }
        }
    }

    @Test
    void shouldGoOnFromSavedState() {
        RandomCases.check(1_000, random -> {
            final PairExecutorTest run = new PairExecutorTest();
            for (int i = 0; i < 30; i++) {
                run.act(random);
                run.desk.chance(random, 25);
            }
            final StateTape tape = new StateTape();
            run.pair.snapshotTo(tape);
            final PairExecutorTest copy = new PairExecutorTest();
            copy.pair.exchange(tape.reader());

            assertThat(StateHash.of(copy.pair)).isEqualTo(StateHash.of(run.pair));
            assertThat(copy.pair.nextDeadlineNs()).isEqualTo(run.pair.nextDeadlineNs());
        });
    }

    @Test
    void shouldAllocateNothingOnceWarm() {
        final Orderly venue = new Orderly();
        one.onTrade(100_00, 1);
        two.onTrade(50_00, 1);
        final PairSettings settings = new PairSettings(10 * SECOND, SECOND, Money.parse("500"), false);
        final PairExecutor tested = new PairExecutor(1, 1, one, two, settings, venue, venue);
        tested.start();
        final long[] now = {0};

        assertThat(Allocation.leastBytes(6, () -> {
                    for (int i = 0; i < 20_000; i++) {
                        now[0] += SECOND;
                        tested.open(Side.BUY, 10, 20, now[0]);
                        venue.answer(tested, now[0]);
                        tested.onMarket(now[0]);
                        if (tested.pairState() == PairState.OPEN) {
                            tested.close(now[0]);
                        }
                    }
                }))
                .isZero();
        assertThat(venue.count).isGreaterThan(10_000);
    }

    @Test
    void shouldRefuseImpossibleSettings() {
        assertThatThrownBy(() -> new PairSettings(0, 1, 1, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("above 0: 0, 1, 1");
    }
}
