package reprise.simulation.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.market.Aggressor;
import reprise.order.Side;
import reprise.simulation.market.TickSource;
import reprise.testkit.SharedFiles;

/** Real ticks beside the project: as many as were counted otherwise, and what the ticks of one kind say agrees with those of another. */
class SharedTickFilesTest {
    private static final ReadOptions OPTIONS = ReadOptions.of(8, 8);

    private static TickFile file(final String name) {
        return TickFile.recognise(SharedFiles.file("data/" + name));
    }

    private static TickQuality quality(final TickFile file, final TickKind kind, final String symbol) {
        try (TickReader reader = file.open(kind, symbol, OPTIONS)) {
            while (reader.next()) {
                // counted by the reader
            }
            return reader.quality();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "lean/equity/usa/tick/ibm/20131010_quote.zip, QUOTES, 105428, 1",
        "lean/equity/usa/tick/ibm/20131011_trade.zip, TRADES, 19264, 0",
        "lean/equity/usa/second/spy/20131007_quote.zip, QUOTES, 27409, 0",
        "freqtrade/XRP_ETH-trades.json.gz, TRADES, 12477, 0",
        "nautilus/tardis/bitmex_trades_XBTUSD.csv, TRADES, 10, 0"
    })
    void shouldTellEveryRowThatIsNotSuspicious(
            final String file, final TickKind kind, final long rows, final long suspicious) {
        countRows(file, kind, rows, suspicious);
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "lean/equity/usa/tick/bac/20131007_quote.zip, QUOTES, 476855, 0",
        "lean/equity/usa/tick/bac/20131007_trade.zip, TRADES, 88172, 0",
        "lean/equity/usa/tick/bac/20131008_quote.zip, QUOTES, 576096, 0",
        "lean/equity/usa/tick/bac/20131008_trade.zip, TRADES, 125872, 0",
        "lean/equity/usa/tick/ibm/20131007_quote.zip, QUOTES, 109067, 1",
        "lean/equity/usa/tick/ibm/20131008_quote.zip, QUOTES, 125750, 1",
        "lean/equity/usa/tick/ibm/20131009_quote.zip, QUOTES, 135492, 0",
        "lean/equity/usa/tick/spy/20131007_trade.zip, TRADES, 250601, 0"
    })
    void shouldTellEveryRowOfLongFilesToo(
            final String file, final TickKind kind, final long rows, final long suspicious) {
        countRows(file, kind, rows, suspicious);
    }

    private static void countRows(final String file, final TickKind kind, final long rows, final long suspicious) {
        final TickQuality quality = quality(file(file), kind, "");

        assertThat(quality.rows()).isEqualTo(rows);
        assertThat(quality.marked()).isEqualTo(suspicious);
        assertThat(quality.ticks()).isEqualTo(rows - suspicious);
        assertThat(quality.badRows() + quality.duplicates() + quality.disorder() + quality.missingIds())
                .isZero();
    }

    @Test
    void shouldReadTheStreamsOfBinanceWithoutAGap() {
        countStreams("spot/btcusdt", 9757, 28040, 3451, 2);
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"usdm/btcusdt, 21313, 66089, 6551, 4", "cm/btcusd_perp, 2286, 19136, 26847, 23"})
    void shouldReadTheStreamsOfFuturesWithoutAGap(
            final String name, final long trades, final long quotes, final long depthMessages, final long old) {
        countStreams(name, trades, quotes, depthMessages, old);
    }

    private static void countStreams(
            final String name, final long trades, final long quotes, final long depthMessages, final long old) {
        final TickFile file = file("hftbacktest/" + name + "_20240808.gz");

        final TickQuality ofTrades = quality(file, TickKind.TRADES, "");
        final TickQuality ofQuotes = quality(file, TickKind.QUOTES, "");
        final TickQuality ofBook = quality(file, TickKind.BOOK, "");

        assertThat(ofTrades.ticks()).isEqualTo(trades);
        assertThat(ofTrades.missingIds() + ofTrades.duplicates() + ofTrades.late())
                .isZero();
        assertThat(ofQuotes.ticks()).isEqualTo(quotes);
        assertThat(ofQuotes.crossedQuotes() + ofQuotes.late()).isZero();
        assertThat(ofBook.rows() - ofBook.otherLines()).isEqualTo(depthMessages + 1);
        assertThat(ofBook.snapshots()).isEqualTo(1);
        assertThat(ofBook.changesLeftOut()).isEqualTo(old);
        assertThat(ofBook.sequenceGaps() + ofBook.late()).isZero();
        assertThat(ofBook.awaitsSnapshot()).isFalse();
    }

    @Test
    void shouldReadEveryProductOfCoinbase() {
        final TickFile file = file("cryptofeed/COINBASE.ws.28.0.gz");
        long matches = 0;
        long updates = 0;
        for (final String symbol : file.facts(null).symbols()) {
            final TickQuality trades = quality(file, TickKind.TRADES, symbol);
            final TickQuality book = quality(file, TickKind.BOOK, symbol);
            matches += trades.ticks();
            updates += book.rows() - book.otherLines() - book.snapshots();
            assertThat(trades.duplicates() + trades.missingIds()).isZero();
            assertThat(book.snapshots()).isEqualTo(1);
            assertThat(book.cleared()).isEqualTo(1);
        }

        assertThat(matches).isEqualTo(97);
        assertThat(updates).isEqualTo(9719);
    }

    /** Two streams that know nothing of one another: the book as it is built, and the best bid and offer as the venue tells it. */
    @Test
    void shouldBuildABookWhoseBestLevelsAreTheQuotesOfTheVenue() {
        final TickFile file = file("hftbacktest/usdm/btcusdt_20240808.gz");
        final TopOfBook top = new TopOfBook();
        long compared = 0;
        long equal = 0;
        long crossed = 0;
        try (TickReader book = file.open(TickKind.BOOK, "", OPTIONS);
                TickReader quotes = file.open(TickKind.QUOTES, "", OPTIONS)) {
            boolean more = book.next();
            boolean moreQuotes = quotes.next();
            long bid = 0;
            long ask = 0;
            while (more) {
                final long timeNs = book.timeNs();
                while (more && book.timeNs() == timeNs) {
                    top.take(book);
                    more = book.next();
                }
                while (moreQuotes && quotes.timeNs() <= timeNs) {
                    bid = quotes.bidPrice();
                    ask = quotes.askPrice();
                    moreQuotes = quotes.next();
                }
                crossed += top.bestBid() < top.bestAsk() ? 0 : 1;
                compared++;
                equal += bid == top.bestBid() && ask == top.bestAsk() ? 1 : 0;
            }
        }

        // Both are of the same millisecond at best, in which the market moves on.
        assertThat(crossed).isZero();
        assertThat(compared).isGreaterThan(6_000);
        assertThat(equal).isGreaterThan(compared * 99 / 100);
    }

    @Test
    void shouldReadTheSameTradesOfBothFormsOfFreqtrade() {
        final Path lists = SharedFiles.file("data/freqtrade/XRP_ETH-trades.json.gz");
        final Path objects = SharedFiles.file("data/freqtrade/XRP_OLD-trades.json.gz");

        assertThat(TickText.read(lists, TickKind.TRADES, "", OPTIONS))
                .isEqualTo(TickText.read(objects, TickKind.TRADES, "", OPTIONS))
                .anyMatch(line -> line.endsWith(Aggressor.SELLER.name().toLowerCase(Locale.ROOT)));
    }

    @Test
    void shouldDescribeARecording() {
        final TickReport report = TickInspector.inspect(
                SharedFiles.file("data/hftbacktest/spot/btcusdt_20240808.gz"), ReadOptions.of(0, 0));

        assertThat(report.toText())
                .contains("instruments       BTCUSDT")
                .contains("trades            9,757 from 2024-08-08T23:54:15.342Z to 2024-08-09T00:00:01.271Z")
                .contains("prices 61583.22 to 61860.8, decimals: price 2, quantity 5")
                .contains(
                        "bad rows 0, out of order 0, duplicates 0, snapshots 1, gaps in the sequence 0, changes left out 2");
    }

    /** A book that keeps everything, the slow way. */
    private static final class TopOfBook {
        private final TreeMap<Long, Long> bids = new TreeMap<>();
        private final TreeMap<Long, Long> asks = new TreeMap<>();

        void take(final TickSource tick) {
            if (tick.kind() == TickSource.Kind.CLEARED) {
                bids.clear();
                asks.clear();
                return;
            }
            final Map<Long, Long> side = tick.side() == Side.BUY ? bids : asks;
            if (tick.quantity() == 0) {
                side.remove(tick.price());
            } else {
                side.put(tick.price(), tick.quantity());
            }
        }

        long bestBid() {
            return bids.lastKey();
        }

        long bestAsk() {
            return asks.firstKey();
        }
    }
}
