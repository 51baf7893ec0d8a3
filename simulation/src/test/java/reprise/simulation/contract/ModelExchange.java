package reprise.simulation.contract;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;
import reprise.number.Money;
import reprise.order.GroupTerms;
import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.order.RejectReason;
import reprise.order.ReportedStatus;
import reprise.order.Side;
import reprise.order.TimeInForce;

/** The truth behind {@link ModelVenue}: an exchange of one instrument and one account, that does as it is told. Thread-safe. */
final class ModelExchange implements VenueControl {
    static final long MINUTE_NS = 60_000_000_000L;
    static final long CASH = Money.parse("100000");
    private static final Set<VenueFault> FAULTS = EnumSet.of(
            VenueFault.DROP_DATA,
            VenueFault.REPEAT_DATA,
            VenueFault.SWAP_DATA,
            VenueFault.HALT,
            VenueFault.RESUME,
            VenueFault.LATE_TRADE,
            VenueFault.CORRECT_TRADE,
            VenueFault.DROP_ORDERS,
            VenueFault.SLOW,
            VenueFault.LOSE_UPDATE,
            VenueFault.REPEAT_ORDERS,
            VenueFault.REPEAT_EXECUTION,
            VenueFault.ERROR_AFTER_DONE,
            VenueFault.RESET,
            VenueFault.FILL_FIRST,
            VenueFault.CANCEL_FILLS,
            VenueFault.BUST,
            VenueFault.CORRECT);

    final Map<String, ModelOrder> orders = new LinkedHashMap<>();
    final List<MarketNews.Bar> bars = new ArrayList<>();
    private final List<MarketNews.Trade> trades = new ArrayList<>();
    private final InstrumentDefinition instrument;
    private final boolean fillsInPart;
    private final List<ModelVenue> listeners = new ArrayList<>();
    private final EnumSet<VenueFault> waiting = EnumSet.noneOf(VenueFault.class);
    private long nowNs = System.currentTimeMillis() / 60_000 * MINUTE_NS;
    private long executionIds;
    private long last;
    private long position;
    private boolean isHalted;
    private MarketNews.Bar late;

    /** What the exchange says of an order, unasked. */
    record Update(ModelOrder order, Kind kind, ModelOrder.Execution execution) {
        enum Kind {
            NEW,
            FILL,
            CANCELED,
            REPLACED,
            BUST
        }
    }

    /** An answer: done, refused for a reason, or none that says anything. */
    record Answer(boolean isDone, RejectReason reason, String text) {
        static final Answer DONE = new Answer(true, RejectReason.NONE, "");
        static final Answer LOST = new Answer(false, RejectReason.NONE, "");

        static Answer refused(final RejectReason reason) {
            return new Answer(false, reason, "refused: " + reason);
        }
    }

    ModelExchange(final InstrumentDefinition instrument, final boolean fillsInPart) {
        this.instrument = instrument;
        this.fillsInPart = fillsInPart;
    }

    synchronized void listen(final ModelVenue venue, final boolean listens) {
        listeners.remove(venue);
        if (listens) {
            listeners.add(venue);
        }
    }

    private boolean takes(final VenueFault fault) {
        return waiting.remove(fault);
    }

    private void tell(final Update update) {
        if (takes(VenueFault.LOSE_UPDATE)) {
            return;
        }
        final boolean isFillTwice = update.kind() == Update.Kind.FILL && takes(VenueFault.REPEAT_EXECUTION);
        final int times = isFillTwice || takes(VenueFault.REPEAT_ORDERS) ? 2 : 1;
        for (int i = 0; i < times; i++) {
            each(venue -> venue.onUpdate(update));
        }
    }

    private void each(final Consumer<ModelVenue> action) {
        List.copyOf(listeners).forEach(action);
    }

    synchronized Answer submit(final String name, final long orderId, final OrderTerms terms) {
        if (takes(VenueFault.RESET)) {
            return Answer.LOST;
        }
        if (orders.containsKey(name)) {
            return Answer.DONE;
        }
        if (terms.limitPrice() % instrument.tickSize() != 0) {
            return Answer.refused(RejectReason.PRICE_NOT_ON_TICK);
        }
        if (terms.type() == OrderType.LIMIT_MAKER) {
            return Answer.refused(RejectReason.ORDER_TYPE_NOT_SUPPORTED);
        }
        if (terms.cashOrderQty() != 0 && terms.cashOrderQty() < Money.ONE) {
            return Answer.refused(RejectReason.BELOW_MIN_NOTIONAL);
        }
        if (new Instrument(instrument).notional(last, terms.quantity()) > 4 * CASH) {
            return Answer.refused(RejectReason.INSUFFICIENT_FUNDS);
        }
        final ModelOrder order = new ModelOrder(name, orderId, terms);
        orders.put(name, order);
        tell(new Update(order, Update.Kind.NEW, null));
        match(order);
        final boolean isAtOnce = terms.timeInForce() == TimeInForce.IOC || terms.timeInForce() == TimeInForce.FOK;
        if (isAtOnce && order.isOpen()) {
            cancel(order);
        }
        return takes(VenueFault.ERROR_AFTER_DONE) ? Answer.LOST : Answer.DONE;
    }

    /** An entry with its target and its stop. */
    synchronized Answer submitGroup(final GroupTerms group, final LongFunction<String> names) {
        if (group.targetPrice() <= group.stopPrice()) {
            return Answer.refused(RejectReason.BAD_STOP_PRICE);
        }
        final ModelOrder entry = new ModelOrder(names.apply(group.firstOrderId()), group.firstOrderId(), group.entry());
        final OrderTerms terms = new OrderTerms();
        group.targetTo(terms);
        entry.exits.add(new ModelOrder(names.apply(group.targetOrderId()), group.targetOrderId(), terms));
        group.stopTo(terms);
        entry.exits.add(new ModelOrder(names.apply(group.stopOrderId()), group.stopOrderId(), terms));
        orders.put(entry.name, entry);
        tell(new Update(entry, Update.Kind.NEW, null));
        for (final ModelOrder exit : entry.exits) {
            exit.entry = entry;
            orders.put(exit.name, exit);
            tell(new Update(exit, Update.Kind.NEW, null));
        }
        match(entry);
        return Answer.DONE;
    }

    synchronized Answer cancel(final String name) {
        final ModelOrder order = orders.get(name);
        if (takes(VenueFault.RESET)) {
            return Answer.LOST;
        }
        if (order == null) {
            return Answer.refused(RejectReason.UNKNOWN_ORDER);
        }
        if (!order.isOpen()) {
            return Answer.refused(RejectReason.TOO_LATE);
        }
        if (takes(VenueFault.CANCEL_FILLS)) {
            fill(order, last, order.terms.quantity() - order.filled());
            return Answer.DONE;
        }
        cancel(order);
        return takes(VenueFault.ERROR_AFTER_DONE) ? Answer.LOST : Answer.DONE;
    }

    private void cancel(final ModelOrder order) {
        order.status = ReportedStatus.CANCELED;
        tell(new Update(order, Update.Kind.CANCELED, null));
        order.dependents().stream().filter(ModelOrder::isOpen).forEach(this::cancel);
    }

    synchronized Answer replace(final String name, final long quantity, final long limitPrice) {
        final ModelOrder order = orders.get(name);
        if (takes(VenueFault.RESET)) {
            return Answer.LOST;
        }
        if (order == null || !order.isOpen()) {
            return Answer.refused(RejectReason.TOO_LATE);
        }
        order.terms.quantity(quantity).limitPrice(limitPrice);
        tell(new Update(order, Update.Kind.REPLACED, null));
        match(order);
        return takes(VenueFault.ERROR_AFTER_DONE) ? Answer.LOST : Answer.DONE;
    }

    private void match(final ModelOrder order) {
        final long ask = last + instrument.tickSize();
        final boolean isSale = order.terms.side() == Side.SELL;
        final boolean isWaiting = order.isExit() ? !order.canExit(last) : !isSale && !order.canTrade(last, ask);
        if (order.isOpen() && last > 0 && !isWaiting && !isHalted) {
            final long leaves = leaves(order, ask);
            fill(order, isSale ? last : ask, fillsInPart && leaves > 1 ? leaves - leaves / 2 : leaves);
        }
    }

    /** What is left of an order; of an amount, what that buys. */
    private long leaves(final ModelOrder order, final long price) {
        if (!order.isOfAmount()) {
            return order.terms.quantity() - order.filled();
        }
        final Instrument traded = new Instrument(instrument);
        final long spent = order.executions.stream()
                .mapToLong(execution -> traded.notional(execution.price(), execution.quantity()))
                .sum();
        return traded.quantityFor(order.terms.cashOrderQty() - spent, price);
    }

    private void fill(final ModelOrder order, final long price, final long quantity) {
        final ModelOrder.Execution execution = new ModelOrder.Execution(++executionIds, nowNs, price, quantity);
        order.executions.add(execution);
        position += order.terms.side() == Side.BUY ? quantity : -quantity;
        if (leaves(order, price) <= 0) {
            order.status = ReportedStatus.FILLED;
        }
        tell(new Update(order, Update.Kind.FILL, execution));
        if (order.isExit() && !order.isOpen()) {
            order.dependents().stream().filter(ModelOrder::isOpen).forEach(this::cancel);
        }
    }

    @Override
    public synchronized void tradeAt(final long price) {
        last = price;
        trades.add(new MarketNews.Trade(nowNs, price, 1));
        each(venue -> venue.onTrade(nowNs, price));
        List.copyOf(orders.values()).forEach(this::match);
    }

    @Override
    public synchronized long closeBar(
            final long open, final long high, final long low, final long close, final long volume) {
        nowNs += MINUTE_NS;
        final MarketNews.Bar bar =
                new MarketNews.Bar(MarketNews.BarKind.CLOSED, nowNs, MINUTE_NS, open, high, low, close, volume);
        bars.add(bar);
        if (late == null && takes(VenueFault.SWAP_DATA)) {
            late = bar;
            return nowNs;
        }
        final boolean isTwice = takes(VenueFault.REPEAT_DATA);
        each(venue -> venue.onBar(bar));
        if (isTwice) {
            each(venue -> venue.onBar(bar));
        }
        if (late != null) {
            final MarketNews.Bar second = late;
            each(venue -> venue.onBar(second));
            late = null;
        }
        return nowNs;
    }

    synchronized int tradeCount() {
        return trades.size();
    }

    synchronized List<MarketNews.Trade> tradesAfter(final int count) {
        return List.copyOf(trades.subList(count, trades.size()));
    }

    synchronized List<MarketNews.Bar> barsAfter(final long closeTimeNs) {
        return bars.stream().filter(bar -> bar.closeTimeNs() > closeTimeNs).toList();
    }

    @Override
    public synchronized long timeNs() {
        return nowNs;
    }

    @Override
    public boolean can(final VenueFault fault) {
        return FAULTS.contains(fault);
    }

    @Override
    public synchronized void let(final VenueFault fault, final VenueRequest request, final long lastingMs) {
        switch (fault) {
            case DROP_DATA -> each(ModelVenue::dropData);
            case DROP_ORDERS -> each(ModelVenue::dropOrders);
            case HALT, RESUME -> {
                isHalted = fault == VenueFault.HALT;
                each(venue -> venue.onStatus(isHalted));
            }
            case LATE_TRADE -> each(venue -> venue.onRevised(bars.get(bars.size() - 1)));
            case CORRECT_TRADE -> each(venue -> venue.onCorrected(last));
            case BUST, CORRECT -> takeBack(fault == VenueFault.CORRECT);
            default -> waiting.add(fault);
        }
    }

    private void takeBack(final boolean isCorrection) {
        for (final ModelOrder order : orders.values()) {
            if (!order.executions.isEmpty()) {
                final ModelOrder.Execution taken = order.executions.remove(order.executions.size() - 1);
                position -= taken.quantity();
                tell(new Update(order, Update.Kind.BUST, taken));
                if (isCorrection) {
                    fill(order, taken.price() + instrument.tickSize(), taken.quantity());
                }
            }
        }
    }

    synchronized boolean isSlow() {
        return takes(VenueFault.SLOW);
    }

    @Override
    public synchronized long ordersTaken() {
        return orders.size();
    }

    @Override
    public synchronized long position() {
        return position;
    }

    @Override
    public boolean takesFeesInKind() {
        return false;
    }
}
