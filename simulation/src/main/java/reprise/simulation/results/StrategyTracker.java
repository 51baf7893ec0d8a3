package reprise.simulation.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import reprise.market.Instrument;
import reprise.market.Instruments;
import reprise.number.Money;
import reprise.order.Side;
import reprise.portfolio.Portfolio;
import reprise.portfolio.Position;

/**
 * Measures the book of each strategy while a run goes on, in memory that does not grow with it. Days are those of UTC; a bar that closes at
 * midnight ends the day before. Allocates only when an instrument comes.
 */
final class StrategyTracker {
    private static final long NEVER = Long.MIN_VALUE;

    private final Portfolio portfolio;
    private final Instruments instruments;
    private final int books;
    private final long[] turnover;
    private final long[] entries;
    private final long[] trades;
    private final long[] wins;
    private final long[] pointsHeld;
    private final int[] held;
    private final long[] pnl;
    private final long[] pointPnl;
    private final boolean[] pointHeld;
    private final long[] pnlAtDayStart;
    private final double[] dayPnl;
    private final double[] meanDayPnl;
    private final double[][] coMoments;
    private final long[][] common;
    private long days;
    private long points;
    private long pointsCounted;
    private boolean changed;
    private Books[] byInstrument = {};

    /** The last entry of a book in an instrument, and with whose it was counted as common. */
    private static final class Entry {
        private final boolean[] matched;
        private long timeNs = NEVER;
        private Side side = Side.BUY;

        private Entry(final int books) {
            matched = new boolean[books];
        }
    }

    /** What is known of the books of an instrument. */
    private static final class Books {
        private final Position[] positions;
        private final Entry[] lastEntries;
        private final long[] lastPnl;
        private final boolean[] isHeld;
        private final int currencyId;
        private boolean mayChange = true;

        private Books(final Portfolio portfolio, final int instrumentId) {
            final int count = portfolio.bookCount();
            positions = new Position[count];
            Arrays.setAll(positions, book -> portfolio.book(book, instrumentId));
            lastEntries = new Entry[count];
            Arrays.setAll(lastEntries, book -> new Entry(count));
            lastPnl = new long[count];
            isHeld = new boolean[count];
            currencyId = portfolio.currencyId(instrumentId);
        }
    }

    StrategyTracker(final Portfolio portfolio, final Instruments instruments) {
        this.portfolio = portfolio;
        this.instruments = instruments;
        books = portfolio.bookCount();
        turnover = new long[books];
        entries = new long[books];
        trades = new long[books];
        wins = new long[books];
        pointsHeld = new long[books];
        held = new int[books];
        pnl = new long[books];
        pointPnl = new long[books];
        pointHeld = new boolean[books];
        pnlAtDayStart = new long[books];
        dayPnl = new double[books];
        meanDayPnl = new double[books];
        coMoments = new double[books][books];
        common = new long[books][books];
    }

    /** A fill was booked, and {@link #revalue} is to follow; the period says how far apart common entries may be. */
    void onFill(
            final int book,
            final Instrument instrument,
            final long signedQuantity,
            final long notional,
            final long timeNs,
            final long periodNs) {
        turnover[book] = Math.addExact(turnover[book], notional);
        final Books all = books(instrument.id());
        final long after = all.positions[book].quantity();
        final long before = after - signedQuantity;
        if (after != 0 && Long.signum(after) != Long.signum(before)) {
            entries[book]++;
            entered(book, all.lastEntries, after > 0 ? Side.BUY : Side.SELL, timeNs, periodNs);
        }
    }

    private void entered(
            final int book, final Entry[] lastEntries, final Side side, final long timeNs, final long periodNs) {
        final Entry mine = lastEntries[book];
        mine.timeNs = timeNs;
        mine.side = side;
        Arrays.fill(mine.matched, false);
        for (int other = 0; other < books; other++) {
            final Entry theirs = lastEntries[other];
            final boolean isNear = theirs.timeNs != NEVER && timeNs - theirs.timeNs <= periodNs;
            if (other != book && isNear && theirs.side == side && !theirs.matched[book]) {
                mine.matched[other] = true;
                theirs.matched[book] = true;
                common[book][other]++;
                common[other][book]++;
            }
        }
    }

    private Books books(final int instrumentId) {
        if (instrumentId >= byInstrument.length) {
            final int before = byInstrument.length;
            byInstrument = Arrays.copyOf(byInstrument, instruments.count());
            for (int id = before; id < byInstrument.length; id++) {
                byInstrument[id] = new Books(portfolio, id);
            }
        }
        return byInstrument[instrumentId];
    }

    /** A trade ended. */
    void ended(final Trade trade) {
        trades[trade.strategyId()]++;
        wins[trade.strategyId()] += trade.pnl() > 0 ? 1 : 0;
    }

    /** A bar closed: its price means nothing to books that hold nothing, if they held nothing before and are kept in the account's currency. */
    void onBar(final Instrument instrument) {
        final Books all = books(instrument.id());
        if (all.mayChange || portfolio.valuation().isHeld(instrument.id())) {
            revalue(all);
            all.mayChange = all.currencyId != 0 || portfolio.valuation().isHeld(instrument.id());
        }
    }

    /** A position or its price may have changed, be it by a fill, by one that was taken back, or by a report of the venue. */
    void revalue(final Instrument instrument) {
        revalue(books(instrument.id()));
    }

    private void revalue(final Books all) {
        for (int book = 0; book < books; book++) {
            final Position position = all.positions[book];
            if (position.isFlat() == all.isHeld[book]) {
                all.isHeld[book] = !all.isHeld[book];
                held[book] += all.isHeld[book] ? 1 : -1;
                changed = true;
            }
            if (!position.isFlat() || position.fees() != 0 || position.realisedPnl() != all.lastPnl[book]) {
                final long own =
                        position.realisedPnl() + position.income() - position.fees() + position.unrealisedPnl();
                final long now = portfolio.valuation().valueOf(all.currencyId, own);
                if (now != all.lastPnl[book]) {
                    pnl[book] = Math.addExact(pnl[book], now - all.lastPnl[book]);
                    all.lastPnl[book] = now;
                    changed = true;
                }
            }
        }
    }

    /** This is how it is after a bar, unless another of the same time comes. */
    void setPoint() {
        if (changed) {
            changed = false;
            countHeld();
            for (int book = 0; book < books; book++) {
                pointPnl[book] = pnl[book];
                pointHeld[book] = held[book] > 0;
            }
        }
    }

    /** Points are counted when it is to change what is held at them. */
    private void countHeld() {
        for (int book = 0; book < books; book++) {
            pointsHeld[book] += pointHeld[book] ? points - pointsCounted : 0;
        }
        pointsCounted = points;
    }

    /** All bars of the last point's time have closed. */
    void completePoint(final boolean dayEnded) {
        points++;
        if (dayEnded) {
            endDay();
        }
    }

    /** Means and co-moments of the days so far, updated by one day. */
    private void endDay() {
        days++;
        for (int book = 0; book < books; book++) {
            dayPnl[book] = Money.toDouble(pointPnl[book] - pnlAtDayStart[book]);
            pnlAtDayStart[book] = pointPnl[book];
        }
        for (int a = 0; a < books; a++) {
            for (int b = 0; b <= a; b++) {
                coMoments[a][b] += (dayPnl[a] - meanDayPnl[a]) * (dayPnl[b] - meanDayPnl[b]) * (days - 1) / days;
            }
        }
        for (int book = 0; book < books; book++) {
            meanDayPnl[book] += (dayPnl[book] - meanDayPnl[book]) / days;
        }
    }

    private long fees(final int book) {
        long fees = 0;
        for (int i = 0; i < instruments.count(); i++) {
            fees = Math.addExact(fees, portfolio.book(book, i).fees());
        }
        return fees;
    }

    /** The books of strategies, beside each other. */
    StrategyComparison comparison(final double daysPerYear) {
        countHeld();
        final List<StrategyStatistics> all = new ArrayList<>();
        for (int book = 1; book < books; book++) {
            all.add(new StrategyStatistics(
                    book,
                    pnl[book],
                    fees(book),
                    turnover[book],
                    entries[book],
                    trades[book],
                    wins[book],
                    points == 0 ? Double.NaN : (double) pointsHeld[book] / points,
                    sharpe(book, daysPerYear)));
        }
        return new StrategyComparison(
                List.copyOf(all),
                matrix((a, b) -> a == b ? 1 : overlap(a, b)),
                matrix((a, b) -> correlation(Math.max(a, b), Math.min(a, b))));
    }

    /** One number for each two strategies. */
    private interface Relation {
        double between(int a, int b);
    }

    private List<List<Double>> matrix(final Relation relation) {
        final List<List<Double>> rows = new ArrayList<>();
        for (int a = 1; a < books; a++) {
            final List<Double> row = new ArrayList<>();
            for (int b = 1; b < books; b++) {
                row.add(relation.between(a, b));
            }
            rows.add(List.copyOf(row));
        }
        return List.copyOf(rows);
    }

    private double sharpe(final int book, final double daysPerYear) {
        final double deviation = Math.sqrt(coMoments[book][book] / (days - 1));
        return deviation > 0 ? meanDayPnl[book] / deviation * Math.sqrt(daysPerYear) : Double.NaN;
    }

    private double overlap(final int a, final int b) {
        final long either = entries[a] + entries[b] - common[a][b];
        return either == 0 ? Double.NaN : (double) common[a][b] / either;
    }

    private double correlation(final int a, final int b) {
        final double scale = Math.sqrt(coMoments[a][a]) * Math.sqrt(coMoments[b][b]);
        return scale > 0 ? coMoments[a][b] / scale : Double.NaN;
    }
}
