package reprise.simulation.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reprise.number.Money;
import reprise.simulation.BarList;
import reprise.simulation.PatientTrader;
import reprise.simulation.RandomTrader;
import reprise.simulation.TestMarket;
import reprise.simulation.backtest.InstrumentBars;
import reprise.strategy.Strategy;

class RunResultTest {
    @TempDir
    private Path directory;

    private RunResult run(final Strategy strategy, final List<InstrumentBars> bars) {
        return MeasuredRun.in(directory, List.of(strategy), bars);
    }

    /** Buys at 1000, sells at 1100, buys again at 1200 and is left with that at 1300. */
    private RunResult smallRun() {
        final BarList bars = new BarList(TestMarket.MINUTE_NS);
        final long[] opens = {900_00, 950_00, 1000_00, 1050_00, 1100_00, 1150_00, 1200_00};
        for (int i = 0; i < opens.length; i++) {
            bars.bar(
                    TestMarket.START_NS + i * TestMarket.MINUTE_NS,
                    opens[i],
                    opens[i] + 100_00,
                    opens[i],
                    opens[i] + 100_00,
                    1_000_000);
        }
        return run(new PatientTrader("BTCUSDT", 2), List.of(new InstrumentBars(0, bars)));
    }

    /** One bar in four for five weeks: each return spans four periods, so a scale of all of them is twice too large. */
    @Test
    void shouldSayThatMeasuresPerBarAreTooHighWhereBarsAreMissing() {
        final BarList bars = new BarList(TestMarket.MINUTE_NS);
        for (int i = 0; i < 35 * 24 * 60; i += 4) {
            bars.bar(TestMarket.START_NS + i * TestMarket.MINUTE_NS, 900_00, 900_00, 900_00, 900_00, 1_000_000);
        }
        final RunResult result = run(new PatientTrader("BTCUSDT", 2), List.of(new InstrumentBars(0, bars)));

        assertThat(BarDensity.of(result.statistics()).perYear()).isCloseTo(525_960 / 4.0, within(20.0));
        assertThat(ResultTable.render(result)).contains("Sparse bars").contains("are 2.00 times too high");
        assertThat(MetricConventions.sentences(result)).anyMatch(sentence -> sentence.contains("2.00 times too high"));
    }

    @Test
    void shouldNotCallAShortRunSparse() {
        assertThat(BarDensity.of(smallRun().statistics()).isSparse()).isFalse();
        assertThat(new BarDensity(90, 100, 30).isSparse()).isFalse();
        assertThat(new BarDensity(89, 100, 30).isSparse()).isTrue();
        assertThat(new BarDensity(89, 100, 29).isSparse()).isFalse();
    }

    @Test
    void shouldMeasureARunThatCanBeWorkedOutByHand() {
        final RunStatistics statistics = smallRun().statistics();

        // 0.01 BTC: 10 out, 11 in, 12 out; 10 bp each.
        assertThat(statistics.bars()).isEqualTo(7);
        assertThat(statistics.trades()).isEqualTo(1);
        assertThat(statistics.fees()).isEqualTo(Money.parse("0.033"));
        assertThat(statistics.turnover()).isEqualTo(Money.parse("33"));
        assertThat(statistics.cash()).isEqualTo(Money.parse("99988.967"));
        assertThat(statistics.equityFinal()).isEqualTo(Money.parse("100001.967"));
        assertThat(statistics.realisedPnl()).isEqualTo(Money.parse("1"));
        assertThat(statistics.unrealisedPnl()).isEqualTo(Money.parse("1"));
        assertThat(statistics.grossProfit()).isEqualTo(Money.parse("0.979"));
        assertThat(statistics.openTrades()).hasSize(1);
        assertThat(statistics.openTrades().get(0).pnl()).isEqualTo(Money.parse("0.988"));
        assertThat(statistics.metrics().winRate()).isEqualTo(1.0);
        assertThat(statistics.metrics().profitFactor()).isNaN();
        assertThat(statistics.metrics().exposure()).isEqualTo(3.0 / 7);
        assertThat(statistics.metrics().totalReturn()).isEqualTo(1.967 / 100_000);
        assertThat(statistics.metrics().periodsPerYear()).isEqualTo(525_600);
        assertThat(statistics.orders().submitted()).isEqualTo(3);
        assertThat(statistics.orders().filled()).isEqualTo(3);
    }

    @Test
    void shouldWriteFilesThatSayWhatHappened() throws IOException {
        smallRun();

        assertThat(Files.readAllLines(directory.resolve("equity.csv")))
                .containsExactly(
                        "time,equity,cash,exposure,drawdown",
                        "2024-01-01T00:00:00Z,100000.00000000,100000.00000000,0.00000000,0.000000000",
                        "2024-01-01T00:03:00Z,100000.99000000,99989.99000000,11.00000000,0.000000000",
                        "2024-01-01T00:04:00Z,100001.49000000,99989.99000000,11.50000000,0.000000000",
                        "2024-01-01T00:05:00Z,100000.97900000,100000.97900000,0.00000000,-0.000005110",
                        "2024-01-01T00:07:00Z,100001.96700000,99988.96700000,13.00000000,0.000000000");
        assertThat(Files.readAllLines(directory.resolve("trades.csv")))
                .containsExactly(
                        "trade,strategy,symbol,side,quantity,entry_time,entry_price,exit_time,exit_price,pnl,fees,bars_held,open,"
                                + "entry_reason,exit_reason,mae,mfe",
                        "1,1,BTCUSDT,LONG,0.01000,2024-01-01T00:02:00Z,1000.00,2024-01-01T00:04:00Z,1100.00,"
                                + "0.97900000,0.02100000,2,false,STRATEGY,STRATEGY,0.00000000,1.50000000",
                        "2,1,BTCUSDT,LONG,0.01000,2024-01-01T00:06:00Z,1200.00,2024-01-01T00:07:00Z,1300.00,"
                                + "0.98800000,0.01200000,1,true,STRATEGY,,0.00000000,1.00000000");
        assertThat(Files.readAllLines(directory.resolve("orders.csv")))
                .hasSize(4)
                .last()
                .asString()
                .endsWith(",2024-01-01T00:06:00Z,2024-01-01T00:06:00Z,1,BTCUSDT,BUY,MARKET,GTC,0.01000,,FILLED,0.01000,"
                        + "1200.00,0.01200000,,STRATEGY,");
    }

    @Test
    void shouldWriteWhatWasAssumed() throws IOException {
        final RunResult result = smallRun();

        final Map<String, String> meta = Golden.json(directory.resolve("meta.json"));
        assertThat(meta)
                .containsEntry("runId", "run-1")
                .containsEntry("commandHash", result.session().commandHash())
                .containsEntry("stateHash", result.session().stateHash())
                .containsEntry("parameters/interval", "2")
                .containsEntry("overrides/0", "interval=2")
                .containsEntry("assumptions/takerFee", "0.001")
                .containsEntry("assumptions/periodsPerYear", "525600.0")
                .containsEntry("results/equityFinal", "100001.967")
                .containsKey("assumptions/fills/5")
                .doesNotContainKey("results/profitFactor");
    }

    @Test
    void shouldRenderATableWithoutTrailingBlanksAndWithDashesForWhatIsUndefined() {
        final String table = ResultTable.render(smallRun());

        assertThat(table.lines()).noneMatch(line -> line.endsWith(" ") || line.contains("NaN"));
        assertThat(table)
                .contains("  Equity at start   100,000.00 USDT\n")
                .contains("  Equity at end     100,001.97 USDT\n")
                .contains("  From              2024-01-01T00:00:00Z\n")
                .contains("  Profit factor     -\n")
                .contains("  Bars              7 of 1 min\n")
                .contains("  Average hold      2 min, 2.00 bars\n")
                .contains("  Periods a year    525,600 (ALWAYS_OPEN)\n")
                .contains("Hashes\n");
    }

    @Test
    void shouldRenderARunWithoutBars() {
        final String table = ResultTable.render(run(new PatientTrader("BTCUSDT", 2), List.of()));

        assertThat(table).contains("  Sharpe            -").contains("  From              -\n");
    }

    @Test
    void shouldSayThatTheRecorderWasNotAttached() {
        final RunRecorder recorder = new RunRecorder(ResultSink.NONE);

        assertThatThrownBy(() -> recorder.finish(MeasuredRun.VENUE.calendar()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not attached");
    }

    @Test
    void shouldEndEveryUtcDayWithARowEvenWhenEquityStandsStill() throws IOException {
        run(new PatientTrader("BTCUSDT", PatientTrader.NEVER), TestMarket.bars(1, 3 * 1440));

        assertThat(Files.readAllLines(directory.resolve("equity.csv")))
                .extracting(line -> line.split(",")[0])
                .containsExactly(
                        "time",
                        "2024-01-01T00:00:00Z",
                        "2024-01-02T00:00:00Z",
                        "2024-01-03T00:00:00Z",
                        "2024-01-04T00:00:00Z");
    }

    @Test
    void shouldMeasureTheSameWhateverTheSink() {
        final RunStatistics first = run(
                        new RandomTrader(4, List.of("BTCUSDT", "DOGEUSDT"), 5_000), TestMarket.bars(4, 1_000))
                .statistics();
        final RunStatistics second = run(
                        new RandomTrader(4, List.of("BTCUSDT", "DOGEUSDT"), 5_000), TestMarket.bars(4, 1_000))
                .statistics();

        assertThat(second).isEqualTo(first);
        assertThat(first.trades()).isPositive();
    }
}
