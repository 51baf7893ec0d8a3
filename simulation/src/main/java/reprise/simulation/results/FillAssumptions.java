package reprise.simulation.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import reprise.number.Decimals;
import reprise.number.Money;
import reprise.order.FeeAsset;
import reprise.simulation.venue.Delay;
import reprise.simulation.venue.FaultSchedule;
import reprise.simulation.venue.FeeSchedule;
import reprise.simulation.venue.FeeTier;
import reprise.simulation.venue.HaltPolicy;
import reprise.simulation.venue.ImpactModel;
import reprise.simulation.venue.LatencyModel;
import reprise.simulation.venue.LimitFillRule;
import reprise.simulation.venue.MarketFill;
import reprise.simulation.venue.MatchingRules;
import reprise.simulation.venue.QueueModel;
import reprise.simulation.venue.StopFill;
import reprise.simulation.venue.StopTrigger;
import reprise.simulation.venue.VenueConfig;

/** Says in words how fills were simulated: a result is worth no more than these. */
public final class FillAssumptions {
    private static final int PERCENT_DECIMALS = 6;
    private static final int BASIS_POINT_DECIMALS = 4;
    private static final int MILLISECOND_DECIMALS = 6;
    private static final int SECOND_DECIMALS = 9;

    private static final String OPTIMISTIC =
            "This is optimistic: a close is known only when it is past, and nothing trades at it any more.";

    private FillAssumptions() {}

    /**
     * All that a reader of results should know.
     *
     * @param venue that filled.
     * @return whole sentences.
     */
    public static List<String> sentences(final VenueConfig venue) {
        final List<String> sentences = new ArrayList<>();
        marketOrders(venue, sentences);
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
        matching(venue.matching(), sentences);
        fees(venue.fees(), sentences);
        latency(venue.latency(), sentences);
        faults(venue.faults(), sentences);
        sentences.add("Positions open at the end are valued at the last price, without a closing fee.");
        return List.copyOf(sentences);
    }

    private static void marketOrders(final VenueConfig venue, final List<String> sentences) {
        final String worse =
                basisPoints(venue.slippageE8()) + " bp worse, rounded to the worse tick; they pay the taker fee.";
        if (venue.matching().marketFill() == MarketFill.NEXT_OPEN) {
            sentences.add(
                    "An order trades first in the bar that opens at or after the time at which it reached the venue.");
            sentences.add("Market orders fill at the open, " + worse);
            return;
        }
        sentences.add("Limit and stop orders trade first in the bar that opens at or after the time at which they"
                + " reached the venue.");
        sentences.add("Market orders fill at the close of the bar that they answer, " + worse);
        sentences.add(OPTIMISTIC);
    }

    /** What bars alone do not need is said where it is not as plain venues have it. */
    private static void matching(final MatchingRules matching, final List<String> sentences) {
        if (matching.queueModel() != QueueModel.BEHIND_PRO_RATA) {
            sentences.add(
                    matching.queueModel() == QueueModel.FRONT
                            ? "Passive orders are first in the queue at their price."
                            : "Passive orders queue behind all that was displayed; only trades shorten the queue ahead.");
        }
        if (matching.stopTrigger() == StopTrigger.QUOTE) {
            sentences.add("Stops are triggered by the quote on the side that they trade against.");
        }
        if (matching.spreadE8() > 0) {
            sentences.add("Bars are the middle of a spread of " + basisPoints(matching.spreadE8())
                    + " bp: purchases meet prices half of it higher, sales lower.");
        }
        if (matching.stopFill() == StopFill.WORST_IN_BAR) {
            sentences.add("Stops that a bar reaches fill at its worst price, or at their limit.");
        }
        if (matching.haltPolicy() == HaltPolicy.REFUSE) {
            sentences.add("Orders are refused while their instrument is halted.");
        }
        final ImpactModel impact = matching.impact();
        if (impact.shape() != ImpactModel.Shape.NONE) {
            sentences.add("Size costs " + basisPoints(impact.fullShareE8()) + " bp times "
                    + (impact.shape() == ImpactModel.Shape.LINEAR ? "" : "the root of ")
                    + "our share of the last bar's volume.");
        }
    }

    private static void fees(final FeeSchedule fees, final List<String> sentences) {
        if (fees.asset() == FeeAsset.BASE) {
            sentences.add("Purchases pay their fee in what they buy.");
        }
        if (fees.perUnit() > 0 || fees.minPerOrder() > 0) {
            sentences.add("Orders pay " + money(fees.perUnit()) + " a unit, at least " + money(fees.minPerOrder())
                    + (fees.maxPerOrderE8() == 0
                            ? "."
                            : ", at most " + basisPoints(fees.maxPerOrderE8()) + " bp of what they trade."));
        }
        for (final FeeTier tier : fees.tiers()) {
            sentences.add("From " + money(tier.fromVolume())
                    + " traded in 30 days on, makers pay " + basisPoints(tier.makerE8()) + " bp and takers "
                    + basisPoints(tier.takerE8()) + " bp.");
        }
    }

    private static void latency(final LatencyModel latency, final List<String> sentences) {
        delay("Market data reaches the engine", latency.feed(), sentences);
        delay("Commands reach the venue", latency.orders(), sentences);
        delay("Answers reach the engine", latency.reports(), sentences);
    }

    private static void delay(final String what, final Delay delay, final List<String> sentences) {
        if (delay.meanNs() > 0) {
            sentences.add(what + " after " + milliseconds(delay.meanNs()) + " ms"
                    + (delay.deviationNs() == 0
                            ? "."
                            : " on average, with a deviation of " + milliseconds(delay.deviationNs()) + " ms."));
        }
    }

    private static void faults(final FaultSchedule faults, final List<String> sentences) {
        if (faults.rejectShareE8() > 0) {
            sentences.add(percent(faults.rejectShareE8()) + " % of orders are refused at random.");
        }
        if (faults.duplicateShareE8() > 0) {
            sentences.add(percent(faults.duplicateShareE8()) + " % of reports come twice.");
        }
        if (faults.disconnectIntervalNs() > 0) {
            sentences.add("The venue is disconnected every " + seconds(faults.disconnectIntervalNs()) + " s for "
                    + seconds(faults.disconnectLengthNs()) + " s on average: "
                    + faults.disconnectMode().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ".");
        }
    }

    private static String milliseconds(final long ns) {
        return Decimals.formatShort(ns, MILLISECOND_DECIMALS);
    }

    private static String seconds(final long ns) {
        return Decimals.formatShort(ns, SECOND_DECIMALS);
    }

    private static String money(final long amount) {
        return Decimals.formatShort(amount, Money.DECIMALS);
    }

    private static String percent(final long shareE8) {
        return Decimals.formatShort(shareE8, PERCENT_DECIMALS);
    }

    private static String basisPoints(final long shareE8) {
        return Decimals.formatShort(shareE8, BASIS_POINT_DECIMALS);
    }
}
