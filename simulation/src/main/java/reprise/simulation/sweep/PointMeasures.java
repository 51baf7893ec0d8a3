package reprise.simulation.sweep;

import java.util.List;
import reprise.number.Decimals;
import reprise.number.Money;
import reprise.research.performance.SharpeInference;
import reprise.simulation.results.Metrics;
import reprise.simulation.results.RunStatistics;

/**
 * What a run of a sweep came to. Fractions; what is undefined is NaN.
 *
 * @param bars that closed.
 * @param trades that ended.
 * @param equityFinal money units.
 * @param totalReturn of the account.
 * @param cagr of the account; undefined of less than 30 days.
 * @param sharpe of the returns from bar to bar, annualised.
 * @param sharpeDaily of the returns from day to day, annualised.
 * @param sortino of the returns from bar to bar, annualised.
 * @param calmar growth a year by drawdown; undefined of less than 30 days.
 * @param maxDrawdown negative, or 0.
 * @param winRate of ended trades.
 * @param profitFactor of ended trades.
 * @param exposure share of time.
 * @param daily what the daily returns say about their Sharpe ratio.
 * @param outcomeHash of the final state: that of a backtest with the same settings.
 */
public record PointMeasures(
        long bars,
        long trades,
        long equityFinal,
        double totalReturn,
        double cagr,
        double sharpe,
        double sharpeDaily,
        double sortino,
        double calmar,
        double maxDrawdown,
        double winRate,
        double profitFactor,
        double exposure,
        SharpeInference daily,
        String outcomeHash) {
    /** Their names, in order. */
    static final List<String> COLUMNS = List.of(
            "bars",
            "trades",
            "equityFinal",
            "totalReturn",
            "cagr",
            "sharpe",
            "sharpeDaily",
            "sortino",
            "calmar",
            "maxDrawdown",
            "winRate",
            "profitFactor",
            "exposure",
            "days",
            "daySharpe",
            "daySkew",
            "dayExcessKurtosis",
            "outcomeHash");

    /**
     * Of a run.
     *
     * @param statistics of it.
     * @param outcomeHash of its final state.
     * @return what a sweep keeps of it.
     */
    public static PointMeasures of(final RunStatistics statistics, final String outcomeHash) {
        final Metrics metrics = statistics.metrics();
        return new PointMeasures(
                statistics.bars(),
                statistics.trades(),
                statistics.equityFinal(),
                metrics.totalReturn(),
                metrics.cagr(),
                metrics.sharpe(),
                metrics.sharpeDaily(),
                metrics.sortino(),
                metrics.calmar(),
                metrics.maxDrawdown(),
                metrics.winRate(),
                metrics.profitFactor(),
                metrics.exposure(),
                statistics.measures().daily().inference(),
                outcomeHash);
    }

    List<String> cells() {
        return List.of(
                Long.toString(bars),
                Long.toString(trades),
                Decimals.format(equityFinal, Money.DECIMALS),
                text(totalReturn),
                text(cagr),
                text(sharpe),
                text(sharpeDaily),
                text(sortino),
                text(calmar),
                text(maxDrawdown),
                text(winRate),
                text(profitFactor),
                text(exposure),
                Integer.toString(daily.count()),
                text(daily.sharpe()),
                text(daily.skew()),
                text(daily.excessKurtosis()),
                outcomeHash);
    }

    static PointMeasures parse(final List<String> cells) {
        return new PointMeasures(
                Long.parseLong(cells.get(0)),
                Long.parseLong(cells.get(1)),
                Decimals.parse(cells.get(2), Money.DECIMALS),
                number(cells.get(3)),
                number(cells.get(4)),
                number(cells.get(5)),
                number(cells.get(6)),
                number(cells.get(7)),
                number(cells.get(8)),
                number(cells.get(9)),
                number(cells.get(10)),
                number(cells.get(11)),
                number(cells.get(12)),
                new SharpeInference(
                        number(cells.get(14)),
                        Integer.parseInt(cells.get(13)),
                        number(cells.get(15)),
                        number(cells.get(16))),
                cells.get(17));
    }

    /** All digits, so that a number read back is the number. */
    private static String text(final double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    private static double number(final String text) {
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }
}
