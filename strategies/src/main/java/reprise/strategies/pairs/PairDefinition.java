package reprise.strategies.pairs;

import static reprise.parameter.Kind.SYMBOL;

import reprise.parameter.Parameter;
import reprise.parameter.ParameterException;

/** A pair of the registry, as a screen writes it or somebody by hand. Where a threshold or a length is 0, that of the strategy holds. */
public record PairDefinition(
        String name,

        @Parameter(meaning = "first leg, bought when the spread is low", kind = SYMBOL)
        String symbol1,

        @Parameter(meaning = "second leg", kind = SYMBOL) String symbol2,

        @Parameter(
                meaning = "change of ln(price 1) for one of ln(price 2); of no use to a rolling hedge",
                value = "1",
                min = "0.000001",
                max = "1000000")
        double hedgeRatio,

        @Parameter(
                meaning = "time in which half of a deviation is gone; it is held for no more than three",
                unit = "hours",
                value = "24",
                min = "0.001",
                max = "100000")
        double halfLifeHours,

        @Parameter(
                meaning = "of the test for cointegration, corrected for the number of pairs that were tried",
                value = "1",
                min = "0",
                max = "1")
        double pValue,

        @Parameter(meaning = "of the returns", value = "0", min = "-1", max = "1")
        double correlation,

        @Parameter(meaning = "place in the screen, 1 for the best; 0 for none", value = "0", min = "0")
        int rank,

        @Parameter(meaning = "whether it may be entered", value = "true")
        boolean active,

        @Parameter(meaning = "its own entryThreshold", unit = "deviations", value = "0", min = "0", max = "100")
        double entryThreshold,

        @Parameter(meaning = "its own exitThreshold", unit = "deviations", value = "0", min = "0", max = "100")
        double exitThreshold,

        @Parameter(meaning = "its own stopLossThreshold", unit = "deviations", value = "0", min = "0", max = "1000")
        double stopLossThreshold,

        @Parameter(meaning = "its own zScoreWindow", unit = "bars", value = "0", min = "0", max = "100000")
        int zScoreWindow) {
    /** Checks that it is a pair. */
    public PairDefinition {
        if (symbol1.equals(symbol2)) {
            throw new ParameterException("symbol2", "a pair has two legs, and both are " + symbol1);
        }
        if (zScoreWindow == 1 || zScoreWindow == 2) {
            throw new ParameterException("zScoreWindow", "must be 0, or 3 and more: " + zScoreWindow);
        }
    }

    /** Whether it trades the same two instruments as another, in whatever order. */
    boolean isSameAs(final PairDefinition other) {
        return symbol1.equals(other.symbol1) && symbol2.equals(other.symbol2)
                || symbol1.equals(other.symbol2) && symbol2.equals(other.symbol1);
    }

    /** Its own thresholds where it has any. */
    SignalRules rules(final double entry, final double exit, final double stop) {
        return new SignalRules(
                entryThreshold > 0 ? entryThreshold : entry,
                exitThreshold > 0 ? exitThreshold : exit,
                stopLossThreshold > 0 ? stopLossThreshold : stop);
    }

    int window(final PairsParameters defaults) {
        return zScoreWindow > 0 ? zScoreWindow : defaults.zScoreWindow();
    }
}
