package reprise.app.output;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import reprise.research.screening.PeriodFit;
import reprise.research.screening.ScreenResult;
import reprise.research.screening.ScreenedPair;
import reprise.research.screening.SpreadStatistics;
import reprise.research.screening.Verdict;
import reprise.research.statistics.AdfResult;
import reprise.research.statistics.CriticalValues;
import reprise.research.statistics.EngleGrangerResult;

/** What is known of pairs, for machines. */
public final class PairFields {
    private static final double SHOWN_IN_FULL = 1e-4;

    private PairFields() {}

    /**
     * A p-value for people.
     *
     * @param p 0 to 1.
     * @return such as 0.0123 or 1.3e-07.
     */
    public static String p(final double p) {
        if (Double.isNaN(p)) {
            return "-";
        }
        return String.format(Locale.ROOT, p == 0 || p >= SHOWN_IN_FULL ? "%.4f" : "%.1e", p);
    }

    /**
     * A unit root test.
     *
     * @param result of it.
     * @return fields in order.
     */
    public static Map<String, Object> of(final AdfResult result) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("statistic", result.statistic());
        fields.put("pValue", result.pValue());
        fields.put("lags", result.lags());
        fields.put("critical", critical(result.critical()));
        return fields;
    }

    /**
     * One direction of a pair.
     *
     * @param statistics of it.
     * @param barHours length of a bar.
     * @return fields in order.
     */
    public static Map<String, Object> of(final SpreadStatistics statistics, final double barHours) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("hedgeRatio", statistics.fit().beta());
        fields.put("hedgeRatioError", statistics.fit().betaError());
        fields.put("alpha", statistics.fit().alpha());
        fields.put("r2", statistics.fit().r2());
        fields.put("engleGranger", engleGranger(statistics.cointegration()));
        fields.put("halfLifeBars", statistics.halfLife().bars());
        fields.put("halfLifeHours", statistics.halfLife().bars() * barHours);
        fields.put("crossings", statistics.crossings());
        fields.put("z", statistics.z());
        return fields;
    }

    private static Map<String, Object> engleGranger(final EngleGrangerResult result) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("statistic", result.statistic());
        fields.put("pValue", result.pValue());
        fields.put("lags", result.lags());
        fields.put("critical", critical(result.critical()));
        return fields;
    }

    private static Map<String, Object> critical(final CriticalValues values) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("1%", values.percent1());
        fields.put("5%", values.percent5());
        fields.put("10%", values.percent10());
        return fields;
    }

    /**
     * A screen.
     *
     * @param result of it.
     * @param shown pairs to show, some or all of its own.
     * @return fields in order.
     */
    public static Map<String, Object> of(final ScreenResult result, final List<ScreenedPair> shown) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("symbols", result.symbols());
        fields.put("tests", result.tests());
        final Map<String, Object> verdicts = new LinkedHashMap<>();
        for (final Verdict verdict : Verdict.values()) {
            verdicts.put(verdict.name(), result.verdicts().get(verdict));
        }
        fields.put("verdicts", verdicts);
        fields.put("pairs", shown.stream().map(PairFields::of).toList());
        return fields;
    }

    private static Map<String, Object> of(final ScreenedPair pair) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", pair.name());
        fields.put("symbol1", pair.symbol1());
        fields.put("symbol2", pair.symbol2());
        fields.put("verdict", pair.verdict().name());
        fields.put("rank", pair.rank() == 0 ? null : pair.rank());
        fields.put("score", pair.score());
        fields.put("bars", pair.bars());
        fields.put("dropped", pair.dropped());
        fields.put("correlation", pair.correlation());
        fields.put("hedgeRatio", pair.cointegration().hedgeRatio());
        fields.put("statistic", pair.cointegration().statistic());
        fields.put("pValue", pair.cointegration().pValue());
        fields.put("adjustedP", pair.adjustedP());
        fields.put("reversedHedgeRatio", pair.reversed().hedgeRatio());
        fields.put("reversedP", pair.reversed().pValue());
        fields.put("halfLifeBars", pair.halfLife().bars());
        fields.put("halfLifeHours", pair.halfLifeHours());
        fields.put("crossings", pair.crossings());
        fields.put("periods", pair.periods().stream().map(PairFields::of).toList());
        return fields;
    }

    private static Map<String, Object> of(final PeriodFit period) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("hedgeRatio", period.hedgeRatio());
        fields.put("pValue", period.pValue());
        return fields;
    }
}
