package reprise.simulation.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.testkit.SharedFiles;

/** A price that no market has made does not pass for a clean one: jumps are counted, and refused if that is asked for. */
class JumpsTest {
    @TempDir
    private Path folder;

    /** Bars of a minute, each of the prices of one row: open, high, low, close. */
    private Path file(final String... rows) {
        final StringBuilder text = new StringBuilder(BarText.HEADER);
        for (int i = 0; i < rows.length; i++) {
            text.append("2024-01-01T00:0")
                    .append(i)
                    .append(":00Z,")
                    .append(rows[i])
                    .append(",1\n");
        }
        return BarText.write(folder, "bars.csv", text.toString());
    }

    private static DataQuality quality(final Path file, final ReadOptions options) {
        try (BarReader reader = BarFiles.open(file, options)) {
            BarText.rest(reader);
            return reader.quality();
        }
    }

    @Test
    void shouldCountASpikeUpAndDownAndSayWhereItIs() {
        final Path file = file("100,101,99,100", "100,101,99,100.5", "100.5,10050,100,10050", "100,101,99,100");

        final DataQuality quality = quality(file, BarText.TWO_DECIMALS);

        assertThat(quality.jumps()).isEqualTo(2);
        assertThat(quality.firstJump()).isEqualTo("line 4, close from 100.5 to 10050");
        assertThat(quality.bars()).isEqualTo(4);
        assertThat(DataInspector.inspect(file).toText())
                .contains("\njumps             2, the first in line 4, close from 100.5 to 10050\n");
        assertThatThrownBy(() -> BarText.read(file, BarText.TWO_DECIMALS.withBadRows(BadRowPolicy.STRICT)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("bars.csv, line 4: the close jumps from 100.5 to 10050;"
                        + " expected an open and a close within 15 % of the close before");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100,115,85,115 | 0 | ",
                "115,115,85,85 | 0 | ",
                "100,115.01,85,115.01 | 1 | line 3, close from 100 to 115.01",
                "100,115,84.99,84.99 | 1 | line 3, close from 100 to 84.99",
                "50,101,50,100 | 1 | line 3, open from 100 to 50",
                "50,50,49,49 | 1 | line 3, open from 100 to 50",
                "100,900,1,100 | 0 | ", // within a bar a price may go wherever it likes
            })
    void shouldCompareOpenAndCloseWithTheCloseBefore(final String row, final long jumps, final String first) {
        final DataQuality quality = quality(file("100,101,99,100", row), BarText.TWO_DECIMALS);

        assertThat(quality.jumps()).isEqualTo(jumps);
        assertThat(quality.firstJump()).isEqualTo(first == null ? "" : first);
    }

    @Test
    void shouldCompareWithTheBarBeforeInTimeThatWasTaken() {
        final Path file = BarText.write(
                folder,
                "bars.csv",
                BarText.HEADER
                        + "2024-01-05,400,410,390,400,1\n2024-01-04,200,210,190,200,1\n2024-01-03,x,1,1,1,1\n"
                        + "2024-01-02,200,210,190,200,1\n");

        final DataQuality quality = quality(file, BarText.TWO_DECIMALS.withBadRows(BadRowPolicy.SKIP));

        assertThat(quality.jumps()).isEqualTo(1);
        assertThat(quality.firstJump()).isEqualTo("line 2, open from 200 to 400");
    }

    /** Raw prices: splits are jumps, and so are wrong opens, as that of SPY on 18 December 2000 is, at 111 between 131 and 132. */
    @ParameterizedTest
    @CsvSource({
        "genetrader-binance/5m/BTCUSDT-5m-2024H1.csv.gz, 0,",
        "blaizard-us-1min/AZO-1min-2024-01_08.csv.gz, 0,",
        "lean/equity/usa/daily/spy.zip, 1, 'line 748, open from 131.45 to 111'",
        "lean/equity/usa/daily/aapl.zip, 10, 'line 3, close from 16 to 19'",
        "lean/equity/usa/daily/goog.zip, 6, ''",
    })
    void shouldFindTheJumpsOfRealPrices(final String file, final long jumps, final String first) {
        final DataQuality quality = quality(SharedFiles.file("data/" + file), ReadOptions.of(6, 0));

        assertThat(quality.jumps()).isEqualTo(jumps);
        if (first != null) {
            assertThat(quality.firstJump()).contains(first);
        }
    }
}
