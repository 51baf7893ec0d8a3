package reprise.simulation.trial;

import java.lang.reflect.Proxy;
import reprise.message.EngineDecisions;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;

/** Hears of the decisions only what may be traded from now on. */
@FunctionalInterface
interface StateChanges {
    /** What may be traded in a scope changed. */
    void onTradingState(TradingScope scope, int scopeId, TradingState state);

    /** Decisions that reach this. */
    static EngineDecisions decisions(final StateChanges changes) {
        return (EngineDecisions) Proxy.newProxyInstance(
                EngineDecisions.class.getClassLoader(),
                new Class<?>[] {EngineDecisions.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("tradingStateChanged")) {
                        changes.onTradingState(
                                (TradingScope) arguments[0], (Integer) arguments[1], (TradingState) arguments[2]);
                    }
                    return null;
                });
    }
}
