package reprise.alpaca.order;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import reprise.alpaca.rest.RestClock;
import reprise.alpaca.wire.FillActivity;
import reprise.alpaca.wire.OrderMessage;
import reprise.market.InstrumentDefinition;

/** Asks the venue for all of an order, and lets the engine be told what it missed. On the threads that work on orders. */
final class OrderRefresher implements OrderFollowUp {
    private static final int ATTEMPTS = 5;
    private static final long PAUSE_NS = 200_000_000;

    /** How long the stream has to bring what an answer has shown already. */
    private static final long STREAM_LAG_MS = 1_000;

    private static final long RETRY_MS = 2_000;
    private static final int TRIM_PATIENCE = 10;

    private final OrderBook book;
    private final ClientIds names;
    private final Strands strands;
    private final Supplier<OrderThread> threads;
    private final RestClock clock;
    private final Notices notices;
    private final UpdateWatch watch;
    private OrderTeller teller;
    private OrderReplacer replacer;

    OrderRefresher(
            final OrderBook book,
            final ClientIds names,
            final Strands strands,
            final Supplier<OrderThread> threads,
            final RestClock clock,
            final Notices notices,
            final UpdateWatch watch) {
        this.book = book;
        this.names = names;
        this.strands = strands;
        this.threads = threads;
        this.clock = clock;
        this.notices = notices;
        this.watch = watch;
    }

    /** Closes the circle. */
    void connect(final OrderTeller newTeller, final OrderReplacer newReplacer) {
        teller = newTeller;
        replacer = newReplacer;
    }

    /**
     * Brings an order up to date: its row, its executions, what follows from them.
     *
     * @param order on whose strand this runs.
     * @param silently whether the engine knows or is about to be told where in its row of replacements the order stands.
     * @return YES if all is known; NO if the venue has no such order; UNKNOWN if there is no telling.
     */
    RestOrders.Found bring(final LiveOrder order, final boolean silently) {
        for (int attempt = 0; attempt < ATTEMPTS && pause(attempt); attempt++) {
            final VenueOrder from;
            final String fromId;
            synchronized (book) {
                from = order.firstUnsettled();
                fromId = from == null ? null : from.id;
            }
            final List<OrderMessage> row = new ArrayList<>();
            final RestOrders.Found found = threads.get().rest().row(fromId, names.format(order.orderId, 0, 0), row);
            if (found != RestOrders.Found.YES) {
                return fromId == null ? found : RestOrders.Found.UNKNOWN;
            }
            final long sinceNs;
            synchronized (book) {
                final List<VenueOrder> heard = new ArrayList<>();
                row.forEach(message -> heard.add(teller.hear(order, message)));
                order.arrange(from, heard);
                if (silently) {
                    order.adopt();
                }
                sinceNs = fillsNeededSinceNs(order);
            }
            final List<FillActivity> fills = new ArrayList<>();
            if (sinceNs > 0 && !threads.get().rest().fills(sinceNs, fills::add)) {
                return RestOrders.Found.UNKNOWN;
            }
            if (tell(order, fills)) {
                return RestOrders.Found.YES;
            }
        }
        notice("what became of order " + order.orderId + " is not known yet: its executions are not complete");
        return RestOrders.Found.UNKNOWN;
    }

    private boolean pause(final int attempt) {
        try {
            if (attempt > 0) {
                clock.sleep(PAUSE_NS * attempt);
            }
            return !strands.isClosed();
        } catch (final InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean tell(final LiveOrder order, final List<FillActivity> fills) {
        synchronized (book) {
            for (final FillActivity fill : fills) {
                final VenueOrder venueOrder = order.find(ExecutionIds.key(fill.orderId()));
                if (venueOrder != null) {
                    teller.onActivity(order, venueOrder, fill, threads.get().events());
                }
            }
            if (order.isBehind()
                    || order.successor(order.current()) == null
                            && order.current().status.reported() == null) {
                return false;
            }
            order.stale = false;
            order.correctionMissed = false;
            final long updatedNs = order.current().updatedNs;
            final long timeNs = updatedNs > 0 ? updatedNs : clock.epochMs() * 1_000_000;
            teller.settle(order, timeNs, threads.get().events());
            return !order.stale;
        }
    }

    /** From when on executions must be read; 0 for none. */
    private static long fillsNeededSinceNs(final LiveOrder order) {
        long sinceNs = Long.MAX_VALUE;
        for (final VenueOrder venueOrder : order.chain) {
            if (order.correctionMissed || venueOrder.isBehind()) {
                final boolean isGoing = venueOrder.lastFillNs > 0 && !order.correctionMissed;
                sinceNs = Math.min(sinceNs, isGoing ? venueOrder.lastFillNs : Math.max(1, venueOrder.createdNs));
            }
        }
        return sinceNs == Long.MAX_VALUE ? 0 : sinceNs;
    }

    @Override
    public void refresh(final LiveOrder order, final boolean atOnce) {
        if (atOnce && !order.refreshPlannedNow) {
            order.refreshPlannedNow = true;
            strands.run(order.orderId, () -> refreshPlanned(order));
        } else if (!atOnce && !order.refreshPlanned && !order.refreshPlannedNow) {
            order.refreshPlanned = true;
            strands.runLater(order.orderId, STREAM_LAG_MS, () -> refreshPlanned(order));
        }
    }

    private void refreshPlanned(final LiveOrder order) {
        synchronized (book) {
            order.refreshPlanned = false;
            order.refreshPlannedNow = false;
            if (!order.stale && !order.isBehind() && !OrderTeller.isAheadOfUs(order)) {
                return;
            }
        }
        if (bring(order, false) != RestOrders.Found.YES) {
            synchronized (book) {
                order.refreshPlannedNow = true;
                strands.runLater(order.orderId, RETRY_MS, () -> refreshPlanned(order));
            }
        }
    }

    @Override
    public void trim(final LiveOrder order, final long quantity) {
        strands.run(order.orderId, () -> replacer.trim(order, quantity, TRIM_PATIENCE));
    }

    @Override
    public void identify(final String venueOrderId) {
        strands.run(ExecutionIds.key(venueOrderId), () -> {
            final OrderMessage message = new OrderMessage();
            if (threads.get().rest().order(venueOrderId, message) != RestOrders.Found.YES) {
                notice("whose order a trade update was about could not be found out");
                return;
            }
            synchronized (book) {
                final LiveOrder order = book.orderOf(message);
                if (order != null) {
                    book.venueOrder(order, message);
                    order.rowUnknown = true;
                    order.stale = true;
                    refresh(order, true);
                }
            }
        });
    }

    @Override
    public void onShown() {
        watch.onShown();
    }

    @Override
    public void notice(final String text) {
        notices.tell(text);
    }

    /** The order that a number names, as it is known here, or as a new one. */
    LiveOrder order(final long orderId, final InstrumentDefinition instrument) {
        synchronized (book) {
            return book.open(orderId, instrument);
        }
    }
}
