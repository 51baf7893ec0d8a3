package reprise.benchmarks;

/**
 * The job as an event-driven program has it at least: a feed calls a broker and a strategy through interfaces, the strategy asks indicators and
 * orders from the broker, an account marks its position at every bar. Doubles, one instrument, no risk, no record of anything.
 */
final class ShapedBacktest {
    /** One bar after the other. */
    interface BarListener {
        void onBar(double open, double high, double low, double close);
    }

    /** A number that follows the bars. */
    interface Value extends BarListener {
        double value();
    }

    /** What fills orders at the next open, and keeps the account. */
    private static final class Broker implements BarListener {
        private double cash;
        private double held;
        private double ordered;
        private double equity;
        private double peak;
        private double worst;
        private int trades;

        @Override
        public void onBar(final double open, final double high, final double low, final double close) {
            if (ordered != 0) {
                cash -= ordered * open + Math.abs(ordered) * open * BacktestJob.FEE;
                held += ordered;
                trades += ordered < 0 ? 1 : 0;
                ordered = 0;
            }
            equity = cash + held * close;
            peak = Math.max(peak, equity);
            worst = Math.min(worst, equity - peak);
        }

        boolean isFlat() {
            return held == 0;
        }

        void order(final double quantity) {
            ordered = quantity;
        }
    }

    private static final class Ema implements Value {
        private final double weight;
        private double value = Double.NaN;

        Ema(final int n) {
            weight = 2.0 / (n + 1);
        }

        @Override
        public void onBar(final double open, final double high, final double low, final double close) {
            value = Double.isNaN(value) ? close : value + weight * (close - value);
        }

        @Override
        public double value() {
            return value;
        }
    }

    private static final class Adx implements Value {
        private static final int N = BacktestJob.ADX;
        private double plus;
        private double minus;
        private double range;
        private double adx;
        private double lastHigh = Double.NaN;
        private double lastLow;
        private double lastClose;

        @Override
        public void onBar(final double open, final double high, final double low, final double close) {
            if (!Double.isNaN(lastHigh)) {
                final double up = high - lastHigh;
                final double down = lastLow - low;
                plus = plus - plus / N + (up > down && up > 0 ? up : 0);
                minus = minus - minus / N + (down > up && down > 0 ? down : 0);
                range = range - range / N + Math.max(high, lastClose) - Math.min(low, lastClose);
                final double sum = plus + minus;
                adx = (adx * (N - 1) + (sum > 0 ? 100 * Math.abs(plus - minus) / sum : 0)) / N;
            }
            lastHigh = high;
            lastLow = low;
            lastClose = close;
        }

        @Override
        public double value() {
            return adx;
        }
    }

    private static final class Cross implements BarListener {
        private final Broker broker;
        private final Value fast;
        private final Value slow;
        private final Value adx;
        private int bars;

        Cross(final Broker broker, final Value fast, final Value slow, final Value adx) {
            this.broker = broker;
            this.fast = fast;
            this.slow = slow;
            this.adx = adx;
        }

        @Override
        public void onBar(final double open, final double high, final double low, final double close) {
            final boolean wants = ++bars > BacktestJob.SLOW
                    && fast.value() > slow.value()
                    && (adx == null || adx.value() > BacktestJob.LEAST_ADX);
            if (wants == broker.isFlat()) {
                broker.order(wants ? 1 : -1);
            }
        }
    }

    double equity;

    int run(final BacktestData data, final BacktestJob job) {
        final Broker broker = new Broker();
        final Value fast = new Ema(BacktestJob.FAST);
        final Value slow = new Ema(BacktestJob.SLOW);
        final Value adx = job.isTrending() ? new Adx() : null;
        final BarListener strategy = new Cross(broker, fast, slow, adx);
        final BarListener[] listeners = adx == null
                ? new BarListener[] {broker, fast, slow, strategy}
                : new BarListener[] {broker, fast, slow, adx, strategy};
        feed(data, listeners);
        equity = broker.equity + broker.worst * 1e-300;
        return broker.trades;
    }

    /** The feed, and an account that nobody orders for. */
    int runIdle(final BacktestData data) {
        final Broker broker = new Broker();
        feed(data, broker);
        equity = broker.equity;
        return broker.trades;
    }

    private static void feed(final BacktestData data, final BarListener... listeners) {
        for (int i = 0; i < data.size(); i++) {
            for (final BarListener listener : listeners) {
                listener.onBar(data.open[i], data.high[i], data.low[i], data.close[i]);
            }
        }
    }
}
