package reprise.strategies.pairs;

import static reprise.parameter.Kind.DURATION;
import static reprise.parameter.Kind.MONEY;
import static reprise.parameter.Kind.SHARE;

import java.util.List;
import reprise.bar.BarSpec;
import reprise.execution.PairSettings;
import reprise.parameter.Parameter;
import reprise.parameter.ParameterException;

/** The knobs of a pairs strategy; a pair of the registry may have thresholds and a window of its own. */
public record PairsParameters(
        @Parameter(meaning = "the pairs, by name; in place or from a file: !include pairs.yaml")
        List<PairDefinition> pairs,

        @Parameter(meaning = "bars to look at, built of the venue's; without it, these themselves", optional = true)
        BarSpec bars,

        @Parameter(
                meaning = "bars that mean and deviation of the spread are taken of",
                unit = "bars",
                value = "40",
                min = "3",
                max = "100000")
        int zScoreWindow,

        @Parameter(
                meaning = "where the hedge ratio comes from: the registry, or a regression over the last bars",
                value = "fixed")
        HedgeMode hedge,

        @Parameter(meaning = "bars of that regression", unit = "bars", value = "300", min = "3", max = "100000")
        int betaWindow,

        @Parameter(
                meaning = "taken off the number of bars in the deviation: 1 for that of a sample",
                value = "1",
                min = "0",
                max = "1")
        int ddof,

        @Parameter(
                meaning = "enter a spread that is further from its mean",
                unit = "deviations",
                value = "2.0",
                min = "0.01",
                max = "100",
                live = true)
        double entryThreshold,

        @Parameter(
                meaning = "leave it when it is nearer",
                unit = "deviations",
                value = "0.5",
                min = "0",
                max = "100",
                live = true)
        double exitThreshold,

        @Parameter(
                meaning = "give it up when it is further, and do not enter there",
                unit = "deviations",
                value = "3.0",
                min = "0.01",
                max = "1000",
                live = true)
        double stopLossThreshold,

        @Parameter(
                meaning = "longest time to hold, if three half-lives are not less",
                unit = "hours",
                value = "72",
                min = "0.001",
                max = "100000",
                live = true)
        double maxHoldHours,

        @Parameter(
                meaning = "a leg whose last bar is this much behind the other's is not too old yet",
                kind = DURATION,
                value = "1h",
                min = "0s")
        long maxLegAge,

        @Parameter(
                meaning = "share of equity that a leg is worth until there are trades enough",
                kind = SHARE,
                value = "0.02",
                min = "0.00000001",
                max = "1",
                live = true)
        long positionPct,

        @Parameter(
                meaning = "largest share of equity that a leg may be worth",
                kind = SHARE,
                value = "0.10",
                min = "0.00000001",
                max = "1",
                live = true)
        long maxLegPct,

        @Parameter(
                meaning = "ended trades of a pair from which on Kelly's formula sizes it",
                value = "20",
                min = "1",
                max = "1000000")
        int bootstrapTrades,

        @Parameter(meaning = "how large the second leg is beside the first", value = "dollar-neutral", live = true)
        LegRatio legSizing,

        @Parameter(
                meaning = "a leg that is not filled by then makes the opening fail",
                kind = DURATION,
                value = "10s",
                min = "1ms")
        long legTimeout,

        @Parameter(
                meaning = "least time between two tries to get rid of a leg without counterpart",
                kind = DURATION,
                value = "1s",
                min = "1ms")
        long legRetry,

        @Parameter(
                meaning = "most that may be without hedge: larger openings go in parts",
                kind = MONEY,
                value = "1000000",
                min = "0.00000001")
        long maxUnhedged,

        @Parameter(meaning = "whether legs are opened by limit orders at the touch; else at market", value = "false")
        boolean limitEntries) {
    /** Checks what only makes sense together. */
    public PairsParameters {
        pairs = List.copyOf(pairs);
        if (pairs.isEmpty()) {
            throw new ParameterException("pairs", "at least one is needed");
        }
        for (int i = 0; i < pairs.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (pairs.get(i).isSameAs(pairs.get(j))) {
                    throw new ParameterException(
                            "pairs",
                            pairs.get(i).name() + " trades the same two instruments as "
                                    + pairs.get(j).name());
                }
            }
        }
        if (positionPct > maxLegPct) {
            throw new ParameterException("positionPct", "must not be above maxLegPct");
        }
        check("exitThreshold", new SignalRules(entryThreshold, exitThreshold, stopLossThreshold), "");
        for (final PairDefinition pair : pairs) {
            check("pairs", pair.rules(entryThreshold, exitThreshold, stopLossThreshold), pair.name() + ": ");
        }
    }

    private static void check(final String parameter, final SignalRules rules, final String whose) {
        if (!(rules.exit() < rules.entry() && rules.entry() < rules.stop())) {
            throw new ParameterException(
                    parameter,
                    whose + "exitThreshold must be less than entryThreshold, and that less than stopLossThreshold: "
                            + rules.exit() + ", " + rules.entry() + ", " + rules.stop());
        }
    }

    PairSettings execution() {
        return new PairSettings(legTimeout, legRetry, maxUnhedged, limitEntries);
    }
}
