package reprise.simulation.results;

/**
 * What trading cost and how much money it moved.
 *
 * @param slippage against the price that decisions saw.
 * @param turnoverPerYear value of all fills over mean equity, a year; 1 is the whole account once. NaN without time.
 * @param meanEquity over bar times, whole money.
 * @param averageExposure mean over bar times of all positions without sign, over equity.
 * @param largestExposure the most of that.
 */
public record CostMeasures(
        Slippage slippage, double turnoverPerYear, double meanEquity, double averageExposure, double largestExposure) {}
