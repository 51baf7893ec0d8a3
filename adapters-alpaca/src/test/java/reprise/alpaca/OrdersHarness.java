package reprise.alpaca;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import reprise.alpaca.json.FlatReader;
import reprise.alpaca.order.EngineEars;
import reprise.alpaca.rest.Priority;
import reprise.alpaca.rest.RestClock;
import reprise.market.InstrumentDefinition;
import reprise.number.Money;
import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.simulation.alpaca.AlpacaServer;
import reprise.simulation.alpaca.account.AccountTerms;
import reprise.simulation.alpaca.market.Asset;

/** The order half of the venue against a local server that speaks Alpaca's protocol. */
final class OrdersHarness implements AutoCloseable {
    static final InstrumentDefinition AAPL = new InstrumentDefinition(0, 0, "AAPL", "AAPL", "USD", 4, 2, 100, 100, 0);
    static final InstrumentDefinition BTC = new InstrumentDefinition(1, 0, "BTC/USD", "BTC", "USD", 2, 9, 1, 1000, 0);

    /** Bought by amounts of money; nobody offers it before somebody does. */
    static final InstrumentDefinition VTI =
            new InstrumentDefinition(2, 0, "VTI", "VTI", "USD", 4, 9, 100, 1, 0).withAmounts(true);

    final AlpacaServer server;
    EngineEars ears;
    AlpacaRest rest;
    AlpacaOrders orders;

    private final Duration request;
    private final RestClock clock;
    private final Duration stale;

    OrdersHarness() {
        this(AccountTerms.plain(new BigDecimal("1000000")), Duration.ofSeconds(1));
    }

    OrdersHarness(final AccountTerms terms, final Duration request) {
        this(terms, request, RestClock.SYSTEM, Duration.ofSeconds(5));
    }

    OrdersHarness(final AccountTerms terms, final Duration request, final RestClock clock, final Duration stale) {
        this(terms, request, clock, stale, true);
    }

    OrdersHarness(
            final AccountTerms terms,
            final Duration request,
            final RestClock clock,
            final Duration stale,
            final boolean events) {
        this.request = request;
        this.stale = stale;
        this.clock = clock;
        final var config = reprise.simulation.alpaca.AlpacaConfig.local(
                        List.of(Asset.equity("AAPL"), Asset.crypto("BTC/USD"), Asset.equity("VTI")))
                .withTerms(terms);
        server = new AlpacaServer(events ? config : config.withoutEvents());
        server.market().quote("AAPL", "99.99", "100.01");
        server.market().quote("BTC/USD", "60000", "60010");
        connect("KEY", "SECRET");
    }

    /** Another process begins. */
    void connect(final String key, final String secret) {
        final AlpacaConfig config = new AlpacaConfig(
                0,
                key,
                secret,
                AlpacaEndpoints.local(server.port()),
                AlpacaFeed.IEX,
                new AlpacaConfig.Streams(true, true, true),
                "run",
                false,
                new AlpacaConfig.Limits(request, stale, Duration.ofMillis(20), Duration.ofMillis(100), 1_000_000));
        ears = new EngineEars();
        rest = new AlpacaRest(config);
        orders = new AlpacaOrders(config, List.of(AAPL, BTC, VTI), rest, clock);
        orders.start(ears);
    }

    OrdersHarness connected() {
        ears.awaitLine("connected");
        ears.take();
        return this;
    }

    /** Shares at a price in dollars; a market order without one. */
    void submit(final long orderId, final Side side, final int shares, final String price) {
        final OrderTerms terms = new OrderTerms()
                .set(side, price == null ? OrderType.MARKET : OrderType.LIMIT, TimeInForce.DAY, shares * 100L);
        orders.submitOrder(orderId, 0, 1, price == null ? terms : terms.limitPrice(price(price)));
    }

    /** What an amount buys of shares at the market; the reckoned quantity means nothing here. */
    void submitAmount(final long orderId, final String dollars) {
        orders.submitCashOrder(orderId, VTI.instrumentId(), 1, amount(dollars, TimeInForce.GTC));
    }

    static OrderTerms amount(final String dollars, final TimeInForce timeInForce) {
        return new OrderTerms().set(Side.BUY, OrderType.MARKET, timeInForce, 77).cashOrderQty(Money.parse(dollars));
    }

    static long price(final String dollars) {
        return new BigDecimal(dollars).movePointRight(4).longValueExact();
    }

    /** What the server says of one of its orders, by our name for it. */
    Map<String, String> serverOrder(final String name) {
        final var answer = rest.trading().get("/v2/orders:by_client_order_id?client_order_id=" + name, Priority.ORDERS);
        return answer.isDone() ? FlatReader.read(answer.body()).get(0) : null;
    }

    void disconnect() {
        rest.close();
        orders.close();
    }

    @Override
    public void close() {
        disconnect();
        server.close();
    }
}
