package reprise.simulation.venue;

import java.util.List;
import reprise.market.Instrument;
import reprise.number.Decimals;
import reprise.number.Money;
import reprise.number.Rounding;
import reprise.order.FeeAsset;
import reprise.portfolio.Portfolio;
import reprise.portfolio.Position;

/** Our account at the venue: the same integer books as the engine's, kept from the other side. */
final class VenueAccount {
    private static final int NO_STRATEGIES = 0;

    private final Portfolio portfolio = new Portfolio(NO_STRATEGIES);
    private final List<VenueListing> listings;
    private final String currency;

    /** What executions that the engine was not told of came to: by so much its books lag behind. */
    private final long[] untoldQuantity;

    /** Instruments whose prices moved since their holdings were valued: prices move at every bar, and worth is asked for when orders come. */
    private final boolean[] moved;

    private final int[] movedIds;
    private int movedCount;

    private long untoldCash;
    private long untoldFees;
    private long untoldCount;

    VenueAccount(final List<VenueListing> listings, final long initialCash, final String currency) {
        this.listings = listings;
        this.currency = currency;
        untoldQuantity = new long[listings.size()];
        moved = new boolean[listings.size()];
        movedIds = new int[listings.size()];
        for (final VenueListing listing : listings) {
            portfolio.define(listing.instrument());
            listing.instrument().markListener(this::onMark);
        }
        portfolio.cashReported(initialCash);
    }

    String currency() {
        return currency;
    }

    long cash() {
        return portfolio.cash();
    }

    private void onMark(final Instrument instrument) {
        if (!moved[instrument.id()]) {
            moved[instrument.id()] = true;
            movedIds[movedCount++] = instrument.id();
        }
    }

    private void value() {
        while (movedCount > 0) {
            final int instrumentId = movedIds[--movedCount];
            moved[instrumentId] = false;
            portfolio.onMark(listings.get(instrumentId).instrument());
        }
    }

    long equity() {
        value();
        return portfolio.equity();
    }

    long grossExposure() {
        value();
        return portfolio.valuation().grossExposure();
    }

    long quantity(final Instrument instrument) {
        return portfolio.net(instrument.id()).quantity();
    }

    /** Books a fill that nobody has been told of yet. A fee in the base asset is what it buys for its value, given away at once. */
    void fill(final Instrument instrument, final Fill fill) {
        final long feeValue = feeValue(instrument, fill.feeAsset, fill.price, fill.fee);
        final long paidFor = fill.feeAsset == FeeAsset.BASE ? fill.notional - feeValue : fill.notional;
        portfolio.fill(Portfolio.UNASSIGNED_BOOK, instrument.id(), fill.receivedQuantity(), paidFor, feeValue);
        untoldCount++;
        addUntold(1, instrument.id(), fill.receivedQuantity(), -paidFor - feeValue, feeValue);
    }

    /** The engine will know of an execution. */
    void told(final Executions executions, final long id) {
        final int instrumentId = executions.instrumentId(id);
        final FeeAsset asset = executions.feeAsset(id);
        final long fee = executions.fee(id);
        final long feeValue = feeValue(listings.get(instrumentId).instrument(), asset, executions.price(id), fee);
        final long cash = -executions.notional(id) - (asset == FeeAsset.BASE ? 0 : fee);
        final long received = executions.quantity(id) - (asset == FeeAsset.BASE ? fee : 0);
        untoldCount--;
        addUntold(-1, instrumentId, received, cash, feeValue);
    }

    private void addUntold(
            final int sign, final int instrumentId, final long quantity, final long cash, final long fees) {
        untoldQuantity[instrumentId] += sign * quantity;
        untoldCash += sign * cash;
        untoldFees += sign * fees;
    }

    private static long feeValue(final Instrument instrument, final FeeAsset asset, final long price, final long fee) {
        return asset == FeeAsset.BASE ? instrument.notional(price, fee) : fee;
    }

    boolean hasUntold() {
        return untoldCount > 0;
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

    /** Compares with the engine's books, which lag by what was not told; any other difference means that one of the two is wrong. */
    void requireEqual(final Portfolio engine) {
        portfolio.audit();
        final long cash = portfolio.cash() - untoldCash;
        final long fees = portfolio.fees() - untoldFees;
        if (engine.cash() != cash || engine.fees() != fees) {
            throw new IllegalStateException("books of venue and engine differ: cash=" + cash + "/" + engine.cash()
                    + ", fees=" + fees + "/" + engine.fees());
        }
        for (int i = 0; i < portfolio.instrumentCount(); i++) {
            final long quantity = portfolio.net(i).quantity() - untoldQuantity[i];
            if (engine.net(i).quantity() != quantity) {
                throw new IllegalStateException("books of venue and engine differ: instrumentId=" + i + ", quantity="
                        + quantity + "/" + engine.net(i).quantity());
            }
        }
    }
}
