package reprise.alpaca.order;

import reprise.alpaca.wire.VenueStatus;
import reprise.market.InstrumentDefinition;
import reprise.number.Decimals;
import reprise.number.Money;
import reprise.order.GroupTerms;
import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.order.Side;
import reprise.order.TimeInForce;

/**
 * Writes the bodies of requests: numbers as exact decimal texts without trailing zeros, as Alpaca wants them. The bytes are reused. One per
 * thread; allocates nothing.
 */
public final class OrderEncoder {
    private final StringBuilder text = new StringBuilder(512);
    private final byte[] bytes = new byte[1024];

    /**
     * A new order.
     *
     * @param instrument what it trades.
     * @param terms what it is to do; checked before.
     * @param clientOrderId our name for it, of characters that JSON takes as they are.
     * @param extendedHours whether it may also trade outside of the session, if it is of a kind that can.
     * @return length of the body, in bytes.
     */
    public int submit(
            final InstrumentDefinition instrument,
            final OrderTerms terms,
            final CharSequence clientOrderId,
            final boolean extendedHours) {
        if (terms.cashOrderQty() == 0) {
            begin(instrument, terms.quantity(), terms.side(), terms.type(), timeOf(instrument, terms));
        } else {
            beginAmount(instrument, terms);
        }
        if (terms.type().hasLimit()) {
            price(",\"limit_price\":\"", terms.limitPrice(), instrument);
        }
        if (terms.type() == OrderType.TRAILING_STOP) {
            price(",\"trail_price\":\"", terms.trailDistance(), instrument);
        } else if (terms.type().isStop()) {
            price(",\"stop_price\":\"", terms.stopPrice(), instrument);
        }
        final boolean canExtend = terms.type() == OrderType.LIMIT
                && (terms.timeInForce() == TimeInForce.DAY || terms.timeInForce() == TimeInForce.GTC)
                && !AlpacaInstruments.isCrypto(instrument);
        if (extendedHours && canExtend) {
            text.append(",\"extended_hours\":true");
        }
        text.append(",\"client_order_id\":\"").append(clientOrderId).append("\"}");
        return encode();
    }

    /** A market order is done at once, whichever of the two it is called; of fractions of a share Alpaca takes day orders only. */
    private static TimeInForce timeOf(final InstrumentDefinition instrument, final OrderTerms terms) {
        final boolean isFraction = !AlpacaInstruments.isCrypto(instrument)
                && (terms.cashOrderQty() != 0 || OrderChecks.isFractional(instrument, terms.quantity()));
        return isFraction && OrderChecks.isLastingMarket(terms) ? TimeInForce.DAY : terms.timeInForce();
    }

    /**
     * Orders that belong together.
     *
     * @param instrument what they trade.
     * @param group the orders; checked before.
     * @param clientOrderId our name for the first; the others are named by the venue.
     * @return length of the body, in bytes.
     */
    public int submitGroup(
            final InstrumentDefinition instrument, final GroupTerms group, final CharSequence clientOrderId) {
        final OrderTerms entry = group.entry();
        final Side side = group.hasEntry() ? entry.side() : group.exitSide();
        begin(
                instrument,
                group.quantity(),
                side,
                group.hasEntry() ? entry.type() : OrderType.LIMIT,
                group.timeInForce());
        if (group.hasEntry() && entry.type().hasLimit()) {
            price(",\"limit_price\":\"", entry.limitPrice(), instrument);
        }
        if (group.hasEntry() && entry.type().isStop()) {
            price(",\"stop_price\":\"", entry.stopPrice(), instrument);
        }
        final boolean hasBoth = group.targetPrice() != 0 && group.stopPrice() != 0;
        text.append(",\"order_class\":\"").append(group.hasEntry() ? hasBoth ? "bracket" : "oto" : "oco");
        text.append('"');
        if (group.targetPrice() != 0) {
            price(",\"take_profit\":{\"limit_price\":\"", group.targetPrice(), instrument);
            text.append('}');
        }
        if (group.stopPrice() != 0) {
            price(",\"stop_loss\":{\"stop_price\":\"", group.stopPrice(), instrument);
            if (group.stopLimitPrice() != 0) {
                price(",\"limit_price\":\"", group.stopLimitPrice(), instrument);
            }
            text.append('}');
        }
        text.append(",\"client_order_id\":\"").append(clientOrderId).append("\"}");
        return encode();
    }

    private void begin(
            final InstrumentDefinition instrument,
            final long quantity,
            final Side side,
            final OrderType type,
            final TimeInForce timeInForce) {
        text.setLength(0);
        text.append("{\"symbol\":\"").append(instrument.symbol()).append("\",\"qty\":\"");
        decimal(quantity, instrument.quantityDecimals());
        appendKind(side, type, timeInForce);
    }

    private void beginAmount(final InstrumentDefinition instrument, final OrderTerms terms) {
        text.setLength(0);
        text.append("{\"symbol\":\"").append(instrument.symbol()).append("\",\"notional\":\"");
        decimal(OrderChecks.wholeCents(terms.cashOrderQty()), Money.DECIMALS);
        appendKind(terms.side(), terms.type(), timeOf(instrument, terms));
    }

    private void appendKind(final Side side, final OrderType type, final TimeInForce timeInForce) {
        text.append("\",\"side\":\"").append(side == Side.BUY ? "buy" : "sell");
        text.append("\",\"type\":\"").append(word(type));
        text.append("\",\"time_in_force\":\"").append(word(timeInForce)).append('"');
    }

    /**
     * A changed order.
     *
     * @param instrument what it trades.
     * @param quantity of the new order alone.
     * @param limitPrice its limit; 0 to leave it.
     * @param stopPrice its stop; 0 to leave it.
     * @param clientOrderId our name for the new order.
     * @return length of the body, in bytes.
     */
    public int replace(
            final InstrumentDefinition instrument,
            final long quantity,
            final long limitPrice,
            final long stopPrice,
            final CharSequence clientOrderId) {
        text.setLength(0);
        text.append("{\"qty\":\"");
        decimal(quantity, instrument.quantityDecimals());
        text.append('"');
        if (limitPrice > 0) {
            price(",\"limit_price\":\"", limitPrice, instrument);
        }
        if (stopPrice > 0) {
            price(",\"stop_price\":\"", stopPrice, instrument);
        }
        text.append(",\"client_order_id\":\"").append(clientOrderId).append("\"}");
        return encode();
    }

    private void price(final String name, final long price, final InstrumentDefinition instrument) {
        text.append(name);
        decimal(price, instrument.priceDecimals());
        text.append('"');
    }

    private void decimal(final long value, final int decimals) {
        Decimals.append(text, value, decimals);
        if (decimals > 0) {
            int end = text.length();
            while (text.charAt(end - 1) == '0') {
                end--;
            }
            text.setLength(text.charAt(end - 1) == '.' ? end - 1 : end);
        }
    }

    /** All that is written is ASCII. */
    private int encode() {
        for (int i = 0; i < text.length(); i++) {
            bytes[i] = (byte) text.charAt(i);
        }
        return text.length();
    }

    /**
     * The body that was written last.
     *
     * @return valid until the next is written.
     */
    public byte[] bytes() {
        return bytes;
    }

    private static String word(final OrderType type) {
        return switch (type) {
            case MARKET -> "market";
            case LIMIT, LIMIT_MAKER -> "limit";
            case STOP -> "stop";
            case STOP_LIMIT -> "stop_limit";
            case TRAILING_STOP -> "trailing_stop";
        };
    }

    private static String word(final TimeInForce timeInForce) {
        return switch (timeInForce) {
            case DAY -> "day";
            case GTC -> "gtc";
            case IOC -> "ioc";
            case FOK -> "fok";
            case OPG -> "opg";
            case CLS -> "cls";
        };
    }

    /** Whether an order in this status can be changed. */
    static boolean isReplaceable(final VenueStatus status) {
        return switch (status) {
            case ACCEPTED, PENDING_NEW, PENDING_CANCEL, PENDING_REPLACE -> false;
            default -> status.isOpen();
        };
    }
}
