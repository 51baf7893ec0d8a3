package reprise.research.screening;

import java.util.List;
import reprise.research.statistics.EngleGrangerResult;
import reprise.research.statistics.HalfLife;

/**
 * A pair that was tested. The first leg is the one that is explained: {@code spread = ln(price1) - hedgeRatio ln(price2)}.
 *
 * @param symbol1 first leg.
 * @param symbol2 second leg.
 * @param bars common to both.
 * @param dropped bars of either without a partner.
 * @param barHours usual time from bar to bar.
 * @param correlation of returns.
 * @param cointegration of the first on the second, the direction with the smaller p.
 * @param reversed of the second on the first.
 * @param adjustedP p of the first on the second after the correction for all tests.
 * @param halfLife of the spread.
 * @param crossings of the spread through its mean.
 * @param periods in order of time; empty if an earlier filter refused the pair.
 * @param verdict accepted, or why not.
 * @param score 0 to 1; NaN if not accepted.
 * @param rank 1 for the highest score; 0 if not accepted.
 */
public record ScreenedPair(
        String symbol1,
        String symbol2,
        int bars,
        int dropped,
        double barHours,
        double correlation,
        EngleGrangerResult cointegration,
        EngleGrangerResult reversed,
        double adjustedP,
        HalfLife halfLife,
        int crossings,
        List<PeriodFit> periods,
        Verdict verdict,
        double score,
        int rank) {
    /**
     * What it is called.
     *
     * @return such as BCHUSDT-DOGEUSDT.
     */
    public String name() {
        return symbol1 + "-" + symbol2;
    }

    /**
     * Half-life in hours of bars.
     *
     * @return NaN if the spread does not revert.
     */
    public double halfLifeHours() {
        return halfLife.bars() * barHours;
    }

    ScreenedPair ranked(final int newRank) {
        return new ScreenedPair(
                symbol1,
                symbol2,
                bars,
                dropped,
                barHours,
                correlation,
                cointegration,
                reversed,
                adjustedP,
                halfLife,
                crossings,
                periods,
                verdict,
                score,
                newRank);
    }
}
