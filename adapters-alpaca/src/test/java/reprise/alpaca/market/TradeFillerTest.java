package reprise.alpaca.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reprise.alpaca.TextLink;
import reprise.alpaca.rest.RestClient;
import reprise.alpaca.rest.RestClock;
import reprise.alpaca.stream.SettableTime;
import reprise.market.InstrumentDefinition;
import reprise.message.EventPublisher;
import reprise.testkit.SharedFiles;

/** A gap in trades against a server that answers what it is told. */
@Timeout(60)
class TradeFillerTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long LOST_NS = ns("2026-02-23T15:00:00Z");
    private static final long BACK_NS = ns("2026-02-23T15:01:00Z");
    private static final List<InstrumentDefinition> STOCKS =
            List.of(instrument(0, "AAPL", 0), instrument(1, "MSFT", 0), instrument(2, "SPY", 0));

    private final MockWebServer server = new MockWebServer();
    private final TextLink link = new TextLink();
    private final EventPublisher publisher = link.newPublisher();
    private MissedTrades missed = new MissedTrades(STOCKS);
    private RestClient client;

    @BeforeEach
    void start() throws IOException {
        server.start();
        client = new RestClient(
                new RestClient.Settings("KEY", "SECRET", Duration.ofSeconds(10), 10_000),
                RestClock.SYSTEM,
                new Random(1));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private static InstrumentDefinition instrument(final int id, final String symbol, final int quantityDecimals) {
        return new InstrumentDefinition(id, 1, symbol, symbol, "USD", 4, quantityDecimals, 1, 1, 0);
    }

    private static long ns(final String time) {
        final Instant instant = Instant.parse(time);
        return instant.getEpochSecond() * SECOND + instant.getNano();
    }

    private void answer(final String... bodies) {
        for (final String body : bodies) {
            server.enqueue(
                    new MockResponse.Builder().body(body.replace('\'', '"')).build());
        }
    }

    private static String trade(final long id, final String time, final String price, final String more) {
        return "{'t':'2026-02-23T" + time + "Z','x':'V','p':" + price + ",'s':3,'c':['@','I'],'i':" + id + ",'z':'C'"
                + more + "}";
    }

    private static String page(final String token, final String... symbols) {
        return "{'trades':{" + String.join(",", symbols) + "},'next_page_token':" + token + "}";
    }

    private static String of(final String symbol, final String... trades) {
        return "'" + symbol + "':[" + String.join(",", trades) + "]";
    }

    private void heard(final int instrumentId, final long id, final long timeNs) {
        missed.onTradeId(instrumentId, timeNs, 'V', id);
    }

    private void fill(final int mostTrades) throws InterruptedException {
        final TradeFiller filler = new TradeFiller(
                new TradeHistory(client.service(server.url("").uri()), "iex", mostTrades),
                TradeFiller.Pauses.OF_THE_WORLD,
                link,
                new SettableTime(),
                new CountDownLatch(1));
        filler.fill("stocks", missed, missed.gap(BACK_NS), BACK_NS, publisher);
    }

    /** What was told, without stamps and those of the interruption. */
    private List<String> told() {
        final List<String> told = new ArrayList<>();
        for (String event = link.eventAtHand(); event != null; event = link.eventAtHand()) {
            if (!event.startsWith("interrupted")) {
                told.add(event.replaceFirst(" @.*", ""));
            }
        }
        return told;
    }

    private static String past(final int id, final String time, final long price) {
        return "historical-trade " + id + " " + ns("2026-02-23T" + time + "Z") + " " + price + " 3 UNKNOWN";
    }

    private static List<String> resumed(final String time) {
        return List.of(0, 1, 2).stream()
                .map(id -> "resumed " + id + " " + ns("2026-02-23T" + time + "Z"))
                .toList();
    }

    @Test
    void shouldTellWhatWasMissedOfAllPagesInOrderOfTimeAndEachOnce() throws Exception {
        heard(0, 7, LOST_NS - 60 * SECOND);
        heard(0, 8, LOST_NS - SECOND);
        heard(0, 9, LOST_NS);
        missed.interrupted(LOST_NS, publisher);
        heard(0, 14, BACK_NS + SECOND);
        answer(
                page("'QQ=='", of("AAPL", trade(8, "14:59:59", "1.5", ""), trade(9, "15:00:00", "2", ""))),
                page(
                        "null",
                        of("AAPL", trade(11, "15:00:30.5", "3", ""), trade(14, "15:01:01", "4", "")),
                        of("MSFT", trade(11, "15:00:20", "5", ""), trade(11, "15:00:20", "5", ""))));

        fill(100);

        final List<String> told = told();
        assertThat(told.subList(0, 2)).containsExactly(past(1, "15:00:20", 50_000), past(0, "15:00:30.5", 30_000));
        assertThat(told.subList(2, told.size())).isEqualTo(resumed("15:01:01"));
        final String query = "/v2/stocks/trades?symbols=AAPL%2CMSFT%2CSPY&start=2026-02-23T14%3A59%3A57.500Z"
                + "&end=2026-02-23T15%3A01%3A02.500Z&limit=10000&sort=asc&feed=iex";
        assertThat(requested()).isEqualTo(query);
        assertThat(requested()).isEqualTo(query + "&page_token=QQ%3D%3D");
        assertThat(link.nextSaid())
                .isEqualTo("stocks: 2 trades from 2026-02-23T15:00:00Z on read from history after the interruption");
    }

    private String requested() throws InterruptedException {
        final RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
        return request.getTarget();
    }

    @Test
    void shouldNotTellWhatWasTakenBackAndWhatWasToldBeforeItWasCorrected() throws Exception {
        heard(0, 1, LOST_NS - 10 * SECOND);
        missed.interrupted(LOST_NS, publisher);
        answer(page(
                "null",
                of(
                        "AAPL",
                        trade(2, "14:59:59", "1", ",'u':'incorrect'"),
                        trade(3, "14:59:59", "2", ",'u':'corrected'"),
                        trade(4, "15:00:10", "3", ",'u':'canceled'"),
                        trade(5, "15:00:11", "4", ",'u':'incorrect'"),
                        trade(6, "15:00:11", "5", ",'u':'corrected'"))));

        fill(100);

        assertThat(told()).startsWith(past(0, "15:00:11", 50_000)).hasSize(1 + 3);
    }

    @Test
    void shouldLeaveOutWhatIsNoTrade() throws Exception {
        missed.interrupted(LOST_NS, publisher);
        final String good = trade(5, "15:00:30", "3", "");
        answer(page(
                "null",
                of(
                        "AAPL",
                        good,
                        "7",
                        good.replace("'p':3", "'p':0"),
                        good.replace("'p':3", "'p':-3"),
                        good.replace("'p':3", "'p':1e300"),
                        good.replace("'s':3", "'s':null"),
                        good.replace("'s':3", "'s':0"),
                        good.replace("'i':5", "'i':'x'"),
                        good.replace("15:00:30", "15:00:99"),
                        good.replace("02-23", "02-24")),
                of("TSLA", good)));

        fill(100);

        assertThat(told()).startsWith(past(0, "15:00:30", 30_000)).hasSize(1 + 3);
        assertThat(link.nextSaid()).endsWith("interruption; 10 entries are none, and are left out");
    }

    @Test
    void shouldSayFromWhenOnTradesAreMissingWhenThereAreTooMany() throws Exception {
        missed.interrupted(LOST_NS, publisher);
        answer(page(
                "'more'",
                of("AAPL", trade(1, "15:00:10", "1", "")),
                of("MSFT", trade(1, "15:00:05", "2", ""), trade(2, "15:00:07", "3", ""))));

        fill(3);

        assertThat(told()).startsWith(past(1, "15:00:05", 20_000)).hasSize(3 + 3);
        assertThat(link.nextSaid())
                .isEqualTo("stocks: 3 trades from 2026-02-23T15:00:00Z on read from history after the interruption;"
                        + " trades of MSFT from 2026-02-23T15:00:07Z and of SPY from 2026-02-23T15:00:00Z on may be"
                        + " missing after the interruption: more than 3 trades are not fetched");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void shouldGoOnWithWhatThereIsWhenAPageFails() throws Exception {
        missed.interrupted(LOST_NS, publisher);
        answer(page("'more'", of("AAPL", trade(1, "15:00:10", "1", ""))));
        server.enqueue(new MockResponse.Builder()
                .code(403)
                .body("{\"message\":\"subscription does not permit querying recent SIP data\"}")
                .build());

        fill(100);

        assertThat(told()).startsWith(past(0, "15:00:10", 10_000)).hasSize(1 + 3);
        assertThat(link.nextSaid())
                .contains("AAPL from 2026-02-23T15:00:10Z and of MSFT, SPY from 2026-02-23T15:00:00Z on")
                .contains("does not permit querying recent SIP data");
    }

    @Test
    void shouldEndEveryInterruptionThoughNothingCanBeHad() throws Exception {
        missed.interrupted(LOST_NS, publisher);
        answer("<html>gateway</html>");

        fill(100);

        assertThat(told()).isEqualTo(resumed("15:00:00"));
        assertThat(link.nextSaid())
                .isEqualTo("stocks: trades of AAPL, MSFT, SPY from 2026-02-23T15:00:00Z on may be missing after the"
                        + " interruption: Alpaca's history: the answer is no page of trades");
    }

    @Test
    void shouldGoOnMissingTradesWhenTheStreamIsLostAgain() throws Exception {
        missed.interrupted(LOST_NS, publisher);
        final MissedTrades.Gap first = missed.gap(BACK_NS);
        missed.interrupted(BACK_NS, publisher);
        final MissedTrades.Gap second = missed.gap(BACK_NS);

        missed.filled(first, LOST_NS + SECOND, publisher);
        assertThat(told()).isEmpty();
        assertThat(missed.fetchFromNs(second)).as("nothing is fetched twice").isEqualTo(BACK_NS);
        missed.filled(second, BACK_NS, publisher);

        assertThat(told()).isEqualTo(resumed("15:01:00"));
        assertThat(missed.gap(BACK_NS)).isNull();
    }

    @Test
    void shouldNotAskForWhatItCouldNotKnowAgain() throws Exception {
        heard(0, 0, LOST_NS - 10 * SECOND);
        missed.interrupted(LOST_NS, publisher);
        for (int id = 1; id <= 1 << 17; id++) {
            heard(0, id, BACK_NS + id);
        }
        answer(page("null"));

        fill(100);

        assertThat(requested()).contains("start=2026-02-23T15%3A01%3A00.000000001Z");
        assertThat(link.nextSaid()).contains("the first of them may be missing: too many came since");
    }

    @Test
    void shouldFetchWhatCameAfterTheLastTradeThatAnotherProcessHeard() throws Exception {
        missed = new MissedTrades(STOCKS, LOST_NS);
        missed.began(publisher);
        answer(page("null", of("AAPL", trade(1, "15:00:10", "1", ""))));

        fill(100);

        assertThat(requested()).contains("start=2026-02-23T15%3A00%3A00.000000001Z");
        assertThat(told()).startsWith(past(0, "15:00:10", 10_000)).hasSize(1 + 3);
        assertThat(link.nextSaid())
                .isEqualTo("stocks: 1 trades from 2026-02-23T15:00:00Z on read from history after the interruption");
    }

    @Test
    void shouldAskForManyInstrumentsInParts() throws Exception {
        final List<InstrumentDefinition> many = new ArrayList<>();
        for (int id = 0; id < 150; id++) {
            many.add(instrument(id, "S" + id, 0));
        }
        missed = new MissedTrades(many);
        missed.interrupted(LOST_NS, publisher);
        answer(page("null", of("S7", trade(1, "15:00:10", "1", ""))));
        answer(page("null", of("S149", trade(1, "15:00:11", "1", ""))));

        fill(100);

        assertThat(told()).startsWith(past(7, "15:00:10", 10_000), past(149, "15:00:11", 10_000));
        assertThat(requested()).contains("symbols=S0%2C", "%2CS99&").doesNotContain("S100");
        assertThat(requested()).contains("symbols=S100%2C", "%2CS149&");
    }

    @Test
    void shouldReadRecordedPages() throws Exception {
        missed = new MissedTrades(List.of(
                instrument(0, "F", 0),
                instrument(1, "GE", 0),
                instrument(2, "BTC/USD", 8),
                instrument(3, "ETH/USD", 8),
                instrument(4, "A", 0)));
        final List<String> read = new ArrayList<>();
        for (final String file : new String[] {
            "go/marketdata--getmultitrades.json",
            "py/historical-crypto-data--get-crypto-trades.json",
            "go/marketdata--gettrades-update.json",
            "py/historical-stock-data--get-trades-multi-empty-response.json"
        }) {
            server.enqueue(new MockResponse.Builder()
                    .body(Files.readString(SharedFiles.file("protocols/fixtures/alpaca/" + file)))
                    .build());
            final TradeHistory history =
                    new TradeHistory(client.service(server.url("").uri()), "sip", 100);
            history.fetch(new TradeHistory.Request(
                            List.of("F"), new SymbolTable(missed.instruments()), 0, Long.MAX_VALUE))
                    .trades()
                    .forEach(trade ->
                            read.add(trade.instrumentId() + " " + trade.key().id() + " " + trade.price() + " "
                                    + trade.quantity() + " " + trade.aggressor()));
        }

        assertThat(read)
                .containsExactly(
                        "0 442254 117150 5 UNKNOWN",
                        "0 442258 117100 200 UNKNOWN",
                        "1 933063 137400 100 UNKNOWN",
                        "1 933066 137317 100 UNKNOWN",
                        "2 293648598 415160800 315427 BUYER",
                        "3 236866246 27150600 100000 SELLER");
    }

    /** Whatever becomes of an answer on its way, what is told of it was in it, or nothing is. */
    @Test
    void shouldTellNoWrongPriceOfADamagedAnswer() throws Exception {
        final byte[] whole = page(
                        "null",
                        of(
                                "AAPL",
                                trade(1, "15:00:10", "150.25", ""),
                                trade(2, "15:00:11", "150.25", ""),
                                trade(3, "15:00:12", "150.25", "")))
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8);
        final SplittableRandom random = new SplittableRandom(5);
        final TradeHistory history =
                new TradeHistory(client.service(server.url("").uri()), "sip", 100);
        int incomplete = 0;
        for (int i = 0; i < 40; i++) {
            final byte[] cut = Arrays.copyOf(whole, random.nextInt(whole.length));
            server.enqueue(
                    new MockResponse.Builder().body(new Buffer().write(cut)).build());
            final TradeHistory.Answer answer =
                    history.fetch(new TradeHistory.Request(List.of("AAPL"), new SymbolTable(STOCKS), LOST_NS, BACK_NS));

            assertThat(answer.trades()).allMatch(trade -> trade.price() == 1_502_500 && trade.quantity() == 3);
            assertThat(answer.failure()).contains("no page of trades");
            incomplete += answer.isComplete() ? 0 : 1;
        }
        assertThat(incomplete).isEqualTo(40);
    }
}
