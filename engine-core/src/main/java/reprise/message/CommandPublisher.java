package reprise.message;

import org.agrona.sbe.MessageEncoderFlyweight;
import reprise.message.codec.CancelOrderEncoder;
import reprise.message.codec.MessageHeaderEncoder;
import reprise.message.codec.OrderTypeCode;
import reprise.message.codec.ReplaceOrderEncoder;
import reprise.message.codec.RequestReconciliationEncoder;
import reprise.message.codec.SideCode;
import reprise.message.codec.SubmitOrderEncoder;
import reprise.message.codec.TimeInForceCode;
import reprise.order.OrderType;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.time.EngineClock;

/**
 * Turns a command of the core into bytes in an {@link Outlet}, numbered 1, 2, 3, ..., stamped with the core's time and with the sequence
 * of the event that caused it. Single-threaded, owned by the core; allocates nothing.
 */
public final class CommandPublisher implements EngineCommands {
    private final Outlet outlet;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final SubmitOrderEncoder submitOrder = new SubmitOrderEncoder();
    private final CancelOrderEncoder cancelOrder = new CancelOrderEncoder();
    private final ReplaceOrderEncoder replaceOrder = new ReplaceOrderEncoder();
    private final RequestReconciliationEncoder requestReconciliation = new RequestReconciliationEncoder();
    private final EngineClock clock;
    private long sequence;

    /**
     * A publisher of the commands that a core decides.
     *
     * @param outlet where commands go.
     * @param clock of the core, which stamps them.
     */
    public CommandPublisher(final Outlet outlet, final EngineClock clock) {
        this.outlet = outlet;
        this.clock = clock;
    }

    /**
     * How many commands were published.
     *
     * @return count, which is the sequence of the last one.
     */
    public long sequence() {
        return sequence;
    }

    @Override
    public void submitOrder(
            final long orderId,
            final int instrumentId,
            final int strategyId,
            final Side side,
            final OrderType orderType,
            final TimeInForce timeInForce,
            final long quantity,
            final long limitPrice) {
        final SideCode sideCode = SideCode.get((short) side.ordinal());
        final OrderTypeCode orderTypeCode = OrderTypeCode.get((short) orderType.ordinal());
        final TimeInForceCode timeInForceCode = TimeInForceCode.get((short) timeInForce.ordinal());
        submitOrder
                .wrapAndApplyHeader(outlet.claim(), 0, header)
                .causeSequence(clock.sequence())
                .orderId(orderId)
                .instrumentId(instrumentId)
                .strategyId(strategyId)
                .side(sideCode)
                .orderType(orderTypeCode)
                .timeInForce(timeInForceCode)
                .quantity(quantity)
                .limitPrice(limitPrice);
        end(submitOrder);
    }

    @Override
    public void cancelOrder(final long orderId, final int instrumentId) {
        cancelOrder
                .wrapAndApplyHeader(outlet.claim(), 0, header)
                .causeSequence(clock.sequence())
                .orderId(orderId)
                .instrumentId(instrumentId);
        end(cancelOrder);
    }

    @Override
    public void replaceOrder(final long orderId, final int instrumentId, final long quantity, final long limitPrice) {
        replaceOrder
                .wrapAndApplyHeader(outlet.claim(), 0, header)
                .causeSequence(clock.sequence())
                .orderId(orderId)
                .instrumentId(instrumentId)
                .quantity(quantity)
                .limitPrice(limitPrice);
        end(replaceOrder);
    }

    @Override
    public void requestReconciliation(final int venueId) {
        requestReconciliation
                .wrapAndApplyHeader(outlet.claim(), 0, header)
                .causeSequence(clock.sequence())
                .venueId(venueId);
        end(requestReconciliation);
    }

    private void end(final MessageEncoderFlyweight message) {
        header.sequence(++sequence).timeNs(clock.timeNs());
        outlet.end(MessageHeaderEncoder.ENCODED_LENGTH + message.encodedLength());
    }
}
