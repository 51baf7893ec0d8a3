package reprise.app.wiring;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import reprise.app.config.ConfigException;
import reprise.app.config.RunConfig;
import reprise.app.config.RunConfigReader;
import reprise.journal.JournalReader;
import reprise.journal.LogReader;
import reprise.market.InstrumentDefinition;
import reprise.simulation.backtest.InstrumentBars;
import reprise.simulation.backtest.MarketFeed;
import reprise.simulation.data.DataException;
import reprise.simulation.recorded.RecordReader;
import reprise.simulation.recorded.RecordedMarket;
import reprise.simulation.remote.EventCounts;
import reprise.simulation.venue.Delay;

/** The market that a journal has on record, as data for other runs. Of a journal that is being written, what was there at first. */
final class JournalMarket {
    private final Path directory;
    private final JournalReader journal;
    private final RecordedMarket market;
    private final long lastSequence;

    /**
     * Reads a journal from end to end.
     *
     * @param directory of it.
     * @param instruments that are wanted.
     * @throws reprise.app.VerificationException if it is damaged.
     * @throws DataException if it lacks an instrument, or one cannot be told in its decimals.
     * @throws reprise.journal.JournalException if its beginning was pruned.
     */
    JournalMarket(final Path directory, final List<InstrumentDefinition> instruments) {
        this.directory = directory;
        journal = JournalReader.open(directory);
        JournaledReplay.requireIntact(journal.findings());
        journal.requireBeginning();
        try (LogReader events = journal.events()) {
            market = RecordedMarket.read(
                    new JournalRecords(events, new EventCounts()), instruments, directory.toString());
            lastSequence = events.sequence();
            JournaledReplay.requireNoDamage(events.findings());
            events.findings().forEach(finding -> System.err.println("reprise: warning: journal: " + finding));
        }
    }

    /** The journal that is named as data; null if none is. */
    static JournalMarket of(final List<String> arguments, final RunConfig config) {
        for (final String argument : arguments) {
            final Path directory = journalIn(argument);
            if (directory != null) {
                if (arguments.size() > 1 || !argument.equals(directory.toString())) {
                    throw new ConfigException("--data " + argument + ": " + directory
                            + " is a journal, which has the market of all instruments: give it alone, --data "
                            + directory);
                }
                return new JournalMarket(directory, config.instruments());
            }
        }
        return null;
    }

    private static Path journalIn(final String argument) {
        try {
            final Path whole = Path.of(argument);
            final Path named = Path.of(argument.substring(argument.indexOf('=') + 1));
            return JournalReader.isThere(whole) ? whole : JournalReader.isThere(named) ? named : null;
        } catch (final InvalidPathException e) {
            return null;
        }
    }

    String name() {
        return directory.toString();
    }

    RecordedMarket market() {
        return market;
    }

    /** Its bars, a source for each instrument and length. */
    List<InstrumentBars> bars() {
        if (market.hasTicks()) {
            throw new DataException(name() + ": has quotes, trades or levels; only a backtest can use these");
        }
        return market.bars(this::reader);
    }

    /** All of it, as it was heard. */
    MarketFeed ticks(final RunConfig config) {
        if (!config.venue().latency().feed().equals(Delay.NONE)) {
            throw new ConfigException("venue.latency.feed: " + name()
                    + " has the times at which its market was heard, the delay of the feed among them; set venue.latency.feed.meanMs=0"
                    + " and venue.latency.feed.deviationMs=0");
        }
        if (config.warmup().untilNs() > 0) {
            throw new ConfigException("warmup.until: " + name() + " has ticks, and its own history before them");
        }
        if (!isWarmedUpAlike(config)) {
            requireHistory(config);
        }
        return market.feed(reader());
    }

    /** A recorded run that wanted the same history has all that it could have. */
    private boolean isWarmedUpAlike(final RunConfig config) {
        try {
            return RunConfigReader.parse(directory + "/conf.yaml", journal.configuration())
                    .warmup()
                    .equals(config.warmup());
        } catch (final ConfigException e) {
            // Of a build that knew other keys.
            return false;
        }
    }

    private void requireHistory(final RunConfig config) {
        for (final InstrumentDefinition instrument : config.instruments()) {
            final long history = market.historyCount(instrument.instrumentId());
            if (history < config.warmup().bars()) {
                throw new DataException(
                        "warmup: " + config.warmup().bars() + " or more bars are to come before trading, " + name()
                                + " has a history of " + history + " of " + instrument.symbol());
            }
        }
    }

    private RecordReader reader() {
        return new JournalRecords(journal.events(), new EventCounts(), lastSequence);
    }
}
