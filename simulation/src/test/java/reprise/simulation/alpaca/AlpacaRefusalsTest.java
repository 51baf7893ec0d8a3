package reprise.simulation.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.simulation.alpaca.market.Asset;

/** Which orders are refused, and how the answer says it. */
@Timeout(60)
class AlpacaRefusalsTest {
    private AlpacaServer server;
    private RestClient rest;

    @BeforeEach
    void start() {
        server = new AlpacaServer(AlpacaConfig.local(List.of(
                Asset.equity("AAPL"), Asset.equity("HARD").notShortable().notFractionable(), Asset.crypto("BTC/USD"))));
        rest = new RestClient(server.httpUri());
        server.market().quote("AAPL", "99.99", "100.01");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            `'qty':'1','limit_price':'100.001','type':'limit'`,                        422, 42210000, sub-penny
            `'qty':'1','type':'limit'`,                                                422, 42210000, limit_price
            `'qty':'1','notional':'5','type':'market'`,                                422, 42210000, only one
            `'notional':'0.99','type':'market'`,                                       422, 42210000, must be >= 1
            `'notional':'5.001','type':'market'`,                                      422, 42210000, at most 2 decimals
            `'notional':'5','type':'limit','limit_price':'99'`,                        422, 42210000, market orders
            `'notional':'5','type':'market','time_in_force':'gtc'`,                    422, 42210000, day orders
            `'notional':'5','type':'market','symbol':'BTC/USD'`,                       422, 42210000, time_in_force
            `'notional':'5','type':'market','symbol':'HARD'`,                          403, 40310000, not fractionable
            `'notional':'5','type':'market','side':'sell'`,                            403, 40310000, insufficient qty
            `'notional':'5','type':'market','order_class':'oto','stop_loss':{'stop_price':'90'}`, 422, 42210000, simple
            `'notional':'200001','type':'market'`,                                     403, 40310000, insufficient buying power
            `'type':'market'`,                                                         422, 42210000, required
            `'qty':'-1','type':'market'`,                                              422, 42210000, > 0
            `'qty':'x','type':'market'`,                                               422, 42210000, invalid qty
            `'qty':'1.5','type':'market','time_in_force':'gtc'`,                       422, 42210000, DAY
            `'qty':'1','type':'market','extended_hours':true`,                         422, 42210000, extended hours
            `'qty':'1','type':'sideways'`,                                             422, 42210000, invalid type
            `'qty':'1','type':'market','symbol':'NONE'`,                               422, 42210000, not found
            `'qty':'100000','type':'market'`,                                          403, 40310000, insufficient buying power
            `'qty':'5','type':'market','symbol':'HARD','side':'sell'`,                 422, 42210000, cannot be sold short
            `'qty':'0.5','type':'market','side':'sell'`,                               403, 40310000, insufficient qty
            `'qty':'1','type':'market','symbol':'BTC/USD','side':'sell','time_in_force':'gtc'`, 403, 40310000, insufficient qty
            `'qty':'1','type':'market','symbol':'BTC/USD'`,                            422, 42210000, time_in_force
            `'qty':'1','type':'stop','stop_price':'5','symbol':'BTC/USD','time_in_force':'gtc'`, 422, 42210000, invalid order type
            `'qty':'1','type':'market','order_class':'bracket'`,                       422, 42210000, bracket
            `'qty':'1','type':'market','time_in_force':'cls','stop_price':'5'`,        422, 42210000, stop_price
            """)
    void shouldRefuseWhatTheSheetRefuses(final String fields, final int status, final int code, final String message) {
        server.market().quote("HARD", "9.99", "10.01");
        server.market().quote("BTC/USD", "64999", "65001");
        final String whole = (fields.contains("symbol") ? "" : "'symbol':'AAPL',")
                + (fields.contains("'side'") ? "" : "'side':'buy',")
                + (fields.contains("time_in_force") ? "" : "'time_in_force':'day',")
                + fields;

        final RestClient.Answer answer = rest.post("/v2/orders", "{" + whole + "}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.object().get("code").toString()).isEqualTo(Integer.toString(code));
        assertThat(answer.object().get("message").toString()).contains(message);
        assertThat(rest.get("/v2/orders?status=all").list()).isEmpty();
    }
}
