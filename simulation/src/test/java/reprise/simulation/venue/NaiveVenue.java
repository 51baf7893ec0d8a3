package reprise.simulation.venue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import reprise.market.Aggressor;
import reprise.order.OrderType;
import reprise.order.Side;

/**
 * The venue once more, as simply as it can be said: lists that are sorted when they are needed, maps, no pools, no ladders. One instrument
 * with whole quantities and prices in cents, orders that never expire, an account that may be short and has no lack of funds.
 */
final class NaiveVenue extends NaiveDesk {
    NaiveVenue(final VenueConfig config) {
        super(config);
    }

    // Quotes, levels, trades.

    void quote(final long bid, final long bidQuantity, final long ask, final long askQuantity) {
        ticks = true;
        displayed = true;
        if (!byLevel) {
            quoteSide(Side.BUY, bids, bid, bidQuantity);
            quoteSide(Side.SELL, asks, ask, askQuantity);
        }
        if (bid > 0 && ask >= bid) {
            mark = bid + (ask - bid) / 2;
        }
        bookChanged();
    }

    private void quoteSide(final Side side, final TreeMap<Long, Level> levels, final long price, final long quantity) {
        limits(side).stream()
                .filter(order -> price == 0 || side.sign() * (order.terms.limitPrice() - price) > 0)
                .forEach(order -> order.ahead = 0);
        levels.keySet().removeIf(shown -> shown != price);
        if (price > 0) {
            setLevel(side, price, quantity);
        }
    }

    void level(final Side side, final long price, final long quantity) {
        ticks = true;
        displayed = true;
        if (!byLevel) {
            byLevel = true;
            bids.clear();
            asks.clear();
        }
        setLevel(side, price, quantity);
        if (!bids.isEmpty() && !asks.isEmpty() && asks.firstKey() >= bids.firstKey()) {
            mark = bids.firstKey() + (asks.firstKey() - bids.firstKey()) / 2;
        }
        bookChanged();
    }

    void clear() {
        ticks = true;
        bids.clear();
        asks.clear();
    }

    void halt(final boolean isHalted) {
        halted = isHalted;
        bookChanged();
    }

    private void setLevel(final Side side, final long price, final long quantity) {
        final TreeMap<Long, Level> levels = against(side.opposite());
        final Level old = levels.getOrDefault(price, new Level(0, 0, 0));
        if (quantity == 0) {
            levels.remove(price);
        } else if (old.displayed() != quantity || old.traded() > 0) {
            levels.put(price, new Level(quantity, 0, 0));
        }
        for (final NaiveOrder order : limits(side)) {
            if (order.terms.limitPrice() == price) {
                if (config.matching().queueModel() == QueueModel.BEHIND_PRO_RATA
                        && quantity < old.standing()
                        && order.ahead < old.standing()) {
                    order.ahead = BigDecimal.valueOf(order.ahead)
                            .multiply(BigDecimal.valueOf(quantity))
                            .divide(BigDecimal.valueOf(old.standing()), 0, RoundingMode.CEILING)
                            .longValueExact();
                }
                order.ahead = Math.min(order.ahead, quantity);
            }
        }
    }

    /** Working limit orders of a side, in the order of their turn. */
    private List<NaiveOrder> limits(final Side side) {
        return open.stream()
                .filter(order -> order.side() == side && order.limited() && !order.dormant)
                .sorted(Comparator.<NaiveOrder>comparingLong(order -> -side.sign() * order.terms.limitPrice())
                        .thenComparingLong(order -> order.arrival))
                .toList();
    }

    private List<NaiveOrder> takers() {
        return open.stream()
                .filter(order -> !order.limited() && !order.dormant)
                .sorted(Comparator.comparingLong(order -> order.arrival))
                .toList();
    }

    private void bookChanged() {
        if (halted) {
            return;
        }
        if (displayed) {
            takers().forEach(this::meet);
            for (final Side side : Side.values()) {
                for (final NaiveOrder order : limits(side)) {
                    if (order.fresh) {
                        meet(order);
                    } else {
                        meetAtOwnLimit(order);
                    }
                }
            }
        }
        if (config.matching().stopTrigger() == StopTrigger.QUOTE || !hasTraded) {
            stops(asks.isEmpty() ? 0 : asks.firstKey(), bids.isEmpty() ? 0 : bids.firstKey());
        }
    }

    private void meetAtOwnLimit(final NaiveOrder order) {
        long quantity = 0;
        for (final long price : List.copyOf(against(order.side()).keySet())) {
            if (order.allows(price)) {
                final long taken = Math.min(
                        order.leaves() - quantity,
                        against(order.side()).get(price).available());
                takeFrom(order.side(), price, taken);
                quantity += taken;
            }
        }
        if (quantity > 0) {
            fill(order, order.terms.limitPrice(), quantity, true);
        }
    }

    private void stops(final long buyPrice, final long sellPrice) {
        for (final Side side : Side.values()) {
            final long price = side == Side.BUY ? buyPrice : sellPrice;
            open.stream()
                    .filter(order -> order.side() == side && order.dormant && !order.trailing())
                    .filter(order -> price > 0 && order.stopReachedBy(price))
                    .sorted(Comparator.<NaiveOrder>comparingLong(order -> side.sign() * order.terms.stopPrice())
                            .thenComparingLong(order -> order.arrival))
                    .toList()
                    .forEach(this::wake);
        }
        for (final NaiveOrder order : List.copyOf(open)) {
            final long price = order.side() == Side.BUY ? buyPrice : sellPrice;
            if (order.dormant && order.trailing() && price > 0) {
                if (order.stopReachedBy(price)) {
                    wake(order);
                } else {
                    follow(order, price);
                }
            }
        }
    }

    private void wake(final NaiveOrder order) {
        order.dormant = false;
        order.fresh = true;
        say("onOrderTriggered", order.id);
        arrive(order);
    }

    private static void follow(final NaiveOrder order, final long price) {
        final long candidate = price + order.sign() * order.terms.trailDistance();
        order.terms.stopPrice(
                order.side() == Side.BUY
                        ? Math.min(order.terms.stopPrice(), candidate)
                        : Math.max(order.terms.stopPrice(), candidate));
    }

    void trade(final long price, final long quantity, final Aggressor aggressor) {
        ticks = true;
        hasTraded = true;
        mark = price;
        if (halted) {
            return;
        }
        long left = quantity;
        if (!displayed) {
            for (final NaiveOrder order : takers()) {
                final long part = Math.min(order.leaves(), left);
                if (part > 0 && !(order.kills() && part < order.leaves())) {
                    left -= part;
                    fill(order, worse(order, price, part, quantity), part, false);
                }
            }
        }
        for (final Side side : Side.values()) {
            if (aggressor != (side == Side.BUY ? Aggressor.BUYER : Aggressor.SELLER)) {
                against(side.opposite())
                        .computeIfPresent(
                                price,
                                (key, old) -> new Level(
                                        old.displayed(),
                                        Math.min(old.displayed(), old.traded() + quantity),
                                        old.taken()));
                left = tradeThrough(side, price, left);
            }
        }
        if (!displayed) {
            List.copyOf(open).stream()
                    .filter(order -> order.immediate() && !order.dormant)
                    .forEach(this::withdraw);
        }
        if (config.matching().stopTrigger() == StopTrigger.LAST_TRADE) {
            stops(price, price);
        }
    }

    private long tradeThrough(final Side side, final long price, final long quantity) {
        long left = quantity;
        for (final NaiveOrder order : limits(side)) {
            if (!order.allows(price)) {
                continue;
            }
            final boolean beyond = order.terms.limitPrice() != price;
            long reached = left;
            if (!displayed) {
                reached = beyond || config.limitFillRule() == LimitFillRule.TOUCH ? left : 0;
            } else if (!beyond && order.ahead == Long.MAX_VALUE) {
                reached = 0;
            } else {
                final long ahead = beyond ? 0 : order.ahead;
                reached = Math.max(0, left - ahead);
                order.ahead = Math.max(0, ahead - left);
            }
            final boolean takes = order.fresh && !order.maker();
            order.fresh = false;
            final long part = Math.min(order.leaves(), reached);
            if (part > 0 && !(order.kills() && part < order.leaves())) {
                left -= part;
                fill(order, takes ? price : order.terms.limitPrice(), part, !takes);
            }
        }
        return left;
    }

    // Bars.

    void openBar(final long openPrice, final long volume) {
        closedNs = Long.MIN_VALUE;
        barCapacity = config.maxParticipationE8() == 0
                ? Long.MAX_VALUE
                : BigDecimal.valueOf(volume)
                        .multiply(BigDecimal.valueOf(config.maxParticipationE8(), 8))
                        .setScale(0, RoundingMode.FLOOR)
                        .longValueExact();
        mark = openPrice;
        open.forEach(order -> order.barred = false);
        if (ticks || halted) {
            return;
        }
        for (final NaiveOrder order : List.copyOf(open)) {
            final long seen = seen(order, openPrice);
            if (waitsForClose(order)) {
                continue;
            }
            if (order.dormant) {
                if (!order.stopReachedBy(seen)) {
                    if (order.trailing()) {
                        follow(order, seen);
                    }
                    continue;
                }
                if (config.matching().stopFill() == StopFill.WORST_IN_BAR) {
                    continue;
                }
                order.dormant = false;
                say("onOrderTriggered", order.id);
            }
            final long room = Math.min(order.leaves(), barCapacity);
            final boolean good = !order.limited() || barReaches(order, seen);
            if (good && room > 0 && !(order.kills() && room < order.leaves())) {
                barCapacity -= room;
                final long price = order.maker()
                        ? order.terms.limitPrice()
                        : order.limited() ? seen : worse(order, seen, room, lastVolume);
                fill(order, price, room, order.maker());
            }
            order.fresh = false;
            if (order.leaves() > 0 && order.immediate()) {
                withdraw(order);
            }
        }
    }

    private boolean barReaches(final NaiveOrder order, final long price) {
        final long beyond = order.sign() * (order.terms.limitPrice() - price);
        return config.limitFillRule() == LimitFillRule.TOUCH ? beyond >= 0 : beyond > 0;
    }

    /** Orders that came while the bar trades are barred from it: the caller marks them. */
    void closeBar(final long high, final long low, final long close, final long volume, final List<Long> came) {
        open.stream().filter(order -> came.contains(order.id)).forEach(order -> order.barred = true);
        if (!ticks && !halted) {
            for (final NaiveOrder order : List.copyOf(open)) {
                if (order.dormant && !order.barred && isStopped(order, high, low, close)) {
                    order.dormant = false;
                    order.fresh = false;
                    order.barred = true;
                    say("onOrderTriggered", order.id);
                    final long room = Math.min(order.leaves(), barCapacity);
                    if (order.allows(order.terms.stopPrice()) && room > 0) {
                        barCapacity -= room;
                        final long reached = config.matching().stopFill() == StopFill.AT_STOP
                                ? order.terms.stopPrice()
                                : seen(order, order.side() == Side.BUY ? high : low);
                        final long price = worse(order, reached, room, lastVolume);
                        fill(order, order.allows(price) ? price : order.terms.limitPrice(), room, false);
                    }
                }
            }
            for (final NaiveOrder order : List.copyOf(open)) {
                final long room = Math.min(order.leaves(), barCapacity);
                if (order.limited()
                        && !order.dormant
                        && !order.barred
                        && room > 0
                        && barReaches(order, seen(order, order.side() == Side.BUY ? low : high))) {
                    barCapacity -= room;
                    fill(order, order.terms.limitPrice(), room, true);
                }
            }
            List.copyOf(open).stream().filter(this::waitsForClose).forEach(order -> meetClose(order, close));
        }
        lastVolume = volume;
        mark = close;
        closedNs = nowNs;
    }

    private boolean waitsForClose(final NaiveOrder order) {
        return config.matching().marketFill() == MarketFill.SAME_CLOSE && order.terms.type() == OrderType.MARKET;
    }

    private void meetClose(final NaiveOrder order, final long close) {
        final long room = Math.min(order.leaves(), barCapacity);
        if (room > 0 && !(order.kills() && room < order.leaves())) {
            barCapacity -= room;
            fill(order, worse(order, seen(order, close), room, lastVolume), room, false);
        }
        if (order.leaves() > 0 && order.immediate()) {
            withdraw(order);
        }
    }

    @Override
    void arrive(final NaiveOrder order) {
        if (waitsForClose(order) && !ticks && !halted && nowNs == closedNs) {
            meetClose(order, mark);
        } else {
            super.arrive(order);
        }
    }

    private boolean isStopped(final NaiveOrder order, final long high, final long low, final long close) {
        final boolean buys = order.side() == Side.BUY;
        if (order.stopReachedBy(seen(order, buys ? high : low))) {
            return true;
        }
        if (!order.trailing()) {
            return false;
        }
        follow(order, seen(order, buys ? low : high));
        return order.stopReachedBy(seen(order, close));
    }
}
