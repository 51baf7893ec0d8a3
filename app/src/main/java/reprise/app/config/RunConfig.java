package reprise.app.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import reprise.core.CoreConfig;
import reprise.journal.SyncPolicy;
import reprise.market.InstrumentDefinition;
import reprise.pipeline.OrdersAtStop;
import reprise.pipeline.PipelineConfig;
import reprise.simulation.backtest.Warmup;
import reprise.simulation.venue.VenueConfig;
import reprise.strategy.Strategy;

/**
 * A configuration, read and checked completely.
 *
 * @param name of the configuration.
 * @param account whose money it is.
 * @param instruments by dense id.
 * @param dataFiles by symbol, where the configuration names any.
 * @param venue the simulated venue's rules.
 * @param alpaca how Alpaca is used; null for a configuration that trades at the simulated venue only.
 * @param warmup how much of the data is history.
 * @param tickBarNs how long the bars are that form of ticks, in nanoseconds.
 * @param strategies in order of registration.
 * @param core limits, supervision and capacities of the core.
 * @param pipeline how stages run on rings.
 * @param syncPolicy what a flush of the journal promises.
 * @param snapshots when the state of a run is saved.
 * @param shutdown how a run is stopped.
 * @param clockTickMs how often time is told in quiet markets, in milliseconds.
 * @param text canonical text, from which the same configuration can be read again.
 * @param hash SHA-256 of the text, 64 hexadecimal digits.
 */
public record RunConfig(
        String name,
        Account account,
        List<InstrumentDefinition> instruments,
        Map<String, Path> dataFiles,
        VenueConfig venue,
        AlpacaSettings alpaca,
        Warmup warmup,
        long tickBarNs,
        List<StrategyBlock> strategies,
        CoreConfig core,
        PipelineConfig pipeline,
        SyncPolicy syncPolicy,
        Snapshots snapshots,
        Shutdown shutdown,
        int clockTickMs,
        String text,
        String hash) {
    /**
     * When the state of a run is saved, so that the next start need not handle all of its events again. A clean end saves it too.
     *
     * @param everyEvents how many events between two; 0 for none but at the end.
     * @param kept how many are kept.
     */
    public record Snapshots(long everyEvents, int kept) {}

    /**
     * How a run is stopped.
     *
     * @param orders what becomes of working orders.
     * @param withinNs how long the venue's answers are waited for, in nanoseconds.
     */
    public record Shutdown(OrdersAtStop orders, long withinNs) {}

    /**
     * An account.
     *
     * @param currency of its cash and of every price.
     * @param cash at the start, in money units.
     */
    public record Account(String currency, long cash) {}

    /**
     * The same for a run that goes on from the state of another: a strategy keeps the place that it had, and so its number, as long as runs go
     * on from one another. One that is not configured any more leaves its place to one that does nothing; new ones come behind.
     *
     * @param places names of the strategies that have one, in order; none for a run that begins with nothing.
     * @return a configuration of the same text and hash.
     */
    public RunConfig placed(final List<String> places) {
        if (places.isEmpty()) {
            return this;
        }
        final RunConfig placed = RunConfigReader.parse(name, text, places);
        return instruments.equals(placed.instruments) ? placed : placed.atBroker();
    }

    /**
     * The same for a run at the broker that it names: brackets are made, and amounts ordered, as that broker allows. At the simulated venue the
     * engine makes brackets, and quantities are ordered.
     *
     * @return a configuration of the same text and hash.
     */
    public RunConfig atBroker() {
        return new RunConfig(
                name,
                account,
                instruments.stream().map(alpaca::atAlpaca).toList(),
                dataFiles,
                venue,
                alpaca,
                warmup,
                tickBarNs,
                strategies,
                core,
                pipeline,
                syncPolicy,
                snapshots,
                shutdown,
                clockTickMs,
                text,
                hash);
    }

    /**
     * Fresh strategies for one run.
     *
     * @return in order of registration.
     */
    public List<Strategy> newStrategies() {
        return strategies.stream().map(StrategyBlock::newStrategy).toList();
    }
}
