package reprise.signal;

import reprise.number.Money;

/**
 * What the arbiter holds a strategy to. Immutable configuration.
 *
 * @param detection which detections it takes.
 * @param cooldownNs after an accepted signal, before the next one in the same instrument; 0 for none.
 * @param allowsReversal whether its signal against an open position is an entry, not a suggestion to leave.
 * @param priorWinRate expected part of wins before there are outcomes, 0 to 1.
 * @param priorWin expected mean win before there is one, in multiples of the risk, positive.
 * @param priorLoss the same for the mean loss, positive.
 * @param cost of a trade in multiples of the risk, not negative.
 * @param maxNotional the most that one position may be worth, in money units.
 * @param maxExposure the most that all its positions may be worth, as a part of equity in units of 1e-8.
 * @param sizer how much it trades.
 */
public record StrategyTerms(
        DetectionType detection,
        long cooldownNs,
        boolean allowsReversal,
        double priorWinRate,
        double priorWin,
        double priorLoss,
        double cost,
        long maxNotional,
        long maxExposure,
        Sizer sizer) {
    /** Checks every value. */
    public StrategyTerms {
        require(cooldownNs >= 0, "cooldownNs must not be negative", cooldownNs);
        require(priorWinRate >= 0 && priorWinRate <= 1, "priorWinRate must be from 0 to 1", priorWinRate);
        require(priorWin > 0 && priorWin < 1_000, "priorWin must be above 0 and below 1000", priorWin);
        require(priorLoss > 0 && priorLoss < 1_000, "priorLoss must be above 0 and below 1000", priorLoss);
        require(cost >= 0 && cost < 1_000, "cost must be from 0 to below 1000", cost);
        require(maxNotional > 0, "maxNotional must be positive", maxNotional);
        Rates.require("maxExposure", maxExposure, 10 * Money.ONE);
        if (detection == null || sizer == null) {
            throw new IllegalArgumentException("detection and sizer must be given");
        }
    }

    private static void require(final boolean condition, final String what, final double value) {
        if (!condition) {
            throw new IllegalArgumentException(what + ": " + value);
        }
    }

    /**
     * Terms with the house's values: any detection, no cooldown, no reversal, 0.5 % of equity at risk per trade, no limit of its own on
     * one position or, beyond all equity, on all.
     *
     * @param priorWinRate expected part of wins.
     * @param priorWin expected mean win in multiples of the risk; the mean loss is 1, costs are 0.05.
     * @return the terms.
     */
    public static StrategyTerms standard(final double priorWinRate, final double priorWin) {
        return new StrategyTerms(
                DetectionType.NONE,
                0,
                false,
                priorWinRate,
                priorWin,
                1,
                0.05,
                Long.MAX_VALUE,
                Money.ONE,
                new RiskPerTradeSizer(500_000));
    }
}
