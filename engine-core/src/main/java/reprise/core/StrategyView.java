package reprise.core;

import reprise.indicator.Indicators;
import reprise.market.Instrument;
import reprise.market.Instruments;
import reprise.order.Order;
import reprise.order.Orders;
import reprise.portfolio.Portfolio;
import reprise.portfolio.Position;
import reprise.strategy.StrategyContext;
import reprise.time.EngineClock;
import reprise.time.Timers;

/** What one strategy can see of the core, and what all of them share. */
abstract class StrategyView implements StrategyContext {
    final int strategyId;
    final CoreServices services;

    StrategyView(final int strategyId, final CoreServices services) {
        this.strategyId = strategyId;
        this.services = services;
    }

    /** What all hosts share. */
    record CoreServices(
            EngineClock clock,
            Timers timers,
            Instruments instruments,
            Orders orders,
            Portfolio portfolio,
            OrderDesk desk,
            Subscriptions subscriptions,
            BuiltBars builtBars,
            Indicators indicators,
            Liquidation liquidation,
            Supervision supervision,
            OrderGroups groups,
            Intents intents) {}

    @Override
    public int strategyId() {
        return strategyId;
    }

    @Override
    public long timeNs() {
        return services.clock().timeNs();
    }

    @Override
    public Instrument instrument(final String symbol) {
        return services.instruments().get(symbol);
    }

    @Override
    public int instrumentCount() {
        return services.instruments().count();
    }

    @Override
    public Instrument instrument(final int instrumentId) {
        return services.instruments().get(instrumentId);
    }

    @Override
    public Position position(final Instrument instrument) {
        return services.portfolio().book(strategyId, instrument.id());
    }

    @Override
    public Order order(final long orderId) {
        return services.orders().find(orderId);
    }

    @Override
    public long expectedPosition(final Instrument instrument) {
        return services.intents().expected(strategyId, instrument.id());
    }

    @Override
    public boolean executesTargets() {
        return services.intents().executesTargets(strategyId);
    }
}
