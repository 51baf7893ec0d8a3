package reprise.simulation.venue;

import java.util.Objects;
import reprise.number.Money;

/**
 * How orders meet the market.
 *
 * @param queueModel where passive orders stand.
 * @param stopTrigger which price reaches a stop.
 * @param impact what our own size costs.
 * @param haltPolicy what becomes of orders while nothing trades.
 * @param marketFill where market orders fill if the market is bars.
 * @param stopFill at which price stops fill that a bar reaches.
 * @param spreadE8 bid to ask around the prices of bars, as a share of the price, in units of 1e-8; quotes have their own.
 */
public record MatchingRules(
        QueueModel queueModel,
        StopTrigger stopTrigger,
        ImpactModel impact,
        HaltPolicy haltPolicy,
        MarketFill marketFill,
        StopFill stopFill,
        long spreadE8) {
    /**
     * Behind all that is displayed, stops by the last trade, no impact, orders wait while halted; market orders fill at the next open, stops
     * at their price.
     */
    public static final MatchingRules PLAIN =
            new MatchingRules(QueueModel.BEHIND_PRO_RATA, StopTrigger.LAST_TRADE, ImpactModel.NONE, HaltPolicy.ACCEPT);

    /** Checks that nothing is missing. */
    public MatchingRules {
        Objects.requireNonNull(queueModel, "queueModel");
        Objects.requireNonNull(stopTrigger, "stopTrigger");
        Objects.requireNonNull(impact, "impact");
        Objects.requireNonNull(haltPolicy, "haltPolicy");
        Objects.requireNonNull(marketFill, "marketFill");
        Objects.requireNonNull(stopFill, "stopFill");
        if (spreadE8 < 0 || spreadE8 >= Money.ONE) {
            throw new IllegalArgumentException("impossible spreadE8: " + spreadE8 + " (0 to " + (Money.ONE - 1) + ")");
        }
    }

    /**
     * Rules by which bars fill as usual: market orders at the next open, stops at their price, without a spread.
     *
     * @param queueModel where passive orders stand.
     * @param stopTrigger which price reaches a stop.
     * @param impact what our own size costs.
     * @param haltPolicy what becomes of orders while nothing trades.
     */
    public MatchingRules(
            final QueueModel queueModel,
            final StopTrigger stopTrigger,
            final ImpactModel impact,
            final HaltPolicy haltPolicy) {
        this(queueModel, stopTrigger, impact, haltPolicy, MarketFill.NEXT_OPEN, StopFill.AT_STOP, 0);
    }

    /**
     * With another place for market orders.
     *
     * @param newMarketFill replaces it.
     * @return a changed copy.
     */
    public MatchingRules withMarketFill(final MarketFill newMarketFill) {
        return new MatchingRules(queueModel, stopTrigger, impact, haltPolicy, newMarketFill, stopFill, spreadE8);
    }

    /**
     * With another price for stops.
     *
     * @param newStopFill replaces it.
     * @return a changed copy.
     */
    public MatchingRules withStopFill(final StopFill newStopFill) {
        return new MatchingRules(queueModel, stopTrigger, impact, haltPolicy, marketFill, newStopFill, spreadE8);
    }

    /**
     * With another spread around the prices of bars.
     *
     * @param newSpreadE8 replaces it.
     * @return a changed copy.
     */
    public MatchingRules withSpreadE8(final long newSpreadE8) {
        return new MatchingRules(queueModel, stopTrigger, impact, haltPolicy, marketFill, stopFill, newSpreadE8);
    }
}
