package reprise.app.crash;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import reprise.app.VerificationException;

/**
 * Runs an engine and its venue as two processes of this program: once undisturbed, and once killing the engine at planned moments and starting
 * it again with the same command line, until the data ends.
 */
public final class CrashTest {
    private final List<String> venueArguments;
    private final List<String> engineArguments;
    private final Path directory;
    private final Consumer<String> progress;

    /**
     * A test that has not begun.
     *
     * @param venueArguments configuration, data and how it is read, as for {@code venue sim}.
     * @param engineArguments configuration, as for {@code run}.
     * @param directory for sockets and journals; empty, and short: a socket's path must fit.
     * @param progress is told what happens, a line at a time.
     */
    public CrashTest(
            final List<String> venueArguments,
            final List<String> engineArguments,
            final Path directory,
            final Consumer<String> progress) {
        this.venueArguments = List.copyOf(venueArguments);
        this.engineArguments = List.copyOf(engineArguments);
        this.directory = directory;
        this.progress = progress;
    }

    /**
     * A kill that happened.
     *
     * @param kind of moment, in words.
     * @param moment at which it was planned.
     * @param inFlight what was on its way then, as far as the venue knew.
     * @param recovery what the engine said when it was started again.
     * @param isHit whether it came at that moment; one that came too late is tried again.
     */
    public record KillRecord(String kind, String moment, String inFlight, String recovery, boolean isHit) {
        KillRecord recovered(final String said) {
            return new KillRecord(kind, moment, inFlight, said, isHit);
        }
    }

    /**
     * What came of it.
     *
     * @param planned how many kills were planned.
     * @param kills that happened.
     * @param comparisons of the two runs.
     */
    public record Outcome(int planned, List<KillRecord> kills, List<Comparison> comparisons) {
        /**
         * How many kills came when they were planned.
         *
         * @return of those that happened.
         */
        public long hits() {
            return kills.stream().filter(KillRecord::isHit).count();
        }

        /**
         * Whether the test proves what it is for.
         *
         * @return false if the runs differ, an order came twice, or kills are missing.
         */
        public boolean isPassed() {
            return hits() == planned && comparisons.stream().allMatch(Comparison::isEqual);
        }
    }

    /**
     * One value in both runs.
     *
     * @param name of it.
     * @param undisturbed what it is without kills.
     * @param killed what it is with them.
     */
    public record Comparison(String name, String undisturbed, String killed) {
        /**
         * Whether kills made no difference.
         *
         * @return true if they did not.
         */
        public boolean isEqual() {
            return undisturbed.equals(killed);
        }
    }

    /**
     * Runs both, with kills at moments all over the run.
     *
     * @param kills how many.
     * @param seed which moments.
     * @return what came of it.
     * @throws VerificationException if a child ends as it must not.
     */
    public Outcome run(final int kills, final long seed) {
        return run(
                kills,
                reference -> new KillPlan(
                                seed,
                                reference.engineNumber("events"),
                                reference.engineNumber("bars"),
                                reference.engineNumber("orders"))
                        .kills(kills));
    }

    /**
     * Runs both, with kills while the engine is at work on its disk.
     *
     * @param kills how many.
     * @param seed how many such moments pass before each.
     * @param moments at which, in turn.
     * @return what came of it.
     * @throws VerificationException if a child ends as it must not.
     */
    public Outcome run(final int kills, final long seed, final List<DiskMoment> moments) {
        final SplittableRandom random = new SplittableRandom(seed);
        return run(
                kills,
                reference -> IntStream.range(0, kills)
                        .mapToObj(i -> moments.get(i % moments.size()))
                        .map(moment -> Kill.during(moment, random.nextInt(1 + moment.mostSkipped())))
                        .toList());
    }

    private Outcome run(final int kills, final Function<PairResult, List<Kill>> planning) {
        progress.accept("the run without kills");
        final PairResult reference = pair("reference", List.of()).run();
        final List<Kill> plan = planning.apply(reference);
        progress.accept(
                "the run with kills at " + plan.stream().map(Kill::toString).collect(Collectors.joining(", ")));
        final EnginePair killed = pair("killed", plan);
        final PairResult crashed = killed.run();
        final List<Comparison> comparisons = new ArrayList<>();
        reference
                .compared()
                .forEach((name, value) -> comparisons.add(new Comparison(
                        name, value, String.valueOf(crashed.compared().get(name)))));
        return new Outcome(kills, killed.records(), comparisons);
    }

    private EnginePair pair(final String name, final List<Kill> plan) {
        return new EnginePair(venueArguments, engineArguments, directory.resolve(name), plan, progress);
    }
}
