package reprise.core;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Brackets and one-cancels-other pairs, through partial fills, races, refusals and reversals. */
class OrderGroupScenarioTest {
    private static final String TABLES = """
            == a bracket whose target fills
              trade 100
              bracket E buy 10 limit 100 stop 95 target 110 -> submit E s1 BUY 10 I0 limit 100
              accept E
              done E x1 10@100              -> submit C1 s1 SELL 10 I0 stop 95; submit C2 s1 SELL 10 I0 limit 110
              accept C1
              accept C2
              done C2 x2 10@110             -> cancel C1
              cancelled C1
              position 0
              is C1 CANCELED 0/10

            == a bracket to sell whose stop fills
              trade 100
              bracket E sell 10 market stop 105 target 90 -> submit E s1 SELL 10 I0 market
              done E x1 10@100              -> submit C1 s1 BUY 10 I0 stop 105; submit C2 s1 BUY 10 I0 limit 90
              accept C1
              accept C2
              done C1 x2 10@105             -> cancel C2
              cancelled C2
              position 0

            == the exits grow with the entry
              trade 100
              bracket E buy 10 limit 100 stop 95 target 110 -> submit E s1 BUY 10 I0 limit 100
              part E x1 4@100               -> submit C1 s1 SELL 4 I0 stop 95; submit C2 s1 SELL 4 I0 limit 110
              accept C1
              part E x2 3@100               -> replace C1 7 limit 0 stop 95
              accept C2                     -> replace C2 7 limit 110
              done E x3 3@100
              replaced C1 7 0 95            -> replace C1 10 limit 0 stop 95
              replaced C2 7 110             -> replace C2 10 limit 110
              replaced C1 10 0 95
              replaced C2 10 110
              is C1 NEW 0/10
              is C2 NEW 0/10

            == an entry that is cancelled leaves what it filled protected
              trade 100
              bracket E buy 10 limit 100 stop 95 target 110 -> submit E s1 BUY 10 I0 limit 100
              part E x1 4@100               -> submit C1 s1 SELL 4 I0 stop 95; submit C2 s1 SELL 4 I0 limit 110
              accept C1
              accept C2
              cancel E                      -> cancel E
              cancelled E
              is C1 NEW 0/4
              part E x2 1@100               -> replace C1 5 limit 0 stop 95; replace C2 5 limit 110
              position 5

            == a fill after the cancel of an entry that had none is protected
              trade 100
              bracket E buy 10 limit 100 stop 95 target 110 -> submit E s1 BUY 10 I0 limit 100
              cancel E                      -> cancel E
              cancelled E
              part E x1 4@100               -> submit C1 s1 SELL 4 I0 stop 95; submit C2 s1 SELL 4 I0 limit 110

            == a target that fills in parts makes the stop smaller
              trade 100
              bracket E buy 10 limit 100 stop 95 target 110 -> submit E s1 BUY 10 I0 limit 100
              done E x1 10@100              -> submit C1 s1 SELL 10 I0 stop 95; submit C2 s1 SELL 10 I0 limit 110
              accept C1
              accept C2
              part C2 x2 4@110              -> replace C1 6 limit 0 stop 95
              replaced C1 6 0 95
              done C1 x3 6@95               -> cancel C2
              cancelled C2
              position 0

            == a stop that the engine holds changes at once
              venue MARKET LIMIT
              trade 100
              bracket E buy 10 limit 100 stop 95 target 110 -> submit E s1 BUY 10 I0 limit 100
              done E x1 10@100              -> submit C2 s1 SELL 10 I0 limit 110
              is C1 HELD 0/10
              accept C2
              part C2 x2 4@110
              is C1 HELD 0/6
              trade 95                      -> submit C1 s1 SELL 6 I0 market
              done C1 x3 6@95               -> cancel C2
              cancelled C2
              position 0

            == both exits fill: the excess is taken back
              trade 100
              bracket E buy 10 limit 100 stop 95 target 110 -> submit E s1 BUY 10 I0 limit 100
              done E x1 10@100              -> submit C1 s1 SELL 10 I0 stop 95; submit C2 s1 SELL 10 I0 limit 110
              accept C1
              accept C2
              done C2 x2 10@110             -> cancel C1
              part C1 x3 3@95               -> submit C3 s1 BUY 3 I0 market
              part C1 x4 1@95
              done C3 x5 3@96               -> submit C4 s1 BUY 1 I0 market
              cancelled C1
              done C4 x6 1@96
              position 0
              engine ACTIVE

            == a replacement that is refused makes the order new
              trade 100
              bracket E buy 10 limit 100 stop 95 target 110 -> submit E s1 BUY 10 I0 limit 100
              part E x1 4@100               -> submit C1 s1 SELL 4 I0 stop 95; submit C2 s1 SELL 4 I0 limit 110
              accept C1
              accept C2
              done E x2 6@100               -> replace C1 10 limit 0 stop 95; replace C2 10 limit 110
              replaced C2 10 110
              replaceRejected C1            -> cancel C1
              cancelled C1                  -> submit C3 s1 SELL 10 I0 stop 95

            == a stop that is rejected is tried again, held by the engine
              trade 100
              bracket E buy 10 limit 100 stop 95 target 110 -> submit E s1 BUY 10 I0 limit 100
              done E x1 10@100              -> submit C1 s1 SELL 10 I0 stop 95; submit C2 s1 SELL 10 I0 limit 110
              accept C2
              reject C1
              buy X 1 limit 100             -> refused REDUCE_ONLY
              trade 100
              is C3 HELD 0/10
              buy X 1 limit 100             -> submit X s1 BUY 1 I0 limit 100
              trade 95                      -> submit C3 s1 SELL 10 I0 market

            == a stop that is reached already goes out at once
              trade 100
              bracket E buy 10 limit 100 stop 95 target 110 -> submit E s1 BUY 10 I0 limit 100
              trade 94
              done E x1 10@100              -> submit C1 s1 SELL 10 I0 market; submit C2 s1 SELL 10 I0 limit 110

            == market exits that are rejected again and again block further opens
              trade 100
              bracket E buy 10 limit 100 stop 95 target 110 -> submit E s1 BUY 10 I0 limit 100
              trade 94
              done E x1 10@100              -> submit C1 s1 SELL 10 I0 market; submit C2 s1 SELL 10 I0 limit 110
              reject C1
              trade 94                      -> submit C3 s1 SELL 10 I0 market
              reject C3
              trade 94                      -> submit C4 s1 SELL 10 I0 market
              reject C4
              trade 94
              buy X 1 limit 90              -> refused REDUCE_ONLY
              cancel C2                     -> cancel C2
              cancelled C2
              sell Y 10 limit 90            -> submit Y s1 SELL 10 I0 limit 90
              done Y x2 10@94
              buy X 1 limit 90              -> submit X s1 BUY 1 I0 limit 90

            == an exit that the strategy cancels is the strategy's business
              venue MARKET LIMIT
              trade 100
              bracket E buy 10 limit 100 stop 95 target 110 -> submit E s1 BUY 10 I0 limit 100
              done E x1 10@100              -> submit C2 s1 SELL 10 I0 limit 110
              cancel C1
              is C1 CANCELED 0/10
              trade 94
              buy X 1 limit 90              -> submit X s1 BUY 1 I0 limit 90

            == a fill of the entry that is taken back
              trade 100
              bracket E buy 10 limit 100 stop 95 target 110 -> submit E s1 BUY 10 I0 limit 100
              part E x1 4@100               -> submit C1 s1 SELL 4 I0 stop 95; submit C2 s1 SELL 4 I0 limit 110
              accept C1
              accept C2
              bust E x1 4@100               -> cancel C1; cancel C2
              position 0

            == a fill of an exit that is taken back
              trade 100
              bracket E buy 10 limit 100 stop 95 target 110 -> submit E s1 BUY 10 I0 limit 100
              done E x1 10@100              -> submit C1 s1 SELL 10 I0 stop 95; submit C2 s1 SELL 10 I0 limit 110
              accept C1
              accept C2
              done C2 x2 10@110             -> cancel C1
              cancelled C1
              bust C2 x2 10@110             -> submit C3 s1 SELL 10 I0 stop 95; submit C4 s1 SELL 10 I0 limit 110
              position 10

            == exits wait for the venue and for the end of a halt
              trade 100
              bracket E buy 10 limit 100 stop 95 target 110 -> submit E s1 BUY 10 I0 limit 100
              halt                          -> cancel E
              part E x1 4@100
              trade 100
              active
              trade 100                     -> submit C1 s1 SELL 4 I0 stop 95; submit C2 s1 SELL 4 I0 limit 110

            == brackets whose prices make no sense
              trade 100
              bracket E buy 10 limit 100 stop 100 target 110 -> refused BAD_STOP_PRICE
              bracket E buy 10 limit 100 stop 95 target 100 -> refused BAD_STOP_PRICE
              bracket E sell 10 limit 100 stop 95 target 90 -> refused BAD_STOP_PRICE
              bracket E buy 10 limit 100 stop 0 target 0 -> refused BAD_STOP_PRICE
              bracket E buy 10 limit 100 stop -1 target 110 -> refused BAD_STOP_PRICE
              bracket E buy 10 limit 100 stop 95 target -1 -> refused PRICE_NOT_ON_TICK

            == a bracket with a stop alone
              trade 100
              bracket E buy 10 limit 100 stop 95 target 0 -> submit E s1 BUY 10 I0 limit 100
              part E x1 4@100               -> submit C1 s1 SELL 4 I0 stop 95
              accept C1
              trade 120
              done C1 x2 4@95
              position 0

            == a bracket with a target alone
              trade 100
              bracket E buy 10 limit 100 stop 0 target 110 -> submit E s1 BUY 10 I0 limit 100
              done E x1 10@100              -> submit C1 s1 SELL 10 I0 limit 110
              accept C1
              buy A 1 limit 90              -> submit A s1 BUY 1 I0 limit 90

            == the reports of a bracket's exits in every order
              trade 100
              bracket E buy 10 limit 100 stop 95 target 110 -> submit E s1 BUY 10 I0 limit 100
              done E x1 10@100              -> submit C1 s1 SELL 10 I0 stop 95; submit C2 s1 SELL 10 I0 limit 110
              * accept C1
              * accept C2
              * part C2 x2 4@110
              * done C2 x3 6@110
              * cancelled C1
              is C1 CANCELED 0/10
              is C2 FILLED 10/10
              position 0
              engine ACTIVE

            == a pair of exits of which one fills
              trade 100
              buy P 10 limit 100            -> submit P s1 BUY 10 I0 limit 100
              done P x1 10@100
              pair sell A 10 limit 110 and sell B 10 stop 95 -> submit A s1 SELL 10 I0 limit 110; submit B s1 SELL 10 I0 stop 95
              accept A
              accept B
              part A x2 4@110               -> replace B 6 limit 0 stop 95
              replaced B 6 0 95
              done A x3 6@110               -> cancel B
              cancelled B
              position 0

            == a pair that both fill: the excess is taken back
              trade 100
              pair sell A 10 limit 110 and sell B 10 stop 95 -> submit A s1 SELL 10 I0 limit 110; submit B s1 SELL 10 I0 stop 95
              done A x1 10@110              -> cancel B
              done B x2 10@95               -> submit C1 s1 BUY 10 I0 market
              cancelRejected B
              done C1 x3 10@95
              position -10

            == a pair on both sides that both fill: the fills offset each other
              trade 100
              pair buy A 10 stop 105 and sell B 10 stop 95 -> submit A s1 BUY 10 I0 stop 105; submit B s1 SELL 10 I0 stop 95
              done A x1 10@105              -> cancel B
              done B x2 10@95
              position 0

            == a pair of which one is rejected
              trade 100
              pair sell A 10 limit 110 and sell B 10 stop 95 -> submit A s1 SELL 10 I0 limit 110; submit B s1 SELL 10 I0 stop 95
              reject A
              accept B
              is B NEW 0/10

            == a pair of which one is refused is not submitted
              trade 100
              pair sell A 10 limit 110 and sell B 10 stop 101 -> refused BAD_STOP_PRICE
              pair sell A 10 limit 0 and sell B 10 stop 95 -> refused PRICE_NOT_ON_TICK
            """;

    static Stream<Arguments> tables() {
        return OrderScenario.of(TABLES);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void shouldGoAsTheTableSays(final String title, final String table) {
        OrderScenario.play(table);
    }
}
