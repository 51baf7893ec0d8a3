package reprise.alpaca.order;

import reprise.market.InstrumentDefinition;
import reprise.number.Decimals;
import reprise.order.GroupTerms;
import reprise.order.OrderType;
import reprise.order.RejectReason;
import reprise.order.TimeInForce;

/** What Alpaca would refuse of brackets and pairs anyway, said before a request is spent on it. Stateless; the last word has the venue. */
final class GroupChecks {
    private static final int CENT_DECIMALS = 2;

    private GroupChecks() {}

    static RejectReason check(final InstrumentDefinition instrument, final GroupTerms group) {
        if (AlpacaInstruments.isCrypto(instrument) || !isKnownType(group)) {
            return RejectReason.ORDER_TYPE_NOT_SUPPORTED;
        }
        if (group.timeInForce() != TimeInForce.DAY && group.timeInForce() != TimeInForce.GTC) {
            return RejectReason.TIME_IN_FORCE_NOT_SUPPORTED;
        }
        if (group.quantity() <= 0 || OrderChecks.isFractional(instrument, group.quantity())) {
            return RejectReason.QUANTITY_NOT_ON_LOT;
        }
        return checkPrices(instrument, group);
    }

    private static boolean isKnownType(final GroupTerms group) {
        return !group.hasEntry()
                || group.entry().type() != OrderType.TRAILING_STOP
                        && group.entry().type() != OrderType.LIMIT_MAKER;
    }

    private static RejectReason checkPrices(final InstrumentDefinition instrument, final GroupTerms group) {
        final long limit = group.hasEntry() ? group.entry().limitPrice() : 0;
        if (isOffTick(instrument, limit)
                || isOffTick(instrument, group.targetPrice())
                || isOffTick(instrument, group.stopLimitPrice())) {
            return RejectReason.PRICE_NOT_ON_TICK;
        }
        final long entryStop = group.hasEntry() ? group.entry().stopPrice() : 0;
        final boolean isBad = isOffTick(instrument, entryStop)
                || isOffTick(instrument, group.stopPrice())
                || !isInOrder(instrument, group, limit);
        return isBad ? RejectReason.BAD_STOP_PRICE : RejectReason.NONE;
    }

    private static boolean isOffTick(final InstrumentDefinition instrument, final long price) {
        return price != 0 && !OrderChecks.isOnTick(instrument, price);
    }

    /** The target is beyond the stop, and the stop at least a cent from the price of the entry, if that has one. */
    private static boolean isInOrder(final InstrumentDefinition instrument, final GroupTerms group, final long limit) {
        final int sign = -group.exitSide().sign();
        final long stop = group.stopPrice();
        if (stop == 0) {
            return true;
        }
        final long cent = Decimals.powerOfTen(Math.max(0, instrument.priceDecimals() - CENT_DECIMALS));
        return (group.targetPrice() == 0 || sign * (group.targetPrice() - stop) > 0)
                && (limit == 0 || sign * (limit - stop) >= cent);
    }
}
