package reprise.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static reprise.testing.Definitions.anInstrument;

import java.util.ArrayList;
import java.util.List;
import reprise.market.Instrument;
import reprise.number.Money;
import reprise.order.Order;
import reprise.order.OrderRequest;
import reprise.order.Orders;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.portfolio.OrderFills;
import reprise.portfolio.Portfolio;
import reprise.time.EngineClock;

/** A gate over five instruments, two strategies and 10,000 dollars. */
abstract class RiskFixture {
    static final long WIDE = Money.parse("1000000");
    static final int FIRST = 1;
    static final int SECOND = 2;

    /** Prices in cents, whole quantities, one dollar a unit. */
    final Instrument instrument = anInstrument().withMaxQuantity(50_000).build();

    final Instrument other = anInstrument().withId(1).build();
    final Instrument euro =
            anInstrument().withId(2).withCurrencies("BASE", "EUR").build();
    final Instrument euroRate =
            anInstrument().withId(3).withCurrencies("EUR", "USD").build();
    final Instrument unborrowable = anInstrument().withId(4).notShortable().build();
    final Orders orders = new Orders(1000);
    final Portfolio portfolio = new Portfolio(2);
    final EngineClock clock = new EngineClock();
    final List<Integer> untrusted = new ArrayList<>();
    final OrderFills fills = new OrderFills(portfolio);
    RiskGate gate;
    long nextId = 1;

    RiskFixture() {
        for (final Instrument each : List.of(instrument, other, euro, euroRate, unborrowable)) {
            portfolio.define(each);
        }
        for (final Instrument each : List.of(instrument, other, euro, unborrowable)) {
            each.onTrade(100, 1);
        }
        portfolio.cashReported(Money.parse("10000"));
        with(limits());
    }

    static RiskLimits.Builder limits() {
        return RiskLimits.builder(WIDE, WIDE, 100);
    }

    void with(final RiskLimits.Builder limits) {
        gate = new RiskGate(limits.build(), portfolio, orders, clock, untrusted::contains, List.of());
    }

    static OrderRequest limit(final Instrument what, final Side side, final long quantity, final long price) {
        return new OrderRequest().limit(what, side, quantity, price, TimeInForce.GTC);
    }

    OrderRequest buy(final long quantity) {
        return limit(instrument, Side.BUY, quantity, 100);
    }

    OrderRequest sell(final long quantity) {
        return limit(instrument, Side.SELL, quantity, 100);
    }

    Order open(final int strategyId, final OrderRequest request) {
        gate.passed();
        return orders.open(nextId++, strategyId, request, clock.timeNs());
    }

    void hold(final int strategyId, final long quantity) {
        hold(strategyId, instrument, quantity);
    }

    void hold(final int strategyId, final Instrument what, final long quantity) {
        portfolio.fill(strategyId, what.id(), quantity, what.notional(100, quantity), 0);
    }

    void expectPass(final OrderRequest request) {
        assertThat(gate.check(FIRST, request)).isEqualTo(RejectReason.NONE);
        assertThat(gate.verdict().reason()).isEqualTo(RejectReason.NONE);
    }

    void expectRefusal(final OrderRequest request, final RejectReason reason, final long value, final long limit) {
        assertThat(gate.check(FIRST, request)).isEqualTo(reason);
        assertThat(gate.verdict().reason()).isEqualTo(reason);
        assertThat(gate.verdict().value()).as("value").isEqualTo(value);
        assertThat(gate.verdict().limit()).as("limit").isEqualTo(limit);
    }

    void expectRefusal(final OrderRequest request, final RejectReason reason, final String value, final String limit) {
        expectRefusal(request, reason, Money.parse(value), Money.parse(limit));
    }
}
