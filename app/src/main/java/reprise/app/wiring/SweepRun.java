package reprise.app.wiring;

import java.nio.file.Path;
import java.util.List;
import reprise.app.ExitCode;
import reprise.app.config.ConfigException;
import reprise.app.output.Progress;
import reprise.simulation.sweep.JoinedTests;
import reprise.simulation.sweep.PointFile;
import reprise.simulation.sweep.PointResult;
import reprise.simulation.sweep.PointRun;
import reprise.simulation.sweep.Ranking;
import reprise.simulation.sweep.Sweep;
import reprise.simulation.sweep.SweepIdentity;
import reprise.simulation.sweep.SweepOutcome;
import reprise.simulation.sweep.SweepPool;
import reprise.simulation.sweep.WindowResult;

/** Runs a sweep in its directory, from where an earlier start has left it to its end, or to the user's wish to stop. */
public final class SweepRun {
    private static final String IDENTITY_FILE = "sweep.txt";
    private static final String POINT_FILE = "points.csv";

    /** A run looks five times a second whether it is to stop; longer than this none should need. */
    private static final long STOP_WITHIN_NS = 10_000_000_000L;

    private final Sweep sweep;
    private final SweepPool pool;
    private final Path directory;
    private final double daysPerYear;

    /**
     * A sweep before its start.
     *
     * @param sweep what it is.
     * @param run does one point.
     * @param threads how many at once.
     * @param directory of its files, which exists.
     * @param daysPerYear for annual figures.
     */
    public SweepRun(
            final Sweep sweep, final PointRun run, final int threads, final Path directory, final double daysPerYear) {
        this.sweep = sweep;
        this.pool = new SweepPool(run, threads);
        this.directory = directory;
        this.daysPerYear = daysPerYear;
    }

    /**
     * Runs what is left to do.
     *
     * @param identity of the sweep.
     * @return what it came to.
     * @throws ConfigException if the directory is that of another sweep.
     */
    @SuppressWarnings("try")
    public SweepOutcome run(final SweepIdentity identity) {
        claim(identity);
        try (PointFile file = PointFile.open(directory.resolve(POINT_FILE), sweep.grid());
                Progress progress = new Progress("points");
                Interruption interruption = new Interruption(pool::stop, SweepRun::giveUp, STOP_WITHIN_NS)) {
            final int earlier = file.results().size();
            if (earlier > 0) {
                System.err.println(
                        "reprise: " + earlier + " of " + sweep.size() + " points were in " + directory + " already");
            }
            pool.run(sweep.specs(file.results()), outcome -> {
                file.append(outcome.result());
                progress.towards(file.size(), sweep.size(), earlier);
            });
            if (pool.isStopped()) {
                return new SweepOutcome(file.results(), earlier, true, List.of(), List.of(), null);
            }
            file.sort();
            return evaluate(file.results(), earlier);
        } catch (final PointFile.UnusableException e) {
            throw new ConfigException(e.getMessage());
        }
    }

    private SweepOutcome evaluate(final List<PointResult> results, final int earlier) {
        if (sweep.windows().isEmpty()) {
            return new SweepOutcome(results, earlier, false, List.of(sweep.ranking(results)), List.of(), null);
        }
        final List<Ranking> rankings = sweep.windowRankings(results);
        try (Progress progress = new Progress("tests")) {
            final int[] done = {0};
            final List<WindowResult> windows = sweep.test(
                    rankings,
                    pool,
                    outcome -> progress.towards(++done[0], sweep.windows().size(), 0));
            return new SweepOutcome(
                    results, earlier, pool.isStopped(), rankings, windows, JoinedTests.of(windows, daysPerYear));
        }
    }

    private void claim(final SweepIdentity identity) {
        final String difference = identity.claim(directory.resolve(IDENTITY_FILE));
        if (!difference.isEmpty()) {
            throw new ConfigException("--out " + directory + ": holds another sweep: " + difference
                    + "; choose another directory, or remove this one");
        }
    }

    /** Points that are done are in the file; what hangs has nothing to lose. */
    private static void giveUp() {
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
    }
}
