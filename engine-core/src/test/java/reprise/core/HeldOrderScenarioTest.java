package reprise.core;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Types of order: what is sent as it is, what the engine holds and sends when the stop is reached, and what is refused. */
class HeldOrderScenarioTest {
    private static final String TABLES = """
            == a venue that has stops gets stops
              trade 100
              sell A 10 stop 95             -> submit A s1 SELL 10 I0 stop 95
              sell B 10 stop 95 limit 94    -> submit B s1 SELL 10 I0 stop 95 limit 94
              sell C 10 trail 5             -> submit C s1 SELL 10 I0 trail 5
              buy D 10 maker 99             -> submit D s1 BUY 10 I0 maker 99
              emulated A false
              is A PENDING_NEW 0/10
              accept A
              triggered A
              is A NEW 0/10
              part A x1 4@95
              is A PARTIALLY_FILLED 4/10

            == a stop that the engine holds, by trades
              venue MARKET LIMIT
              trade 100
              sell A 10 stop 95
              is A HELD 0/10
              emulated A true
              trade 96
              quote 90 91
              bar 90 90 90 90
              trade 95                      -> submit A s1 SELL 10 I0 market
              is A PENDING_NEW 0/10
              emulated A true
              trade 94
              accept A
              done A x1 10@94
              is A FILLED 10/10
              position -10

            == stops that the engine holds, by quotes where there are no trades
              venue MARKET LIMIT
              quote 99 101
              buy A 10 stop 105
              sell B 10 stop 95 limit 94
              quote 103 104
              quote 104 105                 -> submit A s1 BUY 10 I0 market
              quote 96 120
              quote 95 96                   -> submit B s1 SELL 10 I0 limit 94

            == a bar: first the gap, then the extremes, oldest order first
              venue MARKET LIMIT
              bar 100 101 99 100
              sell A 1 stop 95
              buy B 2 stop 104
              sell C 3 stop 97
              bar 100 103 98 100
              bar 96 105 94 100             -> submit C s1 SELL 3 I0 market; submit A s1 SELL 1 I0 market; submit B s1 BUY 2 I0 market

            == a trailing stop follows trades and turns
              venue MARKET
              trade 100
              sell A 10 trail 5
              terms A 0 95
              trade 103
              terms A 0 98
              trade 99
              terms A 0 98
              trade 98                      -> submit A s1 SELL 10 I0 market

            == a trailing buy follows the market down
              venue MARKET
              trade 100
              buy A 10 trail 5
              trade 90
              terms A 0 95
              trade 94
              trade 95                      -> submit A s1 BUY 10 I0 market

            == a trailing stop does not profit from the high of the bar that reaches it
              venue MARKET
              bar 100 100 100 100
              sell A 10 trail 5
              bar 100 110 96 110
              is A HELD 0/10
              terms A 0 105
              bar 110 112 105 111           -> submit A s1 SELL 10 I0 market

            == a held order is cancelled at once, and not twice
              venue MARKET
              trade 100
              sell A 10 stop 95
              cancel A
              is A CANCELED 0/10
              cancel A                      -> refused TOO_LATE
              trade 90

            == a held order is changed at once
              venue MARKET
              trade 100
              sell A 10 stop 95
              replace A 7 0 96
              is A HELD 0/7
              terms A 0 96
              replace A 7 0 101             -> refused BAD_STOP_PRICE
              trade 96                      -> submit A s1 SELL 7 I0 market
              replace A 5 0 90              -> refused TOO_LATE

            == a halt cancels what is held
              venue MARKET
              trade 100
              sell A 10 stop 95
              halt
              is A CANCELED 0/10
              trade 90

            == a stop that is reached while the venue is away goes out when it is back
              venue MARKET
              trade 100
              sell A 10 stop 95
              disconnect
              trade 95
              is A HELD 0/10
              trade 100
              replace A 5 0 90              -> refused TOO_LATE
              connect                       -> reconcile venue 1; submit A s1 SELL 10 I0 market

            == a strategy may have its stop held
              trade 100
              sell A 10 stop 95 held
              is A HELD 0/10
              trade 95                      -> submit A s1 SELL 10 I0 market

            == the stop of a stop-limit order is of no matter once it is reached
              venue MARKET LIMIT
              trade 100
              sell A 10 stop 95 limit 94
              trade 95                      -> submit A s1 SELL 10 I0 limit 94
              accept A
              replace A 10 93 80            -> replace A 10 limit 93
              replaced A 10 93
              terms A 93 95

            == stops and quantities of a venue's own stop orders are replaced
              trade 100
              sell A 10 stop 95             -> submit A s1 SELL 10 I0 stop 95
              accept A
              replace A 8 0 96              -> replace A 8 limit 0 stop 96
              replaced A 8 0 96
              terms A 0 96
              is A NEW 0/8

            == prices that make no sense
              sell A 10 stop 95             -> refused NO_MARKET_PRICE
              trade 100
              sell A 10 stop 100            -> refused BAD_STOP_PRICE
              sell A 10 stop 0              -> refused BAD_STOP_PRICE
              buy A 10 stop 99              -> refused BAD_STOP_PRICE
              buy A 10 stop 105 limit 0     -> refused PRICE_NOT_ON_TICK
              sell A 10 trail 0             -> refused BAD_STOP_PRICE
              sell A 10 trail 100           -> refused BAD_STOP_PRICE
              sell A 10 maker 0             -> refused PRICE_NOT_ON_TICK

            == what nobody can do is refused
              venue MARKET LIMIT
              trade 100
              buy A 10 maker 99             -> refused ORDER_TYPE_NOT_SUPPORTED
              sell A 10 stop 95 IOC         -> refused TIME_IN_FORCE_NOT_SUPPORTED
              buy A 10 maker 99 FOK         -> refused TIME_IN_FORCE_NOT_SUPPORTED
              buy A 10 limit 99 IOC         -> submit A s1 BUY 10 I0 limit 99
              buy B 10 market OPG           -> submit B s1 BUY 10 I0 market

            == a venue without market orders cannot be stood in for
              venue LIMIT
              trade 100
              buy A 10 market               -> refused ORDER_TYPE_NOT_SUPPORTED
              sell A 10 stop 95             -> refused ORDER_TYPE_NOT_SUPPORTED
              sell A 10 stop 95 limit 94
              is A HELD 0/10
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
