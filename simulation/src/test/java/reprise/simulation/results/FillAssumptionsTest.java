package reprise.simulation.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import reprise.number.Money;
import reprise.simulation.venue.Delay;
import reprise.simulation.venue.FaultSchedule;
import reprise.simulation.venue.FeeSchedule;
import reprise.simulation.venue.FeeTier;
import reprise.simulation.venue.HaltPolicy;
import reprise.simulation.venue.ImpactModel;
import reprise.simulation.venue.LatencyModel;
import reprise.simulation.venue.MarketFill;
import reprise.simulation.venue.MatchingRules;
import reprise.simulation.venue.QueueModel;
import reprise.simulation.venue.StopFill;
import reprise.simulation.venue.StopTrigger;
import reprise.simulation.venue.VenueConfig;

class FillAssumptionsTest {
    @Test
    void shouldSayNothingOfWhatIsNotInForce() {
        assertThat(FillAssumptions.sentences(VenueConfig.PLAIN))
                .hasSize(6)
                .noneMatch(sentence -> sentence.contains("disconnected") || sentence.contains(" ms"));
    }

    @Test
    void shouldSayWhatIsInForce() {
        final VenueConfig venue = VenueConfig.PLAIN
                .withFees(FeeSchedule.ofBasisPoints("1", "2")
                        .inBaseAsset()
                        .withTiers(List.of(new FeeTier(Money.parse("1000000"), -10_000, 15_000))))
                .withMatching(new MatchingRules(
                        QueueModel.FRONT,
                        StopTrigger.QUOTE,
                        new ImpactModel(ImpactModel.Shape.SQUARE_ROOT, 100_000),
                        HaltPolicy.REFUSE))
                .withLatency(new LatencyModel(Delay.NONE, new Delay(20_000_000, 5_000_000), new Delay(1_500_000, 0), 1))
                .withFaults(new FaultSchedule(
                        1,
                        1_000_000,
                        0,
                        600_000_000_000L,
                        10_000_000_000L,
                        FaultSchedule.DisconnectMode.ANSWERS_LOST,
                        true));

        assertThat(FillAssumptions.sentences(venue))
                .contains(
                        "Passive orders are first in the queue at their price.",
                        "Stops are triggered by the quote on the side that they trade against.",
                        "Orders are refused while their instrument is halted.",
                        "Size costs 10 bp times the root of our share of the last bar's volume.",
                        "Purchases pay their fee in what they buy.",
                        "From 1000000 traded in 30 days on, makers pay -1 bp and takers 1.5 bp.",
                        "Commands reach the venue after 20 ms on average, with a deviation of 5 ms.",
                        "Answers reach the engine after 1.5 ms.",
                        "1 % of orders are refused at random.",
                        "The venue is disconnected every 600 s for 10 s on average: answers lost.");
    }

    @Test
    void shouldSayThatFillsAtACloseAreOptimistic() {
        final VenueConfig venue = VenueConfig.PLAIN
                .withFees(new FeeSchedule(0, 0, Money.ONE / 200, Money.ONE).withMaxPerOrderE8(500_000))
                .withMatching(MatchingRules.PLAIN
                        .withMarketFill(MarketFill.SAME_CLOSE)
                        .withStopFill(StopFill.WORST_IN_BAR)
                        .withSpreadE8(40_000));

        assertThat(FillAssumptions.sentences(venue))
                .contains(
                        "Limit and stop orders trade first in the bar that opens at or after the time at which they reached the"
                                + " venue.",
                        "Market orders fill at the close of the bar that they answer, 0 bp worse, rounded to the worse tick; they"
                                + " pay the taker fee.",
                        "This is optimistic: a close is known only when it is past, and nothing trades at it any more.",
                        "Bars are the middle of a spread of 4 bp: purchases meet prices half of it higher, sales lower.",
                        "Stops that a bar reaches fill at its worst price, or at their limit.",
                        "Orders pay 0.005 a unit, at least 1, at most 50 bp of what they trade.")
                .noneMatch(sentence -> sentence.startsWith("Market orders fill at the open"));
    }
}
