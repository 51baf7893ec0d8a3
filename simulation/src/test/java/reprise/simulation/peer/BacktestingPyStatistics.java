package reprise.simulation.peer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import reprise.simulation.peer.RoundTrips.RoundTrip;

/** The statistics of backtesting.py by its own conventions, of an equity that we computed. Daily bars of a market that has weekends. */
final class BacktestingPyStatistics {
    private static final double DAYS_A_YEAR = 252;
    private static final double CALENDAR_DAYS_A_YEAR = 365.25;

    private final double[] equity;
    private final double[] closes;
    private final long[] days;
    private final List<RoundTrip> trades;
    private final double[] returns;

    /** Equity, close and day of each bar, and the trades. */
    BacktestingPyStatistics(
            final double[] equity, final double[] closes, final long[] days, final List<RoundTrip> trades) {
        this.equity = equity;
        this.closes = closes;
        this.days = days;
        this.trades = trades;
        returns = new double[equity.length - 1];
        Arrays.setAll(returns, i -> equity[i + 1] / equity[i] - 1);
    }

    double equityFinal() {
        return equity[equity.length - 1];
    }

    double equityPeak() {
        return Arrays.stream(equity).max().orElseThrow();
    }

    double returned() {
        return equityFinal() / equity[0] - 1;
    }

    double buyAndHold(final int firstBar) {
        return closes[closes.length - 1] / closes[firstBar] - 1;
    }

    private static double geometricMean(final double[] values) {
        double sum = 0;
        for (final double value : values) {
            sum += StrictMath.log(1 + value);
        }
        return StrictMath.exp(sum / values.length) - 1;
    }

    /** In order, so that it is the same wherever it runs. */
    private static double sum(final double[] values) {
        double sum = 0;
        for (final double value : values) {
            sum += value;
        }
        return sum;
    }

    private static double mean(final double[] values) {
        return sum(values) / values.length;
    }

    private static double covariance(final double[] a, final double[] b) {
        final double meanA = mean(a);
        final double meanB = mean(b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }
        return sum / (a.length - 1);
    }

    double annualReturn() {
        return StrictMath.pow(1 + geometricMean(returns), DAYS_A_YEAR) - 1;
    }

    double annualVolatility() {
        final double growth = 1 + geometricMean(returns);
        return Math.sqrt(StrictMath.pow(covariance(returns, returns) + growth * growth, DAYS_A_YEAR)
                - StrictMath.pow(growth, 2 * DAYS_A_YEAR));
    }

    double cagr() {
        final double years = (days[days.length - 1] - days[0]) / CALENDAR_DAYS_A_YEAR;
        return StrictMath.pow(equityFinal() / equity[0], 1 / years) - 1;
    }

    double sharpe() {
        return annualReturn() / annualVolatility();
    }

    double sortino() {
        double squares = 0;
        for (final double value : returns) {
            squares += value < 0 ? value * value : 0;
        }
        return annualReturn() / (Math.sqrt(squares / returns.length) * Math.sqrt(DAYS_A_YEAR));
    }

    double calmar() {
        return annualReturn() / -maxDrawdown();
    }

    double beta() {
        final double[] market = logReturns(closes);
        return covariance(logReturns(equity), market) / covariance(market, market);
    }

    private static double[] logReturns(final double[] values) {
        final double[] logs = new double[values.length - 1];
        Arrays.setAll(logs, i -> StrictMath.log(values[i + 1] / values[i]));
        return logs;
    }

    double alpha(final int firstBar) {
        return returned() - beta() * buyAndHold(firstBar);
    }

    private double[] drawdowns() {
        final double[] drawdowns = new double[equity.length];
        double peak = 0;
        for (int i = 0; i < equity.length; i++) {
            peak = Math.max(peak, equity[i]);
            drawdowns[i] = 1 - equity[i] / peak;
        }
        return drawdowns;
    }

    double maxDrawdown() {
        return -Arrays.stream(drawdowns()).max().orElseThrow();
    }

    /** From a bar without drawdown to the next one, or to the end: first and last bar of each. */
    private List<int[]> drawdownSpans() {
        final double[] drawdowns = drawdowns();
        final List<int[]> spans = new ArrayList<>();
        int before = -1;
        for (int i = 0; i < drawdowns.length; i++) {
            if (drawdowns[i] == 0 || i == drawdowns.length - 1) {
                if (before >= 0 && i > before + 1) {
                    spans.add(new int[] {before, i});
                }
                before = i;
            }
        }
        return spans;
    }

    double averageDrawdown() {
        final double[] drawdowns = drawdowns();
        return -drawdownSpans().stream()
                .mapToDouble(span ->
                        Arrays.stream(drawdowns, span[0], span[1] + 1).max().orElseThrow())
                .average()
                .orElseThrow();
    }

    long longestDrawdownDays() {
        return drawdownSpans().stream()
                .mapToLong(span -> days[span[1]] - days[span[0]])
                .max()
                .orElseThrow();
    }

    private DoubleStream profits() {
        return trades.stream().mapToDouble(RoundTrip::profit);
    }

    private DoubleStream tradeReturns() {
        return trades.stream().mapToDouble(RoundTrip::returned);
    }

    double winRate() {
        return (double) profits().filter(profit -> profit > 0).count() / trades.size();
    }

    double bestTrade() {
        return tradeReturns().max().orElseThrow();
    }

    double worstTrade() {
        return tradeReturns().min().orElseThrow();
    }

    double averageTrade() {
        return geometricMean(tradeReturns().toArray());
    }

    double expectancy() {
        return mean(tradeReturns().toArray());
    }

    double profitFactor() {
        return sum(tradeReturns().filter(value -> value > 0).toArray())
                / -sum(tradeReturns().filter(value -> value < 0).toArray());
    }

    double sqn() {
        final double[] profits = profits().toArray();
        return Math.sqrt(profits.length) * mean(profits) / Math.sqrt(covariance(profits, profits));
    }

    double kelly() {
        final double ratio = meanWhere(value -> value > 0) / -meanWhere(value -> value < 0);
        return winRate() - (1 - winRate()) / ratio;
    }

    private double meanWhere(final DoublePredicate condition) {
        return mean(profits().filter(condition).toArray());
    }

    /** Share of the bars in which a trade was open, its first and last included. */
    double exposure() {
        final boolean[] held = new boolean[days.length];
        for (final RoundTrip trade : trades) {
            Arrays.fill(held, barOf(trade.entry()), barOf(trade.exit()) + 1, true);
        }
        int count = 0;
        for (final boolean bar : held) {
            count += bar ? 1 : 0;
        }
        return (double) count / held.length;
    }

    private int barOf(final PeerFill fill) {
        return Arrays.binarySearch(days, java.time.LocalDate.parse(fill.date()).toEpochDay());
    }
}
