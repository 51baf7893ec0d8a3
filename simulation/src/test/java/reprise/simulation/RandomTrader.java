package reprise.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import reprise.market.Instrument;
import reprise.order.Order;
import reprise.order.OrderRequest;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.state.StateExchange;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;

/** Does everything a strategy can do, at random but reproducibly: what invariants are tested with. */
public final class RandomTrader implements Strategy {
    private final SplittableRandom random;
    private final List<String> symbols;
    private final long maxLots;
    private final OrderRequest request = new OrderRequest();
    private final long[] recent = new long[64];
    private StrategyContext context;
    private int orders;
    private long draws;

    public RandomTrader(final long seed, final List<String> symbols, final long maxLots) {
        this.random = new SplittableRandom(seed);
        this.symbols = new ArrayList<>(symbols);
        this.maxLots = maxLots;
    }

    @Override
    public void onStart(final StrategyContext newContext) {
        context = newContext;
        symbols.forEach(symbol -> context.subscribe(context.instrument(symbol)));
    }

    @Override
    public void onBar(final Instrument instrument) {
        act(instrument);
    }

    @Override
    public void onQuote(final Instrument instrument) {
        if (next(4) == 0) {
            act(instrument);
        }
    }

    @Override
    public void onTrade(final Instrument instrument) {
        if (next(4) == 0) {
            act(instrument);
        }
    }

    @Override
    public void onOrder(final Order order) {
        // Answers to fills, some of them at once: where look-ahead would creep in.
        if (order.filledQuantity() > 0 && next(4) == 0) {
            act(context.instrument(symbols.get(next(symbols.size()))));
        }
    }

    private int next(final int bound) {
        draws++;
        return random.nextInt(bound);
    }

    private void act(final Instrument instrument) {
        if (instrument.markPrice() == 0) {
            return;
        }
        switch (next(8)) {
            case 0, 1 -> submit(request.market(instrument, side(), quantity(instrument), timeInForce()));
            case 2, 3 ->
                submit(request.limit(instrument, side(), quantity(instrument), price(instrument), timeInForce()));
            case 4 -> context.cancel(recentOrder());
            case 5 -> context.replace(recentOrder(), quantity(instrument), price(instrument));
            case 6 -> close(instrument);
            default -> {
                // waits
            }
        }
    }

    private void close(final Instrument instrument) {
        final long held = context.position(instrument).quantity();
        if (held != 0) {
            submit(request.market(instrument, held > 0 ? Side.SELL : Side.BUY, Math.abs(held), TimeInForce.GTC));
        }
    }

    private void submit(final OrderRequest order) {
        context.submit(order);
        if (order.orderId() != 0) {
            recent[orders++ % recent.length] = order.orderId();
        }
    }

    private long recentOrder() {
        return recent[next(recent.length)];
    }

    private Side side() {
        return Side.of(next(2));
    }

    private TimeInForce timeInForce() {
        return TimeInForce.of(next(2));
    }

    private long quantity(final Instrument instrument) {
        return (1 + next((int) maxLots)) * instrument.definition().lotSize();
    }

    private long price(final Instrument instrument) {
        final long tick = instrument.definition().tickSize();
        final long ticks = instrument.markPrice() / tick;
        final long away = ticks * (next(41) - 20) / 10_000;
        return Math.max(1, ticks + away) * tick;
    }

    @Override
    public void onRestore(final StrategyContext newContext) {
        onStart(newContext);
    }

    @Override
    public void exchange(final StateExchange state) {
        orders = (int) state.key("randomTrader", orders);
        final long drawn = state.field("draws", draws);
        while (draws < drawn) {
            next(2);
        }
        state.field("recent", recent);
    }
}
