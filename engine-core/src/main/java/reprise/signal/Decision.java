package reprise.signal;

import reprise.state.StateExchange;

/** How the arbitration of a signal ended, with all numbers. Owned and reused by the arbiter: read it during the call. */
public final class Decision {
    /** Stands for no other signal. */
    public static final long NO_SIGNAL = -1;

    /** Stands for no other strategy. */
    public static final int NO_STRATEGY = -1;

    final Signal signal = new Signal();
    final Sizing sizing = new Sizing();
    ArbitrationReason reason;
    double calibrated;
    double expectedValue;
    double score;
    double payoff;
    double overlap;
    double correlation;
    long otherSignalId;
    int otherStrategyId;
    long value;
    long limit;
    long quantity;
    long notional;
    long amount;
    SizeCap boundBy;

    Decision() {}

    void begin(final Signal offered) {
        signal.copyFrom(offered);
        clear();
    }

    private void clear() {
        reason = ArbitrationReason.ACCEPTED;
        calibrated = Double.NaN;
        expectedValue = Double.NaN;
        score = 0;
        payoff = Double.NaN;
        overlap = 0;
        correlation = 0;
        otherSignalId = NO_SIGNAL;
        otherStrategyId = NO_STRATEGY;
        value = 0;
        limit = 0;
        quantity = 0;
        notional = 0;
        amount = 0;
        boundBy = SizeCap.SIZER;
    }

    void refuse(final ArbitrationReason why, final long found, final long allowed) {
        reason = why;
        value = found;
        limit = allowed;
    }

    void refuse(final ArbitrationReason why, final Decision other) {
        reason = why;
        otherSignalId = other.signal.id();
        otherStrategyId = other.signal.strategyId();
    }

    /** Not refused by any step so far. */
    boolean isAlive() {
        return reason == ArbitrationReason.ACCEPTED;
    }

    /** Higher priority first, then the higher score, then the lower strategy, then the lower id. Scores are never NaN. */
    boolean isBetterThan(final Decision other) {
        if (signal.priority() != other.signal.priority()) {
            return signal.priority() > other.signal.priority();
        }
        if (score != other.score) {
            return score > other.score;
        }
        return signal.strategyId() != other.signal.strategyId()
                ? signal.strategyId() < other.signal.strategyId()
                : signal.id() < other.signal.id();
    }

    /** Same instrument, whatever the side. */
    boolean meets(final Decision other) {
        return signal.instrumentId() == other.signal.instrumentId();
    }

    /**
     * What was decided about.
     *
     * @return the signal as it was offered.
     */
    public Signal signal() {
        return signal;
    }

    /**
     * How it ended.
     *
     * @return ACCEPTED or why not.
     */
    public ArbitrationReason reason() {
        return reason;
    }

    /**
     * The confidence by past outcomes.
     *
     * @return 0 to 1; NaN if it ended before.
     */
    public double calibratedConfidence() {
        return calibrated;
    }

    /**
     * What it is expected to earn after costs.
     *
     * @return in multiples of the risk; NaN if it ended before.
     */
    public double expectedValue() {
        return expectedValue;
    }

    /**
     * By which signals of one priority are ranked.
     *
     * @return expected value times calibrated confidence; 0 if it ended before.
     */
    public double score() {
        return score;
    }

    /**
     * The largest overlap of entries with what is held or accepted in the symbol.
     *
     * @return 0 to 1.
     */
    public double overlap() {
        return overlap;
    }

    /**
     * The largest correlation of daily results with what is held or accepted in the symbol.
     *
     * @return 0 to 1; negative ones count as 0.
     */
    public double correlation() {
        return correlation;
    }

    /**
     * The signal to which it lost.
     *
     * @return its id, or {@link #NO_SIGNAL}.
     */
    public long otherSignalId() {
        return otherSignalId;
    }

    /**
     * The strategy of that signal, or of the position that stood in the way or should be left.
     *
     * @return its id, or {@link #NO_STRATEGY}.
     */
    public int otherStrategyId() {
        return otherStrategyId;
    }

    /**
     * What was found, for reasons with a limit.
     *
     * @return in the unit of the limit: a count, nanoseconds, money or a quantity.
     */
    public long value() {
        return value;
    }

    /**
     * What is allowed, for reasons with a limit.
     *
     * @return in the unit of the value.
     */
    public long limit() {
        return limit;
    }

    /**
     * How much to trade.
     *
     * @return in quantity units; for EXIT_SUGGESTED the position that should be left; 0 for nothing.
     */
    public long quantity() {
        return quantity;
    }

    /**
     * What that is worth at the signal's price.
     *
     * @return in money units.
     */
    public long notional() {
        return notional;
    }

    /**
     * The amount of money that the size was bound by.
     *
     * @return in money units; 0 where a quantity bound it.
     */
    public long amount() {
        return amount;
    }

    /**
     * What bound the size.
     *
     * @return for NO_SIZE, why there is none.
     */
    public SizeCap boundBy() {
        return boundBy;
    }

    /** A pending signal has nothing else that was decided. */
    void state(final StateExchange state) {
        signal.state(state);
        clear();
    }
}
