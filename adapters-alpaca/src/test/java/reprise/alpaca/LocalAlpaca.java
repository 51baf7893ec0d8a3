package reprise.alpaca;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import reprise.market.BracketStyle;
import reprise.market.InstrumentDefinition;
import reprise.number.Decimals;
import reprise.order.OrderType;
import reprise.order.TimeInForce;
import reprise.port.Venue;
import reprise.simulation.alpaca.AlpacaServer;
import reprise.simulation.alpaca.account.AccountTerms;
import reprise.simulation.alpaca.fault.Fault;
import reprise.simulation.alpaca.fault.FaultKind;
import reprise.simulation.alpaca.market.Asset;
import reprise.simulation.contract.ContractEnvironment;
import reprise.simulation.contract.VenueControl;
import reprise.simulation.contract.VenueFault;
import reprise.simulation.contract.VenueRequest;

/** One account at a local server that speaks Alpaca's protocol, and that does as it is told. */
final class LocalAlpaca implements ContractEnvironment, VenueControl {
    static final InstrumentDefinition AAPL =
            new InstrumentDefinition(0, 0, "AAPL", "AAPL", "USD", 4, 0, 100, 1, 0).withBrackets(BracketStyle.NATIVE);
    static final InstrumentDefinition FRACTIONS =
            new InstrumentDefinition(0, 0, "AAPL", "AAPL", "USD", 4, 9, 100, 1, 0).withAmounts(true);
    static final InstrumentDefinition BTC = new InstrumentDefinition(
            0,
            0,
            "BTC/USD",
            "BTC",
            "USD",
            2,
            5,
            1,
            1,
            10_00000000L,
            0,
            false,
            types(OrderType.MARKET, OrderType.LIMIT, OrderType.STOP_LIMIT),
            types(TimeInForce.GTC, TimeInForce.IOC),
            "utc-days",
            BracketStyle.ENGINE,
            false);

    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long SEED = 7;

    private final InstrumentDefinition instrument;
    private final boolean fillsInPart;
    private final Duration stale;
    private final AlpacaServer server;

    /**
     * A server in this process.
     *
     * @param instrument that is traded.
     * @param fillsInPart whether each price fills a part.
     * @param stale after which silence a stream is opened anew.
     */
    LocalAlpaca(final InstrumentDefinition instrument, final boolean fillsInPart, final Duration stale) {
        this.instrument = instrument;
        this.fillsInPart = fillsInPart;
        this.stale = stale;
        final Asset asset = isPair() ? Asset.crypto(instrument.symbol()) : Asset.equity(instrument.symbol());
        server = new AlpacaServer(reprise.simulation.alpaca.AlpacaConfig.local(List.of(asset))
                .withTerms(AccountTerms.plain(new BigDecimal("100000"))
                        .withPartialFills(fillsInPart ? 1 : 0, SEED)
                        .withCryptoFee(new BigDecimal("0.0025"))));
    }

    private static int types(final Enum<?>... values) {
        int set = 0;
        for (final Enum<?> value : values) {
            set |= 1 << value.ordinal();
        }
        return set;
    }

    private AlpacaVenue venue(final String key, final String orderPrefix) {
        return new AlpacaVenue(
                new AlpacaConfig(
                                0,
                                key,
                                "SECRET",
                                AlpacaEndpoints.local(server.port()),
                                AlpacaFeed.IEX,
                                new AlpacaConfig.Streams(true, true, false),
                                orderPrefix,
                                false,
                                new AlpacaConfig.Limits(
                                        Duration.ofMillis(300),
                                        stale,
                                        Duration.ofMillis(20),
                                        Duration.ofMillis(100),
                                        1_000_000))
                        .inTimeOfVenue(
                                Duration.between(Instant.now(), server.market().now())),
                List.of(instrument));
    }

    @Override
    public InstrumentDefinition instrument() {
        return instrument;
    }

    @Override
    public Venue newVenue(final String orderPrefix) {
        return venue("KEY", orderPrefix);
    }

    @Override
    public Venue newVenueWithWrongKeys() {
        return venue("WRONG", "wrong");
    }

    @Override
    public Optional<VenueControl> control() {
        return Optional.of(this);
    }

    @Override
    public boolean isMarketOpen() {
        return true;
    }

    @Override
    public boolean fillsInPart() {
        return fillsInPart;
    }

    @Override
    public void rest() {
        // no limit comes near
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void close() {
        server.close();
    }

    private String price(final long price) {
        return Decimals.format(price, instrument.priceDecimals());
    }

    private String quantity(final long quantity) {
        return Decimals.format(quantity, instrument.quantityDecimals());
    }

    @Override
    public void tradeAt(final long price) {
        final long tick = instrument.tickSize();
        server.market().together(() -> {
            server.market().quote(instrument.symbol(), price(price - tick), price(price + tick));
            server.market().trade(instrument.symbol(), price(price), "100");
        });
    }

    @Override
    public long closeBar(final long open, final long high, final long low, final long close, final long volume) {
        final long endNs = timeNs() - Math.floorMod(timeNs(), MINUTE_NS) + MINUTE_NS;
        server.market().together(() -> {
            server.market().advance(Duration.ofNanos(endNs - timeNs()));
            server.market()
                    .bar(instrument.symbol(), price(open), price(high), price(low), price(close), quantity(volume));
        });
        return endNs;
    }

    @Override
    public long timeNs() {
        return Duration.between(Instant.EPOCH, server.market().now()).toNanos();
    }

    /** Of pairs no halts and corrections are told. */
    @Override
    public boolean can(final VenueFault fault) {
        return switch (fault) {
            case HALT, RESUME, CORRECT_TRADE -> !isPair();
            default -> true;
        };
    }

    private boolean isPair() {
        return instrument.symbol().contains("/");
    }

    @Override
    public void let(final VenueFault fault, final VenueRequest request, final long lastingMs) {
        // An answer that is lost never comes, so that time runs out.
        final long ms = fault == VenueFault.LOSE_ANSWER ? 0 : lastingMs;
        server.faults().set(Fault.once(kind(fault)).at(place(fault, request)).lasting(ms));
    }

    private static FaultKind kind(final VenueFault fault) {
        return switch (fault) {
            case DROP_DATA, DROP_ORDERS -> FaultKind.DROP;
            case HOLD_DATA_SLOT, HOLD_ORDERS_SLOT -> FaultKind.HOLD_SLOT;
            case SILENCE_DATA -> FaultKind.SILENT;
            case REPEAT_DATA, REPEAT_ORDERS -> FaultKind.DUPLICATE;
            case SWAP_DATA, SWAP_ORDERS -> FaultKind.REORDER;
            case DELAY_ORDERS -> FaultKind.DELAY;
            case LOSE_UPDATE -> FaultKind.LOST_UPDATE;
            case REPEAT_EXECUTION -> FaultKind.DUPLICATE_EXECUTION;
            case ERROR_AFTER_DONE -> FaultKind.ERROR_AFTER_ACCEPT;
            case LOSE_ANSWER -> FaultKind.LOST_ANSWER;
            case RESET -> FaultKind.RESET;
            case SLOW -> FaultKind.SLOW;
            case TOO_MANY -> FaultKind.TOO_MANY_BARE;
            case GATEWAY_PAGE -> FaultKind.HTML;
            case FILL_FIRST -> FaultKind.FILL_FIRST;
            case CANCEL_FILLS -> FaultKind.CANCEL_FILLS;
            case BUST -> FaultKind.BUST;
            case CORRECT -> FaultKind.CORRECT;
            case CORRECT_TRADE -> FaultKind.TRADE_CORRECTION;
            case LATE_TRADE -> FaultKind.LATE_TRADE;
            case HALT -> FaultKind.HALT;
            case RESUME -> FaultKind.RESUME;
        };
    }

    private String place(final VenueFault fault, final VenueRequest request) {
        return switch (fault) {
            case DROP_DATA, HOLD_DATA_SLOT, SILENCE_DATA, REPEAT_DATA, SWAP_DATA ->
                isPair() ? "/v1beta3/crypto" : "/v2/iex";
            case DROP_ORDERS, HOLD_ORDERS_SLOT, DELAY_ORDERS, SWAP_ORDERS, REPEAT_ORDERS -> "/stream";
            case ERROR_AFTER_DONE, LOSE_ANSWER, RESET, SLOW, TOO_MANY, GATEWAY_PAGE -> method(request);
            case CORRECT_TRADE, LATE_TRADE, HALT, RESUME -> instrument.symbol();
            default -> "";
        };
    }

    private static String method(final VenueRequest request) {
        return switch (request) {
            case SUBMIT -> "POST";
            case CANCEL -> "DELETE";
            case REPLACE -> "PATCH";
            case NONE -> "";
        };
    }

    @Override
    public long ordersTaken() {
        return server.tally().orders();
    }

    @Override
    public long position() {
        return server.tally()
                .positions()
                .getOrDefault(instrument.symbol(), BigDecimal.ZERO)
                .movePointRight(instrument.quantityDecimals())
                .longValue();
    }

    @Override
    public boolean takesFeesInKind() {
        return isPair();
    }
}
