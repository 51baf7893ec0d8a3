package reprise.simulation.results;

import java.util.ArrayList;
import java.util.List;
import reprise.research.performance.AnnualReturn;
import reprise.simulation.venue.TradingCalendar;

/** Says in words how measures were taken: numbers of two programs can be compared only where these agree. */
public final class MetricConventions {
    private static final long DAY_NS = 86_400_000_000_000L;

    /** What the figures of a strategy are of; belongs beside them. */
    public static final String OF_STRATEGIES =
            "A strategy's P&L, fees and exposure are those of its book, with positions that are still open at their last price;"
                    + " breakdowns are of ended trades alone. Its Sharpe ratio is that of its daily P&L, as on constant capital; the"
                    + " account's is that of returns on its equity.";

    private MetricConventions() {}

    /**
     * All that a reader of the measures should know.
     *
     * @param result of a run.
     * @return whole sentences.
     */
    public static List<String> sentences(final RunResult result) {
        final RunStatistics statistics = result.statistics();
        final TradingCalendar calendar = result.facts().venue().calendar();
        final List<String> sentences = new ArrayList<>();
        sentences.add(
                "Returns are simple. Those per bar go from bar time to bar time, those per day from the end of one UTC day"
                        + " with bars to that of the next; a bar that closes at midnight ends the day before. The risk-free rate is 0.");
        if (statistics.bars() > 0) {
            sentences.add("A year has " + Figures.number(statistics.metrics().periodsPerYear()) + " bars of "
                    + Figures.duration(statistics.periodNs()) + " and " + Figures.number(calendar.barsPerYear(DAY_NS))
                    + " days: "
                    + year(calendar) + " Annual measures suppose returns without autocorrelation.");
        }
        addSparseness(sentences, BarDensity.of(statistics));
        sentences.add("Deviations are those of a sample (n - 1). The downside deviation of Sortino is over all returns."
                + " CAGR is by the calendar, with years of 365.25 days.");
        sentences.add("A return a year (CAGR, Calmar, Martin's ratio, alpha) is given of " + AnnualReturn.LEAST_DAYS
                + " days or more and undefined of fewer: a year made of a few days is noise. Volatility and ratios of returns take"
                + " two returns.");
        sentences.add(
                "Drawdowns are from the highest equity before, the money at the start included, and last until equity is"
                        + " there again or the run ends.");
        sentences.add(
                "Omega has the threshold 0 a day. Skew and kurtosis are corrected for the size of the sample, the kurtosis is"
                        + " in excess of 3; Cornish-Fisher and the probabilistic Sharpe ratio take them uncorrected.");
        sentences.add(
                "VaR and CVaR are of one day, positive for a loss: of the days there were (quantile of type 7), of a normal"
                        + " distribution, and of one bent by skew and kurtosis (Cornish-Fisher), which is left out where that bend is not"
                        + " monotone.");
        sentences.add(
                "The probabilistic Sharpe ratio is the probability that the true daily ratio is above 0. The deflated one is that"
                        + " it is above the best to be expected of so many independent trials without any skill.");
        sentences.add(
                "The benchmark holds equal money in every instrument of the run from its first close on: fractions of units, no"
                        + " fees, no rebalancing. Alpha is a year, not compounded.");
        sentences.add(
                "A trade won if it earned more than its fees. SQN is not capped at 100 trades. Of bars in which a trade was entered"
                        + " MAE and MFE take the whole, of those in which it ended only the price of the exit; both are before fees.");
        sentences.add(
                "Slippage is against the mark price when the order was made, of stops against the stop price, of the targets of"
                        + " brackets against their limit; it is in the fills already, not another cost.");
        sentences.add(
                "Trades are counted in the UTC month in which they ended and the UTC hour in which they were entered; open ones"
                        + " are not.");
        sentences.add(OF_STRATEGIES);
        return List.copyOf(sentences);
    }

    private static void addSparseness(final List<String> sentences, final BarDensity density) {
        if (density.isSparse()) {
            sentences.add("Only " + Figures.number(Math.rint(density.perYear()))
                    + " bar times a year came: volatility, Sharpe and"
                    + " Sortino per bar are " + Figures.ratio(density.inflation())
                    + " times too high, for they are scaled as if every bar had come. Those from days are not.");
        }
    }

    private static String year(final TradingCalendar calendar) {
        return switch (calendar) {
            case ALWAYS_OPEN -> "365 days around the clock.";
            case US_EQUITIES ->
                "252 sessions of 390 minutes, the last bar of one possibly shorter; the night between two is part of"
                        + " the first bar after it.";
        };
    }
}
