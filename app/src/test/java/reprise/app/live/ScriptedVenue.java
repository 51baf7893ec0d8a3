package reprise.app.live;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import reprise.message.EventPublisher;
import reprise.order.FeeAsset;
import reprise.order.GroupTerms;
import reprise.order.Liquidity;
import reprise.order.OrderTerms;
import reprise.port.Venue;
import reprise.port.VenueLink;

/** A venue with a thread of its own that fills every order at once, at 100.00, and otherwise says what a test wants it to say. */
final class ScriptedVenue implements Venue {
    static final long PRICE = 10_000;

    final List<Long> submitted = new ArrayList<>();
    final CountDownLatch closed = new CountDownLatch(1);
    final CountDownLatch traded = new CountDownLatch(1);
    long position;
    VenueLink link;
    private final Consumer<ScriptedVenue> script;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private EventPublisher events;

    /** Says on its thread what the script says once it is connected. */
    ScriptedVenue(final Consumer<ScriptedVenue> script) {
        this.script = script;
    }

    EventPublisher events() {
        return events;
    }

    @Override
    public void start(final VenueLink given) {
        link = given;
        thread.execute(() -> {
            events = link.newPublisher();
            events.onVenueConnected(0);
            script.accept(this);
        });
    }

    @Override
    public void submitOrder(final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        final long quantity = terms.quantity();
        final long signed = terms.side() == reprise.order.Side.BUY ? quantity : -quantity;
        thread.execute(() -> {
            submitted.add(orderId);
            position += signed;
            events.onOrderAccepted(orderId, 0);
            events.onOrderFilled(orderId, orderId, 0, PRICE, quantity, 0, FeeAsset.QUOTE, Liquidity.TAKER);
            traded.countDown();
        });
    }

    @Override
    public void submitCashOrder(
            final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        throw new AssertionError("nobody orders amounts");
    }

    @Override
    public void submitGroup(final int instrumentId, final int strategyId, final GroupTerms group) {
        throw new AssertionError("nobody orders groups");
    }

    @Override
    public void cancelOrder(final long orderId, final int instrumentId) {
        throw new AssertionError("nothing works here that could be cancelled");
    }

    @Override
    public void replaceOrder(
            final long orderId,
            final int instrumentId,
            final int revision,
            final long quantity,
            final long limitPrice,
            final long stopPrice) {
        throw new AssertionError("nothing works here that could be replaced");
    }

    @Override
    public void queryOrder(final long orderId, final int instrumentId) {
        throw new AssertionError("nothing is in doubt here");
    }

    @Override
    public void requestReconciliation(final int venueId, final long sinceNs) {
        thread.execute(() -> {
            events.onReconciliationBegan(venueId, sinceNs);
            events.onReconciliationEnded(venueId);
        });
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                throw new AssertionError("the engine does not let its venue end");
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closed.countDown();
    }
}
