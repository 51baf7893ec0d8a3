package reprise.portfolio;

import java.util.ArrayList;
import java.util.List;
import reprise.market.Instrument;
import reprise.state.Snapshotable;
import reprise.state.StateSink;

/**
 * Cash and positions of the account. Each strategy has a book of its own, and the books of an instrument sum to its net position. Changed
 * only by fills and by what the venue reports; in integers, and after every change
 *
 * <pre>
 *   cash + cost of positions - realised results + fees == what was paid in
 * </pre>
 *
 * <p>holds to the last unit, or the engine stops. Allocates only when instruments are defined; part of replayed state.
 */
public final class Portfolio implements Snapshotable {
    /** The book of what no strategy has bought: reported by the venue, or ordered by the operator. */
    public static final int UNASSIGNED_BOOK = 0;

    private final int bookCount;
    private final List<Position> netPositions = new ArrayList<>();
    private final List<Position[]> books = new ArrayList<>();
    private long cash;
    private long paidIn;
    private long totalCost;
    private long totalRealisedPnl;
    private long totalFees;

    /**
     * An empty portfolio.
     *
     * @param strategyCount strategies have ids 1 to this count.
     */
    public Portfolio(final int strategyCount) {
        this.bookCount = strategyCount + 1;
    }

    /**
     * Makes room for an instrument; called in order of dense ids.
     *
     * @param instrument that was defined.
     */
    public void define(final Instrument instrument) {
        netPositions.add(new Position(instrument));
        final Position[] positions = new Position[bookCount];
        for (int i = 0; i < bookCount; i++) {
            positions[i] = new Position(instrument);
        }
        books.add(positions);
    }

    /**
     * Books a fill.
     *
     * @param strategyId whose book it goes to.
     * @param instrumentId what traded.
     * @param signedQuantity positive for a buy.
     * @param signedNotional its value with the sign of the quantity.
     * @param fee paid.
     */
    public void fill(
            final int strategyId,
            final int instrumentId,
            final long signedQuantity,
            final long signedNotional,
            final long fee) {
        final Position net = netPositions.get(instrumentId);
        final long costBefore = net.cost();
        final long realisedBefore = net.realisedPnl();
        net.fill(signedQuantity, signedNotional, fee);
        books.get(instrumentId)[strategyId].fill(signedQuantity, signedNotional, fee);
        totalCost += net.cost() - costBefore;
        totalRealisedPnl += net.realisedPnl() - realisedBefore;
        totalFees += fee;
        cash = Math.subtractExact(Math.subtractExact(cash, signedNotional), fee);
        checkBalance(instrumentId);
    }

    /**
     * The venue reported our cash: the difference to what we believed was paid in or out.
     *
     * @param reportedCash money.
     */
    public void cashReported(final long reportedCash) {
        paidIn = Math.addExact(paidIn, Math.subtractExact(reportedCash, cash));
        cash = reportedCash;
    }

    /**
     * The venue reported a position: the difference to what we believed goes to the unassigned book at the reported price.
     *
     * @param instrumentId what is held.
     * @param quantity signed.
     * @param averagePrice in price units.
     */
    public void positionReported(final int instrumentId, final long quantity, final long averagePrice) {
        final Position net = netPositions.get(instrumentId);
        final long difference = Math.subtractExact(quantity, net.quantity());
        if (difference == 0) {
            return;
        }
        final long costBefore = net.cost();
        final long differenceCost = net.instrument().notional(averagePrice, difference);
        net.transfer(difference, differenceCost);
        books.get(instrumentId)[UNASSIGNED_BOOK].transfer(difference, differenceCost);
        final long change = net.cost() - costBefore;
        totalCost += change;
        paidIn += change;
        checkBalance(instrumentId);
    }

    private void checkBalance(final int instrumentId) {
        if (cash + totalCost - totalRealisedPnl + totalFees != paidIn) {
            throw new IllegalStateException("books do not balance: cash=" + cash + ", cost=" + totalCost
                    + ", realisedPnl=" + totalRealisedPnl + ", fees=" + totalFees + ", paidIn=" + paidIn);
        }
        long quantity = 0;
        for (final Position book : books.get(instrumentId)) {
            quantity += book.quantity();
        }
        if (quantity != netPositions.get(instrumentId).quantity()) {
            throw new IllegalStateException("strategy books do not sum to the net position: instrumentId="
                    + instrumentId + ", books=" + quantity + ", net="
                    + netPositions.get(instrumentId).quantity());
        }
    }

    /**
     * Recomputes every total from the positions and checks the balance; for the end of a run and for tests.
     *
     * @throws IllegalStateException if anything is off by one unit.
     */
    public void audit() {
        long cost = 0;
        long realised = 0;
        long fees = 0;
        for (int i = 0; i < netPositions.size(); i++) {
            cost += netPositions.get(i).cost();
            realised += netPositions.get(i).realisedPnl();
            fees += netPositions.get(i).fees();
            checkBalance(i);
        }
        if (cost != totalCost || realised != totalRealisedPnl || fees != totalFees) {
            throw new IllegalStateException("totals do not match positions: cost=" + cost + "/" + totalCost
                    + ", realisedPnl=" + realised + "/" + totalRealisedPnl + ", fees=" + fees + "/" + totalFees);
        }
    }

    /**
     * Cash in hand.
     *
     * @return money.
     */
    public long cash() {
        return cash;
    }

    /**
     * What was paid in, less what was paid out.
     *
     * @return money.
     */
    public long paidIn() {
        return paidIn;
    }

    /**
     * Results of closed quantity over all instruments, without fees.
     *
     * @return money.
     */
    public long realisedPnl() {
        return totalRealisedPnl;
    }

    /**
     * Fees over all instruments.
     *
     * @return money; positive is paid.
     */
    public long fees() {
        return totalFees;
    }

    /**
     * Cash and the market value of all positions. Visits every instrument.
     *
     * @return money.
     */
    public long equity() {
        long equity = cash;
        for (int i = 0; i < netPositions.size(); i++) {
            equity += netPositions.get(i).marketValue();
        }
        return equity;
    }

    /**
     * Absolute market value of all positions. Visits every instrument.
     *
     * @return money.
     */
    public long grossExposure() {
        long exposure = 0;
        for (int i = 0; i < netPositions.size(); i++) {
            exposure += Math.abs(netPositions.get(i).marketValue());
        }
        return exposure;
    }

    /**
     * The net position of an instrument.
     *
     * @param instrumentId a defined id.
     * @return one object for the life of the portfolio.
     */
    public Position net(final int instrumentId) {
        return netPositions.get(instrumentId);
    }

    /**
     * A strategy's position in an instrument.
     *
     * @param strategyId 1 to the number of strategies, or {@link #UNASSIGNED_BOOK}.
     * @param instrumentId a defined id.
     * @return one object for the life of the portfolio.
     */
    public Position book(final int strategyId, final int instrumentId) {
        return books.get(instrumentId)[strategyId];
    }

    /**
     * How many books there are.
     *
     * @return strategies and the unassigned one.
     */
    public int bookCount() {
        return bookCount;
    }

    /**
     * How many instruments there are.
     *
     * @return count.
     */
    public int instrumentCount() {
        return netPositions.size();
    }

    @Override
    public void snapshotTo(final StateSink sink) {
        sink.section("portfolio", netPositions.size());
        sink.field("cash", cash);
        sink.field("paidIn", paidIn);
        for (int i = 0; i < netPositions.size(); i++) {
            sink.section("netPosition", i);
            netPositions.get(i).snapshotTo(sink);
            for (int book = 0; book < bookCount; book++) {
                sink.section("book", book);
                books.get(i)[book].snapshotTo(sink);
            }
        }
    }
}
