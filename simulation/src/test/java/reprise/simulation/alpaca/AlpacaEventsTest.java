package reprise.simulation.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reprise.simulation.alpaca.fault.Fault;
import reprise.simulation.alpaca.fault.FaultKind;
import reprise.simulation.alpaca.market.Asset;

/** Past order updates, read again as server-sent events. */
@Timeout(60)
class AlpacaEventsTest {
    private static final String PATH = "/v2/events/trades";
    private static final AlpacaConfig CONFIG = AlpacaConfig.local(List.of(Asset.equity("AAPL")));

    private static List<String> find(final String regex, final String text) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void shouldTellAgainWhatWasToldAndWhatWasLost() {
        try (AlpacaServer server = new AlpacaServer(CONFIG)) {
            final RestClient rest = new RestClient(server.httpUri());
            server.market().quote("AAPL", "99.99", "100.01");
            server.faults().set(Fault.once(FaultKind.LOST_UPDATE).at("new"));
            rest.post(
                    "/v2/orders",
                    "{'symbol':'AAPL','side':'buy','type':'market','time_in_force':'day','qty':'10','client_order_id':'a'}");
            server.market().together(() -> {});

            final RestClient.Answer all = rest.get(PATH);
            assertThat(all.header("content-type")).isEqualTo("text/event-stream");
            assertThat(find("(?m)^data: \\{.*\\}\\n\\n", all.text())).hasSize(3);
            assertThat(find("\"event\":\"\\w+\"", all.text()))
                    .containsExactly("\"event\":\"pending_new\"", "\"event\":\"new\"", "\"event\":\"fill\"");

            final List<String> ids = find("(?<=\"event_id\":\")\\w+", all.text());
            assertThat(find(
                            "(?<=\"event_id\":\")\\w+",
                            rest.get(PATH + "?since_id=" + ids.get(1)).text()))
                    .as("with the event itself")
                    .containsExactly(ids.get(1), ids.get(2));
            assertThat(rest.get(PATH + "?since_id=" + ids.get(1) + "&until_id=" + ids.get(1))
                            .text())
                    .contains(ids.get(1))
                    .doesNotContain(ids.get(2));
            assertThat(rest.get(PATH + "?since=2026-02-24T00:00:00Z").text()).isEmpty();
            assertThat(rest.get(PATH + "?until=2026-02-23T00:00:00Z").text()).isEmpty();
        }
    }

    @Test
    void shouldNotKnowThePathWhereThereAreNoEvents() {
        try (AlpacaServer server = new AlpacaServer(CONFIG.withoutEvents())) {
            assertThat(new RestClient(server.httpUri()).get(PATH).status()).isEqualTo(404);
        }
    }
}
