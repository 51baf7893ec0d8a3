package reprise.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.wire.DocumentContext;
import reprise.core.CoreObserver;
import reprise.journal.Journal;
import reprise.journal.JournalReader;
import reprise.journal.LogReader;
import reprise.journal.SyncPolicy;
import reprise.port.RecordSource;
import reprise.simulation.backtest.Replay;
import reprise.simulation.backtest.ReplayResult;
import reprise.simulation.backtest.SessionLogs;
import reprise.simulation.backtest.SessionProgress;

/**
 * What a record of a backtest costs to write, and to play again: by turns in one process, in processor time. The control of a replay is
 * Chronicle's own tailer, which reads the documents of the same log and does nothing with them.
 *
 * <pre>
 *   benchmarks/run --class BacktestJournal [ROUNDS [BARS]]
 * </pre>
 */
public final class BacktestJournal {
    private static final BacktestJob JOB = BacktestJob.EMA_ADX;

    private final BacktestData data;
    private final Path parent;
    private Path directory;
    private int written;

    private BacktestJournal(final BacktestData data, final Path parent) {
        this.data = data;
        this.parent = parent;
    }

    /**
     * Measures.
     *
     * @param arguments rounds, 5 unless given; number of bars, 1000000 unless given.
     * @throws IOException if there is no room for a journal in {@code java.io.tmpdir}.
     */
    public static void main(final String[] arguments) throws IOException {
        final int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        final int bars = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        final Path parent = Files.createTempDirectory("backtest-journal");
        try {
            System.out.printf(
                    "JDK %s, %d rounds, medians of processor time, %,d bars%n", Runtime.version(), rounds, bars);
            final BacktestJournal journal = new BacktestJournal(new BacktestData(bars), parent);
            print(journal.measured(new ByTurns(rounds, bars)).time());
        } finally {
            delete(parent);
        }
    }

    private ByTurns measured(final ByTurns turns) {
        return turns.way("backtest", () -> RepriseBacktest.run(data, JOB, SessionLogs.none()))
                .way("+ both journals", this::journaled)
                .way("replay", () -> replay(false))
                .way("replay, verified", () -> replay(true))
                .way("events read, checked", this::read)
                .way("Chronicle's tailer", this::tail);
    }

    private long journaled() {
        if (directory != null) {
            delete(directory);
        }
        directory = parent.resolve("journal-" + written++);
        try (Journal journal = Journal.create(directory, SyncPolicy.NONE, "", Map.of())) {
            final long trades = RepriseBacktest.run(data, JOB, new SessionLogs(journal.events(), journal.commands()));
            journal.close(Map.of());
            return trades;
        }
    }

    private long replay(final boolean verified) {
        final JournalReader journal = JournalReader.open(directory);
        try (LogReader events = journal.events();
                LogReader commands = journal.commands();
                Replay replay = new Replay(
                        RepriseBacktest.CORE,
                        List.of(new CrossStrategy(JOB, true)),
                        CoreObserver.NONE,
                        null,
                        verified ? commands : null)) {
            final ReplayResult result = replay.run(events, Replay.ALL_EVENTS, SessionProgress.SILENT);
            if (verified && !result.isEqual()) {
                throw new IllegalStateException("not the same again: " + result.firstDivergence());
            }
            return result.events();
        }
    }

    private long read() {
        try (LogReader events = JournalReader.open(directory).events()) {
            return count(events);
        }
    }

    private static long count(final RecordSource records) {
        long count = 0;
        while (records.next()) {
            count++;
        }
        return count;
    }

    private long tail() {
        try (ChronicleQueue queue = SingleChronicleQueueBuilder.binary(directory.resolve("events"))
                        .readOnly(true)
                        .build();
                ExcerptTailer tailer = queue.createTailer()) {
            long sum = 0;
            while (true) {
                try (DocumentContext document = tailer.readingDocument()) {
                    if (!document.isPresent()) {
                        return sum;
                    }
                    final Bytes<?> bytes = document.wire().bytes();
                    for (; bytes.readRemaining() >= Long.BYTES; sum++) {
                        bytes.readSkip(Long.BYTES);
                    }
                }
            }
        }
    }

    private static void print(final List<ByTurns.Timing> timings) {
        System.out.printf(Locale.ROOT, "%n%-24s%10s%20s%20s%n", "", "ns a bar", "of the backtest's", "of the tailer's");
        final double backtest = timings.get(0).nsPerBar();
        final double tailer = timings.get(timings.size() - 1).nsPerBar();
        for (final ByTurns.Timing timing : timings) {
            System.out.printf(
                    Locale.ROOT,
                    "%-24s%10.1f%20.3f%20.3f%n",
                    timing.name(),
                    timing.nsPerBar(),
                    backtest / timing.nsPerBar(),
                    tailer / timing.nsPerBar());
        }
    }

    private static void delete(final Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
