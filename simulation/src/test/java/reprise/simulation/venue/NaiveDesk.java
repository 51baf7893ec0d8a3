package reprise.simulation.venue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.order.TimeInForce;

/** The half of the naive venue that takes commands and fills orders from what is displayed. */
class NaiveDesk {
    record Level(long displayed, long traded, long taken) {
        long standing() {
            return displayed - traded;
        }

        long available() {
            return Math.max(0, displayed - traded - taken);
        }
    }

    final List<String> reports = new ArrayList<>();
    final VenueConfig config;
    final List<NaiveOrder> open = new ArrayList<>();
    final TreeMap<Long, Level> bids = new TreeMap<>(Comparator.reverseOrder());
    final TreeMap<Long, Level> asks = new TreeMap<>();
    boolean displayed;
    boolean byLevel;
    boolean hasTraded;
    boolean ticks;
    boolean halted;
    long mark;
    long nowNs;
    long closedNs = Long.MIN_VALUE;
    long arrivals;
    long executions;
    long barCapacity;
    long lastVolume;
    BigDecimal cash = BigDecimal.ZERO;
    long position;

    NaiveDesk(final VenueConfig config) {
        this.config = config;
    }

    void say(final String name, final Object... values) {
        reports.add(name + List.of(values));
    }

    // Commands.

    void submit(final long id, final OrderTerms terms) {
        final RejectReason reason = reasonAgainst(terms, terms.quantity(), VenueOrder.isStop(terms.type()), true);
        if (reason != RejectReason.NONE) {
            say("onOrderRejected", id, reason);
            return;
        }
        final NaiveOrder order = new NaiveOrder();
        order.id = id;
        order.terms.set(terms);
        order.terms.stopPrice(firstStop(terms));
        order.dormant = VenueOrder.isStop(terms.type());
        order.arrival = arrivals++;
        open.add(order);
        say("onOrderAccepted", id);
        arrive(order);
    }

    long firstStop(final OrderTerms terms) {
        return terms.type() == OrderType.TRAILING_STOP && terms.stopPrice() == 0
                ? mark + terms.side().sign() * terms.trailDistance()
                : terms.stopPrice();
    }

    RejectReason reasonAgainst(final OrderTerms terms, final long leaves, final boolean dormant, final boolean isNew) {
        if (isNew
                && (terms.type() == OrderType.LIMIT_MAKER && terms.timeInForce() != TimeInForce.GTC
                        || VenueOrder.isStop(terms.type()) && terms.timeInForce() == TimeInForce.FOK)) {
            return RejectReason.TIME_IN_FORCE_NOT_SUPPORTED;
        }
        if (isNew
                && halted
                && (config.matching().haltPolicy() == HaltPolicy.REFUSE || terms.timeInForce() != TimeInForce.GTC)) {
            return RejectReason.NOT_TRADABLE;
        }
        final boolean limited = VenueOrder.hasLimit(terms.type());
        if (leaves <= 0) {
            return RejectReason.QUANTITY_NOT_ON_LOT;
        }
        if (limited && terms.limitPrice() <= 0) {
            return RejectReason.PRICE_NOT_ON_TICK;
        }
        if (dormant) {
            final long stop = firstStop(terms);
            if (mark == 0 && terms.type() == OrderType.TRAILING_STOP && terms.stopPrice() == 0) {
                return RejectReason.NO_MARKET_PRICE;
            }
            if (stop <= 0 || mark > 0 && terms.side().sign() * (stop - mark) <= 0) {
                return RejectReason.BAD_STOP_PRICE;
            }
        }
        if (!limited && mark == 0 && !VenueOrder.isStop(terms.type())) {
            return RejectReason.NO_MARKET_PRICE;
        }
        if (terms.type() == OrderType.LIMIT_MAKER && wouldTake(terms)) {
            return RejectReason.WOULD_TAKE_LIQUIDITY;
        }
        return terms.timeInForce() == TimeInForce.FOK
                        && displayed
                        && shown(terms.side(), limited ? terms.limitPrice() : 0) < leaves
                ? RejectReason.NOT_FILLED_AT_ONCE
                : RejectReason.NONE;
    }

    boolean wouldTake(final OrderTerms terms) {
        final TreeMap<Long, Level> other = against(terms.side());
        final long touch = displayed ? (other.isEmpty() ? 0 : other.firstKey()) : mark;
        return touch > 0 && terms.side().sign() * (terms.limitPrice() - touch) >= 0;
    }

    TreeMap<Long, Level> against(final Side side) {
        return side == Side.BUY ? asks : bids;
    }

    long shown(final Side side, final long limit) {
        return against(side).entrySet().stream()
                .filter(level -> limit == 0 || side.sign() * (level.getKey() - limit) <= 0)
                .mapToLong(level -> level.getValue().available())
                .sum();
    }

    void cancel(final long id) {
        final NaiveOrder order = find(id);
        if (order == null) {
            say("onCancelRejected", id, RejectReason.TOO_LATE);
        } else {
            withdraw(order);
        }
    }

    NaiveOrder find(final long id) {
        return open.stream().filter(order -> order.id == id).findFirst().orElse(null);
    }

    void withdraw(final NaiveOrder order) {
        open.remove(order);
        say("onOrderCancelled", order.id);
    }

    void replace(final long id, final long quantity, final long limit, final long stop) {
        final NaiveOrder order = find(id);
        if (order == null || order.terms.type() == OrderType.MARKET || quantity <= order.filled) {
            say("onReplaceRejected", id, RejectReason.TOO_LATE);
            return;
        }
        final OrderTerms terms = new OrderTerms().set(order.terms).quantity(quantity);
        terms.limitPrice(order.limited() ? limit : 0);
        if (order.dormant && !(order.trailing() && stop == 0)) {
            terms.stopPrice(stop);
        }
        final RejectReason reason = reasonAgainst(terms, quantity - order.filled, order.dormant, false);
        if (reason != RejectReason.NONE) {
            say("onReplaceRejected", id, reason);
            return;
        }
        final boolean sameTurn = terms.limitPrice() == order.terms.limitPrice()
                && terms.stopPrice() == order.terms.stopPrice()
                && quantity <= order.terms.quantity();
        order.terms.set(terms);
        say("onOrderReplaced", id, quantity, terms.limitPrice(), terms.stopPrice());
        if (!sameTurn) {
            open.remove(order);
            open.add(order);
            order.arrival = arrivals++;
            order.fresh = true;
            order.barred = true;
            arrive(order);
        }
    }

    void arrive(final NaiveOrder order) {
        if (order.dormant) {
            return;
        }
        if (order.limited()) {
            order.ahead = config.matching().queueModel() == QueueModel.FRONT ? 0 : queueAt(order);
        }
        if (!halted && displayed) {
            meet(order);
        }
    }

    long queueAt(final NaiveOrder order) {
        final TreeMap<Long, Level> own = against(order.side().opposite());
        final long limit = order.terms.limitPrice();
        if (!byLevel && !own.isEmpty() && order.sign() * (own.firstKey() - limit) > 0) {
            return Long.MAX_VALUE;
        }
        return own.containsKey(limit) ? own.get(limit).standing() : 0;
    }

    void meet(final NaiveOrder order) {
        order.fresh = false;
        final long limit = order.limited() ? order.terms.limitPrice() : 0;
        if (!order.kills() || shown(order.side(), limit) >= order.leaves()) {
            for (final long price : List.copyOf(against(order.side()).keySet())) {
                final long quantity = Math.min(
                        order.leaves(), against(order.side()).get(price).available());
                if (order.allows(price) && quantity > 0) {
                    takeFrom(order.side(), price, quantity);
                    fill(order, price, quantity, order.maker());
                }
            }
        }
        if (order.leaves() > 0 && order.immediate()) {
            withdraw(order);
        }
    }

    void takeFrom(final Side side, final long price, final long quantity) {
        against(side).computeIfPresent(price, (key, old) -> new Level(old.displayed, old.traded, old.taken + quantity));
    }

    void fill(final NaiveOrder order, final long price, final long quantity, final boolean maker) {
        order.filled += quantity;
        final long notional = price * quantity * 1_000_000;
        final long rate = maker ? config.fees().makerE8() : config.fees().takerE8();
        final long fee = BigDecimal.valueOf(notional)
                .multiply(BigDecimal.valueOf(rate, 8))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        cash = cash.subtract(BigDecimal.valueOf(order.sign() * notional + fee));
        position += order.sign() * quantity;
        say(
                order.leaves() == 0 ? "onOrderFilled" : "onOrderPartiallyFilled",
                order.id,
                ++executions,
                price,
                quantity,
                fee,
                "QUOTE",
                maker ? "MAKER" : "TAKER");
        if (order.leaves() == 0) {
            open.remove(order);
        }
    }

    long worse(final NaiveOrder order, final long price, final long quantity, final long volume) {
        final ImpactModel impact = config.matching().impact();
        final double share = volume == 0 ? 0 : Math.min(1, (double) quantity / volume);
        final long lostE8 = switch (impact.shape()) {
            case NONE -> 0;
            case LINEAR -> (long) Math.ceil(impact.fullShareE8() * share);
            case SQUARE_ROOT -> (long) Math.ceil(impact.fullShareE8() * Math.sqrt(share));
        };
        final long loss = BigDecimal.valueOf(price)
                .multiply(BigDecimal.valueOf(config.slippageE8() + lostE8, 8))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        return Math.max(1, price + order.sign() * loss);
    }

    /** Half a spread worse, rounded up to whole cents, and no less than one. */
    long seen(final NaiveOrder order, final long price) {
        final long half = BigDecimal.valueOf(price)
                .multiply(BigDecimal.valueOf(config.matching().spreadE8(), 8))
                .divide(BigDecimal.valueOf(2))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        return Math.max(1, price + order.sign() * half);
    }
}
