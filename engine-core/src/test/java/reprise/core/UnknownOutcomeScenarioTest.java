package reprise.core;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What nobody answers is unknown; the venue is asked until it says; nothing is assumed, and nothing is sent twice. */
class UnknownOutcomeScenarioTest {
    private static final String TABLES = """
            == a submit that nobody answers
              trade 100
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              wait 4
              is A PENDING_NEW 0/10
              wait 1                        -> query A
              is A UNKNOWN 0/10
              wait 4
              wait 1                        -> query A
              accept A
              is A NEW 0/10
              wait 60

            == questions come at twice the wait each time, and then the instrument may only be reduced
              trade 100
              buy P 10 limit 100            -> submit P s1 BUY 10 I0 limit 100
              done P x1 10@100
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              wait 5                        -> query A
              wait 4
              wait 1                        -> query A
              wait 9
              wait 1                        -> query A
              wait 19
              wait 1                        -> query A
              wait 29
              wait 1                        -> query A
              instrument ACTIVE
              wait 29
              wait 1                        -> query A
              instrument REDUCING
              is A UNKNOWN 0/10
              wait 30                       -> query A
              engine ACTIVE
              accept A
              is A NEW 0/10
              instrument REDUCING
              buy B 1 limit 100             -> refused REDUCE_ONLY
              cancel A                      -> cancel A
              cancelled A
              sell C 10 limit 100           -> submit C s1 SELL 10 I0 limit 100

            == a new doubt begins its questions anew
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              wait 5                        -> query A
              wait 5                        -> query A
              accept A
              unknown A                     -> query A
              wait 5                        -> query A

            == a venue that cannot be asked has not failed to answer
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              disconnect
              wait 600
              instrument ACTIVE
              connect                       -> reconcile venue 1; query A
              wait 5                        -> query A; reconcile venue 1

            == an answer in time leaves nothing to ask
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              wait 2
              accept A
              wait 60

            == a cancel that nobody answers
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              accept A
              cancel A                      -> cancel A
              wait 5                        -> query A
              is A UNKNOWN 0/10
              cancel A
              reported A WORKING 10 100 0
              is A NEW 0/10
              cancel A                      -> cancel A
              wait 5                        -> query A
              reported A CANCELED 10 100 0
              is A CANCELED 0/10

            == a replacement that nobody answers and that did not happen
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              accept A
              replace A 20 101              -> replace A 20 limit 101
              wait 5                        -> query A
              reported A WORKING 10 100 0
              is A NEW 0/10
              terms A 100 0

            == a replacement that nobody answers and that happened
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              accept A
              replace A 20 101              -> replace A 20 limit 101
              wait 5                        -> query A
              reported A WORKING 20 101 0
              is A NEW 0/20
              terms A 101 0

            == somebody says that the outcome is unknown
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              unknown A                     -> query A
              unknown A
              is A UNKNOWN 0/10
              part A x1 4@100
              is A PARTIALLY_FILLED 4/10

            == a fill does not answer a cancel
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              accept A
              cancel A                      -> cancel A
              unknown A                     -> query A
              part A x1 4@100
              is A UNKNOWN 4/10
              cancelRejected A VENUE_OTHER
              is A PARTIALLY_FILLED 4/10

            == too late to cancel, and we know of no end: the venue is asked once, not asked to cancel again and again
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              accept A
              cancel A                      -> cancel A
              cancelRejected A              -> query A
              is A UNKNOWN 0/10
              cancel A                      -> cancel A
              cancelRejected A
              done A x1 10@100
              reported A FILLED 10 100 10
              is A FILLED 10/10
              engine ACTIVE

            == an order that was not to come any more is reported as working
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              unknown A                     -> query A
              notFound A
              reported A WORKING 10 100 0   -> cancel A; reconcile venue 1
              engine HALTED

            == not found, and nobody asked: it is the answer to an older question
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              notFound A                    -> query A
              reported A WORKING 10 100 0
              is A NEW 0/10

            == a copy of an order is refused: the order itself is asked for
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              reject A DUPLICATE_ORDER      -> query A
              is A UNKNOWN 0/10
              reported A WORKING 10 100 0
              is A NEW 0/10

            == a copy of an order that works is refused: the order works on
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              accept A
              reject A DUPLICATE_ORDER
              is A NEW 0/10

            == the venue does not know the order
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              unknown A                     -> query A
              notFound A
              is A REJECTED 0/10
              position 0

            == the venue does not know an order that it knew
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              accept A
              unknown A                     -> query A
              notFound A                    -> reconcile venue 1
              is A CANCELED 0/10

            == an order that was not to come any more comes
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              unknown A                     -> query A
              notFound A
              accept A                      -> cancel A; reconcile venue 1
              engine HALTED

            == the report agrees with what had traded
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              unknown A                     -> query A
              part A x1 4@100
              done A x2 6@100
              reported A FILLED 10 100 10
              is A FILLED 10/10
              engine ACTIVE

            == the report counts more than came
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              unknown A                     -> query A
              reported A FILLED 10 100 10   -> cancel A; reconcile venue 1
              is A UNKNOWN 0/10
              engine HALTED
              wait 5                        -> query A; reconcile venue 1
              done A x1 10@100
              is A FILLED 10/10

            == the venue works on an order that has ended here
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              cancelled A
              reported A WORKING 10 100 0   -> reconcile venue 1
              engine HALTED

            == opening waits for the outcome, reducing does not
              trade 100
              buy P 10 limit 100            -> submit P s1 BUY 10 I0 limit 100
              done P x1 10@100
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              unknown A                     -> query A
              buy B 1 limit 100             -> refused OUTCOME_UNKNOWN
              sell C 11 limit 100           -> refused OUTCOME_UNKNOWN
              sell D 6 limit 100            -> submit D s1 SELL 6 I0 limit 100
              sell E 5 limit 100            -> refused OUTCOME_UNKNOWN
              sell F 4 limit 100            -> submit F s1 SELL 4 I0 limit 100
              accept A
              buy B 1 limit 100             -> submit B s1 BUY 1 I0 limit 100

            == an exit of unknown outcome is not sent again
              trade 100
              buy P 10 limit 100            -> submit P s1 BUY 10 I0 limit 100
              done P x1 10@100
              sell A 10 market              -> submit A s1 SELL 10 I0 market
              unknown A                     -> query A
              sell B 10 market              -> refused OUTCOME_UNKNOWN
              done A x2 10@99
              position 0

            == a venue that is away is asked when it is back
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              disconnect
              unknown A
              wait 5
              connect                       -> reconcile venue 1; query A
              wait 4
              wait 1                        -> query A; reconcile venue 1
              reported A EXPIRED 10 100 0
              is A EXPIRED 0/10

            == requests that are made while the outcome is unknown stay under way
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              unknown A                     -> query A
              cancel A                      -> cancel A
              cancel A
              is A UNKNOWN 0/10
              reported A WORKING 10 100 0
              is A PENDING_CANCEL 0/10
              cancelled A
              is A CANCELED 0/10

            == the answer and the late reports in every order
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              cancel A                      -> cancel A
              unknown A                     -> query A
              * accept A
              * part A x1 4@100
              * part A x2 1@100
              * cancelled A
              is A CANCELED 5/10
              position 5
              engine ACTIVE
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
