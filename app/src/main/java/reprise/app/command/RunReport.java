package reprise.app.command;

import java.nio.file.Path;
import reprise.app.ExitCode;
import reprise.app.output.Json;
import reprise.app.output.ResultJson;
import reprise.simulation.report.ReportWriter;
import reprise.simulation.results.ResultTable;
import reprise.simulation.results.RunResult;

/** Prints the results of a run, for people or for machines, and says where the rest is. */
final class RunReport {
    private RunReport() {}

    static int print(
            final String command, final RunResult result, final Path out, final Path journal, final boolean json) {
        if (json) {
            Json.print(System.out, ResultJson.of(command, result));
        } else {
            System.out.print(ResultTable.render(result));
            if (out != null) {
                System.out.println(
                        "results in " + out + ": equity.csv, trades.csv, orders.csv, metrics.json, meta.json");
            }
            if (journal != null) {
                System.out.println(
                        "journal in " + journal + "; prove it with: reprise replay " + journal + " --verify");
            }
            if (out != null) {
                System.out.println("report in " + out.resolve(ReportWriter.FILE_NAME));
            }
        }
        if (result.session().stopped()) {
            System.err.println("reprise: interrupted; the results are of what ran until then");
            return ExitCode.INTERRUPTED;
        }
        return ExitCode.OK;
    }
}
