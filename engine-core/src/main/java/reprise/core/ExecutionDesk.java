package reprise.core;

import reprise.market.Instrument;
import reprise.market.Instruments;
import reprise.message.EngineCommands;
import reprise.order.FeeAsset;
import reprise.order.Order;
import reprise.order.OrderState;
import reprise.order.Orders;
import reprise.order.RecentExecutions;
import reprise.portfolio.OrderFills;
import reprise.risk.StateCause;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;
import reprise.time.EngineClock;

/**
 * Books fills and takes them back, each once, by execution id. A fill that is taken back before it came is never booked; either way the
 * books end equal. Owned by the core; allocates nothing; part of replayed state.
 */
final class ExecutionDesk implements Snapshotable {
    private final EngineClock clock;
    private final Instruments instruments;
    private final Orders orders;
    private final OrderFills booking;
    private final EngineCore core;
    private final OrderNews news;
    private final EngineCommands commands;
    private final RecentExecutions fills;
    private final RecentExecutions busts;
    private long repeated;

    ExecutionDesk(
            final EngineClock clock,
            final Instruments instruments,
            final CoreBooks books,
            final EngineCore core,
            final OrderNews news,
            final EngineCommands commands,
            final int executionsRemembered) {
        this.clock = clock;
        this.instruments = instruments;
        this.orders = books.orders();
        this.booking = new OrderFills(books.portfolio());
        this.core = core;
        this.news = news;
        this.commands = commands;
        fills = new RecentExecutions(executionsRemembered);
        busts = new RecentExecutions(executionsRemembered);
    }

    /** A fill; complete if the venue says that it is done with the order. */
    void onFill(
            final long orderId,
            final long executionId,
            final long price,
            final long quantity,
            final long fee,
            final FeeAsset feeAsset,
            final boolean complete) {
        if (!fills.add(orderId, executionId)) {
            repeated++;
            return;
        }
        final Order order = orders.find(orderId);
        if (order == null || price <= 0 || quantity <= 0) {
            core.halt(StateCause.VENUE_REPORT);
            return;
        }
        final boolean isSurprise = order.state() == OrderState.HELD || order.state() == OrderState.REJECTED;
        final Instrument instrument = instruments.get(order.instrumentId());
        final long notional = instrument.notional(price, quantity);
        final long feeMoney = OrderFills.inMoney(instrument, price, fee, feeAsset);
        orders.fill(order, quantity, notional, feeMoney);
        booking.fill(order, price, quantity, fee, feeAsset);
        booked(order, price, booking.bookedQuantity());
        core.intents().onPaidFill(order, price, booking.bookedQuantity(), feeMoney);
        if (order.isOverfilled()) {
            core.halt(StateCause.VENUE_REPORT);
        }
        if (isSurprise || complete && isLessThanDone(order)) {
            // Venue and core do not see the same: ask, never guess.
            core.reconciliation().request(instrument.definition().venueId());
        }
        news.tell(order);
        core.observer().onFill(order, price, quantity, feeMoney, clock.timeNs());
        core.observer().onOrder(order, clock.timeNs());
    }

    private static boolean isLessThanDone(final Order order) {
        return order.isOpen() && (order.leavesQuantity() > 0 || order.isQuantityEstimated());
    }

    private void booked(final Order order, final long price, final long quantity) {
        core.groups().onFill(order, quantity);
        core.supervision().onFill(order, price, quantity);
        core.intents().onFill(order, price, quantity);
    }

    /** A fill is taken back at the price and for the fee that it had. One that was never seen halts trading: something was missed. */
    void onBust(
            final long orderId,
            final long executionId,
            final long price,
            final long quantity,
            final long fee,
            final FeeAsset feeAsset) {
        if (!busts.add(orderId, executionId)) {
            repeated++;
            return;
        }
        final boolean wasBooked = !fills.add(orderId, executionId);
        final Order order = orders.find(orderId);
        final boolean isPossible =
                order != null && price > 0 && quantity > 0 && (!wasBooked || quantity <= order.filledQuantity());
        if (!wasBooked || !isPossible) {
            core.halt(StateCause.VENUE_REPORT);
        }
        if (!isPossible) {
            return;
        }
        final Instrument instrument = instruments.get(order.instrumentId());
        final long feeMoney = OrderFills.inMoney(instrument, price, fee, feeAsset);
        orders.bust(order, quantity, instrument.notional(price, quantity), feeMoney, wasBooked);
        if (wasBooked) {
            booking.bust(order, price, quantity, fee, feeAsset);
            booked(order, price, -booking.bookedQuantity());
            core.intents().onPaidFill(order, price, -booking.bookedQuantity(), feeMoney);
            core.observer().onBust(order, price, quantity, feeMoney, clock.timeNs());
        }
        news.tellAll(order);
    }

    @Override
    public void exchange(final StateExchange state) {
        state.section("executions", 0);
        repeated = state.field("repeated", repeated);
        fills.exchange(state);
        state.section("busts", 0);
        busts.exchange(state);
    }
}
