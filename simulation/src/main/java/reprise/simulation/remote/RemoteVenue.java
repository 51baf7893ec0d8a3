package reprise.simulation.remote;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import reprise.message.CommandPublisher;
import reprise.message.EngineCommands;
import reprise.message.Outlet;
import reprise.order.GroupTerms;
import reprise.order.OrderTerms;
import reprise.time.EngineClock;

/**
 * A venue in another process, as the engine sees it: takes commands on the router's thread and sends each at once. A command that cannot be
 * sent is lost, and nobody throws: it is on record, and whoever reads from the socket notices that the venue is gone.
 */
final class RemoteVenue implements EngineCommands {
    private static final UnsafeBuffer NOTHING = new UnsafeBuffer(new byte[0]);

    private final CommandPublisher publisher = new CommandPublisher(new FrameOutlet(), new EngineClock());
    private final FrameBatch frame = new FrameBatch();
    private SocketChannel channel;

    /** Sends from now on. */
    void attach(final SocketChannel connected) {
        channel = connected;
    }

    /** Says who we are. */
    void hello(final Hello hello) {
        final UnsafeBuffer payload = new UnsafeBuffer(new byte[FrameKind.MAX_PAYLOAD_BYTES]);
        send(FrameKind.HELLO, payload, hello.encode(payload));
    }

    /** Says that all that came is handled. */
    void settled() {
        send(FrameKind.SETTLED, NOTHING, 0);
    }

    /** From the router's thread and the feeding thread, though never at the same time in a run that is in step. */
    private synchronized void send(final FrameKind kind, final UnsafeBuffer payload, final int payloadBytes) {
        frame.clear();
        frame.add(kind, payload, payloadBytes);
        try {
            frame.writeTo(channel, 1);
        } catch (final IOException e) {
            // The reading side finds the same, and ends the session.
        }
    }

    @Override
    public void submitOrder(final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        publisher.submitOrder(orderId, instrumentId, strategyId, terms);
    }

    @Override
    public void submitCashOrder(
            final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        publisher.submitCashOrder(orderId, instrumentId, strategyId, terms);
    }

    @Override
    public void submitGroup(final int instrumentId, final int strategyId, final GroupTerms group) {
        publisher.submitGroup(instrumentId, strategyId, group);
    }

    @Override
    public void cancelOrder(final long orderId, final int instrumentId) {
        publisher.cancelOrder(orderId, instrumentId);
    }

    @Override
    public void replaceOrder(
            final long orderId,
            final int instrumentId,
            final int revision,
            final long quantity,
            final long limitPrice,
            final long stopPrice) {
        publisher.replaceOrder(orderId, instrumentId, revision, quantity, limitPrice, stopPrice);
    }

    @Override
    public void queryOrder(final long orderId, final int instrumentId) {
        publisher.queryOrder(orderId, instrumentId);
    }

    @Override
    public void requestReconciliation(final int venueId, final long sinceNs) {
        publisher.requestReconciliation(venueId, sinceNs);
    }

    /** Each command is a frame. */
    private final class FrameOutlet implements Outlet {
        private final UnsafeBuffer message = new UnsafeBuffer(new byte[MAX_MESSAGE_LENGTH_BYTES]);

        @Override
        public MutableDirectBuffer claim() {
            return message;
        }

        @Override
        public void end(final int lengthBytes) {
            if (lengthBytes > 0) {
                send(FrameKind.COMMAND, message, lengthBytes);
            }
        }
    }
}
