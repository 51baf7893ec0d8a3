package reprise.app.crash;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import reprise.app.VerificationException;
import reprise.app.crash.ChildProgram.News;
import reprise.app.crash.CrashTest.KillRecord;
import reprise.app.wiring.LinkNotices;

/** One venue, and its engine in all its lives. */
final class EnginePair {
    /** A busy machine may take minutes to start a process; what hangs, hangs longer. */
    private static final long PATIENCE_SECONDS = 300;

    private static final long LOOK_EVERY_NS = 20_000;

    /** Of a kill that must come within a few milliseconds. */
    private static final int MOST_ATTEMPTS = 20;

    /** Days are too long to be waited for. */
    private static final String ROLL_EVERY_SECOND = "-Dreprise.journal.roll=second";

    private final List<String> venueArguments;
    private final List<String> engineArguments;
    private final Path home;
    private final List<Kill> plan;
    private final Consumer<String> progress;
    private final List<KillRecord> records = new ArrayList<>();
    private final BlockingQueue<News> news = new LinkedBlockingQueue<>();
    private ChildProgram venue;
    private ChildProgram engine;
    private String inFlight = "";

    /**
     * A pair that is not running.
     *
     * @param venueArguments configuration, data and how it is read, as for {@code venue sim}.
     * @param engineArguments configuration, as for {@code run}.
     * @param home for the socket and the journal.
     * @param plan when the engine is killed, in this order.
     * @param progress is told what happens, a line at a time.
     */
    EnginePair(
            final List<String> venueArguments,
            final List<String> engineArguments,
            final Path home,
            final List<Kill> plan,
            final Consumer<String> progress) {
        this.venueArguments = venueArguments;
        this.engineArguments = engineArguments;
        this.home = home;
        this.plan = plan;
        this.progress = progress;
    }

    PairResult run() {
        try {
            venue = startVenue();
            await(line -> line.child() == venue && saysVenue(line, LinkNotices.LISTENING));
            engine = startEngine();
            for (int i = 0; i < plan.size() && killOnce(plan.get(i)); i++) {
                progress.accept("kill " + (i + 1) + " of " + plan.size() + " at " + plan.get(i) + ": " + inFlight);
            }
            awaitEnd(engine);
            awaitEnd(venue);
            return new PairResult(PairResult.fields(engine.out()), PairResult.fields(venue.out()));
        } finally {
            close(engine);
            close(venue);
        }
    }

    /** What happened. */
    List<KillRecord> records() {
        return List.copyOf(records);
    }

    /** Returns false if the engine came to its end first, or could not be hit. */
    private boolean killOnce(final Kill kill) {
        boolean isHit = false;
        for (int attempt = 0; attempt < MOST_ATTEMPTS && !isHit; attempt++) {
            final JournalWatch watch = kill.isOnDisk() ? new JournalWatch(journal(), kill.onDisk()) : null;
            if (!(kill.isOnDisk() ? awaitOnDisk(watch, kill.skipped()) : awaitMoment(kill))) {
                return false;
            }
            engine.kill();
            final ChildProgram killed = engine;
            await(line -> line.child() == killed && line.line() == null);
            isHit = watch == null || watch.wasHit();
            engine = startEngine();
            if (watch != null) {
                inFlight = watch.file() + (isHit ? " was begun" : " was finished: too late");
            }
            records.add(new KillRecord(kill.kind(), kill.toString(), inFlight, "", isHit));
        }
        return isHit;
    }

    private ChildProgram startVenue() {
        final List<String> arguments = new ArrayList<>(List.of("venue", "sim"));
        arguments.addAll(venueArguments);
        arguments.addAll(List.of("--socket", socket(), "--patience", Long.toString(PATIENCE_SECONDS), "--json"));
        final String stops =
                plan.stream().filter(Kill::isAtStop).map(Kill::toString).collect(Collectors.joining(","));
        if (!stops.isEmpty()) {
            arguments.addAll(List.of("--stop-at", stops));
        }
        return ChildProgram.start("venue", List.of(), arguments, news);
    }

    private ChildProgram startEngine() {
        final List<String> arguments = new ArrayList<>(List.of("run"));
        arguments.addAll(engineArguments);
        arguments.addAll(
                List.of("--venue", "unix:" + socket(), "--journal", journal().toString(), "--no-out", "--json"));
        final boolean isRolling = plan.stream().anyMatch(kill -> kill.onDisk() == DiskMoment.ROLL);
        return ChildProgram.start("engine", isRolling ? List.of(ROLL_EVERY_SECOND) : List.of(), arguments, news);
    }

    private Path journal() {
        return home.resolve("journal");
    }

    private String socket() {
        return home.resolve("venue").toString();
    }

    /** Returns false if the engine came to its end first. */
    private boolean awaitMoment(final Kill kill) {
        final News reached = await(line -> {
            if (line.child() == engine && line.line() == null) {
                return true;
            }
            return kill.isAtStop() ? saysVenue(line, LinkNotices.STOPPED) : line.child() == engine;
        });
        if (reached.line() == null) {
            requireOk(engine);
            return false;
        }
        inFlight = kill.isAtStop() ? afterComma(reached.line().substring(LinkNotices.STOPPED.length())) : "its start";
        return true;
    }

    private static String afterComma(final String said) {
        return said.substring(said.indexOf(", ") + 2);
    }

    /** Likewise; what is waited for is over in a few milliseconds, so nothing else is done once it is seen. */
    private boolean awaitOnDisk(final JournalWatch watch, final int skipped) {
        final long beginNanoTime = System.nanoTime();
        int passed = -1;
        while (passed < skipped) {
            if (watch.isNow()) {
                passed++;
                continue;
            }
            final News line = news.poll();
            if (line != null) {
                take(line);
                if (line.child() == engine && line.line() == null) {
                    requireOk(engine);
                    return false;
                }
            } else if (System.nanoTime() - beginNanoTime > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                throw nothingHeard();
            } else {
                LockSupport.parkNanos(LOOK_EVERY_NS);
            }
        }
        return true;
    }

    private boolean saysVenue(final News line, final String beginning) {
        return line.child() == venue && line.line() != null && line.line().startsWith(beginning);
    }

    /** What the engine said of its recovery belongs to the last kill. */
    private void hear(final News line) {
        if (line.child() != engine || line.line() == null || records.isEmpty()) {
            return;
        }
        final int last = records.size() - 1;
        if (line.line().contains("recover") && records.get(last).recovery().isEmpty()) {
            records.set(last, records.get(last).recovered(line.line().replace("reprise: ", "")));
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

    private News await(final Predicate<News> wanted) {
        try {
            while (true) {
                final News line = news.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (line == null) {
                    throw nothingHeard();
                }
                final boolean isWanted = wanted.test(line);
                take(line);
                if (isWanted) {
                    return line;
                }
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void take(final News line) {
        hear(line);
        if (line.child() == venue && line.line() == null) {
            requireOk(venue);
        }
    }

    private VerificationException nothingHeard() {
        return new VerificationException(
                "after " + records.size() + " kills nothing has been heard for " + PATIENCE_SECONDS + " s");
    }

    private static void close(final ChildProgram child) {
        if (child != null) {
            child.close();
        }
    }
}
