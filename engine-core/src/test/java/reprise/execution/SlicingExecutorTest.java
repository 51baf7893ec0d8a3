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
import reprise.order.OrderState;
import reprise.order.Side;
import reprise.state.StateHash;
import reprise.state.StateTape;
import reprise.testing.Definitions;
import reprise.testing.Stories;
import reprise.testkit.Allocation;
import reprise.testkit.RandomCases;

/** Stories of one parent order; children are at least 5 seconds apart and at most 40. */
class SlicingExecutorTest {
    private final List<String> problems = new ArrayList<>();
    private final FakeDesk desk = new FakeDesk();
    private final Instrument instrument = Definitions.anInstrument().build();
    private final SlicingSettings settings = new SlicingSettings(40, 5 * SECOND, false);
    private final TwapExecutor twap = new TwapExecutor(1, instrument, settings, desk, desk);
    private final ParticipationExecutor share = new ParticipationExecutor(1, instrument, settings, desk, desk);

    static List<String> stories() {
        return Stories.of(SlicingExecutorTest.class, "slicing-stories.txt");
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
            final String found = String.join("; ", lines[i].contains(" = ") ? desk.decided : desk.asked);
            if (!found.equals(halves.length == 1 ? "" : halves[1])) {
                problems.add(lines[i] + "\n    found: " + found);
            }
        }

        assertThat(problems).as(lines[0]).isEmpty();
    }

    private void play(final String... words) {
        switch (words[0]) {
            case "twap" -> {
                desk.algorithm = twap;
                final long endNs = desk.nowNs + Long.parseLong(words[5]) * SECOND;
                twap.start(Side.BUY, Long.parseLong(words[1]), Long.parseLong(words[3]), endNs, desk.nowNs);
            }
            case "share" -> {
                desk.algorithm = share;
                final long endNs = desk.nowNs + Long.parseLong(words[5]) * SECOND;
                share.start(Side.BUY, Long.parseLong(words[3]), 25_000_000, endNs, desk.nowNs);
            }
            case "volume" -> share.onVolume(Long.parseLong(words[1]), desk.nowNs);
            case "cancel" -> twap.cancel(desk.nowNs);
            case "wait" -> {
                desk.nowNs += Long.parseLong(words[1]) * SECOND;
                if (desk.algorithm.nextDeadlineNs() <= desk.nowNs) {
                    desk.algorithm.onTimer(desk.nowNs);
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
            case "again" -> desk.fillAgain(order);
            case "canceled" -> desk.end(order, OrderState.CANCELED);
            case "rejected" -> desk.end(order, OrderState.REJECTED);
            case "unknown" -> desk.lose(order);
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    @Test
    void shouldNeverTradeMoreThanTheParentAndComeToItsEnd() {
        RandomCases.check(10_000, random -> {
            final SlicingExecutorTest run = new SlicingExecutorTest();
            run.desk.keepsText = false;
            final long quantity = 1 + random.nextLong(200);
            final long endNs = run.desk.nowNs + SECOND * (1 + random.nextLong(200));
            final SlicingExecutor executor = random.nextBoolean() ? run.twap : run.share;
            run.desk.algorithm = executor;
            if (executor == run.twap) {
                run.twap.start(Side.SELL, quantity, 1 + random.nextLong(20), endNs, run.desk.nowNs);
            } else {
                run.share.start(Side.SELL, quantity, 1 + random.nextLong(MidPrice.ONE), endNs, run.desk.nowNs);
            }
            long target = 0;
            for (int i = 0; i < 300 && executor.isRunning(); i++) {
                run.act(executor, random, i < 200 ? 25 : 0);
                if (run.exposed() > quantity || executor.lastTarget() < target) {
                    throw new AssertionError("more than the parent: " + run.exposed() + " of " + quantity);
                }
                target = executor.lastTarget();
            }
            assertThat(executor.isRunning()).isFalse();
            assertThat(executor.filledQuantity())
                    .isEqualTo(run.desk.orders.stream()
                            .mapToLong(order -> order.filled)
                            .sum());
        });
    }

    private void act(final SlicingExecutor executor, final SplittableRandom random, final int faults) {
        desk.nowNs += random.nextLong(3 * SECOND);
        desk.connected = faults == 0 || random.nextInt(10) > 0;
        if (random.nextInt(3) == 0) {
            share.onVolume(random.nextLong(100), desk.nowNs);
        }
        if (executor.nextDeadlineNs() <= desk.nowNs) {
            executor.onTimer(desk.nowNs);
            if (executor.nextDeadlineNs() <= desk.nowNs) {
                throw new AssertionError("a deadline that passed is still due");
            }
        }
        desk.chance(random, faults);
    }

    private long exposed() {
        long exposed = 0;
        for (final FakeDesk.Order order : desk.orders) {
            exposed += order.filled + order.leaves();
        }
        return exposed;
    }

    @Test
    void shouldTradeExactlyTheWholeAtAVenueWithoutFaults() {
        RandomCases.check(10_000, random -> {
            final SlicingExecutorTest run = new SlicingExecutorTest();
            final Orderly venue = new Orderly();
            final TwapExecutor tested = new TwapExecutor(1, run.instrument, run.settings, venue, venue);
            final long quantity = 1 + random.nextLong(200);
            final long slices = 6 + random.nextLong(10);
            tested.start(Side.BUY, quantity, slices, 1_000 * SECOND, 0);
            for (long now = 0; tested.isRunning(); now = tested.nextDeadlineNs()) {
                venue.answer(tested, now);
                tested.onTimer(now);
            }

            assertThat(tested.filledQuantity()).isEqualTo(quantity);
        });
    }

    @Test
    void shouldGoOnFromSavedState() {
        RandomCases.check(1_000, random -> {
            final SlicingExecutorTest run = new SlicingExecutorTest();
            run.desk.algorithm = run.twap;
            run.twap.start(Side.SELL, 100, 7, run.desk.nowNs + 100 * SECOND, run.desk.nowNs);
            for (int i = 0; i < 30; i++) {
                run.act(run.twap, random, 25);
            }
            final StateTape tape = new StateTape();
            run.twap.snapshotTo(tape);
            final SlicingExecutorTest copy = new SlicingExecutorTest();
            copy.twap.exchange(tape.reader());

            assertThat(StateHash.of(copy.twap)).isEqualTo(StateHash.of(run.twap));
            assertThat(copy.twap.nextDeadlineNs()).isEqualTo(run.twap.nextDeadlineNs());
        });
    }

    @Test
    void shouldAllocateNothingOnceWarm() {
        final Orderly venue = new Orderly();
        final ParticipationExecutor tested = new ParticipationExecutor(1, instrument, settings, venue, venue);
        final long[] now = {0};

        assertThat(Allocation.leastBytes(6, () -> {
                    for (int i = 0; i < 20_000; i++) {
                        now[0] += 6 * SECOND;
                        if (!tested.isRunning()) {
                            tested.start(Side.BUY, 100, 25_000_000, now[0] + 1_000 * SECOND, now[0]);
                        }
                        tested.onVolume(50, now[0]);
                        venue.answer(tested, now[0]);
                        tested.onTimer(Math.max(now[0], 0));
                    }
                }))
                .isZero();
        assertThat(venue.count).isGreaterThan(10_000);
    }

    @Test
    void shouldRefuseWhatCannotBeTraded() {
        assertThatThrownBy(() -> new SlicingSettings(0, 1, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> twap.start(Side.BUY, 10, 0, 1, 0)).hasMessageContaining("1 or more: 0");
        assertThatThrownBy(() -> twap.start(Side.BUY, 0, 1, 1, 0)).hasMessageContaining("on lot");
        assertThatThrownBy(() -> share.start(Side.BUY, 10, 0, 1, 0)).hasMessageContaining("rate must be above 0");
        twap.start(Side.BUY, 10, 2, 10, 0);
        assertThatThrownBy(() -> twap.start(Side.BUY, 10, 1, 10, 0)).isInstanceOf(IllegalStateException.class);
    }
}
