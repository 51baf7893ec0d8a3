package reprise.simulation.alpaca.account;

import java.math.BigDecimal;
import java.util.List;
import reprise.simulation.alpaca.market.Asset;
import reprise.simulation.alpaca.market.Market;

/** Books fills, and takes them back. Guarded by the venue's lock. */
public final class Clearing {
    private final Market market;
    private final Books books;
    private final Reports reports;
    private final Ids ids;
    private final Groups groups;
    private final DayTrades dayTrades;

    Clearing(
            final Market market,
            final Books books,
            final Reports reports,
            final Ids ids,
            final Groups groups,
            final DayTrades dayTrades) {
        this.market = market;
        this.books = books;
        this.reports = reports;
        this.ids = ids;
        this.groups = groups;
        this.dayTrades = dayTrades;
    }

    void fill(final Order order, final BigDecimal quantity, final BigDecimal price) {
        final long timeNs = market.stampNs();
        dayTrades.onFill(order, quantity);
        books.trade(order.asset(), order.side(), quantity, price);
        order.fill(quantity, price, timeNs);
        // What is left of a value may be too little to buy anything.
        final boolean isComplete = order.isByValue()
                ? Matcher.executable(order, price).signum() == 0
                : order.leaves().signum() == 0;
        if (isComplete && order.status() != OrderStatus.FILLED) {
            order.become(OrderStatus.FILLED, timeNs);
        }
        reports.filled(execution(order, quantity, price, timeNs));
        if (isComplete) {
            groups.onFilled(order);
        } else if (order.isLeg() && Groups.executable(order).signum() == 0) {
            groups.onExhausted(order);
        }
    }

    private Execution execution(
            final Order order, final BigDecimal quantity, final BigDecimal price, final long timeNs) {
        final BigDecimal leaves = order.status() == OrderStatus.FILLED ? BigDecimal.ZERO : order.leaves();
        return new Execution(
                ids.next(),
                order,
                price,
                quantity,
                books.position(order.asset()).quantity(),
                order.filled(),
                leaves,
                timeNs);
    }

    /**
     * Takes the last fill back, as an exchange does with a trade that should not have been.
     *
     * @return false if there is none left.
     */
    public boolean bustLastFill() {
        final Execution last = lastStanding();
        if (last == null) {
            return false;
        }
        final Order order = last.order();
        final long timeNs = market.stampNs();
        books.bust(order.asset(), order.side(), last.quantity(), last.price());
        order.correct(
                last.quantity().negate(), last.quantity().multiply(last.price()).negate(), timeNs);
        reports.corrected("trade_bust", execution(order, last.quantity(), last.price(), timeNs), last);
        return true;
    }

    /**
     * Gives the last fill another price.
     *
     * @param difference to its price.
     * @return false if there is no fill.
     */
    public boolean correctLastFillBy(final BigDecimal difference) {
        final Execution last = lastStanding();
        if (last == null) {
            return false;
        }
        final BigDecimal price = last.price().add(difference);
        final Order order = last.order();
        final Asset asset = order.asset();
        final long timeNs = market.stampNs();
        books.bust(asset, order.side(), last.quantity(), last.price());
        books.trade(asset, order.side(), last.quantity(), price);
        order.correct(BigDecimal.ZERO, last.quantity().multiply(price.subtract(last.price())), timeNs);
        reports.corrected("trade_correct", execution(order, last.quantity(), price, timeNs), last);
        return true;
    }

    /** The last execution that was neither busted nor corrected, nor is a bust. */
    private Execution lastStanding() {
        final List<Activity> activities = reports.activities();
        for (int i = activities.size() - 1; i >= 0; i--) {
            final Activity activity = activities.get(i);
            final boolean isTaken = activities.stream().anyMatch(other -> other.previous() == activity.execution());
            if (!activity.type().equals("trade_bust") && !isTaken) {
                return activity.execution();
            }
        }
        return null;
    }
}
