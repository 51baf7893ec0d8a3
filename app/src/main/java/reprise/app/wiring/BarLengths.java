package reprise.app.wiring;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import reprise.app.config.ConfigException;
import reprise.app.config.RunConfig;
import reprise.market.InstrumentDefinition;
import reprise.simulation.backtest.InstrumentBars;

/** How long the bars of each instrument in the data are. */
final class BarLengths {
    private final Map<String, Set<Long>> nsBySymbol = new TreeMap<>();

    private BarLengths() {}

    /** Of bars, several sources of an instrument included. */
    static BarLengths of(final List<InstrumentBars> bars, final List<InstrumentDefinition> instruments) {
        final BarLengths lengths = new BarLengths();
        bars.forEach(one ->
                lengths.add(instruments.get(one.instrumentId()), one.source().periodNs()));
        return lengths;
    }

    /** Of the bars that form of ticks. */
    static BarLengths ofTicks(final RunConfig config) {
        final BarLengths lengths = new BarLengths();
        config.instruments().forEach(instrument -> lengths.add(instrument, config.tickBarNs()));
        return lengths;
    }

    private void add(final InstrumentDefinition instrument, final long lengthNs) {
        nsBySymbol
                .computeIfAbsent(instrument.symbol(), symbol -> new TreeSet<>())
                .add(lengthNs);
    }

    /**
     * Refuses strategies whose bars cannot be built of these.
     *
     * @throws ConfigException naming the key.
     */
    void requireFor(final RunConfig config) {
        config.strategies().forEach(block -> block.requireBuildable(nsBySymbol));
    }
}
