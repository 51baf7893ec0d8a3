package reprise.portfolio;

import java.util.BitSet;
import reprise.market.Instrument;
import reprise.state.StateExchange;

/**
 * What the account is worth and what it is exposed to, in the account's currency. Sums that follow every change of a position or a price, so
 * that a question costs a visit of each currency and of no instrument. Changed only by the {@link Portfolio}; allocates only when currencies
 * are named first; part of replayed state.
 */
public final class Valuation {
    private static final CurrencyLedger NO_MONEY = new CurrencyLedger("");

    private final Currencies currencies = new Currencies();
    private final Exposure[] exposures;
    private final BitSet held = new BitSet();
    private long equity;
    private long highWaterMark;
    private int unvalued;

    Valuation(final int bookCount) {
        exposures = new Exposure[bookCount];
        for (int i = 0; i < bookCount; i++) {
            exposures[i] = new Exposure();
        }
    }

    int define(final Instrument instrument) {
        return currencies.define(instrument);
    }

    int currencyId(final String name) {
        return currencies.idOf(name);
    }

    boolean isRate(final Instrument instrument) {
        return currencies.count() > 1 && currencies.isRate(instrument);
    }

    /** Values the books of an instrument anew. */
    void revalue(final InstrumentBooks books) {
        final boolean wasHeld = books.isHeld();
        books.revalue(currencies.get(books.currencyId), exposures);
        if (books.isHeld() != wasHeld) {
            held.set(books.instrument.id(), !wasHeld);
        }
    }

    /**
     * Equity may have changed. The mark follows money that is paid in or out, because that is no result; and so it follows what could not be
     * valued before and can be now.
     */
    void equityChanged(final boolean paidIn) {
        final int unvaluedNow = currencies.unvalued();
        final long before = equity;
        equity = 0;
        for (int id = 0; id < currencies.count(); id++) {
            final CurrencyLedger ledger = currencies.get(id);
            equity = Math.addExact(equity, currencies.valueOf(id, Math.addExact(ledger.cash(), ledger.marketValue())));
        }
        if (paidIn || unvaluedNow != unvalued) {
            highWaterMark = Math.addExact(highWaterMark, equity - before);
        }
        highWaterMark = Math.max(highWaterMark, equity);
        unvalued = unvaluedNow;
    }

    /** Adds up every sum anew. */
    void addUp(final InstrumentBooks... instruments) {
        for (int id = 0; id < currencies.count(); id++) {
            currencies.get(id).clearSums();
        }
        for (final Exposure exposure : exposures) {
            exposure.clear();
        }
        for (final InstrumentBooks books : instruments) {
            books.addTo(currencies.get(books.currencyId), exposures);
            held.set(books.instrument.id(), books.isHeld());
        }
    }

    /** Adds up every sum anew; throws if anything was different or does not balance. */
    void audit(final InstrumentBooks... instruments) {
        final long before = sums();
        addUp(instruments);
        if (sums() != before) {
            throw new IllegalStateException("totals do not match positions");
        }
        for (int id = 0; id < currencies.count(); id++) {
            currencies.get(id).check();
        }
    }

    private long sums() {
        long hash = 0;
        for (int id = 0; id < currencies.count(); id++) {
            hash = 31 * hash + currencies.get(id).sums();
        }
        for (int i = 0; i < exposures.length; i++) {
            hash = 31 * (31 * hash + netExposure(i)) + grossExposure(i);
        }
        return hash;
    }

    /**
     * Cash and the market value of all positions.
     *
     * @return money.
     */
    public long equity() {
        return equity;
    }

    /**
     * Whether any book holds anything of an instrument, so that its price means something.
     *
     * @param instrumentId a defined id.
     * @return false where all books are flat.
     */
    public boolean isHeld(final int instrumentId) {
        return held.get(instrumentId);
    }

    /**
     * The instruments of which any book holds anything, so that a sum over positions need not visit every instrument.
     *
     * @param set takes their ids.
     */
    public void addHeldInstruments(final BitSet set) {
        set.or(held);
    }

    /**
     * The highest equity so far, brought along by what is paid in or out: equity below it is a drawdown.
     *
     * @return money.
     */
    public long highWaterMark() {
        return highWaterMark;
    }

    /**
     * Absolute market value of the net positions, longs and shorts.
     *
     * @return money.
     */
    public long grossExposure() {
        long sum = 0;
        for (int id = 0; id < currencies.count(); id++) {
            sum = Math.addExact(sum, currencies.valueOf(id, currencies.get(id).grossValue()));
        }
        return sum;
    }

    /**
     * Market value of the net positions, longs less shorts.
     *
     * @return money.
     */
    public long netExposure() {
        long sum = 0;
        for (int id = 0; id < currencies.count(); id++) {
            sum = Math.addExact(sum, currencies.valueOf(id, currencies.get(id).marketValue()));
        }
        return sum;
    }

    /**
     * Absolute market value of the positions in a strategy's books.
     *
     * @param strategyId or {@link Portfolio#UNASSIGNED_BOOK}.
     * @return money.
     */
    public long grossExposure(final int strategyId) {
        return exposures[strategyId].gross(currencies);
    }

    /**
     * Market value of the positions in a strategy's books, longs less shorts.
     *
     * @param strategyId or {@link Portfolio#UNASSIGNED_BOOK}.
     * @return money.
     */
    public long netExposure(final int strategyId) {
        return exposures[strategyId].net(currencies);
    }

    /**
     * How many currencies have been named.
     *
     * @return count; ids run from 0, the account's own, to one less.
     */
    public int currencyCount() {
        return currencies.count();
    }

    /**
     * The id of a currency.
     *
     * @param name such as "USD".
     * @return from 0, or -1 if it was never named.
     */
    public int findCurrency(final String name) {
        return currencies.find(name);
    }

    /**
     * The money of the account's own currency.
     *
     * @return the ledger of currency 0; one without any money as long as no currency was named.
     */
    public CurrencyLedger account() {
        return currencies.count() == 0 ? NO_MONEY : currencies.get(0);
    }

    /**
     * The money of a currency.
     *
     * @param currencyId from 0.
     * @return one object for the life of the portfolio.
     */
    public CurrencyLedger ledger(final int currencyId) {
        return currencies.get(currencyId);
    }

    /**
     * Whether amounts in a currency can be valued now.
     *
     * @param currencyId from 0.
     * @return true for the account's own, else whether an instrument that quotes the two has a price.
     */
    public boolean isValued(final int currencyId) {
        return currencies.isValued(currencyId);
    }

    /**
     * How many currencies are in no sum because nothing values them now.
     *
     * @return count.
     */
    public int unvaluedCurrencies() {
        return currencies.unvalued();
    }

    /**
     * An amount in the account's currency, rounded half to even.
     *
     * @param currencyId of the amount.
     * @param amount money.
     * @return money; 0 where it cannot be valued.
     */
    public long valueOf(final int currencyId, final long amount) {
        return currencies.valueOf(currencyId, amount);
    }

    void exchange(final StateExchange state) {
        currencies.exchange(state);
        equity = state.field("equity", equity);
        highWaterMark = state.field("highWaterMark", highWaterMark);
        unvalued = state.field("unvalued", unvalued);
    }
}
