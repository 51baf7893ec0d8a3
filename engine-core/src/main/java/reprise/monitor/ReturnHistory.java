package reprise.monitor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import reprise.state.StateExchange;

/**
 * The returns of all instruments over the last minutes, the same minutes for all. An instrument whose price is not known yet has no return
 * (NaN); one that was silent while others moved has a return of 0. Allocates only when instruments are defined; part of replayed state.
 */
final class ReturnHistory {
    /** Stands for a book without positions. */
    static final int FLAT = -1;

    private final int window;
    private final List<double[]> returns = new ArrayList<>();
    private long[] sampledPrices = {};
    private long[] prices = {};
    private int[] held = {};
    private double[] heldValues = {};
    private int next;
    private int count;

    ReturnHistory(final int window) {
        this.window = window;
    }

    void define() {
        final double[] ring = new double[window];
        Arrays.fill(ring, Double.NaN);
        returns.add(ring);
        sampledPrices = Arrays.copyOf(sampledPrices, returns.size());
        prices = Arrays.copyOf(prices, returns.size());
        held = new int[returns.size()];
        heldValues = new double[returns.size()];
    }

    int instrumentCount() {
        return returns.size();
    }

    void onMark(final int instrumentId, final long price) {
        prices[instrumentId] = price;
    }

    /** A minute is over. One step for each instrument. */
    void sample() {
        for (int i = 0; i < returns.size(); i++) {
            final long before = sampledPrices[i];
            returns.get(i)[next] = before > 0 ? (prices[i] - before) / (double) before : Double.NaN;
            sampledPrices[i] = prices[i];
        }
        next = next + 1 == window ? 0 : next + 1;
        count = Math.min(count + 1, window);
    }

    /**
     * What the present positions of a book would have earned in each of the minutes in which all of their instruments had a return, in
     * money. The number of minutes times that of instruments held.
     *
     * @return how many results were written, or {@link #FLAT} if nothing is held.
     */
    int resultsOf(final AccountView view, final int book, final double[] results) {
        final int heldCount = collectHeld(view, book);
        if (heldCount == 0) {
            return FLAT;
        }
        int known = 0;
        for (int minute = 0; minute < count; minute++) {
            double result = 0;
            for (int i = 0; i < heldCount; i++) {
                result += heldValues[i] * returns.get(held[i])[minute];
            }
            if (!Double.isNaN(result)) {
                results[known++] = result;
            }
        }
        return known;
    }

    private int collectHeld(final AccountView view, final int book) {
        int heldCount = 0;
        for (int i = 0; i < returns.size(); i++) {
            final long value = view.marketValue(book, i);
            if (value != 0) {
                held[heldCount] = i;
                heldValues[heldCount++] = value;
            }
        }
        return heldCount;
    }

    void state(final StateExchange state) {
        next = state.field("next", next);
        count = state.field("count", count);
        for (int i = 0; i < returns.size(); i++) {
            sampledPrices[i] = state.field("sampledPrice", sampledPrices[i]);
            prices[i] = state.field("price", prices[i]);
            state.field("returns", returns.get(i));
        }
    }
}
