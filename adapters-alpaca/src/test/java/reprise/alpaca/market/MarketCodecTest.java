package reprise.alpaca.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reprise.testkit.SharedFiles;

class MarketCodecTest {
    private static final String AT = ",\"t\":\"2026-02-23T15:51:44.208Z\"}";
    private static final String NS = " 1771861904208000000 ";
    private static final String CLOSE = " 1771861964208000000 60000000000 ";

    private final CodecBench bench = new CodecBench();

    private static Arguments means(final String message, final String... events) {
        return Arguments.of(message, List.of(events));
    }

    static Stream<Arguments> messages() {
        return Stream.of(
                means(
                        "{'T':'t','S':'AAPL','i':96921,'x':'D','p':126.55,'s':1,'c':['@','I'],'z':'C'" + AT,
                        "trade 0" + NS + "12655 1 UNKNOWN"),
                means(
                        "{'T':'t','S':'BTC/USD','p':45000.0,'s':0.5,'i':789,'tks':'B'" + AT,
                        "trade 1" + NS + "4500000 50000000 BUYER"),
                means(
                        "{'T':'t','S':'BTC\\/USD','p':45000,'s':5e-1,'tks':'S'" + AT,
                        "trade 1" + NS + "4500000 50000000 SELLER"),
                means(
                        "{'T':'t','S':'BTC/USD','p':45000,'s':0.5,'tks':'-'" + AT,
                        "trade 1" + NS + "4500000 50000000 UNKNOWN"),
                means("{'T':'t','S':'AAPL','p':126.545,'s':1" + AT, "trade 0" + NS + "12654 1 UNKNOWN"),
                means("{'T':'t','S':'AAPL','p':126.5551,'s':1" + AT, "trade 0" + NS + "12656 1 UNKNOWN"),
                means("{'T':'t','S':'AAPL','p':126.555,'s':'100'" + AT, "trade 0" + NS + "12656 100 UNKNOWN"),
                means(
                        "{'T':'q','S':'AAPL','bx':'U','bp':126.54,'bs':1,'ax':'Q','ap':126.56,'as':4,'c':['R']" + AT,
                        "quote 0" + NS + "12654 1 12656 4"),
                means(
                        "{'T':'q','S':'AAPL','bp':126.549,'bs':1,'ap':126.561,'as':4" + AT,
                        "quote 0" + NS + "12654 1 12657 4"),
                means("{'T':'q','S':'AAPL','bp':0,'bs':0,'ap':126.56,'as':4" + AT, "quote 0" + NS + "0 0 12656 4"),
                means(
                        "{'T':'q','S':'ETH/USD','bp':3000.0,'bs':1.5,'ap':3001.0,'as':2.0" + AT,
                        "quote 4" + NS + "300000000000 1500000000 300100000000 2000000000"),
                means(
                        "{'T':'b','S':'AAPL','o':1,'h':3.5,'l':0.5,'c':2,'v':1500000,'n':5,'vw':1.234567" + AT,
                        "bar 0" + CLOSE + "100 350 50 200 1500000"),
                means(
                        "{'T':'b','S':'BTC/USD','o':1,'h':3.5,'l':0.5,'c':2,'v':0" + AT,
                        "bar 1" + CLOSE + "100 350 50 200 0"),
                means(
                        "{'T':'u','S':'AAPL','o':1,'h':3.5,'l':0.5,'c':2,'v':7" + AT,
                        "revised-bar 0" + CLOSE + "100 350 50 200 7"),
                means(
                        "{'T':'d','S':'AAPL','o':1,'h':3.5,'l':0.5,'c':2,'v':7,'t':'2026-02-23T05:00:00Z'}",
                        "revised-bar 0 1771909200000000000 86400000000000 100 350 50 200 7"),
                means(
                        "{'T':'s','S':'AAPL','sc':'2','sm':'Trading Halt','rc':'T1','rm':'News','z':'A'" + AT,
                        "status 0" + NS + "HALTED"),
                means("{'T':'s','S':'AAPL','sc':'3'" + AT, "status 0" + NS + "TRADING"),
                means("{'T':'s','S':'AAPL','sc':'H'" + AT, "status 0" + NS + "HALTED"),
                means("{'T':'s','S':'AAPL','sc':'P'" + AT, "status 0" + NS + "HALTED"),
                means("{'T':'s','S':'AAPL','sc':'Q'" + AT, "status 0" + NS + "AUCTION"),
                means("{'T':'s','S':'AAPL','sc':'T'" + AT, "status 0" + NS + "TRADING"),
                means("{'T':'s','S':'AAPL','sc':'5'" + AT),
                means("{'T':'l','S':'AAPL','u':160.0,'d':140.0,'i':'A','z':'C'" + AT, "band 0" + NS + "14000 16000"),
                means(
                        "{'T':'c','S':'AAPL','x':'D','oi':111,'op':149.0,'os':'100','oc':['@'],'ci':222,'cp':150.0,"
                                + "'cs':90,'cc':['@']" + AT,
                        "revised-trade 0" + NS + "14900 100 15000 90"),
                means(
                        "{'T':'x','S':'AAPL','i':456,'x':'D','p':150.5,'s':100,'a':'C','z':'C'" + AT,
                        "revised-trade 0" + NS + "15050 100 0 0"),
                means(
                        "{'T':'o','S':'BTC/USD','b':[{'p':64999.0,'s':0.5}],'a':[{'p':65001.0,'s':1.0}],'r':true" + AT,
                        "cleared 1" + NS.stripTrailing(),
                        "level 1" + NS + "BUY 6499900 50000000",
                        "level 1" + NS + "SELL 6500100 100000000"),
                means(
                        "{'T':'o','S':'BTC/USD','b':[{'p':64999,'s':0},{'s':2,'p':1}]" + AT,
                        "level 1" + NS + "BUY 6499900 0",
                        "level 1" + NS + "BUY 100 200000000"),
                means("{'T':'i','S':'AAPL','p':150.5,'z':'C'" + AT),
                means("{'T':'n','id':42,'headline':'AAPL [Q4] {}','symbols':['AAPL'],'content':'\\u003cp\\u003e'}"));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void shouldTellWhatAMessageMeans(final String message, final List<String> events) {
        final String json = message.replace('\'', '"');

        assertThat(bench.decode("[" + json + "]")).isEqualTo(events);
        assertThat(bench.decode(" [ "
                        + json.replace(":", " : ")
                                .replace("15 : 51 : 44", "15:51:44")
                                .replace("05 : 00 : 00", "05:00:00")
                        + " ] "))
                .isEqualTo(events);
        assertThat(bench.counts()).doesNotContainKeys(Problem.MALFORMED, Problem.BAD_FIELD, Problem.UNKNOWN_TYPE);
    }

    static Stream<Arguments> badMessages() {
        final String trade = "{'T':'t','S':'AAPL','s':1,'p':";
        return Stream.of(
                Arguments.of(trade + "-126.55" + AT, Problem.BAD_FIELD),
                Arguments.of(trade + "0" + AT, Problem.BAD_FIELD),
                Arguments.of(trade + "0.004" + AT, Problem.BAD_FIELD),
                Arguments.of(trade + "1e400" + AT, Problem.OUT_OF_RANGE),
                Arguments.of(trade + "1e-400" + AT, Problem.BAD_FIELD),
                Arguments.of(trade + "100000000.01" + AT, Problem.OUT_OF_RANGE),
                Arguments.of(trade + "9223372036854775808" + AT, Problem.OUT_OF_RANGE),
                Arguments.of(trade + "null" + AT, Problem.BAD_FIELD),
                Arguments.of(trade + "true" + AT, Problem.BAD_FIELD),
                Arguments.of(trade + "[126.55]" + AT, Problem.BAD_FIELD),
                Arguments.of(trade + "'126.55x'" + AT, Problem.BAD_FIELD),
                Arguments.of(trade + "''" + AT, Problem.BAD_FIELD),
                Arguments.of(trade + "126.55,'s':0" + AT, Problem.BAD_FIELD),
                Arguments.of(trade + "126.55,'s':1e13" + AT, Problem.OUT_OF_RANGE),
                Arguments.of(trade + "126.55}", Problem.BAD_FIELD),
                Arguments.of(trade + "126.55,'t':'2026-02-30T15:51:44Z'}", Problem.BAD_FIELD),
                Arguments.of(trade + "126.55,'t':1771861904}", Problem.BAD_FIELD),
                Arguments.of("{'T':'l','S':'AAPL','u':140.0,'d':160.0" + AT, Problem.BAD_FIELD),
                Arguments.of("{'T':'s','S':'AAPL','sc':'Z'" + AT, Problem.UNKNOWN_STATUS),
                Arguments.of("{'T':'s','S':'AAPL','sc':2" + AT, Problem.BAD_FIELD),
                Arguments.of("{'T':'o','S':'BTC/USD','b':7" + AT, Problem.BAD_FIELD),
                Arguments.of("{'T':'o','S':'BTC/USD','b':[7]" + AT, Problem.BAD_FIELD),
                Arguments.of("{'T':'o','S':'BTC/USD','b':[{'p':1.001,'s':1}]" + AT, Problem.OFF_SCALE),
                Arguments.of("{'T':'o','S':'BTC/USD','b':[{'p':1,'s':-1}]" + AT, Problem.BAD_FIELD),
                Arguments.of("{'T':'t','S':'NVDA','p':1,'s':1" + AT, Problem.UNKNOWN_SYMBOL),
                Arguments.of("{'T':'t','p':1,'s':1" + AT, Problem.BAD_FIELD),
                Arguments.of("{'T':'?','S':'AAPL'}", Problem.UNKNOWN_TYPE),
                Arguments.of("{'T':'strange','S':'AAPL'}", Problem.UNKNOWN_TYPE),
                Arguments.of("{'S':'AAPL'}", Problem.BAD_FIELD),
                Arguments.of("{'T':7}", Problem.BAD_FIELD),
                Arguments.of("{}", Problem.BAD_FIELD),
                Arguments.of("7", Problem.BAD_FIELD),
                Arguments.of("[[]]", Problem.BAD_FIELD));
    }

    @ParameterizedTest
    @MethodSource("badMessages")
    void shouldLeaveOutAMessageThatIsWrongAndUseTheRest(final String message, final Problem problem) {
        final String good = "{\"T\":\"t\",\"S\":\"AAPL\",\"p\":1,\"s\":2" + AT;

        final List<String> events = bench.decode("[" + good + "," + message.replace('\'', '"') + "," + good + "]");

        assertThat(events).containsExactly("trade 0" + NS + "100 2 UNKNOWN", "trade 0" + NS + "100 2 UNKNOWN");
        assertThat(bench.counts()).isEqualTo(Map.of(problem, 1L));
        assertThat(bench.problems).hasSize(1);
        assertThat(bench.problems.get(0)).startsWith(problem + " 1 ").contains(message.replace('\'', '"'));
    }

    @Test
    void shouldUseWhatCameBeforeTheTextBreaks() {
        final String trade = "{\"T\":\"t\",\"S\":\"AAPL\",\"p\":1,\"s\":2" + AT;

        for (int cut = 1; cut < trade.length(); cut++) {
            assertThat(bench.decode("[" + trade + "," + trade.substring(0, cut)))
                    .containsExactly("trade 0" + NS + "100 2 UNKNOWN");
        }

        assertThat(bench.counts()).isEqualTo(Map.of(Problem.MALFORMED, trade.length() - 1L));
    }

    @Test
    void shouldBearDeepNesting() {
        final String trade = "{\"T\":\"t\",\"S\":\"AAPL\",\"p\":1,\"s\":2" + AT;

        assertThat(bench.decode("[" + trade + ",{\"x\":" + "[".repeat(63) + "]".repeat(63) + "}," + trade + "]"))
                .hasSize(2);
        assertThat(bench.decode("[" + trade + "," + "[".repeat(1_000_000))).hasSize(1);
        assertThat(bench.counts().get(Problem.MALFORMED)).isEqualTo(1);
    }

    @Test
    void shouldTellOfAProblemEachTimeItHappenedTwiceAsOften() {
        for (int i = 0; i < 100; i++) {
            bench.decode("[7]");
        }

        assertThat(bench.problems).hasSize(7).last().isEqualTo("BAD_FIELD 64 7");
        assertThat(bench.codec.problems(Problem.BAD_FIELD)).isEqualTo(100);
    }

    @Test
    void shouldCountWhatItRoundsAndStillUseIt() {
        bench.decode("[{\"T\":\"t\",\"S\":\"AAPL\",\"p\":126.5451,\"s\":1" + AT + "]");

        assertThat(bench.counts()).isEqualTo(Map.of(Problem.ROUNDED, 1L));
        assertThat(bench.codec.decoded()).isEqualTo(1);
    }

    @Test
    void shouldHandOverWhatIsAboutTheStream() {
        bench.decode("[{\"T\":\"success\",\"msg\":\"connected\"}]");

        assertThat(bench.controls).containsExactly("{\"T\":\"success\",\"msg\":\"connected\"}");
        assertThat(bench.counts()).isEmpty();
    }

    @Test
    void shouldReadTheModelMessages() throws IOException {
        final String all = Files.readString(
                SharedFiles.file("protocols/fixtures/alpaca/java/ws-model-messages.json"), StandardCharsets.UTF_8);

        bench.decode(all);

        final String at = ns("2024-01-15T14:30:00Z");
        final String hour = ns("2024-01-15T14:01:00Z") + " 60000000000 ";
        assertThat(bench.events.lines)
                .containsExactly(
                        "trade 0 " + at + " 15050 100 UNKNOWN",
                        "quote 3 " + ns("2024-01-15T14:30:01Z") + " 30000 10 30010 5",
                        "bar 2 " + hour + "2000000 2050000 1990000 2035000 1500000000",
                        "revised-trade 0 " + ns("2024-01-15T14:30:05Z") + " 14900 100 15000 100",
                        "revised-trade 0 " + ns("2024-01-15T14:30:10Z") + " 15050 100 0 0",
                        "band 0 " + ns("2024-01-15T09:45:00Z") + " 14000 16000",
                        "status 0 " + ns("2024-01-15T10:00:00Z") + " HALTED",
                        "trade 1 " + at + " 4500000 50000000 BUYER",
                        "quote 4 " + ns("2024-01-15T14:30:01Z") + " 300000000000 1500000000 300100000000 2000000000",
                        "bar 1 " + hour + "4490000 4510000 4480000 4500000 1250000000",
                        "cleared 1 " + at,
                        "level 1 " + at + " BUY 4499900 50000000",
                        "level 1 " + at + " SELL 4500100 100000000");
        assertThat(bench.codec.skipped()).isEqualTo(1);
        // an order and a trade update are no messages of this stream
        assertThat(bench.counts()).isEqualTo(Map.of(Problem.BAD_FIELD, 2L));
    }

    private static String ns(final String time) {
        return Instant.parse(time).getEpochSecond() + "000000000";
    }
}
