package reprise.alpaca.order;

import java.util.function.Supplier;
import reprise.alpaca.rest.Outcome;
import reprise.alpaca.rest.RestAnswer;
import reprise.alpaca.rest.RestClock;
import reprise.alpaca.rest.RestService;
import reprise.alpaca.wire.OrderMessage;
import reprise.alpaca.wire.VenueStatus;
import reprise.market.InstrumentDefinition;
import reprise.order.GroupTerms;
import reprise.order.OrderTerms;
import reprise.order.OrderType;
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
 */
final class OrderCommands {
    private static final long MS = 1_000_000;
    private static final long TRIM_PAUSE_MS = 50;

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
    }

    /** What all that works on orders shares. */
    record WorkParts(Supplier<OrderThread> threads, Strands strands, RestClock clock, Notices notices) {}

    /** Whether what becomes of an order would be heard. */
    void connected(final boolean isConnected) {
        connected = isConnected;
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
        post(order, encoder, length);
    }

    private void post(final LiveOrder order, final OrderEncoder encoder, final int length) {
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

    /** Places orders as one: what comes of the first comes of all. */
    void submitGroup(final InstrumentDefinition instrument, final GroupTerms group) {
        final long orderId = group.firstOrderId();
        final RejectReason reason = connected ? GroupChecks.check(instrument, group) : RejectReason.VENUE_DISCONNECTED;
        if (reason != RejectReason.NONE) {
            reject(orderId, reason, "not sent: " + reason);
            return;
        }
        final OrderEncoder encoder = threads.get().encoder();
        final int length = encoder.submitGroup(instrument, group, names.format(orderId, 0, 0));
        post(refresher.order(orderId, instrument), encoder, length);
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
            teller.hearLegs(order, message, timeNs(message), threads.get().events());
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

    private void doubt(final LiveOrder order) {
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

    private void cancelSeen(final LiveOrder order) {
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

    /** What a replacement asks for: the total quantity, and the prices. */
    record Change(int revision, long quantity, long limitPrice, long stopPrice) {}

    void replace(final long orderId, final InstrumentDefinition instrument, final Change change) {
        final LiveOrder order = refresher.order(orderId, instrument);
        RejectReason reason = connected ? RejectReason.NONE : RejectReason.VENUE_DISCONNECTED;
        if (reason == RejectReason.NONE && !order.isSeen()) {
            final RestOrders.Found found = refresher.bring(order, true);
            if (found == RestOrders.Found.UNKNOWN) {
                doubt(order);
                return;
            }
            reason = found == RestOrders.Found.NO ? RejectReason.UNKNOWN_ORDER : reason;
        }
        final VenueOrder old;
        final long quantity;
        synchronized (book) {
            old = order.current();
            // Alpaca counts the fills of the new order from nothing.
            quantity = change.quantity() - order.filledTold();
            order.replaceAsked = true;
            order.askedQuantity = change.quantity();
            order.askedRevision = change.revision();
            reason = reason == RejectReason.NONE ? check(order, change, quantity) : reason;
            if (reason != RejectReason.NONE) {
                order.askedQuantity = 0;
                teller.replaceRefused(order, nowNs(), reason, threads.get().events());
                return;
            }
        }
        final OrderEncoder encoder = threads.get().encoder();
        final String name = names.format(orderId, change.revision(), 0);
        // The stop of a trailing order follows the market: Alpaca takes no new one.
        final long stopPrice = order.type == OrderType.TRAILING_STOP ? 0 : change.stopPrice();
        final int length = encoder.replace(instrument, quantity, change.limitPrice(), stopPrice, name);
        onReplaceAnswer(order, change, trading.patch(path(old), encoder.bytes(), length));
    }

    private static String path(final VenueOrder order) {
        return "/v2/orders/" + RestOrders.escaped(order.id);
    }

    private static RejectReason check(final LiveOrder order, final Change change, final long quantity) {
        if (order.isOver() || quantity <= 0) {
            return RejectReason.TOO_LATE;
        }
        final InstrumentDefinition instrument = order.instrument;
        if (!AlpacaInstruments.isCrypto(instrument) && OrderChecks.isFractional(instrument, quantity)) {
            return RejectReason.QUANTITY_NOT_ON_LOT;
        }
        final boolean badLimit = change.limitPrice() != 0 && !OrderChecks.isOnTick(instrument, change.limitPrice());
        final boolean badStop = change.stopPrice() != 0 && !OrderChecks.isOnTick(instrument, change.stopPrice());
        return badLimit ? RejectReason.PRICE_NOT_ON_TICK : badStop ? RejectReason.BAD_STOP_PRICE : RejectReason.NONE;
    }

    private void onReplaceAnswer(final LiveOrder order, final Change change, final RestAnswer answer) {
        if (answer.isDone()) {
            // The new order is on its way: "replaced", about the old one, says whether it takes its place.
            final OrderMessage message = new OrderMessage();
            if (!threads.get().rest().readOrder(answer, message)) {
                doubt(order);
                return;
            }
            synchronized (book) {
                teller.hear(order, message);
                teller.settle(order, timeNs(message), threads.get().events());
            }
        } else if (answer.outcome() == Outcome.UNKNOWN) {
            doubt(order);
        } else if (answer.outcome() == Outcome.NOT_SENT || answer.isTooMany()) {
            refuseReplace(order, Refusals.reason(answer));
        } else if (refresher.bring(order, false) != RestOrders.Found.YES) {
            // An error does not say that nothing was replaced.
            doubt(order);
        } else if (Refusals.isUnchanged(answer) && isAsAsked(order, change)) {
            confirmUnchanged(order);
        } else {
            refuseReplace(order, order.isOver() ? RejectReason.TOO_LATE : Refusals.reason(answer));
        }
    }

    /** Nothing if the replacement took effect all the same, or the order ended: that was told. */
    private void refuseReplace(final LiveOrder order, final RejectReason reason) {
        synchronized (book) {
            order.askedQuantity = order.replaceAsked ? 0 : order.askedQuantity;
            teller.replaceRefused(order, nowNs(), reason, threads.get().events());
        }
    }

    private boolean isAsAsked(final LiveOrder order, final Change change) {
        synchronized (book) {
            return order.replaceAsked
                    && order.totalQuantity() == change.quantity()
                    && order.current().limitPrice == change.limitPrice()
                    && order.current().stopPrice == change.stopPrice();
        }
    }

    private void confirmUnchanged(final LiveOrder order) {
        synchronized (book) {
            final VenueOrder present = order.current();
            order.replaceAsked = false;
            order.askedQuantity = 0;
            threads.get()
                    .events()
                    .at(nowNs())
                    .onOrderReplaced(
                            order.orderId, nowNs(), order.totalQuantity(), present.limitPrice, present.stopPrice);
        }
    }

    /**
     * An order works for more than it should: for less, or not at all if that cannot be. One on its way to an exchange cannot be changed yet.
     *
     * @param patience how often to come back for that.
     */
    void trim(final LiveOrder order, final long wanted, final int patience) {
        final VenueOrder present;
        final long quantity;
        synchronized (book) {
            present = order.current();
            quantity = wanted - order.filledTold();
            if (order.isOver()) {
                return;
            }
            if (quantity > 0 && patience > 0 && !OrderEncoder.isReplaceable(present.status)) {
                strands.runLater(order.strand(), TRIM_PAUSE_MS, () -> trim(order, wanted, patience - 1));
                return;
            }
            order.corrections++;
        }
        if (quantity > 0 && OrderEncoder.isReplaceable(present.status)) {
            final OrderEncoder encoder = threads.get().encoder();
            final String name = names.format(order.orderId, order.askedRevision, order.corrections);
            final int length = encoder.replace(order.instrument, quantity, 0, 0, name);
            final RestAnswer answer = trading.patch(path(present), encoder.bytes(), length);
            if (answer.isDone()) {
                onReplaceAnswer(order, null, answer);
                return;
            }
        }
        cancelSeen(order);
    }
}
