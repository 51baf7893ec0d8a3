package reprise.benchmarks;

import reprise.message.EngineCommands;
import reprise.message.EventPublisher;
import reprise.order.FeeAsset;
import reprise.order.GroupTerms;
import reprise.order.Liquidity;
import reprise.order.OrderTerms;

/** Fills every order at once at the last price, of its instrument or of all: the least a venue can do. */
final class FillingVenue implements EngineCommands {
    long lastPrice;
    long fills;
    private final long[] prices;
    private EventPublisher events;

    FillingVenue() {
        this(null);
    }

    /** Fills at these prices, by instrument, which others change. */
    FillingVenue(final long[] prices) {
        this.prices = prices;
    }

    void connect(final EventPublisher publisher) {
        events = publisher;
    }

    @Override
    public void submitOrder(final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        final long price = prices == null ? lastPrice : prices[instrumentId];
        events.onOrderFilled(orderId, ++fills, 0, price, terms.quantity(), 1_000, FeeAsset.QUOTE, Liquidity.UNKNOWN);
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
        // orders are filled before anybody could cancel them
    }

    @Override
    public void replaceOrder(
            final long orderId,
            final int instrumentId,
            final int revision,
            final long quantity,
            final long limitPrice,
            final long stopPrice) {
        // orders are filled before anybody could replace them
    }

    @Override
    public void queryOrder(final long orderId, final int instrumentId) {
        // nothing is ever in doubt here
    }

    @Override
    public void requestReconciliation(final int venueId, final long sinceNs) {
        // nothing is ever in doubt here
    }
}
