package reprise.simulation.alpaca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reprise.simulation.alpaca.fault.Fault;
import reprise.simulation.alpaca.fault.FaultKind;
import reprise.simulation.alpaca.market.Asset;

/** Each fault, as a client suffers it. */
@Timeout(60)
class AlpacaFaultsTest {
    private static final String ORDER =
            "{'symbol':'AAPL','side':'buy','type':'limit','time_in_force':'day','qty':'10','limit_price':'90','client_order_id':'a'}";

    private AlpacaServer server;
    private RestClient rest;

    @BeforeEach
    void start() {
        server = new AlpacaServer(AlpacaConfig.local(List.of(Asset.equity("AAPL"))));
        rest = new RestClient(server.httpUri());
        server.market().quote("AAPL", "99.99", "100.01");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void set(final FaultKind kind) {
        server.faults().set(Fault.once(kind));
    }

    private StreamClient trades() {
        final StreamClient client = StreamClient.marketData(server, "/v2/iex");
        client.say("{'action':'subscribe','trades':['AAPL']}");
        client.next();
        return client;
    }

    private Map<String, Object> byClientId() {
        return rest.get("/v2/orders:by_client_order_id?client_order_id=a").object();
    }

    @Test
    void shouldDropAndHoldTheSlot() {
        final StreamClient client = trades();

        server.faults().set(Fault.once(FaultKind.HOLD_SLOT).lasting(600_000).at("/v2/iex"));

        assertThat(client.isEnd(client.next())).isTrue();
        try (StreamClient next = StreamClient.connected(server, "/v2/iex")) {
            next.next();
            next.say("{'action':'auth','key':'KEY','secret':'SECRET'}");
            assertThat(next.next()).contains("406");
        }
    }

    @Test
    void shouldDropAtAStepOfTheMarket() {
        server.faults().plan(Fault.Planned.parse("drop@3"));
        final StreamClient client = trades();
        server.market().trade("AAPL", "100", "1");
        client.next();

        server.market().trade("AAPL", "100", "2");

        String last = client.next();
        if (!client.isEnd(last)) {
            last = client.next();
        }
        assertThat(client.isEnd(last)).isTrue();
    }

    @Test
    void shouldFallSilentUntilTheClientComesAgain() {
        final StreamClient client = trades();
        set(FaultKind.SILENT);
        server.market().trade("AAPL", "100", "1");
        client.close();
        final StreamClient again = StreamClient.connected(server, "/v2/iex");
        again.next();
        again.say("{'action':'auth','key':'KEY','secret':'SECRET'}");
        while (again.next().contains("406")) {
            again.say("{'action':'auth','key':'KEY','secret':'SECRET'}");
        }
        again.say("{'action':'subscribe','trades':['AAPL']}");
        again.next();
        server.market().trade("AAPL", "100", "7");
        assertThat(again.next()).contains("\"s\":7");
        again.close();
    }

    @Test
    void shouldSayNothingWhileSilent() {
        try (StreamClient client = trades()) {
            server.faults().set(Fault.once(FaultKind.SILENT).at("/v2/iex"));
            server.market().trade("AAPL", "100", "1");
            server.faults().set(Fault.once(FaultKind.DROP));

            assertThat(client.isEnd(client.next())).isTrue();
        }
    }

    @Test
    void shouldRepeatAndReorderMessages() {
        try (StreamClient client = trades()) {
            set(FaultKind.DUPLICATE);
            server.market().trade("AAPL", "100", "1");
            assertThat(client.next()).isEqualTo(client.next()).contains("\"s\":1");

            set(FaultKind.REORDER);
            server.market().trade("AAPL", "100", "2");
            server.market().trade("AAPL", "100", "3");
            assertThat(client.next()).contains("\"s\":3");
            assertThat(client.next()).contains("\"s\":2");

            server.faults().set(Fault.once(FaultKind.DELAY).lasting(20));
            server.market().trade("AAPL", "100", "4");
            assertThat(client.next()).contains("\"s\":4");
        }
    }

    @Test
    void shouldTakeAnOrderAndAnswerWithAnError() {
        set(FaultKind.ERROR_AFTER_ACCEPT);

        assertThat(rest.post("/v2/orders", ORDER).status()).isEqualTo(500);

        assertThat(byClientId()).containsEntry("limit_price", "90");
    }

    @Test
    void shouldTakeAnOrderAndNeverAnswer() {
        set(FaultKind.LOST_ANSWER);

        assertThatThrownBy(() -> new RestClient(server.httpUri()).impatient().trySend("POST", "/v2/orders", ORDER))
                .isInstanceOf(IOException.class);

        assertThat(byClientId()).containsEntry("limit_price", "90");
        assertThat(rest.post("/v2/orders", ORDER).status()).isEqualTo(422);
    }

    @Test
    void shouldTakeAnOrderAndHangUp() {
        server.faults().set(Fault.once(FaultKind.LOST_ANSWER).lasting(20));

        assertThatThrownBy(() -> rest.trySend("POST", "/v2/orders", ORDER)).isInstanceOf(IOException.class);

        assertThat(byClientId()).containsEntry("limit_price", "90");
    }

    @Test
    void shouldBeQuietWhenWhatCameHasHadItsEffects() {
        set(FaultKind.LOST_ANSWER);
        server.faults().set(Fault.once(FaultKind.SLOW).lasting(50).at("POST"));

        assertThatThrownBy(() -> new RestClient(server.httpUri()).impatient().trySend("POST", "/v2/orders", ORDER))
                .isInstanceOf(IOException.class);
        while (!server.isQuiet()) {
            Thread.onSpinWait();
        }

        assertThat(byClientId()).containsEntry("status", "new");
    }

    @Test
    void shouldEndTheConnectionBeforeTheRequestIsTaken() {
        server.faults().set(Fault.once(FaultKind.RESET).at("POST").times(10));

        assertThatThrownBy(() -> rest.trySend("POST", "/v2/orders", ORDER)).isInstanceOf(IOException.class);

        server.faults().clear();
        assertThat(byClientId()).containsKey("message");
    }

    @Test
    void shouldAnswerAsAGatewayDoes() {
        set(FaultKind.HTML);

        final RestClient.Answer answer = rest.get("/v2/account");

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.text()).startsWith("<html>");
    }

    @Test
    void shouldRefuseOneRequestTooMany() {
        set(FaultKind.TOO_MANY);
        final RestClient.Answer told = rest.get("/v2/account");
        assertThat(told.status()).isEqualTo(429);
        assertThat(told.header("X-RateLimit-Remaining")).isEqualTo("0");
        assertThat(told.header("X-RateLimit-Reset")).isNotNull();
        set(FaultKind.TOO_MANY_BARE);
        final RestClient.Answer bare = rest.get("/v2/account");
        assertThat(bare.status()).isEqualTo(429);
        assertThat(bare.header("X-RateLimit-Reset")).isNull();
        server.faults().set(Fault.once(FaultKind.SLOW).lasting(20));
        assertThat(rest.get("/v2/account").status()).isEqualTo(200);
    }

    @Test
    void shouldReplaceAnOrderAndAnswerWithAnError() {
        final Object id = rest.post("/v2/orders", ORDER).object().get("id");
        server.market().trade("AAPL", "100", "1");
        set(FaultKind.PATCH_ERROR);

        assertThat(rest.patch("/v2/orders/" + id, "{'limit_price':'91'}").status())
                .isEqualTo(500);

        server.market().trade("AAPL", "100", "1");
        assertThat(byClientId()).containsEntry("status", "replaced");
    }

    @Test
    void shouldFillAnOrderWhoseCancelWasTaken() {
        final Object id = rest.post("/v2/orders", ORDER).object().get("id");
        set(FaultKind.CANCEL_FILLS);

        assertThat(rest.delete("/v2/orders/" + id).status()).isEqualTo(204);

        server.market().trade("AAPL", "100", "1");
        assertThat(byClientId()).containsEntry("status", "filled").containsEntry("filled_avg_price", "90");
    }

    @Test
    void shouldLoseAnUpdateAndTellAFillTwice() {
        try (StreamClient updates = StreamClient.updates(server)) {
            server.faults().set(Fault.once(FaultKind.LOST_UPDATE).at("new"));
            server.faults().set(Fault.once(FaultKind.DUPLICATE_EXECUTION));
            rest.post("/v2/orders", ORDER);
            server.market().quote("AAPL", "89", "89.5");

            assertThat(updates.nextUpdate()).containsEntry("event", "pending_new");
            final Map<String, Object> fill = updates.nextUpdate();
            assertThat(fill).containsEntry("event", "fill");
            assertThat(updates.nextUpdate()).isEqualTo(fill);
        }
    }

    @Test
    void shouldCorrectAndTakeBackAFill() {
        try (StreamClient updates = StreamClient.updates(server)) {
            rest.post("/v2/orders", ORDER);
            server.market().quote("AAPL", "89", "89.5");
            final Map<String, Object> fill = updates.nextUpdate("fill");

            set(FaultKind.CORRECT);
            final Map<String, Object> correction = updates.nextUpdate("trade_correct");
            assertThat(correction)
                    .containsEntry("previous_execution_id", fill.get("execution_id"))
                    .containsEntry("price", "89.51");
            set(FaultKind.BUST);
            assertThat(updates.nextUpdate("trade_bust"))
                    .containsEntry("previous_execution_id", correction.get("execution_id"))
                    .containsEntry("position_qty", "0");
            assertThat(server.tally().cash()).isEqualByComparingTo("100000");
            assertThat(rest.get("/v2/account/activities/FILL").list())
                    .extracting(activity -> activity.get("type"))
                    .containsExactly("trade_bust", "trade_correct", "fill");
        }
    }

    @Test
    void shouldLetAnotherProcessSetFaults() {
        assertThat(rest.post("/fault/html?times=1", "").status()).isEqualTo(200);
        assertThat(rest.get("/v2/clock").status()).isEqualTo(502);
        final RestClient.Answer unknown = rest.post("/fault/nothing", "");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.text()).contains("hold-slot");
    }

    @Test
    void shouldReadPlans() {
        assertThat(Fault.Planned.parse("silent=5000:/v2/iex@200"))
                .isEqualTo(new Fault.Planned(new Fault(FaultKind.SILENT, "/v2/iex", 1, 5000), 200));
        assertThatThrownBy(() -> Fault.Planned.parse("drop")).hasMessageContaining("KIND");
        assertThatThrownBy(() -> Fault.Planned.parse("nothing@1")).hasMessageContaining("there are: drop");
    }
}
