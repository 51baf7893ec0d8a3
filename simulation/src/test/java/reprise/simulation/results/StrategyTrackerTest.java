package reprise.simulation.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import reprise.market.Instrument;
import reprise.market.Instruments;
import reprise.number.Money;
import reprise.portfolio.Portfolio;
import reprise.simulation.TestMarket;

class StrategyTrackerTest {
    private static final int STRATEGY = 1;
    private static final long QUANTITY = 10;

    private final Instruments instruments = new Instruments();
    private final Instrument instrument = instruments.define(TestMarket.BTC);
    private final Portfolio portfolio = new Portfolio(STRATEGY);
    private final StrategyTracker tracker;

    StrategyTrackerTest() {
        portfolio.define(instrument);
        tracker = new StrategyTracker(portfolio, instruments);
    }

    private void fill(final long signedQuantity) {
        portfolio.fill(STRATEGY, 0, signedQuantity, signedQuantity * Money.ONE, 0);
        tracker.onFill(STRATEGY, instrument, signedQuantity, QUANTITY * Money.ONE, 0, TestMarket.MINUTE_NS);
        tracker.revalue(instrument);
    }

    private void bars(final int count) {
        for (int i = 0; i < count; i++) {
            tracker.onBar(instrument);
            tracker.setPoint();
            tracker.completePoint(false);
        }
    }

    private double exposure() {
        return tracker.comparison(365).strategies().get(0).exposure();
    }

    @Test
    void shouldCountTheBarsAtWhichSomethingIsHeld() {
        bars(5);
        fill(QUANTITY);
        bars(3);
        fill(-QUANTITY);
        bars(2);

        assertThat(exposure()).isEqualTo(0.3);
    }

    @Test
    void shouldCountNothingAsHeldAfterItsFillWasTakenBack() {
        fill(QUANTITY);
        bars(1);
        // Taken back: the book is flat again, and no fill says so.
        portfolio.fill(STRATEGY, 0, -QUANTITY, -QUANTITY * Money.ONE, 0);
        tracker.revalue(instrument);
        bars(9);

        assertThat(exposure()).isEqualTo(0.1);
    }

    @Test
    void shouldSeeAtTheNextBarWhatNoFillTold() {
        bars(1);
        portfolio.fill(STRATEGY, 0, QUANTITY, QUANTITY * Money.ONE, 0);
        bars(3);
        portfolio.fill(STRATEGY, 0, -QUANTITY, -QUANTITY * 2 * Money.ONE, Money.ONE);
        bars(6);

        assertThat(exposure()).isEqualTo(0.3);
        assertThat(tracker.comparison(365).strategies().get(0).pnl()).isEqualTo((QUANTITY - 1) * Money.ONE);
    }
}
