package reprise.strategies;

import reprise.market.Instrument;
import reprise.order.Order;
import reprise.order.OrderIds;
import reprise.order.OrderRequest;
import reprise.order.OrderState;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.portfolio.Position;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;
import reprise.strategy.StrategyContext;

/**
 * Brings a strategy's position in one instrument to the direction that it wants, by market orders. Never more than one order is open:
 *
 * <pre>
 *   entry open     being left: cancel it and wait for its end; else wait
 *   exit open      wait
 *   position held  being left: close exactly what is held; else hold, never add
 *   flat           enter, if the last bar said so
 * </pre>
 *
 * <p>Where entries are brackets, their stop and target rest while the position is held. To leave it otherwise, the taker first
 * takes both back, since together with its own order they would sell too much.
 *
 * <p>The table is consulted once a bar, and again whenever an order changed, so that what fills while or after an entry is cancelled is
 * closed too: leaving goes on until the next entry. Whatever was refused or rejected, or ended by somebody else, is tried again on the next
 * bar at the earliest, because trying at once could go round for ever.
 *
 * <p>Single-threaded, owned by its strategy; allocates nothing after construction; part of replayed state.
 */
final class PositionTaker implements Snapshotable {
    private final StrategyContext context;
    private final Instrument instrument;
    private final Position position;
    private final long orderNotional;
    private final BracketShares bracket;
    private final OrderRequest request = new OrderRequest();
    private long entryOrderId = OrderIds.NULL_ORDER_ID;
    private long exitOrderId = OrderIds.NULL_ORDER_ID;
    private long legOrderId = OrderIds.NULL_ORDER_ID;
    private long otherLegOrderId = OrderIds.NULL_ORDER_ID;
    private Direction entry = Direction.FLAT;
    private boolean leaving;
    private boolean cancelAsked;
    private boolean exitFailed;

    /**
     * A taker with nothing to do.
     *
     * @param context of the strategy.
     * @param instrument to trade.
     * @param orderNotional the most that an entry may be worth, in money units.
     */
    PositionTaker(final StrategyContext context, final Instrument instrument, final long orderNotional) {
        this(context, instrument, orderNotional, BracketShares.NONE);
    }

    /** The same, whose entries are brackets. */
    PositionTaker(
            final StrategyContext context,
            final Instrument instrument,
            final long orderNotional,
            final BracketShares bracket) {
        this.context = context;
        this.instrument = instrument;
        this.position = context.position(instrument);
        this.orderNotional = orderNotional;
        this.bracket = bracket;
    }

    /** The direction that is held or being entered; FLAT while one is being left. */
    Direction direction() {
        if (leaving) {
            return Direction.FLAT;
        }
        // The entry first: a late fill of an older order may stand against it, and the entry settles that.
        return isOpen(entryOrderId)
                ? Direction.of(context.order(entryOrderId).side())
                : Direction.of(position.quantity());
    }

    /** A bar closed, and this is the direction to hold from now on; called once a bar. */
    void pursue(final Direction wanted) {
        final Direction direction = direction();
        if (direction != Direction.FLAT && wanted != direction) {
            leaving = true;
        }
        entry = wanted == direction ? Direction.FLAT : wanted;
        cancelAsked = false;
        exitFailed = false;
        proceed();
    }

    /** An order of the strategy changed. */
    void onOrder(final Order order) {
        final boolean endedUnfilled = !order.isOpen() && order.state() != OrderState.FILLED;
        if (order.orderId() == exitOrderId && endedUnfilled) {
            exitFailed = true;
        }
        if (bracket.isSet() && order.isOpen() && order.terms().entryOrderId() == entryOrderId) {
            remember(order.orderId());
        }
        proceed();
    }

    /** A stop or target of the bracket; of each there is one that is open. */
    private void remember(final long orderId) {
        if (orderId == legOrderId || orderId == otherLegOrderId) {
            return;
        }
        if (isOpen(legOrderId)) {
            otherLegOrderId = orderId;
        } else {
            legOrderId = orderId;
        }
    }

    private void proceed() {
        if (isOpen(entryOrderId)) {
            if (leaving && !cancelAsked) {
                cancelAsked = true;
                context.cancel(entryOrderId);
            }
        } else if (!isOpen(exitOrderId)) {
            closeOrEnter();
        }
    }

    private void closeOrEnter() {
        if (!position.isFlat()) {
            if (leaving && !exitFailed && !withdrawLegs()) {
                close();
            }
        } else if (entry != Direction.FLAT) {
            enter();
        }
    }

    /** What rests for the position is sold already, as a venue sees it. Returns whether any of it is still open; its end is told. */
    private boolean withdrawLegs() {
        final boolean open = isOpen(legOrderId) || isOpen(otherLegOrderId);
        if (open && !cancelAsked) {
            cancelAsked = true;
            context.cancel(legOrderId);
            context.cancel(otherLegOrderId);
        }
        return open;
    }

    private void close() {
        final Side side = Direction.of(position.quantity()).openingSide().opposite();
        request.market(instrument, side, Math.abs(position.quantity()), TimeInForce.GTC);
        if (bracket.isSet()) {
            // So that the engine takes back what still rests for the entry.
            request.closing(entryOrderId);
        }
        if (context.submit(request) == RejectReason.NONE) {
            exitOrderId = request.orderId();
        } else {
            exitFailed = true;
        }
    }

    private void enter() {
        final Side side = entry.openingSide();
        // One try a decision, whatever comes of it.
        entry = Direction.FLAT;
        final long price = instrument.markPrice();
        final long quantity = price > 0 ? instrument.quantityFor(orderNotional, price) : 0;
        if (quantity > 0 && submitEntry(side, quantity, price)) {
            entryOrderId = request.orderId();
            leaving = false;
        }
    }

    private boolean submitEntry(final Side side, final long quantity, final long price) {
        if (!bracket.isSet()) {
            request.marketFor(instrument, side, orderNotional, TimeInForce.GTC);
            return context.submit(request) == RejectReason.NONE;
        }
        // All orders of a bracket are of one quantity.
        request.market(instrument, side, quantity, TimeInForce.GTC);
        return context.submitBracket(
                        request,
                        bracket.stopPrice(instrument, side, price),
                        bracket.targetPrice(instrument, side, price))
                == RejectReason.NONE;
    }

    private boolean isOpen(final long orderId) {
        final Order order = orderId == OrderIds.NULL_ORDER_ID ? null : context.order(orderId);
        return order != null && order.isOpen();
    }

    @Override
    public void exchange(final StateExchange state) {
        state.section("positionTaker", instrument.id());
        entryOrderId = state.field("entryOrderId", entryOrderId);
        exitOrderId = state.field("exitOrderId", exitOrderId);
        legOrderId = state.field("legOrderId", legOrderId);
        otherLegOrderId = state.field("otherLegOrderId", otherLegOrderId);
        entry = state.field("entry", entry, Direction::valueOf);
        leaving = state.field("leaving", leaving);
        cancelAsked = state.field("cancelAsked", cancelAsked);
        exitFailed = state.field("exitFailed", exitFailed);
    }
}
