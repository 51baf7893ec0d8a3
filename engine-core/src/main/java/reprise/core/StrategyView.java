package reprise.core;

import reprise.market.Instrument;
import reprise.order.Order;
import reprise.portfolio.Position;
import reprise.strategy.StrategyContext;

/** What one strategy can see of the core. */
abstract class StrategyView implements StrategyContext {
    final int strategyId;
    final CoreServices services;

    StrategyView(final int strategyId, final CoreServices services) {
        this.strategyId = strategyId;
        this.services = services;
    }

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

    @Override
    public long equity() {
        return services.portfolio().equity();
    }
}
