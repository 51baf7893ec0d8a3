package reprise.app.output;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import reprise.simulation.sweep.Deflation;
import reprise.simulation.sweep.HeatMap;
import reprise.simulation.sweep.PointResult;
import reprise.simulation.sweep.RankedPoint;
import reprise.simulation.sweep.Ranking;
import reprise.simulation.sweep.Sweep;
import reprise.simulation.sweep.SweepOutcome;
import reprise.simulation.sweep.WindowResult;

/**
 * A finished sweep and all that is said about it, for people and for machines.
 *
 * @param name of the configuration.
 * @param command by which it can be done again.
 * @param facts of the sweep's identity.
 * @param data one line a source.
 * @param sweep what it was.
 * @param outcome what it came to.
 * @param daysPerYear for annual figures.
 * @param top how many points are shown.
 * @param out its directory.
 */
public record SweepReport(
        String name,
        String command,
        Map<String, String> facts,
        List<String> data,
        Sweep sweep,
        SweepOutcome outcome,
        double daysPerYear,
        int top,
        Path out) {
    /** What the fact of a swept parameter is called, before its key. */
    public static final String PARAMETER = "param ";

    boolean isWalkForward() {
        return !sweep.windows().isEmpty();
    }

    /** Of a sweep over all of the data. */
    Ranking ranking() {
        return outcome.rankings().get(0);
    }

    Deflation deflation() {
        return Deflation.of(ranking().points());
    }

    /** The best ratio without skill, annualised. */
    double expectedBest() {
        return deflation().expectedBest() * Math.sqrt(daysPerYear);
    }

    /** Of a walk-forward: over the training spans of all windows. */
    HeatMap heatMap() {
        final List<RankedPoint> points = outcome.rankings().stream()
                .flatMap(ranking -> ranking.points().stream())
                .toList();
        return HeatMap.of(sweep.grid(), points);
    }

    Optional<RankedPoint> plateau() {
        return ranking().plateau();
    }

    Optional<RankedPoint> peak() {
        return ranking().peak();
    }

    /** Of a walk-forward: the measure on training spans and on tests, averaged over the windows that have both. */
    double[] meanInAndOut() {
        double in = 0;
        double out = 0;
        int count = 0;
        for (final WindowResult each : outcome.windows()) {
            if (each.isTested() && Double.isFinite(sweep.by().of(each.test().result()))) {
                in += each.chosen().value();
                out += sweep.by().of(each.test().result());
                count++;
            }
        }
        return new double[] {in / count, out / count};
    }

    /** How many windows these means are of: a test that ruins the account has no Sharpe ratio, and would be missed. */
    long windowsInMeans() {
        return outcome.windows().stream()
                .filter(each -> each.isTested()
                        && Double.isFinite(sweep.by().of(each.test().result())))
                .count();
    }

    /** The same, for people. */
    String meansOf() {
        final int all = outcome.windows().size();
        return windowsInMeans() == all ? "the windows" : windowsInMeans() + " of " + all + " windows";
    }

    /** What a point sets, without where it belongs. */
    String settings(final PointResult result) {
        return sweep.grid().axes().stream()
                .map(axis -> axis.shortKey() + "=" + result.spec().settings().get(axis.key()))
                .collect(Collectors.joining(" "));
    }

    /** Why there is neither plateau nor peak. */
    String noValue() {
        final int days = sweep.by().leastDays();
        return "no point has a " + measure() + (days == 0 ? "" : ", which takes " + days + " days");
    }

    String measure() {
        return sweep.by().word();
    }
}
