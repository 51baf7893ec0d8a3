package reprise.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.Rule;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.indicators.EMAIndicator;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DecimalNum;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.rules.OverIndicatorRule;
import org.ta4j.core.rules.UnderIndicatorRule;
import reprise.simulation.backtest.SessionLogs;

/**
 * The same backtest here, by ta4j, and as loops: by turns in one process, in processor time of the one thread that each of them uses, so that
 * what else the machine does falls on all of them alike. Prints medians, and their ratios, which are what may be compared between machines.
 *
 * <pre>
 *   benchmarks/run --class BacktestSpeed [ROUNDS [BARS...]]
 * </pre>
 */
public final class BacktestSpeed {
    private final int rounds;
    private final BacktestData data;
    private final BacktestJob job;

    private BacktestSpeed(final int rounds, final BacktestData data, final BacktestJob job) {
        this.rounds = rounds;
        this.data = data;
        this.job = job;
    }

    /**
     * Compares.
     *
     * @param arguments rounds, 9 unless given; numbers of bars, 100000 and 1000000 unless given.
     */
    public static void main(final String[] arguments) {
        final int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 9;
        final int[] sizes = arguments.length > 1
                ? Arrays.stream(arguments).skip(1).mapToInt(Integer::parseInt).toArray()
                : new int[] {100_000, 1_000_000};
        System.out.printf("JDK %s, %d rounds, medians of processor time%n", Runtime.version(), rounds);
        for (final int bars : sizes) {
            final BacktestData data = new BacktestData(bars);
            for (final BacktestJob job : BacktestJob.values()) {
                new BacktestSpeed(rounds, data, job).compare();
            }
        }
    }

    private void compare() {
        final PlainBacktest plain = new PlainBacktest();
        final ShapedBacktest shaped = new ShapedBacktest();
        final BarSeries series = data.ta4j(DoubleNum.class);
        final BarSeries exact = data.ta4j(DecimalNum.class);
        print(new ByTurns(rounds, data.size())
                .way("plain loop", () -> plain.run(data, job))
                .way("event-driven loop", () -> shaped.run(data, job))
                .way("reprise", () -> RepriseBacktest.run(data, job, SessionLogs.none()))
                .way("ta4j", () -> ta4j(series))
                .way("ta4j, series built", () -> ta4j(data.ta4j(DoubleNum.class)))
                .way("ta4j, exact", () -> ta4j(exact))
                .time());
    }

    private long ta4j(final BarSeries series) {
        final ClosePriceIndicator close = new ClosePriceIndicator(series);
        final EMAIndicator fast = new EMAIndicator(close, BacktestJob.FAST);
        final EMAIndicator slow = new EMAIndicator(close, BacktestJob.SLOW);
        Rule entry = new OverIndicatorRule(fast, slow);
        Rule exit = new UnderIndicatorRule(fast, slow);
        if (job.isTrending()) {
            final ADXIndicator adx = new ADXIndicator(series, BacktestJob.ADX);
            entry = entry.and(new OverIndicatorRule(adx, BacktestJob.LEAST_ADX));
            exit = exit.or(new UnderIndicatorRule(adx, BacktestJob.LEAST_ADX));
        }
        return new BarSeriesManager(series)
                .run(new BaseStrategy(entry, exit, BacktestJob.SLOW))
                .getPositionCount();
    }

    private void print(final List<ByTurns.Timing> timings) {
        final double shaped = timings.get(1).nsPerBar();
        final double peer = timings.get(3).nsPerBar();
        System.out.printf(
                Locale.ROOT,
                "%n%s, %,d bars%n%-20s%10s%14s%12s%10s%22s%14s%n",
                job,
                data.size(),
                "",
                "ns a bar",
                "M bars a s",
                "bytes a bar",
                "trades",
                "of event-driven loop",
                "times ta4j");
        for (final ByTurns.Timing timing : timings) {
            System.out.printf(
                    Locale.ROOT,
                    "%-20s%10.1f%14.2f%12.1f%,10d%22.3f%14.2f%n",
                    timing.name(),
                    timing.nsPerBar(),
                    1_000 / timing.nsPerBar(),
                    timing.bytesPerBar(),
                    timing.trades(),
                    shaped / timing.nsPerBar(),
                    peer / timing.nsPerBar());
        }
    }
}
