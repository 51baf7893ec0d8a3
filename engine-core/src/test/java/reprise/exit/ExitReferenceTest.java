package reprise.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import reprise.number.Decimals;
import reprise.order.Side;
import reprise.testkit.RandomCases;
import reprise.testkit.SharedFiles;

/** The engine against a straightforward computation from the whole history. */
class ExitReferenceTest {
    private static final long QUANTITY = 97;

    @Test
    void shouldLeaveAsTheNaiveComputationDoesOnRandomBars() {
        final int[] count = new int[ExitReason.values().length];
        RandomCases.check(10_000, random -> {
            final List<NaiveExits.Bar> bars = randomBars(random);
            compare(RandomPlans.any(random, false).build(), random.nextBoolean(), bars, count);
        });

        assertThat(count[ExitReason.HARD_STOP.ordinal()]).isGreaterThan(1_000);
        assertThat(count[ExitReason.TRAILING_STOP.ordinal()]).isGreaterThan(1_000);
        assertThat(count[ExitReason.BREAKEVEN_STOP.ordinal()]).isGreaterThan(500);
        assertThat(count[ExitReason.TARGET.ordinal()]).isGreaterThan(1_000);
        assertThat(count[ExitReason.MAX_HOLD.ordinal()]).isGreaterThan(500);
        assertThat(count[ExitReason.STAGNATION.ordinal()]).isGreaterThan(500);
    }

    @Test
    void shouldLeaveAsTheNaiveComputationDoesOnRealBars() {
        final List<NaiveExits.Bar> bars = new ArrayList<>();
        final List<String> lines = SharedFiles.lines("data/backtesting.py/GOOG.csv");
        for (final String line : lines.subList(1, lines.size())) {
            final String[] f = line.split(",");
            bars.add(new NaiveExits.Bar(price(f[1]), price(f[2]), price(f[3]), price(f[4])));
        }
        final int[] count = new int[ExitReason.values().length];
        final SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i + 60 < bars.size(); i++) {
            final ExitPlan plan = RandomPlans.any(random, false).build();
            compare(plan, random.nextBoolean(), bars.subList(i, i + 60), count);
        }

        assertThat(count[ExitReason.HARD_STOP.ordinal()]).isGreaterThan(100);
        assertThat(count[ExitReason.TARGET.ordinal()]).isGreaterThan(100);
    }

    private static long price(final String text) {
        return Decimals.parse(text, 2);
    }

    private static void compare(
            final ExitPlan plan, final boolean isLong, final List<NaiveExits.Bar> bars, final int[] count) {
        final long atr = 1 + bars.get(0).open() / 77;
        final ExitBench bench = new ExitBench(plan);
        bench.keepsText = false;
        bench.enter(isLong ? Side.BUY : Side.SELL, bars.get(0).open(), QUANTITY, atr);
        final List<NaiveExits.Exit> found = new ArrayList<>();
        for (int i = 0; i < bars.size() && bench.engine.openCount() > 0; i++) {
            final NaiveExits.Bar bar = bars.get(i);
            bench.exits.clear();
            bench.bar(bar.open(), bar.high(), bar.low(), bar.close());
            for (final ExitBench.Exit exit : bench.exits) {
                found.add(new NaiveExits.Exit(i, exit.reason(), exit.price(), exit.quantity()));
                bench.fill(exit.orderId(), exit.quantity());
                count[exit.reason().ordinal()]++;
            }
        }

        assertThat(found)
                .as("%s of %s", isLong ? "long" : "short", plan)
                .isEqualTo(new NaiveExits(plan, isLong, atr, QUANTITY, bars).run());
    }

    private static List<NaiveExits.Bar> randomBars(final SplittableRandom random) {
        final List<NaiveExits.Bar> bars = new ArrayList<>();
        long last = 50_00 + random.nextLong(100_00);
        final long step = 1 + last / (20 + random.nextInt(100));
        for (int i = 0; i < 40; i++) {
            final long open = Math.max(last + random.nextLong(-step, step + 1) / 3, 1_00);
            final long close = Math.max(open + random.nextLong(-step, step + 1), 1_00);
            final long high = Math.max(open, close) + random.nextLong(step);
            final long low = Math.max(Math.min(open, close) - random.nextLong(step), 1);
            bars.add(new NaiveExits.Bar(open, high, low, close));
            last = close;
        }
        return bars;
    }
}
