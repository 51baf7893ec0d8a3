package reprise.execution;

import reprise.market.Instrument;
import reprise.market.SplitRatio;
import reprise.order.Side;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;

/**
 * Trades two legs as one thing; see {@link PairState} for its states.
 *
 * <p>Our own side is asked about both legs before either is sent. A leg that is refused, rejected, cancelled or not filled in time makes the
 * opening fail: the other is cancelled, and what then has no counterpart is taken back at market, again and again until it is gone. What does
 * have one stays, in the ratio of the whole. Exposure without hedge is bounded in size because no part of an opening is larger than the
 * settings say and the next part waits for this one to be whole, and closings go back by the same parts, unless it is an emergency; it is
 * bounded in time because a part has a time limit, after which both legs go the way of the smaller one. Both are measured. Only an order whose outcome is unknown is waited for: nothing is sent in its place.
 */
public final class PairExecutor implements Snapshotable {
    private final int pairId;
    private final PairListener listener;
    private final PairLegs legs;
    private final PairRatio ratio;
    private final PairHedge hedge;
    private final PairMachine machine;
    private final UnhedgedMeter meter = new UnhedgedMeter();

    /**
     * A flat pair that is not started.
     *
     * @param pairId which.
     * @param strategyId for whom.
     * @param instrument1 first leg.
     * @param instrument2 second leg.
     * @param settings how.
     * @param entry to the market.
     * @param listener is told every decision.
     */
    public PairExecutor(
            final int pairId,
            final int strategyId,
            final Instrument instrument1,
            final Instrument instrument2,
            final PairSettings settings,
            final OrderEntry entry,
            final PairListener listener) {
        this.pairId = pairId;
        this.listener = listener;
        this.legs = new PairLegs(
                new PairLeg(strategyId, instrument1, settings, entry, listener),
                new PairLeg(strategyId, instrument2, settings, entry, listener));
        this.ratio = new PairRatio(
                instrument1.definition().lotSize(), instrument2.definition().lotSize());
        this.hedge = new PairHedge(legs, ratio);
        this.machine = new PairMachine(pairId, settings, listener, legs, ratio, hedge);
    }

    /** Allows openings. */
    public void start() {
        machine.start();
    }

    /**
     * Allows no openings any more; one that is under way fails, an open pair stays.
     *
     * @param nowNs the present.
     */
    public void stop(final long nowNs) {
        machine.stop(nowNs);
    }

    /**
     * Wants to open the pair.
     *
     * @param side1 of the first leg; the second goes the other way.
     * @param quantity1 of the first leg, floored to the lot.
     * @param quantity2 of the second leg, floored to the lot.
     * @param nowNs the present.
     * @return whether it is under way.
     */
    public boolean open(final Side side1, final long quantity1, final long quantity2, final long nowNs) {
        return machine.open(side1, quantity1, quantity2, nowNs);
    }

    /**
     * Wants to leave the pair, from whatever state.
     *
     * @param nowNs the present.
     */
    public void close(final long nowNs) {
        machine.close(nowNs);
    }

    /**
     * Stops the pair and leaves it at once.
     *
     * @param nowNs the present.
     */
    public void emergencyStop(final long nowNs) {
        machine.emergencyStop(nowNs);
    }

    /**
     * The venue works one of its orders, or has changed or refused to change it.
     *
     * @param orderId which.
     * @param quantity whole quantity.
     * @param limitPrice limit in price units; 0 for none.
     * @param nowNs the present.
     */
    public void onOrderWorking(final long orderId, final long quantity, final long limitPrice, final long nowNs) {
        legs.onWorking(orderId, quantity, limitPrice);
        machine.proceed(nowNs);
    }

    /**
     * One of its orders traded, or a fill of it was taken back; whichever order it was, and however long ago it ended.
     *
     * @param orderId which.
     * @param instrumentId of which leg.
     * @param signedQuantity what the book received, less a fee in the base asset; negative for what it gave.
     * @param filledQuantity what the order has traded in all.
     * @param nowNs the present.
     */
    public void onOrderTraded(
            final long orderId,
            final int instrumentId,
            final long signedQuantity,
            final long filledQuantity,
            final long nowNs) {
        final PairLeg leg = legs.of(instrumentId);
        leg.onTraded(orderId, signedQuantity, filledQuantity, nowNs);
        measure(nowNs);
        // Whether the order has ended is told next; only what comes after the end needs an answer now.
        if (!leg.isOutstanding()) {
            machine.proceed(nowNs);
        }
    }

    /**
     * Somebody else closes all that the strategy has of an instrument: the pair sends nothing for that leg any more, and leaves the other.
     *
     * @param instrumentId of which leg.
     * @param nowNs the present.
     */
    public void onLegTaken(final int instrumentId, final long nowNs) {
        legs.of(instrumentId).take();
        machine.onLegTaken(nowNs);
    }

    /**
     * Nobody else closes a leg any more.
     *
     * @param instrumentId of which leg.
     * @param isGone whether the strategy has nothing of it left.
     * @param nowNs the present.
     */
    public void onLegGivenBack(final int instrumentId, final boolean isGone, final long nowNs) {
        legs.of(instrumentId).giveBack(isGone);
        measure(nowNs);
        machine.proceed(nowNs);
    }

    /**
     * Somebody else traded what this pair holds.
     *
     * @param instrumentId of which leg.
     * @param signedQuantity how much, negative for sold; no more than is held, and against it.
     * @param nowNs the present.
     */
    public void onOthersTrade(final int instrumentId, final long signedQuantity, final long nowNs) {
        legs.of(instrumentId).onOthersTrade(signedQuantity);
        measure(nowNs);
        machine.onOthersTrade(nowNs);
    }

    /**
     * The units of an instrument changed.
     *
     * @param instrumentId of which leg.
     * @param split how.
     */
    public void onSplit(final int instrumentId, final SplitRatio split) {
        legs.onSplit(instrumentId, split, ratio);
    }

    /**
     * One of its orders works no more.
     *
     * @param orderId which.
     * @param nowNs the present.
     */
    public void onOrderEnded(final long orderId, final long nowNs) {
        legs.onEnded(orderId, nowNs);
        machine.proceed(nowNs);
    }

    /**
     * Nobody knows what became of one of its orders.
     *
     * @param orderId which.
     */
    public void onOrderUnknown(final long orderId) {
        legs.onUnknown(orderId);
    }

    /**
     * The market of a leg moved.
     *
     * @param nowNs the present.
     */
    public void onMarket(final long nowNs) {
        measure(nowNs);
        machine.proceed(nowNs);
    }

    private void measure(final long nowNs) {
        if (meter.measure(hedge.unhedgedNotional(), nowNs)) {
            listener.onHedged(pairId, meter.episodeNotional(), meter.end(nowNs));
        }
    }

    /**
     * When {@link #onTimer} is due, before any later event.
     *
     * @return engine time; {@link Long#MAX_VALUE} for never.
     */
    public long nextDeadlineNs() {
        return machine.nextDeadlineNs();
    }

    /**
     * The deadline has come.
     *
     * @param nowNs the present.
     */
    public void onTimer(final long nowNs) {
        machine.proceed(nowNs);
    }

    /**
     * Where the pair is.
     *
     * @return its state.
     */
    public PairState pairState() {
        return machine.state();
    }

    /**
     * Whether the market can change nothing about it: it is flat or open, and hedged.
     *
     * @return whether {@link #onMarket} does nothing.
     */
    public boolean isQuiet() {
        return (machine.state() == PairState.FLAT || machine.state() == PairState.OPEN) && !meter.isUnhedged();
    }

    /**
     * Whether openings are allowed.
     *
     * @return whether it was started, and not stopped since.
     */
    public boolean isStarted() {
        return machine.isStarted();
    }

    /**
     * Which way the first leg was opened last.
     *
     * @return the other leg went the other way.
     */
    public Side side1() {
        return legs.get(0).openSide();
    }

    /**
     * What is held of a leg.
     *
     * @param leg 0 or 1.
     * @return in quantity units, in the direction of the opening.
     */
    public long held(final int leg) {
        return legs.get(leg).held();
    }

    /**
     * The most that was ever without hedge.
     *
     * @return in money units.
     */
    public long maxUnhedgedNotional() {
        return meter.maxNotional();
    }

    /**
     * The longest time without hedge.
     *
     * @param nowNs the present.
     * @return in nanoseconds, the present time without hedge included.
     */
    public long maxUnhedgedNs(final long nowNs) {
        return meter.maxTimeNs(nowNs);
    }

    @Override
    public void exchange(final StateExchange exchange) {
        exchange.section("pairExecutor", pairId);
        machine.state(exchange);
        ratio.state(exchange);
        meter.state(exchange);
        legs.state(exchange);
    }
}
