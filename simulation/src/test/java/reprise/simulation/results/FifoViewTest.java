package reprise.simulation.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;
import reprise.number.Money;
import reprise.portfolio.Portfolio;
import reprise.simulation.results.FifoView.Disposal;
import reprise.testkit.RandomCases;

class FifoViewTest {
    private final Instrument instrument =
            new Instrument(new InstrumentDefinition(0, 0, "X", "X", "USD", 0, 0, 1, 1, 0));
    private final List<Disposal> disposals = new ArrayList<>();
    private final FifoView view = new FifoView(disposals::add);

    @Test
    void shouldCloseWhatWasOpenedFirst() {
        view.onFill(instrument, 5, 10, 1);
        view.onFill(instrument, 5, 20, 2);
        view.onFill(instrument, -7, 30, 3);

        assertThat(disposals)
                .containsExactly(
                        new Disposal(0, 1, 3, 5, Money.parse("50"), Money.parse("150")),
                        new Disposal(0, 2, 3, 2, Money.parse("40"), Money.parse("60")));
        assertThat(disposals.get(0).pnl()).isEqualTo(Money.parse("100"));
        assertThat(view.openCost(0)).isEqualTo(Money.parse("60"));
    }

    @Test
    void shouldTurnOverAndCloseShorts() {
        view.onFill(instrument, 5, 10, 1);
        view.onFill(instrument, -8, 12, 2);
        view.onFill(instrument, 3, 10, 3);

        assertThat(disposals.stream().map(Disposal::pnl)).containsExactly(Money.parse("10"), Money.parse("6"));
        assertThat(view.openCost(0)).isZero();
    }

    /** Whatever the order of closing, the account has earned the same when it is flat, and differs by open cost until then. */
    @Test
    void shouldEarnWhatTheAccountEarns() {
        RandomCases.check(200, random -> {
            final FifoViewTest test = new FifoViewTest();
            final Portfolio portfolio = new Portfolio(0);
            portfolio.define(test.instrument);
            for (int i = 0; i < 50; i++) {
                final long quantity = random.nextLong(-20, 21);
                final long price = random.nextLong(1, 200);
                portfolio.fill(0, 0, quantity, test.instrument.notional(price, quantity), 0);
                test.view.onFill(test.instrument, quantity, price, i);
                final long pnl =
                        test.disposals.stream().mapToLong(Disposal::pnl).sum();
                assertThat(pnl - test.view.openCost(0))
                        .isEqualTo(portfolio.net(0).realisedPnl()
                                - portfolio.net(0).cost());
            }
        });
    }
}
