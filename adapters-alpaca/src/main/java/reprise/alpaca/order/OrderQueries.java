package reprise.alpaca.order;

import java.util.List;
import java.util.function.Supplier;
import reprise.alpaca.rest.RestClock;
import reprise.market.InstrumentDefinition;

/**
 * Asks what became of orders. Of orders that were placed as one, who asks for the first is told of all.
 *
 * <p>A query that the venue answers with "no such order" means that there is none only when no request to place it can be under way any
 * more: twice the time that an answer may take after the request was given up, or, for an order that a process before this one may have sent,
 * after this one began. Until then the question is put off. An order that the venue has once shown is never "not found".
 */
final class OrderQueries {
    private static final long MS = 1_000_000;

    private final OrderSettings settings;
    private final OrderBook book;
    private final OrderTeller teller;
    private final OrderRefresher refresher;
    private final Supplier<OrderThread> threads;
    private final Strands strands;
    private final RestClock clock;
    private final long beganNs;

    OrderQueries(
            final OrderSettings settings,
            final OrderBook book,
            final OrderTeller teller,
            final OrderRefresher refresher,
            final OrderCommands.WorkParts work) {
        this.settings = settings;
        this.book = book;
        this.teller = teller;
        this.refresher = refresher;
        threads = work.threads();
        strands = work.strands();
        clock = work.clock();
        beganNs = clock.nanoTime();
    }

    private long nowNs() {
        return clock.epochMs() * MS;
    }

    void query(final long orderId, final InstrumentDefinition instrument) {
        final LiveOrder order = refresher.order(orderId, instrument);
        final RestOrders.Found found = refresher.bring(order, true);
        if (found == RestOrders.Found.YES) {
            synchronized (book) {
                teller.repeatExecutions(order, threads.get().events());
                teller.report(order, nowNs(), threads.get().events());
            }
            reportLegs(order);
        } else if (found == RestOrders.Found.NO) {
            onNotFound(order);
        }
    }

    /** Who asks for the first order of a group asks for all of it. */
    private void reportLegs(final LiveOrder first) {
        final List<LiveOrder> legs;
        synchronized (book) {
            legs = book.legsOf(first);
        }
        for (final LiveOrder leg : legs) {
            if (refresher.bring(leg, true) == RestOrders.Found.YES) {
                synchronized (book) {
                    teller.repeatExecutions(leg, threads.get().events());
                    teller.report(leg, nowNs(), threads.get().events());
                }
            }
        }
    }

    private void onNotFound(final LiveOrder order) {
        final long untilNs =
                Math.max(order.underWayUntilNs, beganNs + 2 * settings.request().toNanos());
        final long leftNs = untilNs - clock.nanoTime();
        if (leftNs > 0) {
            strands.runLater(order.strand(), leftNs / MS + 1, () -> query(order.orderId, order.instrument));
            return;
        }
        synchronized (book) {
            if (!order.isSeen()) {
                book.forget(order);
                threads.get().events().at(nowNs()).onOrderNotFound(order.orderId, nowNs());
            }
        }
    }
}
