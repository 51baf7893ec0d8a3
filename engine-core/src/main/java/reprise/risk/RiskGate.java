package reprise.risk;

import reprise.order.OrderRequest;
import reprise.order.Orders;
import reprise.order.RejectReason;
import reprise.portfolio.Portfolio;
import reprise.state.Snapshotable;
import reprise.state.StateSink;

/**
 * Every order passes here before it exists. Asks its questions in a fixed order, of which the first "no" is the answer. Allocates nothing;
 * the trading state is part of replayed state.
 */
public final class RiskGate implements Snapshotable {
    private final RiskCheck[] checks;
    private TradingState tradingState = TradingState.ACTIVE;

    /**
     * A gate over the books.
     *
     * @param limits their values.
     * @param portfolio read by the checks.
     * @param orders read by the checks.
     */
    public RiskGate(final RiskLimits limits, final Portfolio portfolio, final Orders orders) {
        final PositionProjection projection = new PositionProjection(portfolio, orders);
        checks = new RiskCheck[] {
            new TradingStateCheck(this, projection),
            new InstrumentRulesCheck(),
            new OrderNotionalLimit(limits.maxOrderNotional()),
            new PositionNotionalLimit(limits.maxPositionNotional(), projection),
            new OpenOrdersLimit(limits.maxOpenOrders(), orders),
        };
    }

    /**
     * Whether a request may become an order.
     *
     * @param request whose instrument is defined.
     * @return NONE, or the first reason against it.
     */
    public RejectReason check(final OrderRequest request) {
        try {
            for (final RiskCheck check : checks) {
                final RejectReason reason = check.check(request);
                if (reason != RejectReason.NONE) {
                    return reason;
                }
            }
            return RejectReason.NONE;
        } catch (final ArithmeticException e) {
            // Worth more than money or a quantity can say, so more than any limit: a wish to refuse, not a reason to
            // stop the engine.
            return RejectReason.MAX_ORDER_NOTIONAL;
        }
    }

    /**
     * What trading is allowed now.
     *
     * @return the state.
     */
    public TradingState tradingState() {
        return tradingState;
    }

    /**
     * Changes what trading is allowed.
     *
     * @param newState from now on.
     */
    public void tradingState(final TradingState newState) {
        tradingState = newState;
    }

    @Override
    public void snapshotTo(final StateSink sink) {
        sink.section("risk", 0);
        sink.field("tradingState", tradingState.name());
    }
}
