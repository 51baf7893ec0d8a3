package reprise.simulation.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import reprise.market.Instrument;
import reprise.message.Outlet;
import reprise.number.Money;
import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.portfolio.Portfolio;
import reprise.simulation.BarList;
import reprise.simulation.TestMarket;

class SimulatedVenueTest {
    private final Echo echo = new Echo();
    private final SimulatedVenue venue =
            new SimulatedVenue(VenueConfig.PLAIN, TestMarket.INSTRUMENTS, Money.parse("1000"), "USDT", echo);

    @Test
    void shouldRefuseCommandsThatComeWhileItMatchesABar() {
        echo.answersWithCancel = true;

        assertThatThrownBy(() -> venue.closeBar(0, bar()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("mailbox");
    }

    @Test
    void shouldNoticeWhenTheBooksOfTheEngineAreOffByOneUnit() {
        final Portfolio engine = new Portfolio(1);
        TestMarket.INSTRUMENTS.forEach(definition -> engine.define(new Instrument(definition)));
        engine.cashReported(Money.parse("1000"));
        venue.requireEqualBooks(engine);

        engine.cashReported(Money.parse("1000") + 1);

        assertThatThrownBy(() -> venue.requireEqualBooks(engine))
                .hasMessageContaining("books of venue and engine differ");
    }

    @Test
    void shouldRejectWhatItDoesNotTrade() {
        venue.submitOrder(1, 99, 1, new OrderTerms().set(Side.BUY, OrderType.MARKET, TimeInForce.GTC, 10));

        assertThat(echo.messages).isEqualTo(1);
    }

    @Test
    void shouldTradeOnlyTheFirstOfBarsThatOverlap() {
        final BarList first = bar();
        venue.openBar(0, first);
        final BarList second = bar();
        venue.openBar(0, second);
        venue.submitOrder(
                1,
                0,
                1,
                new OrderTerms()
                        .set(Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 100_000)
                        .limitPrice(100_00));
        venue.closeBar(0, second);
        venue.closeBar(0, first);

        // Two bars and an acceptance, but no fill.
        assertThat(echo.messages).isEqualTo(3);
    }

    @Test
    void shouldWantDenseInstrumentsOfOneVenue() {
        assertThatThrownBy(() -> new SimulatedVenue(VenueConfig.PLAIN, List.of(TestMarket.ETH), 0, "USDT", echo))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static BarList bar() {
        final BarList bar =
                new BarList(TestMarket.MINUTE_NS).bar(TestMarket.START_NS, 100_00, 101_00, 90_00, 100_00, 1_000_000);
        bar.next();
        return bar;
    }

    /** Counts events, and answers at once where that is forbidden. */
    private final class Echo implements Outlet {
        private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[MAX_MESSAGE_LENGTH_BYTES]);
        private boolean answersWithCancel;
        private int messages;

        @Override
        public MutableDirectBuffer claim() {
            return buffer;
        }

        @Override
        public void end(final int lengthBytes) {
            messages++;
            if (answersWithCancel) {
                venue.cancelOrder(1, 0);
            }
        }
    }
}
