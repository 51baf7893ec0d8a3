package reprise.alpaca.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import reprise.message.AccountEvents;
import reprise.message.EventDispatcher;
import reprise.message.EventPublisher;
import reprise.message.OrderEvents;
import reprise.message.Outlet;
import reprise.order.FeeAsset;
import reprise.order.Liquidity;
import reprise.order.RejectReason;
import reprise.order.ReportedStatus;
import reprise.order.Side;
import reprise.port.VenueLink;

/**
 * Hears what a venue tells, as lines, and keeps the books that an engine would keep of it: each execution counts once. Any thread.
 */
public final class EngineEars implements VenueLink, OrderEvents, AccountEvents {
    private final List<String> lines = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private final List<String> fatal = new ArrayList<>();
    private final Map<Long, Book> books = new HashMap<>();
    private boolean isViewTold;

    /** What an engine would believe of an order. */
    public static final class Book {
        private final Map<Long, long[]> fills = new HashMap<>();
        private final Set<Long> busts = new HashSet<>();
        private long quantity;
        private String end = "";
        private String reported = "";
        private boolean isUnknown;

        /** What has traded. */
        public long filled() {
            return fills.values().stream().mapToLong(fill -> fill[0]).sum();
        }

        /** At which value: quantity times price, each in its units. */
        private long value() {
            return fills.values().stream().mapToLong(fill -> fill[0] * fill[1]).sum();
        }

        /** How it ended, or nothing. */
        public String end() {
            return end;
        }

        /** The total that was told last, by a replacement or report. */
        public long quantity() {
            return quantity;
        }

        /** Whether nobody knows. */
        public boolean isUnknown() {
            return isUnknown;
        }
    }

    /**
     * What an engine believes at one time.
     *
     * @param filled what has traded.
     * @param value at which value.
     * @param end how it ended, or nothing.
     */
    public record Belief(long filled, long value, String end) {}

    /** What an engine would believe of an order now. */
    public synchronized Belief belief(final long orderId) {
        return new Belief(book(orderId).filled(), book(orderId).value(), book(orderId).end);
    }

    @Override
    public EventPublisher newPublisher() {
        return new EventPublisher(new Line());
    }

    @Override
    public synchronized void onFatal(final String why) {
        fatal.add(why);
        notifyAll();
    }

    @Override
    public synchronized void onNotice(final String text) {
        notices.add(text);
    }

    @Override
    public long lastBarNs(final int instrumentId) {
        return 0;
    }

    @Override
    public long lastTradeNs(final int instrumentId) {
        return 0;
    }

    /** What a publisher of one thread writes to. */
    private final class Line implements Outlet {
        private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[MAX_MESSAGE_LENGTH_BYTES]);
        private final EventDispatcher dispatcher =
                new EventDispatcher(null, null, EngineEars.this, EngineEars.this, null);

        @Override
        public MutableDirectBuffer claim() {
            return buffer;
        }

        @Override
        public void end(final int lengthBytes) {
            if (lengthBytes > 0) {
                synchronized (EngineEars.this) {
                    dispatcher.dispatch(buffer, 0);
                    EngineEars.this.notifyAll();
                }
            }
        }
    }

    /** All that was heard. */
    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** All that was heard since the last time. */
    public synchronized List<String> take() {
        final List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    /** What the user was told. */
    public synchronized List<String> notices() {
        return List.copyOf(notices);
    }

    /** Why there is no going on. */
    public synchronized List<String> fatal() {
        return List.copyOf(fatal);
    }

    /** What an engine would believe of an order. */
    public synchronized Book book(final long orderId) {
        return books.computeIfAbsent(orderId, id -> new Book());
    }

    /** Waits until something is true of what was heard, for as long as a slow machine may need. */
    public synchronized void await(final String what, final Predicate<EngineEars> condition) {
        final long endNs = System.nanoTime() + 60_000_000_000L;
        while (!condition.test(this)) {
            final long leftMs = (endNs - System.nanoTime()) / 1_000_000;
            if (leftMs <= 0) {
                throw new AssertionError("not heard: " + what + "; but " + lines + ", notices " + notices);
            }
            try {
                wait(Math.min(leftMs, 100));
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    /** Waits until a line was heard that begins so. */
    public void awaitLine(final String beginning) {
        await(beginning, ears -> ears.lines.stream().anyMatch(line -> line.startsWith(beginning)));
    }

    private void heard(final String line) {
        lines.add(line);
    }

    @Override
    public void onOrderAccepted(final long orderId, final long venueTimeNs) {
        heard("accepted " + orderId);
        book(orderId).isUnknown = false;
    }

    @Override
    public void onOrderRejected(
            final long orderId, final long venueTimeNs, final RejectReason reason, final String text) {
        heard("rejected " + orderId + " " + reason + " " + text);
        end(orderId, "rejected");
    }

    private void end(final long orderId, final String end) {
        final Book book = book(orderId);
        if (book.end.isEmpty()) {
            book.end = end;
        }
        book.isUnknown = false;
    }

    private void fill(final long orderId, final long executionId, final long quantity, final long price) {
        if (!book(orderId).busts.contains(executionId)) {
            book(orderId).fills.putIfAbsent(executionId, new long[] {quantity, price});
        }
    }

    @Override
    public void onOrderPartiallyFilled(
            final long orderId,
            final long executionId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final long fee,
            final FeeAsset feeAsset,
            final Liquidity liquidity) {
        heard("part " + orderId + " " + quantity + "@" + price);
        fill(orderId, executionId, quantity, price);
    }

    @Override
    public void onOrderFilled(
            final long orderId,
            final long executionId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final long fee,
            final FeeAsset feeAsset,
            final Liquidity liquidity) {
        heard("filled " + orderId + " " + quantity + "@" + price);
        fill(orderId, executionId, quantity, price);
        end(orderId, "filled");
    }

    @Override
    public void onOrderCancelled(final long orderId, final long venueTimeNs) {
        heard("cancelled " + orderId);
        end(orderId, "cancelled");
    }

    @Override
    public void onOrderExpired(final long orderId, final long venueTimeNs) {
        heard("expired " + orderId);
        end(orderId, "expired");
    }

    @Override
    public void onOrderReplaced(
            final long orderId,
            final long venueTimeNs,
            final long quantity,
            final long limitPrice,
            final long stopPrice) {
        heard("replaced " + orderId + " " + quantity + "@" + limitPrice + "/" + stopPrice);
        book(orderId).quantity = quantity;
    }

    @Override
    public void onCancelRejected(final long orderId, final long venueTimeNs, final RejectReason reason) {
        heard("cancel-rejected " + orderId + " " + reason);
    }

    @Override
    public void onReplaceRejected(final long orderId, final long venueTimeNs, final RejectReason reason) {
        heard("replace-rejected " + orderId + " " + reason);
    }

    @Override
    public void onOrderTriggered(final long orderId, final long venueTimeNs) {
        heard("triggered " + orderId);
    }

    @Override
    public void onOrderOutcomeUnknown(final long orderId, final long venueTimeNs) {
        heard("unknown " + orderId);
        book(orderId).isUnknown = book(orderId).end.isEmpty();
    }

    @Override
    public void onOrderReported(
            final long orderId,
            final long venueTimeNs,
            final ReportedStatus status,
            final long quantity,
            final long limitPrice,
            final long filledQuantity) {
        heard("reported " + orderId + " " + status + " " + quantity + "@" + limitPrice + " filled " + filledQuantity);
        final Book book = book(orderId);
        if (filledQuantity != book.filled()) {
            heard("UNSOUND " + orderId + ": reported " + filledQuantity + ", heard of " + book.filled());
        }
        book.quantity = quantity;
        book.reported = status.name();
        book.isUnknown = false;
        if (status != ReportedStatus.WORKING) {
            end(orderId, status.name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    @Override
    public void onOrderNotFound(final long orderId, final long venueTimeNs) {
        heard("not-found " + orderId);
        end(orderId, "not-found");
    }

    @Override
    public void onExecutionBusted(
            final long orderId,
            final long executionId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final long fee,
            final FeeAsset feeAsset) {
        heard("busted " + orderId + " " + quantity + "@" + price);
        if (book(orderId).busts.add(executionId) && book(orderId).fills.remove(executionId) == null) {
            heard("UNSOUND " + orderId + ": a fill was taken back that was not heard of");
        }
    }

    @Override
    public void onVenueConnected(final int venueId) {
        heard("connected");
    }

    @Override
    public void onVenueDisconnected(final int venueId) {
        heard("disconnected");
    }

    @Override
    public void onAccountReported(final int venueId, final long cash, final String currency) {
        heard("cash " + cash + " " + currency);
    }

    @Override
    public void onPositionReported(
            final int venueId, final int instrumentId, final long quantity, final long averagePrice) {
        heard("position " + instrumentId + " " + quantity + "@" + averagePrice);
    }

    @Override
    public void onReconciliationBegan(final int venueId, final long sinceNs) {
        heard("began");
        if (isViewTold) {
            heard("UNSOUND: a view within a view");
        }
        isViewTold = true;
    }

    @Override
    public void onReconciliationEnded(final int venueId) {
        heard("ended");
        isViewTold = false;
    }

    @Override
    public void onForeignOrderReported(
            final int venueId,
            final int instrumentId,
            final Side side,
            final long quantity,
            final long limitPrice,
            final String venueOrderId) {
        heard("foreign " + instrumentId + " " + side + " " + quantity + "@" + limitPrice);
    }

    @Override
    public void onOrderRestated(final long orderId, final long venueTimeNs, final long quantity) {
        heard("restated " + orderId + " " + quantity);
        book(orderId).quantity = quantity;
    }
}
