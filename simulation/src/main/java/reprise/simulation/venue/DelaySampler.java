package reprise.simulation.venue;

import reprise.simulation.market.SplitMix;

/** Draws the delays of one way. */
final class DelaySampler {
    private final Delay delay;
    private final SplitMix random;

    DelaySampler(final Delay delay, final long seed) {
        this.delay = delay;
        random = new SplitMix(seed);
    }

    long nextNs() {
        if (delay.deviationNs() == 0) {
            return delay.meanNs();
        }
        return Math.max(0, delay.meanNs() + Math.round(delay.deviationNs() * random.nextNormal()));
    }
}
