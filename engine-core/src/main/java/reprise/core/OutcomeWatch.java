package reprise.core;

import reprise.market.Instruments;
import reprise.message.EngineCommands;
import reprise.order.Order;
import reprise.order.OrderState;
import reprise.order.Orders;
import reprise.risk.StateCause;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;
import reprise.time.EngineClock;
import reprise.time.Timers;

/**
 * Watches over what venues have not answered. A request whose answer is overdue puts its order into UNKNOWN, and the venue is asked what
 * became of it, again and again until it answers, each time after twice the wait up to a limit; nothing is assumed and nothing is sent twice.
 * A venue that leaves several queries without an answer is not to be traded blindly: the instrument may then only be reduced, until the
 * operator ends that. One timer serves all orders: the earliest deadline. Owned by the core; allocates nothing; part of replayed state.
 */
final class OutcomeWatch implements Snapshotable {
    /** Owner of the timer; strategies begin at 1. */
    static final int TIMER_OWNER = -1;

    private static final long NOT_SCHEDULED = Long.MAX_VALUE;

    private final EngineCore core;
    private final EngineClock clock;
    private final Timers timers;
    private final Instruments instruments;
    private final Orders orders;
    private final VenueLinks venues;
    private final EngineCommands commands;
    private final OrderTimeouts timeouts;
    private long eventTimeNs;
    private long timerDeadlineNs = NOT_SCHEDULED;

    OutcomeWatch(
            final EngineCore core,
            final EngineClock clock,
            final Timers timers,
            final Instruments instruments,
            final Orders orders,
            final VenueLinks venues,
            final EngineCommands commands,
            final OrderTimeouts timeouts) {
        this.core = core;
        this.clock = clock;
        this.timers = timers;
        this.instruments = instruments;
        this.orders = orders;
        this.venues = venues;
        this.commands = commands;
        this.timeouts = timeouts;
    }

    /** A timer that fires before an event is older than the event, but what it sends goes out with it: no answer can come earlier. */
    void beginEvent(final long timeNs) {
        eventTimeNs = Math.max(eventTimeNs, timeNs);
    }

    /** When the event is for which timers fire now. */
    long eventTimeNs() {
        return eventTimeNs;
    }

    void submitted(final Order order) {
        await(order, timeouts.submitNs());
    }

    void cancelAsked(final Order order) {
        // Of an order whose outcome is unknown the next question is due at its time whatever else is asked.
        if (order.state() != OrderState.UNKNOWN) {
            await(order, timeouts.cancelNs());
        }
    }

    void replaceAsked(final Order order) {
        await(order, timeouts.replaceNs());
    }

    private void await(final Order order, final long timeoutNs) {
        final long deadlineNs = Math.max(eventTimeNs, clock.timeNs()) + timeoutNs;
        orders.awaitUntil(order, deadlineNs);
        schedule(deadlineNs);
    }

    private void schedule(final long deadlineNs) {
        if (deadlineNs < timerDeadlineNs) {
            timerDeadlineNs = deadlineNs;
            timers.schedule(deadlineNs, TIMER_OWNER, 0);
        }
    }

    /** Somebody who knows says that nobody knows; or time says so. Returns whether that is news. */
    boolean doubt(final Order order) {
        final boolean isNews = orders.doubt(order);
        if (isNews) {
            query(order);
        }
        return isNews;
    }

    private void query(final Order order) {
        if (venues.isConnected(instruments.get(order.instrumentId()))) {
            if (order.queries() == timeouts.maxQueries()) {
                core.restrict(
                        TradingScope.INSTRUMENT, order.instrumentId(), TradingState.REDUCING, StateCause.NO_ANSWER);
            }
            orders.queried(order);
            ask(order);
        }
        await(order, timeouts.afterQueriesNs(order.queries()));
    }

    /** Of orders that a venue keeps as one, it is asked for the first, and once. */
    private void ask(final Order order) {
        final long askedBy = core.groups().askedBy(order);
        final Order first = askedBy == order.orderId() ? null : orders.find(askedBy);
        if (first == null || first.state() != OrderState.UNKNOWN) {
            commands.queryOrder(askedBy, order.instrumentId());
        }
    }

    void onTimer(final long deadlineNs) {
        if (deadlineNs == timerDeadlineNs) {
            timerDeadlineNs = NOT_SCHEDULED;
        }
        long nextNs = NOT_SCHEDULED;
        for (int i = 0; i < orders.openCount(); i++) {
            final Order order = orders.openAt(i);
            if (isAwaited(order.state())) {
                if (order.deadlineNs() <= deadlineNs) {
                    overdue(order);
                }
                nextNs = Math.min(nextNs, order.deadlineNs());
            }
        }
        if (nextNs != NOT_SCHEDULED) {
            schedule(nextNs);
        }
    }

    private void overdue(final Order order) {
        if (order.state() == OrderState.UNKNOWN) {
            query(order);
        } else if (doubt(order)) {
            core.news().later(order);
        }
    }

    /** Another process had asked, and is gone: what has no answer is in doubt, and is asked for when its venue is connected. */
    void onResumed() {
        for (int i = 0; i < orders.openCount(); i++) {
            final Order order = orders.openAt(i);
            final long askedNs = order.deadlineNs() - timeoutNs(order.state());
            if (orders.resume(order, askedNs)) {
                await(order, timeouts.queryNs());
            }
        }
    }

    private long timeoutNs(final OrderState state) {
        return switch (state) {
            case PENDING_NEW -> timeouts.submitNs();
            case PENDING_CANCEL -> timeouts.cancelNs();
            case PENDING_REPLACE -> timeouts.replaceNs();
            default -> timeouts.queryNs();
        };
    }

    private static boolean isAwaited(final OrderState state) {
        return switch (state) {
            case PENDING_NEW, PENDING_CANCEL, PENDING_REPLACE, UNKNOWN -> true;
            default -> false;
        };
    }

    /** What could not be asked can be asked now. */
    void onVenueConnected(final int venueId) {
        if (orders.counts().unknown() == 0) {
            return;
        }
        for (int i = 0; i < orders.openCount(); i++) {
            final Order order = orders.openAt(i);
            if (order.state() == OrderState.UNKNOWN
                    && instruments.get(order.instrumentId()).definition().venueId() == venueId) {
                query(order);
            }
        }
    }

    @Override
    public void exchange(final StateExchange state) {
        state.section("outcomeWatch", 0);
        eventTimeNs = state.field("eventTimeNs", eventTimeNs);
        timerDeadlineNs = state.field("timerDeadlineNs", timerDeadlineNs);
    }
}
