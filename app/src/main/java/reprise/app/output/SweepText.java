package reprise.app.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import reprise.research.performance.Performance;
import reprise.simulation.sweep.Deflation;
import reprise.simulation.sweep.PointMeasures;
import reprise.simulation.sweep.PointResult;
import reprise.simulation.sweep.RankedPoint;
import reprise.simulation.sweep.SweepAxis;
import reprise.simulation.sweep.WindowResult;

/** A sweep as people read it in a terminal. */
public final class SweepText {
    private static final int SHOWN_FAILURES = 5;
    private static final String END = System.lineSeparator();

    private final SweepReport report;
    private final boolean colours;

    /**
     * The text of a sweep.
     *
     * @param report of it.
     * @param colours whether the terminal has any.
     */
    public SweepText(final SweepReport report, final boolean colours) {
        this.report = report;
        this.colours = colours;
    }

    @Override
    public String toString() {
        final StringBuilder text = new StringBuilder(head()).append(END);
        if (report.isWalkForward()) {
            text.append(windows()).append(END).append(outOfSample());
        } else {
            text.append(table()).append(END).append(plateauAndPeak());
        }
        if (HeatMapText.fits(report.heatMap())) {
            text.append(END)
                    .append(report.measure())
                    .append(report.isWalkForward() ? " in training, median of the windows: " : ": ")
                    .append(HeatMapText.of(report.heatMap(), colours));
        }
        return text.append(failures()).toString();
    }

    private String head() {
        return String.format(
                Locale.ROOT,
                "%s: %,d points of %s, %s by %s; %,d of %,d runs failed%n",
                report.name(),
                report.sweep().points().length,
                String.join(
                        " x ",
                        report.sweep().grid().axes().stream()
                                .map(SweepAxis::shortKey)
                                .toList()),
                report.isWalkForward() ? report.sweep().windows().size() + " windows, chosen" : "ranked",
                report.measure(),
                report.outcome().failures().size(),
                report.outcome().results().size());
    }

    private String table() {
        final List<String> header = new ArrayList<>(List.of("rank", "point"));
        report.sweep().grid().axes().forEach(axis -> header.add(axis.shortKey()));
        header.addAll(List.of("plateau", "of", report.measure(), "return", "drawdown", "calmar", "trades", "deflated"));
        final TextTable table = new TextTable(header.toArray(String[]::new));
        final Deflation deflation = report.deflation();
        int rank = 0;
        for (final RankedPoint point :
                report.ranking().points().stream().limit(report.top()).toList()) {
            final PointMeasures measures = point.result().measures();
            final List<String> row = new ArrayList<>();
            row.add(Integer.toString(++rank));
            row.add(Long.toString(point.result().spec().point()));
            row.addAll(point.result().spec().settings().values());
            row.addAll(List.of(
                    Figure.ratio(point.plateau()),
                    Integer.toString(point.basis()),
                    Figure.ratio(point.value()),
                    Figure.percent(measures.totalReturn()),
                    Figure.percent(measures.maxDrawdown()),
                    Figure.ratio(measures.calmar()),
                    Render.count(measures.trades()),
                    Figure.ratio(deflation.deflated(point.result()))));
            table.row(row.toArray(String[]::new));
        }
        return table.toString();
    }

    private String plateauAndPeak() {
        final StringBuilder text = new StringBuilder();
        report.plateau().ifPresent(point -> text.append(line("plateau", point)));
        report.peak().ifPresent(point -> text.append(line("peak   ", point)));
        if (report.plateau().isEmpty()) {
            text.append(report.noValue()).append(END);
        }
        return text.append(String.format(
                        Locale.ROOT,
                        "%,d trials: without any skill the best of so many would show a daily Sharpe ratio of %s a year%n",
                        report.deflation().trials(),
                        Figure.ratio(report.expectedBest())))
                .toString();
    }

    private String line(final String what, final RankedPoint point) {
        return String.format(
                Locale.ROOT,
                "%s  %s: %s %s, of which the neighbours confirm %s, deflated Sharpe ratio %s%n",
                what,
                report.settings(point.result()),
                report.measure(),
                Figure.ratio(point.value()),
                Figure.ratio(point.plateau()),
                Figure.ratio(report.deflation().deflated(point.result())));
    }

    private String windows() {
        final TextTable table = new TextTable(
                "window", "<train", "<test", "<chosen", "in sample", "out", "return in", "return out", "trades out");
        for (final WindowResult each : report.outcome().windows()) {
            final PointResult in = each.chosen() == null ? null : each.chosen().result();
            final PointMeasures out = each.isTested() ? each.test().result().measures() : null;
            table.row(
                    Integer.toString(each.window().number()),
                    Figure.moment(each.window().train().fromNs()),
                    Figure.moment(each.window().test().fromNs()),
                    in == null ? "none" : report.settings(in),
                    in == null ? "-" : Figure.ratio(report.sweep().by().of(in)),
                    out == null
                            ? "-"
                            : Figure.ratio(report.sweep().by().of(each.test().result())),
                    in == null ? "-" : Figure.percent(in.measures().totalReturn()),
                    out == null ? "-" : Figure.percent(out.totalReturn()),
                    out == null ? "-" : Render.count(out.trades()));
        }
        return table.toString();
    }

    private String outOfSample() {
        if (report.outcome().joined() == null) {
            return "no window was tested" + END;
        }
        final Performance joined = report.outcome().joined().performance();
        final double[] means = report.meanInAndOut();
        return String.format(
                Locale.ROOT,
                "mean %s of %s: %s in sample, %s out of it%n"
                        + "out of sample, joined: return %s, Sharpe ratio %s, drawdown %s; the true Sharpe ratio is above 0 with probability %s%n",
                report.measure(),
                report.meansOf(),
                Figure.ratio(means[0]),
                Figure.ratio(means[1]),
                Figure.percent(joined.curve().totalReturn()),
                Figure.ratio(joined.returns().sharpe()),
                Figure.percent(joined.drawdowns().maxDepth()),
                Figure.ratio(joined.inference().probabilityAbove(0)));
    }

    /** What failed alike in several windows stands once. */
    private String failures() {
        final List<PointResult> failures = report.outcome().failures();
        if (failures.isEmpty()) {
            return "";
        }
        final Map<String, Integer> windowsByLine = new LinkedHashMap<>();
        failures.forEach(
                failed -> windowsByLine.merge(report.settings(failed) + ": " + failed.failure(), 1, Integer::sum));
        final StringBuilder text = new StringBuilder(END)
                .append(Render.count(failures.size()))
                .append(failures.size() == 1 ? " run failed" : " runs failed")
                .append(END);
        windowsByLine.entrySet().stream()
                .limit(SHOWN_FAILURES)
                .forEach(line -> text.append("  ")
                        .append(line.getKey())
                        .append(line.getValue() == 1 ? "" : " (in " + line.getValue() + " windows)")
                        .append(END));
        if (windowsByLine.size() > SHOWN_FAILURES) {
            text.append("  and ")
                    .append(windowsByLine.size() - SHOWN_FAILURES)
                    .append(" more, see points.csv")
                    .append(END);
        }
        return text.toString();
    }
}
