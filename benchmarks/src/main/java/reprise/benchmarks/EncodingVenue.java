package reprise.benchmarks;

import reprise.alpaca.order.OrderEncoder;
import reprise.market.InstrumentDefinition;
import reprise.message.EngineCommands;
import reprise.message.EventPublisher;
import reprise.order.FeeAsset;
import reprise.order.GroupTerms;
import reprise.order.Liquidity;
import reprise.order.OrderTerms;

/** Writes each order as Alpaca wants it, hands it over, and fills it: the adapter's encoder on the thread that routes commands. */
final class EncodingVenue implements EngineCommands {
    private final OrderEncoder encoder = new OrderEncoder();
    private final StringBuilder name = new StringBuilder(48);
    private final InstrumentDefinition instrument;
    private final OrderSink sink;
    private EventPublisher events;
    private long fills;

    EncodingVenue(final InstrumentDefinition instrument, final OrderSink sink) {
        this.instrument = instrument;
        this.sink = sink;
    }

    void connect(final EventPublisher publisher) {
        events = publisher;
    }

    @Override
    public void submitOrder(final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        name.setLength(0);
        name.append("run-").append(orderId);
        final int length = encoder.submit(instrument, terms, name, false);
        sink.onOrder(encoder.bytes(), length);
        events.onOrderFilled(
                orderId, ++fills, 0, terms.limitPrice(), terms.quantity(), 0, FeeAsset.QUOTE, Liquidity.UNKNOWN);
    }

    @Override
    public void submitCashOrder(
            final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        // nothing here orders amounts
    }

    @Override
    public void submitGroup(final int instrumentId, final int strategyId, final GroupTerms group) {
        // nothing here orders groups
    }

    @Override
    public void cancelOrder(final long orderId, final int instrumentId) {
        throw new IllegalStateException("nothing is cancelled here");
    }

    @Override
    public void replaceOrder(
            final long orderId,
            final int instrumentId,
            final int revision,
            final long quantity,
            final long limitPrice,
            final long stopPrice) {
        throw new IllegalStateException("nothing is replaced here");
    }

    @Override
    public void queryOrder(final long orderId, final int instrumentId) {
        throw new IllegalStateException("nothing is in doubt here");
    }

    @Override
    public void requestReconciliation(final int venueId, final long sinceNs) {
        // the engine knows all there is
    }
}
