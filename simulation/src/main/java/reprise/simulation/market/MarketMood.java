package reprise.simulation.market;

/**
 * What all instruments of a synthetic market have in common: the regime, and in each sub-step of a bar the part of the move that they
 * share. Every instrument runs a copy of its own from the same seed, so that instruments can be read at different speeds.
 */
final class MarketMood {
    private static final int MIN_REGIME_BARS = 60;
    private static final int MAX_REGIME_BARS = 600;

    private final SplitMix random;
    private MarketRegime regime = MarketRegime.CHOP;
    private int barsLeft;

    MarketMood(final long seed) {
        random = new SplitMix(seed);
    }

    void nextBar() {
        if (barsLeft == 0) {
            regime = regime.other(random);
            barsLeft = MIN_REGIME_BARS + (int) (random.nextUnit() * (MAX_REGIME_BARS - MIN_REGIME_BARS));
        }
        barsLeft--;
    }

    MarketRegime regime() {
        return regime;
    }

    /** The shared move of the next sub-step, in deviations. */
    double nextMove() {
        return random.nextNormal();
    }
}
