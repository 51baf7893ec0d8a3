package reprise.simulation.alpaca.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import reprise.simulation.alpaca.market.Asset;
import reprise.simulation.alpaca.market.Market;
import reprise.simulation.alpaca.market.Tape;

/**
 * The paper engine: fills working orders against the best bid and offer, whatever their sizes, some of them in part. What is left after a
 * partial fill waits for the next price. Guarded by the venue's lock.
 */
final class Matcher {
    private static final int NOTIONAL_DECIMALS = 9;

    private final Market market;
    private final Orders orders;
    private final double partialFillShare;
    private final SplittableRandom random;
    private final Filler filler;
    private final BiConsumer<Order, String> end;

    /** Books a fill. */
    @FunctionalInterface
    interface Filler {
        void fill(Order order, BigDecimal quantity, BigDecimal price);
    }

    Matcher(
            final Market market,
            final Orders orders,
            final AccountTerms terms,
            final Filler filler,
            final BiConsumer<Order, String> end) {
        this.market = market;
        this.orders = orders;
        partialFillShare = terms.partialFillShare();
        random = new SplittableRandom(terms.seed());
        this.filler = filler;
        this.end = end;
    }

    /** A price changed: every order of the asset looks at it. */
    void onPrice(final Asset asset, final boolean traded) {
        for (final Order order : orders.open()) {
            if (order.asset().equals(asset) && order.status().isWorking()) {
                if (traded) {
                    followAndTrigger(order);
                }
                match(order);
            }
        }
    }

    /** An order has come to the market. */
    void onArrived(final Order order) {
        followAndTrigger(order);
        match(order);
        if (order.request().timeInForce().isImmediate() && order.status().isWorking()) {
            end.accept(order, "canceled");
        }
    }

    private void followAndTrigger(final Order order) {
        final BigDecimal last = market.tape(order.asset()).lastPrice();
        if (!order.type().waitsForTrigger() || order.isTriggered() || last == null || !mayTrade(order)) {
            return;
        }
        if (order.type() == OrderType.TRAILING_STOP) {
            follow(order, last);
        }
        if (!StopRules.wakes(order.side(), order.prices().stop(), last)) {
            return;
        }
        order.trigger();
        if (order.type() == OrderType.STOP && order.side() == Side.BUY) {
            order.limitAfterTrigger(StopRules.buyLimit(order.prices().stop()));
        }
    }

    private static void follow(final Order order, final BigDecimal last) {
        final BigDecimal mark = order.highWaterMark();
        final BigDecimal best = mark == null ? last : order.side() == Side.SELL ? mark.max(last) : mark.min(last);
        if (mark == null || best.compareTo(mark) != 0) {
            order.trail(best, StopRules.trailingStop(order.side(), order.prices(), best));
        }
    }

    private void match(final Order order) {
        if (!order.status().isWorking() || !mayTrade(order) || order.type().waitsForTrigger() && !order.isTriggered()) {
            return;
        }
        final BigDecimal price = market.tape(order.asset()).best(order.side() == Side.SELL);
        final BigDecimal limit = order.prices().limit();
        if (price == null
                || limit != null
                        && price.subtract(limit).signum() * order.side().sign() > 0) {
            return;
        }
        final BigDecimal executable = executable(order, price);
        if (executable.signum() > 0) {
            filler.fill(order, partOf(order, executable), price);
        }
    }

    /** What may trade of an order at a price; of a value what it is worth there, down to the last decimal of a quantity. */
    static BigDecimal executable(final Order order, final BigDecimal price) {
        return order.isByValue()
                ? order.leaves().divide(price, NOTIONAL_DECIMALS, RoundingMode.DOWN)
                : Groups.executable(order);
    }

    /** Whole units where there are several; nothing is filled all or nothing in part. */
    private BigDecimal partOf(final Order order, final BigDecimal executable) {
        if (order.request().timeInForce() == TimeInForce.FOK || random.nextDouble() >= partialFillShare) {
            return executable;
        }
        final int decimals = order.asset().isCrypto() || order.isByValue() ? Numbers.decimals(executable) : 0;
        final BigDecimal part =
                executable.multiply(BigDecimal.valueOf(random.nextDouble())).setScale(decimals, RoundingMode.DOWN);
        return part.signum() > 0 ? part : executable;
    }

    /** Whether the order has come to the market, and that is open for it now. */
    private boolean mayTrade(final Order order) {
        final Tape tape = market.tape(order.asset());
        final TimeInForce time = order.request().timeInForce();
        if (order.timeOf(OrderStatus.NEW) == null
                || tape.isHalted()
                || time == TimeInForce.OPG
                || time == TimeInForce.CLS) {
            return false;
        }
        return isMarketOpenFor(order);
    }

    /** Whether the session is on in which the order works. */
    boolean isMarketOpenFor(final Order order) {
        return order.asset().isCrypto()
                || market.hours().isOpen(market.nowNs())
                || order.request().extendedHours() && market.hours().isExtended(market.nowNs());
    }

    /** An auction: everything for it trades at one price, and what cannot is over. */
    void onAuction(final Asset asset, final TimeInForce auction, final BigDecimal price) {
        for (final Order order : orders.open()) {
            if (order.asset().equals(asset) && order.request().timeInForce() == auction) {
                final BigDecimal limit = order.prices().limit();
                if (limit == null
                        || price.subtract(limit).signum() * order.side().sign() <= 0) {
                    filler.fill(order, order.leaves(), price);
                } else {
                    end.accept(order, "expired");
                }
            }
        }
    }
}
