package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;
import static reprise.testing.TestEngine.WIDE_LIMITS;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reprise.market.InstrumentStatus;
import reprise.number.Money;
import reprise.order.FeeAsset;
import reprise.order.Liquidity;
import reprise.order.OrderRequest;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.portfolio.Portfolio;
import reprise.testing.ScriptedStrategy;
import reprise.testing.TestEngine;

/** Events that change books and permissions reach them through the core. */
class AccountEventsTest extends CoreFixture {
    private final Portfolio portfolio = engine.core().portfolio();

    private void hold(final long quantity) {
        engine.fill(workingOrder(quantity), quantity, 100);
    }

    @Test
    void shouldSplitAndPayDividends() {
        hold(10);

        engine.events().onSplit(0, 0, 3, 2);
        engine.events().onDividend(0, 0, Money.parse("0.5"));

        assertThat(portfolio.book(1, 0).quantity()).isEqualTo(15);
        assertThat(portfolio.book(1, 0).income()).isEqualTo(Money.parse("7.5"));
        assertThat(portfolio.cash()).isEqualTo(Money.parse("99997.5"));
        assertThat(engine.instrument(0).markPrice()).isEqualTo(67);
    }

    @Test
    void shouldIgnoreASplitThatIsNone() {
        hold(10);

        engine.events().onSplit(0, 0, 0, 2);
        engine.events().onSplit(0, 0, 1, -2);
        engine.events().onSplit(0, 0, Long.MAX_VALUE, 1);

        assertThat(portfolio.book(1, 0).quantity()).isEqualTo(10);
    }

    @Test
    void shouldReceiveLessWhenTheFeeIsInTheBaseAsset() {
        final long orderId = workingOrder(10);

        engine.events().onOrderFilled(orderId, 1, 0, 100, 10, 2, FeeAsset.BASE, Liquidity.TAKER);

        assertThat(portfolio.book(1, 0).quantity()).isEqualTo(8);
        assertThat(portfolio.cash()).isEqualTo(Money.parse("99990"));
        assertThat(engine.core().orders().find(orderId).filledQuantity()).isEqualTo(10);
        assertThat(engine.core().orders().find(orderId).fees()).isEqualTo(Money.parse("2"));
    }

    @Test
    void shouldKeepCashOfOtherCurrenciesApart() {
        engine.events().onAccountReported(1, Money.parse("5"), "EUR");

        assertThat(portfolio.cash()).isEqualTo(Money.parse("100000"));
        assertThat(portfolio.valuation().ledger(1).cash()).isEqualTo(Money.parse("5"));
        assertThat(portfolio.valuation().unvaluedCurrencies()).isEqualTo(1);
    }

    @Test
    void shouldObeyTheMarketsStatusAndTheLenders() {
        engine.events().onBorrowReported(0, 0, 3, 10);
        assertThat(ask(context -> context.submit(limit(Side.SELL, 4, 100)))).isEqualTo(RejectReason.SHORT_NOT_ALLOWED);
        assertThat(ask(context -> context.submit(limit(Side.SELL, 3, 100)))).isEqualTo(RejectReason.NONE);

        engine.events().onInstrumentStatus(0, 0, InstrumentStatus.HALTED);
        assertThat(ask(context -> context.submit(buy(1)))).isEqualTo(RejectReason.NOT_TRADABLE);
        engine.events().onInstrumentStatus(0, 0, InstrumentStatus.TRADING);
        assertThat(ask(context -> context.submit(buy(1)))).isEqualTo(RejectReason.NONE);
    }

    @Test
    void shouldTellTheObserverOfLinks() {
        final List<String> links = new ArrayList<>();
        final CoreObserver observer = new CoreObserver() {
            @Override
            public void onLink(
                    final int strategyId,
                    final int instrumentId,
                    final long entryOrderId,
                    final long exitOrderId,
                    final long signedQuantity,
                    final long pnl) {
                links.add(strategyId + " " + signedQuantity + " " + Money.format(pnl));
            }
        };
        final ScriptedStrategy strategy = new ScriptedStrategy(new ArrayList<>(), "I0");
        try (TestEngine watched = new TestEngine(WIDE_LIMITS, observer, strategy)) {
            strategy.next(context ->
                    context.submit(new OrderRequest().limit(watched.instrument(0), Side.BUY, 5, 100, TimeInForce.GTC)));
            watched.trade(0, 100);
            watched.fill(watched.lastOrderId(), 5, 100);
            strategy.next(context -> context.submit(
                    new OrderRequest().limit(watched.instrument(0), Side.SELL, 5, 100, TimeInForce.GTC)));
            watched.trade(0, 100);
            watched.fill(watched.lastOrderId(), 5, 130);
        }

        assertThat(links).containsExactly("1 5 1.50000000");
    }
}
