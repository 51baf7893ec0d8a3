package reprise.app.output;

import java.nio.file.Path;
import java.util.List;
import reprise.research.performance.EquityCurve;
import reprise.simulation.results.WholeFile;
import reprise.simulation.sweep.JoinedTests;
import reprise.simulation.sweep.PointMeasures;
import reprise.simulation.sweep.WindowResult;

/** What a sweep leaves beside its points: the page and, of a walk-forward, its windows and the joined account. */
public final class SweepFiles {
    private SweepFiles() {}

    /**
     * Writes them.
     *
     * @param report of the sweep.
     * @return their names.
     * @throws java.io.UncheckedIOException if one cannot be written; an earlier one of that name is as it was.
     */
    public static List<String> write(final SweepReport report) {
        final Path out = report.out();
        if (report.isWalkForward()) {
            WholeFile.write(out.resolve("windows.csv"), windows(report));
            WholeFile.write(out.resolve("equity.csv"), equity(report.outcome().joined()));
        }
        WholeFile.write(out.resolve("sweep.html"), new SweepPage(report).toString());
        return report.isWalkForward()
                ? List.of("points.csv", "windows.csv", "equity.csv", "sweep.html")
                : List.of("points.csv", "sweep.html");
    }

    private static String windows(final SweepReport report) {
        final String measure = report.measure();
        final StringBuilder text = new StringBuilder("window,trainFrom,trainUntil,testFrom,testUntil,point,")
                .append(measure + "In," + measure + "Out,totalReturnIn,totalReturnOut,tradesOut\n");
        for (final WindowResult each : report.outcome().windows()) {
            final PointMeasures in =
                    each.chosen() == null ? null : each.chosen().result().measures();
            final PointMeasures out = each.isTested() ? each.test().result().measures() : null;
            text.append(String.join(
                            ",",
                            Integer.toString(each.window().number()),
                            Render.time(each.window().train().fromNs()),
                            Render.time(each.window().train().untilNs()),
                            Render.time(each.window().test().fromNs()),
                            Render.time(each.window().test().untilNs()),
                            in == null
                                    ? ""
                                    : Long.toString(
                                            each.chosen().result().spec().point()),
                            in == null ? "" : number(each.chosen().value()),
                            out == null
                                    ? ""
                                    : number(report.sweep().by().of(each.test().result())),
                            in == null ? "" : number(in.totalReturn()),
                            out == null ? "" : number(out.totalReturn()),
                            out == null ? "" : Long.toString(out.trades())))
                    .append('\n');
        }
        return text.toString();
    }

    private static String number(final double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    private static String equity(final JoinedTests joined) {
        final StringBuilder text = new StringBuilder("time,equity,window\n");
        for (int i = 0; joined != null && i < joined.windows().length; i++) {
            final EquityCurve curve = joined.performance().curve();
            text.append(Render.time(curve.timeNs(i)))
                    .append(',')
                    .append(curve.equity(i))
                    .append(',')
                    .append(joined.windows()[i])
                    .append('\n');
        }
        return text.toString();
    }
}
