package reprise.app.wiring;

import java.nio.file.Path;
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

/** What a run leaves in its directory: the files of its results and the page that shows them. */
final class RunOutput implements AutoCloseable {
    private final ResultFiles files;
    private final ReportCollector collector;

    private RunOutput(final ResultFiles files, final ReportCollector collector) {
        this.files = files;
        this.collector = collector;
    }

    /** Null without a directory. */
    static RunOutput in(final Path directory, final List<InstrumentDefinition> instruments) {
        return directory == null
                ? null
                : new RunOutput(new ResultFiles(directory, instruments), new ReportCollector(instruments));
    }

    /** Takes results while the run goes on. */
    ResultSink sink() {
        return new SinkPair(files, collector);
    }

    /** The run is over. */
    void complete(final RunResult result, final ReportFacts facts) {
        files.writeMeta(result);
        MetricsJson.write(files.directory(), result);
        ReportWriter.write(files.directory(), result, facts, collector);
    }

    @Override
    public void close() {
        files.close();
    }
}
