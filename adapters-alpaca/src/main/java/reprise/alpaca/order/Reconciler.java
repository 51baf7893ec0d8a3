package reprise.alpaca.order;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reprise.alpaca.rest.RestService;
import reprise.alpaca.wire.FillActivity;
import reprise.alpaca.wire.OrderMessage;
import reprise.alpaca.wire.VenueStatus;
import reprise.market.InstrumentDefinition;
import reprise.message.EventPublisher;
import reprise.number.Rounding;
import reprise.order.Side;

/**
 * Reads the venue's whole view of our account and tells it as one, or not at all. Something may happen while it is read: it is read again
 * until nothing did, a few times. On a strand of its own.
 */
final class Reconciler {
    private static final int ATTEMPTS = 4;
    private static final long PAUSE_NS = 250_000_000;

    private final int venueId;
    private final OrderBook book;
    private final AlpacaInstruments instruments;
    private final OrderTeller teller;
    private final OrderRefresher refresher;
    private final RestService trading;
    private final OrderCommands.WorkParts work;
    private boolean accountTold;

    Reconciler(
            final int venueId,
            final OrderBook book,
            final AlpacaInstruments instruments,
            final OrderTeller teller,
            final OrderRefresher refresher,
            final RestService trading,
            final OrderCommands.WorkParts work) {
        this.venueId = venueId;
        this.book = book;
        this.instruments = instruments;
        this.teller = teller;
        this.refresher = refresher;
        this.trading = trading;
        this.work = work;
    }

    /** Orders of ours that are open or have traded, and open orders that are not ours. */
    private record OpenOrders(Set<LiveOrder> ours, List<Foreign> foreign) {}

    private record Foreign(InstrumentDefinition instrument, Side side, long quantity, long limitPrice, String id) {}

    /** What happened while nobody listened is told now. The first time the account is told as well. Returns whether it could be. */
    boolean closeGap() {
        final OpenOrders open = readOpenOrders(null);
        if (open == null) {
            return false;
        }
        final Set<LiveOrder> concerned = new LinkedHashSet<>();
        synchronized (book) {
            book.open().stream().filter(LiveOrder::isSeen).forEach(concerned::add);
        }
        for (final LiveOrder order : concerned) {
            if (!open.ours.contains(order) && refresher.bring(order, false) != RestOrders.Found.YES) {
                return false;
            }
        }
        return accountTold || tellAccount();
    }

    /** As a view that nobody has asked for: an engine that goes on with books of its own does not take it over those. */
    private boolean tellAccount() {
        final AccountView account = AccountView.read(trading, instruments, work.notices());
        if (account == null) {
            return false;
        }
        synchronized (book) {
            final EventPublisher events = work.threads().get().events();
            events.at(nowNs()).onReconciliationBegan(venueId, nowNs());
            account.tell(venueId, nowNs(), events);
            events.at(nowNs()).onReconciliationEnded(venueId);
        }
        accountTold = true;
        return true;
    }

    /** Returns whether the view was told. */
    boolean reconcile(final long sinceNs) {
        for (int attempt = 0; attempt < ATTEMPTS && pause(attempt); attempt++) {
            if (tryOnce(sinceNs, attempt == ATTEMPTS - 1)) {
                return true;
            }
        }
        work.notices().tell("the venue's view of the account could not be read");
        return false;
    }

    private boolean pause(final int attempt) {
        try {
            if (attempt > 0) {
                work.clock().sleep(PAUSE_NS * attempt);
            }
            return !work.strands().isClosed();
        } catch (final InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean tryOnce(final long sinceNs, final boolean isLast) {
        final AccountView before = AccountView.read(trading, instruments, work.notices());
        final List<FillActivity> fills = new ArrayList<>();
        if (before == null || !work.threads().get().rest().fills(sinceNs, fills::add)) {
            return false;
        }
        final OpenOrders open = readOpenOrders(fills);
        final AccountView after = AccountView.read(trading, instruments, work.notices());
        if (open == null || after == null || !isLast && !after.isSame(before)) {
            return false;
        }
        synchronized (book) {
            for (final LiveOrder order : open.ours) {
                if (order.stale || order.isBehind()) {
                    return false;
                }
            }
            tell(sinceNs, open, after);
            return true;
        }
    }

    private void tell(final long sinceNs, final OpenOrders open, final AccountView account) {
        final EventPublisher events = work.threads().get().events();
        events.at(nowNs()).onReconciliationBegan(venueId, sinceNs);
        for (final LiveOrder order : open.ours) {
            teller.repeatExecutions(order, events);
        }
        for (final LiveOrder order : open.ours) {
            if (order.current().status.isOpen()) {
                teller.report(order, nowNs(), events);
            }
        }
        for (final Foreign foreign : open.foreign) {
            events.at(nowNs())
                    .onForeignOrderReported(
                            venueId,
                            foreign.instrument.instrumentId(),
                            foreign.side,
                            foreign.quantity,
                            foreign.limitPrice,
                            foreign.id);
        }
        account.tell(venueId, nowNs(), events);
        events.at(nowNs()).onReconciliationEnded(venueId);
    }

    private long nowNs() {
        return work.clock().epochMs() * 1_000_000;
    }

    /**
     * Reads open orders and brings ours up to date.
     *
     * @param fills whose orders are wanted too, or null.
     * @return null if not all could be read.
     */
    private OpenOrders readOpenOrders(final List<FillActivity> fills) {
        final Map<String, OrderMessage> messages = new LinkedHashMap<>();
        if (!work.threads()
                .get()
                .rest()
                .openOrders(order -> messages.put(order.id().toString(), order))) {
            return null;
        }
        if (fills != null && !readOrdersOf(fills, messages)) {
            return null;
        }
        if (!adoptExits(messages.values())) {
            return null;
        }
        final OpenOrders open = new OpenOrders(new LinkedHashSet<>(), new ArrayList<>());
        final Set<LiveOrder> outdated = new LinkedHashSet<>();
        for (final OrderMessage message : messages.values()) {
            synchronized (book) {
                final LiveOrder order = book.orderOf(message);
                if (order == null) {
                    addForeign(message, open.foreign);
                } else {
                    open.ours.add(order);
                    if (!isUpToDate(order, message)) {
                        outdated.add(order);
                    }
                }
            }
        }
        synchronized (book) {
            addMissed(fills == null ? List.of() : fills, open.ours, outdated);
        }
        for (final LiveOrder order : outdated) {
            if (refresher.bring(order, !order.isSeen()) != RestOrders.Found.YES) {
                return null;
            }
        }
        return open;
    }

    /** Exits bear names of the venue's: those that a process before this one placed are found by their entries. */
    private boolean adoptExits(final Collection<OrderMessage> messages) {
        final Set<String> symbols = new LinkedHashSet<>();
        synchronized (book) {
            for (final OrderMessage message : messages) {
                if (message.isOfGroup() && book.orderOf(message) == null) {
                    symbols.add(message.symbol().toString());
                }
            }
        }
        for (final String symbol : symbols) {
            if (!work.threads().get().rest().groups(symbol, this::adoptExits)) {
                return false;
            }
        }
        return true;
    }

    private void adoptExits(final OrderMessage message) {
        synchronized (book) {
            final LiveOrder first = message.legs().isEmpty() ? null : book.orderOf(message);
            if (first == null) {
                return;
            }
            for (final OrderMessage leg : message.legs()) {
                final LiveOrder order = book.leg(first, message, leg);
                if (!order.isSeen()) {
                    teller.hear(order, leg);
                    order.adopt();
                }
            }
        }
    }

    /** Orders that traded and are not open any more. */
    private boolean readOrdersOf(final List<FillActivity> fills, final Map<String, OrderMessage> messages) {
        for (final FillActivity fill : fills) {
            final String id = fill.orderId().toString();
            if (!id.isEmpty() && !messages.containsKey(id)) {
                final OrderMessage order = new OrderMessage();
                final RestOrders.Found found = work.threads().get().rest().order(id, order);
                if (found == RestOrders.Found.UNKNOWN) {
                    return false;
                }
                if (found == RestOrders.Found.YES) {
                    messages.put(id, order);
                }
            }
        }
        return true;
    }

    /** Orders with a fill, a bust or a correction that was not heard of. */
    private static void addMissed(
            final List<FillActivity> fills, final Set<LiveOrder> ours, final Set<LiveOrder> outdated) {
        for (final FillActivity fill : fills) {
            final long key = ExecutionIds.key(fill.orderId());
            for (final LiveOrder order : ours) {
                final VenueOrder venueOrder = order.find(key);
                if (venueOrder != null && !OrderTeller.isKnown(venueOrder, fill)) {
                    order.correctionMissed = true;
                    outdated.add(order);
                }
            }
        }
    }

    private static boolean isUpToDate(final LiveOrder order, final OrderMessage message) {
        final VenueOrder venueOrder = order.find(ExecutionIds.key(message.id()));
        if (venueOrder == null || order.stale || order.isBehind()) {
            return false;
        }
        final int decimals = order.instrument.quantityDecimals();
        final boolean sameFills = message.filledQuantity().toScale(decimals, Rounding.FLOOR) == venueOrder.filledTold;
        final boolean sameEnd = message.status().isFinal() == venueOrder.status.isFinal();
        return sameFills && sameEnd && message.status() != VenueStatus.REPLACED;
    }

    private void addForeign(final OrderMessage message, final List<Foreign> foreign) {
        final InstrumentDefinition instrument = instruments.find(message.symbol());
        if (instrument == null || !message.status().isOpen()) {
            return;
        }
        final int decimals = instrument.quantityDecimals();
        final long leaves = message.quantity().toScale(decimals, Rounding.CEILING)
                - message.filledQuantity().toScale(decimals, Rounding.FLOOR);
        foreign.add(new Foreign(
                instrument,
                message.side().is("sell") ? Side.SELL : Side.BUY,
                Math.max(0, leaves),
                message.limitPrice().toScale(instrument.priceDecimals(), Rounding.HALF_EVEN),
                message.id().toString()));
    }
}
