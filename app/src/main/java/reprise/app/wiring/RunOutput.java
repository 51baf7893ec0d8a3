package reprise.app.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import reprise.app.output.MetricsJson;
import reprise.market.InstrumentDefinition;
import reprise.simulation.report.ReportCollector;
import reprise.simulation.report.ReportFacts;
import reprise.simulation.report.ReportWriter;
import reprise.simulation.results.ResultFiles;
import reprise.simulation.results.ResultSink;
import reprise.simulation.results.RunResult;
import reprise.simulation.results.SinkPair;

/**
 * What a run leaves in its directory: the files of its results and the page that shows them. They are written in {@code unfinished} there, and moved
 * to their places when all of them are complete, so that those of a run that ended early are never taken for those of a whole one.
 */
final class RunOutput implements AutoCloseable {
    private static final String UNFINISHED = "unfinished";

    /** The last says that all are there: it is moved last, and that of an earlier run removed first. */
    private static final List<String> NAMES = List.of(
            "equity.csv",
            "trades.csv",
            "orders.csv",
            "pairs.csv",
            "pairs-daily.csv",
            "meta.json",
            ReportWriter.FILE_NAME,
            MetricsJson.FILE_NAME);

    private final Path directory;
    private final Path unfinished;
    private final ResultFiles files;
    private final ReportCollector collector;

    private RunOutput(final Path directory, final List<InstrumentDefinition> instruments) {
        this.directory = directory;
        unfinished = directory.resolve(UNFINISHED);
        NAMES.forEach(name -> remove(unfinished.resolve(name)));
        files = new ResultFiles(unfinished, instruments);
        collector = new ReportCollector(instruments);
    }

    /** Null without a directory. */
    static RunOutput in(final Path directory, final List<InstrumentDefinition> instruments) {
        return directory == null ? null : new RunOutput(directory, instruments);
    }

    /** Takes results while the run goes on. */
    ResultSink sink() {
        return new SinkPair(files, collector);
    }

    /** The run is over. */
    void complete(final RunResult result, final ReportFacts facts) {
        files.close();
        files.writeMeta(result);
        ReportWriter.write(unfinished, result, facts, collector);
        MetricsJson.write(unfinished, result);
        remove(directory.resolve(MetricsJson.FILE_NAME));
        NAMES.forEach(this::putInPlace);
        try {
            Files.deleteIfExists(unfinished);
        } catch (final IOException e) {
            // Somebody else's file is in it; ours are where they belong.
        }
    }

    private void putInPlace(final String name) {
        final Path file = directory.resolve(name);
        final Path written = unfinished.resolve(name);
        if (!Files.exists(written)) {
            remove(file);
            return;
        }
        try {
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (final IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    private static void remove(final Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (final IOException e) {
            throw new UncheckedIOException(file + " cannot be removed", e);
        }
    }

    /** What there is if the run ended before its results were complete. */
    String leftBehind() {
        return "what was written until then is in " + unfinished + " and is not complete"
                + (Files.exists(directory.resolve(MetricsJson.FILE_NAME))
                        ? "; the results in " + directory + " are those of an earlier run"
                        : "");
    }

    @Override
    public void close() {
        files.close();
    }
}
