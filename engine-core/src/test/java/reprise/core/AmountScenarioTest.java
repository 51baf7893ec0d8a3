package reprise.core;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Orders of an amount of money: 10000 cents at a price of 100 cents. By the collar of three percent they may come to 103 at most, for which
 * 9991 cents are reserved; the venue says what they do come to.
 */
class AmountScenarioTest {
    private static final String TABLES = """
            == the amount is ordered, and the order is of what it came to
              venue AMOUNTS
              trade 100
              buy A 10000 amount            -> submit A s1 BUY 103 I0 amount 10000
              exposed A 103 9991
              accept A
              restated A 99
              is A NEW 0/99
              done A x1 99@101
              is A FILLED 99/99
              exposed A 0 0
              position 99
              engine ACTIVE

            == whatever comes first, it ends as it should, and nothing is asked for
              venue AMOUNTS
              trade 100
              buy A 10000 amount            -> submit A s1 BUY 103 I0 amount 10000
            * accept A
            * part A x1 40@100
            * restated A 100
            * done A x2 60@100
              is A FILLED 100/100
              position 100
              engine ACTIVE

            == what is told twice counts once
              venue AMOUNTS
              trade 100
              buy A 10000 amount            -> submit A s1 BUY 103 I0 amount 10000
              accept A
              part A x1 40@100
              part A x1 40@100
              restated A 100
              done A x2 60@100
              restated A 100
              done A x2 60@100
              is A FILLED 100/100
              position 100

            == in parts: what is left is reserved as long as the venue does not say what it comes to
              venue AMOUNTS
              trade 100
              buy A 10000 amount            -> submit A s1 BUY 103 I0 amount 10000
              accept A
              part A x1 40@100
              is A PARTIALLY_FILLED 40/103
              exposed A 63 6111
              part A x2 50@100
              restated A 99
              done A x3 9@99
              is A FILLED 99/99

            == the price falls through the collar: more is bought than was reckoned, and that is no mistake
              venue AMOUNTS
              trade 100
              buy A 10000 amount            -> submit A s1 BUY 103 I0 amount 10000
              accept A
              part A x1 103@80
              is A PARTIALLY_FILLED 103/103
              exposed A 0 0
              part A x2 10@75
              is A PARTIALLY_FILLED 113/103
              engine ACTIVE
              restated A 124
              done A x3 11@90
              is A FILLED 124/124
              position 124
              engine ACTIVE

            == more money than the amount is a mistake of the venue
              venue AMOUNTS
              trade 100
              buy A 10000 amount            -> submit A s1 BUY 103 I0 amount 10000
              accept A
              restated A 103
              done A x1 103@100
              is A FILLED 103/103
              engine HALTED

            == the rest is cancelled
              venue AMOUNTS
              trade 100
              buy A 10000 amount            -> submit A s1 BUY 103 I0 amount 10000
              accept A
              part A x1 40@100
              cancel A                      -> cancel A
              is A PENDING_CANCEL 40/103
              cancelled A
              is A CANCELED 40/103
              exposed A 0 0
              position 40

            == filled while it is cancelled
              venue AMOUNTS
              trade 100
              buy A 10000 amount            -> submit A s1 BUY 103 I0 amount 10000
              accept A
              cancel A                      -> cancel A
            * restated A 100
            * done A x1 100@100
              cancelRejected A
              is A FILLED 100/100

            == it expires when it has bought more than was reckoned
              venue AMOUNTS
              trade 100
              buy A 10000 amount            -> submit A s1 BUY 103 I0 amount 10000
              accept A
              part A x1 110@80
              expired A
              is A EXPIRED 110/103
              engine ACTIVE

            == rejected
              venue AMOUNTS
              trade 100
              buy A 10000 amount            -> submit A s1 BUY 103 I0 amount 10000
              reject A INSUFFICIENT_FUNDS
              is A REJECTED 0/103

            == done, and not a word of what it came to: the account is asked
              venue AMOUNTS
              trade 100
              buy A 10000 amount            -> submit A s1 BUY 103 I0 amount 10000
              accept A
              done A x1 103@97              -> reconcile venue 1
              is A PARTIALLY_FILLED 103/103

            == without an answer it is asked for, and works
              venue AMOUNTS
              trade 100
              buy A 10000 amount            -> submit A s1 BUY 103 I0 amount 10000
              wait 60                       -> query A
              reported A WORKING 0 0 0
              is A NEW 0/103
              restated A 100
              done A x1 100@100
              is A FILLED 100/100
              engine ACTIVE

            == without an answer it is asked for, and was filled: its executions come first
              venue AMOUNTS
              trade 100
              buy A 10000 amount            -> submit A s1 BUY 103 I0 amount 10000
              wait 60                       -> query A
              part A x1 40@100
              done A x2 58@102              -> reconcile venue 1
              reported A FILLED 98 0 98
              is A FILLED 98/98
              engine ACTIVE

            == asked for, it was cancelled with a part filled
              venue AMOUNTS
              trade 100
              buy A 10000 amount            -> submit A s1 BUY 103 I0 amount 10000
              unknown A                     -> query A
              part A x1 40@100
              reported A CANCELED 0 0 40
              is A CANCELED 40/103
              engine ACTIVE

            == filled, and an execution is not there: asked for again, and not believed
              venue AMOUNTS
              trade 100
              buy A 10000 amount            -> submit A s1 BUY 103 I0 amount 10000
              unknown A                     -> query A
              part A x1 40@100
              reported A FILLED 98 0 98     -> cancel A; reconcile venue 1
              engine HALTED

            == it never arrived
              venue AMOUNTS
              trade 100
              buy A 10000 amount            -> submit A s1 BUY 103 I0 amount 10000
              wait 60                       -> query A
              notFound A
              is A REJECTED 0/103

            == it never left: the next process orders the amount again under the same name
              venue AMOUNTS
              trade 100
              buy A 10000 amount            -> submit A s1 BUY 103 I0 amount 10000
              resume
              connect                       -> reconcile venue 1; query A
              notFound A                    -> submit A s1 BUY 103 I0 amount 10000
              accept A
              is A NEW 0/103

            == in the view of the account the venue knows the amount only, and nothing differs
              venue AMOUNTS
              trade 100
              buy A 10000 amount            -> submit A s1 BUY 103 I0 amount 10000
              accept A
              disconnect
              connect                       -> reconcile venue 1
              view
              reported A WORKING 0 0 0
              complete
              found
              is A NEW 0/103

            == a fill is taken back: the order is not what it was
              venue AMOUNTS
              trade 100
              buy A 10000 amount            -> submit A s1 BUY 103 I0 amount 10000
              accept A
              part A x1 40@100
              restated A 100
              done A x2 60@100
              bust A x1 40@100
              is A CANCELED 60/100
              position 60
              engine ACTIVE

            == a fill is corrected, to more
              venue AMOUNTS
              trade 100
              buy A 10000 amount            -> submit A s1 BUY 103 I0 amount 10000
              accept A
              restated A 100
              done A x1 100@100
              bust A x1 100@100
              restated A 101
              is A CANCELED 0/101
              done A x2 101@99
              is A FILLED 101/101
              position 101
              engine ACTIVE

            == the venue corrects what it came to of an order that is filled: it works no more
              venue AMOUNTS
              trade 100
              buy A 10000 amount            -> submit A s1 BUY 103 I0 amount 10000
              restated A 100
              done A x1 100@99
              restated A 101
              is A CANCELED 100/101
              done A x2 1@99
              is A FILLED 101/101

            == what an order of a quantity comes to nobody has to say
              venue AMOUNTS
              trade 100
              buy A 10 market               -> submit A s1 BUY 10 I0 market
              restated A 12                 -> cancel A
              is A PENDING_CANCEL 0/10
              engine HALTED

            == it is not replaced, and not of a group
              venue AMOUNTS
              trade 100
              buy A 10000 amount            -> submit A s1 BUY 103 I0 amount 10000
              accept A
              replace A 90 0                -> refused TOO_LATE
              bracket B buy 10000 amount stop 95 target 110 -> refused ORDER_TYPE_NOT_SUPPORTED
              done A x1 103@97              -> reconcile venue 1

            == the venue does not take amounts: the quantity is ordered
              trade 100
              buy A 10000 amount            -> submit A s1 BUY 100 I0 market
              is A PENDING_NEW 0/100

            == what is sold is a quantity
              venue AMOUNTS
              trade 100
              sell A 10000 amount           -> submit A s1 SELL 100 I0 market

            == an amount that nobody can price buys nothing
              venue AMOUNTS
              buy A 10000 amount            -> refused QUANTITY_NOT_ON_LOT

            == a target of an amount: what it bought is the target
              venue AMOUNTS
              trade 100
              target amount 10000           -> submit C1 s1 BUY 103 I0 amount 10000
              accept C1
              restated C1 98
              part C1 x1 90@102
              done C1 x2 8@102
              position 98
              trade 103
              target 0                      -> submit C2 s1 SELL 98 I0 market

            == the same target again while the amount is under way does nothing, less takes it back
              venue AMOUNTS
              trade 100
              target amount 10000           -> submit C1 s1 BUY 103 I0 amount 10000
              accept C1
              part C1 x1 100@99
              target amount 10000
              trade 101
              target amount 10000
              trade 98
              target amount 10000
              trade 100
              target 50                     -> cancel C1
              cancelled C1                  -> submit C2 s1 SELL 50 I0 market
              done C2 x2 50@100
              position 50

            == a target the other way: what is held is sold, then a quantity is sold short
              venue AMOUNTS
              trade 100
              target amount 10000           -> submit C1 s1 BUY 103 I0 amount 10000
              restated C1 99
              done C1 x1 99@101
              target amount -10000          -> submit C2 s1 SELL 99 I0 market
              done C2 x2 99@100             -> submit C3 s1 SELL 100 I0 market

            == from short to long: what is short is bought back as a quantity, and then the amount is
              venue AMOUNTS
              trade 100
              target amount -10000          -> submit C1 s1 SELL 100 I0 market
              done C1 x1 100@100
              target amount 10000           -> submit C2 s1 BUY 100 I0 market
              done C2 x2 100@100            -> submit C3 s1 BUY 103 I0 amount 10000

            == an amount that the venue does not take is given up until it is wanted again
              venue AMOUNTS
              trade 100
              target amount 10000           -> submit C1 s1 BUY 103 I0 amount 10000
              reject C1
              trade 101
              trade 100
              target amount 10000           -> submit C2 s1 BUY 103 I0 amount 10000

            == of what is held in part already, the rest is a quantity
              venue AMOUNTS
              trade 100
              target 40                     -> submit C1 s1 BUY 40 I0 market
              done C1 x1 40@100
              target amount 10000           -> submit C2 s1 BUY 60 I0 market
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
