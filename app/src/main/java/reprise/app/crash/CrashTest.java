package reprise.app.crash;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import reprise.app.VerificationException;
import reprise.app.crash.ChildProgram.News;
import reprise.app.wiring.LinkNotices;

/**
 * Runs an engine and its venue as two processes of this program: once undisturbed, and once killing the engine at planned moments and starting
 * it again with the same command line, until the data ends.
 */
public final class CrashTest {
    private static final long PATIENCE_SECONDS = 120;

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
     * @param moment at which it was planned.
     * @param inFlight what was on its way then, as far as the venue knew.
     * @param recovery what the engine said when it was started again.
     */
    public record KillRecord(String moment, String inFlight, String recovery) {}

    /**
     * What came of it.
     *
     * @param planned how many kills were planned.
     * @param kills that happened.
     * @param comparisons of the two runs.
     */
    public record Outcome(int planned, List<KillRecord> kills, List<Comparison> comparisons) {
        /**
         * Whether the test proves what it is for.
         *
         * @return false if the runs differ, an order came twice, or kills are missing.
         */
        public boolean isPassed() {
            return kills.size() == planned && comparisons.stream().allMatch(Comparison::isEqual);
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
     * Runs both.
     *
     * @param kills how many.
     * @param seed which moments.
     * @return what came of it.
     * @throws VerificationException if a child ends as it must not.
     */
    public Outcome run(final int kills, final long seed) {
        progress.accept("the run without kills");
        final List<KillRecord> none = new ArrayList<>();
        final PairResult reference = new Pair("reference", List.of(), none).run();
        final List<Kill> plan = new KillPlan(
                        seed,
                        reference.engineNumber("events"),
                        reference.engineNumber("bars"),
                        reference.engineNumber("orders"))
                .kills(kills);
        progress.accept(
                "the run with kills at " + plan.stream().map(Kill::toString).collect(Collectors.joining(", ")));
        final List<KillRecord> records = new ArrayList<>();
        final PairResult crashed = new Pair("killed", plan, records).run();
        final List<Comparison> comparisons = new ArrayList<>();
        reference
                .compared()
                .forEach((name, value) -> comparisons.add(new Comparison(
                        name, value, String.valueOf(crashed.compared().get(name)))));
        return new Outcome(kills, records, comparisons);
    }

    /** One venue, and its engine in all its lives. */
    private final class Pair {
        private final Path home;
        private final List<Kill> plan;
        private final List<KillRecord> records;
        private final BlockingQueue<News> news = new LinkedBlockingQueue<>();
        private ChildProgram venue;
        private ChildProgram engine;
        private String venueSaid;

        Pair(final String name, final List<Kill> plan, final List<KillRecord> records) {
            this.home = directory.resolve(name);
            this.plan = plan;
            this.records = records;
        }

        PairResult run() {
            try {
                venue = startVenue();
                await(line -> line.child() == venue && saysVenue(line, LinkNotices.LISTENING));
                engine = startEngine();
                for (final Kill kill : plan) {
                    if (!awaitMoment(kill)) {
                        break;
                    }
                    engine.kill();
                    final ChildProgram killed = engine;
                    await(line -> line.child() == killed && line.line() == null);
                    engine = startEngine();
                    record(kill);
                }
                awaitEnd(engine);
                awaitEnd(venue);
                return new PairResult(PairResult.fields(engine.out()), PairResult.fields(venue.out()));
            } finally {
                close(engine);
                close(venue);
            }
        }

        private ChildProgram startVenue() {
            final List<String> arguments = new ArrayList<>(List.of("venue", "sim"));
            arguments.addAll(venueArguments);
            arguments.addAll(List.of("--socket", socket(), "--patience", Long.toString(PATIENCE_SECONDS), "--json"));
            final String stops = plan.stream()
                    .filter(kill -> !kill.isAtStart())
                    .map(Kill::toString)
                    .collect(Collectors.joining(","));
            if (!stops.isEmpty()) {
                arguments.addAll(List.of("--stop-at", stops));
            }
            return ChildProgram.start("venue", arguments, news);
        }

        private ChildProgram startEngine() {
            final List<String> arguments = new ArrayList<>(List.of("run"));
            arguments.addAll(engineArguments);
            arguments.addAll(List.of(
                    "--venue",
                    "unix:" + socket(),
                    "--journal",
                    home.resolve("journal").toString(),
                    "--no-out",
                    "--json"));
            return ChildProgram.start("engine", arguments, news);
        }

        private String socket() {
            return home.resolve("venue").toString();
        }

        /** Returns false if the engine came to its end first. */
        private boolean awaitMoment(final Kill kill) {
            venueSaid = "";
            final News reached = await(line -> {
                if (line.child() == engine && line.line() == null) {
                    return true;
                }
                return kill.isAtStart() ? line.child() == engine : saysVenue(line, LinkNotices.STOPPED);
            });
            if (reached.line() == null) {
                requireOk(engine);
                return false;
            }
            venueSaid = kill.isAtStart() ? "its start" : reached.line().substring(LinkNotices.STOPPED.length());
            return true;
        }

        private boolean saysVenue(final News line, final String beginning) {
            return line.child() == venue && line.line() != null && line.line().startsWith(beginning);
        }

        private void record(final Kill kill) {
            final int comma = venueSaid.indexOf(", ");
            final String inFlight = comma < 0 ? venueSaid : venueSaid.substring(comma + 2);
            records.add(new KillRecord(kill.toString(), inFlight, ""));
            progress.accept("kill " + records.size() + " of " + plan.size() + " at " + kill + ": " + inFlight);
        }

        /** What the engine said of its recovery belongs to the last kill. */
        private void hear(final News line) {
            if (line.child() != engine || line.line() == null || records.isEmpty()) {
                return;
            }
            final int last = records.size() - 1;
            if (line.line().contains("recover") && records.get(last).recovery().isEmpty()) {
                final KillRecord old = records.get(last);
                records.set(
                        last,
                        new KillRecord(old.moment(), old.inFlight(), line.line().replace("reprise: ", "")));
            }
        }

        private void awaitEnd(final ChildProgram child) {
            if (child.isAlive()) {
                await(line -> line.child() == child && line.line() == null);
            }
            requireOk(child);
        }

        private void requireOk(final ChildProgram child) {
            if (child.exitCode() != 0) {
                throw new VerificationException("after " + records.size() + " kills the " + child.name()
                        + " ended with exit code " + child.exitCode() + ": " + String.join("; ", child.errors()));
            }
        }

        private News await(final java.util.function.Predicate<News> wanted) {
            try {
                while (true) {
                    final News line = news.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    if (line == null) {
                        throw new VerificationException("after " + records.size() + " kills nothing has been heard for "
                                + PATIENCE_SECONDS + " s");
                    }
                    hear(line);
                    if (wanted.test(line)) {
                        return line;
                    }
                    if (line.child() == venue && line.line() == null) {
                        requireOk(venue);
                    }
                }
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }

        private static void close(final ChildProgram child) {
            if (child != null) {
                child.close();
            }
        }
    }
}
