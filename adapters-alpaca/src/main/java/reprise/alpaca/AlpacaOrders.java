package reprise.alpaca;

import java.util.List;
import reprise.alpaca.order.AlpacaInstruments;
import reprise.alpaca.order.OrderDesk;
import reprise.alpaca.order.OrderSettings;
import reprise.alpaca.rest.RestClock;
import reprise.alpaca.stream.KeptStream;
import reprise.alpaca.stream.StreamSettings;
import reprise.market.InstrumentDefinition;
import reprise.message.EngineCommands;
import reprise.order.GroupTerms;
import reprise.order.OrderTerms;
import reprise.port.VenueLink;

/** Orders at Alpaca: commands go out by REST, what becomes of them comes by the stream of trade updates. Commands return at once. */
final class AlpacaOrders implements EngineCommands, AutoCloseable {
    private final AlpacaConfig config;
    private final List<InstrumentDefinition> instruments;
    private final AlpacaRest rest;
    private final RestClock clock;
    private OrderDesk desk;
    private KeptStream stream;

    AlpacaOrders(final AlpacaConfig config, final List<InstrumentDefinition> instruments, final AlpacaRest rest) {
        this(config, instruments, rest, RestClock.ahead(config.ahead()));
    }

    AlpacaOrders(
            final AlpacaConfig config,
            final List<InstrumentDefinition> instruments,
            final AlpacaRest rest,
            final RestClock clock) {
        this.config = config;
        this.instruments = instruments;
        this.rest = rest;
        this.clock = clock;
    }

    void start(final VenueLink link) {
        final AlpacaConfig.Limits limits = config.limits();
        desk = new OrderDesk(
                new OrderSettings(
                        config.venueId(),
                        config.orderPrefix(),
                        config.extendedHours(),
                        config.cryptoFeeE8(),
                        limits.request(),
                        limits.stale()),
                new AlpacaInstruments(config.venueId(), instruments),
                rest.trading(),
                new OrderDesk.Keys(config.keyId(), config.secret()),
                link,
                clock);
        stream = new KeptStream(
                new StreamSettings(
                        "alpaca-trade-updates",
                        config.endpoints().tradingStream(),
                        limits.request(),
                        limits.stale(),
                        limits.firstRetry(),
                        limits.lastRetry()),
                desk.stream());
        stream.start(link);
    }

    @Override
    public void submitOrder(final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        desk.submit(orderId, instrumentId, terms);
    }

    @Override
    public void submitCashOrder(
            final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        desk.submit(orderId, instrumentId, terms);
    }

    @Override
    public void submitGroup(final int instrumentId, final int strategyId, final GroupTerms group) {
        desk.submitGroup(instrumentId, group);
    }

    @Override
    public void cancelOrder(final long orderId, final int instrumentId) {
        desk.cancel(orderId, instrumentId);
    }

    @Override
    public void replaceOrder(
            final long orderId,
            final int instrumentId,
            final int revision,
            final long quantity,
            final long limitPrice,
            final long stopPrice) {
        desk.replace(orderId, instrumentId, revision, quantity, limitPrice, stopPrice);
    }

    @Override
    public void queryOrder(final long orderId, final int instrumentId) {
        desk.query(orderId, instrumentId);
    }

    @Override
    public void requestReconciliation(final int venueId, final long sinceNs) {
        if (venueId == config.venueId()) {
            desk.reconcile(sinceNs);
        }
    }

    @Override
    public void close() {
        if (stream != null) {
            stream.close();
        }
        if (desk != null) {
            desk.close();
        }
    }
}
