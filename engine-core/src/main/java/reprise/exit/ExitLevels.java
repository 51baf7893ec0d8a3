package reprise.exit;

import reprise.market.SplitRatio;
import reprise.number.Decimals;
import reprise.number.Rounding;
import reprise.state.StateExchange;

/**
 * The prices at which a position is left. Works with signed prices, {@code sign * price}, of which the greater is the better one for longs
 * and shorts alike, so that one set of formulas serves both:
 *
 * <pre>
 *   hard stop      = entry - floor(stop distance of the entry)
 *   trailing       from best >= entry + ceiling(activation distance)
 *   trailing stop  = max(trailing stop, best - floor(trail distance of the best))
 *   breakeven stop = entry + ceiling(fees of the entry)
 *   target i       = entry + ceiling(distance i of the entry)
 * </pre>
 *
 * <p>Stops are rounded to be tighter, targets to be farther. The entry is the average of its fills; the hard stop follows it while the entry
 * fills, and no stop ever gets looser otherwise.
 */
final class ExitLevels {
    /** Stands for no level; no price is as low. */
    static final long NONE = Long.MIN_VALUE;

    private static final int RATE_DECIMALS = 8;

    private ExitPlan plan;
    private int sign;
    private long atr;
    private long entry;
    private long risk;
    private long hardStop;
    private long trailingStop;
    private long breakevenStop;
    private long best;
    private boolean atBreakeven;

    void open(final ExitPlan newPlan, final int newSign, final long newAtr) {
        plan = newPlan;
        sign = newSign;
        atr = newAtr;
        entry = 0;
        risk = 0;
        hardStop = NONE;
        trailingStop = NONE;
        breakevenStop = NONE;
        best = NONE;
        atBreakeven = false;
    }

    void attach(final ExitPlan newPlan) {
        plan = newPlan;
    }

    void onEntry(final long averagePrice, final long signedFillPrice) {
        entry = sign * averagePrice;
        if (plan.stop() != null) {
            risk = plan.stop().of(averagePrice, atr, 0, Rounding.FLOOR);
            hardStop = entry - risk;
        }
        if (atBreakeven) {
            raiseToBreakeven();
        }
        observe(signedFillPrice);
    }

    /** The best price since the entry, and the stop that follows it. */
    void observe(final long signedPrice) {
        if (signedPrice <= best) {
            return;
        }
        best = signedPrice;
        final ExitTrail trail = plan.trail();
        if (trail != null
                && (trailingStop != NONE || best >= entry + distance(trail.activation(), entry, Rounding.CEILING))) {
            trailingStop = Math.max(trailingStop, best - distance(trail.distance(), best, Rounding.FLOOR));
        }
    }

    private long distance(final ExitDistance distance, final long signedPrice, final Rounding rounding) {
        return distance.of(sign * signedPrice, atr, risk, rounding);
    }

    void raiseToBreakeven() {
        atBreakeven = true;
        final long level = entry + Decimals.multiply(sign * entry, plan.fees(), RATE_DECIMALS, Rounding.CEILING);
        breakevenStop = Math.max(breakevenStop, level);
    }

    long target(final int index) {
        return entry + distance(plan.targets().get(index).at(), entry, Rounding.CEILING);
    }

    boolean hasGained(final ExitDistance least) {
        return best - entry >= distance(least, entry, Rounding.CEILING);
    }

    long stop(final ExitReason reason) {
        return switch (reason) {
            case HARD_STOP -> hardStop;
            case TRAILING_STOP -> trailingStop;
            case BREAKEVEN_STOP -> breakevenStop;
            default -> NONE;
        };
    }

    /** The first rule whose stop a price has reached, in the order of the rules; null for none. */
    ExitReason reachedBy(final long signedPrice, final boolean restingStop, final boolean restingTrail) {
        if (!restingStop && signedPrice <= hardStop) {
            return ExitReason.HARD_STOP;
        }
        if (!restingTrail && signedPrice <= trailingStop) {
            return ExitReason.TRAILING_STOP;
        }
        return !restingStop && signedPrice <= breakevenStop ? ExitReason.BREAKEVEN_STOP : null;
    }

    /** The stop that a falling price meets first; null if it meets none. */
    ExitReason metBy(final long signedPrice, final boolean restingStop, final boolean restingTrail) {
        final long hard = restingStop ? NONE : hardStop;
        final long trailing = restingTrail ? NONE : trailingStop;
        final long breakeven = restingStop ? NONE : breakevenStop;
        final long first = Math.max(hard, Math.max(trailing, breakeven));
        if (first == NONE || signedPrice > first) {
            return null;
        }
        if (first == hard) {
            return ExitReason.HARD_STOP;
        }
        return first == trailing ? ExitReason.TRAILING_STOP : ExitReason.BREAKEVEN_STOP;
    }

    /** A split: levels keep their distance from the market, stops rounded to be tighter as ever. */
    void split(final SplitRatio ratio, final long averagePrice) {
        entry = sign * averagePrice;
        atr = ratio.price(atr, Rounding.CEILING);
        risk = ratio.price(risk, Rounding.FLOOR);
        hardStop = stopAfter(ratio, hardStop);
        trailingStop = stopAfter(ratio, trailingStop);
        breakevenStop = stopAfter(ratio, breakevenStop);
        best = best == NONE ? NONE : ratio.price(best, Rounding.HALF_EVEN);
    }

    private static long stopAfter(final SplitRatio ratio, final long stop) {
        return stop == NONE ? NONE : ratio.price(stop, Rounding.CEILING);
    }

    /** The tightest stop. */
    long tightest() {
        return Math.max(hardStop, Math.max(trailingStop, breakevenStop));
    }

    long best() {
        return best;
    }

    long entry() {
        return entry;
    }

    void state(final StateExchange state) {
        sign = state.field("sign", sign);
        atr = state.field("atr", atr);
        entry = state.field("signedEntry", entry);
        risk = state.field("risk", risk);
        hardStop = state.field("signedHardStop", hardStop);
        trailingStop = state.field("signedTrailingStop", trailingStop);
        breakevenStop = state.field("signedBreakevenStop", breakevenStop);
        best = state.field("signedBest", best);
        atBreakeven = state.field("atBreakeven", atBreakeven);
    }
}
