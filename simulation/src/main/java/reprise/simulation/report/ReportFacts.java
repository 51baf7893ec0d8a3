package reprise.simulation.report;

import java.util.List;

/**
 * What a page says of a run that its results do not.
 *
 * @param command line that does the same again.
 * @param configuration canonical text of all parameters.
 * @param sources of its bars.
 */
public record ReportFacts(String command, String configuration, List<DataSource> sources) {
    /** Keeps a copy. */
    public ReportFacts {
        sources = List.copyOf(sources);
    }
}
