package reprise.core;

import java.util.Arrays;
import reprise.market.Instrument;
import reprise.market.Instruments;
import reprise.message.EngineOutput;
import reprise.order.Order;
import reprise.order.OrderIds;
import reprise.order.OrderState;
import reprise.order.Orders;
import reprise.order.Side;
import reprise.portfolio.CurrencyLedger;
import reprise.portfolio.Portfolio;
import reprise.portfolio.Position;
import reprise.reconciliation.Difference;
import reprise.reconciliation.ReconciliationRules;
import reprise.reconciliation.Resolution;
import reprise.risk.StateCause;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;
import reprise.time.EngineClock;
import reprise.time.Timers;

/**
 * Compares what venues say of our account with what we believe: after a connection was lost, when a report cannot be right, and from time
 * to time. Each difference is resolved by a stated rule and is on record:
 *
 * <pre>
 *   executions we had not heard of    booked like any other
 *   an order open here, not there     the venue is asked what became of it
 *   an order of another quantity or limit   theirs
 *   an order of ours that we do not know    trading halts
 *   an order that is not ours         left alone
 *   a position, cash                  compared again, because something may be under way; then trading halts, or it is
 *                                     taken into the book of no strategy where the rules say so
 *   an average price                  ours: it follows from our own fills
 * </pre>
 *
 * <p>Until the views agree after a lost connection, strategies open nothing there; what reduces passes. Owned by the core; part of replayed
 * state.
 */
final class Reconciliation implements Snapshotable {
    /** Owner of its timers; strategies begin at 1. */
    static final int TIMER_OWNER = -2;

    private static final int NO_INSTRUMENT = -1;

    /** What two ways to round an average may differ by, in price units. */
    private static final long AVERAGE_TOLERANCE = 1;

    private final EngineCore core;
    private final EngineClock clock;
    private final Timers timers;
    private final Instruments instruments;
    private final CoreBooks books;
    private final VenueLinks venues;
    private final OutcomeWatch watch;
    private final OrderDesk desk;
    private final EngineOutput output;
    private final ReconciliationRules rules;
    private VenueView[] views = new VenueView[0];

    Reconciliation(
            final EngineCore core,
            final EngineClock clock,
            final Timers timers,
            final CoreBooks books,
            final OrderParts parts,
            final ReconciliationRules rules,
            final EngineOutput output) {
        this.core = core;
        this.clock = clock;
        this.timers = timers;
        this.instruments = parts.instruments();
        this.books = books;
        this.venues = parts.venues();
        this.watch = parts.watch();
        this.desk = parts.desk();
        this.output = output;
        this.rules = rules;
    }

    /** What it shares with the rest of the core. */
    record OrderParts(Instruments instruments, VenueLinks venues, OutcomeWatch watch, OrderDesk desk) {}

    private VenueView view(final int venueId) {
        for (final VenueView view : views) {
            if (view.venueId == venueId) {
                return view;
            }
        }
        return null;
    }

    private VenueView newView(final int venueId) {
        final VenueView view = new VenueView(venueId, clock.timeNs());
        views = Arrays.copyOf(views, views.length + 1);
        views[views.length - 1] = view;
        return view;
    }

    /** Whether what a process that died had asked for, and what never left, is recent enough to be asked for now. */
    boolean isFresh(final Order order) {
        return order.unsentSinceNs() > 0 && clock.timeNs() - order.unsentSinceNs() <= rules.repeatWithinNs();
    }

    /** Whether strategies have to wait before they open anything in an instrument. */
    boolean isAwaited(final Instrument instrument) {
        if (views.length == 0) {
            return false;
        }
        final VenueView view = view(instrument.definition().venueId());
        return view != null && view.awaited;
    }

    /** Another process had the connections and died: what it had asked for is in doubt. */
    void onResumed(final boolean tailLost) {
        venues.lose();
        watch.onResumed();
        if (tailLost) {
            desk.leaveOutNames();
        }
        for (final VenueView view : views) {
            lost(view);
        }
    }

    void onDisconnected(final int venueId) {
        final VenueView view = view(venueId);
        if (view != null) {
            lost(view);
        }
    }

    private static void lost(final VenueView view) {
        view.awaited = true;
        view.giveUp();
        view.attempt = 0;
        view.deadlineNs = VenueView.NEVER;
    }

    /** A first connection brings the account with it; any other finds what was missed. */
    void onConnected(final int venueId) {
        final VenueView view = view(venueId);
        if (view == null) {
            scheduleNext(newView(venueId));
        } else if (view.awaited) {
            request(venueId);
        }
    }

    /** Asks a venue for its view, unless it is being asked. */
    void request(final int venueId) {
        final VenueView known = view(venueId);
        final VenueView view = known == null ? newView(venueId) : known;
        if (view.requested || !venues.isConnected(venueId)) {
            return;
        }
        view.requested = true;
        view.lastOrderId = desk.lastOrderId();
        view.askedNs = clock.timeNs();
        // Not since the connection was lost: a report may have got lost without one.
        output.requestReconciliation(venueId, Math.max(0, view.knownUntilNs - rules.overlapNs()));
        schedule(view, rules.retryNs());
    }

    private void scheduleNext(final VenueView view) {
        if (rules.everyNs() > 0) {
            schedule(view, rules.everyNs());
        } else {
            view.deadlineNs = VenueView.NEVER;
        }
    }

    /** From the time of the event, not of a timer that fires before it: what is sent goes out with the event, and no answer can come earlier. */
    private void schedule(final VenueView view, final long delayNs) {
        view.deadlineNs = Math.max(watch.eventTimeNs(), clock.timeNs()) + delayNs;
        timers.schedule(view.deadlineNs, TIMER_OWNER, view.venueId);
    }

    void onTimer(final long deadlineNs, final int venueId) {
        final VenueView view = view(venueId);
        if (view.deadlineNs == deadlineNs) {
            // What was asked for is overdue, or it is time again.
            view.giveUp();
            view.deadlineNs = VenueView.NEVER;
            request(venueId);
        }
    }

    void onBegan(final int venueId) {
        final VenueView view = view(venueId);
        if (view != null && view.requested) {
            view.begin(instruments.count(), books.portfolio().valuation().currencyCount());
        } else if (view != null) {
            view.unasked = true;
        }
    }

    /** Returns false if no view is being reported: then the report stands for itself. */
    boolean onCash(final int venueId, final long cash, final String currency) {
        final VenueView view = view(venueId);
        if (view == null || !view.isBeingTold()) {
            return false;
        }
        view.cash(books.portfolio().valuation().findCurrency(currency), cash);
        return true;
    }

    /** Likewise. */
    boolean onPosition(final int venueId, final int instrumentId, final long quantity, final long averagePrice) {
        final VenueView view = view(venueId);
        if (view == null || !view.isBeingTold()) {
            return false;
        }
        view.position(instrumentId, quantity, averagePrice);
        return true;
    }

    void onForeignOrder(final int venueId, final int instrumentId, final Side side, final long quantity) {
        final VenueView view = view(venueId);
        if (view != null && view.reporting) {
            differ(
                    view,
                    instrumentId,
                    OrderIds.NULL_ORDER_ID,
                    Difference.FOREIGN_ORDER,
                    Resolution.LEAVE_ALONE,
                    0,
                    side.sign() * quantity);
        }
    }

    /** An order of ours is open at a venue; its terms there are about to become its terms here. */
    void onOrderReported(final Order order, final long quantity, final long limitPrice) {
        final VenueView view =
                view(instruments.get(order.instrumentId()).definition().venueId());
        if (view == null || !view.reporting) {
            return;
        }
        view.order(order.orderId());
        if (order.isReplaceUnanswered()) {
            return;
        }
        if (quantity != order.quantity()) {
            differ(view, order, Difference.ORDER_QUANTITY, Resolution.TAKE_THEIRS, order.quantity(), quantity);
        }
        if (limitPrice != order.limitPrice()) {
            differ(view, order, Difference.ORDER_PRICE, Resolution.TAKE_THEIRS, order.limitPrice(), limitPrice);
        }
    }

    /** An order bears a name of this run, and nobody here knows it. */
    void onStrangeOrder(final long orderId, final long quantity) {
        for (final VenueView view : views) {
            if (view.reporting) {
                differ(view, NO_INSTRUMENT, orderId, Difference.ORDER_UNKNOWN_HERE, Resolution.HALT, 0, quantity);
                return;
            }
        }
    }

    /** The view is complete: compares. */
    void onEnded(final int venueId) {
        final VenueView view = view(venueId);
        if (view == null || !view.reporting) {
            forgetUnasked(view);
            return;
        }
        view.requested = false;
        comparePositions(view);
        compareCash(view);
        compareOrders(view);
        view.reporting = false;
        output.reconciliationConcluded(venueId, view.differences, view.unresolved);
        if (view.unresolved > 0 && view.attempt < rules.attempts()) {
            view.attempt++;
            view.awaited = true;
            schedule(view, rules.retryNs());
        } else {
            view.attempt = 0;
            view.awaited = false;
            view.knownUntilNs = view.unresolved == 0 ? view.askedNs : view.knownUntilNs;
            scheduleNext(view);
        }
    }

    private static void forgetUnasked(final VenueView view) {
        if (view != null) {
            view.unasked = false;
        }
    }

    private void comparePositions(final VenueView view) {
        for (int i = 0; i < instruments.count(); i++) {
            if (instruments.get(i).definition().venueId() != view.venueId) {
                continue;
            }
            final Position net = books.portfolio().net(i);
            final long theirs = view.quantity(i);
            if (theirs != net.quantity()) {
                final Resolution resolution = rules.position(instruments.get(i), net.quantity(), theirs, view.attempt);
                differ(view, i, OrderIds.NULL_ORDER_ID, Difference.POSITION, resolution, net.quantity(), theirs);
                if (resolution == Resolution.TAKE_THEIRS) {
                    books.takePosition(i, theirs, view.averagePrice(i));
                }
            } else if (theirs != 0 && Math.abs(view.averagePrice(i) - net.averagePrice()) > AVERAGE_TOLERANCE) {
                differ(
                        view,
                        i,
                        OrderIds.NULL_ORDER_ID,
                        Difference.AVERAGE_PRICE,
                        Resolution.KEEP_OURS,
                        net.averagePrice(),
                        view.averagePrice(i));
            }
        }
    }

    private void compareCash(final VenueView view) {
        final Portfolio portfolio = books.portfolio();
        for (int id = 0; id < portfolio.valuation().currencyCount(); id++) {
            if (!view.hasCash(id)) {
                continue;
            }
            final CurrencyLedger ledger = portfolio.valuation().ledger(id);
            final long theirs = view.cash(id);
            if (theirs != ledger.cash()) {
                final Resolution resolution = rules.cash(ledger.cash(), theirs, view.attempt);
                differ(view, NO_INSTRUMENT, OrderIds.NULL_ORDER_ID, Difference.CASH, resolution, ledger.cash(), theirs);
                if (resolution == Resolution.TAKE_THEIRS) {
                    portfolio.cashReported(theirs, ledger.name());
                }
            }
        }
    }

    /** Orders that were decided after the question may have come too late for the answer. */
    private void compareOrders(final VenueView view) {
        final Orders orders = books.orders();
        for (int i = 0; i < orders.openCount(); i++) {
            final Order order = orders.openAt(i);
            final boolean isThere =
                    instruments.get(order.instrumentId()).definition().venueId() == view.venueId;
            if (isThere
                    && order.state() != OrderState.HELD
                    && order.state() != OrderState.UNKNOWN
                    && order.orderId() <= view.lastOrderId
                    && !view.hasOrder(order.orderId())) {
                differ(view, order, Difference.ORDER_UNKNOWN_THERE, Resolution.ASK, order.leavesQuantity(), 0);
                watch.doubt(order);
            }
        }
    }

    private void differ(
            final VenueView view,
            final Order order,
            final Difference difference,
            final Resolution resolution,
            final long ours,
            final long theirs) {
        differ(view, order.instrumentId(), order.orderId(), difference, resolution, ours, theirs);
    }

    private void differ(
            final VenueView view,
            final int instrumentId,
            final long orderId,
            final Difference difference,
            final Resolution resolution,
            final long ours,
            final long theirs) {
        view.differences++;
        output.differenceFound(view.venueId, instrumentId, orderId, difference, resolution, ours, theirs);
        if (resolution == Resolution.COMPARE_AGAIN) {
            view.unresolved++;
        } else if (resolution == Resolution.HALT) {
            view.unresolved++;
            core.halt(StateCause.RECONCILIATION);
        }
    }

    @Override
    public void exchange(final StateExchange state) {
        final int count = state.count("reconciliation", views.length, VenueLinks.MAX_VENUES);
        for (int i = 0; i < count; i++) {
            final int venueId = state.field("venueId", i < views.length ? views[i].venueId : 0);
            final VenueView view = i < views.length ? views[i] : newView(venueId);
            view.exchange(state);
        }
    }
}
