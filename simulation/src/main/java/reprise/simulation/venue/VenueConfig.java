package reprise.simulation.venue;

import java.util.Objects;
import reprise.number.Money;

/**
 * How the simulated venue trades.
 *
 * @param fees what fills cost.
 * @param slippageE8 by which share of the price market orders fill worse than the open, in units of 1e-8.
 * @param maxParticipationE8 the most of a bar's volume that our fills may take, in units of 1e-8; 0 for no limit, as data without volumes
 *     needs.
 * @param limitFillRule what a bar must show before a limit order is filled.
 * @param allowShort whether positions may be negative.
 * @param leverageE8 gross exposure that one unit of equity may carry, in units of 1e-8.
 * @param calendar when days end.
 * @param matching how orders meet quotes, trades and levels.
 * @param latency how long the ways between venue and engine are.
 * @param faults what goes wrong.
 */
public record VenueConfig(
        FeeSchedule fees,
        long slippageE8,
        long maxParticipationE8,
        LimitFillRule limitFillRule,
        boolean allowShort,
        long leverageE8,
        TradingCalendar calendar,
        MatchingRules matching,
        LatencyModel latency,
        FaultSchedule faults) {
    /** Free, without slippage or participation limit, long only, unlevered, around the clock: what tests and examples start from. */
    public static final VenueConfig PLAIN = new VenueConfig(
            FeeSchedule.FREE, 0, 0, LimitFillRule.THROUGH, false, Money.ONE, TradingCalendar.ALWAYS_OPEN);

    /** Checks every value. */
    public VenueConfig {
        Objects.requireNonNull(fees, "fees");
        Objects.requireNonNull(limitFillRule, "limitFillRule");
        Objects.requireNonNull(calendar, "calendar");
        Objects.requireNonNull(matching, "matching");
        Objects.requireNonNull(latency, "latency");
        Objects.requireNonNull(faults, "faults");
        require(slippageE8 >= 0 && slippageE8 < Money.ONE, "slippageE8", slippageE8);
        require(maxParticipationE8 >= 0 && maxParticipationE8 <= Money.ONE, "maxParticipationE8", maxParticipationE8);
        require(leverageE8 > 0, "leverageE8", leverageE8);
    }

    /**
     * A venue with the plain rules of matching, without delays and without faults.
     *
     * @param fees what fills cost.
     * @param slippageE8 by which share of the price market orders fill worse than the open, in units of 1e-8.
     * @param maxParticipationE8 the most of a bar's volume that our fills may take, in units of 1e-8; 0 for no limit.
     * @param limitFillRule what a bar must show before a limit order is filled.
     * @param allowShort whether positions may be negative.
     * @param leverageE8 gross exposure that one unit of equity may carry, in units of 1e-8.
     * @param calendar when days end.
     */
    public VenueConfig(
            final FeeSchedule fees,
            final long slippageE8,
            final long maxParticipationE8,
            final LimitFillRule limitFillRule,
            final boolean allowShort,
            final long leverageE8,
            final TradingCalendar calendar) {
        this(
                fees,
                slippageE8,
                maxParticipationE8,
                limitFillRule,
                allowShort,
                leverageE8,
                calendar,
                MatchingRules.PLAIN,
                LatencyModel.NONE,
                FaultSchedule.NONE);
    }

    private static void require(final boolean condition, final String name, final long value) {
        if (!condition) {
            throw new IllegalArgumentException("impossible " + name + ": " + value);
        }
    }

    /**
     * With other fees.
     *
     * @param newFees replaces the fees.
     * @return a changed copy.
     */
    public VenueConfig withFees(final FeeSchedule newFees) {
        return new VenueConfig(
                newFees,
                slippageE8,
                maxParticipationE8,
                limitFillRule,
                allowShort,
                leverageE8,
                calendar,
                matching,
                latency,
                faults);
    }

    /**
     * With other slippage.
     *
     * @param newSlippageE8 replaces the slippage.
     * @return a changed copy.
     */
    public VenueConfig withSlippageE8(final long newSlippageE8) {
        return new VenueConfig(
                fees,
                newSlippageE8,
                maxParticipationE8,
                limitFillRule,
                allowShort,
                leverageE8,
                calendar,
                matching,
                latency,
                faults);
    }

    /**
     * With another participation limit.
     *
     * @param newMaxParticipationE8 replaces the limit; 0 for none.
     * @return a changed copy.
     */
    public VenueConfig withMaxParticipationE8(final long newMaxParticipationE8) {
        return new VenueConfig(
                fees,
                slippageE8,
                newMaxParticipationE8,
                limitFillRule,
                allowShort,
                leverageE8,
                calendar,
                matching,
                latency,
                faults);
    }

    /**
     * With another rule for limit orders.
     *
     * @param newRule replaces the rule.
     * @return a changed copy.
     */
    public VenueConfig withLimitFillRule(final LimitFillRule newRule) {
        return new VenueConfig(
                fees,
                slippageE8,
                maxParticipationE8,
                newRule,
                allowShort,
                leverageE8,
                calendar,
                matching,
                latency,
                faults);
    }

    /**
     * With short positions and leverage.
     *
     * @param newLeverageE8 replaces the leverage.
     * @return a changed copy that allows short positions.
     */
    public VenueConfig withShortsAndLeverageE8(final long newLeverageE8) {
        return new VenueConfig(
                fees,
                slippageE8,
                maxParticipationE8,
                limitFillRule,
                true,
                newLeverageE8,
                calendar,
                matching,
                latency,
                faults);
    }

    /**
     * With another calendar.
     *
     * @param newCalendar replaces the calendar.
     * @return a changed copy.
     */
    public VenueConfig withCalendar(final TradingCalendar newCalendar) {
        return new VenueConfig(
                fees,
                slippageE8,
                maxParticipationE8,
                limitFillRule,
                allowShort,
                leverageE8,
                newCalendar,
                matching,
                latency,
                faults);
    }

    /**
     * With other rules of matching.
     *
     * @param newMatching replaces them.
     * @return a changed copy.
     */
    public VenueConfig withMatching(final MatchingRules newMatching) {
        return new VenueConfig(
                fees,
                slippageE8,
                maxParticipationE8,
                limitFillRule,
                allowShort,
                leverageE8,
                calendar,
                newMatching,
                latency,
                faults);
    }

    /**
     * With delays.
     *
     * @param newLatency replaces them.
     * @return a changed copy.
     */
    public VenueConfig withLatency(final LatencyModel newLatency) {
        return new VenueConfig(
                fees,
                slippageE8,
                maxParticipationE8,
                limitFillRule,
                allowShort,
                leverageE8,
                calendar,
                matching,
                newLatency,
                faults);
    }

    /**
     * With faults.
     *
     * @param newFaults replaces them.
     * @return a changed copy.
     */
    public VenueConfig withFaults(final FaultSchedule newFaults) {
        return new VenueConfig(
                fees,
                slippageE8,
                maxParticipationE8,
                limitFillRule,
                allowShort,
                leverageE8,
                calendar,
                matching,
                latency,
                newFaults);
    }
}
