package reprise.alpaca;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import reprise.alpaca.market.BarHistory;
import reprise.alpaca.market.BarLedger;
import reprise.alpaca.market.GapFiller;
import reprise.alpaca.market.MarketSession;
import reprise.alpaca.market.MissedTrades;
import reprise.alpaca.market.SessionSettings;
import reprise.alpaca.market.TradeHistory;
import reprise.alpaca.stream.KeptStream;
import reprise.alpaca.stream.StreamTime;
import reprise.calendar.SessionCalendar;
import reprise.market.InstrumentDefinition;
import reprise.port.VenueLink;

/**
 * Prices: one stream for stocks and one for crypto, as far as there are such instruments, and the history that fills their gaps. Started and
 * closed by the venue's owner.
 */
final class AlpacaMarketData implements AutoCloseable {
    private static final long DELAY_NS = TimeUnit.MINUTES.toNanos(15);

    /** Of one interruption: ten calls of the two hundred that a minute has. */
    private static final int MOST_TRADES = 100_000;

    private final AlpacaConfig config;
    private final List<InstrumentDefinition> all;
    private final AlpacaRest rest;
    private final StreamTime time;
    private final SplittableRandom random;
    private final List<KeptStream> streams = new ArrayList<>();
    private GapFiller gaps;

    AlpacaMarketData(final AlpacaConfig config, final List<InstrumentDefinition> instruments, final AlpacaRest rest) {
        this(config, instruments, rest, StreamTime.SYSTEM, new SplittableRandom());
    }

    AlpacaMarketData(
            final AlpacaConfig config,
            final List<InstrumentDefinition> instruments,
            final AlpacaRest rest,
            final StreamTime time,
            final SplittableRandom random) {
        this.config = config;
        all = List.copyOf(instruments);
        this.rest = rest;
        this.time = time;
        this.random = random;
    }

    void start(final VenueLink link) {
        final long delayNs = config.feed() == AlpacaFeed.DELAYED_SIP ? DELAY_NS : 0;
        final String feed = AlpacaHistory.feed(config.feed());
        gaps = new GapFiller(
                new BarHistory(rest.data(), feed),
                new TradeHistory(rest.data(), feed, MOST_TRADES),
                delayNs,
                inVenueTime(),
                link,
                time);
        final List<InstrumentDefinition> stocks = ours(false);
        if (!stocks.isEmpty()) {
            start("alpaca-stocks", "/v2/" + config.feed().path(), stocks, stockChannels(), stockHours(delayNs), link);
        }
        final List<InstrumentDefinition> crypto = ours(true);
        if (!crypto.isEmpty()) {
            start("alpaca-crypto", "/v1beta3/crypto/us", crypto, cryptoChannels(), timeNs -> true, link);
        }
    }

    private List<InstrumentDefinition> ours(final boolean crypto) {
        return all.stream()
                .filter(i -> i.venueId() == config.venueId() && BarHistory.isCrypto(i.symbol()) == crypto)
                .toList();
    }

    private List<String> stockChannels() {
        final List<String> channels = new ArrayList<>(List.of("bars", "updatedBars", "dailyBars", "statuses", "lulds"));
        addTicks(channels);
        return channels;
    }

    private List<String> cryptoChannels() {
        final List<String> channels = new ArrayList<>(List.of("bars", "updatedBars", "dailyBars"));
        addTicks(channels);
        if (config.streams().books()) {
            channels.add("orderbooks");
        }
        return channels;
    }

    private void addTicks(final List<String> channels) {
        if (config.streams().trades()) {
            channels.add("trades");
        }
        if (config.streams().quotes()) {
            channels.add("quotes");
        }
    }

    /** Regular hours; of the night session nothing is known, and the made-up prices never rest. */
    private LongPredicate stockHours(final long delayNs) {
        final SessionCalendar calendar = SessionCalendar.usEquities();
        return switch (config.feed()) {
            case TEST -> timeNs -> true;
            case OVERNIGHT -> timeNs -> false;
            default -> timeNs -> calendar.isOpen(timeNs - delayNs);
        };
    }

    private void start(
            final String name,
            final String path,
            final List<InstrumentDefinition> instruments,
            final List<String> channels,
            final LongPredicate isOpen,
            final VenueLink link) {
        final BarLedger ledger = new BarLedger(
                all.stream().mapToInt(InstrumentDefinition::instrumentId).max().orElse(0) + 1);
        for (final InstrumentDefinition instrument : instruments) {
            final long lastBarNs = link.lastBarNs(instrument.instrumentId());
            if (lastBarNs > 0) {
                ledger.known(instrument.instrumentId(), lastBarNs);
            }
        }
        final boolean wasWarm = ledger.knowsAny();
        final boolean hasHistory = config.feed() != AlpacaFeed.TEST
                || BarHistory.isCrypto(instruments.get(0).symbol());
        final MissedTrades missed =
                missedTrades(config.streams().trades() && hasHistory ? instruments : List.of(), link);
        final MarketSession session = new MarketSession(
                new SessionSettings(name, config.keyId(), config.secret(), channels, isOpen, inVenueTime()),
                instruments,
                ledger,
                missed,
                link,
                again -> {
                    if (hasHistory && (again || wasWarm || missed.isMissing())) {
                        gaps.fill(name, instruments, ledger, missed);
                    }
                });
        final URI uri = URI.create(config.endpoints().dataStream() + path);
        final KeptStream stream =
                new KeptStream(config.stream(name, uri), session, time.ahead(config.ahead()), random.split());
        streams.add(stream);
        stream.start(link);
    }

    /** Since any of them traded the engine has heard all of them. */
    private static MissedTrades missedTrades(final List<InstrumentDefinition> instruments, final VenueLink link) {
        final long lastNs = instruments.stream()
                .mapToLong(instrument -> link.lastTradeNs(instrument.instrumentId()))
                .max()
                .orElse(0);
        return new MissedTrades(instruments, lastNs > 0 ? lastNs : MissedTrades.NOTHING);
    }

    private boolean inVenueTime() {
        return !config.ahead().isZero();
    }

    @Override
    public void close() {
        streams.forEach(KeptStream::close);
        if (gaps != null) {
            gaps.close();
        }
    }
}
