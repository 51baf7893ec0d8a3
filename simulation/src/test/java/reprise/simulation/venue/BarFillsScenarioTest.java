package reprise.simulation.venue;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reprise.simulation.venue.VenueScenario.play;

import org.junit.jupiter.api.Test;
import reprise.number.Money;

/** The other ways in which bars may fill orders, as users choose them. */
class BarFillsScenarioTest {
    private static final VenueConfig SHORTS = VenueConfig.PLAIN.withShortsAndLeverageE8(3 * Money.ONE);
    private static final VenueConfig SAME_CLOSE =
            SHORTS.withMatching(MatchingRules.PLAIN.withMarketFill(MarketFill.SAME_CLOSE));
    private static final VenueConfig WORST_STOP =
            SHORTS.withMatching(MatchingRules.PLAIN.withStopFill(StopFill.WORST_IN_BAR));

    @Test
    void shouldFillAtTheCloseThatAnOrderAnswersWhenMarketOrdersFillAtTheSameClose() {
        play(SAME_CLOSE.withSlippageE8(5_000), """
                bar   00:00 100 101 99 100.50 1000
                buy   #1 10 market gtc                  -> accepted #1 at 00:01; filled #1 10 @ 100.51 at 00:01
                sell  #2 30 market ioc                  -> accepted #2 at 00:01; filled #2 30 @ 100.49 at 00:01
                bar   00:01 90 91 89 90 1000
                """);
    }

    @Test
    void shouldWaitForTheNextCloseWhenAMarketOrderComesWhileABarTrades() {
        play(SAME_CLOSE, """
                bar   00:00 100 101 99 100 1000
                open  00:01 101 102 100 101.50 1000
                buy   #1 10 market gtc                  -> accepted #1
                close                                   -> filled #1 10 @ 101.5 at 00:02
                """);
    }

    @Test
    void shouldWaitForTheNextCloseWhenTimeHasPassedSinceTheLast() {
        play(SAME_CLOSE, """
                bar   00:00 100 101 99 100 1000
                status 00:02 trading
                buy   #1 10 market gtc                  -> accepted #1
                open  00:05 101 102 100 101 1000
                close                                   -> filled #1 10 @ 101 at 00:06
                """);
    }

    @Test
    void shouldMissTheCloseThatAnOrderAnswersWhenItsWayTakesTime() {
        final LatencyModel latency = new LatencyModel(Delay.NONE, new Delay(20_000_000, 0), Delay.NONE, 1);
        play(SAME_CLOSE.withLatency(latency), """
                bar   00:00 100 101 99 100 1000
                buy   #1 10 market gtc
                until 00:01:01                          -> accepted #1
                open  00:02 102 102 101 101 1000
                close                                   -> filled #1 10 @ 101
                """);
    }

    @Test
    void shouldShareTheVolumeOfTheBarWhenMarketOrdersFillAtItsClose() {
        play(SAME_CLOSE.withMaxParticipationE8(10_000_000), """
                bar   00:00 100 101 99 100 1000
                buy   #1 80 market gtc                  -> accepted #1; filled #1 80 @ 100
                buy   #2 80 market gtc                  -> accepted #2; partial #2 20 @ 100
                buy   #3 10 market gtc                  -> accepted #3
                buy   #4 10 market ioc                  -> accepted #4; cancelled #4
                bar   00:01 101 102 100 101 1000        -> filled #2 60 @ 101; filled #3 10 @ 101
                """);
    }

    @Test
    void shouldFillOtherOrdersAsUsualWhenMarketOrdersFillAtTheSameClose() {
        play(SAME_CLOSE, """
                bar   00:00 100 101 99 100 1000
                buy   #1 10 @ 99.50 gtc                 -> accepted #1
                sell  #2 10 stop 98 gtc                 -> accepted #2
                bar   00:01 100 101 99 100 1000         -> filled #1 10 @ 99.5
                bar   00:02 97 101 96 100 1000          -> triggered #2; filled #2 10 @ 97
                """);
    }

    @Test
    void shouldFillStopsAtTheWorstOfTheBarWhenToldSo() {
        play(WORST_STOP, """
                bar   00:00 100 101 99 100 1000
                buy   #1 10 stop 102 gtc                -> accepted #1
                buy   #2 10 @ 102.50 stop 102 gtc       -> accepted #2
                sell  #3 10 stop 98 gtc                 -> accepted #3
                sell  #4 10 @ 97.50 stop 98 gtc         -> accepted #4
                bar   00:01 100 103 97 100 1000         -> triggered #1; filled #1 10 @ 103; triggered #2; filled #2 10 @ 102.5; triggered #3; filled #3 10 @ 97; triggered #4; filled #4 10 @ 97.5
                """);
    }

    @Test
    void shouldFillStopsAtTheWorstOfTheBarAlsoWhenTheOpenIsBeyondThem() {
        play(WORST_STOP, """
                bar   00:00 100 101 99 100 1000
                buy   #1 10 stop 102 gtc                -> accepted #1
                sell  #2 10 trail 3 gtc                 -> accepted #2
                open  00:01 104 105 97 100 1000
                close                                   -> triggered #1 at 00:02; filled #1 10 @ 105 at 00:02; triggered #2 at 00:02; filled #2 10 @ 97 at 00:02
                """);
    }

    @Test
    void shouldMeetPricesHalfASpreadWorseWhenBarsHaveASpread() {
        final VenueConfig venue =
                SHORTS.withMatching(MatchingRules.PLAIN.withSpreadE8(200_000)).withSlippageE8(100_000);
        play(venue, """
                bar   00:00 100 101 99 100 1000
                buy   #1 10 market gtc                  -> accepted #1
                sell  #2 10 market gtc                  -> accepted #2
                buy   #3 10 @ 99 gtc                    -> accepted #3
                buy   #4 10 @ 100.10 gtc                -> accepted #4
                buy   #5 10 stop 101.10 gtc             -> accepted #5
                sell  #6 10 stop 98.91 gtc              -> accepted #6
                bar   00:01 100 101 98.90 100 1000      -> filled #1 10 @ 100.21; filled #2 10 @ 99.8; triggered #5; filled #5 10 @ 101.21; triggered #6; filled #6 10 @ 98.81; filled #4 10 @ 100.1
                bar   00:02 98.90 99 98.80 99 1000      -> filled #3 10 @ 99
                """);
    }

    @Test
    void shouldLetAuctionsHaveOnePriceWhenBarsHaveASpread() {
        play(
                SHORTS.withMatching(MatchingRules.PLAIN.withSpreadE8(200_000))
                        .withCalendar(TradingCalendar.US_EQUITIES),
                """
                bar   2024-03-07T20:59:00Z 100 101 99 100 1000
                buy   #1 10 market opg                  -> accepted #1
                bar   2024-03-08T14:30:00Z 102 103 99 100 1000 -> filled #1 10 @ 102
                """);
    }

    @Test
    void shouldChargeNoMoreByQuantityThanAShareOfTheValue() {
        final FeeSchedule fees = new FeeSchedule(0, 0, Money.parse("0.005"), Money.ONE)
                .withMaxPerOrderE8(50 * FeeSchedule.BASIS_POINT_E8);
        play(SHORTS.withFees(fees).withMaxParticipationE8(10_000_000), """
                bar   00:00 0.50 0.50 0.50 0.50 10000
                buy   #1 500 market gtc                 -> accepted #1
                bar   00:01 0.50 0.50 0.50 0.50 1000    -> partial #1 100 @ 0.5 fee 0.25
                bar   00:02 0.50 0.50 0.50 0.50 10000   -> filled #1 400 @ 0.5 fee 1
                buy   #2 10 market gtc                  -> rejected #2 BELOW_MIN_NOTIONAL
                bar   00:03 100 100 100 100 10000
                buy   #3 1 market gtc                   -> accepted #3
                bar   00:04 100 100 100 100 10000       -> filled #3 1 @ 100 fee 0.5
                buy   #4 400 market gtc                 -> accepted #4
                bar   00:05 100 100 100 100 10000       -> filled #4 400 @ 100 fee 2
                """);
    }

    @Test
    void shouldRefuseALimitOfFeesWhereThereIsNothingToLimit() {
        assertThatThrownBy(() -> FeeSchedule.FREE.withMaxPerOrderE8(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maxPerOrderE8=1");
        assertThatThrownBy(() -> new FeeSchedule(0, 0, 1, 1).withMaxPerOrderE8(Money.ONE))
                .hasMessageContaining("maxPerOrderE8=100000000");
    }
}
