package reprise.simulation.venue;

import java.util.concurrent.atomic.AtomicLong;
import org.agrona.BitUtil;
import org.agrona.BufferUtil;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;
import reprise.message.CommandDispatcher;
import reprise.message.CommandPublisher;
import reprise.message.EngineCommands;
import reprise.message.MutedCommands;
import reprise.message.Outlet;
import reprise.order.GroupTerms;
import reprise.order.OrderTerms;
import reprise.time.EngineClock;

/**
 * Carries commands from the router's thread to the venue's thread, in order, as bytes. One thread calls the commands, one thread (which
 * may be the same) polls. Never waits: a full mailbox is a fault. Allocates nothing.
 *
 * <p>Also used where both are one thread: then an answer to an event reaches the venue only when the venue has finished what it was doing,
 * and inline runs and runs on rings see the same order of things.
 */
public final class VenueMailbox implements EngineCommands {
    private static final int CAPACITY_BYTES = 1 << 20;
    private static final int MESSAGE_TYPE = 1;

    private final OneToOneRingBuffer ring = new OneToOneRingBuffer(new UnsafeBuffer(BufferUtil.allocateDirectAligned(
            CAPACITY_BYTES + RingBufferDescriptor.TRAILER_LENGTH, BitUtil.CACHE_LINE_LENGTH)));
    private final CommandPublisher publisher = new CommandPublisher(new RingOutlet(), new EngineClock());
    private MessageHandler handler;

    /** Released, not volatile: a fence would wait for all that was stored before it, and nobody needs one. */
    private final AtomicLong written = new AtomicLong();

    private long read;

    /**
     * Names the receiver; before the first {@link #poll}, and apart from the constructor because a venue publishes into the very pipeline
     * that needs the mailbox first.
     *
     * @param venue is called by {@link #poll}.
     */
    public void deliverTo(final EngineCommands venue) {
        final CommandDispatcher dispatcher = new CommandDispatcher(venue, new MutedCommands());
        handler = (messageType, buffer, index, lengthBytes) -> dispatcher.dispatch(buffer, index);
    }

    /**
     * Hands the commands that wait to the venue. To be called on the venue's thread.
     *
     * @return how many there were.
     */
    public int poll() {
        if (written.getAcquire() == read) {
            // As at most steps of a market: a look at the ring itself costs several times as much.
            return 0;
        }
        final int count = ring.read(handler);
        read += count;
        return count;
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

    /** Writes to the ring what was written to a buffer of its own: the ring wants to know the length first. */
    private final class RingOutlet implements Outlet {
        private final UnsafeBuffer message = new UnsafeBuffer(new byte[MAX_MESSAGE_LENGTH_BYTES]);

        @Override
        public MutableDirectBuffer claim() {
            return message;
        }

        @Override
        public void end(final int lengthBytes) {
            if (lengthBytes == 0) {
                return;
            }
            if (!ring.write(MESSAGE_TYPE, message, 0, lengthBytes)) {
                throw new IllegalStateException("venue mailbox full: capacity=" + CAPACITY_BYTES
                        + " bytes; the venue does not keep up with its commands");
            }
            written.setRelease(written.getPlain() + 1);
        }
    }
}
