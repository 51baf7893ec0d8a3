package reprise.strategies.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.state.Snapshotable;
import reprise.state.StateTape;
import reprise.testkit.SharedFiles;

/** Against values from independent arithmetic, and whole replays bar by bar. */
class PairSpreadTest {
    private static final double TOLERANCE = 1e-9;

    private static double number(final String text) {
        return Double.parseDouble(text);
    }

    private static void requireNear(final double found, final String expected, final double scale, final int row) {
        final double value = number(expected);
        assertThat(
                        Double.isNaN(value)
                                ? Double.isNaN(found)
                                : Math.abs(found - value) <= TOLERANCE * Math.max(Math.abs(value), scale))
                .as("row %d: %s, not %s", row, found, expected)
                .isTrue();
    }

    /** The literal table of signals: nothing is blocked after a stop there, and bars count as hours. */
    @ParameterizedTest
    @CsvSource({
        "replay_bch_doge_1h.csv, 0.967825, 164, 82.2, 1",
        "replay_bch_doge_1h_w40.csv, 0.967825, 40, 20.0, 1",
        "replay_ko_pep_daily.csv, 0.6494, 40, 480.0, 24",
        "replay_bac_spy_hour_2012.csv, 2.52, 40, 18.4, 1"
    })
    void shouldReplayBarByBar(
            final String file, final double ratio, final int window, final double halfLife, final int barHours) {
        final PairSpread spread = new PairSpread(HedgeMode.FIXED, ratio, 0, window, 1);
        final SignalRules rules = new SignalRules(2.0, 0.5, 3.0);
        final List<String> rows = SharedFiles.lines("golden/s1/" + file);
        SpreadSide held = SpreadSide.FLAT;
        int entry = 0;
        for (int i = 1; i < rows.size(); i++) {
            final String[] row = rows.get(i).split(",");
            spread.add(number(row[2]), number(row[3]));
            final boolean expired = held != SpreadSide.FLAT && (i - entry) * (double) barHours > 3 * halfLife;
            final PairSignal signal = rules.decide(held, spread.z(), expired, SpreadSide.FLAT);

            requireNear(spread.spread(), row[4], 1, i);
            requireNear(spread.mean(), row[5], 1, i);
            requireNear(spread.deviation(), row[6], 0, i);
            requireNear(spread.z(), row[7], 1, i);
            assertThat(signal.name()).as("row %d of %s", i, file).isEqualTo(row[9]);
            if (signal.isEntry()) {
                held = signal == PairSignal.LONG_SPREAD ? SpreadSide.LONG_SPREAD : SpreadSide.SHORT_SPREAD;
                entry = i;
            } else if (signal.isExit()) {
                held = SpreadSide.FLAT;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"ethbtc_ltcbtc_5m, 300", "ethusdt_btcusdt_5m, 300", "gld_gdx_daily, 60"})
    void shouldFollowARollingRegression(final String name, final int window) {
        final List<String> rows = SharedFiles.lines("golden/pairs/" + name + ".csv");
        final List<String> columns = List.of(rows.get(0).split(","));
        final PairSpread sample = new PairSpread(HedgeMode.ROLLING, 1, window, window, 1);
        final PairSpread population = new PairSpread(HedgeMode.ROLLING, 1, window, window, 0);
        for (int i = 1; i < rows.size(); i++) {
            final String[] row = rows.get(i).split(",");
            final double price1 = number(row[columns.indexOf("price_a")]);
            final double price2 = number(row[columns.indexOf("price_b")]);
            sample.add(price1, price2);
            population.add(price1, price2);

            requireNear(sample.beta(), row[columns.indexOf("beta_" + window)], 1, i);
            requireNear(sample.alpha(), row[columns.indexOf("alpha_" + window)], 1, i);
            requireNear(sample.spread(), row[columns.indexOf("spread")], 1, i);
            requireNear(sample.z(), row[columns.indexOf("z_" + window + "_samp")], 4, i);
            requireNear(population.z(), row[columns.indexOf("z_" + window + "_pop")], 4, i);
        }
    }

    @Test
    void shouldBeUndefinedWhereNothingMoves() {
        final PairSpread spread = new PairSpread(HedgeMode.FIXED, 0.5, 0, 3, 1);
        for (int i = 0; i < 5; i++) {
            spread.add(100, 50);
            assertThat(spread.z()).isNaN();
        }
        spread.add(101, 50);
        assertThat(spread.z()).isGreaterThan(1);
    }

    @Test
    void shouldGoOnFromSavedState() {
        final PairSpread spread = new PairSpread(HedgeMode.ROLLING, 1, 5, 4, 1);
        for (int i = 0; i < 20; i++) {
            spread.add(100 + i % 7, 50 + i % 3);
        }
        final StateTape tape = new StateTape();
        final Snapshotable saved = spread::exchange;
        saved.snapshotTo(tape);
        final PairSpread copy = new PairSpread(HedgeMode.ROLLING, 1, 5, 4, 1);
        copy.exchange(tape.reader());
        spread.add(104, 51);
        copy.add(104, 51);

        assertThat(copy.z()).isEqualTo(spread.z());
    }
}
