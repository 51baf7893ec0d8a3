package reprise.app.wiring;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import reprise.app.config.ConfigException;
import reprise.app.config.RunConfig;
import reprise.market.InstrumentDefinition;
import reprise.simulation.backtest.MarketFeed;
import reprise.simulation.data.DataException;
import reprise.simulation.lookahead.PriceData;
import reprise.simulation.sweep.Span;
import reprise.state.StateHash;

/** The market of a run's instruments, read once. Immutable: any number of runs may have feeds over it at the same time. */
public abstract sealed class DecodedMarket permits DecodedBars, DecodedTicks {
    private final List<String> names;
    private final List<String> descriptions;
    private final List<InstrumentDefinition> instruments;

    /**
     * A market.
     *
     * @param names of files and the like.
     * @param descriptions one a source.
     * @param instruments that it was read for, all of the configuration.
     */
    DecodedMarket(
            final List<String> names, final List<String> descriptions, final List<InstrumentDefinition> instruments) {
        this.names = List.copyOf(names);
        this.descriptions = List.copyOf(descriptions);
        this.instruments = List.copyOf(instruments);
    }

    /**
     * What the data is and what was wrong with it, for people.
     *
     * @return one line a source.
     */
    public final List<String> describe() {
        return descriptions;
    }

    /**
     * Which market it is, whatever the files are called.
     *
     * @return SHA-256 over symbols and what happens, 64 hexadecimal digits.
     */
    public final String fingerprint() {
        final MessageDigest digest = StateHash.sha256();
        addTo(digest);
        return HexFormat.of().formatHex(digest.digest());
    }

    abstract void addTo(MessageDigest digest);

    static void addTo(final MessageDigest digest, final InstrumentDefinition instrument) {
        digest.update((instrument.symbol() + '\n').getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A feed for one run over a span of the data.
     *
     * @param config of the run.
     * @param span of the data.
     * @return before its first step; holds nothing that must be closed.
     * @throws ConfigException if the configuration needs the data read another way, or the data has no such spans.
     * @throws DataException if there is too little data.
     */
    abstract MarketFeed feed(RunConfig config, Span span);

    /**
     * Checks that a configuration can be run on it.
     *
     * @param config of the run.
     * @throws ConfigException if the configuration needs the data read another way.
     * @throws DataException if there is too little data.
     */
    public final void requireUsable(final RunConfig config) {
        feed(config, Span.WHOLE);
    }

    /**
     * What each source says.
     *
     * @return in the order of the feed.
     */
    public abstract List<? extends PriceData> prices();

    /**
     * Bars, where nothing else will do.
     *
     * @param purpose of the user's, such as {@code --walk-forward}.
     * @return this.
     * @throws ConfigException if it has quotes, trades or levels.
     */
    public final DecodedBars bars(final String purpose) {
        if (this instanceof DecodedBars bars) {
            return bars;
        }
        throw new ConfigException(purpose + " needs bars; " + source() + " has quotes, trades or levels");
    }

    final String source() {
        return String.join(", ", names);
    }

    final List<String> names() {
        return names;
    }

    /** Prices are kept in the decimals of the instruments that they were read for. */
    final void requireSameReading(final RunConfig config) {
        boolean same = instruments.size() == config.instruments().size();
        for (int i = 0; same && i < instruments.size(); i++) {
            final InstrumentDefinition read = instruments.get(i);
            final InstrumentDefinition other = config.instruments().get(i);
            same = read.symbol().equals(other.symbol())
                    && read.priceDecimals() == other.priceDecimals()
                    && read.quantityDecimals() == other.quantityDecimals();
        }
        if (!same) {
            throw new ConfigException("instruments or their decimals are not those that the data was read for;"
                    + " a sweep cannot change them");
        }
    }
}
