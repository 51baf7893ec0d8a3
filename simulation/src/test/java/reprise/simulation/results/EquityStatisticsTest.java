package reprise.simulation.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EquityStatisticsTest {
    private static final double TOLERANCE = 1e-10;
    private static final long NS = 1_000_000_000L;
    private static final long DAY_NS = 86_400 * NS;

    private static void assertClose(final String name, final double actual, final String expected) {
        if ("NaN".equals(expected)) {
            assertThat(actual).as(name).isNaN();
        } else {
            final double value = Double.parseDouble(expected);
            assertThat(actual).as(name).isCloseTo(value, Offset.offset(TOLERANCE * Math.abs(value)));
        }
    }

    private static long timeNs(final String text) {
        final Instant instant = text.length() == 10
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : Instant.parse(text.endsWith("Z") ? text : text + "Z");
        return instant.getEpochSecond() * NS;
    }

    /** The measures do not depend on the unit of money, so the curve is scaled to use all digits of a long. */
    private static EquityStatistics statistics(final List<String> lines) {
        final List<BigDecimal> equity = new ArrayList<>();
        BigDecimal largest = BigDecimal.ONE;
        for (final String line : lines.subList(1, lines.size())) {
            equity.add(new BigDecimal(line.split(",")[1]));
            largest = largest.max(equity.get(equity.size() - 1));
        }
        final BigDecimal scale = BigDecimal.valueOf(4e18).divide(largest, 0, RoundingMode.FLOOR);
        final EquityStatistics statistics = new EquityStatistics();
        for (int i = 0; i < equity.size(); i++) {
            final long timeNs = timeNs(lines.get(i + 1).split(",")[0]);
            final long value = equity.get(i)
                    .multiply(scale)
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .longValueExact();
            if (i == 0) {
                statistics.begin(timeNs, value);
            } else {
                statistics.add(timeNs, value);
            }
        }
        return statistics;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "goog_buyhold",
                "goog_sma10_30",
                "btc_1d_buyhold",
                "btc_1h_buyhold",
                "ige_daily",
                "spy_daily_chan",
                "pairs_bch_doge_1h"
            })
    void shouldAgreeWithTheExpectedMetrics(final String name) throws IOException {
        final Path golden = Golden.directory();
        final Map<String, String> expected = Golden.json(golden.resolve("perf/" + name + ".json"));
        final double periods = Double.parseDouble(expected.get("periods_per_year"));

        final EquityStatistics actual = statistics(Golden.lines(golden.resolve("inputs/equity/" + name + ".csv")));

        assertThat(actual.returns()).isEqualTo(Long.parseLong(expected.get("metrics/n_returns")));
        assertClose("total return", actual.totalReturn(), expected.get("metrics/total_return"));
        assertClose("cagr", actual.cagr(), expected.get("metrics/cagr_calendar_365_25"));
        assertClose("mean", actual.meanReturn(), expected.get("metrics/mean_return"));
        assertClose("deviation", actual.deviation(), expected.get("metrics/sd_ddof1"));
        assertClose("volatility", actual.annualVolatility(periods), expected.get("metrics/ann_vol"));
        assertClose("sharpe", actual.sharpe(periods), expected.get("metrics/sharpe"));
        assertClose("sortino", actual.sortino(periods), expected.get("metrics/sortino"));
        assertClose("max drawdown", actual.maxDrawdown(), expected.get("metrics/max_drawdown"));
        assertClose("calmar", actual.calmar(), expected.get("metrics/calmar"));
        final DrawdownSpan span = actual.deepestDrawdown();
        assertThat(span.startNs()).isEqualTo(timeNs(expected.get("metrics/max_drawdown_times/peak")));
        assertThat(span.troughNs()).isEqualTo(timeNs(expected.get("metrics/max_drawdown_times/valley")));
        final String recovery = expected.get("metrics/max_drawdown_times/recovery");
        assertThat(span.isRecovered()).isEqualTo(!"not recovered".equals(recovery));
        if (span.isRecovered()) {
            assertThat(span.endNs()).isEqualTo(timeNs(recovery));
        }
    }

    /** They are of some days: the formulas are compared, which have no least. */
    @Test
    void shouldAgreeWithTheExpectedEdgeCases() throws IOException {
        final Map<String, String> golden = Golden.json(Golden.directory().resolve("perf/_edge_cases.json"));
        int cases = 0;
        while (golden.containsKey("equity_cases/" + cases + "/name")) {
            final String prefix = "equity_cases/" + cases + "/";
            final String expected = prefix + "expected/";
            final EquityStatistics actual = new EquityStatistics();
            int points = 0;
            while (golden.containsKey(prefix + "equity/" + points)) {
                final long equity = 100_000_000L * Long.parseLong(golden.get(prefix + "equity/" + points));
                if (points == 0) {
                    actual.begin(0, equity);
                } else {
                    actual.add(points * DAY_NS, equity);
                }
                points++;
            }

            final String name = golden.get(prefix + "name") + ": ";
            assertClose(name + "total return", actual.totalReturn(), golden.get(expected + "total_return"));
            assertClose(name + "mean", actual.meanReturn(), golden.get(expected + "mean_return"));
            assertClose(name + "deviation", actual.deviation(), golden.get(expected + "sd_ddof1"));
            assertClose(name + "sharpe", actual.sharpe(252), golden.get(expected + "sharpe_252"));
            assertClose(name + "sortino", actual.extrapolatedSortino(252), golden.get(expected + "sortino_252"));
            final double cagr = actual.extrapolatedCagr();
            assertClose(name + "cagr", cagr, golden.get(expected + "cagr_calendar"));
            assertClose(name + "calmar", actual.overDrawdown(cagr), golden.get(expected + "calmar"));
            assertClose(name + "max drawdown", actual.maxDrawdown(), golden.get(expected + "max_drawdown"));
            cases++;
        }
        assertThat(cases).isGreaterThan(10);
    }

    private static EquityStatistics upAndDown(final long endNs) {
        final EquityStatistics statistics = new EquityStatistics();
        statistics.begin(0, 100);
        statistics.add(DAY_NS, 90);
        statistics.add(2 * DAY_NS, 105);
        statistics.add(endNs, 110);
        return statistics;
    }

    @Test
    void shouldGiveNoReturnAYearOfLessThanThirtyDays() {
        final EquityStatistics enough = upAndDown(30 * DAY_NS);
        final EquityStatistics tooShort = upAndDown(30 * DAY_NS - 1);

        assertThat(enough.cagr()).isCloseTo(Math.pow(1.1, 365.25 / 30) - 1, Offset.offset(1e-12));
        assertThat(enough.calmar()).isCloseTo(enough.cagr() / 0.1, Offset.offset(1e-12));
        assertThat(tooShort.cagr()).isNaN();
        assertThat(tooShort.calmar()).isNaN();
        assertThat(tooShort.totalReturn()).isEqualTo(0.1);
        assertThat(tooShort.maxDrawdown()).isEqualTo(-0.1);
        assertThat(tooShort.sharpe(365)).isEqualTo(enough.sharpe(365)).isPositive();
        assertThat(tooShort.sortino(365)).isEqualTo(enough.sortino(365)).isPositive();
    }

    @Test
    void shouldTakePointsThatRepeatTheLastOneTogether() {
        final Random random = new Random(11);
        for (int run = 0; run < 200; run++) {
            final EquityStatistics together = new EquityStatistics();
            final EquityStatistics oneByOne = new EquityStatistics();
            together.begin(0, 1000);
            oneByOne.begin(0, 1000);
            long timeNs = 0;
            long equity = 1000;
            for (int i = 0; i < 20; i++) {
                final int times = random.nextInt(4);
                for (int repeat = 0; repeat < times; repeat++) {
                    timeNs += DAY_NS;
                    oneByOne.add(timeNs, equity);
                }
                if (times > 0) {
                    together.repeat(timeNs, times);
                }
                timeNs += DAY_NS;
                equity += random.nextInt(300) - 140;
                together.add(timeNs, equity);
                oneByOne.add(timeNs, equity);
                assertThat(together).usingRecursiveComparison().isEqualTo(oneByOne);
            }
        }
    }

    @Test
    void shouldTakeNoRatioOfOneReturn() {
        final EquityStatistics statistics = new EquityStatistics();
        statistics.begin(0, 100);
        statistics.add(DAY_NS, 90);

        assertThat(statistics.sortino(365)).isNaN();
        assertThat(statistics.sharpe(365)).isNaN();
        assertThat(statistics.annualVolatility(365)).isNaN();
    }

    @Test
    void shouldCallReturnsUndefinedWhenEquityWasLost() {
        final EquityStatistics statistics = new EquityStatistics();
        statistics.begin(0, 100);
        statistics.add(DAY_NS, -5);
        statistics.add(2 * DAY_NS, 50);

        assertThat(statistics.sharpe(365)).isNaN();
        assertThat(statistics.sortino(365)).isNaN();
        assertThat(statistics.maxDrawdown()).isEqualTo(-1.05);
        assertThat(statistics.totalReturn()).isEqualTo(-0.5);
    }

    @Test
    void shouldKeepEveryDigitOverMillionsOfSmallReturns() {
        // Up and down by one unit in 1e12: deviation 1e-12 around a mean of nearly nothing.
        final EquityStatistics statistics = new EquityStatistics();
        final long base = 1_000_000_000_000L;
        statistics.begin(0, base);
        for (int i = 1; i <= 4_000_000; i++) {
            statistics.add(i, base + (i & 1));
        }

        final double up = 1e-12;
        final double down = -1.0 / (base + 1);
        final double mean = (up + down) / 2;
        final double deviation = Math.sqrt(((up - mean) * (up - mean)) * 4_000_000 / 3_999_999);
        assertThat(statistics.deviation()).isCloseTo(deviation, Offset.offset(deviation * 1e-10));
        assertThat(statistics.meanReturn()).isCloseTo(mean, Offset.offset(1e-28));
    }
}
