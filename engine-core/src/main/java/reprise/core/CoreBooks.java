package reprise.core;

import reprise.order.Orders;
import reprise.portfolio.Portfolio;
import reprise.risk.RiskGate;

/**
 * What the core keeps of orders, money and risk, made together because the gate reads the other two.
 *
 * @param orders open and recently ended.
 * @param portfolio cash and positions.
 * @param gate that every order passes.
 * @param groups of orders that belong together.
 */
record CoreBooks(Orders orders, Portfolio portfolio, RiskGate gate, GroupBook groups) {
    static CoreBooks of(final CoreConfig config, final int strategyCount) {
        final Orders orders = new Orders(config.riskLimits().maxOpenOrders() + CoreConfig.OPERATOR_ORDERS);
        final Portfolio portfolio = new Portfolio(strategyCount);
        return new CoreBooks(
                orders, portfolio, new RiskGate(config.riskLimits(), portfolio, orders), new GroupBook(orders));
    }
}
