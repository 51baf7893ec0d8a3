package reprise.core;

import reprise.exit.ExitEngine;
import reprise.exit.ExitNote;
import reprise.exit.ExitReason;
import reprise.market.Bar;
import reprise.market.Instrument;
import reprise.market.Instruments;
import reprise.market.SplitRatio;
import reprise.message.EngineDecisions;
import reprise.order.Order;
import reprise.order.OrderIds;
import reprise.order.OrderPurpose;
import reprise.order.OrderRequest;
import reprise.order.OrderState;
import reprise.order.Orders;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.portfolio.Portfolio;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;
import reprise.time.EngineClock;

/**
 * The exit engine's place in the core. What opens or closes entries it learns from the links that the portfolio makes, so it does not matter
 * who sent the order: exits of the engine, of the strategy or of the operator reduce a protected position alike. Its own exits are market
 * orders in the strategy's book that name their entry; they never ask for more than the book holds and no other order is closing.
 *
 * <p>Where a protective stop rests at the venue, any other exit first takes it back, because the two together could sell twice; the exit
 * follows as soon as the venue has let go of the stop. Owned by the core; allocates nothing in steady state; part of replayed state.
 */
final class ExitDesk extends ExitRecords implements Snapshotable {
    private final EngineClock clock;
    private final Instruments instruments;
    private final Portfolio portfolio;
    private final Closable closable;
    private final Orders orders;
    private final OrderDesk desk;
    private final ExitPlans plans;
    private final ExitEngine engine;
    private final SessionExits sessions;
    private final ProtectiveStops stops = new ProtectiveStops();
    private final BookingLinks links = new BookingLinks();
    private final OrderRequest request = new OrderRequest();

    /** A desk; strategies without a plan are left alone. */
    ExitDesk(
            final EngineClock clock,
            final CoreBooks books,
            final Instruments instruments,
            final OrderDesk desk,
            final ExitPlans plans,
            final EngineDecisions decisions) {
        super(decisions);
        this.clock = clock;
        this.instruments = instruments;
        this.portfolio = books.portfolio();
        this.closable = new Closable(instruments, books);
        this.orders = books.orders();
        this.desk = desk;
        this.plans = plans;
        engine = new ExitEngine(this, plans.plans());
        sessions = new SessionExits(instruments, plans, engine);
    }

    /** Takes note of links while a fill is booked. */
    BookingLinks links() {
        return links;
    }

    ExitPlans plans() {
        return plans;
    }

    /** A fill was booked, and the books balance. */
    void onFill(final Order order, final long price, final long quantity) {
        final int instrumentId = order.instrumentId();
        if (quantity < 0) {
            onBust(order, -quantity);
            return;
        }
        for (int i = 0; i < links.count(); i++) {
            engine.onExitFill(instrumentId, links.entryOrderId(i), order.orderId(), links.quantity(i));
        }
        final long opened = quantity - links.closedQuantity();
        links.clear();
        if (opened > 0 && plans.protects(order.strategyId())) {
            onOpened(order, price, opened);
        }
    }

    /** A fill was taken back: what it had closed is held again, what it had opened no longer is. */
    private void onBust(final Order order, final long quantity) {
        final long opened = quantity - links.closedQuantity();
        for (int i = 0; i < links.count(); i++) {
            engine.onExitBusted(order.instrumentId(), links.entryOrderId(i), links.quantity(i));
        }
        links.clear();
        if (opened > 0) {
            engine.onEntryBusted(order.instrumentId(), order.orderId(), opened);
        }
    }

    /**
     * Whether an order of a strategy would, together with exits that are under way, close more than its book holds: both would fill, and the
     * book would be turned over.
     */
    boolean overlaps(final int strategyId, final OrderRequest request) {
        final int instrumentId = request.instrument().id();
        return plans.protects(strategyId)
                && engine.isLeaving(strategyId, instrumentId)
                && request.side() == closable.side(strategyId, instrumentId)
                && request.quantity() > closable.quantity(strategyId, instrumentId, Long.MAX_VALUE);
    }

    private void onOpened(final Order order, final long price, final long quantity) {
        final Instrument instrument = instruments.get(order.instrumentId());
        final int strategyId = order.strategyId();
        final int planId = plans.planId(strategyId, instrument.id());
        final long atr = planId == ExitEngine.NO_PLAN ? -1 : plans.atr(planId, instrument);
        final long entryOrderId = portfolio.entryOf(strategyId, instrument.id(), order.orderId());
        final int usable = atr < 0 ? ExitEngine.NO_PLAN : planId;
        clock.alarmNext();
        engine.protect(strategyId, instrument, order.side(), entryOrderId, usable, Math.max(atr, 0));
        engine.onEntryFill(instrument.id(), entryOrderId, price, quantity, clock.timeNs());
        if (usable != ExitEngine.NO_PLAN) {
            sessions.entered(usable, instrument, clock.timeNs());
        }
    }

    /** An order changed in any way, after its fill was told. */
    void onOrder(final Order order) {
        final int stop = stops.ofOrder(order.orderId());
        if (stop != ProtectiveStops.NONE) {
            onStop(stop, order);
        }
        if (!order.isOpen()) {
            // One that was to close may have gone beyond, and opened something of its own.
            engine.onEntryEnded(order.instrumentId(), order.orderId());
            final long entryOrderId = order.terms().entryOrderId();
            if (entryOrderId != OrderIds.NULL_ORDER_ID) {
                engine.onExitEnded(order.instrumentId(), entryOrderId, order.orderId());
            }
        }
    }

    private void onStop(final int index, final Order order) {
        final long entryOrderId = stops.entryOrderId(index);
        final int instrumentId = order.instrumentId();
        if (order.isOpen()) {
            // One that was reached is on its way out itself: another exit would only call it back.
            final boolean rests = order.state() == OrderState.HELD || order.isTriggered() || order.wasSeenAtVenue();
            engine.onNativeStop(instrumentId, entryOrderId, rests, clock.timeNs());
            move(index, order);
            return;
        }
        final boolean renews = stops.isRenewing(index);
        stops.remove(index);
        engine.onNativeStop(instrumentId, entryOrderId, false, clock.timeNs());
        if (renews) {
            engine.renewStop(instrumentId, entryOrderId);
        }
    }

    /** Asks the venue once for each wish: one that it refuses would be refused again, and so for ever. */
    private void move(final int index, final Order stop) {
        final long stopPrice = stops.stopPrice(index);
        final long total = stop.filledQuantity() + stop.bustedQuantity() + stops.quantity(index);
        final boolean differs =
                total != stop.quantity() || stopPrice != stop.terms().stopPrice();
        if (differs && !stops.isGivingWay(index) && !stops.isAsked(index)) {
            if (desk.replace(stop, total, 0, stopPrice) == RejectReason.NONE) {
                stops.asked(index);
            }
        }
    }

    void onBar(final Instrument instrument) {
        final Bar bar = instrument.bar();
        engine.onBar(
                instrument.id(),
                bar.closeTimeNs() - bar.periodNs(),
                bar.closeTimeNs(),
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                clock.timeNs());
    }

    void onQuote(final int instrumentId, final long venueTimeNs, final long bidPrice, final long askPrice) {
        engine.onQuote(instrumentId, bidPrice, askPrice, timeOf(venueTimeNs), clock.timeNs());
    }

    void onTrade(final int instrumentId, final long venueTimeNs, final long price) {
        engine.onTrade(instrumentId, price, timeOf(venueTimeNs), clock.timeNs());
    }

    /** A venue that does not say when is believed to speak of now; one whose clock is ahead is not believed. */
    private long timeOf(final long venueTimeNs) {
        return venueTimeNs <= 0 ? clock.timeNs() : Math.min(venueTimeNs, clock.timeNs());
    }

    /** A stop at the venue is of the old units: it is taken back, and placed anew at its new level once the venue has let go of it. */
    void onSplit(final int instrumentId, final SplitRatio ratio) {
        for (int i = 0; i < stops.count(); i++) {
            final Order stop = orders.find(stops.stopOrderId(i));
            if (stop.instrumentId() == instrumentId && stop.state() != OrderState.HELD) {
                stops.renew(i);
                desk.cancel(stop);
            }
        }
        engine.onSplit(instrumentId, ratio);
    }

    void onStatus(final int instrumentId, final boolean trades) {
        engine.onTrading(instrumentId, trades, clock.timeNs());
    }

    /** The strategy that holds an instrument wants out of it. */
    void onSignal(final int strategyId, final int instrumentId) {
        engine.onSignal(strategyId, instrumentId, clock.timeNs());
    }

    /** Whether any entry is protected: every price may bring the time forward at which it has to be looked at. */
    boolean isWatching() {
        return engine.openCount() > 0;
    }

    long nextDeadlineNs() {
        return Math.min(engine.nextDeadlineNs(), sessions.nextEndNs());
    }

    void onTimer(final long timeNs) {
        sessions.onTimer(timeNs);
        if (engine.nextDeadlineNs() <= timeNs) {
            engine.onTimer(timeNs);
        }
    }

    @Override
    public long onExit(
            final int strategyId,
            final int instrumentId,
            final long entryOrderId,
            final ExitReason reason,
            final long triggerPrice,
            final long price,
            final long quantity) {
        final int stop = stops.ofEntry(entryOrderId);
        if (stop != ProtectiveStops.NONE) {
            stops.giveWay(stop);
            desk.cancel(orders.find(stops.stopOrderId(stop)));
            return OrderIds.NULL_ORDER_ID;
        }
        final Side side = closable.side(strategyId, instrumentId);
        final long closing = closable.quantity(strategyId, instrumentId, quantity);
        if (closing <= 0) {
            return OrderIds.NULL_ORDER_ID;
        }
        request.market(instruments.get(instrumentId), side, closing, TimeInForce.GTC)
                .closing(entryOrderId);
        if (desk.submit(strategyId, request, reason.purpose()) == RejectReason.NONE) {
            decisions.exitDecided(strategyId, instrumentId, entryOrderId, reason, triggerPrice, price, closing);
        }
        return request.orderId();
    }

    @Override
    public void onCancelEntry(final int strategyId, final int instrumentId, final long entryOrderId) {
        desk.cancel(orders.find(entryOrderId));
    }

    @Override
    public void onProtectiveStop(
            final int strategyId,
            final int instrumentId,
            final long entryOrderId,
            final long stopPrice,
            final long quantity) {
        final int index = stops.ofEntry(entryOrderId);
        if (index == ProtectiveStops.NONE) {
            if (quantity > 0) {
                placeStop(strategyId, instrumentId, entryOrderId, stopPrice, quantity);
            }
            return;
        }
        stops.wish(index, stopPrice, quantity);
        final Order stop = orders.find(stops.stopOrderId(index));
        if (quantity == 0) {
            desk.cancel(stop);
        } else {
            move(index, stop);
        }
    }

    private void placeStop(
            final int strategyId,
            final int instrumentId,
            final long entryOrderId,
            final long stopPrice,
            final long quantity) {
        final Side side = closable.side(strategyId, instrumentId);
        final long closing = closable.quantity(strategyId, instrumentId, quantity);
        if (closing <= 0) {
            return;
        }
        request.stop(instruments.get(instrumentId), side, closing, stopPrice, TimeInForce.GTC)
                .closing(entryOrderId);
        if (desk.submit(strategyId, request, OrderPurpose.PROTECTIVE_STOP) == RejectReason.NONE) {
            stops.add(entryOrderId, request.orderId(), stopPrice, closing);
            note(strategyId, instrumentId, entryOrderId, ExitNote.PROTECTIVE_STOP, stopPrice);
            if (orders.find(request.orderId()).state() == OrderState.HELD) {
                // Nobody will accept what the engine holds itself: it rests from now on.
                engine.onNativeStop(instrumentId, entryOrderId, true, clock.timeNs());
            }
        }
    }

    @Override
    public void onEnded(
            final int strategyId,
            final int instrumentId,
            final long entryOrderId,
            final long exitedQuantity,
            final long dust) {
        final int stop = stops.ofEntry(entryOrderId);
        if (stop != ProtectiveStops.NONE) {
            desk.cancel(orders.find(stops.stopOrderId(stop)));
        }
        note(strategyId, instrumentId, entryOrderId, ExitNote.ENDED, dust);
    }

    @Override
    public void exchange(final StateExchange state) {
        plans.exchange(state);
        engine.exchange(state);
        sessions.exchange(state);
        stops.exchange(state);
    }
}
