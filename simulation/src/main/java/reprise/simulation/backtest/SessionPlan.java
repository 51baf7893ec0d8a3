package reprise.simulation.backtest;

import java.util.List;
import java.util.function.Supplier;
import reprise.core.CoreConfig;
import reprise.market.InstrumentDefinition;
import reprise.simulation.venue.VenueConfig;
import reprise.strategy.Strategy;

/**
 * What a simulated run is, apart from its bars and its threads: everything that decides its results.
 *
 * @param runId names the run.
 * @param buildHash of the program's own bytes.
 * @param configHash of the resolved configuration.
 * @param core limits and capacities of the core.
 * @param strategies makes fresh strategies, in order of registration.
 * @param instruments by dense id, all of one venue.
 * @param venue how the venue trades.
 * @param initialCash of the account, money units.
 * @param currency of the account.
 */
public record SessionPlan(
        String runId,
        String buildHash,
        String configHash,
        CoreConfig core,
        Supplier<List<Strategy>> strategies,
        List<InstrumentDefinition> instruments,
        VenueConfig venue,
        long initialCash,
        String currency) {
    /** Keeps a copy of the instruments. */
    public SessionPlan {
        instruments = List.copyOf(instruments);
    }
}
