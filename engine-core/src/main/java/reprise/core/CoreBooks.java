package reprise.core;

import java.util.List;
import reprise.calendar.SessionCalendar;
import reprise.order.Orders;
import reprise.portfolio.Portfolio;
import reprise.risk.DataTrust;
import reprise.risk.DayTradeCheck;
import reprise.risk.DayTradeRules;
import reprise.risk.RiskCheck;
import reprise.risk.RiskGate;
import reprise.time.EngineClock;

/**
 * What the core keeps of orders, money and risk, made together because the gate reads the other two.
 *
 * @param orders open and recently ended.
 * @param portfolio cash and positions.
 * @param gate that every order passes.
 * @param groups of orders that belong together.
 * @param dayTrades the day-trade rules of the account; null for none.
 */
record CoreBooks(Orders orders, Portfolio portfolio, RiskGate gate, GroupBook groups, DayTradeCheck dayTrades) {
    static CoreBooks of(
            final CoreConfig config, final int strategyCount, final EngineClock clock, final DataTrust dataTrust) {
        final Orders orders = new Orders(config.riskLimits().maxOpenOrders() + CoreConfig.OPERATOR_ORDERS);
        final Portfolio portfolio = new Portfolio(strategyCount);
        final DayTradePolicy rules = config.intents().dayTrade();
        final DayTradeCheck dayTrades = rules == null
                ? null
                : new DayTradeCheck(
                        new DayTradeRules(
                                rules.limits(), SessionCalendar.named(rules.calendar()), rules.maxInstruments()),
                        portfolio,
                        orders,
                        clock);
        final List<RiskCheck> others = dayTrades == null ? List.of() : List.of(dayTrades);
        final RiskGate gate = new RiskGate(config.riskLimits(), portfolio, orders, clock, dataTrust, others);
        return new CoreBooks(orders, portfolio, gate, new GroupBook(orders), dayTrades);
    }

    /** A position that a venue reported becomes ours; the book of no strategy takes the difference. */
    void takePosition(final int instrumentId, final long quantity, final long averagePrice) {
        final long before = portfolio.net(instrumentId).quantity();
        portfolio.positionReported(instrumentId, quantity, averagePrice);
        if (dayTrades != null) {
            dayTrades.onTransfer(instrumentId, quantity - before);
        }
    }
}
