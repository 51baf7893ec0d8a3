package reprise.simulation.results;

import java.util.ArrayList;
import java.util.List;
import reprise.number.Decimals;
import reprise.simulation.venue.LimitFillRule;
import reprise.simulation.venue.VenueConfig;

/** Says in words how fills were simulated: a result is worth no more than these. */
final class FillAssumptions {
    private static final int PERCENT_DECIMALS = 6;
    private static final int BASIS_POINT_DECIMALS = 4;

    private FillAssumptions() {}

    static List<String> sentences(final VenueConfig venue) {
        final List<String> sentences = new ArrayList<>();
        sentences.add(
                "An order trades first in the bar that opens at or after the time at which it reached the venue.");
        sentences.add("Market orders fill at the open, " + basisPoints(venue.slippageE8())
                + " bp worse, rounded to the worse tick; they pay the taker fee.");
        sentences.add(
                venue.limitFillRule() == LimitFillRule.THROUGH
                        ? "Limit orders fill if the bar trades beyond the limit; a trade at the limit is not enough."
                        : "Limit orders fill if the bar trades at the limit.");
        sentences.add(
                "A limit order that the open is good for fills at the open and pays the taker fee, else at its limit"
                        + " and pays the maker fee.");
        sentences.add(
                venue.maxParticipationE8() == 0
                        ? "Fills are not limited by the volume of the bar."
                        : "All fills of a bar take at most " + percent(venue.maxParticipationE8())
                                + " % of its volume; what is left waits for later bars.");
        sentences.add("Positions open at the end are valued at the last price, without a closing fee.");
        return List.copyOf(sentences);
    }

    private static String percent(final long shareE8) {
        return Decimals.formatShort(shareE8, PERCENT_DECIMALS);
    }

    private static String basisPoints(final long shareE8) {
        return Decimals.formatShort(shareE8, BASIS_POINT_DECIMALS);
    }
}
