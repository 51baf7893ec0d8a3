package reprise.simulation.venue;

import java.util.List;
import reprise.market.Instrument;
import reprise.number.Decimals;
import reprise.number.Money;
import reprise.number.Rounding;
import reprise.portfolio.Portfolio;
import reprise.portfolio.Position;

/** Our account at the venue: the same integer books as the engine's, kept from the other side. */
final class VenueAccount {
    private static final int NO_STRATEGIES = 0;

    private final Portfolio portfolio = new Portfolio(NO_STRATEGIES);
    private final String currency;

    VenueAccount(final List<VenueListing> listings, final long initialCash, final String currency) {
        this.currency = currency;
        listings.forEach(listing -> portfolio.define(listing.instrument()));
        portfolio.cashReported(initialCash);
    }

    String currency() {
        return currency;
    }

    long cash() {
        return portfolio.cash();
    }

    long equity() {
        return portfolio.equity();
    }

    long grossExposure() {
        return portfolio.valuation().grossExposure();
    }

    long quantity(final Instrument instrument) {
        return portfolio.net(instrument.id()).quantity();
    }

    void fill(final Instrument instrument, final long signedQuantity, final long signedNotional, final long fee) {
        portfolio.fill(Portfolio.UNASSIGNED_BOOK, instrument.id(), signedQuantity, signedNotional, fee);
    }

    /** At which the position is carried, in price units; 0 when flat. */
    long averagePrice(final Instrument instrument) {
        final Position position = portfolio.net(instrument.id());
        if (position.isFlat()) {
            return 0;
        }
        final int shift = instrument.definition().priceDecimals()
                + instrument.definition().quantityDecimals()
                - Money.DECIMALS;
        final long cost = Math.abs(position.cost());
        final long quantity = Math.abs(position.quantity());
        return shift >= 0
                ? Decimals.multiplyDivide(cost, Decimals.powerOfTen(shift), quantity, Rounding.HALF_EVEN)
                : Decimals.multiplyDivide(
                        cost, 1, Math.multiplyExact(quantity, Decimals.powerOfTen(-shift)), Rounding.HALF_EVEN);
    }

    /** Compares with the engine's books; any difference means that one of the two is wrong. */
    void requireEqual(final Portfolio engine) {
        portfolio.audit();
        if (engine.cash() != portfolio.cash() || engine.fees() != portfolio.fees()) {
            throw new IllegalStateException("books of venue and engine differ: cash=" + portfolio.cash() + "/"
                    + engine.cash() + ", fees=" + portfolio.fees() + "/" + engine.fees());
        }
        for (int i = 0; i < portfolio.instrumentCount(); i++) {
            if (engine.net(i).quantity() != portfolio.net(i).quantity()) {
                throw new IllegalStateException("books of venue and engine differ: instrumentId=" + i + ", quantity="
                        + portfolio.net(i).quantity() + "/" + engine.net(i).quantity());
            }
        }
    }
}
