package reprise.core;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Brackets where an order to close reserves what it closes: the stop rests, and gives way to the target. */
class ReservingVenueScenarioTest {
    private static final String TABLES = """
            == where an order to close reserves the position, only the stop rests
              venue STOP_AT_VENUE
              trade 100
              bracket E buy 10 market stop 95 target 110 -> submit E s1 BUY 10 I0 market
              done E x1 10@100              -> submit C1 s1 SELL 10 I0 stop 95
              accept C1
              trade 109
              trade 110                     -> cancel C1
              cancelled C1                  -> submit C2 s1 SELL 10 I0 market
              done C2 x2 10@110
              position 0
              trade 111

            == the market leaves the target before the stop is back
              venue STOP_AT_VENUE
              trade 100
              bracket E buy 10 market stop 95 target 110 -> submit E s1 BUY 10 I0 market
              done E x1 10@100              -> submit C1 s1 SELL 10 I0 stop 95
              accept C1
              trade 110                     -> cancel C1
              trade 109
              cancelled C1                  -> submit C2 s1 SELL 10 I0 stop 95

            == the stop fills while it is taken back for the target
              venue STOP_AT_VENUE
              trade 100
              bracket E buy 10 market stop 95 target 110 -> submit E s1 BUY 10 I0 market
              done E x1 10@100              -> submit C1 s1 SELL 10 I0 stop 95
              accept C1
              trade 110                     -> cancel C1
              done C1 x2 10@95
              position 0
              trade 111

            == a target that the venue rejects three times gives way to the stop until the market comes back to it
              venue STOP_AT_VENUE
              trade 100
              bracket E buy 10 market stop 95 target 110 -> submit E s1 BUY 10 I0 market
              done E x1 10@100              -> submit C1 s1 SELL 10 I0 stop 95
              accept C1
              trade 110                     -> cancel C1
              cancelled C1                  -> submit C2 s1 SELL 10 I0 market
              reject C2
              trade 110                     -> submit C3 s1 SELL 10 I0 market
              reject C3
              trade 110                     -> submit C4 s1 SELL 10 I0 market
              reject C4                     -> submit C5 s1 SELL 10 I0 stop 95
              accept C5
              trade 111
              trade 109
              trade 110                     -> cancel C5

            == a pair that would reserve the position twice is refused
              venue STOP_AT_VENUE
              trade 100
              pair sell A 10 limit 110 and sell B 10 stop 95 -> refused ORDER_TYPE_NOT_SUPPORTED
              pair buy A 10 stop 105 and sell B 10 stop 95 -> submit A s1 BUY 10 I0 stop 105; submit B s1 SELL 10 I0 stop 95
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
