package reprise.core;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * After a lost connection or a death the venue's view of the account is compared with ours. What was asked and not answered is settled by the
 * venue's word; what never left goes out once, under its own name; what no rule explains stops trading.
 */
class ReconciliationScenarioTest {
    private static final String TABLES = """
            == views that agree change nothing
              trade 100
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              done A x1 10@100
              disconnect
              connect                       -> reconcile venue 1
              view
              part A x1 10@100
              theirs 10 100
              complete
              found
              position 10
              wait 60
              engine ACTIVE

            == nothing is opened before the views were compared
              trade 100
              disconnect
              connect                       -> reconcile venue 1
              buy A 10 limit 100            -> refused RECONCILING
              view
              buy A 10 limit 100            -> refused RECONCILING
              complete
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100

            == a view that nobody waits for any more is no news of the account
              trade 100
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              done A x1 10@100
              disconnect
              connect                       -> reconcile venue 1
              view
              theirs 10 100
              complete
              view
              theirs 4 100
              complete
              position 10
              engine ACTIVE

            == a view that a lost connection cuts off is no news of the account
              trade 100
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              done A x1 10@100
              disconnect
              connect                       -> reconcile venue 1
              view
              disconnect
              theirs 4 100
              position 10

            == what reduces passes all the same
              trade 100
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              done A x1 10@100
              disconnect
              connect                       -> reconcile venue 1
              sell B 10 market              -> submit B s1 SELL 10 I0 market

            == a fill that was missed is booked when the venue repeats it
              trade 100
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              accept A
              disconnect
              connect                       -> reconcile venue 1
              view
              part A x1 4@100
              reported A WORKING 10 100 4
              theirs 4 100
              complete
              found
              is A PARTIALLY_FILLED 4/10
              position 4
              engine ACTIVE

            == an order that the venue does not work any more is asked for
              trade 100
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              accept A
              disconnect
              connect                       -> reconcile venue 1
              view
              complete                      -> query A
              is A UNKNOWN 0/10
              reported A CANCELED 10 100 0
              is A CANCELED 0/10
              engine ACTIVE

            == an order of other terms there becomes theirs
              trade 100
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              accept A
              disconnect
              connect                       -> reconcile venue 1
              view
              reported A WORKING 8 100 0
              found ORDER_QUANTITY TAKE_THEIRS 10 8
              complete
              is A NEW 0/8

            == an order of ours that nobody here knows halts trading
              trade 100
              disconnect
              connect                       -> reconcile venue 1
              view
              strange 10 100
              found ORDER_UNKNOWN_HERE HALT 0 10
              engine HALTED

            == what is not ours is left alone
              trade 100
              disconnect
              connect                       -> reconcile venue 1
              view
              foreign 10
              found FOREIGN_ORDER LEAVE_ALONE 0 10
              complete
              engine ACTIVE

            == a position that differs is compared again, and then halts trading
              trade 100
              disconnect
              connect                       -> reconcile venue 1
              view
              theirs 5 100
              complete
              found POSITION COMPARE_AGAIN 0 5
              buy A 10 limit 100            -> refused RECONCILING
              wait 5                        -> reconcile venue 1
              view
              theirs 5 100
              complete
              found POSITION COMPARE_AGAIN 0 5
              wait 5                        -> reconcile venue 1
              view
              theirs 5 100
              complete
              found POSITION COMPARE_AGAIN 0 5
              wait 5                        -> reconcile venue 1
              engine ACTIVE
              view
              theirs 5 100
              complete
              found POSITION HALT 0 5
              engine HALTED
              position 0

            == a difference that is worth a cent is dust in the end, and theirs
              trade 1
              disconnect
              connect                       -> reconcile venue 1
              view
              theirs 1 1
              complete
              found POSITION COMPARE_AGAIN 0 1
              wait 5                        -> reconcile venue 1
              view
              theirs 1 1
              complete
              found POSITION COMPARE_AGAIN 0 1
              wait 5                        -> reconcile venue 1
              view
              theirs 1 1
              complete
              found POSITION COMPARE_AGAIN 0 1
              wait 5                        -> reconcile venue 1
              view
              theirs 1 1
              complete
              found POSITION TAKE_THEIRS 0 1
              position 1
              engine ACTIVE

            == a position whose fill was under way agrees the second time
              trade 100
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              accept A
              disconnect
              connect                       -> reconcile venue 1
              view
              reported A WORKING 10 100 0
              theirs 5 100
              complete
              found POSITION COMPARE_AGAIN 0 5
              part A x1 5@100
              wait 5                        -> reconcile venue 1
              view
              reported A WORKING 10 100 5
              theirs 5 100
              complete
              found
              engine ACTIVE

            == a cent of cash is theirs, more is compared again
              trade 100
              disconnect
              connect                       -> reconcile venue 1
              view
              theirCash -1000000
              complete
              found CASH TAKE_THEIRS 10000000000000 9999999000000
              disconnect
              connect                       -> reconcile venue 1
              view
              theirCash -2000000
              complete
              found CASH COMPARE_AGAIN 9999999000000 9999997000000

            == a view that does not come is asked for again
              trade 100
              disconnect
              connect                       -> reconcile venue 1
              wait 5                        -> reconcile venue 1
              view
              wait 5                        -> reconcile venue 1
              view
              complete
              wait 60

            == however long the silence, a venue is asked once
              trade 100
              disconnect
              connect                       -> reconcile venue 1
              wait 100000                   -> reconcile venue 1
              wait 4
              wait 1                        -> reconcile venue 1

            == an end without a beginning is no view
              trade 100
              disconnect
              connect                       -> reconcile venue 1
              complete
              buy A 10 limit 100            -> refused RECONCILING

            == a process takes over: what was answered is not asked for
              trade 100
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              accept A
              resume
              is A NEW 0/10
              connect                       -> reconcile venue 1
              view
              reported A WORKING 10 100 0
              complete
              found

            == a submission that never left goes out once, under its own name
              trade 100
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              resume
              is A UNKNOWN 0/10
              connect                       -> reconcile venue 1; query A
              notFound A                    -> submit A s1 BUY 10 I0 limit 100
              is A PENDING_NEW 0/10
              notFound A                    -> query A
              is A UNKNOWN 0/10
              notFound A
              is A REJECTED 0/10

            == a submission that had arrived is not sent again
              trade 100
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              resume
              connect                       -> reconcile venue 1; query A
              part A x1 4@100
              reported A WORKING 10 100 4
              is A PARTIALLY_FILLED 4/10

            == a submission that is too old is dropped
              trade 100
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              wait 4
              is A PENDING_NEW 0/10
              resume
              wait 40
              connect                       -> reconcile venue 1; query A
              notFound A
              is A REJECTED 0/10

            == a cancel that never left goes out again, one that did not
              trade 100
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              accept A
              cancel A                      -> cancel A
              resume
              connect                       -> reconcile venue 1; query A
              reported A WORKING 10 100 0   -> cancel A
              is A PENDING_CANCEL 0/10
              resume
              connect                       -> reconcile venue 1; query A
              reported A CANCELED 10 100 0
              is A CANCELED 0/10

            == a replacement that never left goes out again, one that shows did not
              trade 100
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              accept A
              replace A 20 101              -> replace A 20 limit 101
              resume
              connect                       -> reconcile venue 1; query A
              reported A WORKING 10 100 0   -> replace A 20 limit 101
              is A PENDING_REPLACE 0/10
              resume
              connect                       -> reconcile venue 1; query A
              reported A WORKING 20 101 0
              is A NEW 0/20

            == twice in a row
              trade 100
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              resume
              resume
              connect                       -> reconcile venue 1; query A
              notFound A                    -> submit A s1 BUY 10 I0 limit 100
              accept A
              is A NEW 0/10

            == a submission and its cancel, neither of which left
              trade 100
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              cancel A                      -> cancel A
              resume
              connect                       -> reconcile venue 1; query A
              notFound A
              is A REJECTED 0/10

            == a submission that never left does not leave after a halt
              trade 100
              buy A 10 limit 100            -> submit A s1 BUY 10 I0 limit 100
              resume
              connect                       -> reconcile venue 1; query A
              halt                          -> cancel A
              cancelRejected A
              notFound A
              is A REJECTED 0/10
              engine HALTED

            == a halt outlives the process
              trade 100
              halt
              resume
              connect                       -> reconcile venue 1
              view
              complete
              buy A 10 limit 100            -> refused TRADING_HALTED
              engine HALTED
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
