package reprise.simulation.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** Sums over trades by a number that they have in common: 0, 1, 2, ... Allocates only when a number is larger than any before. */
final class TradeGroups {
    private static final int FIRST_CAPACITY = 32;

    private long[] trades = new long[FIRST_CAPACITY];
    private long[] wins = new long[FIRST_CAPACITY];
    private long[] pnl = new long[FIRST_CAPACITY];
    private long[] fees = new long[FIRST_CAPACITY];

    void add(final int group, final long earned, final long paid) {
        if (group >= trades.length) {
            final int capacity = 2 * group;
            trades = Arrays.copyOf(trades, capacity);
            wins = Arrays.copyOf(wins, capacity);
            pnl = Arrays.copyOf(pnl, capacity);
            fees = Arrays.copyOf(fees, capacity);
        }
        trades[group]++;
        wins[group] += earned > 0 ? 1 : 0;
        pnl[group] = Math.addExact(pnl[group], earned);
        fees[group] = Math.addExact(fees[group], paid);
    }

    /** Of those that have trades, by their numbers. */
    List<BreakdownRow> rows(final IntFunction<List<String>> names) {
        final List<BreakdownRow> rows = new ArrayList<>();
        for (int group = 0; group < trades.length; group++) {
            if (trades[group] > 0) {
                rows.add(new BreakdownRow(names.apply(group), trades[group], wins[group], pnl[group], fees[group]));
            }
        }
        return rows;
    }
}
