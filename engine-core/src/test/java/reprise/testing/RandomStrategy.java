package reprise.testing;

import reprise.bar.BarInput;
import reprise.bar.BarSeries;
import reprise.bar.BarSpec;
import reprise.market.Instrument;
import reprise.order.Order;
import reprise.order.OrderRequest;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.state.StateExchange;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;

/**
 * Does everything that a strategy can do, by its own chance, which is part of its state: the same events make it do the same. Allocates
 * nothing per event.
 */
public final class RandomStrategy implements Strategy {
    /** Of money, as prices are in cents and quantities whole. */
    private static final long CENT = 1_000_000;

    private static final int ORDERS_REMEMBERED = 8;
    private static final long MAX_DELAY_NS = 50;

    private final OrderRequest request = new OrderRequest();
    private final OrderRequest other = new OrderRequest();
    private final long[] orderIds = new long[ORDERS_REMEMBERED];
    private final int instrumentCount;
    private StrategyContext context;
    private long state;
    private long timerNumber;

    /**
     * A strategy.
     *
     * @param seed of its chance.
     * @param instrumentCount it listens to I0, I1, ...
     */
    public RandomStrategy(final long seed, final int instrumentCount) {
        this.state = seed * 2 + 1;
        this.instrumentCount = instrumentCount;
    }

    private int draw(final int bound) {
        state ^= state << 13;
        state ^= state >>> 7;
        state ^= state << 17;
        return (int) ((state >>> 1) % bound);
    }

    @Override
    public void onStart(final StrategyContext newContext) {
        context = newContext;
        for (int i = 0; i < instrumentCount; i++) {
            final Instrument instrument = context.instrument("I" + i);
            context.subscribe(instrument);
            final BarSeries threeTicks = context.subscribe(instrument, BarSpec.ticks(3));
            context.indicator(instrument, "stochrsi:3:3:3.d");
            context.indicator(threeTicks, "zscore(ema:3, 4)");
            context.subscribe(instrument, BarSpec.time(BarSpec.MIN_LENGTH_NS));
            context.subscribe(instrument, BarSpec.ticks(5).of(BarInput.QUOTES));
        }
    }

    @Override
    public void onBar(final Instrument instrument) {
        act(instrument);
    }

    @Override
    public void onBar(final BarSeries series) {
        act(series.instrument());
    }

    @Override
    public void onQuote(final Instrument instrument) {
        act(instrument);
    }

    @Override
    public void onTrade(final Instrument instrument) {
        act(instrument);
    }

    @Override
    public void onTimer(final long deadlineNs, final long token) {
        state ^= token;
        if (draw(2) == 0) {
            context.cancel(anyOrder());
        }
    }

    @Override
    public void onOrder(final Order order) {
        if (draw(8) == 0) {
            context.cancel(order.orderId());
        }
    }

    private void act(final Instrument instrument) {
        switch (draw(8)) {
            case 0, 1 -> submit(instrument);
            case 2 -> context.cancel(anyOrder());
            case 3 -> context.replace(anyOrder(), 1 + draw(20), 95 + draw(10));
            case 4 -> timerNumber = context.schedule(context.timeNs() + 1 + draw((int) MAX_DELAY_NS), draw(1000));
            case 5 -> context.cancelTimer(timerNumber);
            default -> state += context.position(instrument).quantity();
        }
    }

    private long anyOrder() {
        return orderIds[draw(ORDERS_REMEMBERED)];
    }

    private void submit(final Instrument instrument) {
        final Side side = Side.of(draw(2));
        final int quantity = 1 + draw(10);
        final long price = instrument.markPrice();
        final int sign = side.sign();
        switch (draw(12)) {
            case 0 -> context.submit(request.stop(instrument, side, quantity, price + sign * 3, TimeInForce.GTC));
            case 1 ->
                context.submit(request.stopLimit(
                        instrument, side, quantity, price + sign * 3, price + sign * 4, TimeInForce.DAY));
            case 2 -> context.submit(request.trailingStop(instrument, side, quantity, 1 + draw(4), TimeInForce.GTC));
            case 3 -> context.submit(request.limitMaker(instrument, side, quantity, price, TimeInForce.GTC));
            case 4 ->
                context.submitBracket(
                        request.market(instrument, side, quantity, TimeInForce.DAY),
                        price - sign * 4,
                        price + sign * 4);
            case 5 ->
                context.submitOneCancelsOther(
                        request.limit(instrument, side, quantity, Math.max(price - sign * 3, 1), TimeInForce.GTC),
                        other.stop(instrument, side, quantity, price + sign * 3, TimeInForce.GTC));
            case 6, 7, 8 -> context.submit(request.limit(instrument, side, quantity, 95 + draw(10), TimeInForce.GTC));
            case 9 -> context.submit(request.marketFor(instrument, side, quantity * price * CENT, TimeInForce.DAY));
            default -> context.submit(request.market(instrument, side, quantity, TimeInForce.DAY));
        }
        orderIds[draw(ORDERS_REMEMBERED)] = request.orderId();
    }

    @Override
    public void onRestore(final StrategyContext newContext) {
        onStart(newContext);
    }

    @Override
    public void exchange(final StateExchange exchange) {
        state = exchange.field("state", state);
        timerNumber = exchange.field("timerNumber", timerNumber);
        exchange.field("orderId", orderIds);
    }
}
