package reprise.alpaca.wire;

import reprise.alpaca.json.Chars;
import reprise.alpaca.json.Decimal;

/** A fill as the account's activities have it. Reused; every field may be missing. Single-threaded. */
public final class FillActivity {
    final Chars id = new Chars();
    final Chars orderId = new Chars();
    final Chars type = new Chars();
    final Chars previousId = new Chars();
    final Decimal price = new Decimal();
    final Decimal quantity = new Decimal();
    final Decimal cumulative = new Decimal();
    long timeNs;

    void clear() {
        id.clear();
        orderId.clear();
        type.clear();
        previousId.clear();
        price.clear();
        quantity.clear();
        cumulative.clear();
        timeNs = OrderMessage.NO_TIME;
    }

    /**
     * Names the activity; later ones have greater names.
     *
     * @return such as 20220202135509981::2d7be4ff-d1f3-43e9-856a-0f5cf5c5088e, of which the second part names the execution.
     */
    public Chars id() {
        return id;
    }

    /**
     * Whose fill it is.
     *
     * @return Alpaca's name of the order.
     */
    public Chars orderId() {
        return orderId;
    }

    /**
     * What happened.
     *
     * @return fill, partial_fill, trade_bust or trade_correct.
     */
    public Chars type() {
        return type;
    }

    /**
     * Names the execution that is taken back or changed.
     *
     * @return empty for none.
     */
    public Chars previousId() {
        return previousId;
    }

    /**
     * Of this execution alone.
     *
     * @return a price.
     */
    public Decimal price() {
        return price;
    }

    /**
     * Of this execution alone.
     *
     * @return a quantity.
     */
    public Decimal quantity() {
        return quantity;
    }

    /**
     * What has traded of the order with it.
     *
     * @return none if missing.
     */
    public Decimal cumulative() {
        return cumulative;
    }

    /**
     * When.
     *
     * @return nanoseconds since the epoch; 0 if missing.
     */
    public long timeNs() {
        return timeNs;
    }
}
