package reprise.alpaca.wire;

import java.util.ArrayList;
import java.util.List;
import reprise.alpaca.json.Chars;
import reprise.alpaca.json.Decimal;

/** An order as Alpaca has it. Reused; every field may be missing. Single-threaded. */
public final class OrderMessage {
    /** Stands for a time that is missing. */
    static final long NO_TIME = 0;

    final Chars id = new Chars();
    final Chars clientOrderId = new Chars();
    final Chars symbol = new Chars();
    final Chars assetId = new Chars();
    final Chars side = new Chars();
    final Chars orderClass = new Chars();
    final Chars replacedBy = new Chars();
    final Chars replaces = new Chars();
    final Decimal quantity = new Decimal();
    final Decimal notional = new Decimal();
    final Decimal filledQuantity = new Decimal();
    final Decimal limitPrice = new Decimal();
    final Decimal stopPrice = new Decimal();
    final List<OrderMessage> legs = new ArrayList<>(0);
    VenueStatus status = VenueStatus.UNKNOWN;
    long createdNs;
    long updatedNs;

    void clear() {
        id.clear();
        clientOrderId.clear();
        symbol.clear();
        assetId.clear();
        side.clear();
        orderClass.clear();
        legs.clear();
        replacedBy.clear();
        replaces.clear();
        quantity.clear();
        notional.clear();
        filledQuantity.clear();
        limitPrice.clear();
        stopPrice.clear();
        status = VenueStatus.UNKNOWN;
        createdNs = NO_TIME;
        updatedNs = NO_TIME;
    }

    /**
     * Alpaca's name for it.
     *
     * @return empty if missing.
     */
    public Chars id() {
        return id;
    }

    /**
     * Our name for it.
     *
     * @return empty if missing.
     */
    public Chars clientOrderId() {
        return clientOrderId;
    }

    /**
     * What it trades.
     *
     * @return with or without the slash of crypto.
     */
    public Chars symbol() {
        return symbol;
    }

    /**
     * What it trades.
     *
     * @return Alpaca's id.
     */
    public Chars assetId() {
        return assetId;
    }

    /**
     * Which way.
     *
     * @return buy or sell.
     */
    public Chars side() {
        return side;
    }

    /**
     * Whether it belongs together with others.
     *
     * @return true for an entry with exits, for a pair, and for each of their exits.
     */
    public boolean isOfGroup() {
        return orderClass.is("bracket") || orderClass.is("oco") || orderClass.is("oto");
    }

    /**
     * The exits that the answer shows inside of it.
     *
     * @return none where it has none, where none were asked for, and in trade updates.
     */
    public List<OrderMessage> legs() {
        return legs;
    }

    /**
     * The order that took its place.
     *
     * @return Alpaca's name for it; empty for none.
     */
    public Chars replacedBy() {
        return replacedBy;
    }

    /**
     * The order whose place it took.
     *
     * @return Alpaca's name for it; empty for none.
     */
    public Chars replaces() {
        return replaces;
    }

    /**
     * The amount of money that it is of.
     *
     * @return none for an order of a quantity.
     */
    public Decimal notional() {
        return notional;
    }

    /**
     * How much.
     *
     * @return of this order, without those before it; none for an order of an amount.
     */
    public Decimal quantity() {
        return quantity;
    }

    /**
     * How much has traded.
     *
     * @return of this order, without those before it.
     */
    public Decimal filledQuantity() {
        return filledQuantity;
    }

    /**
     * Its limit.
     *
     * @return none if it has none.
     */
    public Decimal limitPrice() {
        return limitPrice;
    }

    /**
     * Its stop.
     *
     * @return none if it has none.
     */
    public Decimal stopPrice() {
        return stopPrice;
    }

    /**
     * Where it is.
     *
     * @return UNKNOWN if missing.
     */
    public VenueStatus status() {
        return status;
    }

    /**
     * When it came.
     *
     * @return nanoseconds since the epoch; 0 if missing.
     */
    public long createdNs() {
        return createdNs;
    }

    /**
     * When it last changed.
     *
     * @return nanoseconds since the epoch; 0 if missing.
     */
    public long updatedNs() {
        return updatedNs;
    }
}
