package reprise.simulation.venue;

import static reprise.simulation.venue.VenueScenario.play;

import org.junit.jupiter.api.Test;
import reprise.number.Money;

class TickScenarioTest {
    private static final VenueConfig SHORTS = VenueConfig.PLAIN.withShortsAndLeverageE8(Money.ONE);

    private static VenueConfig with(final QueueModel queue, final StopTrigger trigger, final HaltPolicy halts) {
        return SHORTS.withMatching(new MatchingRules(queue, trigger, ImpactModel.NONE, halts));
    }

    @Test
    void shouldTakeDisplayedLiquidityLevelByLevelAndRememberWhatItTook() {
        play(SHORTS, """
                level 00:01 sell 101 10
                level 00:01 sell 102 10
                level 00:01 buy 100 10
                buy   #1 15 market gtc                  -> accepted #1; partial #1 10 @ 101; filled #1 5 @ 102
                buy   #2 15 @ 102 gtc                   -> accepted #2; partial #2 5 @ 102
                level 00:02 sell 101 10
                level 00:03 sell 101 4                  -> partial #2 4 @ 102
                level 00:04 sell 102 30                 -> filled #2 6 @ 102
                """);
    }

    @Test
    void shouldWaitForLiquidityWhenAMarketOrderFindsTooLittle() {
        play(SHORTS, """
                quote 00:01 100 10 101 10
                buy   #1 25 market gtc                  -> accepted #1; partial #1 10 @ 101
                quote 00:02 99 10 101 10
                quote 00:03 99 10 101.50 12             -> partial #1 12 @ 101.5
                quote 00:04 99 10 101 10                -> filled #1 3 @ 101
                """);
    }

    @Test
    void shouldQueueBehindWhatIsDisplayedAndAdvanceByTradesAndProRataCancels() {
        play(SHORTS, """
                level 00:01 buy 100 50
                level 00:01 sell 101 50
                buy   #1 10 @ 100 gtc                   -> accepted #1
                trade 00:02 100 20 seller
                level 00:02 buy 100 30
                level 00:03 buy 100 15
                trade 00:04 100 14 seller
                trade 00:05 100 7 seller                -> partial #1 6 @ 100
                trade 00:06 99.99 100 seller            -> filled #1 4 @ 100
                """);
    }

    @Test
    void shouldAdvanceByTradesOnlyWhenCancelsCountAsBehind() {
        play(with(QueueModel.BEHIND_TRADES, StopTrigger.LAST_TRADE, HaltPolicy.ACCEPT), """
                level 00:01 buy 100 50
                level 00:01 sell 101 50
                buy   #1 10 @ 100 gtc                   -> accepted #1
                level 00:02 buy 100 40
                trade 00:03 100 30 seller
                trade 00:04 100 15 seller               -> partial #1 5 @ 100
                """);
        play(with(QueueModel.FRONT, StopTrigger.LAST_TRADE, HaltPolicy.ACCEPT), """
                level 00:01 buy 100 50
                level 00:01 sell 101 50
                buy   #1 10 @ 100 gtc                   -> accepted #1
                trade 00:02 100 1 seller                -> partial #1 1 @ 100
                trade 00:02 100 1 buyer
                """);
    }

    @Test
    void shouldShareOneTradeAmongOurOrdersInTheOrderOfTheirTurn() {
        play(SHORTS, """
                level 00:01 buy 100 5
                level 00:01 sell 101 50
                buy   #1 10 @ 100 gtc                   -> accepted #1
                level 00:02 buy 100 9
                buy   #2 10 @ 100 gtc                   -> accepted #2
                buy   #3 10 @ 100.50 gtc                -> accepted #3
                trade 00:03 100 30 seller               -> filled #3 10 @ 100.5; filled #1 10 @ 100; partial #2 1 @ 100
                """);
    }

    @Test
    void shouldKeepItsTurnWhenAnOrderIsMadeSmallerOnly() {
        play(SHORTS, """
                level 00:01 buy 100 10
                level 00:01 sell 101 50
                buy   #1 20 @ 100 gtc                   -> accepted #1
                buy   #2 20 @ 100 gtc                   -> accepted #2
                level 00:02 buy 100 40
                replace #1 10 @ 100                     -> replaced #1 10 @ 100
                replace #2 30 @ 100                     -> replaced #2 30 @ 100
                trade 00:03 100 25 seller               -> filled #1 10 @ 100
                trade 00:04 100 31 seller               -> partial #2 6 @ 100
                """);
    }

    @Test
    void shouldNotKnowItsPlaceWhenQuotesDoNotShowThePriceYet() {
        play(SHORTS, """
                quote 00:01 100 10 101 10
                buy   #1 10 @ 99 gtc                    -> accepted #1
                trade 00:02 99 500 seller
                quote 00:03 99 40 101 10
                trade 00:04 99 45 seller                -> partial #1 5 @ 99
                quote 00:05 98 40 101 10
                trade 00:06 99 1 seller                 -> partial #1 1 @ 99
                """);
    }

    @Test
    void shouldFillWhatWaitsAtItsLimitWhenTheOtherSideComesToIt() {
        play(SHORTS.withFees(FeeSchedule.ofBasisPoints("0", "10")), """
                quote 00:01 100 10 101 10
                buy   #1 30 @ 100 gtc                   -> accepted #1
                quote 00:02 98 10 99 20                 -> partial #1 20 @ 100 fee 0
                quote 00:03 98 10 99 20
                quote 00:04 98 10 99 5                  -> partial #1 5 @ 100 fee 0
                """);
    }

    @Test
    void shouldFillByTradesWhenNothingIsDisplayed() {
        play(SHORTS.withFees(FeeSchedule.ofBasisPoints("0", "10")), """
                trade 00:01 100 10
                buy   #1 15 market gtc                  -> accepted #1
                buy   #2 10 @ 99 gtc                    -> accepted #2
                buy   #3 10 @ 102 gtc                   -> accepted #3
                trade 00:02 101 20                      -> filled #1 15 @ 101 fee 1.515; partial #3 5 @ 101 fee 0.505
                trade 00:03 101 2                       -> partial #3 2 @ 102 fee 0
                trade 00:04 99 20                       -> filled #3 3 @ 102
                trade 00:05 98.99 4                     -> partial #2 4 @ 99
                """);
    }

    @Test
    void shouldFillAtOnceOrNotAtAllWhenAnOrderIsImmediate() {
        play(SHORTS, """
                level 00:01 sell 101 10
                level 00:01 sell 102 10
                level 00:01 buy 100 10
                buy   #1 15 @ 101 ioc                   -> accepted #1; partial #1 10 @ 101; cancelled #1
                buy   #2 11 @ 102 fok                   -> rejected #2 NOT_FILLED_AT_ONCE
                buy   #3 10 @ 102 fok                   -> accepted #3; filled #3 10 @ 102
                sell  #4 11 market fok                  -> rejected #4 NOT_FILLED_AT_ONCE
                sell  #5 11 market ioc                  -> accepted #5; partial #5 10 @ 100; cancelled #5
                """);
    }

    @Test
    void shouldRefuseAMakerThatWouldTakeWhatIsDisplayed() {
        play(SHORTS, """
                quote 00:01 100 10 101 10
                buy   #1 5 maker @ 101 gtc              -> rejected #1 WOULD_TAKE_LIQUIDITY
                buy   #2 5 maker @ 100.99 gtc           -> accepted #2
                sell  #3 5 maker @ 100 gtc              -> rejected #3 WOULD_TAKE_LIQUIDITY
                """);
    }

    @Test
    void shouldTriggerStopsByTheLastTradeAndThenTakeWhatIsDisplayed() {
        play(SHORTS, """
                quote 00:01 100 10 101 10
                trade 00:02 100 1 seller
                sell  #1 15 stop 99 gtc                 -> accepted #1
                sell  #2 15 stop 99 @ 98 gtc            -> accepted #2
                quote 00:03 98 10 99 10
                trade 00:04 98.50 1 seller              -> triggered #1; partial #1 10 @ 98; triggered #2
                quote 00:05 98 20 99 10                 -> filled #1 5 @ 98; filled #2 15 @ 98
                """);
    }

    @Test
    void shouldTriggerStopsByTheQuoteWhenConfiguredOrNothingHasTradedYet() {
        final String table = """
                quote 00:01 100 10 101 10
                buy   #1 5 stop 103 gtc                 -> accepted #1
                sell  #2 5 stop 99 gtc                  -> accepted #2
                quote 00:02 102 10 103 10               -> triggered #1; filled #1 5 @ 103
                quote 00:03 99 10 103 10                -> triggered #2; filled #2 5 @ 99
                """;
        play(SHORTS, table);
        play(with(QueueModel.FRONT, StopTrigger.QUOTE, HaltPolicy.ACCEPT), "trade 00:00 100 1 seller\n" + table);
    }

    @Test
    void shouldTrailByTrades() {
        play(SHORTS, """
                quote 00:01 100 10 101 10
                trade 00:02 100 1
                sell  #1 5 trail 2 gtc                  -> accepted #1
                trade 00:03 103 1
                trade 00:04 101.01 1
                trade 00:05 101 1                       -> triggered #1; filled #1 5 @ 100
                """);
    }

    @Test
    void shouldFillNothingWhileHaltedAndMeetTheMarketWhenItTradesAgain() {
        play(SHORTS, """
                quote 00:01 100 10 101 10
                sell  #1 5 stop 99 gtc                  -> accepted #1
                status 00:02 halted
                buy   #2 5 @ 102 gtc                    -> accepted #2
                buy   #3 5 market ioc                   -> rejected #3 NOT_TRADABLE
                buy   #4 5 @ 100 gtc                    -> accepted #4
                cancel #4                               -> cancelled #4
                quote 00:03 97 10 98 10
                trade 00:04 97 10
                status 00:05 trading                    -> filled #2 5 @ 98
                trade 00:06 97 1 seller                 -> triggered #1; filled #1 5 @ 97
                """);
        play(with(QueueModel.FRONT, StopTrigger.LAST_TRADE, HaltPolicy.REFUSE), """
                quote 00:01 100 10 101 10
                status 00:02 halted
                buy   #1 5 @ 100 gtc                    -> rejected #1 NOT_TRADABLE
                status 00:03 closed
                buy   #2 5 @ 100 gtc                    -> rejected #2 MARKET_CLOSED
                status 00:04 trading
                buy   #3 5 @ 100 gtc                    -> accepted #3
                """);
    }

    @Test
    void shouldOfferNothingWhileTheBookIsNotKnown() {
        play(SHORTS, """
                level 00:01 buy 100 10
                level 00:01 sell 101 10
                buy   #1 5 @ 100 gtc                    -> accepted #1
                clear 00:02
                buy   #2 5 market gtc                   -> accepted #2
                level 00:03 buy 100 30
                level 00:03 sell 101 10                 -> filled #2 5 @ 101
                trade 00:04 100 12 seller               -> partial #1 2 @ 100
                """);
    }

    @Test
    void shouldFillNothingFromBarsWhereTicksAreFed() {
        play(SHORTS, """
                quote 00:01 100 10 101 10
                buy   #1 5 @ 99 gtc                     -> accepted #1
                bar   00:02 100 101 90 100 1000
                """);
    }

    @Test
    void shouldCrossAuctionOrdersAtTheFirstTradeOfASessionAndTheFirstAfterIt() {
        play(SHORTS.withCalendar(TradingCalendar.US_EQUITIES), """
                trade 2024-03-07T20:59:00Z 100 10
                buy   #1 10 market opg                  -> accepted #1
                trade 2024-03-08T14:29:00Z 100 10
                trade 2024-03-08T14:30:01Z 101 15       -> filled #1 10 @ 101
                buy   #2 10 market cls                  -> accepted #2
                buy   #3 10 @ 90 day                    -> accepted #3
                trade 2024-03-08T20:59:59Z 101 10
                trade 2024-03-08T21:00:02Z 102 8        -> partial #2 8 @ 102; expired #2; expired #3
                """);
    }

    @Test
    void shouldEndDayOrdersWhenTheMarketMovesOnTheNextDay() {
        play(SHORTS, """
                quote 23:59 100 10 101 10
                buy   #1 5 @ 99 day                     -> accepted #1
                quote 2024-01-03T00:00:01Z 90 10 91 10  -> expired #1
                """);
    }
}
