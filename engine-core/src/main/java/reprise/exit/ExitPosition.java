package reprise.exit;

import reprise.market.Instrument;
import reprise.market.SplitRatio;
import reprise.number.Rounding;
import reprise.state.StateExchange;

/**
 * What one entry has become: how much was bought and left, the levels, the orders that leave it. Read by others during callbacks; changed
 * by the {@link ExitEngine} only, which reuses the objects. Part of replayed state.
 */
public final class ExitPosition {
    private static final long NEVER = Long.MAX_VALUE;

    final EntryAverage average = new EntryAverage();
    final ExitLevels levels = new ExitLevels();
    final ExitsInFlight inFlight = new ExitsInFlight();

    ExitPosition nextOfInstrument;
    ExitPlan plan;
    int planId;
    int strategyId;
    int instrumentId;
    long entryOrderId;
    int sign;
    long lotSize;
    long tickSize;

    boolean entryOpen;
    long firstEntryNs;
    long lastEntryNs;
    long exitedQuantity;
    int nextTarget;
    long owedQuantity;
    long owedTrigger;
    ExitReason closingReason;
    long closingTrigger;

    long signedPrice;
    long priceNs;
    long tradeNs;
    FreshnessLevel freshness = FreshnessLevel.FRESH;
    int barsHeld;
    private long heldNs;
    private long tradingSinceNs;

    boolean flattened;
    boolean sessionClosing;
    boolean signalled;
    boolean resting;
    private long toldStop;
    private long toldQuantity;

    ExitPosition() {}

    void open(final int newStrategyId, final Instrument instrument, final long newEntryOrderId, final int newSign) {
        strategyId = newStrategyId;
        instrumentId = instrument.id();
        lotSize = instrument.definition().lotSize();
        tickSize = instrument.definition().tickSize();
        entryOrderId = newEntryOrderId;
        sign = newSign;
        average.clear();
        inFlight.clear();
        entryOpen = true;
        firstEntryNs = NEVER;
        lastEntryNs = NEVER;
        exitedQuantity = 0;
        nextTarget = 0;
        owedQuantity = 0;
        owedTrigger = 0;
        closingReason = null;
        closingTrigger = 0;
        signedPrice = 0;
        priceNs = 0;
        tradeNs = Long.MIN_VALUE;
        freshness = FreshnessLevel.FRESH;
        barsHeld = 0;
        heldNs = 0;
        tradingSinceNs = NEVER;
        flattened = false;
        sessionClosing = false;
        signalled = false;
        resting = false;
        toldStop = 0;
        toldQuantity = 0;
    }

    void plan(final ExitPlan newPlan, final int newPlanId, final long atr) {
        plan = newPlan;
        planId = newPlanId;
        levels.open(newPlan, sign, atr);
    }

    void attach(final ExitPlan newPlan) {
        plan = newPlan;
        levels.attach(newPlan);
    }

    void onEntryFill(final long price, final long quantity, final long timeNs) {
        if (average.quantity() == 0) {
            firstEntryNs = timeNs;
            tradingSinceNs = timeNs;
        }
        lastEntryNs = timeNs;
        average.add(price, quantity);
        levels.onEntry(average.roundedAgainst(sign), sign * price);
        if (signedPrice == 0) {
            signedPrice = sign * price;
            priceNs = timeNs;
        }
    }

    /** Everything that is counted in units, or in money for one, in the new ones; the stop at the venue will be told anew. */
    void split(final SplitRatio ratio) {
        final long entered = ratio.quantity(average.quantity());
        exitedQuantity = entered - ratio.quantity(remainingQuantity());
        average.split(ratio, sign, entered);
        levels.split(ratio, average.roundedAgainst(sign));
        inFlight.split(ratio);
        owedQuantity = ratio.quantity(owedQuantity);
        owedTrigger = ratio.price(owedTrigger, Rounding.HALF_EVEN);
        closingTrigger = ratio.price(closingTrigger, Rounding.HALF_EVEN);
        signedPrice = ratio.price(signedPrice, Rounding.HALF_EVEN);
        forgetStop();
    }

    /** What was told of the stop at the venue holds no longer. */
    void forgetStop() {
        toldStop = 0;
        toldQuantity = 0;
    }

    void onPrice(final long newSignedPrice, final long newPriceNs) {
        signedPrice = newSignedPrice;
        priceNs = newPriceNs;
    }

    boolean isHeld() {
        return remainingQuantity() > 0;
    }

    boolean isClosing() {
        return closingReason != null;
    }

    boolean isOver() {
        return !entryOpen && inFlight.isEmpty() && remainingQuantity() < lotSize;
    }

    boolean isFresh(final long newPriceNs, final long nowNs) {
        return plan.freshness() == null
                || nowNs - newPriceNs <= plan.freshness().maxAgeNs();
    }

    /** Whether a stop rests at the venue that the plan wants there. */
    boolean restsStop() {
        return resting && plan.nativeStop();
    }

    boolean restsTrail() {
        return resting && plan.nativeTrail();
    }

    void trading(final boolean trades, final long timeNs) {
        final boolean trading = tradingSinceNs != NEVER;
        if (firstEntryNs != NEVER && trades != trading) {
            heldNs = heldNs(timeNs);
            tradingSinceNs = trades ? timeNs : NEVER;
        }
    }

    boolean isTrading() {
        return tradingSinceNs != NEVER;
    }

    /**
     * How long it was held while the market traded.
     *
     * @param nowNs the present.
     * @return in nanoseconds.
     */
    public long heldNs(final long nowNs) {
        return isTrading() ? heldNs + Math.max(nowNs - tradingSinceNs, 0) : heldNs;
    }

    boolean isHeldTooLong(final long nowNs) {
        return plan.maxHoldBars() > 0 && barsHeld >= plan.maxHoldBars()
                || plan.maxHoldNs() > 0 && heldNs(nowNs) >= plan.maxHoldNs();
    }

    boolean isStagnant() {
        return plan.stagnationBars() > 0 && barsHeld >= plan.stagnationBars() && !levels.hasGained(plan.minGain());
    }

    FreshnessLevel freshnessAt(final long nowNs) {
        if (plan.freshness() == null
                || !isTrading()
                || nowNs - priceNs < plan.freshness().warningAgeNs()) {
            return FreshnessLevel.FRESH;
        }
        return nowNs - priceNs < plan.freshness().criticalAgeNs() ? FreshnessLevel.WARNING : FreshnessLevel.CRITICAL;
    }

    /** When the clock alone will change something. */
    long nextDeadlineNs() {
        if (!isHeld() || !isTrading()) {
            return NEVER;
        }
        final long hold =
                plan.maxHoldNs() > 0 && !isClosing() ? tradingSinceNs + Math.max(plan.maxHoldNs() - heldNs, 0) : NEVER;
        if (plan.freshness() == null || freshness == FreshnessLevel.CRITICAL) {
            return hold;
        }
        final boolean fresh = freshness == FreshnessLevel.FRESH;
        final long age =
                fresh ? plan.freshness().warningAgeNs() : plan.freshness().criticalAgeNs();
        return Math.min(hold, priceNs + age);
    }

    /** Remembers what was told of the stop at the venue; returns whether it is news. */
    boolean isNewsOfStop(final long stopPrice, final long quantity) {
        final boolean news = stopPrice != toldStop || quantity != toldQuantity;
        toldStop = stopPrice;
        toldQuantity = quantity;
        return news;
    }

    /** What no exit order stands for yet, floored to the lot. */
    long freeQuantity() {
        final long free = Math.max(remainingQuantity() - inFlight.total(), 0);
        return free - free % lotSize;
    }

    /**
     * In whose book.
     *
     * @return id of the strategy.
     */
    public int strategyId() {
        return strategyId;
    }

    /**
     * Of what.
     *
     * @return dense instrument id.
     */
    public int instrumentId() {
        return instrumentId;
    }

    /**
     * Which entry.
     *
     * @return id of its order.
     */
    public long entryOrderId() {
        return entryOrderId;
    }

    /**
     * Which way.
     *
     * @return +1 for long, -1 for short.
     */
    public int sign() {
        return sign;
    }

    /**
     * Average price of the entry, rounded against the holder.
     *
     * @return in price units; 0 before the first fill.
     */
    public long entryPrice() {
        return average.roundedAgainst(sign);
    }

    /**
     * How much was entered.
     *
     * @return in quantity units.
     */
    public long entryQuantity() {
        return average.quantity();
    }

    /**
     * How much is still held.
     *
     * @return in quantity units; below 0 where more was left than entered.
     */
    public long remainingQuantity() {
        return average.quantity() - exitedQuantity;
    }

    /**
     * The stop that acts first.
     *
     * @return in price units, not rounded to the tick; 0 for none.
     */
    public long stopPrice() {
        return levels.tightest() == ExitLevels.NONE ? 0 : sign * levels.tightest();
    }

    /**
     * The best price since the entry.
     *
     * @return in price units; 0 before the first fill.
     */
    public long bestPrice() {
        return levels.best() == ExitLevels.NONE ? 0 : sign * levels.best();
    }

    /**
     * The target that comes next.
     *
     * @return in price units; 0 for none.
     */
    public long nextTargetPrice() {
        return nextTarget < plan.targets().size() && entryQuantity() > 0 ? sign * levels.target(nextTarget) : 0;
    }

    /**
     * By which plan it is left.
     *
     * @return the plan's index.
     */
    public int planId() {
        return planId;
    }

    /**
     * When its first part was bought.
     *
     * @return nanoseconds since the epoch.
     */
    public long firstEntryNs() {
        return firstEntryNs;
    }

    /**
     * Whether the end of its session was told.
     *
     * @return whether it is left because of that.
     */
    public boolean isSessionClosing() {
        return sessionClosing;
    }

    /**
     * How old the last usable price is.
     *
     * @return the level last told.
     */
    public FreshnessLevel freshness() {
        return freshness;
    }

    void state(final StateExchange state) {
        strategyId = state.field("strategyId", strategyId);
        instrumentId = state.field("instrumentId", instrumentId);
        entryOrderId = state.field("entryOrderId", entryOrderId);
        planId = state.field("planId", planId);
        sign = state.field("side", sign);
        lotSize = state.field("lotSize", lotSize);
        tickSize = state.field("tickSize", tickSize);
        average.state(state);
        levels.state(state);
        inFlight.state(state);
        entryOpen = state.field("entryOpen", entryOpen);
        firstEntryNs = state.field("firstEntryNs", firstEntryNs);
        lastEntryNs = state.field("lastEntryNs", lastEntryNs);
        exitedQuantity = state.field("exitedQuantity", exitedQuantity);
        nextTarget = state.field("nextTarget", nextTarget);
        owedQuantity = state.field("owedQuantity", owedQuantity);
        owedTrigger = state.field("owedTrigger", owedTrigger);
        final int closing = state.field("closingReason", closingReason == null ? -1 : closingReason.ordinal());
        closingReason = closing < 0 ? null : ExitReason.of(closing);
        closingTrigger = state.field("closingTrigger", closingTrigger);
        clockState(state);
    }

    private void clockState(final StateExchange state) {
        signedPrice = state.field("signedPrice", signedPrice);
        priceNs = state.field("priceNs", priceNs);
        tradeNs = state.field("tradeNs", tradeNs);
        freshness = FreshnessLevel.of(state.field("freshness", freshness.ordinal()));
        barsHeld = state.field("barsHeld", barsHeld);
        heldNs = state.field("heldNs", heldNs);
        tradingSinceNs = state.field("tradingSinceNs", tradingSinceNs);
        flattened = state.field("flattened", flattened);
        sessionClosing = state.field("sessionClosing", sessionClosing);
        signalled = state.field("signalled", signalled);
        resting = state.field("resting", resting);
        toldStop = state.field("toldStop", toldStop);
        toldQuantity = state.field("toldQuantity", toldQuantity);
    }
}
