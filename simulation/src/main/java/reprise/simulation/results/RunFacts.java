package reprise.simulation.results;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import reprise.market.InstrumentDefinition;
import reprise.simulation.venue.VenueConfig;

/**
 * What a run was made of, for those who read its results.
 *
 * @param runId names the run.
 * @param buildHash of the program's own bytes.
 * @param configHash of the resolved configuration.
 * @param currency of the account.
 * @param venue how fills were simulated.
 * @param instruments that were traded.
 * @param strategies by name, in order of registration.
 * @param data where the bars came from, one line a source.
 * @param overrides what the command line changed of the configuration's file, in order, as {@code key=value}.
 * @param parameters whatever else should be on record, as text; sorted by name.
 */
public record RunFacts(
        String runId,
        String buildHash,
        String configHash,
        String currency,
        VenueConfig venue,
        List<InstrumentDefinition> instruments,
        List<String> strategies,
        List<String> data,
        List<String> overrides,
        Map<String, String> parameters) {
    /** Keeps copies. */
    public RunFacts {
        instruments = List.copyOf(instruments);
        strategies = List.copyOf(strategies);
        data = List.copyOf(data);
        overrides = List.copyOf(overrides);
        parameters = new TreeMap<>(parameters);
    }
}
