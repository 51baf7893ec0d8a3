package reprise.simulation.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import reprise.testkit.SharedFiles;

/** The inputs of the golden values and the sources they were made from are the same bars. */
class GoldenBarsTest {

    @Test
    void shouldEqualTheSourceOfTheBitcoinBars() {
        final ReadOptions options = ReadOptions.of(2, 5).withBadRows(BadRowPolicy.STRICT);
        final List<String> golden = BarText.read(SharedFiles.file("golden/inputs/bars/btcusdt_5m.csv.gz"), options);
        final List<String> source =
                BarText.read(SharedFiles.file("data/genetrader-binance/5m/BTCUSDT-5m-2024H1.csv.gz"), options);

        assertThat(golden).hasSize(6_000).isEqualTo(source.subList(0, 6_000));
    }

    @Test
    void shouldEqualTheSourceOfTheEtherBars() {
        final ReadOptions options = ReadOptions.of(8, 8);

        assertThat(BarText.read(SharedFiles.file("golden/inputs/bars/ethbtc_5m.csv.gz"), options))
                .hasSize(5_760)
                .isEqualTo(BarText.read(SharedFiles.file("data/freqtrade/ETH_BTC-5m.json.gz"), options));
    }

    @Test
    void shouldEqualTheSourceOfTheDailyShareBars() {
        final ReadOptions options = ReadOptions.of(2, 0);

        assertThat(BarText.read(SharedFiles.file("golden/inputs/bars/goog_daily.csv"), options))
                .hasSize(2_148)
                .isEqualTo(BarText.read(SharedFiles.file("data/backtesting.py/GOOG.csv"), options));
    }

    @Test
    void shouldEqualTheRegularSessionsOfTheMinuteBars() {
        final ReadOptions newYork = ReadOptions.of(2, 0).withZone(java.time.ZoneId.of("America/New_York"));
        final List<String> golden = BarText.read(SharedFiles.file("golden/inputs/bars/spy_1m_rth.csv"), newYork);
        final List<String> source =
                BarText.read(SharedFiles.file("data/lean/equity/usa/minute/spy/20131004_trade.zip"), newYork).stream()
                        .filter(bar -> bar.compareTo("2013-10-04T13:30") >= 0 && bar.compareTo("2013-10-04T20:00") < 0)
                        .toList();

        assertThat(golden.subList(0, 390)).isEqualTo(source);
    }
}
