package reprise.message;

import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.risk.StateCause;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;

/**
 * What the engine decided, for the record: nobody acts on it, but it says why an order came or did not come, with the numbers that decided.
 * Written to the same log as the commands and compared at replay like them. Implemented by the publisher and by the printer.
 *
 * <p>Prices and quantities are in the instrument's decimals, money in units of 1e-8.
 */
public interface EngineDecisions {
    /**
     * A request did not become an order, or new terms did not become a request to the venue.
     *
     * @param strategyId who asked; 0 for the operator.
     * @param instrumentId dense id.
     * @param side which way.
     * @param quantity how much.
     * @param price by which it was valued; 0 for none.
     * @param reason why not.
     * @param value what was compared, in the unit of the limit; 0 where nothing was.
     * @param limit with what; 0 where there is none.
     */
    void orderRefused(
            int strategyId,
            int instrumentId,
            Side side,
            long quantity,
            long price,
            RejectReason reason,
            long value,
            long limit);

    /**
     * What may be traded changed.
     *
     * @param scope what it holds for.
     * @param scopeId which strategy or instrument; 0 for the engine.
     * @param state from now on.
     * @param cause who decided it.
     */
    void tradingStateChanged(TradingScope scope, int scopeId, TradingState state, StateCause cause);
}
