package reprise.core;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Late, repeated, reordered and impossible reports, and the races between our requests and the market. */
class OrderLifeScenarioTest {
    private static final String TABLES = """
            == an ordinary life
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              accept A
              is A NEW 0/10
              part A x1 4@100
              is A PARTIALLY_FILLED 4/10
              done A x2 6@99
              is A FILLED 10/10
              position 10
              cash -994000002

            == acceptance, fills and their repetitions in every order
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              * accept A
              * part A x1 4@100
              * done A x2 6@99
              * part A x1 4@100
              is A FILLED 10/10
              position 10
              cash -994000002
              engine ACTIVE

            == a fill before the acceptance
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              part A x1 4@100
              is A PARTIALLY_FILLED 4/10
              accept A
              is A PARTIALLY_FILLED 4/10

            == a fill twice is booked once
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              part A x1 4@100
              part A x1 4@100
              is A PARTIALLY_FILLED 4/10
              position 4

            == a fill beyond the order halts, and is booked
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              done A x1 10@100
              part A x2 5@100
              is A FILLED 15/10
              position 15
              engine HALTED

            == a fill of an order that is not ours halts
              part Z x1 5@100
              position 0
              engine HALTED

            == a cancel and the fills that overtake it
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              accept A
              cancel A                      -> cancel A
              is A PENDING_CANCEL 0/10
              cancel A
              part A x1 4@100
              is A PENDING_CANCEL 4/10
              cancelled A
              is A CANCELED 4/10
              cancel A                      -> refused TOO_LATE
              position 4

            == a cancel and late fills in every order
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              cancel A                      -> cancel A
              * accept A
              * part A x1 4@100
              * part A x2 3@101
              * cancelled A
              is A CANCELED 7/10
              position 7

            == a cancel that comes too late, in every order
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              cancel A                      -> cancel A
              * accept A
              * part A x1 4@100
              * done A x2 6@101
              * cancelRejected A
              is A FILLED 10/10
              position 10

            == a cancel that is refused leaves the order as it was
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              cancel A                      -> cancel A
              cancelRejected A VENUE_OTHER
              is A PENDING_NEW 0/10
              accept A
              is A NEW 0/10

            == a rejection
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              reject A
              is A REJECTED 0/10
              accept A
              is A REJECTED 0/10

            == a rejection after a fill ends the order, keeps the fill, and asks
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              accept A
              part A x1 4@100
              reject A                      -> reconcile venue 1
              is A REJECTED 4/10
              position 4

            == a fill after a rejection is booked, and asks
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              reject A
              part A x1 4@100               -> reconcile venue 1
              is A REJECTED 4/10
              position 4

            == a rejection and fills in every order
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              * accept A
              * part A x1 4@100
              * part A x2 2@100
              * reject A
              is A REJECTED 6/10
              position 6

            == an expiry and a late fill in every order
              buy A 10 limit 100 DAY        -> submit A s1 BUY 10 I0 limit 100
              * accept A
              * part A x1 4@100
              * expired A
              * part A x2 2@102
              is A EXPIRED 6/10
              position 6

            == a replacement
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              accept A
              replace A 20 101              -> replace A 20 limit 101
              is A PENDING_REPLACE 0/10
              replace A 30 102              -> refused TOO_LATE
              replaced A 20 101
              is A NEW 0/20
              terms A 101 0
              replace A 5 102               -> replace A 5 limit 102
              replaceRejected A
              is A NEW 0/20
              terms A 101 0

            == a replacement to more and fills of the larger order in every order
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              accept A
              replace A 20 101              -> replace A 20 limit 101
              * replaced A 20 101
              * part A x1 4@100
              * part A x2 6@101
              * done A x3 10@101
              is A FILLED 20/20
              position 20
              engine ACTIVE

            == a replacement to more that the fills overtake in every order
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              accept A
              replace A 20 101              -> replace A 20 limit 101
              * part A x1 4@100
              * done A x2 6@100
              * replaceRejected A
              is A FILLED 10/10
              position 10
              engine ACTIVE

            == a replacement to less and fills in every order
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              accept A
              replace A 6 101               -> replace A 6 limit 101
              * replaced A 6 101
              * part A x1 2@100
              * done A x2 4@101
              is A FILLED 6/6
              position 6
              engine ACTIVE

            == a replacement, then a cancel, and fills in every order
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              accept A
              replace A 20 101              -> replace A 20 limit 101
              cancel A                      -> cancel A
              * replaced A 20 101
              * part A x1 10@100
              * part A x2 3@100
              * cancelled A
              is A CANCELED 13/20
              position 13
              engine ACTIVE

            == a fill is taken back
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              accept A
              part A x1 4@100
              bust A x1 4@100
              is A NEW 0/10
              position 0
              cash 0
              bust A x1 4@100
              position 0
              part A x1 4@100
              position 0
              engine ACTIVE

            == a fill that was never seen is taken back
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              accept A
              bust A x1 4@100               -> cancel A
              engine HALTED
              part A x1 4@100
              position 0
              bust Z x9 4@100

            == the last fill of a filled order is taken back
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              part A x1 4@100
              done A x2 6@101
              is A FILLED 10/10
              bust A x2 6@101
              is A CANCELED 4/10
              position 4
              cash -400000001

            == fills of which one is taken back in every order
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              * accept A
              * part A x1 4@100
              * done A x2 6@101
              * bust A x1 4@100
              is A CANCELED 6/10
              position 6
              cash -606000001

            == a fill of which more is taken back than there was
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              part A x1 4@100
              bust A x1 5@100               -> cancel A
              engine HALTED
              position 4
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
