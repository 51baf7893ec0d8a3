package reprise.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static reprise.testing.Definitions.anInstrument;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.market.Instrument;
import reprise.number.Money;
import reprise.testkit.RandomCases;

class PortfolioTest {
    private static final long START_CASH = Money.parse("100000");

    private final Instrument first = anInstrument().withId(0).build();
    private final Instrument second =
            anInstrument().withId(1).withDecimals(5, 8).build();
    private Portfolio portfolio;

    @BeforeEach
    void begin() {
        portfolio = new Portfolio(2);
        portfolio.define(first);
        portfolio.define(second);
        portfolio.cashReported(START_CASH);
    }

    private void fill(final int strategyId, final String price, final long signedQuantity, final String fee) {
        final long notional =
                first.notional(new BigDecimal(price).movePointRight(2).longValueExact(), signedQuantity);
        portfolio.fill(strategyId, 0, signedQuantity, notional, Money.parse(fee));
    }

    private void expectNet(final long quantity, final String cost, final String realised) {
        assertThat(portfolio.net(0).quantity()).isEqualTo(quantity);
        assertThat(Money.format(portfolio.net(0).cost())).isEqualTo(Money.format(Money.parse(cost)));
        assertThat(Money.format(portfolio.net(0).realisedPnl())).isEqualTo(Money.format(Money.parse(realised)));
    }

    @Test
    void shouldOpenAddReduceAndClose() {
        fill(1, "10.00", 10, "1");
        expectNet(10, "100", "0");
        fill(1, "12.00", 10, "1");
        expectNet(20, "220", "0");
        fill(1, "15.00", -5, "1");
        expectNet(15, "165", "20");
        fill(1, "9.00", -15, "1");
        expectNet(0, "0", "-10");

        assertThat(portfolio.cash()).isEqualTo(START_CASH + Money.parse("-14"));
        assertThat(portfolio.fees()).isEqualTo(Money.parse("4"));
        assertThat(portfolio.realisedPnl()).isEqualTo(Money.parse("-10"));
    }

    @Test
    void shouldOpenTheOtherWayWithWhatIsBeyondZero() {
        fill(1, "10.00", 10, "0");

        fill(1, "12.00", -25, "0");

        expectNet(-15, "-180", "20");
        fill(1, "11.00", 40, "0");
        expectNet(25, "275", "35");
    }

    @Test
    void shouldValueAShortPosition() {
        fill(1, "10.00", -10, "0");
        first.onTrade(800, 1);

        assertThat(portfolio.net(0).marketValue()).isEqualTo(Money.parse("-80"));
        assertThat(portfolio.net(0).unrealisedPnl()).isEqualTo(Money.parse("20"));
        assertThat(portfolio.equity()).isEqualTo(START_CASH + Money.parse("20"));
        assertThat(portfolio.valuation().grossExposure()).isEqualTo(Money.parse("80"));
    }

    @Test
    void shouldKeepABookForEachStrategy() {
        fill(1, "10.00", 10, "1");
        fill(2, "10.00", -4, "2");

        assertThat(portfolio.book(1, 0).quantity()).isEqualTo(10);
        assertThat(portfolio.book(2, 0).quantity()).isEqualTo(-4);
        assertThat(portfolio.book(2, 0).fees()).isEqualTo(Money.parse("2"));
        assertThat(portfolio.net(0).quantity()).isEqualTo(6);
    }

    @Test
    void shouldBookReportedDifferencesAsPaidIn() {
        fill(1, "10.00", 10, "0");
        portfolio.cashReported(portfolio.cash() + Money.parse("50"));

        portfolio.positionReported(0, 14, 900);

        assertThat(portfolio.book(Portfolio.UNASSIGNED_BOOK, 0).quantity()).isEqualTo(4);
        assertThat(portfolio.book(1, 0).quantity()).isEqualTo(10);
        expectNet(14, "136", "0");
        assertThat(portfolio.paidIn()).isEqualTo(START_CASH + Money.parse("50") + Money.parse("36"));
        portfolio.audit();
    }

    @Test
    void shouldChangeNothingWhenTheVenueAgrees() {
        fill(1, "10.00", 10, "0");

        portfolio.positionReported(0, 10, 1);

        expectNet(10, "100", "0");
        assertThat(portfolio.paidIn()).isEqualTo(START_CASH);
    }

    /** Average cost in wide decimals: cost follows q * average, which only closing to zero or beyond resets. */
    private static final class Reference {
        private BigDecimal quantity = BigDecimal.ZERO;
        private BigDecimal average = BigDecimal.ZERO;
        private BigDecimal realised = BigDecimal.ZERO;

        void fill(final BigDecimal signed, final BigDecimal price) {
            final boolean opens = quantity.signum() * signed.signum() >= 0;
            final BigDecimal after = quantity.add(signed);
            if (opens) {
                average = quantity.multiply(average).add(signed.multiply(price)).divide(after, MathContext.DECIMAL128);
            } else {
                final BigDecimal closed =
                        signed.abs().min(quantity.abs()).multiply(BigDecimal.valueOf(quantity.signum()));
                realised = realised.add(closed.multiply(price.subtract(average)));
                if (after.signum() != quantity.signum()) {
                    average = after.signum() == 0 ? BigDecimal.ZERO : price;
                }
            }
            quantity = after;
        }
    }

    @Test
    void shouldBookLikeAverageCostInWideDecimals() {
        RandomCases.check(300, random -> {
            begin();
            final Reference reference = new Reference();
            final int fills = 1 + random.nextInt(60);
            for (int i = 0; i < fills; i++) {
                final long price = random.nextLong(1, 10_000_000);
                final long quantity =
                        (random.nextBoolean() ? 1 : -1) * (1 + (random.nextLong() >>> 29 + random.nextInt(34)));
                portfolio.fill(1, 1, quantity, second.notional(price, quantity), 0);
                reference.fill(BigDecimal.valueOf(quantity, 8), BigDecimal.valueOf(price, 5));

                final Position position = portfolio.net(1);
                assertThat(position.quantity())
                        .isEqualTo(reference.quantity.movePointRight(8).longValueExact());
                // Each fill rounds its value and the closed share of the cost by half a unit at most.
                assertThat(BigDecimal.valueOf(position.realisedPnl(), 8))
                        .isCloseTo(reference.realised, within(BigDecimal.valueOf(2L * (i + 1), 8)));
                assertThat(BigDecimal.valueOf(position.cost(), 8))
                        .isCloseTo(
                                reference.quantity.multiply(reference.average),
                                within(BigDecimal.valueOf(2L * (i + 1), 8)));
            }
        });
    }

    @Test
    void shouldBalanceToTheLastUnitAfterRandomHistories() {
        RandomCases.check(300, random -> {
            begin();
            long cash = START_CASH;
            for (int i = 0; i < 100; i++) {
                final int instrumentId = random.nextInt(2);
                final Instrument instrument = instrumentId == 0 ? first : second;
                final long price = random.nextLong(1, 1_000_000);
                final long quantity = random.nextLong(-1_000_000, 1_000_000);
                switch (random.nextInt(12)) {
                    case 0 -> {
                        cash += random.nextLong(-Money.ONE, Money.ONE);
                        portfolio.cashReported(cash);
                    }
                    case 1 -> portfolio.positionReported(instrumentId, quantity, price);
                    default -> {
                        final long fee = random.nextLong(-1000, 1_000_000);
                        final long notional = instrument.notional(price, quantity);
                        cash -= notional + fee;
                        portfolio.fill(random.nextInt(3), instrumentId, quantity, notional, fee);
                    }
                }

                assertThat(portfolio.cash()).isEqualTo(cash);
                portfolio.audit();
                checkConservation();
            }
        });
    }

    private void checkConservation() {
        long balance = portfolio.cash();
        for (int id = 0; id < portfolio.instrumentCount(); id++) {
            final Position net = portfolio.net(id);
            long books = 0;
            for (int book = 0; book < portfolio.bookCount(); book++) {
                books += portfolio.book(book, id).quantity();
            }
            assertThat(books).isEqualTo(net.quantity());
            balance += net.cost() - net.realisedPnl() + net.fees();
            assertThat(net.isFlat()).isEqualTo(net.quantity() == 0);
            if (net.isFlat()) {
                assertThat(net.cost()).isZero();
            }
        }
        assertThat(balance).isEqualTo(portfolio.paidIn());
    }

    @ParameterizedTest
    @CsvSource({
        // 3 for 10 units of money, close 1: 3 1/3 leave with it
        "3, 10, -1, -5, 7, 2",
        // 2 for 5, close 1: 2 1/2 go to the even neighbour, twice in opposite directions
        "2, 5, -1, -5, 3, 3",
        "2, 7, -1, -5, 3, 1",
        "-2, -5, 1, 5, -3, -3",
        // 2 for 7, sell 4 for 9: half of the 9 closes and is rounded, the rest opens
        "2, 7, -4, -9, -5, -3"
    })
    void shouldRoundTheCostOfAPartToEven(
            final long opened,
            final long paid,
            final long change,
            final long value,
            final long cost,
            final long realised) {
        portfolio.fill(1, 0, opened, paid, 0);

        portfolio.fill(1, 0, change, value, 0);

        assertThat(portfolio.net(0).cost()).isEqualTo(cost);
        assertThat(portfolio.net(0).realisedPnl()).isEqualTo(realised);
    }

    @Test
    void shouldStopRatherThanOverflow() {
        portfolio.fill(1, 0, Long.MAX_VALUE, 1, 0);

        assertThatThrownBy(() -> portfolio.fill(1, 0, 1, 1, 0)).isInstanceOf(ArithmeticException.class);
    }
}
