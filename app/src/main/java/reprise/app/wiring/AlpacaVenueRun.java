package reprise.app.wiring;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import reprise.app.ExitCode;
import reprise.app.config.ConfigException;
import reprise.app.config.RunConfig;
import reprise.market.InstrumentDefinition;
import reprise.number.Money;
import reprise.simulation.alpaca.AlpacaConfig;
import reprise.simulation.alpaca.AlpacaServer;
import reprise.simulation.alpaca.AlpacaTally;
import reprise.simulation.alpaca.MarketPlayback;
import reprise.simulation.alpaca.account.AccountTerms;
import reprise.simulation.alpaca.market.Asset;
import reprise.simulation.alpaca.market.MarketHours;
import reprise.simulation.backtest.Pace;
import reprise.simulation.backtest.SessionProgress;
import reprise.simulation.sweep.Span;

/** A local venue that speaks Alpaca's protocol, with the instruments, the cash and the data of a configuration. */
public final class AlpacaVenueRun {
    /** What a user reads, and a script waits for. */
    public static final String LISTENING = "reprise: venue alpaca: listening at ";

    /** The same when the data has ended and clients may still ask. */
    public static final String OVER = "reprise: venue alpaca: the market is over";

    private static final long PATIENCE_NS = 10_000_000_000L;
    private static final long PARK_NS = 20_000_000;
    private static final long NS_PER_SECOND = 1_000_000_000L;

    private final RunConfig config;
    private final DecodedBars data;
    private final Pace pace;
    private final long lingerSeconds;
    private volatile boolean stopRequested;

    /**
     * A venue that does not listen yet.
     *
     * @param config with instruments and cash.
     * @param data of these instruments.
     * @param pace how fast the market moves.
     * @param lingerSeconds how long clients may stay when the data has ended.
     */
    public AlpacaVenueRun(final RunConfig config, final DecodedBars data, final Pace pace, final long lingerSeconds) {
        this.config = config;
        this.data = data;
        this.pace = pace;
        this.lingerSeconds = lingerSeconds;
    }

    /**
     * How it ended.
     *
     * @param tally what the venue has seen.
     * @param stopped whether the user stopped it before its data ended.
     */
    public record Outcome(AlpacaTally tally, boolean stopped) {}

    /** What a caller changes of the venue, before and after it listens. */
    public interface Options {
        /**
         * Changes the configuration.
         *
         * @param plain made of instruments and cash.
         * @return changed.
         */
        AlpacaConfig configured(AlpacaConfig plain);

        /**
         * Listens already, and nobody has come.
         *
         * @param server whose faults may be planned.
         */
        void started(AlpacaServer server);
    }

    /**
     * Listens, waits for a client, runs until the data ends, and lets clients leave.
     *
     * @param options of the caller.
     * @param progress is told how far it is.
     * @return how it ended.
     */
    public Outcome run(final Options options, final SessionProgress progress) {
        final Map<InstrumentDefinition, Asset> assets = new LinkedHashMap<>();
        config.instruments().forEach(instrument -> assets.put(instrument, asset(instrument)));
        final Span span = data.tradable(config.warmup());
        final AlpacaConfig plain = AlpacaConfig.local(List.copyOf(assets.values()))
                .at(hours(), Instant.ofEpochSecond(0, span.fromNs()))
                .withTerms(terms());
        try (AlpacaServer server = listening(options.configured(plain))) {
            final MarketPlayback playback = new MarketPlayback(server, pace);
            data.tables()
                    .forEach((instrument, table) -> playback.add(
                            assets.get(instrument),
                            table.cursor(),
                            instrument.priceDecimals(),
                            instrument.quantityDecimals(),
                            span.fromNs()));
            options.started(server);
            System.out.println(LISTENING + server.httpUri());
            System.out.flush();
            return play(server, playback, progress);
        }
    }

    private static AlpacaServer listening(final AlpacaConfig config) {
        try {
            return new AlpacaServer(config);
        } catch (final IllegalStateException e) {
            throw new ConfigException("--port: " + e.getMessage());
        }
    }

    private Outcome play(final AlpacaServer server, final MarketPlayback playback, final SessionProgress progress) {
        final Interruption interruption = new Interruption(
                () -> {
                    stopRequested = true;
                    playback.stop();
                },
                () -> Runtime.getRuntime().halt(ExitCode.INTERRUPTED),
                PATIENCE_NS);
        try {
            final boolean stopped = playback.run(progress);
            if (!stopped) {
                System.err.println(OVER + "; it ends when its clients have gone, or in " + lingerSeconds + " s"
                        + (server.hasClient() ? "" : "; there is none now, one may come back"));
            }
            linger(server);
            return new Outcome(server.tally(), stopped);
        } finally {
            interruption.close();
        }
    }

    /** A client that was killed shortly before the end is to find what it left, so it is waited for too. */
    private void linger(final AlpacaServer server) {
        final long startNanoTime = System.nanoTime();
        boolean hadClient = false;
        while (!stopRequested
                && (!hadClient || server.hasClient())
                && System.nanoTime() - startNanoTime < lingerSeconds * NS_PER_SECOND) {
            hadClient |= server.hasClient();
            LockSupport.parkNanos(PARK_NS);
        }
    }

    /** Pairs are what has a slash, or is called by its two currencies; all else is a stock. */
    private Asset asset(final InstrumentDefinition instrument) {
        final BigDecimal tick = BigDecimal.valueOf(instrument.tickSize(), instrument.priceDecimals());
        final BigDecimal lot = BigDecimal.valueOf(instrument.lotSize(), instrument.quantityDecimals());
        if (instrument.symbol().contains("/")) {
            return Asset.crypto(instrument.symbol()).withIncrements(tick, lot);
        }
        if (instrument.symbol().equals(instrument.baseCurrency() + instrument.quoteCurrency())) {
            return Asset.crypto(instrument.baseCurrency() + "/" + instrument.quoteCurrency())
                    .withIncrements(tick, lot);
        }
        final Asset stock = Asset.equity(instrument.symbol()).withIncrements(tick, lot);
        final Asset whole = lot.compareTo(BigDecimal.ONE) < 0 ? stock : stock.notFractionable();
        return instrument.shortable() ? whole : whole.notShortable();
    }

    private MarketHours hours() {
        final boolean hasSessions = config.instruments().stream()
                .anyMatch(instrument -> instrument
                        .calendar()
                        .equals(MarketHours.US_EQUITIES.calendar().name()));
        return hasSessions ? MarketHours.US_EQUITIES : MarketHours.ALWAYS_OPEN;
    }

    private AccountTerms terms() {
        final AccountTerms margin =
                AccountTerms.plain(BigDecimal.valueOf(config.account().cash(), Money.DECIMALS));
        return config.venue().allowShort() || config.venue().leverageE8() > Money.ONE ? margin : margin.unlevered();
    }
}
