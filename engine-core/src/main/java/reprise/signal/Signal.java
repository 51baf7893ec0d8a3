package reprise.signal;

import reprise.market.Instrument;
import reprise.order.Side;
import reprise.state.StateExchange;

/**
 * What a strategy wants: to enter an instrument on one side, for a reason. Reusable: a strategy fills one and hands it over; the arbiter
 * copies it. Allocates nothing.
 */
public final class Signal {
    /** Usual priority of a discovered rule. */
    public static final int DISCOVERED_RULE_PRIORITY = 50;

    /** Usual priority of a built-in strategy. */
    public static final int BUILT_IN_PRIORITY = 60;

    /** Usual priority of a person. */
    public static final int MANUAL_PRIORITY = 90;

    /** Usual priority of risk and exits. */
    public static final int RISK_PRIORITY = 100;

    private static final Side[] SIDES = Side.values();

    private long id;
    private long timeNs;
    private int instrumentId;
    private Side side = Side.BUY;
    private int strategyId;
    private int ruleId;
    private DetectionType detection = DetectionType.NONE;
    private int priority;
    private double confidence;
    private long entryPrice;
    private long stopDistance;
    private int exitPlanId;
    private long ttlNs;
    private long horizonNs;
    private long snapshotRef;
    private double volatility = Double.NaN;
    private final Reason reason = new Reason();

    /**
     * Begins anew.
     *
     * @param newId unique, and rising in the order of making.
     * @param newTimeNs when it was made.
     * @param newInstrumentId what to enter.
     * @param newSide which way.
     * @return this.
     */
    public Signal of(final long newId, final long newTimeNs, final int newInstrumentId, final Side newSide) {
        id = newId;
        timeNs = newTimeNs;
        instrumentId = newInstrumentId;
        side = newSide;
        reason.of("");
        return by(0, 0, DetectionType.NONE)
                .weighing(BUILT_IN_PRIORITY, 0)
                .at(0, 0, 0)
                .lasting(0, 0)
                .seeing(0, Double.NaN);
    }

    /**
     * Adds who wants it.
     *
     * @param newStrategyId the strategy.
     * @param newRuleId its rule; 0 for none.
     * @param newDetection what it came from.
     * @return this.
     */
    public Signal by(final int newStrategyId, final int newRuleId, final DetectionType newDetection) {
        strategyId = newStrategyId;
        ruleId = newRuleId;
        detection = newDetection;
        return this;
    }

    /**
     * Adds how much it is wanted.
     *
     * @param newPriority 0 to 100.
     * @param newConfidence the strategy's own, 0 to 1; it is calibrated by outcomes.
     * @return this.
     */
    public Signal weighing(final int newPriority, final double newConfidence) {
        priority = newPriority;
        confidence = newConfidence;
        return this;
    }

    /**
     * Adds prices.
     *
     * @param newEntryPrice at which it was made, in price units.
     * @param newStopDistance from there to the stop, in price units; 0 for none.
     * @param newExitPlanId how the position is to be left: a number of {@code Strategy.exitPolicies()}, or 0 for what is configured for the strategy.
     * @return this.
     */
    public Signal at(final long newEntryPrice, final long newStopDistance, final int newExitPlanId) {
        entryPrice = newEntryPrice;
        stopDistance = newStopDistance;
        exitPlanId = newExitPlanId;
        return this;
    }

    /**
     * Adds times.
     *
     * @param newTtlNs how old it may become.
     * @param newHorizonNs how long the position is meant to last; 0 for unknown.
     * @return this.
     */
    public Signal lasting(final long newTtlNs, final long newHorizonNs) {
        ttlNs = newTtlNs;
        horizonNs = newHorizonNs;
        return this;
    }

    /**
     * Adds what was seen.
     *
     * @param newSnapshotRef sequence of the event whose indicator values explain it.
     * @param newVolatility for sizers that need it; NaN for unknown.
     * @return this.
     */
    public Signal seeing(final long newSnapshotRef, final double newVolatility) {
        snapshotRef = newSnapshotRef;
        volatility = newVolatility;
        return this;
    }

    /**
     * Adds why.
     *
     * @param newReason copied; it goes on record when the signal is offered, and is not kept any longer.
     * @return this.
     */
    public Signal because(final Reason newReason) {
        reason.copyFrom(newReason);
        return this;
    }

    /**
     * Begins anew, for a strategy that offers it: the engine knows the id, the time and the strategy.
     *
     * @param instrument to trade.
     * @param newSide which way.
     * @return this, of built-in priority, at the present price.
     */
    public Signal of(final Instrument instrument, final Side newSide) {
        return of(0, 0, instrument.id(), newSide).at(instrument.markPrice(), 0, 0);
    }

    /**
     * Adds what the engine knows.
     *
     * @param newId from 1, in the order in which signals are offered.
     * @param newTimeNs the present.
     * @param newStrategyId whose.
     * @param defaultTtlNs how long it holds where it does not say.
     * @return this.
     */
    public Signal offered(final long newId, final long newTimeNs, final int newStrategyId, final long defaultTtlNs) {
        id = newId;
        timeNs = newTimeNs;
        strategyId = newStrategyId;
        ttlNs = ttlNs == 0 ? defaultTtlNs : ttlNs;
        return this;
    }

    void copyFrom(final Signal other) {
        of(other.id, other.timeNs, other.instrumentId, other.side)
                .by(other.strategyId, other.ruleId, other.detection)
                .weighing(other.priority, other.confidence)
                .at(other.entryPrice, other.stopDistance, other.exitPlanId)
                .lasting(other.ttlNs, other.horizonNs)
                .seeing(other.snapshotRef, other.volatility);
    }

    /**
     * Its id.
     *
     * @return unique.
     */
    public long id() {
        return id;
    }

    /**
     * When it was made.
     *
     * @return nanoseconds since the epoch.
     */
    public long timeNs() {
        return timeNs;
    }

    /**
     * What to enter.
     *
     * @return a dense id.
     */
    public int instrumentId() {
        return instrumentId;
    }

    /**
     * Which way.
     *
     * @return the side.
     */
    public Side side() {
        return side;
    }

    /**
     * Who wants it.
     *
     * @return a dense id.
     */
    public int strategyId() {
        return strategyId;
    }

    /**
     * By which rule.
     *
     * @return 0 for none.
     */
    public int ruleId() {
        return ruleId;
    }

    /**
     * What it came from.
     *
     * @return the type.
     */
    public DetectionType detection() {
        return detection;
    }

    /**
     * How urgent it is.
     *
     * @return 0 to 100.
     */
    public int priority() {
        return priority;
    }

    /**
     * The strategy's own confidence.
     *
     * @return 0 to 1.
     */
    public double confidence() {
        return confidence;
    }

    /**
     * The price at which it was made.
     *
     * @return in price units.
     */
    public long entryPrice() {
        return entryPrice;
    }

    /**
     * From there to the stop.
     *
     * @return in price units; 0 for none.
     */
    public long stopDistance() {
        return stopDistance;
    }

    /**
     * How the position is to be left.
     *
     * @return an id of a plan.
     */
    public int exitPlanId() {
        return exitPlanId;
    }

    /**
     * How old it may become.
     *
     * @return in nanoseconds.
     */
    public long ttlNs() {
        return ttlNs;
    }

    /**
     * How long the position is meant to last.
     *
     * @return in nanoseconds; 0 for unknown.
     */
    public long horizonNs() {
        return horizonNs;
    }

    /**
     * Where the values are that explain it.
     *
     * @return sequence of an event.
     */
    public long snapshotRef() {
        return snapshotRef;
    }

    /**
     * Why it is wanted.
     *
     * @return empty where the strategy does not say.
     */
    public Reason reason() {
        return reason;
    }

    double volatility() {
        return volatility;
    }

    void state(final StateExchange state) {
        id = state.field("id", id);
        timeNs = state.field("timeNs", timeNs);
        instrumentId = state.field("instrumentId", instrumentId);
        side = SIDES[state.field("side", side.ordinal())];
        strategyId = state.field("strategyId", strategyId);
        ruleId = state.field("ruleId", ruleId);
        detection = DetectionType.of(state.field("detection", detection.ordinal()));
        priority = state.field("priority", priority);
        confidence = state.field("confidence", confidence);
        entryPrice = state.field("entryPrice", entryPrice);
        stopDistance = state.field("stopDistance", stopDistance);
        exitPlanId = state.field("exitPlanId", exitPlanId);
        ttlNs = state.field("ttlNs", ttlNs);
        horizonNs = state.field("horizonNs", horizonNs);
        snapshotRef = state.field("snapshotRef", snapshotRef);
        volatility = state.field("volatility", volatility);
    }
}
