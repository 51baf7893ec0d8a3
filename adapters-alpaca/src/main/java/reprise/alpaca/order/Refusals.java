package reprise.alpaca.order;

import java.util.Locale;
import reprise.alpaca.rest.Outcome;
import reprise.alpaca.rest.RestAnswer;
import reprise.order.RejectReason;

/** Alpaca's refusals in the engine's words. Its own words are kept beside them. Stateless. */
final class Refusals {
    private static final long REPEATED_ID = 40_010_001;
    private static final long DAY_TRADES = 40_310_100;

    private static final Object[][] WORDS = {
        {"insufficient buying power", RejectReason.INSUFFICIENT_FUNDS},
        {"insufficient balance", RejectReason.INSUFFICIENT_FUNDS},
        {"insufficient qty", RejectReason.SHORT_NOT_ALLOWED},
        {"sold short", RejectReason.SHORT_NOT_ALLOWED},
        {"short", RejectReason.SHORT_NOT_ALLOWED},
        {"sub-penny", RejectReason.PRICE_NOT_ON_TICK},
        {"minimum pricing", RejectReason.PRICE_NOT_ON_TICK},
        {"pattern day", RejectReason.DAY_TRADE_LIMIT},
        {"market is closed", RejectReason.MARKET_CLOSED},
        {"market hours", RejectReason.MARKET_CLOSED},
        {"not tradable", RejectReason.NOT_TRADABLE},
        {"not active", RejectReason.NOT_TRADABLE},
        {"fractionable", RejectReason.QUANTITY_NOT_ON_LOT},
        {"asset", RejectReason.UNKNOWN_INSTRUMENT},
        {"minimal amount", RejectReason.BELOW_MIN_NOTIONAL},
        {"notional must be >=", RejectReason.BELOW_MIN_NOTIONAL},
        {"cost basis", RejectReason.BELOW_MIN_NOTIONAL},
        {"fractional", RejectReason.QUANTITY_NOT_ON_LOT},
        {"stop_loss", RejectReason.BAD_STOP_PRICE},
        {"take_profit", RejectReason.BAD_STOP_PRICE},
        {"day or gtc", RejectReason.TIME_IN_FORCE_NOT_SUPPORTED},
        {"time_in_force", RejectReason.TIME_IN_FORCE_NOT_SUPPORTED},
        {"stop price", RejectReason.BAD_STOP_PRICE},
        {"order type", RejectReason.ORDER_TYPE_NOT_SUPPORTED},
        {"not found", RejectReason.UNKNOWN_ORDER},
    };

    private Refusals() {}

    static boolean isRepeatedId(final RestAnswer answer) {
        return answer.code() == REPEATED_ID || answer.message().contains("client_order_id must be unique");
    }

    static boolean isUnchanged(final RestAnswer answer) {
        return answer.message().contains("parameters are not changed");
    }

    static RejectReason reason(final RestAnswer answer) {
        if (answer.isTooMany()) {
            return RejectReason.ORDER_RATE;
        }
        if (answer.outcome() == Outcome.NOT_SENT) {
            return RejectReason.VENUE_DISCONNECTED;
        }
        if (answer.code() == DAY_TRADES) {
            return RejectReason.DAY_TRADE_LIMIT;
        }
        return reason(answer.message());
    }

    static RejectReason reason(final String message) {
        final String lower = message.toLowerCase(Locale.ROOT);
        for (final Object[] row : WORDS) {
            if (lower.contains((String) row[0])) {
                return (RejectReason) row[1];
            }
        }
        return RejectReason.VENUE_OTHER;
    }

    static String text(final RestAnswer answer) {
        return (answer.code() == 0 ? "" : answer.code() + " ") + answer.message();
    }
}
