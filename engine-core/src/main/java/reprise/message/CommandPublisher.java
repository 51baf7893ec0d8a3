package reprise.message;

import reprise.message.codec.CancelOrderEncoder;
import reprise.message.codec.OrderTypeCode;
import reprise.message.codec.QueryOrderEncoder;
import reprise.message.codec.ReplaceOrderEncoder;
import reprise.message.codec.RequestReconciliationEncoder;
import reprise.message.codec.SideCode;
import reprise.message.codec.SubmitCashOrderEncoder;
import reprise.message.codec.SubmitGroupEncoder;
import reprise.message.codec.SubmitOrderEncoder;
import reprise.message.codec.TimeInForceCode;
import reprise.order.GroupTerms;
import reprise.order.OrderTerms;
import reprise.time.EngineClock;

/** Turns what a core says into bytes in an {@link Outlet}, numbered 1, 2, 3, ..., stamped with the core's time and with the sequence
 * of the event that caused it. Single-threaded, owned by the core; allocates nothing. */
public final class CommandPublisher extends MoverPublisher implements EngineOutput {
    private final SubmitOrderEncoder submitOrder = new SubmitOrderEncoder();
    private final CancelOrderEncoder cancelOrder = new CancelOrderEncoder();
    private final ReplaceOrderEncoder replaceOrder = new ReplaceOrderEncoder();
    private final QueryOrderEncoder queryOrder = new QueryOrderEncoder();
    private final RequestReconciliationEncoder requestReconciliation = new RequestReconciliationEncoder();
    private final SubmitGroupEncoder submitGroup = new SubmitGroupEncoder();
    private final SubmitCashOrderEncoder submitCashOrder = new SubmitCashOrderEncoder();

    /**
     * A publisher of what a core says.
     *
     * @param outlet where it goes.
     * @param clock of the core, which stamps it.
     */
    public CommandPublisher(final Outlet outlet, final EngineClock clock) {
        super(outlet, clock);
    }

    @Override
    public void submitOrder(final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        final SideCode sideCode = SideCode.get((short) terms.side().ordinal());
        final OrderTypeCode orderTypeCode =
                OrderTypeCode.get((short) terms.type().ordinal());
        final TimeInForceCode timeInForceCode =
                TimeInForceCode.get((short) terms.timeInForce().ordinal());
        begin(submitOrder)
                .causeSequence(cause())
                .orderId(orderId)
                .instrumentId(instrumentId)
                .strategyId(strategyId)
                .side(sideCode)
                .orderType(orderTypeCode)
                .timeInForce(timeInForceCode)
                .quantity(terms.quantity())
                .limitPrice(terms.limitPrice())
                .stopPrice(terms.stopPrice())
                .trailDistance(terms.trailDistance())
                .entryOrderId(terms.entryOrderId());
        end(submitOrder);
    }

    @Override
    public void submitCashOrder(
            final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        final SideCode sideCode = SideCode.get((short) terms.side().ordinal());
        final OrderTypeCode orderTypeCode =
                OrderTypeCode.get((short) terms.type().ordinal());
        final TimeInForceCode timeInForceCode =
                TimeInForceCode.get((short) terms.timeInForce().ordinal());
        begin(submitCashOrder)
                .causeSequence(cause())
                .orderId(orderId)
                .cashOrderQty(terms.cashOrderQty())
                .quantity(terms.quantity())
                .entryOrderId(terms.entryOrderId())
                .instrumentId(instrumentId)
                .strategyId(strategyId)
                .side(sideCode)
                .orderType(orderTypeCode)
                .timeInForce(timeInForceCode);
        end(submitCashOrder);
    }

    @Override
    public void cancelOrder(final long orderId, final int instrumentId) {
        begin(cancelOrder).causeSequence(cause()).orderId(orderId).instrumentId(instrumentId);
        end(cancelOrder);
    }

    @Override
    public void replaceOrder(
            final long orderId,
            final int instrumentId,
            final int revision,
            final long quantity,
            final long limitPrice,
            final long stopPrice) {
        begin(replaceOrder)
                .causeSequence(cause())
                .orderId(orderId)
                .instrumentId(instrumentId)
                .revision(revision)
                .quantity(quantity)
                .limitPrice(limitPrice)
                .stopPrice(stopPrice);
        end(replaceOrder);
    }

    @Override
    public void queryOrder(final long orderId, final int instrumentId) {
        begin(queryOrder).causeSequence(cause()).orderId(orderId).instrumentId(instrumentId);
        end(queryOrder);
    }

    @Override
    public void requestReconciliation(final int venueId, final long sinceNs) {
        begin(requestReconciliation).causeSequence(cause()).sinceNs(sinceNs).venueId(venueId);
        end(requestReconciliation);
    }

    @Override
    public void submitGroup(final int instrumentId, final int strategyId, final GroupTerms group) {
        final OrderTerms entry = group.entry();
        final SideCode exitSide = SideCode.get((short) group.exitSide().ordinal());
        final OrderTypeCode entryType = OrderTypeCode.get((short) entry.type().ordinal());
        final TimeInForceCode timeInForce =
                TimeInForceCode.get((short) group.timeInForce().ordinal());
        begin(submitGroup)
                .causeSequence(cause())
                .firstOrderId(group.firstOrderId())
                .quantity(group.quantity())
                .entryLimitPrice(group.hasEntry() ? entry.limitPrice() : 0)
                .entryStopPrice(group.hasEntry() ? entry.stopPrice() : 0)
                .targetPrice(group.targetPrice())
                .stopPrice(group.stopPrice())
                .stopLimitPrice(group.stopLimitPrice())
                .closedOrderId(group.closedOrderId())
                .instrumentId(instrumentId)
                .strategyId(strategyId)
                .exitSide(exitSide)
                .timeInForce(timeInForce)
                .hasEntry((short) (group.hasEntry() ? 1 : 0))
                .entryType(group.hasEntry() ? entryType : OrderTypeCode.LIMIT);
        end(submitGroup);
    }
}
