package reprise.simulation.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every known format of ticks, read exactly. */
class TickFormatsTest {
    private static final ReadOptions OPTIONS = ReadOptions.of(2, 3);

    @TempDir
    private Path folder;

    private List<String> trades(final Path file) {
        return TickText.read(file, TickKind.TRADES, "BTCUSDT", OPTIONS);
    }

    private List<String> quotes(final Path file) {
        return TickText.read(file, TickKind.QUOTES, "BTCUSDT", OPTIONS);
    }

    @Test
    void shouldReadTradesOfOurOwn() {
        final String rows = "timestamp,price,quantity,side\n"
                + "2024-01-01T00:00:00.000000001Z,100.01,0.5,buy\n"
                + "2024-01-01T00:00:00.000000001Z,100,1.25,sell\n"
                + "2024-01-01T00:00:01Z,99.99,3,\n";

        final List<String> expected = List.of(
                "2024-01-01T00:00:00.000000001Z 10001 x 500 buyer",
                "2024-01-01T00:00:00.000000001Z 10000 x 1250 seller",
                "2024-01-01T00:00:01Z 9999 x 3000 unknown");

        assertThat(trades(BarText.write(folder, "t.csv", rows))).isEqualTo(expected);
        assertThat(trades(BarText.gzip(folder, "t.csv.gz", rows))).isEqualTo(expected);
        assertThat(trades(BarText.zip(folder, "t.zip", "t.csv", rows))).isEqualTo(expected);
    }

    @Test
    void shouldReadTradesUnderOtherNames() {
        final Path file = BarText.write(
                folder,
                "t.csv",
                "exchange;id;time;amount;price;side\nx;7;1704067200123;2;100.5;SELL\nx;8;1704067200124;2;100.5;Buy\n");

        assertThat(trades(file))
                .containsExactly(
                        "2024-01-01T00:00:00.123Z 10050 x 2000 seller", "2024-01-01T00:00:00.124Z 10050 x 2000 buyer");
    }

    @Test
    void shouldReadQuotesOfOurOwn() {
        final Path file = BarText.write(
                folder,
                "q.csv",
                "timestamp,bid,bid_size,ask,ask_size\n"
                        + "1704067200,100.00,2,100.02,1.5\n"
                        + "1704067201,,,100.02,1\n"
                        + "1704067202,100.03,1,100.02,0\n");

        assertThat(quotes(file))
                .containsExactly(
                        "2024-01-01T00:00:00Z 10000 x 2000 / 10002 x 1500",
                        "2024-01-01T00:00:01Z 0 x 0 / 10002 x 1000",
                        "2024-01-01T00:00:02Z 10003 x 1000 / 10002 x 0");
        final TickQuality quality = TickText.quality(file, TickKind.QUOTES, "", OPTIONS);
        assertThat(quality.crossedQuotes()).isEqualTo(1);
        assertThat(quality.zeroQuantities()).isEqualTo(1);
    }

    @Test
    void shouldReadLeanTicksOfEquities() {
        final Path trades = BarText.zip(
                folder,
                "20131007_trade.zip",
                "20131007_ibm_Trade_Tick.csv",
                "34200000,1815200,283,P,20002020,0\n34200001,1818000,500,P,2000,1\n34200001,1818001,5,P,1,0\n");
        final Path quotes = BarText.zip(
                folder,
                "20131007_quote.zip",
                "20131007_ibm_Quote_Tick.csv",
                "34200000,0,0,1836300,100,Q,1,0\n34200001,1800100,300,0,0,P,1,0\n34200001,0,0,1818000,3000,P,1,0\n");

        assertThat(TickText.read(trades, TickKind.TRADES, "IBM", ReadOptions.of(4, 0)))
                .containsExactly(
                        "2013-10-07T13:30:00Z 1815200 x 283 unknown", "2013-10-07T13:30:00.001Z 1818001 x 5 unknown");
        assertThat(TickText.quality(trades, TickKind.TRADES, "IBM", ReadOptions.of(4, 0))
                        .marked())
                .isEqualTo(1);
        assertThat(TickText.read(quotes, TickKind.QUOTES, "IBM", ReadOptions.of(4, 0)))
                .containsExactly(
                        "2013-10-07T13:30:00Z 0 x 0 / 1836300 x 100",
                        "2013-10-07T13:30:00.001Z 1800100 x 300 / 1836300 x 100",
                        "2013-10-07T13:30:00.001Z 1800100 x 300 / 1818000 x 3000");
    }

    @Test
    void shouldTakeLeanQuoteBarsForTheQuoteAtTheirClose() {
        final Path file = BarText.zip(
                folder,
                "equity/usa/minute/spy/20131007_quote.zip",
                "20131007_spy_minute_quote.csv",
                "34200000,1680000,1680100,1679900,1680050,10,1680100,1680200,1680000,1680150,20\n"
                        + "34260000,,,,,0,1680100,1680200,1680000,1680250,5\n");

        assertThat(TickText.read(file, TickKind.QUOTES, "SPY", ReadOptions.of(4, 0)))
                .containsExactly(
                        "2013-10-07T13:31:00Z 1680050 x 10 / 1680150 x 20", "2013-10-07T13:32:00Z 0 x 0 / 1680250 x 5");
    }

    @Test
    void shouldReadTradesOfJsonLists() {
        final Path lists = BarText.write(
                folder,
                "t.json",
                "[[1704067200123,\"7\",null,\"sell\",100.01,2.5,250.0],[1704067200124,\"8\",null,\"buy\",1e2,1.0,1]]");
        final Path objects = BarText.write(
                folder,
                "o.json",
                "[{\"info\":{\"p\":\"1\"},\"timestamp\":1704067200123,\"id\":\"7\",\"side\":\"sell\",\"price\":100.01,\"amount\":2.5}]");

        assertThat(trades(lists))
                .containsExactly(
                        "2024-01-01T00:00:00.123Z 10001 x 2500 seller", "2024-01-01T00:00:00.124Z 10000 x 1000 buyer");
        assertThat(trades(objects)).containsExactly("2024-01-01T00:00:00.123Z 10001 x 2500 seller");
    }

    @Test
    void shouldReadRecordingsOfBinance() {
        final Path file = BarText.gzip(
                folder,
                "r.gz",
                "1704067200000000001 {\"stream\":\"btcusdt@trade\",\"data\":{\"e\":\"trade\",\"E\":1704067201124,\"s\":\"BTCUSDT\",\"t\":5,"
                        + "\"p\":\"100.01\",\"q\":\"0.5\",\"T\":1704067201123,\"m\":true,\"M\":true}}\n"
                        + "1704067200000000002 {\"stream\":\"btcusdt@bookTicker\",\"data\":{\"u\":9,\"s\":\"BTCUSDT\",\"b\":\"100.00\",\"B\":\"2\","
                        + "\"a\":\"100.02\",\"A\":\"1\"}}\n"
                        + "1704067200000000003 {\"stream\":\"btcusdt@trade\",\"data\":{\"e\":\"trade\",\"E\":1704067201126,\"T\":1704067201126,"
                        + "\"s\":\"BTCUSDT\",\"t\":7,\"p\":\"0\",\"q\":\"0\",\"X\":\"NA\",\"m\":false}}\n"
                        + "1704067200000000003 {\"stream\":\"btcusdt@trade\",\"data\":{\"e\":\"trade\",\"E\":1704067201126,\"T\":1704067201126,"
                        + "\"s\":\"BTCUSDT\",\"t\":8,\"p\":\"100\",\"q\":\"1\",\"X\":\"MARKET\",\"m\":false}}\n");

        assertThat(trades(file))
                .containsExactly(
                        "2024-01-01T00:00:01.123Z 10001 x 500 seller", "2024-01-01T00:00:01.126Z 10000 x 1000 buyer");
        assertThat(quotes(file)).containsExactly("2024-01-01T00:00:01.123Z 10000 x 2000 / 10002 x 1000");
        final TickQuality quality = TickText.quality(file, TickKind.TRADES, "", OPTIONS);
        assertThat(quality.missingIds()).isEqualTo(2);
        assertThat(quality.marked()).isEqualTo(1);
    }

    @Test
    void shouldReadRecordingsOfCoinbaseByInstrument() {
        final Path file = BarText.write(
                folder,
                "c.ws",
                "wss://ws-feed.pro.coinbase.com <-> 1618677816.84\n"
                        + "1618677817.05: {\"type\":\"subscriptions\",\"channels\":[]}\n"
                        + "1618677817.06: {\"type\":\"snapshot\",\"product_id\":\"A-USD\",\"asks\":[[\"1.02\",\"5\"]],\"bids\":[[\"1.00\",\"4\"]]}\n"
                        + "1618677817.07: {\"type\":\"l2update\",\"product_id\":\"A-USD\",\"changes\":[[\"sell\",\"1.02\",\"0.00\"],"
                        + "[\"buy\",\"1.01\",\"2\"]],\"time\":\"2021-04-17T16:43:37.065Z\"}\n"
                        + "1618677817.08: {\"type\":\"match\",\"trade_id\":3,\"side\":\"sell\",\"size\":\"0.5\",\"price\":\"1.03\","
                        + "\"product_id\":\"A-USD\",\"time\":\"2021-04-17T16:43:37.1Z\"}\n"
                        + "1618677817.09: {\"type\":\"match\",\"trade_id\":9,\"side\":\"buy\",\"size\":\"0.5\",\"price\":\"7\","
                        + "\"product_id\":\"B-USD\",\"time\":\"2021-04-17T16:43:37.2Z\"}\n");

        assertThat(TickText.read(file, TickKind.BOOK, "AUSD", OPTIONS))
                .containsExactly(
                        "2021-04-17T16:43:37.060Z cleared",
                        "2021-04-17T16:43:37.060Z buy 100 x 4000",
                        "2021-04-17T16:43:37.060Z sell 102 x 5000",
                        "2021-04-17T16:43:37.065Z sell 102 x 0",
                        "2021-04-17T16:43:37.065Z buy 101 x 2000");
        assertThat(TickText.read(file, TickKind.TRADES, "A-USD", OPTIONS))
                .containsExactly("2021-04-17T16:43:37.100Z 103 x 500 buyer");
        assertThat(TickText.read(file, TickKind.TRADES, "B-USD", OPTIONS))
                .containsExactly("2021-04-17T16:43:37.200Z 700 x 500 seller");
    }

    @Test
    void shouldReadBooksOfBybit() {
        final Path file = BarText.zip(
                folder,
                "ob.data.zip",
                "2024-12-01_XRPUSDT_ob500.data",
                "{\"topic\":\"orderbook.500.XRPUSDT\",\"type\":\"snapshot\",\"ts\":1733011200691,\"data\":{\"s\":\"XRPUSDT\","
                        + "\"b\":[[\"1.95\",\"6\"]],\"a\":[[\"1.96\",\"2\"]],\"u\":20,\"seq\":1},\"cts\":1733011200589}\n"
                        + "{\"topic\":\"orderbook.500.XRPUSDT\",\"type\":\"delta\",\"ts\":1733011200700,\"data\":{\"s\":\"XRPUSDT\","
                        + "\"b\":[],\"a\":[[\"1.96\",\"0\"]],\"u\":21,\"seq\":2},\"cts\":1733011200600}\n");

        assertThat(TickText.read(file, TickKind.BOOK, "XRPUSDT", OPTIONS))
                .containsExactly(
                        "2024-12-01T00:00:00.589Z cleared",
                        "2024-12-01T00:00:00.589Z buy 195 x 6000",
                        "2024-12-01T00:00:00.589Z sell 196 x 2000",
                        "2024-12-01T00:00:00.600Z sell 196 x 0");
    }

    @Test
    void shouldLeaveBarsToTheReadersOfBars() {
        assertThat(TickFile.recognise(BarText.write(
                        folder, "b.csv", "timestamp,open,high,low,close,price,volume\n1704067200,1,1,1,1,1,1\n")))
                .isNull();
        assertThat(TickFile.recognise(BarText.write(folder, "b.json", "[[1704067200000,1,1,1,1,1]]")))
                .isNull();
        assertThat(TickFile.recognise(BarText.write(folder, "b.txt", "1704067200,1,1,1,1,1\n")))
                .isNull();
    }
}
