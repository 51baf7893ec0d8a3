package reprise.strategies;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import reprise.bar.BarSeries;
import reprise.bar.BarSpec;
import reprise.execution.PairSettings;
import reprise.indicator.IndicatorCatalog;
import reprise.indicator.Indicators;
import reprise.indicator.Line;
import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;
import reprise.market.Instruments;
import reprise.order.Order;
import reprise.order.OrderRequest;
import reprise.order.OrderState;
import reprise.order.Orders;
import reprise.order.RejectReason;
import reprise.portfolio.Portfolio;
import reprise.portfolio.Position;
import reprise.signal.Mover;
import reprise.signal.Reason;
import reprise.signal.Signal;
import reprise.strategy.PairTrade;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;

/** A strategy's context whose venue is the test: it decides when orders fill, end or are refused. Real orders and a real portfolio. */
final class TestDesk implements StrategyContext {
    static final int STRATEGY_ID = 1;

    private final Instrument instrument =
            new Instrument(new InstrumentDefinition(0, 0, "BTCUSDT", "BTC", "USDT", 2, 5, 1, 1, 0));
    private final Indicators indicators = new Indicators(new Instruments(), IndicatorCatalog.shipped());
    private final List<Line> demanded = new ArrayList<>();
    private final Portfolio portfolio = new Portfolio(1);
    private final Orders orders = new Orders(8);
    private String lastReason = "";
    private int targets;
    private Consumer<Order> listener = order -> {};
    private Consumer<OrderRequest> inspector = request -> {};
    private RejectReason refusal = RejectReason.NONE;
    private RejectReason cancelRefusal = RejectReason.NONE;
    private long bars;
    private int subscriptions;
    private int submits;
    private int submitTries;
    private int cancels;
    private Order lastOrder;

    TestDesk() {
        portfolio.define(instrument);
    }

    void tell(final Consumer<Order> newListener) {
        listener = newListener;
    }

    /** Looks at every order before it is submitted. */
    void inspect(final Consumer<OrderRequest> newInspector) {
        inspector = newInspector;
    }

    /** The market moves, in price units. */
    Instrument bar(final long open, final long high, final long low, final long close) {
        instrument.onBar(++bars, 1, open, high, low, close, 0);
        indicators.onBar(instrument);
        return instrument;
    }

    /** Tells a strategy of the last bar if all that it demanded is ready, as the engine does. */
    void tell(final Strategy strategy) {
        for (int i = 0; i < demanded.size(); i++) {
            if (!demanded.get(i).isReady()) {
                return;
            }
        }
        strategy.onBar(instrument);
    }

    Indicators indicators() {
        return indicators;
    }

    Instrument barAt(final long price) {
        return bar(price, price, price, price);
    }

    void refuseWith(final RejectReason reason) {
        refusal = reason;
    }

    void refuseCancelsWith(final RejectReason reason) {
        cancelRefusal = reason;
    }

    void fill(final Order order, final long quantity) {
        final long notional = instrument.notional(instrument.markPrice(), quantity);
        orders.fill(order, quantity, notional, 0);
        final int sign = order.side().sign();
        portfolio.fill(order.strategyId(), order.instrumentId(), sign * quantity, sign * notional, 0);
        listener.accept(order);
    }

    /** All that is open fills, also what is ordered because of that. */
    void fillAll() {
        while (orders.openCount() > 0) {
            final Order order = orders.openAt(0);
            fill(order, order.leavesQuantity());
        }
    }

    void accept(final Order order) {
        orders.accept(order);
        listener.accept(order);
    }

    void reject(final Order order) {
        if (orders.reject(order, RejectReason.VENUE_OTHER)) {
            listener.accept(order);
        }
    }

    void cancelled(final Order order) {
        orders.end(order, OrderState.CANCELED);
        listener.accept(order);
    }

    void cancelRejected(final Order order) {
        orders.requestRefused(order, OrderState.PENDING_CANCEL, RejectReason.VENUE_OTHER);
        listener.accept(order);
    }

    Instrument instrument() {
        return instrument;
    }

    Portfolio portfolio() {
        return portfolio;
    }

    long held() {
        return position(instrument).quantity();
    }

    int openCount() {
        return orders.openCount();
    }

    int submits() {
        return submits;
    }

    int submitTries() {
        return submitTries;
    }

    int cancels() {
        return cancels;
    }

    int subscriptions() {
        return subscriptions;
    }

    Order lastOrder() {
        return lastOrder;
    }

    @Override
    public int strategyId() {
        return STRATEGY_ID;
    }

    @Override
    public long timeNs() {
        return bars;
    }

    @Override
    public Instrument instrument(final String symbol) {
        if (!symbol.equals(instrument.symbol())) {
            throw new IllegalStateException("no such instrument: symbol=" + symbol);
        }
        return instrument;
    }

    @Override
    public int instrumentCount() {
        return 1;
    }

    @Override
    public Instrument instrument(final int instrumentId) {
        return instrument;
    }

    @Override
    public void detected(final Instrument of, final Mover mover) {
        throw new UnsupportedOperationException("these strategies detect nothing");
    }

    @Override
    public void subscribe(final Instrument subscribed) {
        subscriptions++;
    }

    @Override
    public BarSeries subscribe(final Instrument subscribed, final BarSpec spec) {
        throw new UnsupportedOperationException("these strategies take the venue's bars");
    }

    @Override
    public Line indicator(final BarSeries series, final String expression) {
        throw new UnsupportedOperationException("these strategies take the venue's bars");
    }

    @Override
    public Line indicator(final Instrument of, final String expression) {
        final Line line = indicators.demand(of, expression);
        demanded.add(line);
        return line;
    }

    @Override
    public Position position(final Instrument of) {
        return portfolio.book(STRATEGY_ID, of.id());
    }

    @Override
    public Order order(final long orderId) {
        return orders.find(orderId);
    }

    @Override
    public RejectReason submit(final OrderRequest request) {
        submitTries++;
        if (refusal != RejectReason.NONE) {
            return refusal;
        }
        inspector.accept(request);
        submits++;
        final long orderId = submits;
        lastOrder = orders.open(orderId, STRATEGY_ID, request, timeNs());
        request.becameOrder(orderId);
        return RejectReason.NONE;
    }

    @Override
    public RejectReason cancel(final long orderId) {
        cancels++;
        if (cancelRefusal != RejectReason.NONE) {
            return cancelRefusal;
        }
        final Order order = orders.find(orderId);
        if (order.state() != OrderState.PENDING_CANCEL) {
            orders.requestCancel(order);
        }
        return RejectReason.NONE;
    }

    @Override
    public RejectReason replace(final long orderId, final long quantity, final long limitPrice) {
        throw new UnsupportedOperationException("market orders are not replaced");
    }

    @Override
    public RejectReason replace(final long orderId, final long quantity, final long limitPrice, final long stopPrice) {
        throw new UnsupportedOperationException("market orders are not replaced");
    }

    @Override
    public RejectReason submitBracket(final OrderRequest entry, final long stopPrice, final long targetPrice) {
        throw new UnsupportedOperationException("these strategies need no brackets");
    }

    @Override
    public RejectReason submitOneCancelsOther(final OrderRequest first, final OrderRequest second) {
        throw new UnsupportedOperationException("these strategies need no pairs");
    }

    @Override
    public void exit(final Instrument instrument) {
        throw new UnsupportedOperationException("no exit plans here");
    }

    @Override
    public RejectReason target(final Instrument of, final long signedQuantity) {
        targets++;
        final long change = signedQuantity - position(of).quantity();
        final long notional = of.notional(of.markPrice(), Math.abs(change));
        portfolio.fill(STRATEGY_ID, of.id(), change, Long.signum(change) * notional, 0);
        return RejectReason.NONE;
    }

    @Override
    public RejectReason targetAmount(final Instrument of, final long signedAmount) {
        return target(of, Long.signum(signedAmount) * of.quantityFor(Math.abs(signedAmount), of.markPrice()));
    }

    /** How often a target was named; each is reached at once. */
    int targets() {
        return targets;
    }

    @Override
    public long expectedPosition(final Instrument of) {
        return position(of).quantity();
    }

    @Override
    public long signal(final Signal signal) {
        throw new UnsupportedOperationException("no arbiter here");
    }

    @Override
    public long schedule(final long deadlineNs, final long token) {
        throw new UnsupportedOperationException("these strategies need no timers");
    }

    @Override
    public boolean cancelTimer(final long timerNumber) {
        throw new UnsupportedOperationException("these strategies need no timers");
    }

    @Override
    public void explain(final Instrument about, final Reason reason) {
        lastReason = reason.name();
    }

    @Override
    public boolean executesTargets() {
        return false;
    }

    /** The name of the reason that was given last. */
    String lastReason() {
        return lastReason;
    }

    @Override
    public PairTrade pair(final Instrument first, final Instrument second, final PairSettings settings) {
        throw new UnsupportedOperationException("there is one instrument");
    }

    @Override
    public long equity() {
        return portfolio.equity();
    }
}
