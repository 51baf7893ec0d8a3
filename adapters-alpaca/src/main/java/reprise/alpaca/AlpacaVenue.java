package reprise.alpaca;

import java.time.Duration;
import java.util.List;
import reprise.market.InstrumentDefinition;
import reprise.order.GroupTerms;
import reprise.order.OrderTerms;
import reprise.port.Venue;
import reprise.port.VenueLink;

/** Alpaca as a venue: prices from the data streams, orders through REST, what becomes of them from the stream of trade updates. */
public final class AlpacaVenue implements Venue {
    private final AlpacaRest rest;
    private final AlpacaMarketData marketData;
    private final AlpacaOrders orders;

    /**
     * A venue that is not connected.
     *
     * @param config how it is used.
     * @param instruments of the run, by dense id; those of other venues are left alone.
     */
    public AlpacaVenue(final AlpacaConfig config, final List<InstrumentDefinition> instruments) {
        rest = new AlpacaRest(config);
        marketData = new AlpacaMarketData(config, instruments, rest);
        orders = new AlpacaOrders(config, instruments, rest);
    }

    @Override
    public void start(final VenueLink link) {
        rest.tellOfClock(text -> link.onNotice("alpaca: " + text));
        orders.start(link);
        marketData.start(link);
    }

    @Override
    public void submitOrder(final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        orders.submitOrder(orderId, instrumentId, strategyId, terms);
    }

    @Override
    public void submitCashOrder(
            final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        orders.submitCashOrder(orderId, instrumentId, strategyId, terms);
    }

    @Override
    public void submitGroup(final int instrumentId, final int strategyId, final GroupTerms group) {
        orders.submitGroup(instrumentId, strategyId, group);
    }

    @Override
    public void cancelOrder(final long orderId, final int instrumentId) {
        orders.cancelOrder(orderId, instrumentId);
    }

    @Override
    public void replaceOrder(
            final long orderId,
            final int instrumentId,
            final int revision,
            final long quantity,
            final long limitPrice,
            final long stopPrice) {
        orders.replaceOrder(orderId, instrumentId, revision, quantity, limitPrice, stopPrice);
    }

    @Override
    public void queryOrder(final long orderId, final int instrumentId) {
        orders.queryOrder(orderId, instrumentId);
    }

    @Override
    public void requestReconciliation(final int venueId, final long sinceNs) {
        orders.requestReconciliation(venueId, sinceNs);
    }

    /**
     * How long to do without requests, so that there are several of trading at once then. For those who may wait.
     *
     * @param requests how many; all of a minute if those are fewer.
     * @return nothing if they may be made now, as far as is known.
     */
    public Duration untilRequests(final int requests) {
        return rest.trading().untilLeft(requests);
    }

    @Override
    public void close() {
        rest.close();
        marketData.close();
        orders.close();
    }
}
