package reprise.risk;

import reprise.market.Instrument;
import reprise.portfolio.Portfolio;

/** Values in the account's currency, in which limits on value are. */
final class MoneyOf {
    private MoneyOf() {}

    /** The value of a quantity of an instrument at a price, with the sign of the quantity. */
    static long quantity(
            final Portfolio portfolio, final Instrument instrument, final long price, final long quantity) {
        return portfolio
                .valuation()
                .valueOf(portfolio.currencyId(instrument.id()), instrument.notional(price, quantity));
    }
}
