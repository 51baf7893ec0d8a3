package reprise.core;

import reprise.execution.OrderEntry;
import reprise.market.Instrument;
import reprise.market.InstrumentStatus;
import reprise.order.Order;
import reprise.order.OrderPurpose;
import reprise.order.OrderRequest;
import reprise.order.Orders;
import reprise.order.RejectReason;
import reprise.risk.TradingState;
import reprise.risk.TradingStates;

/**
 * One pair's way to the order desk. An order that leaves by it says for ever whose it is, so that a fill finds its pair however late it comes.
 * What a liquidation closes, or an exit plan, is left to them. Holds no state.
 */
final class PairEntry implements OrderEntry {
    private final int pairId;
    private final Orders orders;
    private final OrderDesk desk;
    private final Liquidation liquidation;
    private final ExitDesk exits;
    private final TradingStates states;

    PairEntry(
            final int pairId,
            final CoreBooks books,
            final OrderDesk desk,
            final Liquidation liquidation,
            final ExitDesk exits) {
        this.pairId = pairId;
        this.orders = books.orders();
        this.desk = desk;
        this.liquidation = liquidation;
        this.exits = exits;
        this.states = books.gate().states();
    }

    /** The pair of its strategy that an order is of; 0 for none. Groups of other kinds have numbers above 0. */
    static int pairId(final Order order) {
        return (int) Math.max(-order.group(), 0);
    }

    private boolean isReserved(final int strategyId, final OrderRequest request) {
        return liquidation.isClosing(strategyId, request.instrument().id()) || exits.overlaps(strategyId, request);
    }

    @Override
    public RejectReason check(final int strategyId, final OrderRequest request) {
        return isReserved(strategyId, request) ? RejectReason.REDUCE_ONLY : desk.check(strategyId, request);
    }

    @Override
    public RejectReason submit(final int strategyId, final OrderRequest request) {
        if (isReserved(strategyId, request)) {
            return desk.refuse(strategyId, request, RejectReason.REDUCE_ONLY);
        }
        final RejectReason reason = desk.submit(strategyId, request, OrderPurpose.EXECUTION);
        if (reason == RejectReason.NONE) {
            orders.join(orders.find(request.orderId()), -pairId);
        }
        return reason;
    }

    @Override
    public RejectReason cancel(final long orderId) {
        return desk.cancel(orders.find(orderId));
    }

    @Override
    public RejectReason replace(final long orderId, final long quantity, final long limitPrice) {
        return desk.replace(orders.find(orderId), quantity, limitPrice, 0);
    }

    /** Nothing is gained by asking while a market is shut: tries that fail come later and later, and the market may open before the next. */
    @Override
    public boolean isOpenForBusiness(final int strategyId, final Instrument instrument) {
        final InstrumentStatus status = instrument.status();
        return (status == InstrumentStatus.TRADING || status == InstrumentStatus.AUCTION)
                && desk.isOpenForBusiness(instrument)
                && states.effective(strategyId, instrument.id()) != TradingState.HALTED;
    }
}
