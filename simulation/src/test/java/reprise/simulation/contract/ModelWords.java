package reprise.simulation.contract;

import java.util.List;
import reprise.market.Aggressor;
import reprise.message.EventPublisher;
import reprise.order.FeeAsset;
import reprise.order.Liquidity;
import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.order.ReportedStatus;
import reprise.order.Side;
import reprise.order.TimeInForce;

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

    /** What is sent instead of what was asked for, by some mistakes. */
    static OrderTerms asked(final OrderTerms terms, final Flaw flaw) {
        final OrderTerms asked = new OrderTerms().set(terms);
        if (flaw == Flaw.STOP_AS_MARKET && terms.type() == OrderType.STOP) {
            asked.set(terms.side(), OrderType.MARKET, terms.timeInForce(), terms.quantity());
        }
        if (flaw == Flaw.IOC_STAYS && terms.timeInForce() == TimeInForce.IOC) {
            asked.set(Side.BUY, OrderType.LIMIT, TimeInForce.GTC, terms.quantity())
                    .limitPrice(terms.limitPrice());
        }
        return flaw == Flaw.RECKONING_ORDERED ? asked.cashOrderQty(0) : asked;
    }

    /** The fill by which an amount is spent, and what it came to. */
    static void lastFill(
            final EventPublisher events,
            final ModelOrder order,
            final long executionId,
            final ModelOrder.Execution execution,
            final Flaw flaw) {
        if (flaw != Flaw.AMOUNT_NOT_RESTATED && flaw != Flaw.AMOUNT_RESTATED_LATE) {
            events.onOrderRestated(order.orderId, 0, order.filled());
        }
        fill(events, order.orderId, executionId, execution, true);
        if (flaw == Flaw.AMOUNT_RESTATED_LATE) {
            events.onOrderRestated(order.orderId, 0, order.filled());
        }
    }

    static long reportedQuantity(final ModelOrder order, final Flaw flaw) {
        final boolean isFilled = order.status == ReportedStatus.FILLED;
        final Flaw mistake = isFilled ? Flaw.RECKONING_REPORTED_FILLED : Flaw.RECKONING_REPORTED_WORKING;
        if (!order.isOfAmount() || flaw == mistake) {
            return order.terms.quantity();
        }
        return isFilled ? order.filled() : 0;
    }

    /** Whether a mistake keeps an order from being ours in the view of the account. */
    static boolean isDisowned(final ModelOrder order, final Flaw flaw) {
        return order.isExit() && flaw == Flaw.EXITS_NOT_OURS || order.isOfAmount() && flaw == Flaw.AMOUNT_NOT_OURS;
    }
}
