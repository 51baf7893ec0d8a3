package reprise.simulation.venue;

import java.util.Objects;

/**
 * How orders meet the market, beyond what bars need.
 *
 * @param queueModel where passive orders stand.
 * @param stopTrigger which price reaches a stop.
 * @param impact what our own size costs.
 * @param haltPolicy what becomes of orders while nothing trades.
 */
public record MatchingRules(QueueModel queueModel, StopTrigger stopTrigger, ImpactModel impact, HaltPolicy haltPolicy) {
    /** Behind all that is displayed, stops by the last trade, no impact, orders wait while halted. */
    public static final MatchingRules PLAIN =
            new MatchingRules(QueueModel.BEHIND_PRO_RATA, StopTrigger.LAST_TRADE, ImpactModel.NONE, HaltPolicy.ACCEPT);

    /** Checks that nothing is missing. */
    public MatchingRules {
        Objects.requireNonNull(queueModel, "queueModel");
        Objects.requireNonNull(stopTrigger, "stopTrigger");
        Objects.requireNonNull(impact, "impact");
        Objects.requireNonNull(haltPolicy, "haltPolicy");
    }
}
