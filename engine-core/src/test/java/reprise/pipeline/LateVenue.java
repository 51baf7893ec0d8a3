package reprise.pipeline;

import reprise.message.EngineCommands;
import reprise.message.MutedCommands;
import reprise.order.GroupTerms;
import reprise.order.OrderTerms;

/** Stands for a venue that needs the pipeline's outlet, which needs the venue. */
final class LateVenue implements EngineCommands {
    private EngineCommands venue = new MutedCommands();

    void answerWith(final EngineCommands newVenue) {
        venue = newVenue;
    }

    @Override
    public void submitOrder(final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        venue.submitOrder(orderId, instrumentId, strategyId, terms);
    }

    @Override
    public void submitCashOrder(
            final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        venue.submitCashOrder(orderId, instrumentId, strategyId, terms);
    }

    @Override
    public void submitGroup(final int instrumentId, final int strategyId, final GroupTerms group) {
        venue.submitGroup(instrumentId, strategyId, group);
    }

    @Override
    public void cancelOrder(final long orderId, final int instrumentId) {
        venue.cancelOrder(orderId, instrumentId);
    }

    @Override
    public void replaceOrder(
            final long orderId,
            final int instrumentId,
            final int revision,
            final long quantity,
            final long limitPrice,
            final long stopPrice) {
        venue.replaceOrder(orderId, instrumentId, revision, quantity, limitPrice, stopPrice);
    }

    @Override
    public void queryOrder(final long orderId, final int instrumentId) {
        venue.queryOrder(orderId, instrumentId);
    }

    @Override
    public void requestReconciliation(final int venueId, final long sinceNs) {
        venue.requestReconciliation(venueId, sinceNs);
    }
}
