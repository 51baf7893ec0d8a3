package reprise.alpaca;

import java.util.List;
import reprise.market.InstrumentDefinition;
import reprise.message.EngineCommands;
import reprise.order.OrderTerms;
import reprise.port.VenueLink;

/** To be written. */
final class AlpacaOrders implements EngineCommands, AutoCloseable {
    AlpacaOrders(final AlpacaConfig config, final List<InstrumentDefinition> instruments, final AlpacaRest rest) {}

    void start(final VenueLink link) {}

    @Override
    public void submitOrder(final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void cancelOrder(final long orderId, final int instrumentId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void replaceOrder(
            final long orderId,
            final int instrumentId,
            final int revision,
            final long quantity,
            final long limitPrice,
            final long stopPrice) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void queryOrder(final long orderId, final int instrumentId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void requestReconciliation(final int venueId, final long sinceNs) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
