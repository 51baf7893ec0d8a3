package reprise.benchmarks;

/** An indicator as an object of its own behind an interface, fed bar by bar: what one writes without an engine. */
interface IncrementalObject {
    double update(double high, double low, double close);

    static IncrementalObject of(final String indicator) {
        return switch (indicator) {
            case "ema15" -> new Ema(15);
            case "ema100" -> new Ema(100);
            case "rsi14" -> new Rsi(14);
            case "atr14" -> new Atr(14);
            case "adx14" -> new Adx(14);
            default -> new Deviation(20);
        };
    }

    /** Exponential average. */
    final class Ema implements IncrementalObject {
        private final double weight;
        private double average = Double.NaN;

        Ema(final int n) {
            weight = 2.0 / (n + 1);
        }

        @Override
        public double update(final double high, final double low, final double close) {
            average = Double.isNaN(average) ? close : average + weight * (close - average);
            return average;
        }
    }

    /** Relative strength. */
    final class Rsi implements IncrementalObject {
        private final int n;
        private double previous = Double.NaN;
        private double rise;
        private double fall;

        Rsi(final int n) {
            this.n = n;
        }

        @Override
        public double update(final double high, final double low, final double close) {
            if (!Double.isNaN(previous)) {
                final double change = close - previous;
                rise = (rise * (n - 1) + Math.max(change, 0)) / n;
                fall = (fall * (n - 1) + Math.max(-change, 0)) / n;
            }
            previous = close;
            return 100 * rise / (rise + fall);
        }
    }

    /** Average true range. */
    final class Atr implements IncrementalObject {
        private final int n;
        private double previous = Double.NaN;
        private double average;

        Atr(final int n) {
            this.n = n;
        }

        @Override
        public double update(final double high, final double low, final double close) {
            if (!Double.isNaN(previous)) {
                average = (average * (n - 1) + Math.max(high, previous) - Math.min(low, previous)) / n;
            }
            previous = close;
            return average;
        }
    }

    /** Directional index. */
    final class Adx implements IncrementalObject {
        private final int n;
        private double previousHigh = Double.NaN;
        private double previousLow;
        private double previousClose;
        private double plus;
        private double minus;
        private double range;
        private double average;

        Adx(final int n) {
            this.n = n;
        }

        @Override
        public double update(final double high, final double low, final double close) {
            if (!Double.isNaN(previousHigh)) {
                final double up = high - previousHigh;
                final double down = previousLow - low;
                plus = plus - plus / n + (up > down && up > 0 ? up : 0);
                minus = minus - minus / n + (down > up && down > 0 ? down : 0);
                range = range - range / n + Math.max(high, previousClose) - Math.min(low, previousClose);
                final double plusDi = 100 * plus / range;
                final double minusDi = 100 * minus / range;
                average = (average * (n - 1) + 100 * Math.abs(plusDi - minusDi) / (plusDi + minusDi)) / n;
            }
            previousHigh = high;
            previousLow = low;
            previousClose = close;
            return average;
        }
    }

    /** Standard deviation by plain sums. */
    final class Deviation implements IncrementalObject {
        private final double[] ring;
        private int next;
        private double sum;
        private double squares;

        Deviation(final int n) {
            ring = new double[n];
        }

        @Override
        public double update(final double high, final double low, final double close) {
            final double old = ring[next];
            ring[next] = close;
            next = next + 1 == ring.length ? 0 : next + 1;
            sum += close - old;
            squares += close * close - old * old;
            final double mean = sum / ring.length;
            return Math.sqrt(Math.max(0, squares / ring.length - mean * mean));
        }
    }
}
