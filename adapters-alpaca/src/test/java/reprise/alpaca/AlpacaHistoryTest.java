package reprise.alpaca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reprise.alpaca.market.Adjustment;
import reprise.alpaca.market.BarHistory;
import reprise.alpaca.market.BarRequest;
import reprise.alpaca.market.HistoryException;
import reprise.alpaca.market.PastBar;
import reprise.alpaca.market.Timeframe;
import reprise.testkit.SharedFiles;

@Timeout(60)
class AlpacaHistoryTest {
    private static final long START_NS = ns("2026-02-23T14:30:00Z");
    private static final long END_NS = ns("2026-02-23T21:00:00.5Z");

    private final MockWebServer server = new MockWebServer();
    private final List<String> bars = new ArrayList<>();
    private final List<String> progress = new ArrayList<>();
    private AlpacaHistory history;

    @BeforeEach
    void start() throws IOException {
        server.start();
        history = new AlpacaHistory(new AlpacaConfig(
                1,
                "KEY",
                "SECRET",
                AlpacaEndpoints.local(server.getPort()),
                AlpacaFeed.SIP,
                new AlpacaConfig.Streams(false, false, false),
                "test",
                false,
                new AlpacaConfig.Limits(
                        Duration.ofSeconds(10), Duration.ofHours(1), Duration.ZERO, Duration.ZERO, 10_000)));
    }

    @AfterEach
    void stop() {
        history.close();
        server.close();
    }

    private static long ns(final String time) {
        final Instant instant = Instant.parse(time);
        return instant.getEpochSecond() * 1_000_000_000 + instant.getNano();
    }

    private void answer(final String... bodies) {
        for (final String body : bodies) {
            server.enqueue(
                    new MockResponse.Builder().body(body.replace('\'', '"')).build());
        }
    }

    private BarHistory.Result fetch(final BarRequest request) throws HistoryException {
        return history.fetch(request, this::keep, (count, symbol, startNs) -> progress.add(count + " " + symbol));
    }

    private void keep(final PastBar bar) {
        bars.add(bar.symbol() + " " + Instant.ofEpochSecond(0, bar.closeNs()) + " " + bar.openText() + " "
                + bar.highText() + " " + bar.lowText() + " " + bar.closeText() + " " + bar.volumeText() + " = "
                + bar.open(2) + " " + bar.high(2) + " " + bar.low(2) + " " + bar.close(2) + " " + bar.volume(0));
    }

    private String requested() throws InterruptedException {
        final RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
        assertThat(request.getHeaders().get("APCA-API-KEY-ID")).isEqualTo("KEY");
        return request.getTarget();
    }

    private static BarRequest minutes(final String... symbols) {
        return new BarRequest(List.of(symbols), Timeframe.MINUTE, START_NS, END_NS);
    }

    @Test
    void shouldReadPageAfterPageToTheLastAndKeepEveryDecimal() throws Exception {
        answer(
                "{'bars':{'AAPL':[{'t':'2026-02-23T14:30:00Z','o':178.26,'h':178.265,'l':1.7821e2,'c':178.2099,"
                        + "'v':1118,'n':65,'vw':178.235733}]},'next_page_token':'QUF+Q=='}",
                "{'bars':{'MSFT':[{'t':'2026-02-23T14:31:00Z','o':1,'h':2,'l':0.5,'c':1.5,'v':0.25}]},"
                        + "'next_page_token':null}");

        final BarHistory.Result result = fetch(minutes("AAPL", "MSFT"));

        assertThat(bars)
                .containsExactly(
                        "AAPL 2026-02-23T14:31:00Z 178.26 178.265 178.21 178.2099 1118 = 17826 17826 17821 17821 1118",
                        "MSFT 2026-02-23T14:32:00Z 1 2 0.5 1.5 0.25 = 100 200 50 150 0");
        assertThat(result).isEqualTo(new BarHistory.Result(2, 0, 2));
        assertThat(progress).containsExactly("1 AAPL", "2 MSFT");
        final String query = "/v2/stocks/bars?symbols=AAPL%2CMSFT&timeframe=1Min&start=2026-02-23T14%3A30%3A00Z"
                + "&end=2026-02-23T21%3A00%3A00.500Z&limit=10000&sort=asc&adjustment=raw&feed=sip";
        assertThat(requested()).isEqualTo(query);
        assertThat(requested()).isEqualTo(query + "&page_token=QUF%2BQ%3D%3D");
    }

    @Test
    void shouldAskForStocksAndCryptoApart() throws Exception {
        answer(
                "{'bars':{},'next_page_token':null}",
                "{'bars':{'BTC/USD':[{'t':'2026-02-23T00:00:00Z','o':1,'h':1,'l':1,'c':1,'v':0.123456789}]}}");

        fetch(new BarRequest(List.of("BTC/USD", "AAPL"), Timeframe.DAY, START_NS, END_NS, Adjustment.SPLIT, 500));

        assertThat(bars).containsExactly("BTC/USD 2026-02-24T00:00:00Z 1 1 1 1 0.123456789 = 100 100 100 100 0");
        assertThat(requested())
                .startsWith("/v2/stocks/bars?symbols=AAPL&timeframe=1Day&")
                .contains("adjustment=split");
        assertThat(requested())
                .startsWith("/v1beta3/crypto/us/bars?symbols=BTC%2FUSD&timeframe=1Day&")
                .contains("limit=500")
                .doesNotContain("adjustment", "feed");
    }

    @Test
    void shouldTakeNoBarsInAnyForm() throws Exception {
        for (final String body : new String[] {
            "{'bars':{},'next_page_token':null}",
            "{'bars':null,'next_page_token':null}",
            "{'bars':{'AAPL':null},'next_page_token':''}",
            "{'bars':{'AAPL':[]}}",
            "{'bars':[]}",
            "{}"
        }) {
            answer(body);
            assertThat(fetch(minutes("AAPL"))).isEqualTo(new BarHistory.Result(0, 0, 1));
        }
        assertThat(bars).isEmpty();
    }

    @Test
    void shouldLeaveOutAndCountWhatIsNoBar() throws Exception {
        final String good = "{'t':'2026-02-23T14:30:00Z','o':1,'h':1,'l':1,'c':1,'v':1}";
        answer("{'bars':{'AAPL':[7," + good + "," + good.replace("'c':1", "'c':0") + ","
                + good.replace("'o':1", "'o':-1")
                + "," + good.replace("'h':1", "'h':null") + "," + good.replace("02-23T", "02-33T") + "," + good
                + "]},'next_page_token':null,'currency':'USD'}");

        assertThat(fetch(minutes("AAPL"))).isEqualTo(new BarHistory.Result(2, 5, 1));
    }

    @Test
    void shouldSayWhatTheServerRefuses() {
        server.enqueue(new MockResponse.Builder()
                .code(403)
                .body("{\"message\":\"subscription does not permit querying recent SIP data\"}")
                .build());

        assertThatThrownBy(() -> fetch(minutes("AAPL")))
                .isInstanceOfSatisfying(
                        HistoryException.class, e -> assertThat(e.isRefused()).isTrue())
                .hasMessageContaining("subscription does not permit querying recent SIP data");
    }

    @Test
    void shouldNotTakeAnythingElseForBars() {
        answer("<html>gateway</html>");
        assertThatThrownBy(() -> fetch(minutes("AAPL"))).hasMessageContaining("no page of bars");
        answer("{'bars':{'AAPL':[{'t':'2026");
        assertThatThrownBy(() -> fetch(minutes("AAPL"))).hasMessageContaining("no page of bars");
    }

    @Test
    void shouldNotReadTheSamePageForEver() {
        final String page = "{'bars':{},'next_page_token':'again'}";
        answer(page, page, page);

        assertThatThrownBy(() -> fetch(minutes("AAPL"))).hasMessageContaining("the same page twice");
    }

    @Test
    void shouldReadRecordedPages() throws Exception {
        for (final String file : new String[] {
            "py/historical-stock-data--multisymbol-get-bars.json",
            "go/marketdata--getmultibars.json",
            "py/historical-stock-data--get-bars-single-empty-response.json",
            "py/historical-crypto-data--get-crypto-bars.json"
        }) {
            server.enqueue(new MockResponse.Builder()
                    .body(Files.readString(SharedFiles.file("protocols/fixtures/alpaca/" + file)))
                    .build());
            fetch(new BarRequest(List.of("AAPL"), Timeframe.DAY, START_NS, END_NS));
        }

        assertThat(bars)
                .contains(
                        "TSLA 2022-03-10T05:00:00Z 839 860.56 832.01 858.97 19227323"
                                + " = 83900 86056 83201 85897 19227323",
                        "AAPL 2021-10-16T04:00:00Z 144.13 144.895 143.51 144.84 67393148"
                                + " = 14413 14490 14351 14484 67393148",
                        "ETH/USD 2022-03-10T05:00:00Z 839 860.56 832.01 858.97 19227323"
                                + " = 83900 86056 83201 85897 19227323");
    }

    @Test
    void shouldKnowItsTimeframes() {
        assertThat(Timeframe.of(Duration.ofMinutes(5))).hasToString("5Min");
        assertThat(Timeframe.of(Duration.ofMinutes(60))).hasToString("1Hour");
        assertThat(Timeframe.of(Duration.ofDays(1))).hasToString("1Day");
        assertThatThrownBy(() -> Timeframe.of(Duration.ofSeconds(30))).hasMessageContaining("1 to 59 minutes");
        assertThatThrownBy(() -> Timeframe.of(Duration.ofMinutes(61))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BarRequest(List.of(), Timeframe.DAY, 0, 0, Adjustment.RAW, 10_001))
                .hasMessageContaining("1 to 10000");
    }
}
