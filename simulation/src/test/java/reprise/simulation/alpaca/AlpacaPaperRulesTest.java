package reprise.simulation.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reprise.simulation.alpaca.account.AccountStanding;
import reprise.simulation.alpaca.account.AccountTerms;
import reprise.simulation.alpaca.market.Asset;
import reprise.simulation.alpaca.market.MarketHours;

/** What the paper account makes of orders that are well-formed: how it values them, when it takes them, how it fills them. */
@Timeout(60)
class AlpacaPaperRulesTest {
    private static final AccountTerms RICH = AccountTerms.plain(new BigDecimal("100000"));
    private static final String NOON = "2026-02-23T17:00:00Z";

    private AlpacaServer server;
    private RestClient rest;

    @AfterEach
    void stop() {
        server.close();
    }

    private void serve(final AccountTerms terms, final String start) {
        server = new AlpacaServer(AlpacaConfig.local(List.of(Asset.equity("AAPL"), Asset.equity("CHEAP")))
                .withTerms(terms)
                .at(MarketHours.US_EQUITIES, Instant.parse(start)));
        rest = new RestClient(server.httpUri());
        server.market().quote("AAPL", "99.99", "100");
        server.market().quote("CHEAP", "39", "39.01");
    }

    private RestClient.Answer order(final String side, final String quantity, final String more) {
        final RestClient.Answer answer = rest.post(
                "/v2/orders",
                "{'symbol':'AAPL','side':'" + side + "','qty':'" + quantity + "'," + more
                        + (more.contains("time_in_force") ? "" : ",'time_in_force':'day'") + "}");
        // So that whatever it does at the market has been done.
        server.market().advance(Duration.ofMillis(1));
        return answer;
    }

    private RestClient.Answer market(final String side, final String quantity) {
        return order(side, quantity, "'type':'market'");
    }

    private static void assertRefused(final RestClient.Answer answer, final int code, final String message) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(code == 42_210_000 ? 422 : 403);
        assertThat(answer.object().get("code")).hasToString(Integer.toString(code));
        assertThat(answer.object().get("message").toString()).contains(message);
    }

    private static void assertTaken(final RestClient.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private Map<String, Object> byId(final RestClient.Answer order) {
        return rest.get("/v2/orders/" + order.object().get("id")).object();
    }

    @Test
    void shouldValueAMarketOrderThreePercentAboveTheOffer() {
        serve(AccountTerms.plain(new BigDecimal("1000")).unlevered(), NOON);

        final RestClient.Answer refused = market("buy", "10");

        assertRefused(refused, 40_310_000, "insufficient buying power");
        assertThat(new BigDecimal(refused.object().get("cost_basis").toString()))
                .isEqualByComparingTo("1030");
        assertThat(new BigDecimal(refused.object().get("buying_power").toString()))
                .isEqualByComparingTo("1000");
        assertTaken(market("buy", "9"));
    }

    @Test
    void shouldValueAShortSaleAtItsLimitOrThreePercentAboveTheOffer() {
        serve(AccountTerms.plain(new BigDecimal("1000")), NOON);

        final RestClient.Answer low = order("sell", "20", "'type':'limit','limit_price':'101'");
        final RestClient.Answer high = order("sell", "17", "'type':'limit','limit_price':'120'");

        assertRefused(low, 40_310_000, "insufficient buying power");
        assertThat(new BigDecimal(low.object().get("cost_basis").toString())).isEqualByComparingTo("2060");
        assertRefused(high, 40_310_000, "insufficient buying power");
        assertThat(new BigDecimal(high.object().get("cost_basis").toString())).isEqualByComparingTo("2040");
        assertTaken(order("sell", "19", "'type':'limit','limit_price':'101'"));
    }

    @Test
    void shouldGiveABuyStopALimitThatIsWiderForCheapShares() {
        serve(RICH, NOON);
        final RestClient.Answer cheap = rest.post(
                "/v2/orders",
                "{'symbol':'CHEAP','side':'buy','qty':'1','type':'stop','stop_price':'40','time_in_force':'day'}");
        final RestClient.Answer dear = order("buy", "1", "'type':'stop','stop_price':'102'");

        server.market().together(() -> {
            server.market().quote("CHEAP", "49", "50");
            server.market().trade("CHEAP", "49.5", "1");
            server.market().quote("AAPL", "109", "110");
            server.market().trade("AAPL", "109.5", "1");
        });

        assertThat(byId(cheap)).containsEntry("limit_price", "41.6").containsEntry("status", "new");
        assertThat(byId(dear)).containsEntry("limit_price", "104.55").containsEntry("status", "new");
    }

    @Test
    void shouldNotTurnALongPositionIntoAShortOne() {
        serve(RICH, NOON);
        assertTaken(market("buy", "10"));

        final RestClient.Answer answer = market("sell", "15");

        assertRefused(answer, 40_310_000, "insufficient qty available for order (requested: 15, available: 10)");
        assertThat(answer.object()).containsEntry("existing_qty", "10").containsEntry("held_for_orders", "0");
        assertTaken(market("sell", "10"));
        assertTaken(market("sell", "5"));
        assertThat(rest.get("/v2/positions/AAPL").object()).containsEntry("qty", "-5");
    }

    @Test
    void shouldTakeOrdersForAnAuctionOnlyAtTheirTimes() {
        serve(RICH, "2026-02-23T14:27:59Z");
        final String opening = "'type':'market','time_in_force':'opg'";
        final String closing = "'type':'market','time_in_force':'cls'";

        assertTaken(order("buy", "1", opening));
        assertAt("2026-02-23T14:28:00Z", opening, false);
        assertAt("2026-02-23T20:49:59Z", closing, true);
        assertAt("2026-02-23T20:50:00Z", closing, false);
        assertAt("2026-02-23T23:59:59Z", opening, false);
        assertAt("2026-02-23T23:59:59Z", closing, false);
        assertAt("2026-02-24T00:00:00Z", opening, true);
        assertAt("2026-02-24T00:00:00Z", closing, true);
    }

    private void assertAt(final String time, final String what, final boolean isTaken) {
        server.market().advanceTo(Instant.parse(time));
        final RestClient.Answer answer = order("buy", "1", what);
        if (isTaken) {
            assertTaken(answer);
        } else {
            assertRefused(answer, 42_210_000, "orders are not accepted from");
        }
    }

    @Test
    void shouldKeepADayOrderForTheNextSessionWhenItComesAfterTheClose() {
        serve(RICH, "2026-02-23T21:00:01Z");

        final RestClient.Answer answer = market("buy", "1");

        assertThat(answer.object()).containsEntry("status", "accepted");
        server.market().advanceTo(Instant.parse("2026-02-24T14:29:59Z"));
        assertThat(byId(answer)).containsEntry("status", "accepted");
        server.market().advanceTo(Instant.parse("2026-02-24T14:30:00Z"));
        assertThat(byId(answer)).containsEntry("status", "filled");
    }

    @Test
    void shouldFillAboutOneOrderInTenInPartAndTheSameOnesForTheSameSeed() {
        final List<Integer> first = partlyFilled(7);
        final List<Integer> again = partlyFilled(7);
        final List<Integer> other = partlyFilled(8);

        assertThat(first).hasSizeBetween(4, 20).isEqualTo(again).isNotEqualTo(other);
    }

    private List<Integer> partlyFilled(final long seed) {
        if (server != null) {
            server.close();
        }
        serve(RICH.withPartialFills(0.1, seed), NOON);
        return IntStream.range(0, 100)
                .filter(i -> {
                    final RestClient.Answer order = market("buy", "10");
                    final boolean isPart = "partially_filled".equals(byId(order).get("status"));
                    if (isPart) {
                        rest.delete("/v2/orders/" + order.object().get("id"));
                    }
                    return isPart;
                })
                .boxed()
                .toList();
    }

    @Test
    void shouldRefuseTheFourthDayTradeToASmallAccountWhereTheOldRuleIsOn() {
        serve(AccountTerms.plain(new BigDecimal("20000")).withDayTradeRule(), NOON);
        for (int i = 0; i < 3; i++) {
            assertTaken(market("buy", "1"));
            assertTaken(market("sell", "1"));
        }
        assertTaken(market("buy", "1"));

        assertRefused(market("sell", "1"), 40_310_100, "pattern day trading protection");

        server.market().advanceTo(Instant.parse("2026-02-24T17:00:00Z"));
        assertTaken(market("sell", "1"));
        assertTaken(market("buy", "1"));
        server.market().advanceTo(Instant.parse("2026-03-02T17:00:00Z"));
        assertTaken(market("buy", "1"));
        assertTaken(market("sell", "1"));
    }

    @Test
    void shouldKnowNothingOfTheOldRuleUnlessItIsOn() {
        serve(AccountTerms.plain(new BigDecimal("20000")), NOON);

        for (int i = 0; i < 5; i++) {
            assertTaken(market("buy", "1"));
            assertTaken(market("sell", "1"));
        }
    }

    @Test
    void shouldRefuseOrdersOfAnAccountThatMayNotTrade() {
        serve(RICH.in(new AccountStanding("ACTIVE", true, false, false)), NOON);

        assertRefused(market("buy", "1"), 40_310_000, "trading is blocked");
        assertThat(rest.get("/v2/account").object()).containsEntry("trading_blocked", true);
    }

    @Test
    void shouldSpendAnAmountInPartsAndNoMoreThanThat() {
        serve(AccountTerms.plain(new BigDecimal("1000")).withPartialFills(0.9, 7), NOON);

        final RestClient.Answer order = rest.post(
                "/v2/orders",
                "{'symbol':'AAPL','side':'buy','type':'market','time_in_force':'day','notional':'333.33'}");
        assertTaken(order);
        server.market().advance(Duration.ofMillis(1));
        final Map<String, Object> part = byId(order);
        for (int i = 0; i < 100; i++) {
            server.market().quote("AAPL", "99.99", "100");
        }

        assertThat(part).containsEntry("status", "partially_filled").containsEntry("qty", null);
        assertThat(byId(order))
                .containsEntry("status", "filled")
                .containsEntry("qty", null)
                .containsEntry("filled_qty", "3.3333");
        assertThat(rest.get("/v2/account/activities/FILL").list()).hasSizeGreaterThan(1);
    }
}
