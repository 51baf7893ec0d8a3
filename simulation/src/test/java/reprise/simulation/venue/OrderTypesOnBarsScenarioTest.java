package reprise.simulation.venue;

import static reprise.simulation.venue.VenueScenario.play;

import org.junit.jupiter.api.Test;
import reprise.number.Money;

class OrderTypesOnBarsScenarioTest {
    private static final VenueConfig PLAIN = VenueConfig.PLAIN.withSlippageE8(10_000);
    private static final VenueConfig SHORTS = PLAIN.withShortsAndLeverageE8(Money.ONE);
    private static final VenueConfig STOCKS =
            VenueConfig.PLAIN.withShortsAndLeverageE8(Money.ONE).withCalendar(TradingCalendar.US_EQUITIES);

    @Test
    void shouldFillAStopAtTheOpenWhenTheMarketGapsBeyondIt() {
        play(SHORTS, """
                bar   00:00 100 101 99 100 1000
                sell  #1 10 stop 95 gtc                 -> accepted #1
                buy   #2 10 stop 105 gtc                -> accepted #2
                open  00:01 90 110 80 100 1000          -> triggered #1; filled #1 10 @ 89.99
                close                                   -> triggered #2; filled #2 10 @ 105.02
                """);
    }

    @Test
    void shouldFillAStopAtItsPriceOrWorseWhenTheBarReachesIt() {
        play(SHORTS, """
                bar   00:00 100 101 99 100 1000
                sell  #1 10 stop 98.50 gtc              -> accepted #1
                buy   #2 10 stop 101.50 gtc             -> accepted #2
                bar   00:01 100 101.49 98.51 100 1000
                bar   00:02 100 101.50 98.50 100 1000   -> triggered #1 at 00:03; filled #1 10 @ 98.49 at 00:03; triggered #2 at 00:03; filled #2 10 @ 101.52 at 00:03
                """.replace(
                        "#1; filled #1 10 @ 98.49 at 00:03; triggered #2;",
                        "#1 at 00:03; filled #1 10 @ 98.49 at 00:03; triggered #2 at 00:03;"));
    }

    @Test
    void shouldRefuseStopsThatAreNoStops() {
        play(SHORTS, """
                bar   00:00 100 101 99 100 1000
                sell  #1 10 stop 100 gtc                -> rejected #1 BAD_STOP_PRICE
                buy   #2 10 stop 100 gtc                -> rejected #2 BAD_STOP_PRICE
                buy   #3 10 stop 99 gtc                 -> rejected #3 BAD_STOP_PRICE
                sell  #4 10 stop -5 gtc                 -> rejected #4 BAD_STOP_PRICE
                sell  #5 10 trail -1 gtc                -> rejected #5 BAD_STOP_PRICE
                sell  #6 10 stop 99 @ 90 fok             -> rejected #6 TIME_IN_FORCE_NOT_SUPPORTED
                """);
    }

    @Test
    void shouldTakeTheAdversePathFirstWhenStopAndTargetLieInOneBar() {
        play(PLAIN, """
                bar   00:00 100 101 99 100 1000
                buy   #1 10 market gtc                  -> accepted #1
                bar   00:01 100 101 99 100 1000         -> filled #1 10 @ 100.01
                sell  #2 10 stop 95 for #1 gtc          -> accepted #2
                sell  #3 10 @ 105 for #1 gtc            -> accepted #3
                sell  #4 1 market gtc                   -> rejected #4 SHORT_NOT_ALLOWED
                bar   00:02 100 110 90 108 1000         -> triggered #2; filled #2 10 @ 94.99
                cancel #3                               -> cancelled #3
                """);
    }

    @Test
    void shouldLetTheEngineAnswerAStopBeforeTheRestOfTheBar() {
        play(SHORTS, """
                bar   00:00 100 101 99 100 1000
                sell  #1 10 stop 95 gtc                 -> accepted #1
                sell  #2 10 @ 105 gtc                   -> accepted #2
                open  00:01 100 110 90 108 1000
                extremes                                -> triggered #1; filled #1 10 @ 94.99
                cancel #2                               -> cancelled #2
                close
                """);
    }

    @Test
    void shouldNotSellTheSameUnitsTwiceWhenBothExitsOfAnEntryAreReached() {
        play(PLAIN, """
                bar   00:00 100 101 99 100 1000
                buy   #1 10 market gtc                  -> accepted #1
                bar   00:01 100 101 99 100 1000         -> filled #1 10 @ 100.01
                sell  #2 10 stop 95 for #1 gtc          -> accepted #2
                sell  #3 10 @ 105 for #1 gtc            -> accepted #3
                bar   00:02 100 110 90 108 1000         -> triggered #2; filled #2 10 @ 94.99
                bar   00:03 100 110 90 108 1000         -> cancelled #3
                """);
    }

    @Test
    void shouldTradeAStopLimitNoWorseThanItsLimit() {
        play(SHORTS, """
                bar   00:00 100 101 99 100 1000
                sell  #1 10 stop 95 @ 94 gtc            -> accepted #1
                sell  #2 10 stop 95 @ 95 gtc            -> accepted #2
                sell  #3 10 stop 95 @ 96 gtc            -> accepted #3
                bar   00:01 100 101 94.50 97 1000       -> triggered #1; filled #1 10 @ 94.99; triggered #2; filled #2 10 @ 95; triggered #3
                bar   00:02 95 96.50 94 95 1000         -> filled #3 10 @ 96
                sell  #4 10 stop 93 @ 92 gtc            -> accepted #4
                open  00:03 90 93 80 85 1000            -> triggered #4
                close                                   -> filled #4 10 @ 92
                """);
    }

    @Test
    void shouldTrailTheBestPriceAndNeverGoBack() {
        play(SHORTS, """
                bar   00:00 100 101 99 100 1000
                sell  #1 10 trail 2 gtc                 -> accepted #1
                bar   00:01 100 104 99 103 1000
                bar   00:02 103 103.50 102.01 103 1000
                bar   00:03 103 103 101.99 103 1000     -> triggered #1; filled #1 10 @ 101.98
                """);
    }

    @Test
    void shouldStopOutATrailingStopWhenTheCloseProvesItWasReached() {
        play(SHORTS, """
                bar   00:00 100 101 99 100 1000
                sell  #1 10 trail 5 gtc                 -> accepted #1
                buy   #2 10 trail 5 gtc                 -> accepted #2
                bar   00:01 100 110 99 104 1000         -> triggered #1; filled #1 10 @ 104.98; triggered #2; filled #2 10 @ 105.02
                """);
    }

    @Test
    void shouldWithdrawWhatTheNextOpenDoesNotFillWhenAnOrderIsImmediate() {
        play(SHORTS.withMaxParticipationE8(10_000_000), """
                bar   00:00 100 101 99 100 1000
                buy   #1 150 market ioc                 -> accepted #1
                buy   #2 10 @ 99 ioc                    -> accepted #2
                open  00:01 100 101 90 100 1000         -> partial #1 100 @ 100.01; cancelled #1; cancelled #2
                close
                buy   #3 150 market fok                 -> accepted #3
                buy   #4 100 market fok                 -> accepted #4
                bar   00:02 100 101 90 100 1000         -> cancelled #3; filled #4 100 @ 100.01
                """);
    }

    @Test
    void shouldRefuseAMakerThatWouldTakeAndFillOneThatWaitedAtItsLimit() {
        play(SHORTS.withFees(FeeSchedule.ofBasisPoints("1", "10")), """
                bar   00:00 100 101 99 100 1000
                buy   #1 10 maker @ 100 gtc             -> rejected #1 WOULD_TAKE_LIQUIDITY
                buy   #2 10 maker @ 99 gtc              -> accepted #2
                replace #2 10 @ 100.50                  -> replace-rejected #2 WOULD_TAKE_LIQUIDITY
                open  00:01 95 96 94 95 1000            -> filled #2 10 @ 99 fee 0.099
                close
                buy   #3 10 maker @ 94 ioc              -> rejected #3 TIME_IN_FORCE_NOT_SUPPORTED
                """);
    }

    @Test
    void shouldCrossAuctionOrdersAtTheFirstOpenAndTheLastCloseOfASession() {
        play(STOCKS, """
                bar   2024-03-07T20:59:00Z 100 101 99 100 1000
                buy   #1 10 market opg                  -> accepted #1
                buy   #2 10 @ 101 opg                   -> accepted #2
                bar   2024-03-08T14:29:00Z 100 101 99 100 1000
                open  2024-03-08T14:30:00Z 102 103 99 100 1000 -> filled #1 10 @ 102; expired #2
                close
                sell  #3 10 market cls                  -> accepted #3
                sell  #4 10 @ 99 cls                    -> accepted #4
                sell  #5 10 @ 101 cls                   -> accepted #5
                bar   2024-03-08T14:31:00Z 100 101 99 100 1000
                bar   2024-03-08T20:59:00Z 99 101 99 100 1000 -> filled #3 10 @ 100; filled #4 10 @ 100; expired #5
                """);
    }

    @Test
    void shouldKnowNoAuctionsWhereTheMarketNeverCloses() {
        play(PLAIN, """
                bar   00:00 100 101 99 100 1000
                buy   #1 10 market opg                  -> rejected #1 TIME_IN_FORCE_NOT_SUPPORTED
                buy   #2 10 @ 90 cls                    -> rejected #2 TIME_IN_FORCE_NOT_SUPPORTED
                """);
    }

    @Test
    void shouldReplaceStops() {
        play(SHORTS, """
                bar   00:00 100 101 99 100 1000
                sell  #1 10 stop 95 gtc                 -> accepted #1
                replace #1 10 stop 101                  -> replace-rejected #1 BAD_STOP_PRICE
                replace #1 20 stop 97                   -> replaced #1 20 @ 0 stop 97
                bar   00:01 100 101 96 100 1000         -> triggered #1; filled #1 20 @ 96.99
                """);
    }

    @Test
    void shouldWorsenThePriceBySizeWhenSizeHasImpact() {
        final ImpactModel impact = new ImpactModel(ImpactModel.Shape.SQUARE_ROOT, 1_000_000);
        final MatchingRules rules =
                new MatchingRules(QueueModel.FRONT, StopTrigger.LAST_TRADE, impact, HaltPolicy.ACCEPT);
        play(VenueConfig.PLAIN.withShortsAndLeverageE8(Money.ONE).withMatching(rules), """
                bar   00:00 100 101 99 100 100
                buy   #1 25 market gtc                  -> accepted #1
                sell  #2 25 market gtc                  -> accepted #2
                bar   00:01 100 101 99 100 100          -> filled #1 25 @ 100.5; filled #2 25 @ 99.5
                """);
    }

    @Test
    void shouldFillNothingInBarsWhileHalted() {
        play(SHORTS, """
                bar   00:00 100 101 99 100 1000
                buy   #1 10 market gtc                  -> accepted #1
                status 00:01 halted
                bar   00:01 100 101 99 100 1000
                buy   #2 10 @ 99.50 gtc                 -> accepted #2
                buy   #3 10 @ 99.50 ioc                 -> rejected #3 NOT_TRADABLE
                status 00:02 trading
                bar   00:02 100 101 99 100 1000         -> filled #1 10 @ 100.01; filled #2 10 @ 99.5
                """);
    }

    @Test
    void shouldTakeTheFeeOfPurchasesInWhatTheyBuyWhenFeesAreInTheBaseAsset() {
        play(SHORTS.withFees(FeeSchedule.ofBasisPoints("10", "100").inBaseAsset()), """
                bar   00:00 100 101 99 100 1000
                buy   #1 200 market gtc                 -> accepted #1
                sell  #2 100 market gtc                 -> accepted #2
                bar   00:01 100 101 99 100 1000         -> filled #1 200 @ 100.01 fee 2; filled #2 100 @ 99.99 fee 99.99
                reconcile                               -> view; position ABC 98 @ 100.01; position XYZ 0 @ 0; cash 989897.01 USD; complete
                """);
    }

    @Test
    void shouldChargeByTierOfWhatWasTradedInThirtyDays() {
        final FeeSchedule fees = FeeSchedule.ofBasisPoints("0", "10")
                .withTiers(java.util.List.of(
                        new FeeTier(Money.parse("1500"), 0, 50_000), new FeeTier(Money.parse("3000"), 0, 20_000)));
        play(VenueConfig.PLAIN.withFees(fees), """
                bar   00:00 100 100 100 100 1000
                buy   #1 10 market gtc                  -> accepted #1
                bar   00:01 100 100 100 100 1000        -> filled #1 10 @ 100 fee 1
                buy   #2 10 market gtc                  -> accepted #2
                bar   00:02 100 100 100 100 1000        -> filled #2 10 @ 100 fee 1
                buy   #3 10 market gtc                  -> accepted #3
                bar   00:03 100 100 100 100 1000        -> filled #3 10 @ 100 fee 0.5
                buy   #4 10 market gtc                  -> accepted #4
                bar   00:04 100 100 100 100 1000        -> filled #4 10 @ 100 fee 0.2
                buy   #5 10 market gtc                  -> accepted #5
                bar   2024-02-01T00:00:00Z 100 100 100 100 1000 -> filled #5 10 @ 100 fee 1
                """);
    }
}
