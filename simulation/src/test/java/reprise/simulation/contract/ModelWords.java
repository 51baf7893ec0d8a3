package reprise.simulation.contract;

import java.util.List;
import reprise.market.Aggressor;
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

    static void bust(
            final EventPublisher events, final long orderId, final ModelOrder.Execution taken, final boolean isSilent) {
        if (!isSilent) {
            events.onExecutionBusted(orderId, taken.id(), 0, taken.price(), taken.quantity(), 0, FeeAsset.QUOTE);
        }
    }

    /** Whether a mistake keeps what becomes of an exit from being told. */
    static boolean isHidden(final ModelExchange.Update update, final Flaw flaw) {
        final boolean isEnd = update.kind() == ModelExchange.Update.Kind.CANCELED;
        final boolean isStop = update.order().terms.type().isStop();
        return update.order().isExit()
                && (flaw == Flaw.EXIT_NOT_ACCEPTED && update.kind() == ModelExchange.Update.Kind.NEW
                        || flaw == Flaw.END_OF_EXIT_NOT_TOLD && isEnd
                        || flaw == Flaw.OTHER_EXIT_STAYS && isEnd && !isStop);
    }

    /** Trades of a time without connection, and that it is over. */
    static void missed(final EventPublisher events, final List<MarketNews.Trade> trades, final Flaw flaw) {
        for (final MarketNews.Trade trade : trades) {
            if (flaw == Flaw.MISSED_TRADES_AS_NEW) {
                events.onTrade(0, trade.timeNs(), trade.price(), trade.quantity(), Aggressor.BUYER);
            } else if (flaw != Flaw.MISSED_TRADES_NOT_TOLD) {
                events.onHistoricalTrade(0, trade.timeNs(), trade.price(), trade.quantity(), Aggressor.BUYER);
            }
        }
        events.onTradesResumed(0, 0);
    }
}
