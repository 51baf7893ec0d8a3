package reprise.simulation.alpaca.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import reprise.simulation.alpaca.market.Asset;
import reprise.simulation.alpaca.market.Market;
import reprise.simulation.alpaca.market.Trade;
import reprise.simulation.alpaca.market.TradingDays;

/**
 * The venue without its sockets: market, account and orders behind one lock. Whoever reads or changes anything of it does so in
 * {@link #locked}; listeners are told under the lock.
 *
 * <p>It has a matching book of its own rather than the simulated venue's: ids, statuses, held legs, replaced orders and busts are Alpaca's,
 * and two readings of the same rules find each other's mistakes.
 */
public final class Venue {
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Market market;
    private final Orders orders = new Orders();
    private final Reports reports = new Reports();
    private final Books books;
    private final Funds funds;
    private final OrderDesk desk;
    private LocalDate day;

    /**
     * A venue without orders.
     *
     * @param market its prices and time.
     * @param terms of the account.
     */
    public Venue(final Market market, final AccountTerms terms) {
        this.market = market;
        books = new Books(market, terms);
        funds = new Funds(market, books, orders);
        desk = new OrderDesk(market, books, orders, reports, funds);
        day = TradingDays.date(market.nowNs(), TradingDays.NEW_YORK);
    }

    /**
     * Does something while nobody else does.
     *
     * @param work reads or changes the venue.
     * @param <T> of the result.
     * @return the work's result.
     */
    public <T> T locked(final Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The same without a result.
     *
     * @param work reads or changes the venue.
     */
    public void locked(final Runnable work) {
        locked(() -> {
            work.run();
            return null;
        });
    }

    /**
     * Whether the calling thread is in {@link #locked}.
     *
     * @return false if another is, or nobody.
     */
    public boolean isLockedByMe() {
        return lock.isHeldByCurrentThread();
    }

    /**
     * Prices and time.
     *
     * @return the market.
     */
    public Market market() {
        return market;
    }

    /**
     * All orders.
     *
     * @return the store itself.
     */
    public Orders orders() {
        return orders;
    }

    /**
     * What becomes of orders.
     *
     * @return the reports themselves.
     */
    public Reports reports() {
        return reports;
    }

    /**
     * Cash and positions.
     *
     * @return the books themselves.
     */
    public Books books() {
        return books;
    }

    /**
     * What is free of them.
     *
     * @return the same object always.
     */
    public Funds funds() {
        return funds;
    }

    /**
     * Takes orders.
     *
     * @return the same object always.
     */
    public OrderDesk desk() {
        return desk;
    }

    /**
     * Moves the time, with all that is due until then: auctions, the end of orders, the open for those that wait, a new day.
     *
     * @param timeNs nanoseconds since the epoch.
     */
    public void advanceTo(final long timeNs) {
        for (final Order order : orders.open()) {
            if (order.expiresNs() <= timeNs && order.status().isOpen()) {
                market.advanceTo(order.expiresNs());
                end(order);
            }
        }
        market.advanceTo(timeNs);
        final LocalDate today = TradingDays.date(market.nowNs(), TradingDays.NEW_YORK);
        if (!today.equals(day)) {
            day = today;
            books.newDay();
        }
        for (final Order order : orders.open()) {
            if (order.status() == OrderStatus.ACCEPTED && desk.matcher().isMarketOpenFor(order)) {
                desk.open(order);
            }
        }
    }

    private void end(final Order order) {
        final BigDecimal last = market.tape(order.asset()).lastPrice();
        if (order.request().timeInForce() == TimeInForce.CLS && last != null) {
            desk.matcher().onAuction(order.asset(), TimeInForce.CLS, last);
        } else if (order.status() != OrderStatus.HELD) {
            desk.end(order, "expired");
        }
    }

    /**
     * Somebody trades now.
     *
     * @param asset what.
     * @param price at which.
     * @param size how much.
     */
    public void trade(final Asset asset, final BigDecimal price, final BigDecimal size) {
        final Trade trade = market.trade(asset, price, size);
        if (market.hours().isOpen(market.nowNs())) {
            desk.matcher().onAuction(asset, TimeInForce.OPG, trade.price());
        }
        desk.matcher().onPrice(asset, true);
    }

    /**
     * The best prices are these now.
     *
     * @param asset of what.
     * @param bid best bid.
     * @param bidSize its size.
     * @param ask best offer.
     * @param askSize its size.
     */
    public void quote(
            final Asset asset,
            final BigDecimal bid,
            final BigDecimal bidSize,
            final BigDecimal ask,
            final BigDecimal askSize) {
        market.quote(asset, bid, bidSize, ask, askSize);
        desk.matcher().onPrice(asset, false);
    }

    /**
     * Closes a position, or a part of it, at the market.
     *
     * @param asset of the position.
     * @param quantity how much; null for all that no order holds.
     * @return the order, to be routed.
     * @throws Refusal if there is nothing to close.
     */
    public Order close(final Asset asset, final BigDecimal quantity) {
        if (books.position(asset).quantity().signum() == 0) {
            throw Refusal.notFound("position does not exist");
        }
        final BigDecimal free = funds.available(asset).abs();
        if (quantity == null && free.signum() == 0 || quantity != null && quantity.compareTo(free) > 0) {
            throw Refusal.forbidden("insufficient qty available for order (requested: "
                    + Numbers.plain(
                            quantity == null ? books.position(asset).quantity().abs() : quantity)
                    + ", available: " + Numbers.plain(free) + ")");
        }
        return desk.submit(desk.closing(asset, quantity == null ? free : quantity));
    }
}
