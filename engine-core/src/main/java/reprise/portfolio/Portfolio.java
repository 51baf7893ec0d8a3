package reprise.portfolio;

import java.util.Arrays;
import reprise.market.Instrument;
import reprise.market.MarkListener;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;

/**
 * Cash and positions of the account. Each strategy has a book of its own, and the books of an instrument sum to its net position (see
 * {@code InstrumentBooks} for how their results are linked). Changed only by fills, by splits and dividends, and by what venues report; in
 * integers, and after every change, for every currency,
 *
 * <pre>
 *   cash + cost of positions - realised results - income + fees == what was paid in
 * </pre>
 *
 * <p>holds to the last unit, or the engine stops.
 *
 * <p><b>Currencies.</b> The first currency that is named, by an instrument or by a report of cash, is the account's own. Amounts without
 * a currency in their name are in it. Each instrument's results stay in its quote currency; equity and exposures value other currencies
 * at the mark price of the first instrument that quotes the two against each other. What cannot be valued is in no sum: it is in its
 * {@linkplain Valuation#ledger ledger}, and {@link Valuation#unvaluedCurrencies} says that there is such a thing. Cash is reported for quote currencies; a
 * holding that is an instrument's base is a position.
 *
 * <p><b>Cost of a change.</b> Equity and exposures are sums that follow each change: a new price visits the books of its instrument, a
 * question visits the currencies, neither visits other instruments.
 *
 * <p>Allocates only when instruments and currencies are named first or a book has more open entries than ever before, and at a split; part
 * of replayed state.
 */
public final class Portfolio implements Snapshotable, MarkListener {
    /** The book of what no strategy has bought: reported by the venue, or ordered by the operator. */
    public static final int UNASSIGNED_BOOK = 0;

    private final int bookCount;
    private InstrumentBooks[] instruments = {};
    private final Valuation valuation;
    private final Borrow borrow = new Borrow();
    private final LinkLog linkLog = new LinkLog();
    private PositionListener listener = PositionListener.NONE;

    /**
     * An empty portfolio.
     *
     * @param strategyCount strategies have ids 1 to this count.
     */
    public Portfolio(final int strategyCount) {
        this.bookCount = strategyCount + 1;
        this.valuation = new Valuation(bookCount);
    }

    /**
     * Makes room for an instrument; called in order of dense ids. The portfolio values by its mark price from now on.
     *
     * @param instrument that was defined.
     */
    public void define(final Instrument instrument) {
        final int currencyId = valuation.define(instrument);
        instruments = Arrays.copyOf(instruments, instruments.length + 1);
        instruments[instruments.length - 1] = new InstrumentBooks(instrument, currencyId, bookCount, linkLog);
        borrow.define(instrument.id());
        instrument.markListener(this);
    }

    /**
     * Names who is told of every change of a position or its value.
     *
     * @param newListener the only one.
     */
    public void listener(final PositionListener newListener) {
        listener = newListener;
    }

    /**
     * Names who is told which exits belong to which entries.
     *
     * @param newListener the only one.
     */
    public void linkListener(final LinkListener newListener) {
        linkLog.listener(newListener);
    }

    /**
     * The mark price of an instrument changed: what is held of it is worth something else. Instruments tell themselves, unless somebody who
     * needs the worth only now and then has taken the listener's place and tells before asking.
     *
     * @param instrument that was defined here.
     */
    @Override
    public void onMark(final Instrument instrument) {
        final InstrumentBooks books = instruments[instrument.id()];
        final boolean isHeld = books.isHeld();
        if (isHeld) {
            valuation.revalue(books);
        }
        if (isHeld || valuation.isRate(instrument)) {
            valuation.equityChanged(false);
        }
        listener.onPosition(instrument.id());
    }

    /**
     * Books a fill of which no order is known; see {@link OrderFills} for those of orders.
     *
     * @param strategyId whose book it goes to.
     * @param instrumentId what traded.
     * @param signedQuantity positive for a buy.
     * @param signedNotional its value with the sign of the quantity.
     * @param fee paid, money.
     */
    public void fill(
            final int strategyId,
            final int instrumentId,
            final long signedQuantity,
            final long signedNotional,
            final long fee) {
        book(strategyId, instrumentId, 0, 0, signedQuantity, signedNotional, fee);
    }

    /** Books a fill of an order that names the entry it closes, or 0. */
    void book(
            final int strategyId,
            final int instrumentId,
            final long orderId,
            final long entryOrderId,
            final long signedQuantity,
            final long signedNotional,
            final long fee) {
        final InstrumentBooks books = instruments[instrumentId];
        final CurrencyLedger ledger = begin(books);
        final long before = books.net.quantity();
        books.fill(strategyId, orderId, entryOrderId, signedQuantity, signedNotional, fee);
        moved(books, ledger, before, signedNotional, fee);
    }

    /** Books the reversal of a fill of an order. */
    void bust(
            final int strategyId,
            final int instrumentId,
            final long orderId,
            final long signedQuantity,
            final long signedNotional,
            final long fee) {
        final InstrumentBooks books = instruments[instrumentId];
        final CurrencyLedger ledger = begin(books);
        final long before = books.net.quantity();
        books.bust(strategyId, orderId, signedQuantity, signedNotional, fee);
        moved(books, ledger, before, signedNotional, fee);
    }

    private void moved(
            final InstrumentBooks books,
            final CurrencyLedger ledger,
            final long quantityBefore,
            final long signedNotional,
            final long fee) {
        ledger.receive(-Math.addExact(signedNotional, fee));
        borrow.positionChanged(books.instrument.id(), quantityBefore, books.net.quantity());
        end(books, ledger, false);
    }

    private CurrencyLedger begin(final InstrumentBooks books) {
        final CurrencyLedger ledger = valuation.ledger(books.currencyId);
        ledger.takeOut(books.net);
        return ledger;
    }

    private void end(final InstrumentBooks books, final CurrencyLedger ledger, final boolean paidIn) {
        ledger.putIn(books.net);
        ledger.check();
        books.check();
        valuation.revalue(books);
        valuation.equityChanged(paidIn);
        listener.onPosition(books.instrument.id());
    }

    /**
     * The venue reported our cash in the account's currency: the difference to what we believed was paid in or out.
     *
     * @param reportedCash money.
     */
    public void cashReported(final long reportedCash) {
        cashReported(reportedCash, valuation.ledger(0).name());
    }

    /**
     * The venue reported our cash in a currency: the difference to what we believed was paid in or out.
     *
     * @param reportedCash money.
     * @param currency of it; allocates when it is named first.
     */
    public void cashReported(final long reportedCash, final String currency) {
        final CurrencyLedger ledger = valuation.ledger(valuation.currencyId(currency));
        final long change = Math.subtractExact(reportedCash, ledger.cash());
        ledger.receive(change);
        ledger.payIn(change);
        ledger.check();
        valuation.equityChanged(true);
    }

    /**
     * The venue reported a position: the difference to what we believed goes to the unassigned book, as paid in. What is more than we
     * believed comes at the reported price; what is less leaves at the cost that we have on average, without a result.
     *
     * @param instrumentId what is held.
     * @param quantity signed.
     * @param averagePrice in price units.
     */
    public void positionReported(final int instrumentId, final long quantity, final long averagePrice) {
        final InstrumentBooks books = instruments[instrumentId];
        final long before = books.net.quantity();
        if (quantity == before) {
            return;
        }
        final CurrencyLedger ledger = begin(books);
        ledger.payIn(books.reported(UNASSIGNED_BOOK, quantity, averagePrice));
        borrow.positionChanged(instrumentId, before, quantity);
        end(books, ledger, true);
    }

    /**
     * Each old unit of an instrument became several new ones. Quantities are rounded towards zero to whole quantity units, account and
     * books alike, costs stay; the fraction of a unit that the account loses by that is paid in cash at the mark price after the split, with
     * the result that this gives. Open orders are not touched: what becomes of them is the venue's business, which reports it.
     *
     * @param instrumentId which; its prices are of the new units already.
     * @param newUnits that come
     * @param oldUnits for these.
     */
    public void split(final int instrumentId, final long newUnits, final long oldUnits) {
        final InstrumentBooks books = instruments[instrumentId];
        final CurrencyLedger ledger = begin(books);
        ledger.receive(books.split(new SplitRounding(books.instrument, newUnits, oldUnits)));
        end(books, ledger, false);
    }

    /**
     * Cash is paid for each unit held and owed for each unit sold short: income of the books that hold.
     *
     * @param instrumentId which.
     * @param amountPerUnit money for one whole unit.
     */
    public void dividend(final int instrumentId, final long amountPerUnit) {
        final InstrumentBooks books = instruments[instrumentId];
        final CurrencyLedger ledger = begin(books);
        ledger.receive(books.dividend(amountPerUnit));
        end(books, ledger, false);
    }

    /**
     * Recomputes every sum from the positions and checks all identities; for the end of a run and for tests.
     *
     * @throws IllegalStateException if anything is off by one unit.
     */
    public void audit() {
        valuation.audit(instruments);
        for (final InstrumentBooks books : instruments) {
            books.audit();
        }
    }

    /**
     * What all of it is worth and exposed to, by currency, strategy and in total.
     *
     * @return to be read.
     */
    public Valuation valuation() {
        return valuation;
    }

    /**
     * What can be borrowed.
     *
     * @return one object for the life of the portfolio.
     */
    public Borrow borrow() {
        return borrow;
    }

    /**
     * Cash in hand, in the account's currency only.
     *
     * @return money.
     */
    public long cash() {
        return valuation.account().cash();
    }

    /**
     * What was paid in, less what was paid out, in the account's currency only.
     *
     * @return money.
     */
    public long paidIn() {
        return valuation.account().paidIn();
    }

    /**
     * Results of closed quantity over all instruments quoted in the account's currency, without fees and income.
     *
     * @return money.
     */
    public long realisedPnl() {
        return valuation.account().realisedPnl();
    }

    /**
     * Fees over all instruments quoted in the account's currency.
     *
     * @return money; positive is paid.
     */
    public long fees() {
        return valuation.account().fees();
    }

    /**
     * Cash and the market value of all positions, see {@link Valuation#equity}.
     *
     * @return money.
     */
    public long equity() {
        return valuation.equity();
    }

    /**
     * The net position of an instrument.
     *
     * @param instrumentId a defined id.
     * @return one object for the life of the portfolio.
     */
    public Position net(final int instrumentId) {
        return instruments[instrumentId].net;
    }

    /**
     * A strategy's position in an instrument.
     *
     * @param strategyId 1 to the number of strategies, or {@link #UNASSIGNED_BOOK}.
     * @param instrumentId a defined id.
     * @return one object for the life of the portfolio.
     */
    public Position book(final int strategyId, final int instrumentId) {
        return instruments[instrumentId].books[strategyId];
    }

    /**
     * The currency that an instrument is quoted in.
     *
     * @param instrumentId a defined id.
     * @return its id in the {@link #valuation}.
     */
    public int currencyId(final int instrumentId) {
        return instruments[instrumentId].currencyId;
    }

    /** Which order stands for the entry that an order has opened just now: itself, or the newest where there are too many to keep apart. */
    public long entryOf(final int strategyId, final int instrumentId, final long orderId) {
        return links(strategyId, instrumentId).entryOf(orderId);
    }

    /** The open entries of a book, oldest first. */
    TradeLinks links(final int strategyId, final int instrumentId) {
        return instruments[instrumentId].links[strategyId];
    }

    /** How many books there are: those of strategies and the unassigned one. */
    public int bookCount() {
        return bookCount;
    }

    /** How many instruments there are. */
    public int instrumentCount() {
        return instruments.length;
    }

    /** {@inheritDoc} Restoring wants the same instruments to be defined already. */
    @Override
    public void exchange(final StateExchange state) {
        state.section("portfolio", instruments.length);
        valuation.exchange(state);
        for (int i = 0; i < instruments.length; i++) {
            if (state.isRestoring()) {
                // Currencies are numbered as they were named, which an account may have done before any instrument.
                final Instrument instrument = instruments[i].instrument;
                final int currencyId =
                        valuation.currencyId(instrument.definition().quoteCurrency());
                instruments[i] = new InstrumentBooks(instrument, currencyId, bookCount, linkLog);
            }
            instruments[i].exchange(state);
            borrow.exchange(i, state);
        }
        linkLog.exchange(state);
        if (state.isRestoring()) {
            valuation.addUp(instruments);
        }
    }
}
