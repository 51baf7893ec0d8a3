package reprise.market;

import reprise.number.Decimals;
import reprise.number.Money;
import reprise.number.Rounding;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;

/**
 * An instrument and what we last saw of its market. The only converter between price times quantity and money. Changed only by the core;
 * allocates nothing; part of replayed state.
 */
public final class Instrument implements Snapshotable {
    private InstrumentDefinition definition;
    private final int id;
    private final int notionalShift;
    private final long notionalFactor;
    private final double priceUnits;
    private final Bar bar;
    private final Quote quote = new Quote();
    private long lastTradePrice;
    private long lastTradeQuantity;
    private long markPrice;
    private long lastBarNs;
    private InstrumentStatus status = InstrumentStatus.TRADING;
    private MarkListener markListener = MarkListener.NONE;

    /**
     * An instrument whose market is not known yet.
     *
     * @param definition its fixed facts.
     */
    public Instrument(final InstrumentDefinition definition) {
        this.definition = definition;
        this.id = definition.instrumentId();
        this.notionalShift = definition.priceDecimals() + definition.quantityDecimals() - Money.DECIMALS;
        this.notionalFactor = Decimals.powerOfTen(Math.max(0, -notionalShift));
        this.priceUnits = Decimals.powerOfTen(definition.priceDecimals());
        this.bar = new Bar(definition.priceDecimals(), definition.quantityDecimals());
    }

    /**
     * The dense id.
     *
     * @return from 0.
     */
    public int id() {
        return id;
    }

    /**
     * The name.
     *
     * @return such as BTCUSDT.
     */
    public String symbol() {
        return definition.symbol();
    }

    /**
     * A run that goes on from another may have its brackets made by somebody else, and nothing else otherwise.
     *
     * @param said what the new run says; taken over if it is of this instrument.
     * @return whether all else is the same.
     */
    public boolean isSameBut(final InstrumentDefinition said) {
        final boolean isSame = said.withBrackets(definition.brackets()).equals(definition);
        definition = isSame ? said : definition;
        return isSame;
    }

    /**
     * The fixed facts.
     *
     * @return the definition.
     */
    public InstrumentDefinition definition() {
        return definition;
    }

    /**
     * The last finished bar.
     *
     * @return one object for the life of the instrument.
     */
    public Bar bar() {
        return bar;
    }

    /**
     * The best bid and offer.
     *
     * @return one object for the life of the instrument.
     */
    public Quote quote() {
        return quote;
    }

    /**
     * Price of the last trade between others.
     *
     * @return in price units; 0 for none yet.
     */
    public long lastTradePrice() {
        return lastTradePrice;
    }

    /**
     * Quantity of the last trade between others.
     *
     * @return in quantity units.
     */
    public long lastTradeQuantity() {
        return lastTradeQuantity;
    }

    /**
     * The price by which positions and market orders are valued: the close of a bar, the price of a trade or the middle of a sane quote,
     * whichever came last.
     *
     * @return in price units; 0 before any.
     */
    public long markPrice() {
        return markPrice;
    }

    /**
     * The value of a quantity at a price. Rounded half to even where 1e-8 of the currency is not fine enough.
     *
     * @param price in price units.
     * @param quantity in quantity units, signed.
     * @return money with the sign of the quantity.
     * @throws ArithmeticException if the value does not fit money.
     */
    public long notional(final long price, final long quantity) {
        if (notionalShift > 0) {
            return Decimals.multiply(price, quantity, notionalShift, Rounding.HALF_EVEN);
        }
        return Math.multiplyExact(Math.multiplyExact(price, quantity), notionalFactor);
    }

    /**
     * The price at which a quantity has a value: the inverse of {@link #notional}. Rounded half to even.
     *
     * @param value money.
     * @param quantity in quantity units, not zero, of the sign of the value.
     * @return in price units.
     * @throws ArithmeticException if the price does not fit a long.
     */
    public long priceOf(final long value, final long quantity) {
        final long units = Math.abs(quantity);
        final long amount = quantity < 0 ? -value : value;
        return notionalShift >= 0
                ? Decimals.multiplyDivide(amount, Decimals.powerOfTen(notionalShift), units, Rounding.HALF_EVEN)
                : Decimals.multiplyDivide(
                        amount, 1, Math.multiplyExact(units, Decimals.powerOfTen(-notionalShift)), Rounding.HALF_EVEN);
    }

    /**
     * The largest tradable quantity that is worth no more than an amount.
     *
     * @param amount in money units.
     * @param price in price units, positive.
     * @return in quantity units, floored to the lot size, in exact arithmetic.
     */
    public long quantityFor(final long amount, final long price) {
        final long quantity = notionalShift >= 0
                ? Decimals.multiplyDivide(amount, Decimals.powerOfTen(notionalShift), price, Rounding.FLOOR)
                : Math.floorDiv(Math.floorDiv(amount, Decimals.powerOfTen(-notionalShift)), price);
        return quantity - Math.floorMod(quantity, definition.lotSize());
    }

    /**
     * Whether a price may stand on an order.
     *
     * @param price in price units.
     * @return whether it is positive and a multiple of the tick size.
     */
    public boolean isOnTick(final long price) {
        return price > 0 && price % definition.tickSize() == 0;
    }

    /**
     * Whether a quantity may stand on an order.
     *
     * @param quantity in quantity units.
     * @return whether it is positive and a multiple of the lot size.
     */
    public boolean isOnLot(final long quantity) {
        return quantity > 0 && quantity % definition.lotSize() == 0;
    }

    /**
     * A price as a double, for indicators.
     *
     * @param price in price units.
     * @return in units of the quote currency.
     */
    public double toDouble(final long price) {
        return price / priceUnits;
    }

    /**
     * A quantity as a double, for indicators.
     *
     * @param quantity in quantity units.
     * @return in units of the base currency or in shares.
     */
    public double quantityToDouble(final long quantity) {
        return Decimals.toDouble(quantity, definition.quantityDecimals());
    }

    /**
     * A bar closed; called by the core only.
     *
     * @param closeTimeNs when it closed.
     * @param periodNs how long it was.
     * @param open first price.
     * @param high highest price.
     * @param low lowest price.
     * @param close last price.
     * @param volume traded quantity.
     */
    public void onBar(
            final long closeTimeNs,
            final long periodNs,
            final long open,
            final long high,
            final long low,
            final long close,
            final long volume) {
        bar.set(closeTimeNs, periodNs, open, high, low, close, volume);
        lastBarNs = Math.max(lastBarNs, closeTimeNs);
        mark(close);
    }

    /**
     * A bar of the past was told; called by the core only.
     *
     * @param closeTimeNs when it closed.
     */
    public void onHistoricalBar(final long closeTimeNs) {
        lastBarNs = Math.max(lastBarNs, closeTimeNs);
    }

    /**
     * How far bars are known, so that a venue need not tell those before again.
     *
     * @return when the last bar closed, of the present or of the past, nanoseconds since the epoch; 0 for none.
     */
    public long lastBarNs() {
        return lastBarNs;
    }

    /**
     * The best bid or offer changed; called by the core only.
     *
     * @param bidPrice best bid, 0 for none.
     * @param bidQuantity quantity at the best bid.
     * @param askPrice best ask, 0 for none.
     * @param askQuantity quantity at the best ask.
     */
    public void onQuote(final long bidPrice, final long bidQuantity, final long askPrice, final long askQuantity) {
        quote.set(bidPrice, bidQuantity, askPrice, askQuantity);
        if (quote.isSane()) {
            mark(bidPrice + (askPrice - bidPrice) / 2);
        }
    }

    /**
     * Others traded; called by the core only.
     *
     * @param price of the trade.
     * @param quantity of the trade.
     */
    public void onTrade(final long price, final long quantity) {
        lastTradePrice = price;
        lastTradeQuantity = quantity;
        mark(price);
    }

    private void mark(final long price) {
        if (price != markPrice) {
            markPrice = price;
            markListener.onMark(this);
        }
    }

    /**
     * Its market opened, halted or closed; called by the core only.
     *
     * @param newStatus from now on.
     */
    public void onStatus(final InstrumentStatus newStatus) {
        status = newStatus;
    }

    /**
     * Each old unit became several new ones: prices that are known are brought to the new units, rounded half to even; the quote is
     * forgotten, because its sizes and prices are of old orders. Bars are left as they were reported. Called by the core only, before
     * positions are told.
     *
     * @param newUnits that come
     * @param oldUnits for these.
     */
    public void onSplit(final long newUnits, final long oldUnits) {
        lastTradePrice = Decimals.multiplyDivide(lastTradePrice, oldUnits, newUnits, Rounding.HALF_EVEN);
        lastTradeQuantity = Decimals.multiplyDivide(lastTradeQuantity, newUnits, oldUnits, Rounding.HALF_EVEN);
        markPrice = Decimals.multiplyDivide(markPrice, oldUnits, newUnits, Rounding.HALF_EVEN);
        quote.set(0, 0, 0, 0);
    }

    /**
     * Names who is told of new mark prices: the books that value positions by them.
     *
     * @param listener the only one.
     */
    public void markListener(final MarkListener listener) {
        markListener = listener;
    }

    /**
     * Whether it trades now, as its market says.
     *
     * @return TRADING until something else is reported.
     */
    public InstrumentStatus status() {
        return status;
    }

    @Override
    public void exchange(final StateExchange state) {
        final InstrumentDefinition found = InstrumentDefinition.exchange(state, definition);
        if (!found.equals(definition)) {
            throw new IllegalStateException("the state was recorded of another instrument: " + found);
        }
        exchangeMarket(state);
    }

    /** The next instrument of a recorded state. */
    static Instrument restored(final StateExchange state, final int id) {
        final Instrument instrument =
                new Instrument(InstrumentDefinition.exchange(state, InstrumentDefinition.unknown(id)));
        instrument.exchangeMarket(state);
        return instrument;
    }

    private void exchangeMarket(final StateExchange state) {
        bar.exchange(state);
        quote.exchange(state);
        lastTradePrice = state.field("lastTradePrice", lastTradePrice);
        lastTradeQuantity = state.field("lastTradeQuantity", lastTradeQuantity);
        markPrice = state.field("markPrice", markPrice);
        lastBarNs = state.field("lastBarNs", lastBarNs);
        status = state.field("status", status, InstrumentStatus::valueOf);
    }
}
