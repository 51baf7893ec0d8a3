package reprise.strategies;

import reprise.market.Instrument;
import reprise.strategy.StrategyContext;

/**
 * Brings a strategy's position in one instrument to the direction that it wants by naming it to the engine as a target. What is held is left
 * whole or kept, never added to. Holds no state: the engine knows what is wanted.
 */
final class TargetTaker {
    private final StrategyContext context;
    private final Instrument instrument;
    private final long orderNotional;

    TargetTaker(final StrategyContext context, final Instrument instrument, final long orderNotional) {
        this.context = context;
        this.instrument = instrument;
        this.orderNotional = orderNotional;
    }

    /** The direction that is held or being entered; FLAT while one is being left. */
    Direction direction() {
        return Direction.of(context.expectedPosition(instrument));
    }

    /** A bar closed, and this is the direction to hold from now on. */
    void pursue(final Direction wanted) {
        if (wanted == direction()) {
            return;
        }
        if (wanted == Direction.FLAT) {
            context.target(instrument, 0);
        } else {
            context.targetAmount(instrument, wanted.openingSide().sign() * orderNotional);
        }
    }
}
