package reprise.exit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of exits written down once more, slowly: at each bar everything is computed anew from the whole history, in exact decimals,
 * for one entry at the open of the first bar whose exits fill at once.
 */
final class NaiveExits {
    record Bar(long open, long high, long low, long close) {}

    record Exit(int bar, ExitReason reason, long price, long quantity) {}

    private final ExitPlan plan;
    private final boolean isLong;
    private final BigDecimal entry;
    private final BigDecimal atr;
    private final long quantity;
    private final List<Bar> bars;
    private final List<Exit> exits = new ArrayList<>();
    private long remaining;
    private int targetsTaken;

    NaiveExits(final ExitPlan plan, final boolean isLong, final long atr, final long quantity, final List<Bar> bars) {
        this.plan = plan;
        this.isLong = isLong;
        this.entry = BigDecimal.valueOf(bars.get(0).open());
        this.atr = BigDecimal.valueOf(atr);
        this.quantity = quantity;
        this.remaining = quantity;
        this.bars = bars;
    }

    List<Exit> run() {
        for (int i = 0; i < bars.size() && remaining > 0; i++) {
            runBar(i);
        }
        return exits;
    }

    private void runBar(final int i) {
        final Bar bar = bars.get(i);
        final long adverse = isLong ? bar.low() : bar.high();
        final long favourable = isLong ? bar.high() : bar.low();
        final BigDecimal trail = trailingStop(bestBefore(i));
        if (beyond(stop(), bar.open())) {
            exit(i, ExitReason.HARD_STOP, bar.open(), remaining);
        } else if (beyond(trail, bar.open())) {
            exit(i, ExitReason.TRAILING_STOP, bar.open(), remaining);
        } else if (beyond(breakeven(), bar.open())) {
            exit(i, ExitReason.BREAKEVEN_STOP, bar.open(), remaining);
        }
        targets(i, bar.open(), true);
        if (plan.intrabar() == Intrabar.PESSIMISTIC) {
            stops(i, adverse, trail);
            targets(i, favourable, false);
        } else {
            targets(i, favourable, false);
            stops(i, adverse, trailingStop(bestBefore(i + 1)));
        }
        final boolean stagnant = plan.stagnationBars() > 0
                && i + 1 >= plan.stagnationBars()
                && gain(bestBefore(i + 1)).compareTo(distance(plan.minGain(), entry)) < 0;
        if (plan.maxHoldBars() > 0 && i + 1 >= plan.maxHoldBars()) {
            exit(i, ExitReason.MAX_HOLD, bar.close(), remaining);
        } else if (stagnant) {
            exit(i, ExitReason.STAGNATION, bar.close(), remaining);
        }
    }

    private void stops(final int i, final long extreme, final BigDecimal trail) {
        BigDecimal first = null;
        ExitReason reason = null;
        final BigDecimal[] stops = {stop(), trail, breakeven()};
        final ExitReason[] reasons = {ExitReason.HARD_STOP, ExitReason.TRAILING_STOP, ExitReason.BREAKEVEN_STOP};
        for (int k = 0; k < stops.length; k++) {
            if (beyond(stops[k], extreme) && (first == null || isTighter(stops[k], first))) {
                first = stops[k];
                reason = reasons[k];
            }
        }
        if (first != null) {
            exit(i, reason, tightened(first), remaining);
        }
    }

    /** Levels are whole prices before they are compared, as orders would have them. */
    private boolean isTighter(final BigDecimal one, final BigDecimal other) {
        return isLong ? tightened(one) > tightened(other) : tightened(one) < tightened(other);
    }

    private void targets(final int i, final long price, final boolean atPrice) {
        while (remaining > 0 && targetsTaken < plan.targets().size()) {
            final ExitTarget target = plan.targets().get(targetsTaken);
            final BigDecimal distance = distance(target.at(), entry);
            if (gain(price).compareTo(distance) < 0) {
                return;
            }
            final long level = isLong
                    ? entry.add(distance).setScale(0, RoundingMode.CEILING).longValueExact()
                    : entry.subtract(distance).setScale(0, RoundingMode.FLOOR).longValueExact();
            targetsTaken++;
            final boolean last = targetsTaken == plan.targets().size() && plan.sellsAllAtTargets();
            final long part = BigDecimal.valueOf(target.fraction(), 8)
                    .multiply(BigDecimal.valueOf(quantity))
                    .setScale(0, RoundingMode.DOWN)
                    .longValueExact();
            exit(i, ExitReason.TARGET, atPrice ? price : level, last ? remaining : Math.min(part, remaining));
        }
    }

    private void exit(final int bar, final ExitReason reason, final long price, final long part) {
        if (part > 0) {
            exits.add(new Exit(bar, reason, price, part));
            remaining -= part;
        }
    }

    private long bestBefore(final int end) {
        long best = entry.longValueExact();
        for (int i = 0; i < end; i++) {
            best = isLong
                    ? Math.max(best, bars.get(i).high())
                    : Math.min(best, bars.get(i).low());
        }
        return best;
    }

    private BigDecimal gain(final long price) {
        final BigDecimal gain = BigDecimal.valueOf(price).subtract(entry);
        return isLong ? gain : gain.negate();
    }

    private BigDecimal stop() {
        return plan.stop() == null ? null : worse(entry, distance(plan.stop(), entry));
    }

    private BigDecimal breakeven() {
        if (plan.breakevenAfterTarget() == 0 || targetsTaken < plan.breakevenAfterTarget()) {
            return null;
        }
        final BigDecimal fees = entry.multiply(BigDecimal.valueOf(plan.fees(), 8));
        return isLong ? entry.add(fees) : entry.subtract(fees);
    }

    /** Of all stops that followed a best price so far the tightest: they never loosen. */
    private BigDecimal trailingStop(final long best) {
        if (plan.trail() == null || gain(best).compareTo(distance(plan.trail().activation(), entry)) < 0) {
            return null;
        }
        final BigDecimal price = BigDecimal.valueOf(best);
        return worse(price, distance(plan.trail().distance(), price));
    }

    private BigDecimal worse(final BigDecimal price, final BigDecimal distance) {
        return isLong ? price.subtract(distance) : price.add(distance);
    }

    private BigDecimal distance(final ExitDistance distance, final BigDecimal price) {
        final BigDecimal value = BigDecimal.valueOf(distance.value(), 8);
        return switch (distance.unit()) {
            case RATE -> price.multiply(value);
            case ATR -> atr.multiply(value);
            case RISK ->
                distance(plan.stop(), entry).setScale(0, RoundingMode.DOWN).multiply(value);
        };
    }

    private boolean beyond(final BigDecimal stop, final long price) {
        return remaining > 0 && stop != null && (isLong ? price <= tightened(stop) : price >= tightened(stop));
    }

    private long tightened(final BigDecimal stop) {
        return stop.setScale(0, isLong ? RoundingMode.CEILING : RoundingMode.FLOOR)
                .longValueExact();
    }
}
