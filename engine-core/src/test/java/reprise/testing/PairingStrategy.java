package reprise.testing;

import java.util.ArrayList;
import java.util.List;
import reprise.execution.PairReason;
import reprise.execution.PairSettings;
import reprise.execution.PairState;
import reprise.market.Instrument;
import reprise.number.Money;
import reprise.order.Side;
import reprise.state.StateExchange;
import reprise.strategy.PairTrade;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;

/**
 * Opens and closes pairs of neighbouring instruments, I0 and I1, I1 and I2, ..., by its own chance, which is part of its state: the same events
 * make it do the same. Allocates nothing per event.
 */
public final class PairingStrategy implements Strategy {
    private static final PairSettings SETTINGS = new PairSettings(100, 10, 40 * Money.ONE, false);

    private final int pairCount;
    private final List<PairTrade> pairs = new ArrayList<>();
    private StrategyContext context;
    private long state;
    private long heard;

    /**
     * A strategy.
     *
     * @param seed of its chance.
     * @param pairCount how many pairs.
     */
    public PairingStrategy(final long seed, final int pairCount) {
        this.state = seed * 2 + 1;
        this.pairCount = pairCount;
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
        for (int i = 0; i <= pairCount; i++) {
            context.subscribe(context.instrument("I" + i));
        }
        for (int i = 0; i < pairCount; i++) {
            pairs.add(context.pair(context.instrument("I" + i), context.instrument("I" + (i + 1)), SETTINGS));
        }
    }

    @Override
    public void onBar(final Instrument instrument) {
        act();
    }

    @Override
    public void onQuote(final Instrument instrument) {
        act();
    }

    @Override
    public void onPair(final PairTrade pair, final PairState from, final PairState to, final PairReason reason) {
        heard++;
        if (to == PairState.OPEN && draw(4) == 0) {
            pair.close();
        }
    }

    private void act() {
        final PairTrade pair = pairs.get(draw(pairCount));
        switch (draw(40)) {
            case 0, 1, 2, 3 -> pair.open(Side.of(draw(2)), 1 + draw(60), 1 + draw(60));
            case 4, 5 -> pair.close();
            case 6 -> pair.stop();
            case 7, 8 -> pair.start();
            case 9 -> {
                pair.emergencyStop();
                state += pair.round().pnl();
            }
            default -> state += pair.held(0) + pair.held(1);
        }
    }

    /**
     * Its pairs.
     *
     * @return to look at.
     */
    public List<PairTrade> pairs() {
        return pairs;
    }

    @Override
    public void onRestore(final StrategyContext newContext) {
        onStart(newContext);
    }

    @Override
    public void exchange(final StateExchange exchange) {
        state = exchange.field("state", state);
        heard = exchange.field("heard", heard);
    }
}
