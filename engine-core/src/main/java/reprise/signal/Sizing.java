package reprise.signal;

import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;
import reprise.number.Decimals;
import reprise.number.Money;
import reprise.number.Rounding;

/**
 * A size in the making: what a rule wants, then the smallest of all caps, then floored to the lot and held against the smallest order. Says
 * what bound it; of two equal caps, the first one. All arithmetic is exact and floors. Reusable, owned by the caller; no state.
 */
public final class Sizing {
    private static final double TOO_LARGE = 9.0e18;

    private Instrument instrument;
    private long price;
    private long quantity;
    private long notional;
    private long amount;
    private SizeCap boundBy;

    /**
     * Begins with an amount of money.
     *
     * @param input what is sized.
     * @param wanted that the position may be worth, in money units.
     */
    void beginWithNotional(final SizingInput input, final long wanted) {
        begin(input, affordable(input.instrument(), wanted, input.price()));
        amount = wanted;
    }

    /**
     * Begins with what may be lost.
     *
     * @param input what is sized, with a stop.
     * @param loss at the stop, in money units.
     */
    void beginWithRisk(final SizingInput input, final long loss) {
        begin(input, affordable(input.instrument(), loss, input.stopDistance()));
    }

    /** Says what bound the amount that the sizing began with. */
    void bind(final SizeCap cap) {
        boundBy = cap;
    }

    /**
     * Begins with a quantity.
     *
     * @param input what is sized.
     * @param wanted in quantity units.
     */
    void begin(final SizingInput input, final long wanted) {
        instrument = input.instrument();
        price = input.price();
        quantity = Math.max(0, wanted);
        notional = 0;
        amount = 0;
        boundBy = SizeCap.SIZER;
    }

    /**
     * Begins with nothing, which no later cap changes.
     *
     * @param input what is sized.
     * @param reason why.
     */
    void beginWithNothing(final SizingInput input, final SizeCap reason) {
        begin(input, 0);
        boundBy = reason;
    }

    /**
     * Bounds the size by an amount.
     *
     * @param most that the position may be worth, in money units.
     * @param cap its name.
     * @return this.
     */
    public Sizing capNotional(final long most, final SizeCap cap) {
        final long before = quantity;
        capQuantity(affordable(instrument, most, price), cap);
        amount = quantity < before ? Math.max(0, most) : amount;
        return this;
    }

    /**
     * Bounds the size by a quantity.
     *
     * @param most in quantity units.
     * @param cap its name.
     * @return this.
     */
    public Sizing capQuantity(final long most, final SizeCap cap) {
        if (most < quantity) {
            quantity = Math.max(0, most);
            amount = 0;
            boundBy = cap;
        }
        return this;
    }

    /**
     * Takes a part of the size only.
     *
     * @param rate in units of 1e-8, at most {@link Money#ONE}.
     * @param cap its name.
     * @return this.
     */
    public Sizing scale(final long rate, final SizeCap cap) {
        return capQuantity(Decimals.multiply(quantity, rate, Money.DECIMALS, Rounding.FLOOR), cap);
    }

    /**
     * Ends the sizing: floors to the lot; what is less than a lot or than the venue's smallest order is nothing.
     *
     * @return this.
     */
    public Sizing close() {
        final InstrumentDefinition definition = instrument.definition();
        final long floored = quantity - quantity % definition.lotSize();
        if (floored == 0) {
            boundBy = quantity > 0 || boundBy == SizeCap.SIZER ? SizeCap.LOT : boundBy;
        }
        quantity = floored;
        notional = instrument.notional(price, quantity);
        if (quantity > 0 && notional < definition.minNotional()) {
            quantity = 0;
            notional = 0;
            boundBy = SizeCap.MIN_NOTIONAL;
        }
        return this;
    }

    /**
     * The largest quantity that an amount buys. An amount that buys more than can be told bounds nothing.
     */
    private static long affordable(final Instrument instrument, final long amount, final long price) {
        if (amount <= 0) {
            return 0;
        }
        final InstrumentDefinition definition = instrument.definition();
        final double units = Money.toDouble(amount)
                / instrument.toDouble(price)
                * Decimals.powerOfTen(definition.quantityDecimals());
        return units > TOO_LARGE ? Long.MAX_VALUE : instrument.quantityFor(amount, price);
    }

    /**
     * How much.
     *
     * @return in quantity units, on the lot; 0 for no trade.
     */
    public long quantity() {
        return quantity;
    }

    /**
     * What it is worth.
     *
     * @return in money units.
     */
    public long notional() {
        return notional;
    }

    /**
     * The amount of money that bound it.
     *
     * @return in money units; 0 where a quantity did.
     */
    public long amount() {
        return amount;
    }

    /**
     * What bound it.
     *
     * @return for a size of zero: why there is none.
     */
    public SizeCap boundBy() {
        return boundBy;
    }

    /**
     * Whether anything is to be traded.
     *
     * @return whether the quantity is above zero.
     */
    public boolean isTradable() {
        return quantity > 0;
    }
}
