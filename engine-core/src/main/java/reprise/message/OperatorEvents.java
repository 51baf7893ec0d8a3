package reprise.message;

import reprise.order.OrderTerms;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;

/**
 * What the operator asks for. One method a fact; see {@link EngineEvents} for units.
 */
public interface OperatorEvents {
    /** In place of a strategy's id. */
    int ALL_STRATEGIES = 0;

    /**
     * The operator lets a strategy trade.
     *
     * @param strategyId from 1.
     */
    void onStartRequested(int strategyId);

    /**
     * The operator stops a strategy: its orders are cancelled, its positions stay. Or the process: then nothing may be opened any more until
     * another one goes on with the run; all else stays as it is, orders too.
     *
     * @param strategyId from 1; {@link #ALL_STRATEGIES} for the process.
     */
    void onStopRequested(int strategyId);

    /**
     * The operator says what may be traded. HALTED cancels the open orders of its scope, and nothing passes but the operator's own orders.
     *
     * @param scope what it holds for.
     * @param scopeId which strategy or instrument; 0 for the engine.
     * @param state from now on.
     */
    void onTradingStateRequested(TradingScope scope, int scopeId, TradingState state);

    /**
     * The operator closes a position: its orders are cancelled, each book is closed at market. Said again while that is under way, closing
     * orders that hang are cancelled and sent anew.
     *
     * @param instrumentId dense id.
     */
    void onClosePositionRequested(int instrumentId);

    /**
     * The operator closes everything: trading halts, orders are cancelled, every book is closed at market.
     */
    void onFlattenAllRequested();

    /**
     * The operator orders something explicitly; it passes a halt.
     *
     * @param strategyId whose book it goes to; 0 for none.
     * @param instrumentId dense id.
     * @param terms of the order; read during the call only.
     */
    void onOrderRequested(int strategyId, int instrumentId, OrderTerms terms);

    /**
     * The operator withdraws an order, whoever ordered it.
     *
     * @param orderId names the order.
     */
    void onCancelRequested(long orderId);

    /**
     * The operator changes a parameter of a strategy; whether it is taken goes on record.
     *
     * @param strategyId from 1.
     * @param name of a parameter that may be changed while the strategy runs.
     * @param value as written in a configuration.
     */
    void onParameterRequested(int strategyId, String name, String value);
}
