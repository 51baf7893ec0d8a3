package reprise.simulation.venue;

import static reprise.simulation.venue.VenueScenario.play;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import reprise.number.Money;

class SimulatedVenueScenarioTest {
    private static final VenueConfig PLAIN = VenueConfig.PLAIN;
    private static final VenueConfig SHORTS = PLAIN.withShortsAndLeverageE8(Money.ONE);

    @Test
    void shouldFillMarketOrdersAtTheNextOpenWhenTheyCameBeforeIt() {
        play(PLAIN, """
                bar   00:00 100 101 99 100.50 1000
                buy   #1 10 market gtc                  -> accepted #1 at 00:01
                open  00:01 100.60 101 100 100.20 1000  -> filled #1 10 @ 100.6 fee 0 at 00:01
                close
                """);
    }

    @Test
    void shouldFillAtTheOpenWhenTheMarketGapsOverNight() {
        play(PLAIN, """
                bar   00:00 100 101 99 100.50 1000
                buy   #1 10 market gtc                  -> accepted #1
                buy   #2 10 @ 99 gtc                    -> accepted #2
                open  09:00 90 95 89 94 1000            -> filled #1 10 @ 90 at 09:00; filled #2 10 @ 90 at 09:00
                close
                """);
    }

    @Test
    void shouldWaitForTheNextBarWhenAnOrderComesWhileABarTrades() {
        play(PLAIN, """
                bar   00:00 100 101 99 100 1000
                open  00:01 100 101 99 100 1000
                buy   #1 10 market gtc                  -> accepted #1
                buy   #2 10 @ 99.50 gtc                 -> accepted #2
                close
                open  00:02 100 101 99 100 1000         -> filled #1 10 @ 100
                close                                   -> filled #2 10 @ 99.5 at 00:03
                """);
    }

    @Test
    void shouldNotFillInABarThatOpenedBeforeTheOrderCame() {
        play(PLAIN, """
                bar   00:05 100 101 99 100 1000
                buy   #1 10 market gtc                  -> accepted #1 at 00:06
                bar   00:03 100 101 99 100 1000
                bar   00:06 100 101 99 100 1000         -> filled #1 10 @ 100
                """);
    }

    @Test
    void shouldFillLimitOrdersWhenTheBarTradesThroughThem() {
        play(SHORTS, """
                bar   00:00 100 101 99 100 1000
                buy   #1 10 @ 99.50 gtc                 -> accepted #1
                buy   #2 10 @ 99 gtc                    -> accepted #2
                sell  #3 10 @ 101 gtc                   -> accepted #3
                sell  #4 10 @ 100.99 gtc                -> accepted #4
                bar   00:01 100 101 99 100 1000         -> filled #1 10 @ 99.5 at 00:02; filled #4 10 @ 100.99 at 00:02
                bar   00:02 100 101.01 98.99 100 1000   -> filled #2 10 @ 99; filled #3 10 @ 101
                """);
    }

    @Test
    void shouldFillLimitOrdersWhenTheBarTouchesThemIfTouchingIsEnough() {
        play(SHORTS.withLimitFillRule(LimitFillRule.TOUCH), """
                bar   00:00 100 101 99 100 1000
                buy   #1 10 @ 99 gtc                    -> accepted #1
                sell  #2 10 @ 101 gtc                   -> accepted #2
                buy   #3 10 @ 100 gtc                   -> accepted #3
                open  00:01 100 101 99 100 1000         -> filled #3 10 @ 100
                close                                   -> filled #1 10 @ 99; filled #2 10 @ 101
                """);
    }

    @Test
    void shouldShareTheBarAmongOrdersFirstComeFirstServedWhenParticipationIsLimited() {
        play(PLAIN.withMaxParticipationE8(10_000_000), """
                bar   00:00 100 101 99 100 1000
                buy   #1 150 market gtc                 -> accepted #1
                buy   #2 60 @ 102 gtc                   -> accepted #2
                buy   #3 30 market gtc                  -> accepted #3
                bar   00:01 100 101 99 100 1000         -> partial #1 100 @ 100
                bar   00:02 101 103 100 102 800         -> filled #1 50 @ 101; partial #2 30 @ 101
                bar   00:03 103 103 101.50 102 500      -> filled #3 30 @ 103; partial #2 20 @ 102
                bar   00:04 101 103 101 102 0
                bar   00:05 101 103 101 102 100         -> filled #2 10 @ 101
                """);
    }

    @Test
    void shouldKeepToWholeLotsWhenParticipationIsLimited() {
        play(PLAIN.withMaxParticipationE8(10_000_000), """
                xyz
                bar   00:00 100 101 99 100 1000
                buy   #1 30 market gtc                  -> accepted #1
                bar   00:01 100 101 99 100 199          -> partial #1 10 @ 100
                bar   00:02 100 101 99 100 99
                bar   00:03 100 101 99 100 1000         -> filled #1 20 @ 100
                """);
    }

    @Test
    void shouldSlipMarketOrdersOnlyAndRoundAdverselyToTheTick() {
        play(SHORTS.withSlippageE8(30_000), """
                bar   00:00 100 101 99 100 1000
                buy   #1 10 market gtc                  -> accepted #1
                sell  #2 10 market gtc                  -> accepted #2
                buy   #3 10 @ 101 gtc                   -> accepted #3
                bar   00:01 100.10 101 99 100 1000      -> filled #1 10 @ 100.14; filled #2 10 @ 100.06; filled #3 10 @ 100.1
                xyz
                bar   00:02 100 101 99 100 1000
                buy   #4 10 market gtc                  -> accepted #4
                sell  #5 10 market gtc                  -> accepted #5
                bar   00:03 100.10 101 99 100 1000      -> filled #4 10 @ 100.15; filled #5 10 @ 100.05
                """);
    }

    @Test
    void shouldChargeTakersAtTheOpenAndMakersAtTheLimitRoundedUp() {
        play(SHORTS.withFees(FeeSchedule.ofBasisPoints("1.5", "3.3333")), """
                bar   00:00 100 101 99 100 1000
                buy   #1 10 market gtc                  -> accepted #1
                buy   #2 10 @ 99.99 gtc                 -> accepted #2
                bar   00:01 100.07 101 99 100 1000      -> filled #1 10 @ 100.07 fee 0.33356334; filled #2 10 @ 99.99 fee 0.149985
                """);
    }

    @Test
    void shouldChargeByQuantityWithAMinimumForEachOrder() {
        final FeeSchedule fees = new FeeSchedule(0, 0, Money.parse("0.005"), Money.ONE);
        play(SHORTS.withFees(fees).withMaxParticipationE8(10_000_000), """
                bar   00:00 100 101 99 100 1000
                buy   #1 400 market gtc                 -> accepted #1
                bar   00:01 100 101 99 100 1000         -> partial #1 100 @ 100 fee 1
                bar   00:02 100 101 99 100 1500         -> partial #1 150 @ 100 fee 0.25
                bar   00:03 100 101 99 100 1500         -> filled #1 150 @ 100 fee 0.75
                """);
    }

    @Test
    void shouldRejectWhatBreaksTheRulesInTheOrderOfTheRules() {
        play(PLAIN, """
                buy   #1 10 market gtc                  -> rejected #1 NO_MARKET_PRICE
                buy   #2 10 @ 99.99 gtc                 -> accepted #2
                cancel #2                               -> cancelled #2
                bar   00:00 100 101 99 100 1000
                buy   #3 0 market gtc                   -> rejected #3 QUANTITY_NOT_ON_LOT
                buy   #4 -5 market gtc                  -> rejected #4 QUANTITY_NOT_ON_LOT
                buy   #5 10 @ -1 gtc                    -> rejected #5 PRICE_NOT_ON_TICK
                buy   #6 10 @ 0 gtc                     -> rejected #6 PRICE_NOT_ON_TICK
                buy   #7 1 @ 9.99 gtc                   -> rejected #7 BELOW_MIN_NOTIONAL
                sell  #8 1 market gtc                   -> rejected #8 SHORT_NOT_ALLOWED
                buy   #9 10001 market gtc               -> rejected #9 INSUFFICIENT_FUNDS
                buy   #10 10000 market gtc              -> accepted #10
                buy   #10 1 @ 50 gtc                    -> rejected #10 DUPLICATE_ORDER
                buy   #9 1 @ 50 gtc                     -> rejected #9 DUPLICATE_ORDER
                xyz
                buy   #11 15 @ 100 gtc                  -> rejected #11 QUANTITY_NOT_ON_LOT
                buy   #12 20 @ 100.01 gtc               -> rejected #12 PRICE_NOT_ON_TICK
                """);
    }

    @Test
    void shouldReserveFundsForOpenOrdersAndReleaseThemWhenTheyEnd() {
        play(PLAIN, "1000", Duration.ofMinutes(1), """
                bar   00:00 100 101 99 100 1000
                buy   #1 6 @ 100 gtc                    -> accepted #1
                buy   #2 5 @ 100 gtc                    -> rejected #2 INSUFFICIENT_FUNDS
                buy   #3 4 @ 100 gtc                    -> accepted #3
                cancel #1                               -> cancelled #1
                buy   #4 6 market gtc                   -> accepted #4
                bar   00:01 90 90 80 85 1000            -> filled #3 4 @ 90; filled #4 6 @ 90
                buy   #5 1 @ 101 gtc                    -> rejected #5 INSUFFICIENT_FUNDS
                buy   #6 1 @ 99 gtc                     -> accepted #6
                sell  #7 10 @ 120 gtc                   -> accepted #7
                sell  #8 1 @ 120 gtc                    -> rejected #8 SHORT_NOT_ALLOWED
                """);
    }

    @Test
    void shouldNeedFundsForTheOpeningPartOnlyWhenAnOrderTurnsThePositionOver() {
        play(SHORTS, "1000", Duration.ofMinutes(1), """
                bar   00:00 100 100 100 100 1000
                buy   #1 10 market gtc                  -> accepted #1
                bar   00:01 100 100 100 100 1000        -> filled #1 10 @ 100
                sell  #2 11 market gtc                  -> rejected #2 INSUFFICIENT_FUNDS
                sell  #3 10 market gtc                  -> accepted #3
                sell  #4 1 market gtc                   -> rejected #4 INSUFFICIENT_FUNDS
                bar   00:02 100 100 100 100 1000        -> filled #3 10 @ 100
                sell  #5 11 market gtc                  -> rejected #5 INSUFFICIENT_FUNDS
                sell  #6 10 market gtc                  -> accepted #6
                bar   00:03 100 100 100 100 1000        -> filled #6 10 @ 100
                buy   #7 10 @ 90 gtc                    -> accepted #7
                """);
    }

    @Test
    void shouldAllowLeverageUpToItsLimit() {
        play(PLAIN.withShortsAndLeverageE8(Money.parse("2.5")), "1000", Duration.ofMinutes(1), """
                bar   00:00 100 100 100 100 1000
                buy   #1 26 market gtc                  -> rejected #1 INSUFFICIENT_FUNDS
                buy   #2 25 market gtc                  -> accepted #2
                """);
    }

    @Test
    void shouldCancelAndReplaceWhatIsOpen() {
        play(PLAIN, """
                bar   00:00 100 101 99 100 1000
                buy   #1 10 @ 99 gtc                    -> accepted #1
                replace #1 20 @ 99.50                   -> replaced #1 20 @ 99.5
                replace #1 0 @ 99.50                    -> replace-rejected #1 TOO_LATE
                replace #1 20 @ -1                      -> replace-rejected #1 PRICE_NOT_ON_TICK
                replace #1 100000 @ 99                  -> replace-rejected #1 INSUFFICIENT_FUNDS
                bar   00:01 100 101 99.40 100 1000      -> filled #1 20 @ 99.5
                replace #1 30 @ 99                      -> replace-rejected #1 TOO_LATE
                cancel #1                               -> cancel-rejected #1 TOO_LATE
                cancel #9                               -> cancel-rejected #9 TOO_LATE
                """);
    }

    @Test
    void shouldNotFillNewTermsInABarThatOpenedBeforeThem() {
        play(PLAIN, """
                bar   00:00 100 101 99 100 1000
                buy   #1 10 @ 95 gtc                    -> accepted #1
                open  00:01 100 101 97 100 1000
                replace #1 10 @ 99                      -> replaced #1 10 @ 99
                close
                bar   00:02 100 101 97 100 1000         -> filled #1 10 @ 99
                """);
    }

    @Test
    void shouldReplaceTheRestWhenAPartHasTraded() {
        play(PLAIN.withMaxParticipationE8(10_000_000), """
                bar   00:00 100 101 99 100 1000
                buy   #1 10 @ 101 gtc                   -> accepted #1
                bar   00:01 100 101 99 100 40           -> partial #1 4 @ 100
                replace #1 4 @ 101                      -> replace-rejected #1 TOO_LATE
                replace #1 6 @ 101                      -> replaced #1 6 @ 101
                bar   00:02 100 101 99 100 1000         -> filled #1 2 @ 100
                """);
    }

    @Test
    void shouldReportAccountPositionsAndOpenOrdersWhenAsked() {
        play(PLAIN.withFees(FeeSchedule.ofBasisPoints("0", "10")), "1000", Duration.ofMinutes(1), """
                bar   00:00 100 101 99 100 1000
                buy   #1 3 market gtc                   -> accepted #1
                bar   00:01 100 101 99 100 1000         -> filled #1 3 @ 100
                buy   #2 3 market gtc                   -> accepted #2
                bar   00:02 100.01 101 99 100 1000      -> filled #2 3 @ 100.01
                buy   #3 1 @ 99 gtc                     -> accepted #3
                reconcile                               -> view; reported #3 WORKING 0 of 1; position ABC 6 @ 100; position XYZ 0 @ 0; cash 399.36997 USD; complete
                """);
    }

    @Test
    void shouldEndDayOrdersAtMidnightWhenTheMarketIsAlwaysOpen() {
        play(PLAIN, """
                bar   23:57 100 101 99 100 1000
                buy   #1 10 @ 90 day                    -> accepted #1 at 23:58
                buy   #2 10 @ 90 gtc                    -> accepted #2 at 23:58
                bar   23:58 100 101 99 100 1000
                bar   23:59 100 101 99 100 1000
                buy   #3 10 @ 91 day                    -> accepted #3
                open  2024-01-03T00:00:00Z 80 101 79 100 1000 -> expired #1 at 2024-01-03T00:00:00Z; filled #2 10 @ 80 at 2024-01-03T00:00:00Z; filled #3 10 @ 80 at 2024-01-03T00:00:00Z
                """);
    }

    @Test
    void shouldEndDayOrdersWhenABarOfAnotherInstrumentOpensOnTheNextDay() {
        play(PLAIN, """
                bar   12:00 100 101 99 100 1000
                buy   #1 10 @ 90 day                    -> accepted #1
                xyz
                bar   2024-01-04T10:00:00Z 50 51 49 50 100 -> expired #1 at 2024-01-03T00:00:00Z
                """);
    }

    @Test
    void shouldEndDayOrdersAtFourInNewYorkWhateverTheClocksDo() {
        // Clocks went forward on 2024-03-10 and back on 2024-11-03.
        play(PLAIN.withCalendar(TradingCalendar.US_EQUITIES), """
                bar   2024-03-08T20:50:00Z 100 101 99 100 1000
                buy   #1 10 @ 90 day                    -> accepted #1
                bar   2024-03-08T20:59:00Z 100 101 99 100 1000
                bar   2024-03-08T21:00:00Z 100 101 99 100 1000 -> expired #1 at 2024-03-08T21:00:00Z
                bar   2024-03-11T13:30:00Z 100 101 99 100 1000
                buy   #2 10 @ 90 day                    -> accepted #2
                bar   2024-03-11T19:59:00Z 100 101 99 100 1000
                bar   2024-03-11T20:00:00Z 100 101 99 100 1000 -> expired #2 at 2024-03-11T20:00:00Z
                bar   2024-11-01T19:50:00Z 100 101 99 100 1000
                buy   #3 10 @ 90 day                    -> accepted #3
                bar   2024-11-04T20:50:00Z 100 101 99 100 1000 -> expired #3 at 2024-11-01T20:00:00Z
                buy   #4 10 @ 90 day                    -> accepted #4
                bar   2024-11-04T20:59:00Z 100 101 99 100 1000
                bar   2024-11-04T21:00:00Z 100 101 99 100 1000 -> expired #4 at 2024-11-04T21:00:00Z
                """);
    }

    @Test
    void shouldGiveADayOrderTheNextSessionWhenItComesAfterTheClose() {
        // Thanksgiving 2024 was on November 28: no bar, so no day.
        play(PLAIN.withCalendar(TradingCalendar.US_EQUITIES), """
                bar   2024-11-27T20:59:00Z 100 101 99 100 1000
                buy   #1 10 @ 99.50 day                 -> accepted #1
                buy   #2 10 @ 90 day                    -> accepted #2
                bar   2024-11-29T14:30:00Z 100 101 99 100 1000 -> filled #1 10 @ 99.5
                bar   2024-12-02T14:30:00Z 100 101 99 100 1000 -> expired #2 at 2024-11-29T18:00:00Z
                """);
    }
}
