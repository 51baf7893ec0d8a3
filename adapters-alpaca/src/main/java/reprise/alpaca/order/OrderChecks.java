package reprise.alpaca.order;

import reprise.market.InstrumentDefinition;
import reprise.number.Decimals;
import reprise.number.Money;
import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.order.RejectReason;
import reprise.order.TimeInForce;

/** What Alpaca would refuse anyway, said before a request is spent on it. Stateless; the last word has the venue. */
final class OrderChecks {
    /** Alpaca reads no more decimals of a quantity. */
    private static final int MAX_QUANTITY_DECIMALS = 9;

    /** No order by amount is smaller. */
    private static final long LEAST_AMOUNT = Money.ONE;

    private static final long CENT = Money.ONE / 100;

    private OrderChecks() {}

    static RejectReason check(final InstrumentDefinition instrument, final OrderTerms terms) {
        if (terms.type() == OrderType.LIMIT_MAKER) {
            return RejectReason.ORDER_TYPE_NOT_SUPPORTED;
        }
        if (terms.cashOrderQty() != 0) {
            return checkAmount(instrument, terms);
        }
        if (terms.quantity() <= 0 || !isRepresentable(instrument, terms.quantity())) {
            return RejectReason.QUANTITY_NOT_ON_LOT;
        }
        if (terms.type() == OrderType.TRAILING_STOP && terms.trailDistance() <= 0) {
            return RejectReason.BAD_STOP_PRICE;
        }
        final RejectReason kind =
                AlpacaInstruments.isCrypto(instrument) ? checkCrypto(terms) : checkStock(instrument, terms);
        if (kind != RejectReason.NONE) {
            return kind;
        }
        if (terms.type().hasLimit() && !isOnTick(instrument, terms.limitPrice())) {
            return RejectReason.PRICE_NOT_ON_TICK;
        }
        final boolean needsStop = terms.type() == OrderType.STOP || terms.type() == OrderType.STOP_LIMIT;
        return needsStop && !isOnTick(instrument, terms.stopPrice()) ? RejectReason.BAD_STOP_PRICE : RejectReason.NONE;
    }

    private static RejectReason checkAmount(final InstrumentDefinition instrument, final OrderTerms terms) {
        if (terms.type() != OrderType.MARKET) {
            return RejectReason.ORDER_TYPE_NOT_SUPPORTED;
        }
        if (wholeCents(terms.cashOrderQty()) < LEAST_AMOUNT) {
            return RejectReason.BELOW_MIN_NOTIONAL;
        }
        if (AlpacaInstruments.isCrypto(instrument)) {
            return checkCrypto(terms);
        }
        return terms.timeInForce() == TimeInForce.DAY || isLastingMarket(terms)
                ? RejectReason.NONE
                : RejectReason.TIME_IN_FORCE_NOT_SUPPORTED;
    }

    /** Alpaca reads two decimals of an amount: never more is spent than was meant. */
    static long wholeCents(final long amount) {
        return amount - amount % CENT;
    }

    private static RejectReason checkCrypto(final OrderTerms terms) {
        final boolean isKnown = terms.type() == OrderType.MARKET
                || terms.type() == OrderType.LIMIT
                || terms.type() == OrderType.STOP_LIMIT;
        if (!isKnown) {
            return RejectReason.ORDER_TYPE_NOT_SUPPORTED;
        }
        return switch (terms.timeInForce()) {
            case GTC, IOC, FOK -> RejectReason.NONE;
            default -> RejectReason.TIME_IN_FORCE_NOT_SUPPORTED;
        };
    }

    private static RejectReason checkStock(final InstrumentDefinition instrument, final OrderTerms terms) {
        final boolean isFractional = isFractional(instrument, terms.quantity());
        final TimeInForce time = terms.timeInForce();
        if (terms.type() == OrderType.TRAILING_STOP) {
            if (isFractional) {
                return RejectReason.ORDER_TYPE_NOT_SUPPORTED;
            }
            return time == TimeInForce.DAY || time == TimeInForce.GTC
                    ? RejectReason.NONE
                    : RejectReason.TIME_IN_FORCE_NOT_SUPPORTED;
        }
        final boolean isAuction = time == TimeInForce.OPG || time == TimeInForce.CLS;
        if (isAuction && terms.type() != OrderType.MARKET && terms.type() != OrderType.LIMIT) {
            return RejectReason.ORDER_TYPE_NOT_SUPPORTED;
        }
        return isFractional && time != TimeInForce.DAY && !isLastingMarket(terms)
                ? RejectReason.TIME_IN_FORCE_NOT_SUPPORTED
                : RejectReason.NONE;
    }

    /** A market order good till cancelled: it is sent as a day order where only those are taken. */
    static boolean isLastingMarket(final OrderTerms terms) {
        return terms.type() == OrderType.MARKET && terms.timeInForce() == TimeInForce.GTC;
    }

    /** Stocks: two decimals from one dollar on, four below. Crypto: the instrument's own step. */
    static boolean isOnTick(final InstrumentDefinition instrument, final long price) {
        if (price <= 0) {
            return false;
        }
        if (AlpacaInstruments.isCrypto(instrument)) {
            return price % instrument.tickSize() == 0;
        }
        final int decimals = instrument.priceDecimals();
        final int allowed = price >= Decimals.powerOfTen(decimals) ? 2 : 4;
        return decimals <= allowed || price % Decimals.powerOfTen(decimals - allowed) == 0;
    }

    static boolean isFractional(final InstrumentDefinition instrument, final long quantity) {
        return quantity % Decimals.powerOfTen(instrument.quantityDecimals()) != 0;
    }

    private static boolean isRepresentable(final InstrumentDefinition instrument, final long quantity) {
        final int tooMany = instrument.quantityDecimals() - MAX_QUANTITY_DECIMALS;
        return tooMany <= 0 || quantity % Decimals.powerOfTen(tooMany) == 0;
    }
}
