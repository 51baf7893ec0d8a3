package reprise.simulation.trial;

import static reprise.simulation.trial.BrokenRule.require;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import reprise.core.CoreObserver;
import reprise.core.EngineCore;
import reprise.execution.PairReason;
import reprise.execution.PairState;
import reprise.market.Instrument;
import reprise.order.Order;
import reprise.order.OrderPurpose;
import reprise.order.OrderRequest;
import reprise.order.Orders;
import reprise.order.RejectReason;
import reprise.risk.TradingState;
import reprise.strategy.PairTrade;

/**
 * Follows the pairs of a trial. What a pair holds changes with the book of its strategy, and with nothing else. What one leg has beyond its
 * counterpart in the other is never more than one part of the opening, and what came of orders that had ended; but in an emergency, or after
 * somebody else has traded its legs. A pair that was told to leave has left when all is quiet.
 */
final class PairCheck implements CoreObserver {
    private static final String HELD = "pairs hold what their orders traded";
    private static final String HEDGED = "no more than one part of a pair is without hedge";
    private static final String LEFT = "a pair that was told to leave has left";

    /** What fees in the base asset may take of a leg. */
    private static final double FEES = 0.002;

    private final RestlessPairs strategy;
    private final Set<Long> ended = new HashSet<>();
    private final boolean[] othersTraded;
    private final long[] beyond;
    private final boolean[] excused;
    private final double[] late;

    /** Where what it wanted last was refused because of the data: pairs that share an instrument may have to cross zero to leave. */
    private final boolean[] distrusted;

    /**
     * A check.
     *
     * @param strategy whose pairs; null for none.
     * @param instrumentCount of the trial.
     */
    PairCheck(final RestlessPairs strategy, final int instrumentCount) {
        this.strategy = strategy;
        othersTraded = new boolean[instrumentCount];
        beyond = new long[instrumentCount];
        excused = new boolean[instrumentCount];
        late = new double[instrumentCount];
        distrusted = new boolean[instrumentCount];
    }

    private static boolean isOurs(final int strategyId) {
        return strategyId == TrialPlan.PAIRS_STRATEGY;
    }

    @Override
    public void onFill(final Order order, final long price, final long quantity, final long fee, final long timeNs) {
        if (strategy == null || !isOurs(order.strategyId())) {
            return;
        }
        final boolean isOwn = order.purpose() == OrderPurpose.EXECUTION;
        othersTraded[order.instrumentId()] |= !isOwn;
        for (final PairTrade pair : strategy.pairs()) {
            for (int leg = 0; leg < 2; leg++) {
                if (pair.instrument(leg).id() == order.instrumentId()) {
                    excused[pair.pairId()] |= !isOwn;
                    // Pairs that share an instrument may each be the one.
                    late[pair.pairId()] +=
                            ended.contains(order.orderId()) ? share(quantity, strategy.whole(pair, leg)) : 0;
                }
            }
        }
    }

    @Override
    public void onOrder(final Order order, final long timeNs) {
        if (!order.isOpen()) {
            ended.add(order.orderId());
        }
        distrusted[order.instrumentId()] &= !isOurs(order.strategyId());
    }

    @Override
    public void onRefused(
            final int strategyId, final OrderRequest request, final RejectReason reason, final long timeNs) {
        if (isOurs(strategyId)) {
            distrusted[request.instrument().id()] = reason == RejectReason.DATA_NOT_TRUSTED;
        }
    }

    @Override
    public void onPair(
            final int strategyId,
            final PairTrade pair,
            final PairState from,
            final PairState to,
            final PairReason reason,
            final long timeNs) {
        excused[pair.pairId()] |= reason == PairReason.EMERGENCY || reason == PairReason.LEG_TAKEN;
    }

    /** Takes over from what watched a process that is gone, of whose pairs it knows what is on record. */
    void learn(final EngineCore core, final Iterable<Long> orderIds) {
        final Orders orders = core.orders();
        for (final long orderId : orderIds) {
            final Order order = orders.find(orderId);
            if (order != null && !order.isOpen()) {
                ended.add(orderId);
            }
        }
        Arrays.fill(excused, true);
        for (int i = 0; strategy != null && !strategy.pairs().isEmpty() && i < beyond.length; i++) {
            beyond[i] = beyondPairs(core, i);
        }
    }

    /** After every event. */
    void check(final EngineCore core) {
        if (strategy == null || strategy.pairs().isEmpty()) {
            return;
        }
        for (int i = 0; i < beyond.length; i++) {
            checkHeld(core, core.instruments().get(i));
        }
        for (final PairTrade pair : strategy.pairs()) {
            checkHedged(pair);
        }
    }

    private void checkHeld(final EngineCore core, final Instrument instrument) {
        final int id = instrument.id();
        final long before = beyond[id];
        beyond[id] = beyondPairs(core, id);
        // Where somebody else has closed a leg, its pairs forget what is less than a lot, and all where the book has
        // nothing left.
        final long change = Math.abs(beyond[id] - before);
        final boolean isForgotten = !isHeld(id)
                && Math.min(change, Math.abs(beyond[id]))
                        < instrument.definition().lotSize();
        require(
                othersTraded[id] || beyond[id] == before || isForgotten,
                HELD,
                "instrument " + id + ": the book has " + beyond[id] + " more than its pairs, before it had " + before);
        othersTraded[id] = false;
    }

    private long beyondPairs(final EngineCore core, final int instrumentId) {
        long quantity =
                core.portfolio().book(TrialPlan.PAIRS_STRATEGY, instrumentId).quantity();
        for (final PairTrade pair : strategy.pairs()) {
            for (int leg = 0; leg < 2; leg++) {
                final int sign = pair.side1().sign() * (leg == 0 ? 1 : -1);
                quantity -= pair.instrument(leg).id() == instrumentId ? sign * pair.held(leg) : 0;
            }
        }
        return quantity;
    }

    private boolean isHeld(final int instrumentId) {
        for (final PairTrade pair : strategy.pairs()) {
            for (int leg = 0; leg < 2; leg++) {
                if (pair.instrument(leg).id() == instrumentId && pair.held(leg) != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private void checkHedged(final PairTrade pair) {
        final int id = pair.pairId();
        final double difference =
                Math.abs(share(pair.held(0), strategy.whole(pair, 0)) - share(pair.held(1), strategy.whole(pair, 1)));
        final double rounding = FEES + lots(pair, 0) + lots(pair, 1);
        if (pair.state() == PairState.FLAT || pair.state() == PairState.OPEN) {
            late[id] = difference <= rounding ? 0 : late[id];
            excused[id] &= difference > rounding;
        }
        final double part = 1.0 / Math.max(1, strategy.parts(pair));
        require(
                excused[id] || difference <= part + rounding + late[id],
                HEDGED,
                "pair " + id + ", " + pair.state() + ", holds " + pair.held(0) + " of " + strategy.whole(pair, 0)
                        + " and " + pair.held(1) + " of " + strategy.whole(pair, 1) + ", in parts: "
                        + strategy.parts(pair) + ", late: " + late[id]);
    }

    /** Parts are in whole lots. */
    private double lots(final PairTrade pair, final int leg) {
        return share(2 * pair.instrument(leg).definition().lotSize(), strategy.whole(pair, leg));
    }

    private static double share(final long quantity, final long whole) {
        return whole == 0 ? 0 : (double) quantity / whole;
    }

    /**
     * After every pair was told to leave, everything trades whose data is trusted, and time has passed. Where fees are taken of what is bought, one may be all of it, if
     * it is of the smallest unit: then what is short stays. What a thin book has not filled yet is on its way.
     */
    void checkLeft(final EngineCore core, final boolean feesInBase) {
        for (final PairTrade pair : strategy.pairs()) {
            boolean mayLeave = true;
            for (int leg = 0; leg < 2; leg++) {
                final Instrument instrument = pair.instrument(leg);
                mayLeave &= !(feesInBase && instrument.definition().lotSize() == 1)
                        && core.tradingStates().effective(TrialPlan.PAIRS_STRATEGY, instrument.id())
                                == TradingState.ACTIVE
                        && !distrusted[instrument.id()]
                        && !isWorking(core.orders(), instrument.id());
            }
            require(
                    !mayLeave || pair.state() == PairState.FLAT && isLessThanALot(pair, 0) && isLessThanALot(pair, 1),
                    LEFT,
                    "pair " + pair.pairId() + " in " + pair.instrument(0).symbol() + " and "
                            + pair.instrument(1).symbol() + " is " + pair.state() + " and holds " + pair.held(0)
                            + " and " + pair.held(1));
        }
    }

    private static boolean isWorking(final Orders orders, final int instrumentId) {
        for (int i = 0; i < orders.openCount(); i++) {
            if (isOurs(orders.openAt(i).strategyId()) && orders.openAt(i).instrumentId() == instrumentId) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLessThanALot(final PairTrade pair, final int leg) {
        return Math.abs(pair.held(leg)) < pair.instrument(leg).definition().lotSize();
    }
}
