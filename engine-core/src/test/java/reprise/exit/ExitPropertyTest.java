package reprise.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import reprise.order.Side;
import reprise.state.StateHash;
import reprise.state.StateTape;
import reprise.testing.Definitions;
import reprise.testkit.RandomCases;

/** What holds whatever happens, in whatever order. */
class ExitPropertyTest {
    private static final long PRICE = 100_00;

    /** A venue at chance: refuses, rejects, cancels, fills in parts, and fills dead orders. */
    private static final class Chance {
        final ExitBench bench;
        final SplittableRandom random;
        final Side side;
        final List<long[]> working = new ArrayList<>();
        long entered;
        long exited;
        boolean entryEnded;
        private int seen;

        Chance(final SplittableRandom random) {
            this.random = random;
            this.side = random.nextBoolean() ? Side.BUY : Side.SELL;
            final ExitPlan.Builder plan = RandomPlans.any(random, false);
            if (random.nextBoolean()) {
                plan.freshness(ExitFreshness.of(ExitBench.SECOND * 2));
            }
            if (random.nextBoolean()) {
                plan.exitSignal().sessionFlat();
            }
            bench = new ExitBench(
                    Definitions.anInstrument()
                            .withSteps(1, 1 + random.nextInt(3))
                            .build(),
                    plan.build());
            bench.engine.protect(1, bench.instrument, side, ExitBench.ENTRY, 0, 1_50);
        }

        long lot() {
            return bench.instrument.definition().lotSize();
        }

        void step() {
            bench.refusing = random.nextInt(10) == 0;
            switch (random.nextInt(12)) {
                case 0, 1 -> enter();
                case 2 -> endEntry();
                case 3, 4, 5 -> bench.trade(PRICE + random.nextLong(-8_00, 8_00));
                case 6 -> bar();
                case 7, 8 -> fillSome();
                case 9 -> endSome();
                case 10 -> other();
                default -> bench.engine.onTimer(bench.nowNs);
            }
            notice();
        }

        void notice() {
            for (; seen < bench.exits.size(); seen++) {
                final ExitBench.Exit exit = bench.exits.get(seen);
                if (!bench.refusing) {
                    if (exit.quantity() % lot() != 0) {
                        throw new AssertionError("not on lot: " + exit);
                    }
                    working.add(new long[] {exit.orderId(), exit.quantity()});
                }
            }
        }

        private void enter() {
            if (!entryEnded) {
                final long quantity = lot() * (1 + random.nextLong(20));
                entered += quantity;
                bench.engine.onEntryFill(0, ExitBench.ENTRY, PRICE + random.nextLong(-50, 50), quantity, bench.nowNs);
            }
        }

        void endEntry() {
            entryEnded = true;
            bench.engine.onEntryEnded(0, ExitBench.ENTRY);
        }

        private void bar() {
            final long open = PRICE + random.nextLong(-6_00, 6_00);
            bench.bar(open, open + random.nextLong(2_00), open - random.nextLong(2_00), open);
        }

        private void fillSome() {
            if (!working.isEmpty()) {
                final long[] order = working.get(random.nextInt(working.size()));
                fill(order, 1 + random.nextLong(order[1]));
            }
        }

        void fill(final long[] order, final long quantity) {
            order[1] -= quantity;
            exited += quantity;
            if (order[1] == 0) {
                working.remove(order);
            }
            bench.fill(order[0], quantity);
        }

        private void endSome() {
            if (!working.isEmpty()) {
                bench.end(working.remove(random.nextInt(working.size()))[0]);
            }
        }

        private void other() {
            switch (random.nextInt(6)) {
                case 0 -> bench.engine.flatten(0, bench.nowNs);
                case 1 -> bench.engine.onSignal(1, 0, bench.nowNs);
                case 2 -> bench.engine.onSessionClosing(0, bench.nowNs);
                case 3 -> bench.engine.onTrading(0, random.nextBoolean(), bench.nowNs);
                case 4 ->
                    bench.engine.onQuote(
                            0, PRICE - random.nextLong(9_00), PRICE + random.nextLong(50), bench.nowNs, bench.nowNs);
                default -> bench.nowNs += random.nextLong(20 * ExitBench.SECOND);
            }
        }

        long inFlight() {
            return working.stream().mapToLong(order -> order[1]).sum();
        }
    }

    @Test
    void shouldLeaveExactlyWhatWasEntered() {
        RandomCases.check(10_000, random -> {
            final Chance chance = new Chance(random);
            for (int i = 0; i < 60; i++) {
                chance.step();
                if (chance.exited + chance.inFlight() > chance.entered) {
                    throw new AssertionError("more on the way out than was entered");
                }
            }
            chance.bench.refusing = false;
            chance.endEntry();
            chance.bench.engine.flatten(0, chance.bench.nowNs);
            for (int i = 0; i < 10; i++) {
                chance.notice();
                while (!chance.working.isEmpty()) {
                    final long[] order = chance.working.get(0);
                    chance.fill(order, order[1]);
                }
                chance.bench.trade(PRICE);
            }

            assertThat(chance.exited + Math.max(chance.bench.dust, 0)).isEqualTo(chance.entered);
            assertThat(chance.bench.dust).isBetween(0L, chance.lot() - 1);
            assertThat(chance.bench.engine.openCount()).isZero();
        });
    }

    @Test
    void shouldNeverLoosenAStop() {
        RandomCases.check(10_000, random -> {
            final Chance chance = new Chance(random);
            long trailing = ExitLevels.NONE;
            long tightest = ExitLevels.NONE;
            long entered = 0;
            for (int i = 0; i < 60; i++) {
                chance.step();
                if (chance.bench.engine.openCount() == 0) {
                    return;
                }
                final ExitLevels levels = chance.bench.position().levels;
                if (levels.stop(ExitReason.TRAILING_STOP) < trailing
                        || chance.entered == entered && levels.tightest() < tightest) {
                    throw new AssertionError("a stop is looser than before, after step " + i);
                }
                trailing = levels.stop(ExitReason.TRAILING_STOP);
                tightest = levels.tightest();
                entered = chance.entered;
            }
        });
    }

    @Test
    void shouldTreatAShortAsALongInTheMirror() {
        RandomCases.check(10_000, random -> {
            final ExitPlan plan = RandomPlans.any(random, true).build();
            final ExitBench one = new ExitBench(plan);
            final ExitBench other = new ExitBench(plan);
            one.keepsText = false;
            other.keepsText = false;
            one.engine.protect(1, one.instrument, Side.BUY, ExitBench.ENTRY, 0, 1_50);
            other.engine.protect(1, other.instrument, Side.SELL, ExitBench.ENTRY, 0, 1_50);
            for (int i = 0; i < 40; i++) {
                final long price = PRICE + random.nextLong(-6_00, 6_00);
                final int what = i < 2 ? 0 : random.nextInt(8);
                if (what == 0) {
                    final long quantity = 1 + random.nextLong(30);
                    one.engine.onEntryFill(0, ExitBench.ENTRY, price, quantity, one.nowNs);
                    other.engine.onEntryFill(0, ExitBench.ENTRY, 2 * PRICE - price, quantity, one.nowNs);
                } else if (what == 1) {
                    final long up = price + random.nextLong(2_00);
                    final long down = price - random.nextLong(2_00);
                    one.bar(price, up, down, down);
                    other.bar(2 * PRICE - price, 2 * PRICE - down, 2 * PRICE - up, 2 * PRICE - down);
                } else if (what == 2) {
                    one.engine.onQuote(0, price, price + 13, one.nowNs, one.nowNs);
                    other.engine.onQuote(0, 2 * PRICE - price - 13, 2 * PRICE - price, one.nowNs, one.nowNs);
                } else {
                    one.trade(price);
                    other.trade(2 * PRICE - price);
                }
            }

            assertThat(one.exits)
                    .isEqualTo(
                            other.exits.stream().map(ExitPropertyTest::mirrored).toList());
        });
    }

    private static ExitBench.Exit mirrored(final ExitBench.Exit exit) {
        final long trigger = exit.triggerPrice() == 0 ? 0 : 2 * PRICE - exit.triggerPrice();
        return new ExitBench.Exit(exit.reason(), trigger, 2 * PRICE - exit.price(), exit.quantity(), exit.orderId());
    }

    @Test
    void shouldGoOnFromSavedState() {
        RandomCases.check(2_000, random -> {
            final Chance chance = new Chance(random);
            for (int i = 0; i < 30; i++) {
                chance.step();
            }
            final StateTape tape = new StateTape();
            chance.bench.engine.snapshotTo(tape);
            final ExitBench copy = new ExitBench(chance.bench.instrument, planOf(chance));
            copy.engine.exchange(tape.reader());
            assertThat(StateHash.of(copy.engine)).isEqualTo(StateHash.of(chance.bench.engine));

            chance.bench.refusing = true;
            copy.refusing = true;
            chance.bench.told.clear();
            copy.nowNs = chance.bench.nowNs;
            for (int i = 0; i < 10; i++) {
                final long price = PRICE + random.nextLong(-8_00, 8_00);
                chance.bench.trade(price);
                copy.trade(price);
            }
            assertThat(copy.told).isEqualTo(chance.bench.told);
            assertThat(StateHash.of(copy.engine)).isEqualTo(StateHash.of(chance.bench.engine));
        });
    }

    private static ExitPlan planOf(final Chance chance) {
        return chance.bench.engine.openCount() == 0 ? PlanText.plan("none") : chance.bench.position().plan;
    }
}
