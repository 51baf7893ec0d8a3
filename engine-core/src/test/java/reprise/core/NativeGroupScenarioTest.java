package reprise.core;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Brackets and pairs that the venue keeps, and what the engine does when it does not. */
class NativeGroupScenarioTest {
    private static final String TABLES = """
            == a bracket is placed as one, and its target fills
              venue NATIVE
              trade 100
              bracket E buy 10 limit 100 stop 95 target 110 -> group s1 I0 order E BUY 10 limit 100 order C1 SELL 10 limit 110 order C2 SELL 10 stop 95
            * accept E
            * accept C1
            * accept C2
              done E x1 10@100
              done C1 x2 10@110
              cancelled C2
              position 0
              is C2 CANCELED 0/10

            == a bracket to sell whose stop fills
              venue NATIVE
              trade 100
              bracket E sell 10 market stop 105 target 90 -> group s1 I0 order E SELL 10 market order C1 BUY 10 limit 90 order C2 BUY 10 stop 105
              done E x1 10@100
              accept C1
              accept C2
              part C2 x2 4@105
              done C2 x3 6@105
              cancelled C1
              position 0

            == an entry with a stop alone
              venue NATIVE
              trade 100
              bracket E buy 10 limit 100 stop 95 target 0 -> group s1 I0 order E BUY 10 limit 100 order C1 SELL 10 stop 95
              accept E
              accept C1
              done E x1 10@100
              done C1 x2 10@95
              position 0

            == an entry with a target alone
              venue NATIVE
              trade 100
              bracket E buy 10 limit 100 stop 0 target 110 -> group s1 I0 order E BUY 10 limit 100 order C1 SELL 10 limit 110
              accept E
              accept C1
              done E x1 10@100
              done C1 x2 10@110
              position 0

            == what the venue refuses, it refuses as a whole
              venue NATIVE
              trade 100
              bracket E buy 10 limit 100 stop 95 target 110 -> group s1 I0 order E BUY 10 limit 100 order C1 SELL 10 limit 110 order C2 SELL 10 stop 95
              reject E INSUFFICIENT_FUNDS
              is C1 REJECTED 0/10
              is C2 REJECTED 0/10
              trade 101

            == an entry that is cancelled before it fills takes its exits along
              venue NATIVE
              trade 100
              bracket E buy 10 limit 99 stop 95 target 110 -> group s1 I0 order E BUY 10 limit 99 order C1 SELL 10 limit 110 order C2 SELL 10 stop 95
              accept E
              accept C1
              accept C2
              cancel E                      -> cancel E
            * cancelled E
            * cancelled C1
            * cancelled C2
              trade 98
              position 0

            == while an entry fills, what it filled has no stop
              venue NATIVE
              trade 100
              bracket E buy 10 limit 100 stop 95 target 110 -> group s1 I0 order E BUY 10 limit 100 order C1 SELL 10 limit 110 order C2 SELL 10 stop 95
              accept E
              accept C1
              accept C2
              part E x1 4@100
              buy A 1 market                -> refused REDUCE_ONLY
              done E x2 6@100
              buy A 1 market                -> submit A s1 BUY 1 I0 market

            == an entry that is cancelled with a part filled: the engine protects that part
              venue NATIVE
              trade 100
              bracket E buy 10 limit 100 stop 95 target 110 -> group s1 I0 order E BUY 10 limit 100 order C1 SELL 10 limit 110 order C2 SELL 10 stop 95
              accept E
              accept C1
              accept C2
              part E x1 4@100
              cancel E                      -> cancel E
              cancelled E                   -> cancel C2; cancel C1
              cancelled C1
              cancelled C2                  -> submit C3 s1 SELL 4 I0 stop 95
              accept C3
              trade 109
              trade 110                     -> cancel C3
              cancelled C3                  -> submit C4 s1 SELL 4 I0 market
              done C4 x2 4@110
              position 0

            == the exits of a part of an entry may end before it does
              venue NATIVE
              trade 100
              bracket E buy 10 limit 100 stop 95 target 110 -> group s1 I0 order E BUY 10 limit 100 order C1 SELL 10 limit 110 order C2 SELL 10 stop 95
              accept E
              accept C1
              accept C2
              part E x1 4@100
              cancel E                      -> cancel E
              cancelled C1
              cancelled C2
              cancelled E                   -> submit C3 s1 SELL 4 I0 stop 95

            == a late fill of an entry that was cancelled: the stop of the engine grows
              venue NATIVE
              trade 100
              bracket E buy 10 limit 100 stop 95 target 110 -> group s1 I0 order E BUY 10 limit 100 order C1 SELL 10 limit 110 order C2 SELL 10 stop 95
              accept E
              accept C1
              accept C2
              part E x1 4@100
              cancel E                      -> cancel E
              cancelled C1
              cancelled C2
              cancelled E                   -> submit C3 s1 SELL 4 I0 stop 95
              accept C3
              part E x2 2@100               -> replace C3 6 limit 0 stop 95

            == a stop that the venue rejects: the engine takes the bracket over
              venue NATIVE
              trade 100
              bracket E buy 10 market stop 95 target 110 -> group s1 I0 order E BUY 10 market order C1 SELL 10 limit 110 order C2 SELL 10 stop 95
              done E x1 10@100
              accept C1
              reject C2                     -> cancel C1
              buy A 1 market                -> refused REDUCE_ONLY
              cancelled C1                  -> submit C3 s1 SELL 10 I0 stop 95
              accept C3
              is C3 NEW 0/10

            == exits that expire: the engine places its own stop
              venue NATIVE
              trade 100
              bracket E buy 10 market stop 95 target 110 -> group s1 I0 order E BUY 10 market order C1 SELL 10 limit 110 order C2 SELL 10 stop 95
              done E x1 10@100
              accept C1
              accept C2
              expired C1                    -> cancel C2
              expired C2                    -> submit C3 s1 SELL 10 I0 stop 95

            == exits that are gone when the stop is reached: a market order at once
              venue NATIVE
              trade 100
              bracket E buy 10 market stop 95 target 110 -> group s1 I0 order E BUY 10 market order C1 SELL 10 limit 110 order C2 SELL 10 stop 95
              done E x1 10@100
              accept C1
              accept C2
              trade 94
              expired C1                    -> cancel C2
              expired C2                    -> submit C3 s1 SELL 10 I0 market

            == both exits fill in a fast market: the excess is taken back
              venue NATIVE
              trade 100
              bracket E buy 10 market stop 95 target 110 -> group s1 I0 order E BUY 10 market order C1 SELL 10 limit 110 order C2 SELL 10 stop 95
              done E x1 10@100
              accept C1
              accept C2
            * done C1 x2 10@110
              done C2 x3 10@95              -> submit C3 s1 BUY 10 I0 market
              done C3 x4 10@95
              position 0

            == the venue reduces one exit as the other fills in parts
              venue NATIVE
              trade 100
              bracket E buy 10 market stop 95 target 110 -> group s1 I0 order E BUY 10 market order C1 SELL 10 limit 110 order C2 SELL 10 stop 95
              done E x1 10@100
              accept C1
              accept C2
              part C1 x2 4@110
              replaced C2 6 0 95
              done C2 x3 6@95
              cancelled C1
              position 0
              trade 96

            == an exit that the strategy cancels is its own; the other is placed anew
              venue NATIVE
              trade 100
              bracket E buy 10 market stop 95 target 110 -> group s1 I0 order E BUY 10 market order C1 SELL 10 limit 110 order C2 SELL 10 stop 95
              done E x1 10@100
              accept C1
              accept C2
              cancel C1                     -> cancel C1
              cancelled C1                  -> cancel C2
              cancelled C2                  -> submit C3 s1 SELL 10 I0 stop 95
              accept C3
              trade 120

            == a halt takes entry and exits back, and nothing is placed anew
              venue NATIVE
              trade 100
              bracket E buy 10 limit 100 stop 95 target 110 -> group s1 I0 order E BUY 10 limit 100 order C1 SELL 10 limit 110 order C2 SELL 10 stop 95
              accept E
              accept C1
              accept C2
              part E x1 4@100
              halt                          -> cancel E; cancel C1; cancel C2
              cancelled E
              cancelled C1
              cancelled C2
              trade 90
              active
              trade 89

            == a fill of the entry that is taken back: the exits are too large, and the engine takes over
              venue NATIVE
              trade 100
              bracket E buy 10 market stop 95 target 110 -> group s1 I0 order E BUY 10 market order C1 SELL 10 limit 110 order C2 SELL 10 stop 95
              part E x1 4@100
              done E x2 6@100
              accept C1
              accept C2
              bust E x1 4@100               -> cancel C2; cancel C1
              cancelled C1
              cancelled C2                  -> submit C3 s1 SELL 6 I0 stop 95

            == a split: the venue's exits are taken back and the engine's are in the new units
              venue NATIVE
              trade 100
              bracket E buy 10 market stop 95 target 110 -> group s1 I0 order E BUY 10 market order C1 SELL 10 limit 110 order C2 SELL 10 stop 95
              done E x1 10@100
              accept C1
              accept C2
              split 2 1                     -> cancel C2; cancel C1
              cancelled C1
              trade 50
              cancelled C2                  -> submit C3 s1 SELL 20 I0 stop 48

            == a group without an answer is asked for by its first order, once
              venue NATIVE
              trade 100
              bracket E buy 10 limit 100 stop 95 target 110 -> group s1 I0 order E BUY 10 limit 100 order C1 SELL 10 limit 110 order C2 SELL 10 stop 95
              wait 60                       -> query E
              is C1 UNKNOWN 0/10
              reported E WORKING 10 100 0
              reported C1 WORKING 10 110 0
              reported C2 WORKING 10 0 0
              is E NEW 0/10
              is C2 NEW 0/10

            == a group that never arrived is refused as a whole
              venue NATIVE
              trade 100
              bracket E buy 10 limit 100 stop 95 target 110 -> group s1 I0 order E BUY 10 limit 100 order C1 SELL 10 limit 110 order C2 SELL 10 stop 95
              wait 60                       -> query E
              notFound E
              is E REJECTED 0/10
              is C1 REJECTED 0/10
              is C2 REJECTED 0/10

            == an exit whose cancel has no answer is asked for by its entry
              venue NATIVE
              trade 100
              bracket E buy 10 market stop 95 target 110 -> group s1 I0 order E BUY 10 market order C1 SELL 10 limit 110 order C2 SELL 10 stop 95
              done E x1 10@100
              accept C1
              accept C2
              cancel C2                     -> cancel C2
              wait 60                       -> query E
              reported E FILLED 10 0 10
              reported C1 CANCELED 10 110 0
              reported C2 CANCELED 10 0 0
              is C2 CANCELED 0/10

            == a group that never left goes out again as one when the next process begins
              venue NATIVE
              trade 100
              bracket E buy 10 limit 100 stop 95 target 110 -> group s1 I0 order E BUY 10 limit 100 order C1 SELL 10 limit 110 order C2 SELL 10 stop 95
              resume
              connect                       -> reconcile venue 1; query E
              notFound E                    -> group s1 I0 order E BUY 10 limit 100 order C1 SELL 10 limit 110 order C2 SELL 10 stop 95
              accept E
              accept C1
              accept C2
              is C2 NEW 0/10

            == a pair is placed as one, the target first
              venue NATIVE
              trade 100
              buy A 10 market               -> submit A s1 BUY 10 I0 market
              done A x1 10@100
              pair sell S 10 stop 95 and sell T 10 limit 110 -> group s1 I0 order T SELL 10 limit 110 order S SELL 10 stop 95
              accept T
              accept S
              done T x2 10@110
              cancelled S
              position 0
              trade 94

            == a pair whose exits both fill
              venue NATIVE
              trade 100
              buy A 10 market               -> submit A s1 BUY 10 I0 market
              done A x1 10@100
              pair sell T 10 limit 110 and sell S 10 stop 95 -> group s1 I0 order T SELL 10 limit 110 order S SELL 10 stop 95
              done T x2 10@110
              done S x3 10@95               -> submit C1 s1 BUY 10 I0 market

            == what the venue keeps may have another price, but not another quantity
              venue NATIVE
              trade 100
              bracket E buy 10 limit 100 stop 95 target 110 -> group s1 I0 order E BUY 10 limit 100 order C1 SELL 10 limit 110 order C2 SELL 10 stop 95
              accept E
              accept C1
              accept C2
              replace E 12 100              -> refused ORDER_TYPE_NOT_SUPPORTED
              replace E 10 99               -> replace E 10 limit 99
              replaced E 10 99
              replace C2 10 0 96            -> replace C2 10 limit 0 stop 96

            == what no venue takes as one is refused
              venue NATIVE
              trade 100
              bracket E buy 10 limit 100 IOC stop 95 target 110 -> refused TIME_IN_FORCE_NOT_SUPPORTED
              bracket E buy 10 trail 5 stop 95 target 110 -> refused ORDER_TYPE_NOT_SUPPORTED
              bracket E buy 10 limit 100 stop 0 target 0 -> refused BAD_STOP_PRICE
              bracket E buy 10 limit 100 stop 101 target 110 -> refused BAD_STOP_PRICE
              pair sell A 10 stop 95 and sell B 10 stop 94 -> refused ORDER_TYPE_NOT_SUPPORTED
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
