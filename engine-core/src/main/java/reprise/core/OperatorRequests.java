package reprise.core;

import reprise.market.Instruments;
import reprise.message.EngineDecisions;
import reprise.message.OperatorEvents;
import reprise.order.OrderPurpose;
import reprise.order.OrderRequest;
import reprise.order.OrderTerms;
import reprise.risk.StateCause;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;

/** What the operator asks for. Owned by the core; allocates nothing; holds no state of its own. */
final class OperatorRequests implements OperatorEvents {
    private final EngineCore core;
    private final Instruments instruments;
    private final OrderDesk desk;
    private final Liquidation liquidation;
    private final EngineDecisions output;
    private final OrderRequest request = new OrderRequest();

    OperatorRequests(
            final EngineCore core,
            final Instruments instruments,
            final OrderDesk desk,
            final Liquidation liquidation,
            final EngineDecisions output) {
        this.core = core;
        this.instruments = instruments;
        this.desk = desk;
        this.liquidation = liquidation;
        this.output = output;
    }

    @Override
    public void onStartRequested(final int strategyId) {
        final StrategyHost host = core.host(strategyId);
        if (host != null) {
            host.start();
        }
    }

    @Override
    public void onStopRequested(final int strategyId) {
        if (strategyId == ALL_STRATEGIES) {
            core.tradingStates().stopping(true);
            return;
        }
        final StrategyHost host = core.host(strategyId);
        if (host != null) {
            host.stop();
        }
    }

    @Override
    public void onTradingStateRequested(final TradingScope scope, final int scopeId, final TradingState state) {
        final boolean known = switch (scope) {
            case ENGINE -> true;
            case STRATEGY -> scopeId == 0 || core.host(scopeId) != null;
            case INSTRUMENT -> instruments.isDefined(scopeId);
        };
        if (known) {
            if (state == TradingState.ACTIVE) {
                core.supervision().acknowledge(scope, scopeId);
            }
            core.tradingState(scope, scope == TradingScope.ENGINE ? 0 : scopeId, state, StateCause.OPERATOR);
        }
    }

    @Override
    public void onClosePositionRequested(final int instrumentId) {
        if (instruments.isDefined(instrumentId)) {
            liquidation.closeAnew(instrumentId);
        }
    }

    @Override
    public void onFlattenAllRequested() {
        core.halt(StateCause.OPERATOR);
        for (int i = 0; i < instruments.count(); i++) {
            liquidation.close(OrderDesk.ANY, i);
        }
    }

    @Override
    public void onOrderRequested(final int strategyId, final int instrumentId, final OrderTerms terms) {
        if (instruments.isDefined(instrumentId) && (strategyId == 0 || core.host(strategyId) != null)) {
            desk.submit(
                    strategyId, request.of(instruments.get(instrumentId), terms).byOperator(), OrderPurpose.OPERATOR);
        }
    }

    @Override
    public void onCancelRequested(final long orderId) {
        desk.cancel(core.orders().find(orderId));
    }

    @Override
    public void onParameterRequested(final int strategyId, final String name, final String value) {
        final StrategyHost host = core.host(strategyId);
        if (host != null) {
            output.parametersDecided(strategyId, host.change(name, value));
        }
    }
}
