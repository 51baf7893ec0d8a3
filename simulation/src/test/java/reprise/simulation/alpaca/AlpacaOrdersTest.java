package reprise.simulation.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reprise.simulation.alpaca.fault.Fault;
import reprise.simulation.alpaca.fault.FaultKind;
import reprise.simulation.alpaca.market.Asset;

/** What becomes of orders, as a client sees it. */
@Timeout(60)
class AlpacaOrdersTest {
    private AlpacaServer server;
    private RestClient rest;
    private StreamClient updates;

    @BeforeEach
    void start() {
        server = new AlpacaServer(AlpacaConfig.local(List.of(
                Asset.equity("AAPL"),
                Asset.equity("SPY"),
                Asset.equity("HARD").notShortable().notFractionable(),
                Asset.crypto("BTC/USD"))));
        rest = new RestClient(server.httpUri());
        updates = StreamClient.updates(server);
        server.market().quote("AAPL", "99.99", "100.01");
    }

    @AfterEach
    void stop() {
        updates.close();
        server.close();
    }

    private Map<String, Object> order(final String fields) {
        final RestClient.Answer answer = rest.post("/v2/orders", "{" + fields + "}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.object();
    }

    private Map<String, Object> limit(final String side, final String price, final String more) {
        return order("'symbol':'AAPL','side':'" + side
                + "','type':'limit','time_in_force':'day','qty':'10','limit_price':'" + price + "'" + more);
    }

    private Map<String, Object> market(final String symbol, final String side, final String qty) {
        final Map<String, Object> order =
                order("'symbol':'" + symbol + "','side':'" + side + "','type':'market','time_in_force':'"
                        + (symbol.contains("/") ? "gtc" : "day") + "','qty':'" + qty + "'");
        updates.nextUpdate("fill");
        return order;
    }

    private Map<String, Object> byId(final Object id) {
        return rest.get("/v2/orders/" + id).object();
    }

    private BigDecimal cash() {
        return new BigDecimal(rest.get("/v2/account").object().get("cash").toString());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> orderOf(final Map<String, Object> update) {
        return (Map<String, Object>) update.get("order");
    }

    @Test
    void shouldFillAMarketOrderAtTheOfferAndTellItInOrder() {
        final Map<String, Object> order = order(
                "'symbol':'AAPL','side':'buy','type':'market','time_in_force':'day','qty':'10','client_order_id':'one'");

        assertThat(order).containsEntry("status", "pending_new").containsEntry("order_class", "");
        assertThat(updates.nextUpdate()).containsEntry("event", "pending_new");
        assertThat(updates.nextUpdate()).containsEntry("event", "new");
        final Map<String, Object> fill = updates.nextUpdate();
        assertThat(fill)
                .containsEntry("event", "fill")
                .containsEntry("price", "100.01")
                .containsEntry("qty", "10")
                .containsEntry("position_qty", "10")
                .containsKey("execution_id");
        assertThat(orderOf(fill))
                .containsEntry("status", "filled")
                .containsEntry("filled_avg_price", "100.01")
                .containsEntry("client_order_id", "one");
        assertThat(updates.sawBinary()).isTrue();
        assertThat(cash()).isEqualByComparingTo("98999.9");
        assertThat(rest.get("/v2/positions/AAPL").object())
                .containsEntry("qty", "10")
                .containsEntry("side", "long");
    }

    @Test
    void shouldHoldALimitOrderUntilTheOfferReachesIt() {
        final Object id = limit("buy", "99.5", "").get("id");
        updates.nextUpdate("new");
        server.market().trade("AAPL", "100", "1");
        assertThat(byId(id)).containsEntry("status", "new");

        server.market().quote("AAPL", "99.4", "99.45");

        assertThat(updates.nextUpdate("fill")).containsEntry("price", "99.45");
    }

    @Test
    void shouldTellNothingBeforeTheAnswerUnlessAskedTo() {
        server.faults().set(Fault.once(FaultKind.FILL_FIRST));

        final Map<String, Object> order =
                order("'symbol':'AAPL','side':'buy','type':'market','time_in_force':'day','qty':'1'");

        assertThat(order).containsEntry("status", "pending_new");
        assertThat(byId(order.get("id"))).containsEntry("status", "filled");
    }

    @Test
    void shouldNeverTakeAClientOrderIdTwice() {
        final Object id = limit("buy", "90", ",'client_order_id':'mine'").get("id");
        rest.delete("/v2/orders/" + id);
        updates.nextUpdate("canceled");

        final RestClient.Answer answer = rest.post(
                "/v2/orders",
                "{'symbol':'AAPL','side':'buy','type':'market','time_in_force':'day','qty':'1','client_order_id':'mine'}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.object())
                .containsEntry("code", new BigDecimal("40010001"))
                .containsEntry("message", "client_order_id must be unique");
        assertThat(server.tally().repeatedOrders()).isEqualTo(1);
        assertThat(rest.get("/v2/orders:by_client_order_id?client_order_id=mine")
                        .object())
                .containsEntry("id", id);
    }

    @Test
    void shouldReplaceUnderANewIdAndLinkBoth() {
        final Object id = limit("buy", "90", "").get("id");
        updates.nextUpdate("new");

        final Map<String, Object> changed =
                rest.patch("/v2/orders/" + id, "{'limit_price':'91'}").object();

        assertThat(changed).containsEntry("replaces", id).containsEntry("limit_price", "91");
        final Map<String, Object> replaced = updates.nextUpdate("replaced");
        assertThat(orderOf(replaced)).containsEntry("id", id).containsEntry("replaced_by", changed.get("id"));
        assertThat(orderOf(updates.nextUpdate("new"))).containsEntry("id", changed.get("id"));
        assertThat(byId(id)).containsEntry("status", "replaced");
        final RestClient.Answer same = rest.patch("/v2/orders/" + changed.get("id"), "{'limit_price':'91'}");
        assertThat(same.status()).isEqualTo(403);
        assertThat(same.text()).contains("order parameters are not changed");
        assertThat(rest.patch("/v2/orders/" + id, "{'limit_price':'92'}").status())
                .isEqualTo(422);
    }

    @Test
    void shouldAnswerACancelBeforeItHappensAndRefuseASecondOne() {
        final Object id = limit("buy", "90", "").get("id");
        updates.nextUpdate("new");

        assertThat(rest.delete("/v2/orders/" + id).status()).isEqualTo(204);

        assertThat(updates.nextUpdate()).containsEntry("event", "pending_cancel");
        assertThat(updates.nextUpdate()).containsEntry("event", "canceled");
        assertThat(rest.delete("/v2/orders/" + id).status()).isEqualTo(422);
        assertThat(rest.delete("/v2/orders/nothing").object()).containsEntry("code", new BigDecimal("40410000"));
    }

    @Test
    void shouldCancelAllWithAStatusEach() {
        limit("buy", "90", "");
        limit("buy", "91", "");
        updates.nextUpdate("new");
        updates.nextUpdate("new");

        final RestClient.Answer answer = rest.delete("/v2/orders");

        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.list())
                .hasSize(2)
                .allSatisfy(result -> assertThat(result).containsEntry("status", new BigDecimal("200")));
        updates.nextUpdate("canceled");
        updates.nextUpdate("canceled");
        assertThat(rest.get("/v2/orders").list()).isEmpty();
    }

    @Test
    void shouldHoldTheExitsOfABracketUntilItsEntryIsFilledAndLetOneCancelTheOther() {
        final Map<String, Object> entry = limit(
                "buy",
                "99.5",
                ",'order_class':'bracket','take_profit':{'limit_price':'101'},'stop_loss':{'stop_price':'98'}");
        final Object target = ((List<?>) entry.get("legs")).get(0);
        assertThat(((Map<?, ?>) target).get("status")).isEqualTo("held");
        updates.nextUpdate("new");

        server.market().quote("AAPL", "99.4", "99.5");
        assertThat(orderOf(updates.nextUpdate("fill"))).containsEntry("id", entry.get("id"));
        updates.nextUpdate("new");
        updates.nextUpdate("new");
        server.market().trade("AAPL", "101.2", "5");

        assertThat(orderOf(updates.nextUpdate("fill")))
                .containsEntry("type", "limit")
                .containsEntry("side", "sell");
        assertThat(orderOf(updates.nextUpdate("canceled"))).containsEntry("type", "stop");
        assertThat(rest.get("/v2/positions").list()).isEmpty();
    }

    @Test
    void shouldSellOnceWhenOneOfTwoExitsIsFilled() {
        market("AAPL", "buy", "10");
        order("'symbol':'AAPL','side':'sell','type':'limit','time_in_force':'gtc','qty':'10','order_class':'oco',"
                + "'take_profit':{'limit_price':'105'},'stop_loss':{'stop_price':'98','limit_price':'97'}");
        updates.nextUpdate("new");
        updates.nextUpdate("new");
        assertThat(rest.get("/v2/positions/AAPL").object()).containsEntry("qty_available", "0");

        server.market().quote("AAPL", "97.5", "97.6");
        server.market().trade("AAPL", "97.9", "5");

        assertThat(orderOf(updates.nextUpdate("fill"))).containsEntry("type", "stop_limit");
        assertThat(orderOf(updates.nextUpdate("canceled"))).containsEntry("type", "limit");
        assertThat(rest.get("/v2/positions").list()).isEmpty();
    }

    @Test
    void shouldTrailBehindTheHighestPrice() {
        market("AAPL", "buy", "10");
        final Object id = order(
                        "'symbol':'AAPL','side':'sell','type':'trailing_stop','time_in_force':'day','qty':'10','trail_price':'1'")
                .get("id");
        updates.nextUpdate("new");
        server.market().trade("AAPL", "103", "1");
        assertThat(byId(id)).containsEntry("hwm", "103").containsEntry("stop_price", "102");

        server.market().trade("AAPL", "101.9", "1");

        assertThat(updates.nextUpdate("fill")).containsEntry("price", "101.9");
    }

    @Test
    void shouldTurnABuyStopIntoAStopLimit() {
        final Object id = order(
                        "'symbol':'AAPL','side':'buy','type':'stop','time_in_force':'day','qty':'10','stop_price':'101'")
                .get("id");
        updates.nextUpdate("new");

        server.market().together(() -> {
            server.market().quote("AAPL", "109", "110");
            server.market().trade("AAPL", "109.5", "1");
        });

        assertThat(byId(id)).containsEntry("status", "new").containsEntry("limit_price", "103.53");
    }

    @Test
    void shouldCancelWhatIocCannotHave() {
        order("'symbol':'AAPL','side':'buy','type':'limit','time_in_force':'ioc','qty':'10','limit_price':'99'");

        assertThat(orderOf(updates.nextUpdate("canceled"))).containsEntry("filled_qty", "0");
    }

    @Test
    void shouldExpireDayOrdersAtTheCloseAndQueueWhatComesLater() {
        limit("buy", "90", "");
        updates.nextUpdate("new");

        server.market().advance(Duration.ofHours(5));

        assertThat(updates.nextUpdate("expired")).containsEntry("timestamp", "2026-02-23T21:00:00Z");
        assertThat(limit("buy", "100.5", "")).containsEntry("status", "accepted");
        assertThat(updates.nextUpdate()).containsEntry("event", "accepted");
        server.market().advance(Duration.ofHours(18));
        assertThat(updates.nextUpdate()).containsEntry("event", "new");
        assertThat(updates.nextUpdate()).containsEntry("event", "fill");
    }

    @Test
    void shouldTradeInTheExtendedSessionOnlyWhenAsked() {
        server.market().advance(Duration.ofMinutes(5 * 60 + 30));

        limit("buy", "100.5", ",'extended_hours':true");

        assertThat(updates.nextUpdate("fill")).containsEntry("price", "100.01");
    }

    @Test
    void shouldFillAuctionOrdersInTheirAuction() {
        order("'symbol':'AAPL','side':'buy','type':'market','time_in_force':'cls','qty':'3'");
        updates.nextUpdate("accepted");
        server.market().trade("AAPL", "102", "1");

        server.market().advance(Duration.ofHours(5));

        assertThat(updates.nextUpdate("fill")).containsEntry("price", "102").containsEntry("qty", "3");
        server.market().advance(Duration.ofHours(3));
        order("'symbol':'AAPL','side':'sell','type':'market','time_in_force':'opg','qty':'3'");
        server.market().advance(Duration.ofMinutes(14 * 60 + 31));
        server.market().trade("AAPL", "103", "1");
        assertThat(updates.nextUpdate("fill")).containsEntry("price", "103");
    }

    @Test
    void shouldTakeTheFeeOfAPairFromWhatIsReceived() {
        final AlpacaConfig config = AlpacaConfig.local(List.of(Asset.crypto("BTC/USD")));
        try (AlpacaServer other =
                new AlpacaServer(config.withTerms(config.terms().withCryptoFee(new BigDecimal("0.0025"))))) {
            other.market().quote("BTC/USD", "9999", "10000");
            final RestClient client = new RestClient(other.httpUri());
            client.post(
                    "/v2/orders", "{'symbol':'BTC/USD','side':'buy','type':'market','time_in_force':'gtc','qty':'2'}");
            other.market().advance(Duration.ofSeconds(1));

            final Map<String, Object> position =
                    client.get("/v2/positions/BTCUSD").object();
            assertThat(position).containsEntry("qty", "1.995").containsEntry("symbol", "BTCUSD");
            assertThat(client.get("/v2/positions/BTC/USD").status()).isEqualTo(404);
            assertThat(other.tally().fees()).isEqualByComparingTo("50");
        }
    }

    @Test
    void shouldSellShortAndClosePositions() {
        market("AAPL", "sell", "10");
        assertThat(rest.get("/v2/positions/AAPL").object())
                .containsEntry("qty", "-10")
                .containsEntry("side", "short")
                .containsEntry("avg_entry_price", "99.99");

        assertThat(rest.delete("/v2/positions/AAPL?percentage=50").object()).containsEntry("qty", "5");
        updates.nextUpdate("fill");
        final RestClient.Answer all = rest.delete("/v2/positions?cancel_orders=true");
        assertThat(all.status()).isEqualTo(207);
        updates.nextUpdate("fill");
        assertThat(rest.get("/v2/positions/AAPL").object()).containsEntry("message", "position does not exist");
    }

    @Test
    void shouldRefuseOrdersThatCouldTradeWithOurOwn() {
        limit("buy", "99", "");
        updates.nextUpdate("new");

        final RestClient.Answer answer = rest.post(
                "/v2/orders",
                "{'symbol':'AAPL','side':'sell','type':'limit','time_in_force':'day','qty':'1','limit_price':'98'}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("wash trade");
    }

    @Test
    void shouldFillByValue() {
        order("'symbol':'AAPL','side':'buy','type':'market','time_in_force':'day','notional':'50'");

        final Map<String, Object> fill = updates.nextUpdate("fill");

        assertThat(fill).containsEntry("qty", "0.499950004");
        assertThat(orderOf(fill))
                .containsEntry("qty", null)
                .containsEntry("notional", "50")
                .containsEntry("status", "filled");
    }

    @Test
    void shouldNotReplaceAnAmountThatWaits() {
        final Object id = order(
                        "'symbol':'BTC/USD','side':'buy','type':'market','time_in_force':'gtc','notional':'50.5'")
                .get("id");
        updates.nextUpdate("new");

        final RestClient.Answer changed = rest.patch("/v2/orders/" + id, "{'qty':'1'}");
        server.market().quote("BTC/USD", "99", "101");

        assertThat(changed.status()).isEqualTo(422);
        assertThat(changed.text()).contains("notional orders cannot be replaced");
        assertThat(updates.nextUpdate("fill")).containsEntry("qty", "0.5");
    }
}
