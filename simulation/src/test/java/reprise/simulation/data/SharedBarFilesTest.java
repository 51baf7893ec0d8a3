package reprise.simulation.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import reprise.testkit.SharedFiles;

/** Every file of real market data beside the project: bars open with the rows the manifest counts, the rest is refused. */
class SharedBarFilesTest {

    private static final Pattern NOT_BARS = Pattern.compile("cryptofeed/.*|.*-trades\\.json\\.gz|hftbacktest/.*"
            + "|lean/.*_quote\\.zip|lean/.*/tick/.*|lean/.*_files/.*|nautilus/(binance|bybit|tardis|short-term).*"
            + "|pyalgotrade/(bitstampUSD|rsi-test|sc-).*|pyportfolioopt/.*");

    record Entry(String file, long rows) {}

    static Stream<Entry> manifest() throws IOException {
        assumeTrue(SharedFiles.arePresent(), "no folder shared/golden beside the project; skipped");
        final List<String> lines = Files.readAllLines(SharedFiles.file("data/MANIFEST.tsv"));
        return lines.stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .map(cells -> new Entry(cells[0], Long.parseLong(cells[5])));
    }

    @ParameterizedTest
    @MethodSource("manifest")
    void shouldReadEveryBarFileAndRefuseEveryOther(final Entry entry) {
        final Path file = SharedFiles.file("data/" + entry.file());
        if (NOT_BARS.matcher(entry.file()).matches()) {
            assertThatThrownBy(() -> DataInspector.inspect(file))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("Known bar formats");
            return;
        }

        final DataReport report = DataInspector.inspect(file);

        final DataQuality quality = report.quality();
        assertThat(quality.rows()).isEqualTo(entry.rows());
        assertThat(quality.bars()).isEqualTo(entry.rows() - quality.duplicates());
        assertThat(quality.badRows() + quality.disorder()).isZero();
        assertThat(quality.duplicates()).isEqualTo(entry.file().endsWith("ticksample.csv") ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "genetrader-binance/5m/BTCUSDT-5m-2024H1.csv.gz, 5m, 0, 0, 0",
        "nic-binance/BTCUSDT-1h-2017-08_2022-12.csv.gz, 1h, 27, 127, 3",
        "freqtrade/ADA_BTC-5m.json.gz, 5m, 5, 40, 0",
        "freqtrade/DASH_BTC-5m.json.gz, 5m, 2, 2, 0",
        "freqtrade/TRX_BTC-5m.json.gz, 5m, 6, 6, 0",
        "freqtrade/UNITTEST_BTC-8m.json.gz, 1m, 538, 717, 0",
        "freqtrade/XRP_ETH-1m.json.gz, 1m, 0, 0, 1091",
        "nautilus/btc-perp-20211231-20220201_1m.csv.gz, 1m, 0, 0, 0",
        "nautilus/fxcm/usdjpy-m1-bid-2013.csv.gz, 1m, 38, 11560, 0",
        "nautilus/fxcm/gbpusd-m1-ask-2012.csv.gz, 1m, 111, 11644, 0",
        "backtesting.py/EURUSD.csv, 1h, 42, 2063, 0",
        "ta4j/Coinbase-BTC-USD-PT4H-20160518_20251028.json.gz, 4h, 3, 5, 0",
    })
    void shouldFindTheGapsAndEmptyBarsThatAreKnown(
            final String file, final String period, final long gaps, final long missing, final long zeroVolume) {
        final DataReport report = DataInspector.inspect(SharedFiles.file("data/" + file));

        assertThat(report.facts().period()).hasToString(period);
        assertThat(report.quality().gaps()).isEqualTo(gaps);
        assertThat(report.quality().missingBars()).isEqualTo(missing);
        assertThat(report.quality().zeroVolumeBars()).isEqualTo(zeroVolume);
    }

    @Test
    void shouldFindTheLongestOutage() {
        final DataReport report =
                DataInspector.inspect(SharedFiles.file("data/nic-binance/BTCUSDT-1h-2017-08_2022-12.csv.gz"));

        assertThat(UtcText.of(report.quality().longestGapStartNs())).isEqualTo("2018-02-08T01:00:00Z");
        assertThat(report.quality().longestGapNs()).isEqualTo(33 * 3_600L * BarPeriod.SECOND_NS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "genetrader-binance/5m/BTCUSDT-5m-2024H1.csv.gz | 2 | 5"
                        + " | 2024-01-01T00:00:00Z/2024-01-01T00:05:00Z 4228358 4239723 4226102 4239723 15525731",
                "blaizard-us-1min/AZO-1min-2024-01_08.csv.gz | 4 | 0"
                        + " | 2024-01-02T14:30:00Z/2024-01-02T14:31:00Z 25900000 25900000 25844300 25844300 2345",
                "lean/equity/usa/daily/aapl.zip | 4 | 0"
                        + " | 1998-01-02T05:00:00Z/1998-01-03T05:00:00Z 136300 162500 135000 162500 6315000",
                "lean/equity/usa/hour/aapl.zip | 2 | 0"
                        + " | 1998-01-02T14:00:00Z/1998-01-02T15:00:00Z 1363 1375 1350 1363 540700",
                "lean/equity/usa/minute/aapl/20140605_trade.zip | 2 | 0"
                        + " | 2014-06-05T08:15:00Z/2014-06-05T08:16:00Z 64480 64480 64480 64480 90",
                "lean/equity/usa/second/spy/20131007_trade.zip | 2 | 0"
                        + " | 2013-10-07T08:00:00Z/2013-10-07T08:00:01Z 16741 16741 16741 16741 2049",
                "lean/crypto/coinbase/minute/btcusd/20180404_trade.zip | 2 | 8"
                        + " | 2018-04-04T00:00:00Z/2018-04-04T00:01:00Z 742491 742491 742200 742200 714319709",
                "lean/crypto/coinbase/daily/btcusd_trade.zip | 2 | 8"
                        + " | 2014-12-01T00:00:00Z/2014-12-02T00:00:00Z 30000 37000 30000 37000 5655554",
                "pyalgotrade/nt-spy-minute-2011-03.csv.gz | 2 | 0"
                        + " | 2011-03-01T09:00:00Z/2011-03-01T09:01:00Z 13390 13401 13390 13398 3778",
                "pyalgotrade/gld-2006-yahoofinance.csv | 2 | 0"
                        + " | 2006-01-03T00:00:00Z/2006-01-04T00:00:00Z 5229 5318 5223 5312 4606500",
                "ta4j/Binance-ETH-USD-PT5M-20230313_20230315.json | 2 | 4"
                        + " | 2023-03-13T18:00:00Z/2023-03-13T18:05:00Z 167358 167762 167244 167299 653033",
                "freqtrade/ADA_BTC-5m.json.gz | 8 | 8"
                        + " | 2018-01-10T04:55:00Z/2018-01-10T05:00:00Z 5330 5330 5288 5290 43140197869504",
                "backtesting.py/BTCUSD.csv | 2 | 8"
                        + " | 2012-01-01T00:00:00Z/2012-02-01T00:00:00Z 458 738 380 555 201225343589",
            })
    void shouldReadTheFirstBarOfEachFamily(
            final String file, final int priceDecimals, final int quantityDecimals, final String firstBar) {
        try (BarReader reader =
                BarFiles.open(SharedFiles.file("data/" + file), ReadOptions.of(priceDecimals, quantityDecimals))) {
            assertThat(reader.next()).isTrue();
            assertThat(BarText.current(reader)).isEqualTo(firstBar);
        }
    }

    @Test
    void shouldReadTheRowsQuotedFromBinanceDumps() {
        final Path millis = SharedFiles.file("protocols/fixtures/binance/public-dump-klines-1h-2023-10-27.csv");
        final Path micros = SharedFiles.file("protocols/fixtures/binance/public-dump-klines-1s-2025-01-01.csv");

        assertThat(BarText.read(millis, ReadOptions.of(2, 5)).get(0))
                .isEqualTo("2023-10-27T00:00:00Z/2023-10-27T01:00:00Z 3415166 3417128 3397239 3401527 90827901");
        assertThat(BarText.read(micros, ReadOptions.of(5, 0)).get(0))
                .isEqualTo("2025-01-01T00:00:00Z/2025-01-01T00:00:01Z 31600 31600 31600 31600 27");
    }
}
