package reprise.core;

import java.util.Arrays;
import reprise.execution.PairAction;
import reprise.execution.PairReason;
import reprise.execution.PairSettings;
import reprise.execution.PairState;
import reprise.market.Instrument;
import reprise.market.SplitRatio;
import reprise.message.EngineDecisions;
import reprise.order.Order;
import reprise.order.OrderPurpose;
import reprise.order.OrderState;
import reprise.portfolio.Portfolio;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;
import reprise.strategy.PairTrade;
import reprise.time.EngineClock;

/**
 * The pairs' place in the core: owns those that strategies named, and gives each what venues and markets say of its own orders. What somebody else closes of a strategy's book, the operator, the risk monitor or an exit plan, is taken from the pairs that
 * hold it, in their order; while a liquidation closes a book, its pairs send nothing for it. Owned by the core; allocates only when a pair is
 * named; part of replayed state.
 */
final class PairDesk implements Snapshotable {
    private static final long NEVER = Long.MAX_VALUE;
    private static final PairLane[] NO_LANES = {};

    private final EngineClock clock;
    private final Portfolio portfolio;
    private final CoreBooks books;
    private final OrderDesk desk;
    private final Liquidation liquidation;
    private final ExitDesk exits;
    private final EngineDecisions decisions;
    private final CoreObserver observer;
    private final PairNews news;
    private final Leftovers leftovers;
    private PairLane[] lanes = NO_LANES;
    private PairLane[][] byInstrument = {};
    private long deadlineNs = NEVER;
    private boolean isDeadlineKnown = true;
    private boolean isAnyTaken;

    PairDesk(
            final EngineClock clock,
            final CoreBooks books,
            final Supervision.Parts parts,
            final ExitDesk exits,
            final EngineDecisions decisions,
            final CoreObserver observer,
            final Leftovers leftovers) {
        this.clock = clock;
        this.portfolio = books.portfolio();
        this.books = books;
        this.desk = parts.desk();
        this.liquidation = parts.liquidation();
        this.exits = exits;
        this.decisions = decisions;
        this.observer = observer;
        this.leftovers = leftovers;
        news = new PairNews(observer, clock, leftovers);
    }

    EngineDecisions decisions() {
        return decisions;
    }

    CoreObserver observer() {
        return observer;
    }

    /** A strategy names its next pair. */
    PairTrade name(
            final StrategyHost host, final Instrument first, final Instrument second, final PairSettings settings) {
        if (first == second) {
            throw new IllegalArgumentException(
                    "the legs of a pair are two instruments: " + first.symbol() + ", strategyId=" + host.strategyId());
        }
        final int pairId = 1 + countOf(host);
        final PairEntry entry = new PairEntry(pairId, books, desk, liquidation, exits);
        final PairLane lane =
                new PairLane(host, pairId, new Instrument[] {first, second}, settings, entry, this, clock);
        lanes = Arrays.copyOf(lanes, lanes.length + 1);
        lanes[lanes.length - 1] = lane;
        addTo(first.id(), lane);
        addTo(second.id(), lane);
        return lane;
    }

    private void addTo(final int instrumentId, final PairLane lane) {
        if (instrumentId >= byInstrument.length) {
            final int before = byInstrument.length;
            byInstrument = Arrays.copyOf(byInstrument, instrumentId + 1);
            Arrays.fill(byInstrument, before, byInstrument.length, NO_LANES);
        }
        final PairLane[] present = byInstrument[instrumentId];
        byInstrument[instrumentId] = Arrays.copyOf(present, present.length + 1);
        byInstrument[instrumentId][present.length] = lane;
    }

    private int countOf(final StrategyHost host) {
        int named = 0;
        for (final PairLane lane : lanes) {
            named += lane.host() == host ? 1 : 0;
        }
        return named;
    }

    private PairLane[] lanesOf(final int instrumentId) {
        return instrumentId < byInstrument.length ? byInstrument[instrumentId] : NO_LANES;
    }

    /** Something about a pair may have changed, and with it when it must be looked at again. */
    void changed() {
        isDeadlineKnown = false;
        clock.alarmNext();
    }

    void later(final PairLane lane, final PairState from, final PairState to, final PairReason reason) {
        news.later(lane, from, to, reason);
    }

    /** The strategy may trade from now on, or may not any more. */
    void onTrading(final int strategyId, final boolean isTrading) {
        for (final PairLane lane : lanes) {
            if (lane.strategyId() == strategyId) {
                lane.onTrading(isTrading);
                changed();
            }
        }
    }

    /** The operator wants something of a pair, or of all of a strategy. */
    void act(final int strategyId, final int pairId, final PairAction action) {
        for (final PairLane lane : lanes) {
            if (lane.strategyId() == strategyId && (pairId == 0 || lane.pairId() == pairId)) {
                lane.act(action);
            }
        }
    }

    /** The market of an instrument moved. */
    void onMarket(final Instrument instrument) {
        for (final PairLane lane : lanesOf(instrument.id())) {
            if (!lane.executor().isQuiet()) {
                lane.executor().onMarket(clock.timeNs());
                changed();
            }
        }
    }

    /** A fill was booked; a negative quantity takes one back. */
    void onFill(final Order order, final long price, final long quantity, final long fee) {
        final PairLane owner = ownerOf(order);
        if (owner != null) {
            owner.onFill(order, price, quantity, fee);
            changed();
        } else if (isByOthers(order.purpose())) {
            onOthersFill(order, price, order.side().sign() * quantity);
        }
    }

    private void onOthersFill(final Order order, final long price, final long signedQuantity) {
        long rest = signedQuantity;
        for (final PairLane lane : lanesOf(order.instrumentId())) {
            if (rest != 0 && lane.strategyId() == order.strategyId()) {
                rest -= lane.onOthersTrade(order.instrumentId(), price, rest);
                changed();
            }
        }
    }

    /** Whether an order trades what pairs hold without being theirs; what a strategy orders itself is its own business. */
    private static boolean isByOthers(final OrderPurpose purpose) {
        return switch (purpose) {
            case STRATEGY, EXECUTION, BRACKET_STOP, BRACKET_TARGET, GROUP_EXCESS -> false;
            default -> true;
        };
    }

    private PairLane ownerOf(final Order order) {
        final int pairId = PairEntry.pairId(order);
        for (final PairLane lane : lanesOf(order.instrumentId())) {
            if (lane.strategyId() == order.strategyId() && lane.pairId() == pairId) {
                return lane;
            }
        }
        return null;
    }

    /** An order changed in any way, after its fill was told. */
    void onOrder(final Order order) {
        final PairLane owner = ownerOf(order);
        if (owner == null) {
            return;
        }
        final long nowNs = clock.timeNs();
        final OrderState state = order.state();
        if (!order.isOpen()) {
            owner.executor().onOrderEnded(order.orderId(), nowNs);
        } else if (state == OrderState.UNKNOWN) {
            owner.executor().onOrderUnknown(order.orderId());
        } else if (state == OrderState.NEW || state == OrderState.PARTIALLY_FILLED) {
            owner.executor().onOrderWorking(order.orderId(), order.quantity(), order.limitPrice(), nowNs);
        }
        changed();
    }

    /** A liquidation begins to close a book, or {@link OrderDesk#ANY}, in an instrument. */
    void onTaken(final int book, final int instrumentId) {
        for (final PairLane lane : lanesOf(instrumentId)) {
            if (book == OrderDesk.ANY || lane.strategyId() == book) {
                lane.onLegTaken(instrumentId);
                taken();
                changed();
            }
        }
    }

    private void taken() {
        isAnyTaken = true;
        leftovers.add();
    }

    /** All that came with an event has come: books that were closed by others are given back, strategies are told. */
    void settle() {
        if (isAnyTaken) {
            isAnyTaken = false;
            for (final PairLane lane : lanes) {
                if (lane.isTaken()) {
                    giveBack(lane, 0);
                    giveBack(lane, 1);
                    if (lane.isTaken()) {
                        taken();
                    }
                }
            }
        }
        news.tell();
    }

    private void giveBack(final PairLane lane, final int leg) {
        final Instrument instrument = lane.instrument(leg);
        if (lane.isTaken(leg) && !liquidation.isClosing(lane.strategyId(), instrument.id())) {
            final long held =
                    Math.abs(portfolio.book(lane.strategyId(), instrument.id()).quantity());
            lane.onLegGivenBack(leg, held < instrument.definition().lotSize());
            changed();
        }
    }

    void onSplit(final int instrumentId, final SplitRatio ratio) {
        for (final PairLane lane : lanesOf(instrumentId)) {
            lane.executor().onSplit(instrumentId, ratio);
        }
    }

    long nextDeadlineNs() {
        if (!isDeadlineKnown) {
            deadlineNs = NEVER;
            for (final PairLane lane : lanes) {
                deadlineNs = Math.min(deadlineNs, lane.executor().nextDeadlineNs());
            }
            isDeadlineKnown = true;
        }
        return deadlineNs;
    }

    /** What is due is done once; what stays due after that waits for the market. */
    void onTimer(final long timeNs) {
        long next = NEVER;
        for (final PairLane lane : lanes) {
            if (lane.executor().nextDeadlineNs() <= timeNs) {
                lane.executor().onTimer(timeNs);
            }
            final long later = lane.executor().nextDeadlineNs();
            next = later > timeNs ? Math.min(next, later) : next;
        }
        deadlineNs = next;
        isDeadlineKnown = true;
    }

    /** Comes after the strategies', which name their pairs again when they are restored. */
    @Override
    public void exchange(final StateExchange state) {
        if (lanes.length > 0) {
            state.section("pairs", lanes.length);
            for (final PairLane lane : lanes) {
                lane.exchange(state);
                isAnyTaken |= lane.isTaken();
            }
            // Not worked out anew: what was due and waits for the market would be due again.
            deadlineNs = state.field("pairDeadlineNs", deadlineNs);
            isDeadlineKnown = state.field("pairDeadlineKnown", isDeadlineKnown);
        }
    }
}
