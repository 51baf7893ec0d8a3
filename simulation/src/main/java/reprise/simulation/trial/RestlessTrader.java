package reprise.simulation.trial;

import reprise.market.Instrument;
import reprise.order.Order;
import reprise.order.OrderRequest;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.state.StateExchange;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;

/**
 * Orders a lot and in every way that there is, by its own chance, which is part of its state: the same events make it do the same. It
 * means no harm and has no plan.
 */
final class RestlessTrader implements Strategy {
    private static final int ORDERS_REMEMBERED = 16;
    private static final long MAX_TIMER_NS = 20_000_000_000L;
    private static final int STEPS_AWAY = 12;
    private static final TimeInForce[] LIMIT_TERMS = {
        TimeInForce.GTC, TimeInForce.GTC, TimeInForce.GTC, TimeInForce.DAY, TimeInForce.IOC, TimeInForce.FOK
    };

    private final OrderRequest request = new OrderRequest();
    private final OrderRequest other = new OrderRequest();
    private final long[] orderIds = new long[ORDERS_REMEMBERED];
    private final Instrument[] instruments;
    private final int idleness;
    private final boolean byTargets;
    private StrategyContext context;
    private long state;

    /**
     * A trader.
     *
     * @param seed of its chance.
     * @param instrumentCount it listens to I0, I1, ...
     * @param idleness of so many chances it takes one.
     * @param byTargets whether it mostly names targets, or mostly orders itself.
     */
    RestlessTrader(final long seed, final int instrumentCount, final int idleness, final boolean byTargets) {
        state = seed | 1;
        instruments = new Instrument[instrumentCount];
        this.idleness = idleness;
        this.byTargets = byTargets;
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
        for (int i = 0; i < instruments.length; i++) {
            instruments[i] = context.instrument("I" + i);
            context.subscribe(instruments[i]);
        }
    }

    @Override
    public void onBar(final Instrument instrument) {
        act(instrument);
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
        context.cancel(anyOrder());
    }

    @Override
    public void onOrder(final Order order) {
        final int whim = draw(24);
        if (whim == 0) {
            context.cancel(order.orderId());
        } else if (whim == 1) {
            act(instruments[order.instrumentId()]);
        }
    }

    private void act(final Instrument instrument) {
        if (draw(idleness) != 0 || instrument.markPrice() == 0) {
            return;
        }
        switch (draw(16)) {
            case 0, 1 -> context.cancel(anyOrder());
            case 2, 3, 4 -> context.replace(anyOrder(), quantity(instrument), price(instrument), price(instrument));
            case 5 -> context.schedule(context.timeNs() + 1 + draw((int) (MAX_TIMER_NS / 100)) * 100L, draw(100));
            case 6 -> context.exit(instrument);
            case 7 -> close(instrument);
            default -> {
                if (byTargets && draw(4) != 0) {
                    context.target(instrument, (draw(9) - 4) * quantity(instrument) / 2);
                } else {
                    submit(instrument);
                }
            }
        }
    }

    private void close(final Instrument instrument) {
        final long held = context.position(instrument).quantity();
        if (held != 0) {
            final Side side = held > 0 ? Side.SELL : Side.BUY;
            context.submit(request.market(instrument, side, Math.abs(held), TimeInForce.GTC));
            remember(request);
        }
    }

    private void submit(final Instrument instrument) {
        final Side side = Side.of(draw(2));
        final long quantity = quantity(instrument);
        final long mark = instrument.markPrice();
        final long step = side.sign() * instrument.definition().tickSize();
        final TimeInForce terms = LIMIT_TERMS[draw(LIMIT_TERMS.length)];
        final int kind = draw(12);
        switch (kind) {
            case 0 -> request.stop(instrument, side, quantity, mark + step * away(), TimeInForce.GTC);
            case 1 -> request.stopLimit(instrument, side, quantity, mark + step * 4, mark + step * 6, TimeInForce.DAY);
            case 2 -> request.trailingStop(instrument, side, quantity, Math.abs(step) * away(), TimeInForce.GTC);
            case 3 -> request.limitMaker(instrument, side, quantity, mark - step * away(), TimeInForce.GTC);
            case 4, 5, 6, 7 -> request.limit(instrument, side, quantity, price(instrument), terms);
            default -> request.market(instrument, side, quantity, TimeInForce.GTC);
        }
        send(instrument, kind, mark, step);
        remember(request);
    }

    /** Some orders come with exits, some in pairs. */
    private void send(final Instrument instrument, final int kind, final long mark, final long step) {
        if (kind == 8 || kind == 7) {
            context.submitBracket(request, mark - step * away() - step, mark + step * away() + step);
        } else if (kind == 3) {
            other.stop(instrument, request.side(), request.quantity(), mark + step * away(), TimeInForce.GTC);
            context.submitOneCancelsOther(request, other);
            remember(other);
        } else {
            context.submit(request);
        }
    }

    private int away() {
        return 1 + draw(STEPS_AWAY);
    }

    private void remember(final OrderRequest order) {
        if (order.orderId() != 0) {
            orderIds[draw(ORDERS_REMEMBERED)] = order.orderId();
        }
    }

    private long anyOrder() {
        return orderIds[draw(ORDERS_REMEMBERED)];
    }

    private long quantity(final Instrument instrument) {
        return (1 + draw(10)) * instrument.definition().lotSize();
    }

    private long price(final Instrument instrument) {
        final long tick = instrument.definition().tickSize();
        return Math.max(tick, instrument.markPrice() + (draw(2 * STEPS_AWAY + 1) - STEPS_AWAY) * tick);
    }

    @Override
    public void onRestore(final StrategyContext newContext) {
        onStart(newContext);
    }

    @Override
    public void exchange(final StateExchange exchange) {
        exchange.section("restlessTrader", 0);
        state = exchange.field("state", state);
        for (int i = 0; i < orderIds.length; i++) {
            orderIds[i] = exchange.field("orderId", orderIds[i]);
        }
    }
}
