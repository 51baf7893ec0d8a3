package reprise.signal;

import reprise.number.Money;

/**
 * Capacities and limits of the arbiter. Immutable configuration; rates in units of 1e-8.
 *
 * @param maxStrategies dense ids from 0 to one less.
 * @param maxInstruments the same.
 * @param maxPending signals in one window, at most 4096.
 * @param tickWindowNs how long signals of ticks are collected, in event time.
 * @param logOnly whether an expected value of zero or less is recorded but does not refuse.
 * @param entryMatchNs how far apart two strategies' entries may be to count as the same.
 * @param minEntries entries that both strategies must have shown before their overlap counts.
 * @param minDays days of results before their correlation counts, up to 60.
 * @param maxOverlap from which a signal is redundant, as a fraction.
 * @param maxCorrelation from which a signal is redundant, as a fraction.
 * @param tieTolerance within which scores are equal, as a fraction of the larger.
 * @param maxPositions over all strategies.
 * @param maxStrategyPositions per strategy.
 * @param maxSymbolPositions per symbol and direction.
 * @param maxGross gross exposure as a part of equity.
 * @param maxCluster exposure to one cluster as a part of equity.
 * @param maxParticipation quantity as a part of five minutes' volume.
 */
public record ArbiterConfig(
        int maxStrategies,
        int maxInstruments,
        int maxPending,
        long tickWindowNs,
        boolean logOnly,
        long entryMatchNs,
        int minEntries,
        int minDays,
        double maxOverlap,
        double maxCorrelation,
        double tieTolerance,
        int maxPositions,
        int maxStrategyPositions,
        int maxSymbolPositions,
        long maxGross,
        long maxCluster,
        long maxParticipation) {
    /** Checks every value. */
    public ArbiterConfig {
        requireRange("maxStrategies", maxStrategies, 1, 1_024);
        requireRange("maxInstruments", maxInstruments, 1, 1 << 20);
        requireRange("maxPending", maxPending, 1, 4_096);
        requireRange("tickWindowNs", tickWindowNs, 1, 3_600_000_000_000L);
        requireRange("entryMatchNs", entryMatchNs, 0, 86_400_000_000_000L);
        requireRange("minEntries", minEntries, 1, EntryOverlap.LENGTH);
        requireRange("minDays", minDays, 2, PnlCorrelation.DAYS);
        requireFraction("maxOverlap", maxOverlap);
        requireFraction("maxCorrelation", maxCorrelation);
        requireFraction("tieTolerance", tieTolerance);
        requireRange("maxPositions", maxPositions, 1, Integer.MAX_VALUE);
        requireRange("maxStrategyPositions", maxStrategyPositions, 1, Integer.MAX_VALUE);
        requireRange("maxSymbolPositions", maxSymbolPositions, 1, Integer.MAX_VALUE);
        Rates.require("maxGross", maxGross, 10 * Money.ONE);
        Rates.require("maxCluster", maxCluster, 10 * Money.ONE);
        Rates.require("maxParticipation", maxParticipation, Money.ONE);
    }

    private static void requireRange(final String name, final long value, final long least, final long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be from " + least + " to " + most + ": " + value);
        }
    }

    private static void requireFraction(final String name, final double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be from 0 to 1: " + value);
        }
    }

    /**
     * The values of the specification; entries match within 15 minutes, overlap counts from 5 entries, correlation from 20 days.
     *
     * @param maxStrategies dense ids from 0 to one less.
     * @param maxInstruments the same.
     * @return the configuration, with room for 256 signals in a window.
     */
    public static ArbiterConfig standard(final int maxStrategies, final int maxInstruments) {
        return new ArbiterConfig(
                maxStrategies,
                maxInstruments,
                256,
                250_000_000L,
                false,
                900_000_000_000L,
                5,
                20,
                0.5,
                0.7,
                0.1,
                20,
                5,
                1,
                Money.ONE,
                Money.ONE / 4,
                Money.ONE / 100);
    }
}
