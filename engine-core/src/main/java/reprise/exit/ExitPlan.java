package reprise.exit;

import java.util.ArrayList;
import java.util.List;
import reprise.exit.ExitDistance.Unit;
import reprise.number.Rounding;

/**
 * How entries of a strategy or rule are left. Immutable configuration; a rule that is not configured does not act, and there is no
 * common fall-back: an entry without a plan has no automatic exits.
 *
 * @param stop distance of the hard stop from the entry; null for none.
 * @param trail the trailing stop; null for none.
 * @param targets in rising order; fractions that sum to one sell everything with the last one, below one a rest runs on.
 * @param breakevenAfterTarget number of the target, from 1, after which the stop goes to the entry plus fees; 0 for never.
 * @param fees of a round trip, in units of 1e-8 of the price, for breakeven.
 * @param maxHoldBars bars after which the position is left; 0 for any.
 * @param maxHoldNs trading time after which it is left, halts excluded; 0 for any.
 * @param stagnationBars bars after which it is left unless it gained {@code minGain} once; 0 for any.
 * @param minGain the gain that proves the position is not stagnant; null without stagnation.
 * @param sessionFlat whether it is left before the session ends.
 * @param exitSignal whether the strategy's exit signal counts.
 * @param freshness how old a price may be; null for any age.
 * @param nativeStop whether a stop at the venue takes the place of hard and breakeven stop while it rests there.
 * @param nativeTrail whether a trailing stop at the venue takes the place of the trailing stop while it rests there.
 * @param intrabar order of extremes in bars without ticks.
 */
public record ExitPlan(
        ExitDistance stop,
        ExitTrail trail,
        List<ExitTarget> targets,
        int breakevenAfterTarget,
        long fees,
        int maxHoldBars,
        long maxHoldNs,
        int stagnationBars,
        ExitDistance minGain,
        boolean sessionFlat,
        boolean exitSignal,
        ExitFreshness freshness,
        boolean nativeStop,
        boolean nativeTrail,
        Intrabar intrabar) {
    /** The most targets of a plan. */
    public static final int MAX_TARGETS = 8;

    /** Checks what belongs together. */
    public ExitPlan {
        targets = List.copyOf(targets);
        require(
                stop == null || stop.value() > 0 && stop.unit() != Unit.RISK,
                "stop must be above 0 and a rate or a multiple of the average true range: " + stop);
        require(
                stop == null || stop.unit() != Unit.RATE || stop.value() < ExitDistance.ONE,
                "stop must be below " + ExitDistance.ONE + " (1e-8 of the entry): " + stop);
        require(targets.size() <= MAX_TARGETS, "at most " + MAX_TARGETS + " targets: " + targets.size());
        require(
                sumOf(targets) <= ExitDistance.ONE,
                "fractions of targets must sum to at most " + ExitDistance.ONE + " (1e-8): " + sumOf(targets));
        require(areRising(targets), "targets must have one unit and rise: " + targets);
        require(
                breakevenAfterTarget >= 0 && breakevenAfterTarget <= targets.size(),
                "breakevenAfterTarget must be 0 to " + targets.size() + ": " + breakevenAfterTarget);
        require(fees >= 0 && fees < ExitDistance.ONE, "fees must be 0 to below 1 (1e-8): " + fees);
        require(maxHoldBars >= 0 && maxHoldNs >= 0, "longest hold must not be negative");
        require(maxHoldBars == 0 || maxHoldNs == 0, "longest hold must be in bars or in time, not both");
        require(
                stagnationBars >= 0 && stagnationBars > 0 == (minGain != null),
                "stagnation must have bars above 0 and a least gain: bars=" + stagnationBars + ", minGain=" + minGain);
        require(stop != null || !usesRisk(trail, targets, minGain), "a distance in risks needs a stop");
        require(!nativeStop || stop != null, "a stop at the venue needs a stop");
        require(!nativeTrail || trail != null, "a trailing stop at the venue needs a trailing stop");
    }

    private static void require(final boolean condition, final String what) {
        if (!condition) {
            throw new IllegalArgumentException("exit plan: " + what);
        }
    }

    private static long sumOf(final List<ExitTarget> targets) {
        long sum = 0;
        for (int i = 0; i < targets.size(); i++) {
            sum += targets.get(i).fraction();
        }
        return sum;
    }

    private static boolean areRising(final List<ExitTarget> targets) {
        for (int i = 1; i < targets.size(); i++) {
            final ExitDistance before = targets.get(i - 1).at();
            final ExitDistance at = targets.get(i).at();
            if (at.unit() != before.unit() || at.value() <= before.value()) {
                return false;
            }
        }
        return true;
    }

    private static boolean usesRisk(final ExitTrail trail, final List<ExitTarget> targets, final ExitDistance gain) {
        return trail != null && (isRisk(trail.activation()) || isRisk(trail.distance()))
                || !targets.isEmpty() && isRisk(targets.get(0).at())
                || gain != null && isRisk(gain);
    }

    private static boolean isRisk(final ExitDistance distance) {
        return distance.unit() == Unit.RISK;
    }

    /**
     * Whether any distance is a multiple of the average true range, which must then be told at entry.
     *
     * @return whether it is needed.
     */
    public boolean needsAtr() {
        return isAtr(stop)
                || trail != null && (isAtr(trail.activation()) || isAtr(trail.distance()))
                || !targets.isEmpty() && isAtr(targets.get(0).at())
                || isAtr(minGain);
    }

    private static boolean isAtr(final ExitDistance distance) {
        return distance != null && distance.unit() == Unit.ATR;
    }

    /**
     * How far from an entry the hard stop will lie, as far as that can be known before.
     *
     * @param price of the entry, in price units.
     * @param atr average true range, in price units; of no meaning where {@link #needsAtr} does not hold.
     * @return in price units, rounded up; 0 for no stop.
     */
    public long stopDistance(final long price, final long atr) {
        return stop == null ? 0 : stop.of(price, atr, 0, Rounding.CEILING);
    }

    /**
     * Whether the last target takes all that is left.
     *
     * @return false where a rest runs on.
     */
    public boolean sellsAllAtTargets() {
        return !targets.isEmpty() && sumOf(targets) == ExitDistance.ONE;
    }

    /**
     * Begins a plan without any rule.
     *
     * @return to be filled in.
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Puts a plan together, rule by rule. */
    public static final class Builder {
        private ExitDistance stop;
        private ExitTrail trail;
        private final List<ExitTarget> targets = new ArrayList<>();
        private int breakevenAfterTarget;
        private long fees;
        private int maxHoldBars;
        private long maxHoldNs;
        private int stagnationBars;
        private ExitDistance minGain;
        private boolean sessionFlat;
        private boolean exitSignal;
        private ExitFreshness freshness;
        private boolean nativeStop;
        private boolean nativeTrail;
        private Intrabar intrabar = Intrabar.PESSIMISTIC;

        private Builder() {}

        /**
         * A hard stop.
         *
         * @param distance from the entry.
         * @return this.
         */
        public Builder stop(final ExitDistance distance) {
            stop = distance;
            return this;
        }

        /**
         * A trailing stop.
         *
         * @param activation gain from which on it follows.
         * @param distance behind the best price.
         * @return this.
         */
        public Builder trail(final ExitDistance activation, final ExitDistance distance) {
            trail = new ExitTrail(activation, distance);
            return this;
        }

        /**
         * One more target.
         *
         * @param at beyond the entry.
         * @param fraction of the entry quantity, in units of 1e-8.
         * @return this.
         */
        public Builder target(final ExitDistance at, final long fraction) {
            targets.add(new ExitTarget(at, fraction));
            return this;
        }

        /**
         * Moves the stop to the entry.
         *
         * @param target after which, from 1.
         * @param roundTripFees in units of 1e-8 of the price.
         * @return this.
         */
        public Builder breakeven(final int target, final long roundTripFees) {
            breakevenAfterTarget = target;
            fees = roundTripFees;
            return this;
        }

        /**
         * The longest hold in bars.
         *
         * @param bars above 0.
         * @return this.
         */
        public Builder maxHoldBars(final int bars) {
            maxHoldBars = bars;
            return this;
        }

        /**
         * The longest hold in trading time.
         *
         * @param timeNs in nanoseconds.
         * @return this.
         */
        public Builder maxHoldNs(final long timeNs) {
            maxHoldNs = timeNs;
            return this;
        }

        /**
         * Gives up what does not move.
         *
         * @param bars after which.
         * @param gain that it must have had once.
         * @return this.
         */
        public Builder stagnation(final int bars, final ExitDistance gain) {
            stagnationBars = bars;
            minGain = gain;
            return this;
        }

        /**
         * Leaves before the session ends.
         *
         * @return this.
         */
        public Builder sessionFlat() {
            sessionFlat = true;
            return this;
        }

        /**
         * Listens to the strategy's exit signal.
         *
         * @return this.
         */
        public Builder exitSignal() {
            exitSignal = true;
            return this;
        }

        /**
         * Limits the age of prices.
         *
         * @param limits how old.
         * @return this.
         */
        public Builder freshness(final ExitFreshness limits) {
            freshness = limits;
            return this;
        }

        /**
         * Rests stops at the venue.
         *
         * @param restingStop for hard and breakeven stop.
         * @param restingTrail for the trailing stop.
         * @return this.
         */
        public Builder natively(final boolean restingStop, final boolean restingTrail) {
            nativeStop = restingStop;
            nativeTrail = restingTrail;
            return this;
        }

        /**
         * Sets the order of extremes in bars.
         *
         * @param order which first.
         * @return this.
         */
        public Builder intrabar(final Intrabar order) {
            intrabar = order;
            return this;
        }

        /**
         * Ends the plan.
         *
         * @return what was put together.
         * @throws IllegalArgumentException if rules do not go together.
         */
        public ExitPlan build() {
            return new ExitPlan(
                    stop,
                    trail,
                    targets,
                    breakevenAfterTarget,
                    fees,
                    maxHoldBars,
                    maxHoldNs,
                    stagnationBars,
                    minGain,
                    sessionFlat,
                    exitSignal,
                    freshness,
                    nativeStop,
                    nativeTrail,
                    intrabar);
        }
    }
}
