package reprise.market;

import reprise.number.Decimals;
import reprise.state.StateExchange;

/**
 * The fixed facts of an instrument. Immutable; enters the engine as an event, so that a journal explains itself.
 *
 * @param instrumentId dense, from 0.
 * @param venueId where it trades, from 0.
 * @param symbol by which configuration and reports name it.
 * @param baseCurrency what a quantity counts.
 * @param quoteCurrency what a price counts.
 * @param priceDecimals scale of prices, 0 to 12.
 * @param quantityDecimals scale of quantities, 0 to 12.
 * @param tickSize smallest price step, in price units.
 * @param lotSize smallest quantity step, in quantity units.
 * @param minNotional smallest order value, in money units; 0 for none.
 * @param maxQuantity largest order quantity, in quantity units; 0 for none.
 * @param shortable whether it may be sold short.
 * @param orderTypes which types of order its venue has: bit n for the type of ordinal n. The engine stands in for some others.
 * @param timesInForce which times in force its venue has: bit n for that of ordinal n.
 * @param calendar of its sessions, by name.
 * @param brackets who makes its brackets.
 * @param takesAmounts whether its venue is to be sent market orders of an amount of money instead of a quantity.
 */
public record InstrumentDefinition(
        int instrumentId,
        int venueId,
        String symbol,
        String baseCurrency,
        String quoteCurrency,
        int priceDecimals,
        int quantityDecimals,
        long tickSize,
        long lotSize,
        long minNotional,
        long maxQuantity,
        boolean shortable,
        int orderTypes,
        int timesInForce,
        String calendar,
        BracketStyle brackets,
        boolean takesAmounts) {
    private static final int BRACKETS_MASK = 3;
    private static final int AMOUNTS_SHIFT = 3;

    /** A bit set with everything in it. */
    public static final int ALL = -1;

    /** The largest scale of prices and quantities. */
    public static final int MAX_DECIMALS = 12;

    /** Checks every fact. */
    public InstrumentDefinition {
        require(instrumentId >= 0, "instrumentId", instrumentId, symbol);
        require(venueId >= 0, "venueId", venueId, symbol);
        require(priceDecimals >= 0 && priceDecimals <= MAX_DECIMALS, "priceDecimals", priceDecimals, symbol);
        require(
                quantityDecimals >= 0 && quantityDecimals <= MAX_DECIMALS,
                "quantityDecimals",
                quantityDecimals,
                symbol);
        require(tickSize > 0, "tickSize", tickSize, symbol);
        require(lotSize > 0, "lotSize", lotSize, symbol);
        require(minNotional >= 0, "minNotional", minNotional, symbol);
        require(maxQuantity >= 0, "maxQuantity", maxQuantity, symbol);
        require(!symbol.isEmpty() && symbol.length() <= 32, "length of symbol", symbol.length(), symbol);
    }

    /**
     * An instrument of a venue that has everything and never closes.
     *
     * @param instrumentId dense, from 0.
     * @param venueId where it trades, from 0.
     * @param symbol by which configuration and reports name it.
     * @param baseCurrency what a quantity counts.
     * @param quoteCurrency what a price counts.
     * @param priceDecimals scale of prices.
     * @param quantityDecimals scale of quantities.
     * @param tickSize smallest price step.
     * @param lotSize smallest quantity step.
     * @param minNotional smallest order value; 0 for none.
     */
    public InstrumentDefinition(
            final int instrumentId,
            final int venueId,
            final String symbol,
            final String baseCurrency,
            final String quoteCurrency,
            final int priceDecimals,
            final int quantityDecimals,
            final long tickSize,
            final long lotSize,
            final long minNotional) {
        this(
                instrumentId,
                venueId,
                symbol,
                baseCurrency,
                quoteCurrency,
                priceDecimals,
                quantityDecimals,
                tickSize,
                lotSize,
                minNotional,
                0,
                true,
                ALL,
                ALL,
                "utc-days",
                BracketStyle.ENGINE,
                false);
    }

    /**
     * The same instrument with brackets made otherwise.
     *
     * @param newBrackets who makes them.
     * @return another definition.
     */
    public InstrumentDefinition withBrackets(final BracketStyle newBrackets) {
        return with(newBrackets, takesAmounts);
    }

    /**
     * The same instrument of a venue that takes amounts of money, or not.
     *
     * @param takesThem whether market orders of an amount are sent as such.
     * @return another definition.
     */
    public InstrumentDefinition withAmounts(final boolean takesThem) {
        return with(brackets, takesThem);
    }

    private InstrumentDefinition with(final BracketStyle newBrackets, final boolean takesThem) {
        return new InstrumentDefinition(
                instrumentId,
                venueId,
                symbol,
                baseCurrency,
                quoteCurrency,
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
                newBrackets,
                takesThem);
    }

    /**
     * Three facts as one number, as records and state carry them: so they are what they always were where brackets are made as always and
     * quantities are ordered.
     *
     * @return bit 0 for shortable, bits 1 and 2 the ordinal of the style of brackets, bit 3 for amounts.
     */
    public int flags() {
        return (shortable ? 1 : 0) | brackets.ordinal() << 1 | (takesAmounts ? 1 << AMOUNTS_SHIFT : 0);
    }

    /**
     * Whether flags say that an instrument may be sold short.
     *
     * @param flags of a definition.
     * @return bit 0.
     */
    public static boolean isShortable(final int flags) {
        return (flags & 1) != 0;
    }

    /**
     * Who makes brackets, as flags say it.
     *
     * @param flags of a definition.
     * @return the style.
     */
    public static BracketStyle brackets(final int flags) {
        return BracketStyle.of(flags >>> 1 & BRACKETS_MASK);
    }

    /**
     * Whether orders of an amount are sent as such, as flags say it.
     *
     * @param flags of a definition.
     * @return bit 3.
     */
    public static boolean takesAmounts(final int flags) {
        return (flags >>> AMOUNTS_SHIFT & 1) != 0;
    }

    private static void require(final boolean condition, final String what, final long value, final String symbol) {
        if (!condition) {
            throw new IllegalArgumentException("instrument " + symbol + ": impossible " + what + ": " + value);
        }
    }

    /**
     * Decimal text of a price.
     *
     * @param price in price units.
     * @return text with all decimals.
     */
    public String formatPrice(final long price) {
        return Decimals.format(price, priceDecimals);
    }

    /**
     * Decimal text of a quantity.
     *
     * @param quantity in quantity units.
     * @return text with all decimals.
     */
    public String formatQuantity(final long quantity) {
        return Decimals.format(quantity, quantityDecimals);
    }

    /** Stands in for a definition that is restored. */
    static InstrumentDefinition unknown(final int instrumentId) {
        return new InstrumentDefinition(instrumentId, 0, "?", "", "", 0, 0, 1, 1, 0);
    }

    /** Carries all facts; gives a definition of what comes back. */
    static InstrumentDefinition exchange(final StateExchange state, final InstrumentDefinition present) {
        state.section("instrument", present.instrumentId);
        final String symbol = state.field("symbol", present.symbol);
        final int venueId = state.field("venueId", present.venueId);
        final String base = state.field("baseCurrency", present.baseCurrency);
        final String quote = state.field("quoteCurrency", present.quoteCurrency);
        final int priceDecimals = state.field("priceDecimals", present.priceDecimals);
        final int quantityDecimals = state.field("quantityDecimals", present.quantityDecimals);
        final long tickSize = state.field("tickSize", present.tickSize);
        final long lotSize = state.field("lotSize", present.lotSize);
        final long minNotional = state.field("minNotional", present.minNotional);
        final long maxQuantity = state.field("maxQuantity", present.maxQuantity);
        final int flags = state.field("shortable", present.flags());
        return new InstrumentDefinition(
                present.instrumentId,
                venueId,
                symbol,
                base,
                quote,
                priceDecimals,
                quantityDecimals,
                tickSize,
                lotSize,
                minNotional,
                maxQuantity,
                isShortable(flags),
                state.field("orderTypes", present.orderTypes),
                state.field("timesInForce", present.timesInForce),
                state.field("calendar", present.calendar),
                brackets(flags),
                takesAmounts(flags));
    }
}
