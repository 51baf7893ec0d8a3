package reprise.benchmarks;

/** The job in one loop over arrays, nothing abstracted: the limit. Returns trades; equity is kept so that nothing can be left out. */
final class PlainBacktest {
    double equity;

    int run(final BacktestData data, final BacktestJob job) {
        final double fastWeight = 2.0 / (BacktestJob.FAST + 1);
        final double slowWeight = 2.0 / (BacktestJob.SLOW + 1);
        final int n = BacktestJob.ADX;
        double fast = data.close[0];
        double slow = data.close[0];
        double plus = 0;
        double minus = 0;
        double range = 0;
        double adx = 0;
        double cash = 0;
        double held = 0;
        double peak = 0;
        double worst = 0;
        boolean wants = false;
        int trades = 0;
        for (int i = 1; i < data.size(); i++) {
            if (wants && held == 0) {
                held = 1;
                cash -= data.open[i] * (1 + BacktestJob.FEE);
            } else if (!wants && held > 0) {
                held = 0;
                cash += data.open[i] * (1 - BacktestJob.FEE);
                trades++;
            }
            fast += fastWeight * (data.close[i] - fast);
            slow += slowWeight * (data.close[i] - slow);
            wants = fast > slow && i >= BacktestJob.SLOW;
            if (job.isTrending()) {
                final double up = data.high[i] - data.high[i - 1];
                final double down = data.low[i - 1] - data.low[i];
                plus = plus - plus / n + (up > down && up > 0 ? up : 0);
                minus = minus - minus / n + (down > up && down > 0 ? down : 0);
                range = range
                        - range / n
                        + Math.max(data.high[i], data.close[i - 1])
                        - Math.min(data.low[i], data.close[i - 1]);
                final double sum = plus + minus;
                adx = (adx * (n - 1) + (sum > 0 ? 100 * Math.abs(plus - minus) / sum : 0)) / n;
                wants &= adx > BacktestJob.LEAST_ADX;
            }
            equity = cash + held * data.close[i];
            peak = Math.max(peak, equity);
            worst = Math.min(worst, equity - peak);
        }
        equity += worst * 1e-300;
        return trades;
    }
}
