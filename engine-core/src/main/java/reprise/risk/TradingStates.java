package reprise.risk;

import java.util.Arrays;
import reprise.state.StateExchange;

/**
 * What trading is allowed: for the engine, for each strategy, for each instrument; what holds for an order is the strictest of its three.
 * While the process is being stopped nothing may be opened whatever they say; they stay as they are and hold again when it goes on.
 * Allocates only when a scope is named whose id is higher than any before; part of replayed state.
 */
public final class TradingStates {
    private TradingState engine = TradingState.ACTIVE;
    private boolean stopping;
    private TradingState[] strategies = {};
    private TradingState[] instruments = {};

    /**
     * The state that was set for a scope.
     *
     * @param scope what it holds for.
     * @param scopeId which strategy or instrument.
     * @return ACTIVE until something else is set.
     */
    public TradingState get(final TradingScope scope, final int scopeId) {
        return switch (scope) {
            case ENGINE -> engine;
            case STRATEGY -> of(strategies, scopeId);
            case INSTRUMENT -> of(instruments, scopeId);
        };
    }

    private static TradingState of(final TradingState[] states, final int id) {
        return id >= 0 && id < states.length ? states[id] : TradingState.ACTIVE;
    }

    /**
     * Sets the state of a scope; called by the core only.
     *
     * @param scope what it holds for.
     * @param scopeId which strategy or instrument; of no meaning for the engine.
     * @param state from now on.
     * @return whether it was another one before.
     */
    public boolean set(final TradingScope scope, final int scopeId, final TradingState state) {
        if (get(scope, scopeId) == state) {
            return false;
        }
        if (scope == TradingScope.ENGINE) {
            engine = state;
        } else if (scope == TradingScope.STRATEGY) {
            strategies = withRoom(strategies, scopeId);
            strategies[scopeId] = state;
        } else {
            instruments = withRoom(instruments, scopeId);
            instruments[scopeId] = state;
        }
        return true;
    }

    private static TradingState[] withRoom(final TradingState[] states, final int id) {
        if (id < states.length) {
            return states;
        }
        final TradingState[] grown = Arrays.copyOf(states, id + 1);
        Arrays.fill(grown, states.length, grown.length, TradingState.ACTIVE);
        return grown;
    }

    /**
     * Says whether the process is being stopped; called by the core only.
     *
     * @param isStopping false when another one goes on.
     */
    public void stopping(final boolean isStopping) {
        stopping = isStopping;
    }

    /**
     * Whether the process is being stopped.
     *
     * @return true if nothing may be opened for that reason.
     */
    public boolean isStopping() {
        return stopping;
    }

    /**
     * What holds for an order.
     *
     * @param strategyId whose order.
     * @param instrumentId of what.
     * @return the strictest of the three states; at least REDUCING while the process is being stopped.
     */
    public TradingState effective(final int strategyId, final int instrumentId) {
        final TradingState process = stopping ? TradingState.REDUCING : TradingState.ACTIVE;
        return stricter(stricter(process, engine), stricter(of(strategies, strategyId), of(instruments, instrumentId)));
    }

    private static TradingState stricter(final TradingState a, final TradingState b) {
        return a.ordinal() >= b.ordinal() ? a : b;
    }

    void exchange(final StateExchange state) {
        engine = TradingState.of(state.field("tradingState", engine.ordinal()));
        stopping = state.field("stopping", stopping);
        strategies = exchange(state, "tradingStatesOfStrategies", strategies);
        instruments = exchange(state, "tradingStatesOfInstruments", instruments);
    }

    private static TradingState[] exchange(final StateExchange state, final String name, final TradingState[] states) {
        final int count = state.field(name, states.length);
        final TradingState[] exchanged = new TradingState[count];
        for (int i = 0; i < count; i++) {
            exchanged[i] =
                    TradingState.of(state.field("tradingState", of(states, i).ordinal()));
        }
        return exchanged;
    }
}
