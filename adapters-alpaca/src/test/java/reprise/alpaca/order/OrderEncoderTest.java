package reprise.alpaca.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.alpaca.json.FlatReader;
import reprise.market.InstrumentDefinition;
import reprise.order.GroupTerms;
import reprise.order.OrderIds;
import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.testkit.Allocation;
import reprise.testkit.RandomCases;

class OrderEncoderTest {
    private static final InstrumentDefinition AAPL =
            new InstrumentDefinition(0, 0, "AAPL", "AAPL", "USD", 4, 3, 100, 1, 0);
    private static final InstrumentDefinition BTC =
            new InstrumentDefinition(1, 0, "BTC/USD", "BTC", "USD", 2, 9, 50, 1, 0);

    private final OrderEncoder encoder = new OrderEncoder();
    private final OrderTerms terms = new OrderTerms();

    private String encode(final InstrumentDefinition instrument, final boolean extendedHours) {
        final int length = encoder.submit(instrument, terms, "run-1", extendedHours);
        return new String(encoder.bytes(), 0, length, StandardCharsets.US_ASCII);
    }

    @Test
    void shouldWriteEveryTypeOfOrder() {
        terms.set(Side.BUY, OrderType.MARKET, TimeInForce.DAY, 10_500);
        assertThat(encode(AAPL, true))
                .isEqualTo("{\"symbol\":\"AAPL\",\"qty\":\"10.5\",\"side\":\"buy\",\"type\":\"market\","
                        + "\"time_in_force\":\"day\",\"client_order_id\":\"run-1\"}");
        terms.set(Side.SELL, OrderType.LIMIT, TimeInForce.GTC, 10_000).limitPrice(1_895_000);
        assertThat(encode(AAPL, true))
                .isEqualTo("{\"symbol\":\"AAPL\",\"qty\":\"10\",\"side\":\"sell\",\"type\":\"limit\","
                        + "\"time_in_force\":\"gtc\",\"limit_price\":\"189.5\",\"extended_hours\":true,"
                        + "\"client_order_id\":\"run-1\"}");
        terms.set(Side.SELL, OrderType.STOP_LIMIT, TimeInForce.GTC, 1)
                .limitPrice(5_000_050)
                .stopPrice(6_000_000);
        assertThat(encode(BTC, true))
                .isEqualTo("{\"symbol\":\"BTC/USD\",\"qty\":\"0.000000001\",\"side\":\"sell\",\"type\":\"stop_limit\","
                        + "\"time_in_force\":\"gtc\",\"limit_price\":\"50000.5\",\"stop_price\":\"60000\","
                        + "\"client_order_id\":\"run-1\"}");
        terms.set(Side.SELL, OrderType.TRAILING_STOP, TimeInForce.DAY, 1_000)
                .stopPrice(7)
                .trailDistance(25_000);
        assertThat(encode(AAPL, false)).contains("\"trail_price\":\"2.5\"").doesNotContain("stop_price");
    }

    @Test
    void shouldSendAMarketOrderOfFractionsForTheDay() {
        terms.set(Side.SELL, OrderType.MARKET, TimeInForce.GTC, 10_500);
        assertThat(encode(AAPL, false)).contains("\"qty\":\"10.5\"").contains("\"time_in_force\":\"day\"");
        terms.set(Side.SELL, OrderType.MARKET, TimeInForce.GTC, 10_000);
        assertThat(encode(AAPL, false)).contains("\"time_in_force\":\"gtc\"");
    }

    private String encode(final GroupTerms group) {
        final int length = encoder.submitGroup(AAPL, group, "run-1");
        return new String(encoder.bytes(), 0, length, StandardCharsets.US_ASCII);
    }

    @Test
    void shouldWriteOrdersThatBelongTogether() {
        terms.set(Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 10_000).limitPrice(1_000_000);
        final GroupTerms group =
                new GroupTerms().entry(1, terms).target(1_100_000).stop(950_000, 940_000);
        assertThat(encode(group))
                .isEqualTo(
                        "{\"symbol\":\"AAPL\",\"qty\":\"10\",\"side\":\"buy\",\"type\":\"limit\","
                                + "\"time_in_force\":\"gtc\",\"limit_price\":\"100\",\"order_class\":\"bracket\","
                                + "\"take_profit\":{\"limit_price\":\"110\"},"
                                + "\"stop_loss\":{\"stop_price\":\"95\",\"limit_price\":\"94\"},\"client_order_id\":\"run-1\"}");
        assertThat(encode(group.target(0).stop(950_000, 0)))
                .contains("\"order_class\":\"oto\",\"stop_loss\":{\"stop_price\":\"95\"},\"client");
        group.exits(1, Side.SELL, TimeInForce.DAY, 10_000, 0).target(1_100_000).stop(950_000, 0);
        assertThat(encode(group))
                .contains("\"side\":\"sell\",\"type\":\"limit\",\"time_in_force\":\"day\",\"order_class\":\"oco\","
                        + "\"take_profit\":{\"limit_price\":\"110\"},\"stop_loss\":{\"stop_price\":\"95\"}");
    }

    @Test
    void shouldBeReadAsItWasMeantWhateverTheNumbers() {
        RandomCases.check(200, random -> {
            for (int i = 0; i < 100; i++) {
                final long quantity = random.nextLong(1, 1L << random.nextInt(1, 55));
                final long limit = random.nextLong(1, 1L << random.nextInt(1, 55));
                terms.set(Side.BUY, OrderType.LIMIT, TimeInForce.IOC, quantity).limitPrice(limit);
                final Map<String, String> fields = FlatReader.read(
                                encode(BTC, true).getBytes(StandardCharsets.US_ASCII))
                        .get(0);
                assertThat(reprise.number.Decimals.parse(fields.get("qty"), 9)).isEqualTo(quantity);
                assertThat(reprise.number.Decimals.parse(fields.get("limit_price"), 2))
                        .isEqualTo(limit);
            }
        });
    }

    @Test
    void shouldAllocateNothing() {
        terms.set(Side.SELL, OrderType.LIMIT, TimeInForce.GTC, 10_000).limitPrice(1_895_000);

        final long allocated = Allocation.leastBytes(20, () -> {
            for (int i = 0; i < 1_000; i++) {
                encoder.submit(AAPL, terms, "run-1", true);
                encoder.replace(AAPL, 5_000, 1_896_000, 0, "run-1.1");
            }
        });

        assertThat(allocated).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "AAPL, MARKET, DAY, 1500, 0, 0, NONE",
        "AAPL, MARKET, GTC, 1500, 0, 0, NONE",
        "AAPL, LIMIT, GTC, 1500, 1000100, 0, TIME_IN_FORCE_NOT_SUPPORTED",
        "AAPL, LIMIT, OPG, 1000, 1000100, 0, NONE",
        "AAPL, STOP, OPG, 1000, 0, 1000100, ORDER_TYPE_NOT_SUPPORTED",
        "AAPL, LIMIT, DAY, 1000, 1000010, 0, PRICE_NOT_ON_TICK",
        "AAPL, LIMIT, DAY, 1000, 9999, 0, NONE",
        "AAPL, LIMIT, DAY, 1000, 0, 0, PRICE_NOT_ON_TICK",
        "AAPL, STOP, DAY, 1000, 0, 0, BAD_STOP_PRICE",
        "AAPL, TRAILING_STOP, DAY, 1000, 0, 0, BAD_STOP_PRICE",
        "AAPL, LIMIT_MAKER, DAY, 1000, 100, 0, ORDER_TYPE_NOT_SUPPORTED",
        "AAPL, MARKET, DAY, 0, 0, 0, QUANTITY_NOT_ON_LOT",
        "BTC/USD, MARKET, GTC, 1, 0, 0, NONE",
        "BTC/USD, MARKET, DAY, 1, 0, 0, TIME_IN_FORCE_NOT_SUPPORTED",
        "BTC/USD, STOP, GTC, 1, 0, 100, ORDER_TYPE_NOT_SUPPORTED",
        "BTC/USD, LIMIT, IOC, 1, 75, 0, PRICE_NOT_ON_TICK",
    })
    void shouldSayNoBeforeTheVenueDoes(
            final String symbol,
            final OrderType type,
            final TimeInForce timeInForce,
            final long quantity,
            final long limit,
            final long stop,
            final String reason) {
        terms.set(Side.BUY, type, timeInForce, quantity).limitPrice(limit).stopPrice(stop);

        assertThat(OrderChecks.check("AAPL".equals(symbol) ? AAPL : BTC, terms)).hasToString(reason);
    }

    @Test
    void shouldKnowItsOwnNamesOnly() {
        final ClientIds names = new ClientIds("run-7");
        assertThat(names.format(12, 0, 0)).isEqualTo("run-7-12");
        assertThat(names.format(12, 3, 0)).isEqualTo("run-7-12.3");
        assertThat(names.format(Long.MAX_VALUE, 3, 1)).hasSizeLessThanOrEqualTo(ClientIds.MAX_LENGTH);
        for (final String name : new String[] {"run-7-12", "run-7-12.3", "run-7-12.3.1", "run-7-12.0"}) {
            assertThat(names.orderId(name)).as(name).isEqualTo(12);
        }
        for (final String name : new String[] {
            "",
            "run-7-",
            "run-7-012",
            "run-7-12.",
            "run-7-12.3.",
            "run-7-12.3.1.1",
            "run-7-12x",
            "run-8-12",
            "run-7",
            "run-7-99999999999999999999",
            "run-7-0",
            "RUN-7-12",
            "run-7-12.3 "
        }) {
            assertThat(names.orderId(name)).as(name).isEqualTo(OrderIds.NULL_ORDER_ID);
        }
    }

    @Test
    void shouldWriteAnAmountInsteadOfAQuantity() {
        terms.set(Side.BUY, OrderType.MARKET, TimeInForce.GTC, 77).cashOrderQty(123_456_789_012L);
        assertThat(encode(AAPL, true))
                .isEqualTo("{\"symbol\":\"AAPL\",\"notional\":\"1234.56\",\"side\":\"buy\",\"type\":\"market\","
                        + "\"time_in_force\":\"day\",\"client_order_id\":\"run-1\"}");
        terms.set(Side.BUY, OrderType.MARKET, TimeInForce.IOC, 77).cashOrderQty(100_000_000L);
        assertThat(encode(BTC, true))
                .isEqualTo("{\"symbol\":\"BTC/USD\",\"notional\":\"1\",\"side\":\"buy\",\"type\":\"market\","
                        + "\"time_in_force\":\"ioc\",\"client_order_id\":\"run-1\"}");
    }
}
