package reprise.alpaca.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.alpaca.TextLink;
import reprise.alpaca.stream.StreamConnection;

class MarketSessionTest {
    private static final String CONNECTED = "{'T':'success','msg':'connected'}";
    private static final String AUTHENTICATED = "{'T':'success','msg':'authenticated'}";
    private static final String ALL =
            "{'T':'subscription','bars':['AAPL','BTC/USD','TSLA','MSFT','ETH/USD'],'trades':['MSFT','AAPL','TSLA',"
                    + "'BTC/USD','ETH/USD'],'statuses':['AAPL','BTC/USD','TSLA','MSFT','ETH/USD'],"
                    + "'corrections':['AAPL'],'cancelErrors':['AAPL']}";
    private static final String TRADE = "{'T':'t','S':'AAPL','p':1,'s':2,'t':'2026-02-23T00:00:00Z'}";

    private final TextLink link = new TextLink();
    private final List<String> told = new ArrayList<>();
    private final MarketSession session = session(List.of("bars", "trades", "statuses"));

    private MarketSession session(final List<String> channels) {
        return session(channels, false);
    }

    private MarketSession session(final List<String> channels, final boolean followsMarket) {
        return new MarketSession(
                new SessionSettings("stocks", "KEY", "SEC\"RET", channels, timeNs -> timeNs > 5, followsMarket),
                CodecBench.INSTRUMENTS,
                new BarLedger(5),
                new MissedTrades(List.of()),
                link,
                again -> told.add("gap " + again));
    }

    private void hear(final MarketSession who, final String... messages) {
        for (final String message : messages) {
            final byte[] bytes = ("[" + message.replace('\'', '"') + "]").getBytes(StandardCharsets.UTF_8);
            who.onFrame(new Recorded(), bytes, bytes.length);
        }
    }

    private void open(final String... messages) {
        session.onOpened(new Recorded());
        hear(session, messages);
    }

    @Test
    void shouldBeGreetedSayWhoItIsAskForEverythingAndMakeSure() {
        open(CONNECTED, AUTHENTICATED, ALL);

        assertThat(told)
                .containsExactly(
                        "send {\"action\":\"auth\",\"key\":\"KEY\",\"secret\":\"SEC\\\"RET\"}",
                        "send {\"action\":\"subscribe\","
                                + "\"bars\":[\"AAPL\",\"BTC/USD\",\"TSLA\",\"MSFT\",\"ETH/USD\"],"
                                + "\"trades\":[\"AAPL\",\"BTC/USD\",\"TSLA\",\"MSFT\",\"ETH/USD\"],"
                                + "\"statuses\":[\"AAPL\",\"BTC/USD\",\"TSLA\",\"MSFT\",\"ETH/USD\"]}",
                        "gap false",
                        "established");
        assertThat(link.saidAtHand()).isNull();
    }

    @Test
    void shouldAskForEverythingAgainOnEachConnection() {
        open(CONNECTED, AUTHENTICATED, ALL);
        session.onLost();
        told.clear();

        open(CONNECTED, AUTHENTICATED, ALL);

        assertThat(told).hasSize(4).contains("gap true", "established");
    }

    @Test
    void shouldNameWhatTheServerDoesNotDeliver() {
        open(CONNECTED, AUTHENTICATED, ALL.replace("'MSFT',", "").replace(",'ETH/USD'],'statuses'", "],'statuses'"));

        assertThat(told.get(2))
                .isEqualTo("stop the server does not deliver bars of MSFT; trades of MSFT, ETH/USD; statuses of MSFT: "
                        + "check that these symbols exist and that the plan includes them");
        assertThat(told).doesNotContain("established");
    }

    @ParameterizedTest
    @CsvSource({
        "400, retry, retry",
        "401, retry, retry",
        "402, stop, stop",
        "403, '', ''",
        "404, retry, retry",
        "405, stop, retry",
        "406, retry, retry",
        "407, retry, retry",
        "408, stop, stop",
        "409, stop, stop",
        "411, stop, stop",
        "499, retry, ''",
        "500, retry, retry"
    })
    void shouldDrawItsConsequencesFromErrors(final int code, final String atFirst, final String later) {
        final String error = "{'T':'error','code':" + code + ",'msg':'what it says'}";

        open(CONNECTED, error);
        assertThat(consequences()).isEqualTo(atFirst);

        told.clear();
        open(CONNECTED, AUTHENTICATED, ALL, error);
        assertThat(consequences()).isEqualTo(later);
    }

    private String consequences() {
        final StringBuilder consequences = new StringBuilder();
        for (final String line : told) {
            if (line.startsWith("retry ") || line.startsWith("stop ")) {
                assertThat(line)
                        .contains(" what it says)")
                        .hasSizeGreaterThan(30)
                        .doesNotContain("SEC");
                consequences.append(line, 0, line.indexOf(' '));
            }
        }
        return consequences.toString();
    }

    @Test
    void shouldDoWithoutWhatAFeedDoesNotHave() {
        open(CONNECTED, AUTHENTICATED, "{'T':'error','code':410,'msg':'invalid subscribe action for this feed'}");

        assertThat(told.get(2))
                .startsWith("send ")
                .contains("\"bars\"", "\"trades\"")
                .doesNotContain("statuses");
        assertThat(link.saidAtHand()).contains("going on with [bars, trades] alone");

        hear(session, ALL);
        assertThat(told).contains("established");
    }

    @Test
    void shouldStopWhenAFeedHasNotEvenThePlainOnes() {
        final String error = "{'T':'error','code':410,'msg':'invalid subscribe action for this feed'}";

        open(CONNECTED, AUTHENTICATED, error, error);

        assertThat(told).last().asString().startsWith("stop this feed does not have");
    }

    @Test
    void shouldNameWhatIsTooMuchForThePlan() {
        open(CONNECTED, AUTHENTICATED, "{'T':'error','code':405,'msg':'symbol limit exceeded'}");

        assertThat(told)
                .last()
                .asString()
                .startsWith("stop more symbols than the plan allows")
                .contains("TSLA, MSFT");
    }

    @Test
    void shouldTellEventsWithTheirTimeAndProblemsWithAnExcerpt() {
        open(CONNECTED, AUTHENTICATED, ALL, TRADE, "{'T':'t','S':'AAPL','p':-1}", "{'T':'surprise'}");

        assertThat(link.eventAtHand()).isEqualTo("trade 0 1771804800000000000 100 2 UNKNOWN @1771804800000000000");
        assertThat(link.saidAtHand())
                .isEqualTo("stocks: a field that is missing or wrong: {\"T\":\"t\",\"S\":\"AAPL\",\"p\":-1}");
        assertThat(link.saidAtHand()).isEqualTo("stocks: a message of an unknown type: {\"T\":\"surprise\"}");
    }

    private static final String HALT =
            "{'T':'s','S':'AAPL','sc':'H','sm':'Halt','rc':'T1','rm':'News','t':'2026-02-23T00:00:00Z','z':'C'}";

    /** Statuses come when they change: of the end of a halt that came while nobody listened, only trades tell. */
    @Test
    void shouldEndAHaltThatEndedWhileTheConnectionWasLost() {
        open(CONNECTED, AUTHENTICATED, ALL, HALT, TRADE);
        assertThat(link.eventAtHand()).startsWith("status 0 ").contains("HALTED");
        assertThat(link.eventAtHand()).as("a late print does not end it").startsWith("trade 0 ");
        session.onLost();

        open(CONNECTED, AUTHENTICATED, ALL, TRADE, TRADE);

        assertThat(link.eventAtHand()).startsWith("status 0 ").contains("TRADING");
        assertThat(link.eventAtHand()).startsWith("trade 0 ");
        assertThat(link.eventAtHand()).startsWith("trade 0 ");
        assertThat(link.eventAtHand()).isNull();
    }

    @Test
    void shouldNotEndAHaltByWhatWasTradedBeforeIt() {
        open(CONNECTED, AUTHENTICATED, ALL, HALT);
        session.onLost();

        open(
                CONNECTED,
                AUTHENTICATED,
                ALL,
                "{'T':'b','S':'AAPL','o':1,'h':1,'l':1,'c':1,'v':2,'t':'2026-02-22T23:59:00Z'}",
                TRADE.replace("2026-02-23T00:00:00Z", "2026-02-22T23:59:59Z"));

        assertThat(link.eventAtHand()).contains("HALTED");
        assertThat(link.eventAtHand()).startsWith("bar 0 ");
        assertThat(link.eventAtHand()).startsWith("trade 0 ");
        assertThat(link.eventAtHand()).isNull();
    }

    @Test
    void shouldEndAHaltOnRecordThatEndedWhileTheEngineWasDown() {
        link.haltedBefore(0);
        final MarketSession after = session(List.of("bars", "trades", "statuses"));
        after.onOpened(new Recorded());
        hear(after, CONNECTED, AUTHENTICATED, ALL, HALT, TRADE);

        assertThat(link.eventAtHand()).as("it is told again: it stands").contains("HALTED");
        assertThat(link.eventAtHand()).startsWith("trade 0 ");
        after.onLost();
        after.onOpened(new Recorded());
        hear(after, CONNECTED, AUTHENTICATED, ALL, TRADE);
        assertThat(link.eventAtHand()).contains("TRADING");
    }

    @Test
    void shouldForgetTheBooksWhenTheConnectionIsLost() {
        final MarketSession books = session(List.of("bars", "orderbooks"));
        books.onLost();
        assertThat(link.eventAtHand()).isNull();

        hear(books, TRADE);
        books.onLost();

        link.eventAtHand();
        for (int id = 0; id < 5; id++) {
            assertThat(link.eventAtHand()).isEqualTo("cleared " + id + " 1771804800000000000 @1771804800000000000");
        }
        assertThat(link.eventAtHand()).isNull();
    }

    @Test
    void shouldJudgeByWhatTheMarketToldWhenItsTimeRunsFaster() {
        final MarketSession fast = session(List.of("bars", "trades", "statuses"), true);
        fast.onOpened(new Recorded());
        hear(fast, CONNECTED, AUTHENTICATED, ALL);
        assertThat(fast.expectsFrames(5)).isFalse();

        hear(fast, TRADE);

        assertThat(fast.expectsFrames(5)).isTrue();
        hear(session, TRADE);
        assertThat(session.expectsFrames(5)).as("one that lives in ours").isFalse();
    }

    @Test
    void shouldExpectFramesWhileTheMarketIsOpen() {
        assertThat(session.expectsFrames(5)).isFalse();
        assertThat(session.expectsFrames(6)).isTrue();
    }

    private final class Recorded implements StreamConnection {
        @Override
        public void send(final String text) {
            told.add("send " + text);
        }

        @Override
        public void established() {
            told.add("established");
        }

        @Override
        public void retryLater(final String why) {
            told.add("retry " + why);
        }

        @Override
        public void stop(final String why) {
            told.add("stop " + why);
        }
    }
}
