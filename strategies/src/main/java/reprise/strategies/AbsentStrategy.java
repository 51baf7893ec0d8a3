package reprise.strategies;

import reprise.state.StateExchange;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;

/** Keeps the place of a strategy of an earlier run, so that those behind it keep their numbers: does nothing, knows nothing. */
public final class AbsentStrategy implements Strategy {
    @Override
    public void onStart(final StrategyContext context) {
        // Nothing to listen to.
    }

    @Override
    public void onRestore(final StrategyContext context) {
        // Nothing to take up.
    }

    @Override
    public void exchange(final StateExchange state) {
        // Nothing to remember.
    }
}
