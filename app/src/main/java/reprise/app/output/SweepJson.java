package reprise.app.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reprise.research.performance.Performance;
import reprise.simulation.sweep.HeatMap;
import reprise.simulation.sweep.PointMeasures;
import reprise.simulation.sweep.PointResult;
import reprise.simulation.sweep.RankedPoint;
import reprise.simulation.sweep.SweepAxis;
import reprise.simulation.sweep.WindowResult;

/** A sweep as one JSON object. Measures are fractions, what is undefined is null. */
public final class SweepJson {
    private final SweepReport report;

    private SweepJson(final SweepReport report) {
        this.report = report;
    }

    /**
     * All fields in order.
     *
     * @param report of the sweep.
     * @return fields for {@link Json}.
     */
    public static Map<String, Object> of(final SweepReport report) {
        return new SweepJson(report).fields();
    }

    private Map<String, Object> fields() {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "sweep");
        fields.put("name", report.name());
        report.facts().forEach((name, value) -> {
            if (!name.startsWith(SweepReport.PARAMETER)) {
                fields.put(name, value);
            }
        });
        fields.put("sources", report.data());
        fields.put("rank", report.measure());
        fields.put("combinations", report.sweep().grid().size());
        fields.put("points", report.sweep().points().length);
        fields.put("runs", report.outcome().results().size());
        fields.put("runsBefore", report.outcome().earlier());
        fields.put("failed", report.outcome().failures().size());
        fields.put(
                "axes",
                report.sweep().grid().axes().stream().map(SweepJson::axis).toList());
        if (report.isWalkForward()) {
            addWindows(fields);
        } else {
            addRanking(fields);
        }
        fields.put("heatMap", heatMap(report.heatMap()));
        fields.put(
                "failures",
                report.outcome().failures().stream()
                        .limit(report.top())
                        .map(SweepJson::failure)
                        .toList());
        fields.put("out", report.out().toString());
        return fields;
    }

    private void addWindows(final Map<String, Object> fields) {
        fields.put(
                "windows", report.outcome().windows().stream().map(this::window).toList());
        fields.put(
                "outOfSample",
                report.outcome().joined() == null
                        ? null
                        : outOfSample(report.outcome().joined().performance()));
        fields.put("windowsInMeans", report.windowsInMeans());
        fields.put("meanInSample", report.meanInAndOut()[0]);
        fields.put("meanOutOfSample", report.meanInAndOut()[1]);
    }

    private void addRanking(final Map<String, Object> fields) {
        fields.put("trials", report.deflation().trials());
        fields.put("expectedBestSharpe", report.expectedBest());
        fields.put("plateau", report.plateau().map(this::point).orElse(null));
        fields.put("peak", report.peak().map(this::point).orElse(null));
        fields.put(
                "ranked",
                report.ranking().points().stream()
                        .limit(report.top())
                        .map(this::point)
                        .toList());
    }

    private static Map<String, Object> axis(final SweepAxis axis) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("key", axis.key());
        fields.put("values", axis.values());
        return fields;
    }

    private Map<String, Object> point(final RankedPoint point) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("point", point.result().spec().point());
        fields.put("settings", point.result().spec().settings());
        fields.put("plateau", point.plateau());
        fields.put("plateauOf", point.basis());
        fields.put("deflatedSharpe", report.deflation().deflated(point.result()));
        fields.putAll(measures(point.result().measures()));
        return fields;
    }

    private static Map<String, Object> measures(final PointMeasures measures) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("trades", measures.trades());
        fields.put("totalReturn", measures.totalReturn());
        fields.put("cagr", measures.cagr());
        fields.put("sharpe", measures.sharpe());
        fields.put("sharpeDaily", measures.sharpeDaily());
        fields.put("sortino", measures.sortino());
        fields.put("calmar", measures.calmar());
        fields.put("maxDrawdown", measures.maxDrawdown());
        fields.put("winRate", measures.winRate());
        fields.put("profitFactor", measures.profitFactor());
        fields.put("exposure", measures.exposure());
        fields.put("outcomeHash", measures.outcomeHash());
        return fields;
    }

    private static Map<String, Object> failure(final PointResult failed) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("window", failed.spec().window());
        fields.put("point", failed.spec().point());
        fields.put("settings", failed.spec().settings());
        fields.put("failure", failed.failure());
        return fields;
    }

    private Map<String, Object> window(final WindowResult result) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("window", result.window().number());
        fields.put("trainFrom", Render.time(result.window().train().fromNs()));
        fields.put("trainUntil", Render.time(result.window().train().untilNs()));
        fields.put("testFrom", Render.time(result.window().test().fromNs()));
        fields.put("testUntil", Render.time(result.window().test().untilNs()));
        fields.put(
                "settings",
                result.chosen() == null ? null : result.chosen().result().spec().settings());
        fields.put(
                "inSample",
                result.chosen() == null
                        ? null
                        : measures(result.chosen().result().measures()));
        fields.put(
                "outOfSample",
                result.isTested() ? measures(result.test().result().measures()) : null);
        fields.put(
                "failure",
                result.test() == null || result.isTested()
                        ? null
                        : result.test().result().failure());
        return fields;
    }

    private static Map<String, Object> outOfSample(final Performance joined) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("totalReturn", joined.curve().totalReturn());
        fields.put("cagr", joined.curve().cagr());
        fields.put("sharpe", joined.returns().sharpe());
        fields.put("maxDrawdown", joined.drawdowns().maxDepth());
        fields.put("calmar", joined.calmar());
        fields.put("probabilisticSharpe", joined.inference().probabilityAbove(0));
        return fields;
    }

    private static Map<String, Object> heatMap(final HeatMap map) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("rows", map.rows() == null ? null : map.rows().key());
        fields.put("columns", map.columns().key());
        final List<List<Double>> cells = new ArrayList<>();
        for (final double[] line : map.cells()) {
            final List<Double> row = new ArrayList<>();
            for (final double value : line) {
                row.add(value);
            }
            cells.add(row);
        }
        fields.put("cells", cells);
        return fields;
    }
}
