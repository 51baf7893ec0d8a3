package reprise.indicator;

import reprise.state.Snapshotable;
import reprise.state.StateSink;

/**
 * Wilder's directional movement over {@code n} bars: +DI, -DI and DX, each from 0 to 100. Of a bar's move up (high over previous high) and
 * down (previous low over low) only the larger positive one counts, and neither when they are equal. Values come with bar {@code n + 1}.
 *
 * <p>The arithmetic is TA-Lib's: sums over the first {@code n - 1} moves, then {@code s = s - s / n + x}. Beyond TA-Lib, moves are equal
 * when they differ by no more than 1e-10 of the price: prices are decimal, and without this the noise of their binary form decides
 * between two moves of the same number of ticks, which shifts the ADX by points.
 *
 * <p>Single-threaded, owned by whoever feeds it; constant time, allocates nothing after construction; part of replayed state.
 */
public final class DirectionalMovement implements Snapshotable {
    private static final double TIE_TOLERANCE = 1e-10;

    private final int period;
    private int bars;
    private double previousHigh;
    private double previousLow;
    private double previousClose;
    private double plusSum;
    private double minusSum;
    private double rangeSum;
    private double plusDi = Double.NaN;
    private double minusDi = Double.NaN;
    private double dx = Double.NaN;

    /**
     * A movement without values yet.
     *
     * @param period in bars, at least 2.
     */
    public DirectionalMovement(final int period) {
        if (period < 2) {
            throw new IllegalArgumentException("the period of a directional movement must be at least 2: " + period);
        }
        this.period = period;
    }

    /**
     * Takes the next bar. A bar with a NaN is no observation and changes nothing.
     *
     * @param high highest price.
     * @param low lowest price.
     * @param close last price.
     */
    public void update(final double high, final double low, final double close) {
        if (Double.isNaN(high + low + close)) {
            return;
        }
        if (bars > 0) {
            addMove(high, low, close);
        }
        if (bars <= period) {
            bars++;
        }
        if (isReady()) {
            index();
        }
        previousHigh = high;
        previousLow = low;
        previousClose = close;
    }

    private void addMove(final double high, final double low, final double close) {
        final double up = high - previousHigh;
        final double down = previousLow - low;
        final boolean tie = Math.abs(up - down) <= TIE_TOLERANCE * Math.abs(close);
        final double plusMove = !tie && up > down && up > 0 ? up : 0;
        final double minusMove = !tie && down > up && down > 0 ? down : 0;
        final double range =
                Math.max(high - low, Math.max(Math.abs(high - previousClose), Math.abs(low - previousClose)));
        plusSum = decayed(plusSum) + plusMove;
        minusSum = decayed(minusSum) + minusMove;
        rangeSum = decayed(rangeSum) + range;
    }

    private double decayed(final double sum) {
        if (bars < period) {
            return sum;
        }
        // Thousands of bars without any move would leave a few subnormal bits, whose ratios mean nothing.
        final double rest = sum - sum / period;
        return rest < Double.MIN_NORMAL ? 0 : rest;
    }

    private void index() {
        plusDi = rangeSum > 0 ? 100.0 * (plusSum / rangeSum) : 0;
        minusDi = rangeSum > 0 ? 100.0 * (minusSum / rangeSum) : 0;
        final double both = plusDi + minusDi;
        if (both > 0) {
            dx = 100.0 * (Math.abs(plusDi - minusDi) / both);
        } else if (Double.isNaN(dx)) {
            dx = 0;
        }
    }

    /**
     * Whether there are values.
     *
     * @return true from bar {@code period + 1} on.
     */
    public boolean isReady() {
        return bars > period;
    }

    /**
     * The share of upward moves in the true range.
     *
     * @return +DI in percent, 0 where there was no range; NaN until ready.
     */
    public double plusDi() {
        return plusDi;
    }

    /**
     * The share of downward moves in the true range.
     *
     * @return -DI in percent, 0 where there was no range; NaN until ready.
     */
    public double minusDi() {
        return minusDi;
    }

    /**
     * How one-sided the moves are.
     *
     * @return DX in percent; its last value (at first 0) where there were no moves; NaN until ready.
     */
    public double dx() {
        return dx;
    }

    @Override
    public void snapshotTo(final StateSink sink) {
        sink.section("directionalMovement", period);
        sink.field("bars", bars);
        sink.field("previousHigh", previousHigh);
        sink.field("previousLow", previousLow);
        sink.field("previousClose", previousClose);
        sink.field("plusSum", plusSum);
        sink.field("minusSum", minusSum);
        sink.field("rangeSum", rangeSum);
        sink.field("plusDi", plusDi);
        sink.field("minusDi", minusDi);
        sink.field("dx", dx);
    }
}
