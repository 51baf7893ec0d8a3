package reprise.alpaca.order;

import java.util.function.Supplier;
import reprise.alpaca.rest.Outcome;
import reprise.alpaca.rest.RestAnswer;
import reprise.alpaca.rest.RestClock;
import reprise.alpaca.rest.RestService;
import reprise.alpaca.wire.OrderMessage;
import reprise.alpaca.wire.VenueStatus;
import reprise.market.InstrumentDefinition;
import reprise.order.OrderTerms;
import reprise.order.RejectReason;

/**
 * Does what the engine asks for, request by request, and waits for each answer. Of one order one thing at a time, on its strand.
 *
 * <pre>
 *   certainly not taken (4xx, not sent)     rejected
 *   taken (2xx)                             accepted; what follows comes by the stream
 *   "client_order_id must be unique"        it is there already: asked for
 *   time-out, lost connection, 5xx          outcome unknown, unless the stream has told of it: the engine asks
 * </pre>
 *
 * <p>A query that the venue answers with "no such order" means that there is none only when no request to place it can be under way any
 * more: twice the time that an answer may take after the request was given up, or, for an order that a process before this one may have sent,
 * after this one began. Until then the question is put off. An order that the venue has once shown is never "not found".
 */
final class OrderCommands {
    private static final long MS = 1_000_000;

    private final OrderSettings settings;
    private final OrderBook book;
    private final ClientIds names;
    private final OrderTeller teller;
    private final OrderRefresher refresher;
    private final RestService trading;
    private final WorkParts work;
    private final Supplier<OrderThread> threads;
    private final Strands strands;
    private final RestClock clock;
    private final long beganNs;
    private volatile boolean connected;

    OrderCommands(
            final OrderSettings settings,
            final OrderBook book,
            final ClientIds names,
            final OrderTeller teller,
            final OrderRefresher refresher,
            final RestService trading,
            final WorkParts work) {
        this.settings = settings;
        this.book = book;
        this.names = names;
        this.teller = teller;
        this.refresher = refresher;
        this.trading = trading;
        this.work = work;
        threads = work.threads();
        strands = work.strands();
        clock = work.clock();
        beganNs = clock.nanoTime();
    }

    /** What all that works on orders shares. */
    record WorkParts(Supplier<OrderThread> threads, Strands strands, RestClock clock, Notices notices) {}

    /** Takes whether what becomes of an order would be heard. */
    void connected(final boolean isConnected) {
        connected = isConnected;
    }

    /** Whether what becomes of an order would be heard. */
    boolean isConnected() {
        return connected;
    }

    private long nowNs() {
        return clock.epochMs() * MS;
    }

    void submit(final long orderId, final InstrumentDefinition instrument, final OrderTerms terms) {
        final RejectReason reason = connected ? OrderChecks.check(instrument, terms) : RejectReason.VENUE_DISCONNECTED;
        if (reason != RejectReason.NONE) {
            reject(orderId, reason, "not sent: " + reason);
            return;
        }
        final LiveOrder order = refresher.order(orderId, instrument);
        final OrderEncoder encoder = threads.get().encoder();
        final int length = encoder.submit(instrument, terms, names.format(orderId, 0, 0), settings.extendedHours());
        final RestAnswer answer = trading.post("/v2/orders", encoder.bytes(), length);
        if (answer.isDone()) {
            onTaken(order, answer);
        } else if (Refusals.isRepeatedId(answer)) {
            onRepeated(order);
        } else if (answer.outcome() == Outcome.UNKNOWN) {
            onUnknown(order);
        } else {
            refuse(order, answer);
        }
    }

    private void onUnknown(final LiveOrder order) {
        order.underWayUntilNs = clock.nanoTime() + 2 * settings.request().toNanos();
        final boolean isSeen;
        synchronized (book) {
            isSeen = order.isSeen();
        }
        if (isSeen) {
            onRepeated(order);
        } else {
            doubt(order);
        }
    }

    private void reject(final long orderId, final RejectReason reason, final String text) {
        threads.get().events().at(nowNs()).onOrderRejected(orderId, nowNs(), reason, text);
    }

    private void onTaken(final LiveOrder order, final RestAnswer answer) {
        final OrderMessage message = new OrderMessage();
        if (!threads.get().rest().readOrder(answer, message)) {
            doubt(order);
            return;
        }
        synchronized (book) {
            teller.hear(order, message);
            teller.settle(order, timeNs(message), threads.get().events());
        }
    }

    private long timeNs(final OrderMessage message) {
        return message.updatedNs() > 0 ? message.updatedNs() : nowNs();
    }

    /** The order is there, because it was sent before. */
    private void onRepeated(final LiveOrder order) {
        if (refresher.bring(order, false) != RestOrders.Found.YES) {
            doubt(order);
        }
    }

    /** The venue says no; if the stream says that the order is there, that is what counts. */
    private void refuse(final LiveOrder order, final RestAnswer answer) {
        if (answer.isUnauthorized()) {
            work.notices().fatal("the keys are not accepted for orders: " + Refusals.text(answer));
        }
        synchronized (book) {
            if (!order.isSeen()) {
                book.forget(order);
                reject(order.orderId, Refusals.reason(answer), Refusals.text(answer));
                return;
            }
        }
        onRepeated(order);
    }

    /** Nobody knows what became of what was asked for: the engine asks. */
    void doubt(final LiveOrder order) {
        threads.get().events().at(nowNs()).onOrderOutcomeUnknown(order.orderId, nowNs());
    }

    void cancel(final long orderId, final InstrumentDefinition instrument) {
        final LiveOrder order = refresher.order(orderId, instrument);
        final RestOrders.Found found = order.isSeen() ? RestOrders.Found.YES : refresher.bring(order, true);
        if (found == RestOrders.Found.NO) {
            cancelRejected(order, RejectReason.UNKNOWN_ORDER);
        } else if (found == RestOrders.Found.UNKNOWN) {
            doubt(order);
        } else {
            cancelSeen(order);
        }
    }

    private void cancelRejected(final LiveOrder order, final RejectReason reason) {
        threads.get().events().at(nowNs()).onCancelRejected(order.orderId, nowNs(), reason);
    }

    /** Withdraws an order that the venue has shown. */
    void cancelSeen(final LiveOrder order) {
        VenueOrder asked = null;
        while (asked != present(order)) {
            asked = present(order);
            final RestAnswer answer = trading.delete("/v2/orders/" + RestOrders.escaped(asked.id));
            if (answer.isDone()) {
                // A request only: the end comes by the stream, after the last fill.
                return;
            }
            if (answer.outcome() == Outcome.UNKNOWN) {
                doubt(order);
                return;
            }
            if (answer.status() != 422 && !answer.isNotFound()) {
                cancelRejected(order, Refusals.reason(answer));
                return;
            }
            if (refresher.bring(order, false) != RestOrders.Found.YES) {
                doubt(order);
                return;
            }
        }
        synchronized (book) {
            if (order.isOver()) {
                cancelRejected(order, RejectReason.TOO_LATE);
            } else if (order.current().status != VenueStatus.PENDING_CANCEL) {
                cancelRejected(order, RejectReason.VENUE_OTHER);
            }
        }
    }

    private VenueOrder present(final LiveOrder order) {
        synchronized (book) {
            return order.current();
        }
    }

    void query(final long orderId, final InstrumentDefinition instrument) {
        final LiveOrder order = refresher.order(orderId, instrument);
        final RestOrders.Found found = refresher.bring(order, true);
        if (found == RestOrders.Found.YES) {
            synchronized (book) {
                teller.repeatExecutions(order, threads.get().events());
                teller.report(order, nowNs(), threads.get().events());
            }
        } else if (found == RestOrders.Found.NO) {
            onNotFound(order);
        }
    }

    private void onNotFound(final LiveOrder order) {
        final long untilNs =
                Math.max(order.underWayUntilNs, beganNs + 2 * settings.request().toNanos());
        final long leftNs = untilNs - clock.nanoTime();
        if (leftNs > 0) {
            strands.runLater(order.orderId, leftNs / MS + 1, () -> query(order.orderId, order.instrument));
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
