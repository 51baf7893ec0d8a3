package reprise.core;

import java.util.Arrays;
import java.util.BitSet;
import reprise.execution.OrderEntry;
import reprise.market.Instrument;
import reprise.market.Instruments;
import reprise.message.EngineDecisions;
import reprise.order.Order;
import reprise.order.OrderPurpose;
import reprise.order.OrderRequest;
import reprise.order.OrderState;
import reprise.order.OrderType;
import reprise.order.Orders;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.portfolio.Portfolio;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;
import reprise.time.EngineClock;

/**
 * The execution algorithms' place in the core: owns one lane for each book that a strategy ever wanted a position in, gives it what venues
 * and markets say, and is its way to the order desk. Their decisions go on record. An event costs the lanes that it concerns, however many
 * there are. Owned by the core; allocates only with the first wish for a book; part of replayed state.
 */
final class AlgorithmDesk implements OrderEntry, Snapshotable {
    private static final long NEVER = Long.MAX_VALUE;
    private static final ExecutionLane[] NO_LANES = {};

    private final EngineClock clock;
    private final Instruments instruments;
    private final Portfolio portfolio;
    private final Orders orders;
    private final OrderDesk desk;
    private final Liquidation liquidation;
    private final IntentPolicy policy;
    private final ExecutionLane.Services services;
    private final ExecutionLane[][] byStrategy;
    private ExecutionLane[] lanes = NO_LANES;
    private ExecutionLane[][] byInstrument = {};
    private final BitSet timed = new BitSet();
    private final BitSet wanted = new BitSet();
    private long deadlineNs = NEVER;
    private boolean isDeadlineKnown = true;

    AlgorithmDesk(
            final EngineClock clock,
            final CoreBooks books,
            final Supervision.Parts parts,
            final IntentPolicy policy,
            final EngineDecisions decisions) {
        this.clock = clock;
        this.instruments = parts.instruments();
        this.portfolio = books.portfolio();
        this.orders = books.orders();
        this.desk = parts.desk();
        this.liquidation = parts.liquidation();
        this.policy = policy;
        this.services = new ExecutionLane.Services(this, new Closable(instruments, books), decisions::executionDecided);
        byStrategy = new ExecutionLane[portfolio.bookCount()][0];
    }

    /** From now on a strategy wants this position; its style of execution brings it there. */
    RejectReason target(final int strategyId, final Instrument instrument, final long signedQuantity) {
        return target(strategyId, instrument, signedQuantity, 0, 0);
    }

    /** The same; to open so much of it, an amount of money may be ordered instead. */
    RejectReason target(
            final int strategyId,
            final Instrument instrument,
            final long signedQuantity,
            final long amount,
            final long amountQuantity) {
        if (liquidation.isClosing(strategyId, instrument.id())) {
            return RejectReason.REDUCE_ONLY;
        }
        final ExecutionLane lane = openLane(strategyId, instrument);
        lane.onCash(cash(lane));
        final boolean byAmount = signedQuantity > 0 && instrument.definition().takesAmounts();
        lane.target(signedQuantity, byAmount ? amount : 0, amountQuantity, clock.timeNs());
        touched(lane);
        return RejectReason.NONE;
    }

    /** Whether just that amount is being bought: it comes to another quantity at every price, and is the same wish all the same. */
    boolean isUnderWay(final int strategyId, final int instrumentId, final long signedAmount) {
        final ExecutionLane lane = lane(strategyId, instrumentId);
        return lane != null && lane.isBuyingFor(signedAmount);
    }

    private ExecutionLane openLane(final int strategyId, final Instrument instrument) {
        final int instrumentId = instrument.id();
        if (instrumentId >= byStrategy[strategyId].length) {
            byStrategy[strategyId] = Arrays.copyOf(byStrategy[strategyId], instrumentId + 1);
        }
        ExecutionLane lane = byStrategy[strategyId][instrumentId];
        if (lane == null) {
            lane = new ExecutionLane(
                    lanes.length,
                    strategyId,
                    instrument,
                    portfolio.book(strategyId, instrumentId),
                    policy.execution(strategyId),
                    services);
            byStrategy[strategyId][instrumentId] = lane;
            lanes = with(lanes, lane);
            if (instrumentId >= byInstrument.length) {
                final int before = byInstrument.length;
                byInstrument = Arrays.copyOf(byInstrument, instruments.count());
                Arrays.fill(byInstrument, before, byInstrument.length, NO_LANES);
            }
            byInstrument[instrumentId] = with(byInstrument[instrumentId], lane);
        }
        return lane;
    }

    private static ExecutionLane[] with(final ExecutionLane[] some, final ExecutionLane lane) {
        final ExecutionLane[] all = Arrays.copyOf(some, some.length + 1);
        all[some.length] = lane;
        return all;
    }

    /** Something came to a lane: when it must be looked at again, and whether it wants anything, may have changed. */
    private void touched(final ExecutionLane lane) {
        note(lane);
        isDeadlineKnown = false;
        clock.alarmNext();
    }

    private void note(final ExecutionLane lane) {
        timed.set(lane.index(), lane.algorithm().nextDeadlineNs() != NEVER);
        wanted.set(lane.index(), lane.isWanted());
    }

    /** The instruments of which some book is to hold something. */
    void addWantedInstruments(final BitSet set) {
        for (int i = wanted.nextSetBit(0); i >= 0; i = wanted.nextSetBit(i + 1)) {
            set.set(lanes[i].instrument().id());
        }
    }

    private ExecutionLane lane(final int strategyId, final int instrumentId) {
        final ExecutionLane[] own = byStrategy[strategyId];
        return instrumentId < own.length ? own[instrumentId] : null;
    }

    /** What a book will hold if nothing comes in between. */
    long expected(final int strategyId, final int instrumentId) {
        final ExecutionLane lane = lane(strategyId, instrumentId);
        return lane == null ? portfolio.book(strategyId, instrumentId).quantity() : lane.expected();
    }

    /** Nothing is wanted any more where both match; {@link OrderDesk#ANY} matches all. */
    void abandon(final int strategyId, final int instrumentId) {
        for (final ExecutionLane lane : lanes) {
            if ((strategyId == OrderDesk.ANY || lane.strategyId() == strategyId)
                    && (instrumentId == OrderDesk.ANY || lane.instrument().id() == instrumentId)) {
                lane.abandon(clock.timeNs());
                touched(lane);
            }
        }
    }

    /** Cash of the quote currency that no other order has reserved. */
    private long cash(final ExecutionLane lane) {
        final int currencyId = portfolio.currencyId(lane.instrument().id());
        long cash = portfolio.valuation().ledger(currencyId).cash();
        for (int i = 0; i < orders.openCount(); i++) {
            final Order order = orders.openAt(i);
            final boolean isOwn = order.strategyId() == lane.strategyId()
                    && order.instrumentId() == lane.instrument().id();
            if (order.side() == Side.BUY && !isOwn && portfolio.currencyId(order.instrumentId()) == currencyId) {
                cash -= order.exposedValue();
            }
        }
        return cash;
    }

    /** The market of an instrument moved; so much was traded since it did last, as far as is known. */
    void onMarket(final Instrument instrument, final long volume) {
        if (instrument.id() >= byInstrument.length) {
            return;
        }
        for (final ExecutionLane lane : byInstrument[instrument.id()]) {
            if (lane.policy().style() == ExecutionStyle.LIMIT) {
                lane.onCash(cash(lane));
            }
            lane.onMarket(volume, clock.timeNs());
            touched(lane);
        }
    }

    /** A fill was booked. */
    void onFill(final Order order, final long price, final long quantity) {
        final ExecutionLane lane = laneOf(order);
        if (lane != null && quantity > 0) {
            final long nowNs = clock.timeNs();
            lane.algorithm().onOrderFilled(order.orderId(), price, quantity, order.filledQuantity(), nowNs);
            touched(lane);
        }
    }

    /** An order changed in any way, after its fill was told. */
    void onOrder(final Order order) {
        final ExecutionLane lane = laneOf(order);
        if (lane == null) {
            return;
        }
        final long nowNs = clock.timeNs();
        final OrderState state = order.state();
        if (!order.isOpen()) {
            lane.algorithm().onOrderEnded(order.orderId(), state, nowNs);
        } else if (state == OrderState.UNKNOWN) {
            lane.algorithm().onOrderUnknown(order.orderId(), nowNs);
        } else if (state == OrderState.NEW || state == OrderState.PARTIALLY_FILLED) {
            lane.algorithm().onOrderWorking(order.orderId(), order.quantity(), order.limitPrice(), nowNs);
        }
        lane.proceed(nowNs);
        touched(lane);
    }

    private ExecutionLane laneOf(final Order order) {
        return order.isByOperator() ? null : lane(order.strategyId(), order.instrumentId());
    }

    long nextDeadlineNs() {
        if (!isDeadlineKnown) {
            deadlineNs = NEVER;
            for (int i = timed.nextSetBit(0); i >= 0; i = timed.nextSetBit(i + 1)) {
                deadlineNs = Math.min(deadlineNs, lanes[i].algorithm().nextDeadlineNs());
            }
            isDeadlineKnown = true;
        }
        return deadlineNs;
    }

    /** What is due is done once; what stays due after that waits for the market. */
    void onTimer(final long timeNs) {
        long next = NEVER;
        for (int i = timed.nextSetBit(0); i >= 0; i = timed.nextSetBit(i + 1)) {
            final ExecutionLane lane = lanes[i];
            if (lane.algorithm().nextDeadlineNs() <= timeNs) {
                lane.onCash(cash(lane));
                lane.algorithm().onTimer(timeNs);
                lane.proceed(timeNs);
                touched(lane);
            }
            final long later = lane.algorithm().nextDeadlineNs();
            next = later > timeNs ? Math.min(next, later) : next;
        }
        deadlineNs = next;
        isDeadlineKnown = true;
    }

    @Override
    public RejectReason check(final int strategyId, final OrderRequest request) {
        return liquidation.isClosing(strategyId, request.instrument().id())
                ? RejectReason.REDUCE_ONLY
                : desk.check(strategyId, request);
    }

    @Override
    public RejectReason submit(final int strategyId, final OrderRequest request) {
        if (liquidation.isClosing(strategyId, request.instrument().id())) {
            return desk.refuse(strategyId, request, RejectReason.REDUCE_ONLY);
        }
        final TimeInForce timeInForce = policy.execution(strategyId).timeInForce();
        if (request.type() == OrderType.LIMIT && request.timeInForce() != timeInForce) {
            request.limit(request.instrument(), request.side(), request.quantity(), request.limitPrice(), timeInForce);
        }
        return desk.submit(strategyId, request, OrderPurpose.EXECUTION);
    }

    @Override
    public RejectReason cancel(final long orderId) {
        return desk.cancel(orders.find(orderId));
    }

    @Override
    public RejectReason replace(final long orderId, final long quantity, final long limitPrice) {
        return desk.replace(orders.find(orderId), quantity, limitPrice, 0);
    }

    @Override
    public void exchange(final StateExchange state) {
        final int count = state.count("executionLanes", lanes.length, Integer.MAX_VALUE);
        deadlineNs = state.field("deadlineNs", nextDeadlineNs());
        isDeadlineKnown = true;
        for (int i = 0; i < count; i++) {
            final ExecutionLane present = state.isRestoring() ? null : lanes[i];
            final int instrumentId = (int) state.key(
                    "executionLane", present == null ? 0 : present.instrument().id());
            final int strategyId = state.field("strategyId", present == null ? 0 : present.strategyId());
            final ExecutionLane lane = openLane(strategyId, instruments.get(instrumentId));
            lane.exchange(state);
            note(lane);
        }
    }
}
