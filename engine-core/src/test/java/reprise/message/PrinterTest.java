package reprise.message;

import static org.assertj.core.api.Assertions.assertThat;
import static reprise.testing.Definitions.anInstrument;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reprise.exit.ExitNote;
import reprise.guard.GuardCheck;
import reprise.guard.Verdict;
import reprise.market.Aggressor;
import reprise.market.InstrumentDefinition;
import reprise.message.Calls.Call;
import reprise.monitor.MonitorAction;
import reprise.monitor.MonitorScope;
import reprise.monitor.RiskMeasure;
import reprise.order.FeeAsset;
import reprise.order.GroupTerms;
import reprise.order.Liquidity;
import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.signal.Reason;
import reprise.testkit.RandomCases;

class PrinterTest {
    private static final long ORDER = 17;

    private final List<String> fields = new ArrayList<>();
    private final InstrumentScales scales = new InstrumentScales();
    private final EventPrinter events = new EventPrinter(Calls.fieldRecorder(fields), scales);
    private final CommandPrinter commands = new CommandPrinter(Calls.fieldRecorder(fields), scales);

    static Stream<Method> methods() {
        return Stream.of(EngineEvents.class, EngineOutput.class)
                .flatMap(vocabulary -> Calls.methodsOf(vocabulary).stream());
    }

    private void define() {
        events.onInstrumentDefined(anInstrument()
                .withId(3)
                .withSymbol("BTCUSDT")
                .withDecimals(2, 5)
                .withSteps(1, 10)
                .define());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void shouldPrintEveryArgumentOfEveryMessage(final Method method) {
        RandomCases.check(50, random -> {
            final Call call = Calls.anyCall(method, random);
            fields.clear();

            method.invoke(
                    method.getDeclaringClass().isAssignableFrom(EventPrinter.class) ? events : commands,
                    call.arguments().toArray());

            final List<Class<?>> types = List.of(method.getParameterTypes());
            if (types.contains(OrderTerms.class) || types.contains(GroupTerms.class) || types.contains(Reason.class)) {
                assertThat(fields).hasSizeGreaterThanOrEqualTo(method.getParameterCount());
            } else if (!types.contains(InstrumentDefinition.class)) {
                assertThat(fields).hasSize(method.getParameterCount());
            }
        });
    }

    @Test
    void shouldPrintWhatDefinesAnInstrument() {
        define();

        assertThat(fields)
                .contains(
                        "number instrumentId 3",
                        "text symbol BTCUSDT",
                        "number priceDecimals 2",
                        "number quantityDecimals 5",
                        "decimal tickSize 1 2",
                        "decimal lotSize 10 5",
                        "decimal minNotional 0 8");
    }

    @Test
    void shouldKnowWhereThePointOfAPriceIs() {
        define();
        fields.clear();

        events.onQuote(3, 1, 10, 20, 30, 40);

        assertThat(fields)
                .containsExactly(
                        "text instrument BTCUSDT",
                        "time venueTime 1",
                        "decimal bidPrice 10 2",
                        "decimal bidQuantity 20 5",
                        "decimal askPrice 30 2",
                        "decimal askQuantity 40 5");
    }

    @Test
    void shouldKnowTheInstrumentOfAFillByItsOrder() {
        define();
        commands.submitOrder(
                ORDER,
                3,
                1,
                new OrderTerms()
                        .set(Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 5)
                        .limitPrice(100));
        fields.clear();

        events.onOrderFilled(ORDER, 9, 1, 100, 5, 7, FeeAsset.QUOTE, Liquidity.UNKNOWN);

        assertThat(fields)
                .containsExactly(
                        "text orderId 17",
                        "number executionId 9",
                        "time venueTime 1",
                        "decimal price 100 2",
                        "decimal quantity 5 5",
                        "decimal fee 7 8",
                        "text feeAsset QUOTE",
                        "text liquidity UNKNOWN");
    }

    @Test
    void shouldPrintWhatDecidedInItsUnit() {
        define();
        events.onAccountReported(0, 0, "USDT");
        fields.clear();

        commands.orderRefused(1, 3, Side.BUY, 5, 100, RejectReason.MAX_ORDER_NOTIONAL, 250_000_000, 100_000_000);
        commands.orderRefused(1, 3, Side.BUY, 5, 100, RejectReason.PRICE_COLLAR, 105, 104);
        commands.orderRefused(1, 3, Side.BUY, 5, 100, RejectReason.DUPLICATE_INTENT, 7, 1_000_000_000);
        commands.orderRefused(1, 3, Side.BUY, 5, 100, RejectReason.NOT_TRADABLE, 1, 0);
        commands.orderRefused(1, 3, Side.BUY, 5, 100, RejectReason.TRADING_HALTED, 0, 0);
        commands.guardVerdictChanged(3, GuardCheck.BAR_JUMP, Verdict.WARN, 48_342, 30_000);
        commands.riskBreached(
                MonitorScope.ACCOUNT, 0, RiskMeasure.DRAWDOWN, 6_100_000, 6_000_000, MonitorAction.HALT, true);
        commands.exitNoted(1, 3, ORDER, ExitNote.OVER_EXIT, 10);

        assertThat(fields.stream().filter(field -> field.matches("\\w+ (value|limit) .*")))
                .containsExactly(
                        "measure value 250000000 8 USDT",
                        "measure limit 100000000 8 USDT",
                        "decimal value 105 2",
                        "decimal limit 104 2",
                        "measure value 7 9 s",
                        "measure limit 1000000000 9 s",
                        "text value HALTED",
                        "text limit TRADING",
                        "text value -",
                        "text limit -",
                        "measure value 48342 4 %",
                        "measure limit 30000 4 %",
                        "measure value 6100000 6 %",
                        "measure limit 6000000 6 %",
                        "decimal value 10 5");
    }

    @Test
    void shouldPrintUnscaledWhatItCannotScale() {
        events.onTrade(3, 1, 10, 20, Aggressor.BUYER);

        assertThat(fields).contains("text instrument #3", "decimal price 10 -1", "decimal quantity 20 -1");
    }
}
