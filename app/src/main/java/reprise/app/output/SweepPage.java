package reprise.app.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import reprise.research.performance.EquityCurve;
import reprise.research.performance.Performance;
import reprise.simulation.report.Html;
import reprise.simulation.sweep.Deflation;
import reprise.simulation.sweep.HeatMap;
import reprise.simulation.sweep.PointMeasures;
import reprise.simulation.sweep.PointResult;
import reprise.simulation.sweep.RankedPoint;
import reprise.simulation.sweep.SweepAxis;
import reprise.simulation.sweep.WindowResult;

/** A sweep as one page that needs nothing else: no script, no request to anywhere. */
final class SweepPage {
    private static final int MAX_RANKED = 500;
    private static final int MAX_FAILURES = 100;
    private static final int MAX_CELLS = 10_000;
    private static final int CURVE_WIDTH = 800;
    private static final int CURVE_HEIGHT = 220;

    private final SweepReport report;
    private final StringBuilder html = new StringBuilder();

    SweepPage(final SweepReport report) {
        this.report = report;
    }

    @Override
    public String toString() {
        html.setLength(0);
        html.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .append("<meta name=\"color-scheme\" content=\"light dark\"><title>Sweep of ")
                .append(Html.escape(report.name()))
                .append("</title><style>")
                .append(style())
                .append("</style></head><body><main>\n");
        element("h1", "Sweep of " + report.name());
        element("p", summary());
        if (report.isWalkForward()) {
            windows();
        } else {
            verdict();
        }
        heatMap();
        if (!report.isWalkForward()) {
            ranked();
        }
        failures();
        facts();
        return html.append("</main></body></html>\n").toString();
    }

    private static String style() {
        try (InputStream style = SweepPage.class.getResourceAsStream("sweep.css")) {
            return new String(style.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void element(final String tag, final String text) {
        html.append('<')
                .append(tag)
                .append('>')
                .append(Html.escape(text))
                .append("</")
                .append(tag.split(" ")[0])
                .append(">\n");
    }

    private String summary() {
        return String.format(
                Locale.ROOT,
                "%,d of %,d combinations of %s%s, compared by %s. %,d of %,d runs failed.",
                report.sweep().points().length,
                report.sweep().grid().size(),
                String.join(
                        ", ",
                        report.sweep().grid().axes().stream()
                                .map(SweepAxis::key)
                                .toList()),
                report.isWalkForward()
                        ? " in each of " + report.sweep().windows().size() + " windows"
                        : "",
                report.measure(),
                report.outcome().failures().size(),
                report.outcome().results().size());
    }

    private void verdict() {
        element("h2", "Plateau and peak");
        table("", "settings", report.measure(), "plateau", "return", "drawdown", "trades", "deflated Sharpe");
        report.plateau().ifPresent(point -> verdictRow("plateau", point));
        report.peak().ifPresent(point -> verdictRow("peak", point));
        endTable();
        if (report.plateau().isEmpty()) {
            element("p", "There are none: " + report.noValue() + ".");
        }
        element(
                "p",
                "The plateau of a point is its value, but at most the median of it and those of its neighbours, which lie one step"
                        + " aside on one axis; of combinations drawn at random, the nearest of those drawn. A peak among low"
                        + " neighbours mostly fits the noise of this data.");
        element(
                "p",
                String.format(
                        Locale.ROOT,
                        "There were %,d trials. Without any skill the best of so many, were they independent, would show a daily"
                                + " Sharpe ratio of %s a year. The deflated Sharpe ratio is the probability that the true one is"
                                + " above that [Bailey and Lopez de Prado 2014].",
                        report.deflation().trials(),
                        Figure.ratio(report.expectedBest())));
    }

    private void verdictRow(final String what, final RankedPoint point) {
        final PointMeasures measures = point.result().measures();
        row(
                what,
                report.settings(point.result()),
                Figure.ratio(point.value()),
                Figure.ratio(point.plateau()),
                Figure.percent(measures.totalReturn()),
                Figure.percent(measures.maxDrawdown()),
                Render.count(measures.trades()),
                Figure.ratio(report.deflation().deflated(point.result())));
    }

    private void windows() {
        element("h2", "In sample against out of sample");
        table(
                "window",
                "trained from",
                "tested from",
                "until",
                "chosen",
                "in sample",
                "out",
                "return in",
                "return out");
        for (final WindowResult each : report.outcome().windows()) {
            final PointResult in = each.chosen() == null ? null : each.chosen().result();
            final PointResult out = each.isTested() ? each.test().result() : null;
            row(
                    Integer.toString(each.window().number()),
                    Figure.moment(each.window().train().fromNs()),
                    Figure.moment(each.window().test().fromNs()),
                    Figure.moment(each.window().test().untilNs()),
                    in == null ? "none" : report.settings(in),
                    in == null ? "-" : Figure.ratio(report.sweep().by().of(in)),
                    out == null ? "-" : Figure.ratio(report.sweep().by().of(out)),
                    in == null ? "-" : Figure.percent(in.measures().totalReturn()),
                    out == null ? "-" : Figure.percent(out.measures().totalReturn()));
        }
        endTable();
        if (report.outcome().joined() != null) {
            joined(report.outcome().joined().performance());
        }
    }

    private void joined(final Performance joined) {
        element("h2", "Out of sample, joined");
        element(
                "p",
                String.format(
                        Locale.ROOT,
                        "The mean %s of %s is %s in sample and %s out of it. Joined: return %s, Sharpe ratio %s, drawdown %s. The true Sharpe ratio is above 0 with probability %s."
                                + " The returns of the tests follow one another.",
                        report.measure(),
                        report.meansOf(),
                        Figure.ratio(report.meanInAndOut()[0]),
                        Figure.ratio(report.meanInAndOut()[1]),
                        Figure.percent(joined.curve().totalReturn()),
                        Figure.ratio(joined.returns().sharpe()),
                        Figure.percent(joined.drawdowns().maxDepth()),
                        Figure.ratio(joined.inference().probabilityAbove(0))));
        curve(joined.curve());
    }

    private void curve(final EquityCurve curve) {
        double low = curve.equity(0);
        double high = low;
        for (int i = 0; i < curve.size(); i++) {
            low = Math.min(low, curve.equity(i));
            high = Math.max(high, curve.equity(i));
        }
        final double first = curve.timeNs(0);
        final double span = Math.max(1, curve.timeNs(curve.size() - 1) - first);
        html.append("<svg role=\"img\" aria-label=\"Equity from ")
                .append(Figure.moment(curve.timeNs(0)))
                .append(" to ")
                .append(Figure.moment(curve.timeNs(curve.size() - 1)))
                .append("\" viewBox=\"0 0 " + CURVE_WIDTH + ' ' + CURVE_HEIGHT + "\"><polyline points=\"");
        for (int i = 0; i < curve.size(); i++) {
            html.append(String.format(
                    Locale.ROOT,
                    "%.1f,%.1f ",
                    (curve.timeNs(i) - first) / span * CURVE_WIDTH,
                    CURVE_HEIGHT - (curve.equity(i) - low) / Math.max(1e-9, high - low) * CURVE_HEIGHT));
        }
        html.append("\"/></svg>\n");
        element(
                "p",
                String.format(
                        Locale.ROOT,
                        "%s to %s; lowest %,.2f, highest %,.2f, last %,.2f.",
                        Figure.moment(curve.timeNs(0)),
                        Figure.moment(curve.timeNs(curve.size() - 1)),
                        low,
                        high,
                        curve.equity(curve.size() - 1)));
    }

    private void heatMap() {
        final HeatMap map = report.heatMap();
        final int columns = map.columns().values().size();
        element(
                "h2",
                report.measure() + " by "
                        + (map.rows() == null ? "" : map.rows().shortKey() + " (down) and ")
                        + map.columns().shortKey() + " (across)");
        if (map.cells().length * columns > MAX_CELLS) {
            element("p", "The map has more than " + Render.count(MAX_CELLS) + " cells; all values are in points.csv.");
            return;
        }
        if (report.sweep().grid().axes().size() > 2 || report.isWalkForward()) {
            element("p", "A cell is the median over all other parameters and windows.");
        }
        html.append("<div class=\"scroll\"><table class=\"heat\"><thead><tr><td></td>");
        map.columns().values().forEach(value -> element("th scope=\"col\"", value));
        html.append("</tr></thead><tbody>\n");
        for (int row = 0; row < map.cells().length; row++) {
            html.append("<tr>");
            element(
                    "th scope=\"row\"",
                    map.rows() == null ? "" : map.rows().values().get(row));
            for (final double value : map.cells()[row]) {
                html.append(
                        Double.isNaN(value)
                                ? "<td class=\"none\">"
                                : String.format(Locale.ROOT, "<td style=\"--level:%.2f\">", map.level(value)));
                html.append(Html.escape(Figure.ratio(value))).append("</td>");
            }
            html.append("</tr>\n");
        }
        endTable();
    }

    private void ranked() {
        final List<RankedPoint> points = report.ranking().points();
        element("h2", points.size() > MAX_RANKED ? "The first " + MAX_RANKED + " by plateau" : "By plateau");
        final String[] keys =
                report.sweep().grid().axes().stream().map(SweepAxis::shortKey).toArray(String[]::new);
        table(joined(
                new String[] {"rank"},
                keys,
                "plateau",
                "of",
                report.measure(),
                "return",
                "drawdown",
                "calmar",
                "profit factor",
                "trades",
                "deflated Sharpe"));
        final Deflation deflation = report.deflation();
        for (int i = 0; i < Math.min(points.size(), MAX_RANKED); i++) {
            final RankedPoint point = points.get(i);
            final PointMeasures measures = point.result().measures();
            row(joined(
                    new String[] {Integer.toString(i + 1)},
                    point.result().spec().settings().values().toArray(String[]::new),
                    Figure.ratio(point.plateau()),
                    Integer.toString(point.basis()),
                    Figure.ratio(point.value()),
                    Figure.percent(measures.totalReturn()),
                    Figure.percent(measures.maxDrawdown()),
                    Figure.ratio(measures.calmar()),
                    Figure.ratio(measures.profitFactor()),
                    Render.count(measures.trades()),
                    Figure.ratio(deflation.deflated(point.result()))));
        }
        endTable();
    }

    private static String[] joined(final String[] first, final String[] second, final String... third) {
        final String[] all = Arrays.copyOf(first, first.length + second.length + third.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        System.arraycopy(third, 0, all, first.length + second.length, third.length);
        return all;
    }

    private void failures() {
        final List<PointResult> failures = report.outcome().failures();
        if (failures.isEmpty()) {
            return;
        }
        element("h2", Render.count(failures.size()) + " runs failed");
        table("window", "settings", "reason");
        failures.stream()
                .limit(MAX_FAILURES)
                .forEach(failed ->
                        row(Integer.toString(failed.spec().window()), report.settings(failed), failed.failure()));
        endTable();
        if (failures.size() > MAX_FAILURES) {
            element("p", "All of them are in points.csv.");
        }
    }

    private void facts() {
        element("h2", "What was swept");
        table("fact", "value");
        row("again", report.command());
        report.facts().forEach((name, value) -> row(name, value));
        report.data().forEach(source -> row("source", source));
        endTable();
    }

    private void table(final String... columns) {
        html.append("<div class=\"scroll\"><table><thead><tr>");
        for (final String column : columns) {
            element("th scope=\"col\"", column);
        }
        html.append("</tr></thead><tbody>\n");
    }

    private void row(final String... cells) {
        html.append("<tr>");
        for (final String cell : cells) {
            element("td", cell);
        }
        html.append("</tr>\n");
    }

    private void endTable() {
        html.append("</tbody></table></div>\n");
    }
}
