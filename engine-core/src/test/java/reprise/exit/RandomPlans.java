package reprise.exit;

import java.util.SplittableRandom;
import reprise.exit.ExitDistance.Unit;

/** Plans of any rules that go together. */
final class RandomPlans {
    private RandomPlans() {}

    /** Distances in true ranges only where {@code mirrored}: the same on both sides of the entry. */
    static ExitPlan.Builder any(final SplittableRandom random, final boolean mirrored) {
        final ExitPlan.Builder plan = ExitPlan.builder();
        final boolean hasStop = random.nextInt(4) > 0;
        if (hasStop) {
            plan.stop(distance(random, mirrored, false, 1));
        }
        if (random.nextBoolean()) {
            plan.trail(distance(random, mirrored, hasStop, 0), distance(random, mirrored, hasStop, 1));
        }
        addTargets(random, plan, mirrored);
        if (random.nextInt(3) == 0) {
            plan.maxHoldBars(1 + random.nextInt(30));
        }
        if (random.nextInt(3) == 0) {
            plan.stagnation(1 + random.nextInt(20), distance(random, mirrored, hasStop, 0));
        }
        return random.nextInt(4) == 0 ? plan.intrabar(Intrabar.OPTIMISTIC) : plan;
    }

    private static void addTargets(final SplittableRandom random, final ExitPlan.Builder plan, final boolean mirrored) {
        final int count = random.nextInt(5);
        final ExitDistance first = distance(random, mirrored, false, 1);
        long left = ExitDistance.ONE;
        for (int i = 0; i < count; i++) {
            final boolean all = i == count - 1 && random.nextBoolean();
            final long fraction = all ? left : 1 + random.nextLong(left / 2);
            plan.target(new ExitDistance(first.value() * (i + 1), first.unit()), fraction);
            left -= fraction;
        }
        if (count > 0 && random.nextBoolean() && !mirrored) {
            plan.breakeven(1 + random.nextInt(count), random.nextLong(500_000));
        } else if (count > 0 && random.nextBoolean()) {
            plan.breakeven(1 + random.nextInt(count), 0);
        }
    }

    private static ExitDistance distance(
            final SplittableRandom random, final boolean mirrored, final boolean hasRisk, final long least) {
        final Unit unit =
                hasRisk && random.nextInt(3) == 0 ? Unit.RISK : mirrored || random.nextBoolean() ? Unit.ATR : Unit.RATE;
        return new ExitDistance(least + random.nextLong(unit == Unit.RATE ? 6_000_000 : 300_000_000), unit);
    }
}
