package reprise.risk;

import java.util.Arrays;
import reprise.order.Side;
import reprise.portfolio.Portfolio;
import reprise.portfolio.Valuation;

/** The worst cases of the positions in one set of books, by instrument, and their sums by currency. */
final class WorstCaseSums {
    private long[] ups = {};
    private long[] downs = {};
    private boolean[] unmeasured = {};
    private long[] grossSums = {};
    private long[] upSums = {};
    private long[] downSums = {};
    private int unmeasuredCount;

    boolean isCounted(final int instrumentId) {
        return instrumentId < ups.length
                && (ups[instrumentId] != 0 || downs[instrumentId] != 0 || unmeasured[instrumentId]);
    }

    void set(final int instrumentId, final int currencyId, final long up, final long down) {
        if ((up | down) == 0 && !isCounted(instrumentId)) {
            return;
        }
        makeRoom(instrumentId, currencyId);
        grossSums[currencyId] =
                Math.addExact(grossSums[currencyId], gross(up, down) - gross(ups[instrumentId], downs[instrumentId]));
        upSums[currencyId] = Math.addExact(upSums[currencyId], up - ups[instrumentId]);
        downSums[currencyId] = Math.addExact(downSums[currencyId], down - downs[instrumentId]);
        ups[instrumentId] = up;
        downs[instrumentId] = down;
        unmeasuredCount -= unmeasured[instrumentId] ? 1 : 0;
        unmeasured[instrumentId] = false;
    }

    void setUnmeasured(final int instrumentId, final int currencyId) {
        set(instrumentId, currencyId, 0, 0);
        makeRoom(instrumentId, currencyId);
        unmeasured[instrumentId] = true;
        unmeasuredCount++;
    }

    private static long gross(final long up, final long down) {
        return Math.max(Math.abs(up), Math.abs(down));
    }

    private void makeRoom(final int instrumentId, final int currencyId) {
        if (instrumentId >= ups.length) {
            final int length = Math.max(instrumentId + 1, 2 * ups.length);
            ups = Arrays.copyOf(ups, length);
            downs = Arrays.copyOf(downs, length);
            unmeasured = Arrays.copyOf(unmeasured, length);
        }
        if (currencyId >= grossSums.length) {
            grossSums = Arrays.copyOf(grossSums, currencyId + 1);
            upSums = Arrays.copyOf(upSums, currencyId + 1);
            downSums = Arrays.copyOf(downSums, currencyId + 1);
        }
    }

    /** The gross sum if one instrument's were another. */
    long grossWith(final int instrumentId, final long newGross, final Portfolio portfolio) {
        if (unmeasuredCount > 0) {
            return Long.MAX_VALUE;
        }
        final long before = instrumentId < ups.length ? gross(ups[instrumentId], downs[instrumentId]) : 0;
        return Math.addExact(sum(grossSums, portfolio.valuation()), change(instrumentId, newGross - before, portfolio));
    }

    /** The sum on one side, with the side's sign, if one instrument's were another. */
    long netWith(final int instrumentId, final Side side, final long newValue, final Portfolio portfolio) {
        if (unmeasuredCount > 0) {
            return Long.MAX_VALUE;
        }
        final long[] values = side == Side.BUY ? ups : downs;
        final long before = instrumentId < values.length ? values[instrumentId] : 0;
        final long sum = sum(side == Side.BUY ? upSums : downSums, portfolio.valuation());
        return side.sign() * Math.addExact(sum, change(instrumentId, newValue - before, portfolio));
    }

    private static long change(final int instrumentId, final long change, final Portfolio portfolio) {
        return portfolio.valuation().valueOf(portfolio.currencyId(instrumentId), change);
    }

    private static long sum(final long[] amounts, final Valuation valuation) {
        long sum = 0;
        for (int id = 0; id < amounts.length; id++) {
            sum = Math.addExact(sum, valuation.valueOf(id, amounts[id]));
        }
        return sum;
    }
}
