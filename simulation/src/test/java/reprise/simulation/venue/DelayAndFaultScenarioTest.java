package reprise.simulation.venue;

import static reprise.simulation.venue.VenueScenario.play;
import static reprise.simulation.venue.VenueScenario.playWithMarket;

import org.junit.jupiter.api.Test;
import reprise.number.Money;
import reprise.simulation.venue.FaultSchedule.DisconnectMode;

class DelayAndFaultScenarioTest {
    private static final long MS = 1_000_000;
    private static final long MINUTE = 60_000 * MS;
    private static final VenueConfig SHORTS = VenueConfig.PLAIN.withShortsAndLeverageE8(Money.ONE);

    private static Delay fixed(final long ms) {
        return new Delay(ms * MS, 0);
    }

    /** Breaks for the first time shortly before 00:09, until shortly after 00:10. */
    private static VenueConfig breaking(final DisconnectMode mode, final boolean announced) {
        return SHORTS.withFaults(new FaultSchedule(5, 0, 0, 10 * MINUTE, MINUTE, mode, announced));
    }

    @Test
    void shouldTakeAsLongAsTheWaysAre() {
        final LatencyModel latency = new LatencyModel(fixed(10), fixed(20), fixed(5), 1);
        playWithMarket(SHORTS.withLatency(latency), """
                until 00:00:01                          -> cash 1000000 USD at 00:00:00.005; VenueConnected at 00:00:00.005
                quote 00:00:01 100 10 101 10
                until 00:00:02                          -> quote at 00:00:01.010
                buy   #1 5 market gtc
                until 00:00:01.030
                until 00:00:02                          -> accepted #1 at 00:00:01.035; filled #1 5 @ 101 fee 0 at 00:00:01.035
                """);
    }

    @Test
    void shouldTradeAgainstTheMarketOfTheMomentAtWhichACommandArrives() {
        play(SHORTS.withLatency(new LatencyModel(Delay.NONE, fixed(20), Delay.NONE, 1)), """
                quote 00:00:01 100 10 101 10
                buy   #1 5 market gtc
                until 00:00:01.010
                quote 00:00:01.010 102 10 103 10
                until 00:00:02                          -> accepted #1 at 00:00:01.020; filled #1 5 @ 103 fee 0 at 00:00:01.020
                """);
    }

    @Test
    void shouldMissACancelThatComesTooLate() {
        play(SHORTS.withLatency(new LatencyModel(Delay.NONE, fixed(20), fixed(20), 1)), """
                quote 00:00:01 100 10 101 10
                buy   #1 5 @ 100 gtc
                until 00:00:02                          -> cash 1000000 USD at 00:00:00.020; VenueConnected at 00:00:00.020; accepted #1 at 00:00:01.040
                cancel #1
                trade 00:00:01.050 99 10 seller
                until 00:00:03                          -> filled #1 5 @ 100 fee 0 at 00:00:01.070; cancel-rejected #1 TOO_LATE at 00:00:01.080
                """.replace(
                        "trade 00:00:02.010", "trade 00:00:01.050")
                .replace("at 00:00:02.030; cancel", "at 00:00:01.070; cancel")
                .replace("TOO_LATE at 00:00:02.030", "TOO_LATE at 00:00:01.080"));
    }

    @Test
    void shouldDeliverWhatIsUnderWayAndNothingMoreWhenTheDataEnds() {
        play(SHORTS.withLatency(new LatencyModel(Delay.NONE, fixed(20), fixed(20), 1)), """
                quote 00:00:01 100 10 101 10
                buy   #1 5 market gtc
                until 00:00:01.020                      -> cash 1000000 USD; VenueConnected
                quote 00:00:01.030 100 10 101 10
                buy   #2 5 market gtc
                end
                until 01:00                             -> accepted #1; filled #1 5 @ 101
                """);
    }

    @Test
    void shouldSayWhatBecameOfAnOrderWhenAsked() {
        play(SHORTS, """
                quote 00:01 100 10 101 10
                buy   #1 12 market gtc                  -> accepted #1; partial #1 10 @ 101
                query #1                                -> partial #1 10 @ 101; reported #1 WORKING 10 of 12
                quote 00:02 100 10 102 10               -> filled #1 2 @ 102
                query #1                                -> partial #1 10 @ 101; filled #1 2 @ 102; reported #1 FILLED 12 of 12
                buy   #2 12 @ 90 gtc                    -> accepted #2
                cancel #2                               -> cancelled #2
                query #2                                -> reported #2 CANCELED 0 of 12
                buy   #3 0 @ 90 gtc                     -> rejected #3 QUANTITY_NOT_ON_LOT
                query #3                                -> reported #3 REJECTED 0 of 0
                buy   #4 12 @ 90 day                    -> accepted #4
                quote 2024-01-03T00:00:01Z 100 10 102 1 -> expired #4
                query #4                                -> reported #4 EXPIRED 0 of 12
                query #5                                -> not-found #5
                """);
    }

    @Test
    void shouldRepeatExecutionsUnderTheirIds() {
        play(SHORTS.withFaults(new FaultSchedule(1, 0, Money.ONE, 0, 0, DisconnectMode.DELAYED, false)), """
                quote 00:01 100 10 101 10
                buy   #1 5 market gtc                   -> accepted #1; accepted #1; filled #1 5 @ 101; filled #1 5 @ 101
                """);
    }

    @Test
    void shouldRefuseAtRandomWhenScheduled() {
        play(SHORTS.withFaults(new FaultSchedule(1, Money.ONE, 0, 0, 0, DisconnectMode.DELAYED, false)), """
                quote 00:01 100 10 101 10
                buy   #1 5 market gtc                   -> rejected #1 VENUE_OTHER
                query #1                                -> reported #1 REJECTED 0 of 5
                """);
    }

    @Test
    void shouldFillInPiecesWhenScheduled() {
        final FaultSchedule splits = new FaultSchedule(1, 0, 0, 0, 0, DisconnectMode.DELAYED, false, Money.ONE);
        play(SHORTS.withFaults(splits), """
                quote 00:01 100 20 101 20
                buy   #1 12 market gtc                  -> accepted #1; partial #1 2 @ 101; partial #1 2 @ 101; partial #1 2 @ 101; partial #1 2 @ 101; partial #1 2 @ 101; filled #1 2 @ 101
                buy   #2 1 market gtc                   -> accepted #2; filled #2 1 @ 101
                """);
    }

    @Test
    void shouldTakeCommandsThatNobodyHearsOfWhenAnswersAreLost() {
        play(breaking(DisconnectMode.ANSWERS_LOST, false), """
                quote 00:01 100 10 101 10
                until 00:09:30
                quote 00:09:30 100 10 101 10
                buy   #1 5 market gtc
                until 00:11
                query #1                                -> filled #1 5 @ 101; reported #1 FILLED 5 of 5
                """);
    }

    @Test
    void shouldNotKnowOrdersThatWereLost() {
        play(breaking(DisconnectMode.COMMANDS_LOST, false), """
                quote 00:01 100 10 101 10
                until 00:09:30
                quote 00:09:30 100 10 101 10
                buy   #1 5 market gtc
                until 00:11
                query #1                                -> not-found #1
                """);
    }

    @Test
    void shouldDeliverEverythingLaterWhenMessagesAreHeldUp() {
        play(breaking(DisconnectMode.DELAYED, false), """
                quote 00:01 100 10 101 10
                buy   #1 5 @ 100 gtc                    -> accepted #1
                until 00:09:30
                trade 00:09:30 99 10 seller
                buy   #2 5 market gtc
                until 00:11                             -> filled #1 5 @ 100; accepted #2; filled #2 5 @ 101
                """);
    }

    @Test
    void shouldBreakAndHealByItsSchedule() {
        play(breaking(DisconnectMode.COMMANDS_LOST, true), """
                until 00:15                             -> VenueDisconnected at 00:08:52.060827590; VenueConnected at 00:10:07.199248540
                """);
    }

    @Test
    void shouldTellOfExecutionsThatWereLostBeforeItReconciles() {
        play(breaking(DisconnectMode.COMMANDS_AND_ANSWERS_LOST, true), """
                quote 00:01 100 10 101 10
                buy   #1 5 @ 100 gtc                    -> accepted #1
                until 00:09:30                          -> VenueDisconnected
                trade 00:09:30 99 10 seller
                until 00:11                             -> VenueConnected
                reconcile                               -> view; filled #1 5 @ 100; position ABC 5 @ 100; position XYZ 0 @ 0; cash 999500 USD; complete
                """);
    }
}
