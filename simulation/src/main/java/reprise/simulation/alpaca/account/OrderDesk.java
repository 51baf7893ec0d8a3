package reprise.simulation.alpaca.account;

import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;
import reprise.simulation.alpaca.market.Asset;
import reprise.simulation.alpaca.market.Market;

/**
 * Takes orders, changes and cancels. Each request has two halves: the first is answered, the second happens at the market and is reported,
 * so that whoever serves the request decides what a client hears first. Guarded by the venue's lock.
 */
public final class OrderDesk {
    private static final long GTC_NS = TimeUnit.DAYS.toNanos(90);

    private final Market market;
    private final Orders orders;
    private final Books books;
    private final Reports reports;
    private final Funds funds;
    private final OrderRules rules;
    private final WashTrades washTrades;
    private final Ids ids;
    private final Groups groups;
    private final Matcher matcher;
    private final Clearing clearing;
    private final DayTrades dayTrades;
    private long repeated;

    OrderDesk(final Market market, final Books books, final Orders orders, final Reports reports, final Funds funds) {
        this.market = market;
        this.orders = orders;
        this.books = books;
        this.reports = reports;
        this.funds = funds;
        rules = new OrderRules(market);
        washTrades = new WashTrades(orders);
        ids = new Ids(books.terms().seed());
        groups = new Groups(this::activate, order -> end(order, "canceled"));
        dayTrades = new DayTrades(market, books);
        clearing = new Clearing(market, books, reports, ids, groups, dayTrades);
        matcher = new Matcher(market, orders, books.terms(), clearing::fill, this::end);
    }

    /** Fills of working orders. */
    Matcher matcher() {
        return matcher;
    }

    /**
     * Books of fills.
     *
     * @return where fills are made and corrected.
     */
    public Clearing clearing() {
        return clearing;
    }

    /**
     * How many orders came under an id that was used before.
     *
     * @return all refused.
     */
    public long repeated() {
        return repeated;
    }

    /**
     * First half of a new order: checked and taken.
     *
     * @param request what the client wants.
     * @return the order, with its legs.
     * @throws Refusal if it is not taken.
     */
    public Order submit(final OrderRequest request) {
        books.terms().standing().check();
        requireNewClientOrderId(request.clientOrderId());
        final Asset asset = market.asset(request.symbol())
                .or(() -> market.assetOfPosition(request.symbol()))
                .orElseThrow(() -> Refusal.unprocessable("asset \"" + request.symbol() + "\" not found"));
        rules.check(request, asset);
        GroupRules.check(request, market.tape(asset).lastPrice());
        washTrades.check(request, asset);
        funds.check(request, asset, null);
        dayTrades.check(request, asset);
        final Order order = create(request, asset);
        Legs.of(request).forEach(leg -> {
            final Order created = create(leg, asset);
            order.addLeg(created);
            created.become(OrderStatus.HELD, market.stampNs());
        });
        if (!matcher.isMarketOpenFor(order) || isForAuction(order)) {
            order.become(OrderStatus.ACCEPTED, market.stampNs());
        }
        return order;
    }

    private static boolean isForAuction(final Order order) {
        final TimeInForce time = order.request().timeInForce();
        return time == TimeInForce.OPG || time == TimeInForce.CLS;
    }

    private void requireNewClientOrderId(final String clientOrderId) {
        if (clientOrderId != null && orders.isKnown(clientOrderId)) {
            repeated++;
            throw Refusal.repeatedClientOrderId();
        }
    }

    private Order create(final OrderRequest request, final Asset asset) {
        final String clientOrderId =
                request.clientOrderId() == null ? ids.next().toString() : request.clientOrderId();
        final Order order = new Order(ids.next(), asset, request, clientOrderId, market.stampNs());
        order.expiresAt(expiryNs(order));
        orders.add(order);
        return order;
    }

    private long expiryNs(final Order order) {
        if (order.request().timeInForce() == TimeInForce.GTC || order.asset().isCrypto()) {
            return market.nowNs() + GTC_NS;
        }
        return market.hours().dayEndNs(market.nowNs(), order.request().extendedHours());
    }

    /**
     * Second half of a new order: it comes to the market, where it may trade at once. Before the open it waits.
     *
     * @param order as it was submitted.
     */
    public void route(final Order order) {
        if (order.status() == OrderStatus.ACCEPTED) {
            reports.happened("accepted", order);
        } else if (order.status() == OrderStatus.PENDING_NEW) {
            reports.happened("pending_new", order);
            arrive(order);
            if (order.request().orderClass() == OrderClass.OCO) {
                order.legs().stream()
                        .filter(leg -> leg.status() == OrderStatus.HELD)
                        .forEach(this::activate);
            }
        }
    }

    /** The market has opened for an order that waited. */
    void open(final Order order) {
        if (!isForAuction(order)) {
            arrive(order);
        }
    }

    private void activate(final Order leg) {
        arrive(leg);
    }

    private void arrive(final Order order) {
        order.become(OrderStatus.NEW, market.stampNs());
        reports.happened("new", order);
        matcher.onArrived(order);
    }

    /**
     * First half of a change: checked, and on its way.
     *
     * @param old the order to be replaced.
     * @param change what is to be different.
     * @return the new order.
     * @throws Refusal if it cannot be.
     */
    public Order requestReplace(final Order old, final ReplaceRequest change) {
        if (old.status() != OrderStatus.NEW && old.status() != OrderStatus.PARTIALLY_FILLED) {
            throw Refusal.unprocessable(
                    "cannot replace order in " + old.status().wireName() + " status");
        }
        requireNewClientOrderId(change.clientOrderId());
        final OrderRequest request = Replacement.of(old, change);
        rules.check(request, old.asset());
        funds.check(request, old.asset(), old);
        final Order order = create(request, old.asset());
        order.replacing(old);
        old.become(OrderStatus.PENDING_REPLACE, market.stampNs());
        return order;
    }

    /**
     * Second half of a change: it happens, unless the old order is over meanwhile.
     *
     * @param order the new one.
     */
    public void completeReplace(final Order order) {
        final Order old = order.replaces();
        if (old.status() != OrderStatus.PENDING_REPLACE) {
            order.become(OrderStatus.REJECTED, market.stampNs());
            reports.happened("order_replace_rejected", old);
            return;
        }
        old.become(OrderStatus.REPLACED, market.stampNs());
        old.replacedBy(order);
        order.adopt(old.legs());
        if (old.isLeg()) {
            old.parent().replaceLeg(old, order);
        }
        reports.happened("replaced", old);
        arrive(order);
    }

    /**
     * First half of a cancel: it is on its way.
     *
     * @param order to be cancelled.
     * @throws Refusal if it is over.
     */
    public void requestCancel(final Order order) {
        if (!order.status().isOpen()
                || order.status() == OrderStatus.PENDING_CANCEL
                || order.status() == OrderStatus.PENDING_REPLACE) {
            throw Refusal.unprocessable(
                    "order is already in \"" + order.status().wireName() + "\" state");
        }
        order.become(OrderStatus.PENDING_CANCEL, market.stampNs());
        reports.happened("pending_cancel", order);
    }

    /**
     * Second half of a cancel: it happens, unless the order is over meanwhile.
     *
     * @param order to be cancelled.
     */
    public void completeCancel(final Order order) {
        if (order.status() == OrderStatus.PENDING_CANCEL) {
            end(order, "canceled");
        }
    }

    /**
     * Another second half of a cancel: it came too late, and the order was filled.
     *
     * @param order to be cancelled; really cancelled if nothing says at which price it could be filled.
     */
    public void fillInsteadOfCancel(final Order order) {
        final BigDecimal limit = order.prices().limit();
        final BigDecimal price = limit == null ? market.tape(order.asset()).best(order.side() == Side.SELL) : limit;
        if (price == null) {
            completeCancel(order);
        } else if (order.status() == OrderStatus.PENDING_CANCEL) {
            clearing.fill(order, Matcher.executable(order, price), price);
        }
    }

    /** The order is over without having been filled, and with it what depends on it. */
    void end(final Order order, final String event) {
        if (!order.status().isOpen()) {
            return;
        }
        order.become(event.equals("expired") ? OrderStatus.EXPIRED : OrderStatus.CANCELED, market.stampNs());
        reports.happened(event, order);
        groups.onEnded(order);
    }

    /** What a position would be closed with, in all or in part. */
    OrderRequest closing(final Asset asset, final BigDecimal quantity) {
        final boolean isLong = books.position(asset).quantity().signum() > 0;
        return Replacement.market(
                asset.symbol(),
                isLong ? Side.SELL : Side.BUY,
                quantity,
                asset.isCrypto() ? TimeInForce.GTC : TimeInForce.DAY);
    }
}
