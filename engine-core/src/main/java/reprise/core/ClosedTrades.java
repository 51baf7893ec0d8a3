package reprise.core;

import java.util.Arrays;
import reprise.portfolio.Portfolio;
import reprise.portfolio.Position;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;

/**
 * Round trips of books: from flat to flat, or to the other side. The result of one is what its book has realised since the last, all fees
 * taken off. Owned by the core; part of replayed state.
 */
final class ClosedTrades implements Snapshotable {
    private final Portfolio portfolio;
    private long[][] resultsBefore = {};
    private int[][] signs = {};
    private long result;

    ClosedTrades(final Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    void define() {
        resultsBefore = Arrays.copyOf(resultsBefore, resultsBefore.length + 1);
        resultsBefore[resultsBefore.length - 1] = new long[portfolio.bookCount()];
        signs = Arrays.copyOf(signs, signs.length + 1);
        signs[signs.length - 1] = new int[portfolio.bookCount()];
    }

    /** Whether a fill, booked already, ended a round trip; {@link #result} then says what it earned. */
    boolean closes(final int strategyId, final int instrumentId) {
        final Position book = portfolio.book(strategyId, instrumentId);
        final int sign = Long.signum(book.quantity());
        final int before = signs[instrumentId][strategyId];
        signs[instrumentId][strategyId] = sign;
        if (before == 0 || sign == before) {
            return false;
        }
        final long total = book.realisedPnl() - book.fees();
        result = total - resultsBefore[instrumentId][strategyId];
        resultsBefore[instrumentId][strategyId] = total;
        return true;
    }

    /** What the round trip that ended last has earned, in money units. */
    long result() {
        return result;
    }

    @Override
    public void exchange(final StateExchange state) {
        for (int i = 0; i < signs.length; i++) {
            state.section("roundTrips", i);
            for (int book = 0; book < signs[i].length; book++) {
                signs[i][book] = state.field("sign", signs[i][book]);
                resultsBefore[i][book] = state.field("resultBefore", resultsBefore[i][book]);
            }
        }
    }
}
