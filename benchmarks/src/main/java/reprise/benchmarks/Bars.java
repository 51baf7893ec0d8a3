package reprise.benchmarks;

import java.util.SplittableRandom;
import reprise.market.InstrumentDefinition;

/** A random walk of closes to feed benchmarks with, and the instrument that it is of. */
final class Bars {
    static final long PERIOD_NS = 60_000_000_000L;
    static final int COUNT = 1 << 16;
    static final long VOLUME = 1_000_000_000L;

    private static final long SEED = 42;
    private static final long START_PRICE = 5_000_000;
    private static final int MAX_STEP = 1_000;

    private Bars() {}

    static InstrumentDefinition instrument(final int id) {
        return new InstrumentDefinition(id, 0, "SIM" + id, "SIM", "USD", 2, 6, 1, 1, 0);
    }

    static long[] closes() {
        final SplittableRandom random = new SplittableRandom(SEED);
        final long[] closes = new long[COUNT];
        long price = START_PRICE;
        for (int i = 0; i < COUNT; i++) {
            price = Math.max(START_PRICE / 2, price + random.nextInt(2 * MAX_STEP + 1) - MAX_STEP);
            closes[i] = price;
        }
        return closes;
    }
}
