package reprise.testing;

import reprise.market.Instrument;
import reprise.order.Side;
import reprise.signal.Signal;
import reprise.state.StateExchange;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;

/**
 * Signals and names targets by its own chance, which is part of its state: the same events make it do the same. Sends no order itself.
 * Allocates nothing per event.
 */
public final class WishingStrategy implements Strategy {
    private final Signal signal = new Signal();
    private final int instrumentCount;
    private StrategyContext context;
    private long state;

    /**
     * A strategy.
     *
     * @param seed of its chance.
     * @param instrumentCount it listens to I0, I1, ...
     */
    public WishingStrategy(final long seed, final int instrumentCount) {
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
            context.subscribe(context.instrument("I" + i));
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

    private void act(final Instrument instrument) {
        switch (draw(8)) {
            case 0, 1 ->
                context.signal(signal.of(instrument, Side.of(draw(2)))
                        .weighing(50 + draw(3), draw(11) / 10.0)
                        .at(instrument.markPrice(), draw(5), 0));
            case 2 -> context.target(instrument, draw(21) - 10);
            case 3 -> context.target(instrument, 0);
            default -> state += context.position(instrument).quantity();
        }
    }

    @Override
    public void onRestore(final StrategyContext newContext) {
        onStart(newContext);
    }

    @Override
    public void exchange(final StateExchange exchange) {
        state = exchange.field("state", state);
    }
}
