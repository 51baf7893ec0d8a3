package reprise.simulation.contract;

import reprise.message.EventPublisher;
import reprise.order.FeeAsset;
import reprise.order.Liquidity;

/** How the model venue tells what has many fields. */
final class ModelWords {
    private ModelWords() {}

    static void bar(
            final EventPublisher events, final MarketNews.Bar bar, final boolean isHistorical, final long close) {
        if (isHistorical) {
            events.onHistoricalBar(
                    0, bar.closeTimeNs(), bar.periodNs(), bar.open(), bar.high(), bar.low(), close, bar.volume());
        } else {
            events.onBar(0, bar.closeTimeNs(), bar.periodNs(), bar.open(), bar.high(), bar.low(), close, bar.volume());
        }
    }

    static void fill(
            final EventPublisher events,
            final long orderId,
            final long executionId,
            final ModelOrder.Execution execution,
            final boolean isLast) {
        final long price = execution.price();
        final long quantity = execution.quantity();
        final long timeNs = execution.timeNs();
        if (isLast) {
            events.onOrderFilled(orderId, executionId, timeNs, price, quantity, 0, FeeAsset.QUOTE, Liquidity.UNKNOWN);
        } else {
            events.onOrderPartiallyFilled(
                    orderId, executionId, timeNs, price, quantity, 0, FeeAsset.QUOTE, Liquidity.UNKNOWN);
        }
    }
}
