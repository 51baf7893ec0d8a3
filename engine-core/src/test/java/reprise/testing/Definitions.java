package reprise.testing;

import reprise.market.BracketStyle;
import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;
import reprise.order.OrderType;

/** Instruments to trade in tests. */
public final class Definitions {
    /** The types that every venue has, as bits: market and limit orders. */
    public static final int PLAIN_TYPES = 1 << OrderType.MARKET.ordinal() | 1 << OrderType.LIMIT.ordinal();

    private int id;
    private int venueId = 1;
    private String symbol;
    private int priceDecimals = 2;
    private int quantityDecimals;
    private long tickSize = 1;
    private long lotSize = 1;
    private long minNotional;
    private int orderTypes = InstrumentDefinition.ALL;
    private int timesInForce = InstrumentDefinition.ALL;
    private long maxQuantity;
    private boolean shortable = true;
    private BracketStyle brackets = BracketStyle.ENGINE;
    private boolean takesAmounts;
    private String calendar = "utc-days";
    private String base = "BASE";
    private String quote = "USD";

    private Definitions() {}

    /**
     * Begins a definition: prices in cents, whole quantities, no minimum.
     *
     * @return to be changed.
     */
    public static Definitions anInstrument() {
        return new Definitions();
    }

    /**
     * Names it.
     *
     * @param newId dense id, from which the symbol follows.
     * @return this.
     */
    public Definitions withId(final int newId) {
        id = newId;
        return this;
    }

    /**
     * Places it.
     *
     * @param newVenueId where it trades.
     * @return this.
     */
    public Definitions onVenue(final int newVenueId) {
        venueId = newVenueId;
        return this;
    }

    /**
     * Sets its scales.
     *
     * @param newPriceDecimals of prices.
     * @param newQuantityDecimals of quantities.
     * @return this.
     */
    public Definitions withDecimals(final int newPriceDecimals, final int newQuantityDecimals) {
        priceDecimals = newPriceDecimals;
        quantityDecimals = newQuantityDecimals;
        return this;
    }

    /**
     * Sets its steps.
     *
     * @param newTickSize of prices.
     * @param newLotSize of quantities.
     * @return this.
     */
    public Definitions withSteps(final long newTickSize, final long newLotSize) {
        tickSize = newTickSize;
        lotSize = newLotSize;
        return this;
    }

    /**
     * Sets its smallest order.
     *
     * @param newMinNotional in money units.
     * @return this.
     */
    public Definitions withMinNotional(final long newMinNotional) {
        minNotional = newMinNotional;
        return this;
    }

    /**
     * Limits what its venue has.
     *
     * @param newOrderTypes bits by ordinal of the type.
     * @param newTimesInForce bits by ordinal of the time in force.
     * @return this.
     */
    public Definitions withAbilities(final int newOrderTypes, final int newTimesInForce) {
        orderTypes = newOrderTypes;
        timesInForce = newTimesInForce;
        return this;
    }

    /**
     * Names its currencies.
     *
     * @param newBase what a quantity counts.
     * @param newQuote what a price counts.
     * @return this.
     */
    public Definitions withCurrencies(final String newBase, final String newQuote) {
        base = newBase;
        quote = newQuote;
        return this;
    }

    /**
     * Sets its largest order.
     *
     * @param newMaxQuantity in quantity units.
     * @return this.
     */
    public Definitions withMaxQuantity(final long newMaxQuantity) {
        maxQuantity = newMaxQuantity;
        return this;
    }

    /**
     * Sets its trading hours.
     *
     * @param newCalendar by name.
     * @return this.
     */
    public Definitions onCalendar(final String newCalendar) {
        calendar = newCalendar;
        return this;
    }

    /**
     * Forbids to sell it short.
     *
     * @return this.
     */
    public Definitions notShortable() {
        shortable = false;
        return this;
    }

    /**
     * Makes its venue take amounts of money.
     *
     * @return this.
     */
    public Definitions withAmounts() {
        takesAmounts = true;
        return this;
    }

    /**
     * Says who makes its brackets.
     *
     * @param newBrackets the style.
     * @return this.
     */
    public Definitions withBrackets(final BracketStyle newBrackets) {
        brackets = newBrackets;
        return this;
    }

    /**
     * Names it otherwise.
     *
     * @param newSymbol its symbol.
     * @return this.
     */
    public Definitions withSymbol(final String newSymbol) {
        symbol = newSymbol;
        return this;
    }

    /**
     * Ends the definition.
     *
     * @return what was defined.
     */
    public InstrumentDefinition define() {
        return new InstrumentDefinition(
                id,
                venueId,
                symbol == null ? "I" + id : symbol,
                base,
                quote,
                priceDecimals,
                quantityDecimals,
                tickSize,
                lotSize,
                minNotional,
                maxQuantity,
                shortable,
                orderTypes,
                timesInForce,
                calendar,
                brackets,
                takesAmounts);
    }

    /**
     * Ends the definition.
     *
     * @return an instrument of it.
     */
    public Instrument build() {
        return new Instrument(define());
    }
}
