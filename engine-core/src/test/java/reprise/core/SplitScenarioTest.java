package reprise.core;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A split: what the engine holds is brought to the new units, what the venue works is taken back, and what protects is placed anew. */
class SplitScenarioTest {
    private static final String TABLES = """
            == what a strategy has at the venue is taken back and not sent again
              trade 100
              buy A 10 limit 90             -> submit A s1 BUY 10 I0 limit 90
              accept A
              split 2 1                     -> cancel A
              cancelled A
              is A CANCELED 0/10
              trade 50

            == a stop that the engine holds follows the split
              venue MARKET LIMIT
              trade 100
              buy P 10 market               -> submit P s1 BUY 10 I0 market
              done P x1 10@100
              sell A 10 stop 91
              is A HELD 0/10
              split 2 1
              is A HELD 0/20
              terms A 0 46
              position 20
              trade 47
              trade 46                      -> submit A s1 SELL 20 I0 market

            == a stop-limit and a trailing stop that the engine holds follow a reverse split
              venue MARKET LIMIT
              trade 100
              buy P 30 market               -> submit P s1 BUY 30 I0 market
              done P x1 30@100
              sell A 10 stop 90 limit 88
              sell B 20 trail 5
              split 1 10
              is A HELD 0/1
              terms A 880 900
              is B HELD 0/2
              terms B 0 950
              trade 1000
              trade 1010
              terms B 0 960

            == a held stop of less than a lot is over
              venue MARKET LIMIT
              trade 100
              buy P 30 market               -> submit P s1 BUY 30 I0 market
              done P x1 30@100
              sell A 9 stop 90
              split 1 10
              is A CANCELED 0/9

            == both legs of a bracket are placed anew at the adjusted level
              trade 100
              bracket E buy 10 market stop 90 target 121 -> submit E s1 BUY 10 I0 market
              done E x1 10@100              -> submit C1 s1 SELL 10 I0 stop 90; submit C2 s1 SELL 10 I0 limit 121
              accept C1
              accept C2
              split 2 1                     -> cancel C1; cancel C2
              cancelled C1                  -> submit C3 s1 SELL 20 I0 stop 45
              cancelled C2                  -> submit C4 s1 SELL 20 I0 limit 61
              accept C3
              accept C4
              done C4 x2 20@61              -> cancel C3
              cancelled C3
              position 0
              engine ACTIVE

            == the legs come back in whichever order the venue lets go of them
              trade 100
              bracket E buy 10 market stop 90 target 120 -> submit E s1 BUY 10 I0 market
              done E x1 10@100              -> submit C1 s1 SELL 10 I0 stop 90; submit C2 s1 SELL 10 I0 limit 120
              accept C1
              accept C2
              split 3 2                     -> cancel C1; cancel C2
              cancelled C2                  -> submit C3 s1 SELL 15 I0 limit 80
              cancelled C1                  -> submit C4 s1 SELL 15 I0 stop 60
              position 15
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
