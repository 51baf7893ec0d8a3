package reprise.alpaca.order;

import java.util.function.Supplier;
import reprise.alpaca.rest.Outcome;
import reprise.alpaca.rest.RestAnswer;
import reprise.alpaca.rest.RestClock;
import reprise.alpaca.rest.RestService;
import reprise.alpaca.wire.OrderMessage;
import reprise.alpaca.wire.VenueStatus;
import reprise.market.InstrumentDefinition;
import reprise.order.OrderType;
import reprise.order.RejectReason;

/**
 * Changes orders. Alpaca takes no change of an order that is not at an exchange yet, or about to be cancelled or replaced: the change waits for
 * that, as long as an answer may take, while a cancel goes out at once. What is not at an exchange by then is asked for all the same, and the
 * venue's refusal told: an order for a session that has not begun cannot be changed, it can be cancelled and sent anew.
 *
 * <p>Of one order one thing at a time, on its strand.
 */
final class OrderReplacer {
    private static final long MS = 1_000_000;
    private static final long TRIM_PAUSE_MS = 50;
    private static final long FIRST_PAUSE_MS = 25;

    /** From here on it may be that the stream has lost the word: the venue is asked before each further pause. */
    private static final long LONGEST_PAUSE_MS = 1_000;

    private final OrderCommands commands;
    private final OrderSettings settings;
    private final OrderBook book;
    private final ClientIds names;
    private final OrderTeller teller;
    private final OrderRefresher refresher;
    private final RestService trading;
    private final Notices notices;
    private final Supplier<OrderThread> threads;
    private final Strands strands;
    private final RestClock clock;

    OrderReplacer(
            final OrderCommands commands,
            final OrderSettings settings,
            final OrderBook book,
            final ClientIds names,
            final OrderTeller teller,
            final OrderRefresher refresher,
            final RestService trading,
            final OrderCommands.WorkParts work) {
        this.commands = commands;
        this.settings = settings;
        this.book = book;
        this.names = names;
        this.teller = teller;
        this.refresher = refresher;
        this.trading = trading;
        notices = work.notices();
        threads = work.threads();
        strands = work.strands();
        clock = work.clock();
    }

    /** What a replacement asks for: the total quantity, and the prices. */
    record Change(int revision, long quantity, long limitPrice, long stopPrice) {}

    private long nowNs() {
        return clock.epochMs() * MS;
    }

    void replace(final long orderId, final InstrumentDefinition instrument, final Change change) {
        final LiveOrder order = refresher.order(orderId, instrument);
        if (!commands.isConnected()) {
            asked(order, change);
            refuse(order, RejectReason.VENUE_DISCONNECTED);
            return;
        }
        final RestOrders.Found found = order.isSeen() ? RestOrders.Found.YES : refresher.bring(order, true);
        if (found == RestOrders.Found.UNKNOWN) {
            commands.doubt(order);
            return;
        }
        asked(order, change);
        if (found == RestOrders.Found.NO) {
            refuse(order, RejectReason.UNKNOWN_ORDER);
        } else {
            final long untilNs = clock.nanoTime() + settings.request().toNanos();
            sendWhenPossible(order, change, untilNs, FIRST_PAUSE_MS);
        }
    }

    private void asked(final LiveOrder order, final Change change) {
        synchronized (book) {
            order.replaceAsked = true;
            order.askedQuantity = change.quantity();
            order.askedRevision = change.revision();
        }
    }

    private void sendWhenPossible(final LiveOrder order, final Change change, final long untilNs, final long pauseMs) {
        final VenueOrder old;
        final long quantity;
        final RejectReason reason;
        synchronized (book) {
            old = order.current();
            // Alpaca counts the fills of the new order from nothing.
            quantity = change.quantity() - order.filledTold();
            reason = commands.isConnected() ? check(order, change, quantity) : RejectReason.VENUE_DISCONNECTED;
        }
        if (reason != RejectReason.NONE) {
            // Not told if the order ended while the change waited, because the end has told of it.
            refuse(order, reason);
        } else if (!OrderEncoder.isReplaceable(old.status) && clock.nanoTime() < untilNs) {
            waitFor(order, change, untilNs, pauseMs);
        } else {
            asked(order, change);
            send(order, old, change, quantity);
        }
    }

    private void waitFor(final LiveOrder order, final Change change, final long untilNs, final long pauseMs) {
        strands.runLater(order.orderId, pauseMs, () -> {
            if (pauseMs == LONGEST_PAUSE_MS) {
                refresher.bring(order, false);
            }
            sendWhenPossible(order, change, untilNs, Math.min(2 * pauseMs, LONGEST_PAUSE_MS));
        });
    }

    private void send(final LiveOrder order, final VenueOrder old, final Change change, final long quantity) {
        final OrderEncoder encoder = threads.get().encoder();
        final String name = names.format(order.orderId, change.revision(), 0);
        // The stop of a trailing order follows the market: Alpaca takes no new one.
        final long stopPrice = order.type == OrderType.TRAILING_STOP ? 0 : change.stopPrice();
        final int length = encoder.replace(order.instrument, quantity, change.limitPrice(), stopPrice, name);
        onAnswer(order, change, trading.patch(path(old), encoder.bytes(), length));
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

    private void onAnswer(final LiveOrder order, final Change change, final RestAnswer answer) {
        if (answer.isDone()) {
            onTaken(order, answer);
        } else if (answer.outcome() == Outcome.UNKNOWN) {
            commands.doubt(order);
        } else if (answer.outcome() == Outcome.NOT_SENT || answer.isTooMany()) {
            refuse(order, Refusals.reason(answer));
        } else if (refresher.bring(order, false) != RestOrders.Found.YES) {
            // An error does not say that nothing was replaced.
            commands.doubt(order);
        } else if (Refusals.isUnchanged(answer) && isAsAsked(order, change)) {
            confirmUnchanged(order);
        } else {
            notices.tell("a change of an order was refused: " + Refusals.text(answer));
            refuse(order, reason(order, answer));
        }
    }

    /** The new order is on its way: "replaced", about the old one, says whether it takes its place. */
    private void onTaken(final LiveOrder order, final RestAnswer answer) {
        final OrderMessage message = new OrderMessage();
        if (!threads.get().rest().readOrder(answer, message)) {
            commands.doubt(order);
            return;
        }
        synchronized (book) {
            final long timeNs = message.updatedNs() > 0 ? message.updatedNs() : nowNs();
            teller.hear(order, message);
            teller.settle(order, timeNs, threads.get().events());
        }
    }

    /** Where the order is says more than the venue's words do. */
    private RejectReason reason(final LiveOrder order, final RestAnswer answer) {
        final VenueStatus status;
        synchronized (book) {
            status = order.current().status;
        }
        return switch (status) {
            case FILLED, CANCELED, EXPIRED, REJECTED, PENDING_CANCEL -> RejectReason.TOO_LATE;
            case ACCEPTED -> RejectReason.MARKET_CLOSED;
            case PENDING_NEW, PENDING_REPLACE -> RejectReason.OUTCOME_UNKNOWN;
            default -> Refusals.reason(answer);
        };
    }

    /** Nothing if the replacement took effect all the same, or the order ended: that was told. */
    private void refuse(final LiveOrder order, final RejectReason reason) {
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
                strands.runLater(order.orderId, TRIM_PAUSE_MS, () -> trim(order, wanted, patience - 1));
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
                onTaken(order, answer);
                return;
            }
        }
        commands.cancelSeen(order);
    }
}
