package reprise.simulation.market;

/** The moods of the synthetic market. Drift is in deviations a bar, so that the same moods show at every bar length. */
enum MarketRegime {
    /** Rises steadily. */
    UP_TREND(0.14, 0.8, 1.2),
    /** Falls, a little wilder than it rises. */
    DOWN_TREND(-0.14, 1.0, 1.3),
    /** Goes nowhere, quietly. */
    CHOP(0.0, 0.6, 0.7),
    /** Goes nowhere, wildly. */
    VOLATILE(0.0, 2.0, 2.2);

    private static final MarketRegime[] VALUES = values();

    private final double drift;
    private final double volatility;
    private final double activity;

    MarketRegime(final double drift, final double volatility, final double activity) {
        this.drift = drift;
        this.volatility = volatility;
        this.activity = activity;
    }

    /** Any other mood than this one. */
    MarketRegime other(final SplitMix random) {
        final int step = 1 + (int) (random.nextUnit() * (VALUES.length - 1));
        return VALUES[(ordinal() + step) % VALUES.length];
    }

    double drift() {
        return drift;
    }

    double volatility() {
        return volatility;
    }

    double activity() {
        return activity;
    }
}
