package reprise.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reprise.app.config.ConfigException;

/** What a command needs to compare what a journal has on record with another run on its market. */
final class ComparisonOptions {
    @Parameters(paramLabel = "JOURNAL", description = "Directory of the journal.")
    private Path directory;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Change a value of the journal's configuration for the other run; repeatable.")
    private List<String> overrides = new ArrayList<>();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "The most orders that are listed (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    Path directory() {
        return directory;
    }

    List<String> overrides() {
        return overrides;
    }

    int limit() {
        if (limit < 1) {
            throw new ConfigException("--limit " + limit + ": must be 1 or more");
        }
        return limit;
    }

    boolean isJson() {
        return json;
    }
}
